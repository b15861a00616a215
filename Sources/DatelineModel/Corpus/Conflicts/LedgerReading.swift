import DatelineText

/// What is read out of the articles of a ledger, each of which is looked at once: the conflicts
/// within an article, and what those between articles are judged by.
struct LedgerReading {
  /// Denials and what they deny.
  private(set) var denials: [Conflict] = []
  /// Opposite accounts of one act.
  private(set) var accounts: [Conflict] = []
  /// The claims that claims of other articles may contradict, in order of article and position.
  private(set) var entries: [ClaimLedger.Entry] = []
  /// The numbers that they count.
  private(set) var counts: [TollConflicts.Count] = []
  /// For each event of one day: the numbers that its sentences count.
  private(set) var countsOfEvents: [Int: Set<String>] = [:]
  /// The tellings that only those make to whom it was done.
  private(set) var alleged: Set<TellingTable.Place> = []

  /// What one article gives.
  private struct Part: Sendable {
    var denials: [Conflict]
    var accounts: [Conflict]
    var entries: [ClaimLedger.Entry]
    var counts: [TollConflicts.Count]
    var countsOfEvents: [(event: Int, counts: [String])]
    var alleged: [TellingTable.Place]
  }

  /// Reads `articles`, whose `claims` are in order of article and position. Cost: one pass over these.
  init(_ claims: [CorpusClaim], articles: ArticleList, ledger: ClaimLedger) {
    var events: [String: Int] = [:]
    events.reserveCapacity(ledger.timeline.count)
    for (row, event) in ledger.timeline.enumerated() { events[event.id] = row }
    let rows = events
    articles.forEach({ index, article in
      let own = claims.made(in: article.article.id)
      return Self.part(
        ledger.reading(own, of: article, at: index) { rows[$0] }, article, index)
    }) { _, part in add(part) }
  }

  private static func part(_ ledger: ClaimLedger, _ article: AnnotatedArticle, _ index: Int) -> Part
  {
    var counts = TollConflicts.counts(in: ledger)
    // Of the others nothing is asked any more.
    let kept = Set(counts.map(\.entry)).union(
      ledger.entries.indices.filter { CessationConflicts.mayBeHalt(ledger.entries[$0], in: ledger) }
    ).sorted()
    for count in counts.indices {
      counts[count].entry = kept.partitioningIndex { $0 >= counts[count].entry }
    }
    return Part(
      denials: DenialConflicts(ledger).conflicts, accounts: AccountConflicts(ledger).conflicts,
      entries: kept.map { ledger.entries[$0] }, counts: counts,
      countsOfEvents: DateConflicts.counts(in: article, at: index, ledger),
      alleged: StandingConflicts.alleged(in: article, at: index, ledger))
  }

  private mutating func add(_ part: Part) {
    denials += part.denials
    accounts += part.accounts
    counts += part.counts.lazy.map { count in
      var count = count
      count.entry += entries.count
      return count
    }
    entries += part.entries
    for (event, numbers) in part.countsOfEvents {
      countsOfEvents[event, default: []].formUnion(numbers)
    }
    alleged.formUnion(part.alleged)
  }
}
