import DatelineText

extension Corpus {
  /// The entities that `text` may mean, the best first: a whole name or acronym, then the beginning
  /// of a name, of a word in it, and last any part; of equals the one in most articles.
  ///
  /// Cost: one pass over all names.
  func entities(matching text: String, limit: Int = 12) -> [Entity] {
    let text = text.lowercased()
    guard !text.isEmpty else { return [] }
    var found: [(entity: Entity, rank: Int)] = []
    for entity in facts.entities {
      let names = [entity.name] + entity.aliases.map(\.name)
      if let rank = names.compactMap({ rank(of: $0.lowercased(), for: text) }).min() {
        found.append((entity, rank))
      }
    }
    return found.sorted { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      let (first, second) = (left.entity, right.entity)
      if first.articles.count != second.articles.count {
        return first.articles.count > second.articles.count
      }
      if first.mentions.count != second.mentions.count {
        return first.mentions.count > second.mentions.count
      }
      return first.id < second.id
    }.prefix(limit).map(\.entity)
  }

  private func rank(of name: String, for text: String) -> Int? {
    if name == text { return 0 }
    if name.hasPrefix(text) { return 1 }
    if name.split(separator: " ").contains(where: { $0.hasPrefix(text) }) { return 1 }
    return name.contains(text) ? 2 : nil
  }
}
