public import DatelineModel
internal import DatelineText

extension CorpusSnapshot {
  /// Writes `corpus`, which is held and resolved, to `path`.
  ///
  /// Waits for the disk unless the file is not to last longer than this program. Cost: one pass over
  /// everything; what is written is not held.
  public static func write(
    _ corpus: Corpus, stamp: SnapshotStamp, to path: String, lasts: Bool = true
  ) throws(StoreError) {
    var writer = SnapshotWriter(corpus)
    try writer.write(stamp, to: path, lasts: lasts)
  }
}

/// Writes the sections of one corpus.
private struct SnapshotWriter {
  private let corpus: Corpus
  private let lookup: Lookup
  private let names: FactWriter.Names

  init(_ corpus: Corpus) {
    self.corpus = corpus
    lookup = Lookup(corpus, lists: false)
    names = FactWriter.Names(corpus)
  }

  mutating func write(_ stamp: SnapshotStamp, to path: String, lasts: Bool) throws(StoreError) {
    var output = try SnapshotOutput(
      path: path, concurrency: corpus.articles.concurrency)
    let parts = [stamp.program, stamp.articles, stamp.decisions]
    try output.rows(.stamp, count: parts.count) { Array(parts[$0].utf8) }
    try writeArticles(&output)
    try writeFacts(&output)
    try writeLookups(&output)
    try writeColumns(&output)
    try TermIndexWriter(corpus, lookup: lookup).write(to: &output)
    try output.finish(lasts: lasts)
  }

  private func writeArticles(_ output: inout SnapshotOutput) throws(StoreError) {
    let (articles, names, failures) = (corpus.articles, names, corpus.failures)
    try output.rows(.failures, count: failures.count) { row in
      FactWriter.bytes(names) { $0.write(failures[row]) }
    }
    try output.rows(.articleIDs, count: articles.count) { Array(articles.id(at: $0).name.utf8) }
    try output.packedRows(.texts, count: articles.count) { articles.text(at: $0) }
    // Heads are few bytes: they wait until all articles, each of which is made once, are written.
    var heads: [[UInt8]] = []
    heads.reserveCapacity(articles.count)
    try output.packedRows(.articles, count: articles.count) { index in
      let article = articles[index]
      return (
        AnnotationCodec.shown(article), FactWriter.bytes(names) { $0.write(ArticleHead(article)) }
      )
    } take: {
      heads.append($0)
    }
    try output.packedRows(.heads, count: articles.count) { [heads] in heads[$0] }
    try output.numbers(.articlesByDate, lookup.articlesByDate.map { UInt32($0) })
    try output.numbers(
      .originals,
      articles.indices.map { index in
        let original = corpus.facts.copies[articles.id(at: index)]
        return UInt32(original.flatMap { names.number(of: $0) }.map { $0 + 1 } ?? 0)
      })
  }

  private func writeFacts(_ output: inout SnapshotOutput) throws(StoreError) {
    let (facts, names) = (corpus.facts, names)
    try output.rows(.entityIDs, count: facts.entities.count) {
      Array(facts.entities[$0].id.key.utf8)
    }
    try output.rows(.entityNames, count: facts.entities.count) {
      Array(facts.entities[$0].name.utf8)
    }
    try output.rows(.entities, count: facts.entities.count) { row in
      FactWriter.bytes(names) { $0.write(facts.entities[row]) }
    }
    try output.packedRows(.events, count: facts.timeline.count) { row in
      FactWriter.bytes(names) { $0.write(facts.timeline[row]) }
    }
    try output.packedRows(.relations, count: facts.relations.count) { row in
      FactWriter.bytes(names) { $0.write(facts.relations[row]) }
    }
    try output.packedRows(.claims, count: facts.claims.count) { row in
      FactWriter.bytes(names) { $0.write(facts.claims[row]) }
    }
    try output.packedRows(.conflicts, count: facts.conflicts.count) { row in
      FactWriter.bytes(names) { $0.write(facts.conflicts[row]) }
    }
  }

