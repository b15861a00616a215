public import DatelineText

/// Which entity each chain of each article belongs to.
public struct EntityResolution: Hashable, Sendable {
  /// The entities, in order of their identifiers.
  public var entities: [Entity]
  /// For each article, in the order given, the entity of each of its chains; nil for a chain that
  /// the user rejected.
  public var entityOfChain: [[EntityID?]]

  /// Makes a resolution of nothing.
  public init() {
    entities = []
    entityOfChain = []
  }

  /// The entity of a mention; nil where the mention is unresolved or rejected.
  public func entity(of mention: Mention, inArticleAt index: Int) -> EntityID? {
    mention.chain.flatMap { entityOfChain[index][$0] }
  }
}

/// Brings the chains of all articles together: one entity for every name that it bears.
public enum EntityResolver {
  /// Resolves the chains of `articles`, which are sorted by identifier, and applies `decisions`.
  ///
  /// The result depends on the set of articles alone. Cost: near-linear in the number of chains.
  public static func resolve(_ articles: [AnnotatedArticle], decisions: [Decision])
    -> EntityResolution
  {
    var resolution = EntityResolution()
    var byID: [EntityID: Entity] = [:]
    for article in articles {
      var row: [EntityID?] = []
      for chain in article.chains {
        let id = EntityID("\(chain.type.rawValue):\(chain.name.lowercased())")
        row.append(id)
        add(
          chain, of: article,
          to: &byID[id, default: Entity(id: id, name: chain.name, type: chain.type)])
      }
      resolution.entityOfChain.append(row)
    }
    resolution.entities = byID.values.sorted { $0.id < $1.id }
    return resolution
  }

  private static func add(
    _ chain: CoreferenceChain, of article: AnnotatedArticle, to entity: inout Entity
  ) {
    entity.articles.append(article.article.id)
    for mention in chain.mentions {
      entity.mentions.append(.init(article: article.article.id, mention: mention))
      guard article.mentions[mention].kind == .name else { continue }
      let name = article.article.text[article.mentions[mention].span]
      if let index = entity.aliases.firstIndex(where: { $0.name == name }) {
        entity.aliases[index].count += 1
      } else {
        entity.aliases.append(.init(name: name, count: 1))
      }
    }
    if entity.place == nil { entity.place = chain.place }
  }
}
