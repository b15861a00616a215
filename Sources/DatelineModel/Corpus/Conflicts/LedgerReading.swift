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
  struct Part: Sendable {
    fileprivate var denials: [Conflict]
    fileprivate var accounts: [Conflict]
    fileprivate var entries: [ClaimLedger.Entry]
    fileprivate var counts: [TollConflicts.Count]
    fileprivate var countsOfEvents: [(event: Int, counts: [String])]
    fileprivate var alleged: [TellingTable.Place]
  }

  /// Reads `articles`, whose `claims` are in order of article and position, but for what `memory` has.
  /// Cost: one pass over these.
  init(
    _ claims: [CorpusClaim], articles: ArticleList, ledger: ClaimLedger,
    memory: inout ResolvingMemory
  ) {
    var events: [String: Int] = [:]
    events.reserveCapacity(ledger.timeline.count)
    for (row, event) in ledger.timeline.enumerated() { events[event.id] = row }
    let (rows, moves) = (events, memory.moves)
    let unchanged = memory.ledger.unchanged(
      claims, ledger, rows: rows, articles: articles, memory.unchangedWithNames, moves)
    memory.ledger.parts.forEach(in: articles, unchanged.origins) { index, part in
      moves.map { part.moved(to: index, by: $0, unchanged.events) } ?? part
    } read: { index, article in
      let own = claims.made(in: article.article.id)
      return Self.part(
        ledger.reading(own, of: article, at: index) { rows[$0] }, article, index)
    } take: { _, part in
      add(part)
    }
    if memory.isKeeping { memory.ledger.keep(claims, ledger) }
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

extension LedgerReading.Part {
  /// The part as it is read where its article stands at `index`, and entities and events at other places.
  func moved(to index: Int, by entities: EntityMoves, _ events: EventMoves) -> Self {
    var part = self
    for place in part.entries.indices {
      part.entries[place].article = index
      part.entries[place].speakers = entities.moved(part.entries[place].speakers)
      part.entries[place].addressees = entities.moved(part.entries[place].addressees)
      part.entries[place].event = part.entries[place].event.map { events[$0] }
    }
    for place in part.counts.indices {
      part.counts[place].victims = Set(part.counts[place].victims.map { entities[$0] })
    }
    part.countsOfEvents = part.countsOfEvents.map { (events[$0.event], $0.counts) }
    part.alleged = part.alleged.map {
      TellingTable.Place(event: events[$0.event], support: $0.support)
    }
    return part
  }
}