  private func writeLookups(_ output: inout SnapshotOutput) throws(StoreError) {
    let (facts, lookup, articles) = (corpus.facts, lookup, corpus.articles)
    try output.lists(.eventsOfArticles, count: articles.count) {
      lookup.events(of: articles.id(at: $0))
    }
    try output.lists(.relationsOfArticles, count: articles.count) {
      lookup.relations(in: articles.id(at: $0))
    }
    try output.packedLists(.entitiesOfMentions, count: articles.count) { index in
      lookup.entities(ofMentionsIn: articles.id(at: index)).map { Int($0) }
    }
    try output.lists(.relationsOfEntities, count: facts.entities.count) {
      lookup.relations(of: facts.entities[$0].id)
    }
    try output.numbers(
      .mainEntities,
      articles.indices.map { number(of: lookup.mainEntity(of: articles.id(at: $0))) })
    try output.numbers(.mostConnected, [number(of: lookup.mostConnected)])
    try output.numbers(.eventRows, Self.hashed(facts.timeline.map { [$0.id] }))
    try output.numbers(.claimRows, Self.hashed(facts.claims.map { [$0.id] }))
    try output.numbers(.conflictRows, Self.hashed(facts.conflicts.map { [$0.first, $0.second] }))
  }

  /// Writes what lists choose and order rows by.
  private func writeColumns(_ output: inout SnapshotOutput) throws(StoreError) {
    let (facts, lookup) = (corpus.facts, lookup)
    try writeDays(facts.timeline.map(\.interval), .firstDays, .lastDays, &output)
    try writeDays(
      corpus.articles.indices.map { corpus.articles.interval(at: $0) }, .articleFirstDays,
      .articleLastDays, &output)
    try writeDays(
      facts.relations.map(\.interval), .relationFirstDays, .relationLastDays, &output)
    try output.numbers(
      .claimEvents,
      facts.claims.map { claim in
        UInt32(claim.event.flatMap { lookup.event($0) }.map { $0 + 1 } ?? 0)
      })
    var first = 0
    try output.numbers(
      .firstClaims,
      corpus.articles.indices.map { article in
        while first < facts.claims.count,
          facts.claims[first].provenance.article < corpus.articles.id(at: article)
        {
          first += 1
        }
        return UInt32(first)
      })
    try output.numbers(.relationWeights, facts.relations.map { UInt32($0.weight) })
    try output.numbers(
      .relationKinds, facts.relations.map { SnapshotSummary.number(of: $0) })
    try output.numbers(.summary, SnapshotSummary(corpus).numbers)
    try output.numbers(.conflictSides, facts.conflicts.flatMap { sides(of: $0) })
    try output.numbers(.entitiesByWeight, corpus.entitiesByWeight.map { UInt32($0) })
    for (table, section) in [
      (CorpusTable.claims, SnapshotSection.claimGroups), (.relations, .relationGroups),
    ] {
      let groups = corpus.groups(of: table)
      try output.lists(section, count: groups.count) { groups[$0].map { Int($0) } }
    }
  }

  private func writeDays(
    _ intervals: [DayInterval?], _ first: SnapshotSection, _ last: SnapshotSection,
    _ output: inout SnapshotOutput
  ) throws(StoreError) {
    try output.numbers(first, intervals.map { Self.number($0?.earliest) })
    try output.numbers(last, intervals.map { Self.number($0?.latest) })
  }

  private func sides(of conflict: Conflict) -> [UInt32] {
    [conflict.first, conflict.second].map { id in
      let number = lookup.claim(id).map { $0 * 2 + 2 } ?? lookup.event(id).map { $0 * 2 + 3 }
      return UInt32(number ?? 0)
    }
  }

  /// The number of an entity and 1, or 0.
  private func number(of entity: EntityID?) -> UInt32 {
    UInt32(entity.flatMap { names.number(of: $0) }.map { $0 + 1 } ?? 0)
  }

  private static func number(_ day: DayNumber?) -> UInt32 {
    day.map { UInt32(bitPattern: $0.rawValue) } ?? SnapshotSection.noDay
  }

  /// Hashes of the identifiers of each row with the row, by hash.
  private static func hashed(_ identifiers: [[String]]) -> [UInt32] {
    var pairs: [(hash: UInt32, row: UInt32)] = []
    for (row, identifiers) in identifiers.enumerated() {
      for hash in Set(identifiers.map(SnapshotSection.hash)) { pairs.append((hash, UInt32(row))) }
    }
    return pairs.sorted { $0 < $1 }.flatMap { [$0.hash, $0.row] }
  }
}
