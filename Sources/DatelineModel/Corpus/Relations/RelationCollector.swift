import DatelineText

/// Gathers evidence for edges and makes one relation of all evidence for the same edge.
struct RelationCollector {
  /// One sentence that speaks for an edge.
  struct Evidence {
    var kind: Relation.Kind
    /// The ends, as entity indices.
    var source: Int
    var target: Int
    var status: FactStatus
    /// Who says so, as entity indices, where the article does not say it itself.
    var claimants: [Int]
    var interval: DayInterval?
    var detail: String?
    /// The article, as an index.
    var article: Int
    var span: ByteSpan
  }

  private struct Key: Hashable {
    var source: Int
    var target: Int
    var kind: Relation.Kind
  }

  private var evidence: [Key: [Evidence]] = [:]

  /// Adds evidence; an edge from an entity to itself is none.
  mutating func add(_ item: Evidence) {
    guard item.source != item.target else { return }
    let ends =
      item.kind.isSymmetric
      ? (min(item.source, item.target), max(item.source, item.target))
      : (item.source, item.target)
    evidence[Key(source: ends.0, target: ends.1, kind: item.kind), default: []].append(item)
  }

  /// The relations by source, target and kind.
  func relations(entities: EntityIndex, articles: [AnnotatedArticle], sources: SourceIndex)
    -> [Relation]
  {
    evidence.map { key, items in
      relation(key, items, entities: entities, articles: articles, sources: sources)
    }.sorted {
      ($0.source, $0.target, $0.kind.rawValue) < ($1.source, $1.target, $1.kind.rawValue)
    }
  }

  private func relation(
    _ key: Key, _ items: [Evidence], entities: EntityIndex, articles: [AnnotatedArticle],
    sources: SourceIndex
  ) -> Relation {
    var relation = Relation(
      kind: key.kind, source: entities.entities[key.source].id,
      target: entities.entities[key.target].id)
    relation.status = TimelineBuilder.status(of: items.map(\.status))
    if relation.status != .stated {
      relation.claimedBy = entities.ids(Array(Set(items.flatMap(\.claimants))))
    }
    relation.interval = items.compactMap(\.interval).reduce(nil) { union, interval in
      union.map { $0.spanning(interval) } ?? interval
    }
    relation.detail = items.compactMap(\.detail).min()
    relation.supports = Set(
      items.map { Provenance(article: articles[$0.article].article.id, span: $0.span) }
    ).sorted()
    relation.weight = sources.count(items.map { ($0.article, $0.claimants) })
    return relation
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
