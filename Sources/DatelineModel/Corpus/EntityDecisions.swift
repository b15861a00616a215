import DatelineText

/// Applies what the user decided about entities to what was resolved.
enum EntityDecisions {
  /// `resolution` after all `decisions`, in their order.
  static func apply(
    _ decisions: [Decision], to resolution: EntityResolution, of articles: ArticleList
  ) -> EntityResolution {
    // The editor takes all entities in hand; mostly nobody has decided on any.
    guard !decisions.isEmpty else { return resolution }
    var editor = EntityEditor(resolution, articles)
    for decision in decisions {
      switch decision {
      case .merge(let id, let target): editor.merge(id, into: target)
      case .split(let name, let id): editor.split(name, from: id)
      case .rename(let id, let name): editor.rename(id, to: name)
      case .retype(let id, let type): editor.retype(id, to: type)
      case .rejectEntity(let id): editor.reject(id)
      case .setDate, .rejectEvent, .redateEvent, .retypeEvent, .addEvent, .note, .mark, .tag:
        continue
      }
    }
    return editor.finished()
  }
}

/// Entities under the user's hand. Identifiers stay as they were, so that later decisions find them.
struct EntityEditor {
  private var entities: [EntityID: Entity]
  private var chains: [[EntityID?]]
  private let articles: ArticleList

  /// Prepares to edit a resolution of `articles`.
  init(_ resolution: EntityResolution, _ articles: ArticleList) {
    entities = [:]
    for entity in resolution.entities { entities[entity.id] = entity }
    chains = resolution.entityOfChain
    self.articles = articles
  }

  /// Makes one entity of two; the second one's identifier, name and type stay.
  mutating func merge(_ id: EntityID, into target: EntityID) {
    guard id != target, let lost = entities[id], var kept = entities[target] else { return }
    entities[id] = nil
    move(from: id, to: target) { _, _ in true }
    var counts: [String: Int] = [:]
    for alias in kept.aliases + lost.aliases { counts[alias.name, default: 0] += alias.count }
    kept.aliases = EntityEditor.sorted(counts)
    kept.roles = (kept.roles + lost.roles).sorted { $0.provenance < $1.provenance }
    kept.mentions = (kept.mentions + lost.mentions).sorted(by: EntityEditor.precedes)
    kept.articles = Array(Set(kept.articles + lost.articles)).sorted()
    kept.reasons.append("\(lost.name) is \(kept.name): you merged them")
    entities[target] = kept
  }

  /// Takes the chains that go by `name` out of an entity.
  mutating func split(_ name: String, from id: EntityID) {
    guard let whole = entities[id], whole.aliases.contains(where: { $0.name == name }) else {
      return
    }
    var fresh = Entity(
      id: EntityID("\(whole.type.rawValue):\(DatelineText.FoldedText.fold(name))/split"),
      name: name,
      type: whole.type)
    guard entities[fresh.id] == nil else { return }
    fresh.reasons = ["you split it from \(whole.name)"]
    entities[fresh.id] = fresh
    move(from: id, to: fresh.id) { article, chain in
      article.chains[chain].mentions.allSatisfy { index in
        let mention = article.mentions[index]
        return mention.kind != .name || article.article.text[mention.span] == name
      }
    }
    recount(id)
    recount(fresh.id)
  }

  /// Gives an entity another name.
  mutating func rename(_ id: EntityID, to name: String) { entities[id]?.name = name }

  /// Gives an entity another type.
  mutating func retype(_ id: EntityID, to type: EntityType) { entities[id]?.type = type }

  /// Takes an entity away.
  mutating func reject(_ id: EntityID) {
    entities[id] = nil
    for index in entities.keys { entities[index]?.suggestions.removeAll { $0 == id } }
    for article in chains.indices {
      for chain in chains[article].indices where chains[article][chain] == id {
        chains[article][chain] = nil
      }
    }
  }

  /// The edited resolution.
  func finished() -> EntityResolution {
    var resolution = EntityResolution()
    resolution.entities = entities.values.sorted { $0.id < $1.id }
    resolution.entityOfChain = chains
    return resolution
  }

  private mutating func move(
    from id: EntityID, to target: EntityID, where belongs: (AnnotatedArticle, Int) -> Bool
  ) {
    for article in chains.indices {
      for chain in chains[article].indices
      where chains[article][chain] == id && belongs(articles[article], chain) {
        chains[article][chain] = target
      }
    }
  }

  /// Counts the mentions of an entity anew.
  private mutating func recount(_ id: EntityID) {
    guard var entity = entities[id] else { return }
    entity.mentions = []
    entity.articles = []
    var counts: [String: Int] = [:]
    for (number, row) in chains.enumerated() where row.contains(id) {
      let article = articles[number]
      entity.articles.append(article.article.id)
      for (chain, owner) in row.enumerated() where owner == id {
        for index in article.chains[chain].mentions {
          entity.mentions.append(.init(article: article.article.id, mention: index))
          guard article.mentions[index].kind == .name else { continue }
          counts[article.article.text[article.mentions[index].span], default: 0] += 1
        }
      }
    }
    entity.mentions.sort(by: EntityEditor.precedes)
    entity.aliases = EntityEditor.sorted(counts)
    entities[id] = entity
  }

  private static func precedes(
    _ left: Entity.MentionReference, _ right: Entity.MentionReference
  ) -> Bool {
    left.article != right.article ? left.article < right.article : left.mention < right.mention
  }

  private static func sorted(_ counts: [String: Int]) -> [Entity.Alias] {
    counts.map { Entity.Alias(name: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
  }
}
