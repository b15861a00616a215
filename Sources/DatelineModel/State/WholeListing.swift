public import DatelineText

/// What the panes list while nothing is narrowed: made once for all facts, so that going back to
/// everything costs nothing, however large the corpus is.
struct WholeListing: Hashable, Sendable {
  /// All events.
  var events = RowList()
  /// When they happened.
  var timeline = TimelineSummary()
  /// All claims, after the pairs that clash.
  var claims = SectionedRows()
  /// How many claims there are.
  var claimCount = 0
  /// How many pairs clash.
  var conflictCount = 0

  /// Lists nothing.
  init() {}

  /// Lists all facts of `corpus`. Cost: where the corpus does not store it some nanoseconds for each
  /// event, and four bytes for each claim.
  init(_ corpus: Corpus) {
    events = RowList(all: corpus.facts.timeline.count)
    timeline =
      corpus.stored?.corpus.timelineSummary ?? TimelineSummary(of: events, in: corpus)
    for section in corpus.clashes {
      claims.append(
        section.heading, isConflicts: true, isOrdered: true,
        Table(section.rows.map { UInt32($0) }))
      conflictCount += section.rows.count
    }
    for (kind, rows) in zip(Claim.Kind.allCases, corpus.groups(of: .claims)) {
      claims.append(kind.plural, isOrdered: true, rows)
      claimCount += rows.count
    }
  }
}

/// The conflicts under one heading.
struct ClashSection {
  /// What is written above them.
  var heading: String
  /// Their rows.
  var rows: Range<Int>
}

extension Corpus {
  /// The rows of the conflicts under their headings.
  var clashes: [ClashSection] {
    let count = facts.conflicts.count
    let border =
      stored?.corpus.firstTension.map { min($0, count) }
      ?? facts.conflicts.partitioningIndex { $0.level == .tension }
    return [
      ClashSection(heading: "in conflict", rows: 0..<border),
      ClashSection(heading: "in tension", rows: border..<count),
    ]
  }
}

/// When events were, as the timeline sums it up.
public struct TimelineSummary: Hashable, Sendable {
  /// How many say nothing of when they were.
  public var undated = 0
  /// The first and the last day that any of them names.
  public var ends: ClosedRange<DayNumber>?
  /// When the dated ones happened.
  public var density = Density()

  /// Sums up no events.
  public init() {}

  /// Sums up the events of `corpus` in `rows`. Cost: some nanoseconds each where it is stored.
  init(of rows: RowList, in corpus: Corpus) {
    let days = EventDays(of: rows, in: corpus)
    undated = days.undated
    ends = days.ends
    density = Density(days: days.days)
  }

  /// Sums up all events of `corpus`.
  public init(_ corpus: Corpus) {
    self.init(of: RowList(all: corpus.facts.timeline.count), in: corpus)
  }
}

/// When events were.
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
