internal import DatelineModel
internal import DatelineText

/// What a corpus no longer says once some of its articles are gone or read otherwise, by its rows.
///
/// What others tell too stays, without those articles; its title may still be in their words until all
/// articles are resolved together. Cost: some microseconds for each fact of these articles.
struct LeftOut: Sendable {
  private let ids: Set<ArticleID>
  /// The rows that are left out of each table, in order.
  let articles: [Int]
  let claims: [Int]
  let events: [Int]
  let relations: [Int]
  let conflicts: [Int]
  let entities: [Int]
  /// By row: what is left of facts that others tell too.
  let eventsLeft: [Int: TimelineEvent]
  let relationsLeft: [Int: Relation]
  private let entitiesLeft: Set<Int>

  /// Finds the rows.
  ///
  /// - Parameters:
  ///   - ids: The articles; others than those of the corpus have no effect.
  ///   - base: The corpus.
  ///   - facts: What it says.
  ///   - isNamed: Whether an entity is named elsewhere too.
  init(
    _ ids: [ArticleID], of base: CorpusSnapshot, _ facts: CorpusFacts,
    where isNamed: (EntityID) -> Bool
  ) {
    let gone = Set(ids.filter(base.contains))
    let articles = gone.map { base.firstArticle(from: $0) }.sorted()
    (self.ids, self.articles) = (gone, articles)
    claims = articles.flatMap { base.claims(ofArticleAt: $0) }
    (events, eventsLeft) = Self.parted(articles.flatMap { base.events(ofArticleAt: $0) }) {
      facts.timeline[$0].without(gone)
    }
    (relations, relationsLeft) = Self.parted(articles.flatMap { base.relations(ofArticleAt: $0) }) {
      facts.relations[$0].without(gone)
    }
    let sides =
      claims.map { facts.claims[$0].id } + events.map { facts.timeline[$0].id }
      + eventsLeft.values.map(\.id)
    conflicts = Set(sides.flatMap { base.conflicts(ofSide: $0) }).filter { row in
      let conflict = facts.conflicts[row]
      return [conflict.firstPlace, conflict.secondPlace].contains { gone.contains($0.article) }
    }.sorted()
    let named = Set(
      articles.flatMap { index in
        base.article(at: index).mentions.indices.compactMap {
          base.entity(ofMention: $0, inArticleAt: index)
        }
      })
    entities = named.filter { row in
      !isNamed(base.entityID(at: row)) && facts.entities[row].articles.allSatisfy(gone.contains)
    }.sorted()
    entitiesLeft = named.subtracting(entities)
  }

  /// An entity of a row without what the articles say of it.
  func left(of entity: Entity, at row: Int) -> Entity {
    guard entitiesLeft.contains(row) else { return entity }
    var left = entity
    left.mentions.removeAll { ids.contains($0.article) }
    left.articles.removeAll(where: ids.contains)
    left.roles.removeAll { ids.contains($0.provenance.article) }
    return left
  }

  /// The rows of which nothing is left, and what is left of others.
  private static func parted<Fact>(_ rows: [Int], _ rest: (Int) -> Fact?)
    -> (out: [Int], left: [Int: Fact])
  {
    var (out, left) = ([Int](), [Int: Fact]())
    for row in Set(rows).sorted() {
      if let fact = rest(row) { left[row] = fact } else { out.append(row) }
    }
    return (out, left)
  }
}
