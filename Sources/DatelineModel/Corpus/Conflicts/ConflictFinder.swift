import DatelineText

/// Finds pairs of claims that do not go together. Structural: same event or counted thing and
/// incompatible values, or assertion against denial. False alarms cost more than misses.
enum ConflictFinder {
  /// The pairs that clash, conflicts before tensions, then by topic and place.
  static func conflicts(
    of claims: [CorpusClaim], timeline: [TimelineEvent], articles: ArticleList,
    entities: EntityIndex, memory: inout ResolvingMemory
  ) -> [Conflict] {
    let shared = ClaimLedger(
      timeline: timeline, tellings: TellingTable(timeline, articles: articles),
      articles: articles, entities: entities)
    let read = LedgerReading(
      claims, articles: articles, ledger: shared, memory: &memory)
    let ledger = shared.holding(read.entries)
    let found =
      TollConflicts(ledger, counts: read.counts).conflicts + read.denials + read.accounts
      + CessationConflicts(ledger).conflicts
      + DateConflicts(ledger, counts: read.countsOfEvents).conflicts
      + StandingConflicts(ledger, alleged: read.alleged).conflicts
    var seen: Set<[Provenance]> = []
    return found.sorted(by: comesFirst)
      .filter { seen.insert([$0.firstPlace, $0.secondPlace].sorted()).inserted }
  }

  private static func comesFirst(_ left: Conflict, _ right: Conflict) -> Bool {
    if left.level != right.level { return left.level == .conflict }
    if left.topic != right.topic { return left.topic < right.topic }
    return [left.firstPlace, left.secondPlace]
      .lexicographicallyPrecedes([right.firstPlace, right.secondPlace])
  }
}
