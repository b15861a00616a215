import DatelineText

/// What the panes list while nothing is narrowed: made once for all facts, so that going back to
/// everything costs nothing, however large the corpus is.
struct WholeListing: Hashable, Sendable {
  /// All events.
  var events = RowList()
  /// How many of them are undated.
  var undated = 0
  /// When the dated ones happened.
  var density = Density()
  /// The first and the last day of all of them.
  var ends: ClosedRange<DayNumber>?
  /// All claims, after the pairs that clash.
  var claims = SectionedRows()
  /// How many claims there are.
  var claimCount = 0
  /// How many pairs clash.
  var conflictCount = 0

  /// Lists nothing.
  init() {}

  /// Lists all facts of `corpus`. Cost: some nanoseconds for each event, four bytes for each claim.
  init(_ corpus: Corpus) {
    events = RowList(all: corpus.facts.timeline.count)
    let days = EventDays(of: events, in: corpus)
    undated = days.undated
    density = Density(days: days.days)
    ends = days.ends
    for (heading, range) in corpus.clashes {
      claims.append(heading, isConflicts: true, range.map { UInt32($0) })
      conflictCount += range.count
    }
    for (kind, rows) in zip(Claim.Kind.allCases, corpus.groups(of: .claims)) {
      claims.append(kind.plural, rows)
      claimCount += rows.count
    }
  }
}

extension Corpus {
  /// The rows of the conflicts under their headings.
  var clashes: [(heading: String, rows: Range<Int>)] {
    let border = facts.conflicts.partitioningIndex { $0.level == .tension }
    return [("in conflict", 0..<border), ("in tension", border..<facts.conflicts.count)]
  }
}

/// When events were, as lists sum it up.
struct EventDays {
  /// The days of those that say enough of when they were.
  private(set) var days: [ClosedRange<DayNumber>] = []
  /// How many say nothing.
  private(set) var undated = 0
  /// The first and the last day that any of them names.
  private(set) var ends: ClosedRange<DayNumber>?

  /// Goes through the events of `corpus` in `rows`. Cost: some nanoseconds each where it is stored.
  init(of rows: RowList, in corpus: Corpus) {
    days.reserveCapacity(rows.count)
    if let stored = corpus.stored {
      stored.corpus.forEachInterval(ofEvents: rows) { note($0) }
    } else {
      for row in rows { note(corpus.facts.timeline[row].interval) }
    }
  }

  private mutating func note(_ interval: DayInterval?) {
    guard let interval else {
      undated += 1
      return
    }
    if let days = Density.days(of: interval) { self.days.append(days) }
    guard let first = interval.earliest ?? interval.latest,
      let last = interval.latest ?? interval.earliest
    else { return }
    ends = min(first, ends?.lowerBound ?? first)...max(last, ends?.upperBound ?? last)
  }
}
