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
    density = days.density()
  }

  /// Sums up all events of `corpus`.
  public init(_ corpus: Corpus) {
    self.init(of: RowList(all: corpus.facts.timeline.count), in: corpus)
  }

  /// Sums up these events without some, which were at `intervals`; the days that are drawn stay.
  public func removing(_ intervals: [DayInterval?]) -> TimelineSummary {
    var sum = self
    var days = EventDays(count: intervals.count)
    for interval in intervals { days.note(interval) }
    sum.undated -= days.undated
    let less = Density(intervals.compactMap(\.self), over: density.days)
    sum.density.counts = zip(density.counts, less.counts).map { $0 - $1 }
    sum.density.earlier -= less.earlier
    sum.density.later -= less.later
    return sum
  }

  /// Sums up these events and a few others, whose own sum is `other` and which were at `intervals`;
  /// the days that are drawn stay those of these, if there are any. Cost: a pass over the others.
  public func adding(_ other: TimelineSummary, of intervals: [DayInterval?]) -> TimelineSummary {
    var sum = self
    sum.undated += other.undated
    if let ends, let more = other.ends {
      sum.ends = min(ends.lowerBound, more.lowerBound)...max(ends.upperBound, more.upperBound)
    } else {
      sum.ends = ends ?? other.ends
    }
    guard density.days != nil else {
      sum.density = other.density
      return sum
    }
    let more = Density(intervals.compactMap(\.self), over: density.days)
    sum.density.counts = zip(density.counts, more.counts).map { $0 + $1 }
    sum.density.earlier += more.earlier
    sum.density.later += more.later
    return sum
  }
}
