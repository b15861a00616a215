import DatelineText

/// Gathers evidence for edges and makes one relation of all evidence for the same edge.
struct RelationCollector {
  /// What speaks for an edge: a sentence, and how far it asserts what it says.
  struct Ground {
    var status: FactStatus = .stated
    /// Who says so, as entity indices, where the article does not say it itself.
    var claimants: [Int] = []
    var interval: DayInterval?
    /// The article, as an index.
    var article: Int
    var span: ByteSpan
  }

  private struct Evidence {
    var ground: Ground
    var detail: String?
  }

  private struct Key: Hashable {
    var source: Int
    var target: Int
    var kind: Relation.Kind
  }

  private let entities: EntityIndex
  private var evidence: [Key: [Evidence]] = [:]

  /// Gathers edges between these entities.
  init(entities: EntityIndex) { self.entities = entities }

  /// Adds the edges from each of `sources` to each of `targets`, entity indices both.
  ///
  /// What cannot be a party has no edge, and no edge of action runs within one side. A country that
  /// is known by the name of those who govern it is they, but what is visited is the country.
  mutating func add(
    _ kind: Relation.Kind, from sources: [Int], to targets: [Int], detail: String? = nil,
    on ground: Ground
  ) {
    let targets = targets.compactMap { kind == .visits ? entities.land($0) : entities.party($0) }
    for source in sources.compactMap(entities.party) {
      for target in targets
      where kind.runsWithinSides || !entities.areOneSide(source, target) {
        add(kind, source, target, Evidence(ground: ground, detail: detail))
      }
    }
  }

  /// Adds the evidence of another collector, after its own.
  mutating func add(_ other: RelationCollector) {
    for (key, items) in other.evidence { evidence[key, default: []] += items }
  }

  /// The same evidence, of one article, where that stands at `index` and entities at other places.
  func moved(to index: Int, by moves: EntityMoves, entities: EntityIndex) -> RelationCollector {
    var collector = RelationCollector(entities: entities)
    for (key, items) in evidence {
      let moved = Key(source: moves[key.source], target: moves[key.target], kind: key.kind)
      collector.evidence[moved] = items.map { item in
        var item = item
        item.ground.article = index
        item.ground.claimants = moves.moved(item.ground.claimants)
        return item
      }
    }
    return collector
  }

  /// Adds evidence; an edge from an entity to itself is none.
  private mutating func add(
    _ kind: Relation.Kind, _ source: Int, _ target: Int, _ item: Evidence
  ) {
    guard source != target else { return }
    let ends = kind.isSymmetric ? (min(source, target), max(source, target)) : (source, target)
    evidence[Key(source: ends.0, target: ends.1, kind: kind), default: []].append(item)
  }

  /// The relations by source, target and kind.
  func relations(articles: ArticleList, sources: SourceIndex) -> [Relation] {
    let evidence = Array(evidence)
    return articles.concurrency.map(evidence.count) {
      relation(evidence[$0].key, evidence[$0].value, articles: articles, sources: sources)
    }
    .sorted {
      ($0.source, $0.target, $0.kind.rawValue) < ($1.source, $1.target, $1.kind.rawValue)
    }
  }

  private func relation(
    _ key: Key, _ items: [Evidence], articles: ArticleList, sources: SourceIndex
  ) -> Relation {
    let grounds = items.map(\.ground)
    var relation = Relation(
      kind: key.kind, source: entities.entities[key.source].id,
      target: entities.entities[key.target].id)
    relation.status = TimelineBuilder.status(of: grounds.map(\.status))
    if relation.status != .stated {
      relation.claimedBy = entities.ids(Array(Set(grounds.flatMap(\.claimants))))
    }
    relation.interval = Self.hull(of: grounds.compactMap(\.interval))
    relation.detail = items.compactMap(\.detail).min()
    relation.supports = Set(
      grounds.map { Provenance(article: articles.id(at: $0.article), span: $0.span) }
    ).sorted()
    relation.weight = sources.count(grounds.map { ($0.article, $0.claimants) })
    return relation
  }

  /// The days from the first to the last of `intervals`; nil where there are none. One that has no
  /// beginning or no end would hide the days of all others, and counts where there are no others.
  private static func hull(of intervals: [DayInterval]) -> DayInterval? {
    let bounded = intervals.filter { $0.earliest != nil && $0.latest != nil }
    return (bounded.isEmpty ? intervals : bounded).reduce(nil) { hull, interval in
      hull.map { $0.spanning(interval) } ?? interval
    }
  }
}

extension Relation.Kind {
  /// Whether it may tie a person or an organ of state to what they belong to.
  fileprivate var runsWithinSides: Bool {
    switch self {
    case .role, .memberOf, .leads, .locatedIn, .mentionedWith: true
    case .accuses, .attacks, .arrests, .sanctions, .demands, .denies, .hosts, .mediates, .supports,
      .visits, .alliedWith, .hostileTo, .negotiatesWith:
      false
    }
  }
}

extension DayInterval {
  /// The days from the first of both to the last of both; an open end stays open.
  func spanning(_ other: DayInterval) -> DayInterval {
    var span = DayInterval(earliest: nil, latest: nil)
    if let left = earliest, let right = other.earliest { span.earliest = min(left, right) }
    if let left = latest, let right = other.latest { span.latest = max(left, right) }
    return span
  }
}
