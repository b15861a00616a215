import DatelineText

extension Corpus {
  /// The entities that `text` may mean, the best first: a whole name or acronym, then the beginning
  /// of a name, of a word in it, and last any part; of equals the one in most articles.
  ///
  /// Cost: one pass over all names; of a stored corpus the words are looked up, and only those
  /// entities are made that are returned or have a word in common with `text`.
  func entities(matching text: String, limit: Int = 12) -> [Entity] {
    let text = text.lowercased()
    guard !text.isEmpty else { return [] }
    guard let finder = CandidateFinder(self) else {
      return best(facts.entities.indices, for: text, limit: limit)
    }
    // Those of the first ranks, and among equals those that stand in most articles, come first.
    var found = best(finder.entities(named: text), for: text, limit: limit)
    if found.count < limit {
      let begun = finder.entities(begunBy: text, most: limit - found.count) { entity in
        rank(of: entity, for: text) == 1
      }
      found += begun
    }
    if found.count < limit {
      let others = finder.entities(holding: text).filter { row in
        rank(of: facts.entities[row], for: text) == 2
      }
      found += best(others, for: text, limit: limit - found.count)
    }
    return found
  }

  private func best(_ rows: some Sequence<Int>, for text: String, limit: Int) -> [Entity] {
    var found: [(entity: Entity, rank: Int)] = []
    for row in rows {
      let entity = facts.entities[row]
      if let rank = rank(of: entity, for: text) { found.append((entity, rank)) }
    }
    return found.sorted { left, right in
      left.rank != right.rank ? left.rank < right.rank : left.entity.comes(before: right.entity)
    }.prefix(limit).map(\.entity)
  }

  private func rank(of entity: Entity, for text: String) -> Int? {
    entity.lowercasedNames.compactMap { rank(of: $0, for: text) }.min()
  }

  private func rank(of name: String, for text: String) -> Int? {
    if name == text { return 0 }
    if name.hasPrefix(text) { return 1 }
    if name.split(separator: " ").contains(where: { $0.hasPrefix(text) }) { return 1 }
    return name.contains(text) ? 2 : nil
  }

  /// The rows of the entities, those in most articles first. Cost: a sort.
  public var entitiesByWeight: [Int] {
    let entities = facts.entities.rows
    return entities.indices.sorted { entities[$0].comes(before: entities[$1]) }
  }
}

extension Entity {
  /// Whether lists show this entity before another that fits as well.
  func comes(before other: Entity) -> Bool {
    if articles.count != other.articles.count { return articles.count > other.articles.count }
    if mentions.count != other.mentions.count { return mentions.count > other.mentions.count }
    return id < other.id
  }

  /// Its names in lower case.
  var lowercasedNames: [String] { ([name] + aliases.map(\.name)).map { $0.lowercased() } }
}
