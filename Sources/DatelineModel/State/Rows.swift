public import DatelineText

/// One row of the graph pane in its list and path views.
public enum GraphRow: Hashable, Sendable {
  /// A heading; never selected.
  case heading(String)
  /// A relation, by its row in the corpus. `hop` counts the steps of a path from 0.
  case edge(relation: Int, hop: Int)
}

/// One row of the claims pane.
public enum ClaimRow: Hashable, Sendable {
  /// A heading; never selected.
  case heading(String)
  /// Two claims that clash, by the row of their conflict in the corpus.
  case conflict(Int)
  /// A claim, by its row in the corpus.
  case claim(Int)
}

/// What a row of the claims pane is about, by identifiers: so it is found again after rows moved.
public enum ClaimSubject: Hashable, Sendable {
  /// Two claims that clash.
  case conflict(String, String)
  /// A claim.
  case claim(String)
}

/// The nearest neighbours of an entity, and how often each two share a sentence or an event.
public struct Neighbourhood: Hashable, Sendable {
  /// The entities: the middle one first, then the nearest.
  public var nodes: [EntityID] = []
  /// For each of them the row of the strongest relation with the one in the middle; nil for the
  /// middle itself, and where none is listed.
  public var strongest: [Int?] = []
  /// How many supports connect each two, row by row.
  public var weights: [[Int]] = []
  /// How many neighbours there are in all.
  public var total = 0

  /// Makes an empty neighbourhood.
  public init() {}
}

/// How many events fall on each stretch of time.
public struct Density: Hashable, Sendable {
  /// The first and the last day; nil where nothing is dated.
  public var days: ClosedRange<DayNumber>?
  /// Counts over equal stretches of these days.
  public var counts: [Int] = []
  /// How many events lie before and after these days: few and far away.
  public var earlier = 0
  /// How many lie after them.
  public var later = 0

  /// The greatest number of stretches: finer than any screen is wide.
  private static let stretches = 512
  /// An event spread over more days than this says too little about when.
  static let longest = 62

  /// Makes the density of nothing.
  public init() {}

  /// Counts the days on which `intervals` have their middle, over `window`, or over the days that
  /// they cover. Cost: two passes.
  public init(
    _ intervals: some Collection<DayInterval>, over window: ClosedRange<DayNumber>? = nil
  ) {
    self.init(days: intervals.compactMap { Self.days(of: $0) }, over: window)
  }

  /// The days of `interval`; nil where they say too little of when it was.
  static func days(of interval: DayInterval) -> ClosedRange<DayNumber>? {
    guard let first = interval.earliest, let last = interval.latest,
      first.distance(to: last) <= longest
    else { return nil }
    return first...last
  }

  /// Counts stretches of `days` by their middle.
  init(days: [ClosedRange<DayNumber>], over window: ClosedRange<DayNumber>? = nil) {
    guard let range = window ?? Self.range(of: days) else { return }
    begin(range)
    let first = range.lowerBound
    for day in days {
      add(first.distance(to: day.lowerBound) + first.distance(to: day.upperBound), 1)
    }
  }

  /// The same of days that are counted already. Cost: a pass over the counts.
  init(of days: DayCounts, over window: ClosedRange<DayNumber>? = nil) {
    guard let range = window ?? Self.range(of: days) else { return }
    begin(range)
    let offset = 2 * range.lowerBound.distance(to: days.start)
    for (sum, count) in days.sums.enumerated() where count > 0 { add(sum + offset, Int(count)) }
  }

  private mutating func begin(_ range: ClosedRange<DayNumber>) {
    days = range
    let span = range.lowerBound.distance(to: range.upperBound) + 1
    counts = Array(repeating: 0, count: min(span, Self.stretches))
  }

  /// Counts `count` events whose first and last day are, together, `distance` days from the first.
  private mutating func add(_ distance: Int, _ count: Int) {
    guard let days else { return }
    let span = days.lowerBound.distance(to: days.upperBound) + 1
    let middle = distance / 2
    if middle < 0 { earlier += count }
    if middle >= span { later += count }
    guard 0..<span ~= middle else { return }
    counts[middle * counts.count / span] += count
  }

  /// The days that the strip covers: all, unless a few far away would press the rest together.
  private static func range(of days: [ClosedRange<DayNumber>]) -> ClosedRange<DayNumber>? {
    guard let earliest = days.lazy.map(\.lowerBound).min(),
      let latest = days.lazy.map(\.upperBound).max()
    else { return nil }
    return range(from: earliest, to: latest, of: days.count) { place in
      day(place, of: days.lazy.map(\.lowerBound), from: earliest, to: latest)
    } last: { place in
      day(place, of: days.lazy.map(\.upperBound), from: earliest, to: latest)
    }
  }

  private static func range(of days: DayCounts) -> ClosedRange<DayNumber>? {
    guard days.total > 0 else { return nil }
    return range(
      from: days.day(0, in: days.firsts), to: days.day(days.total - 1, in: days.lasts),
      of: days.total
    ) {
      days.day($0, in: days.firsts)
    } last: {
      days.day($0, in: days.lasts)
    }
  }

  /// The days that are covered where `count` events lie between two days; `first` and `last` tell the
  /// day on which so many have begun or ended.
  private static func range(
    from earliest: DayNumber, to latest: DayNumber, of count: Int, first: (Int) -> DayNumber,
    last: (Int) -> DayNumber
  ) -> ClosedRange<DayNumber> {
    let few = count / 12
    let low = first(few)
    let high = max(low, last(count - 1 - few))
    let core = max(7, low.distance(to: high))
    guard earliest.distance(to: latest) > core * 3 else { return earliest...latest }
    let margin = core / 4
    return max(earliest, low.advanced(by: -margin))...min(latest, high.advanced(by: margin))
  }

  /// Day number `place` of `days` in order of time. Cost: days of a few thousand years are counted,
  /// and only others sorted.
  private static func day(
    _ place: Int, of days: some Collection<DayNumber>, from earliest: DayNumber,
    to latest: DayNumber
  ) -> DayNumber {
    let span = earliest.distance(to: latest)
    guard span < 1 << 20 else { return days.sorted()[place] }
    var counts = [Int32](repeating: 0, count: span + 1)
    for day in days { counts[earliest.distance(to: day)] += 1 }
    var rest = place
    for (offset, count) in counts.enumerated() {
      rest -= Int(count)
      if rest < 0 { return earliest.advanced(by: offset) }
    }
    return latest
  }
}

/// How much has the words that are filtered by, and is hidden by the days, the entity, or what else is
/// narrowed to.
public struct HiddenHits: Hashable, Sendable {
  /// How many articles.
  public var articles = 0
  /// How many events.
  public var events = 0

  /// Hides nothing.
  public init() {}

  /// Whether nothing is hidden.
  public var isEmpty: Bool { articles == 0 && events == 0 }
}

/// The rows of all panes: what passes the scope. Derived; made anew when scope or corpus change.
public struct Listing: Hashable, Sendable {
  /// Articles that pass, as indices into the corpus, in the order of display.
  public var articles: [Int] = []
  /// Events that pass, as indices, in order of time, the undated last.
  public var events = RowList()
  /// How many of the events are undated.
  public var undated = 0
  /// What has the words that are being typed, and is hidden by the rest of the scope.
  public var hidden = HiddenHits()
  /// When the dated ones happened.
  public var density = Density()
  /// Whether the days of events and articles are of several years, so that one without its year says
  /// too little.
  public var spansYears = false
  /// Relations that pass, as rows of the graph pane.
  public var graph = GraphRows()
  /// How many of its rows are relations.
  public var edgeCount: Int { graph.edgeCount }
  /// Claims that pass.
  public var claims = SectionedRows()
  /// How many claims pass.
  public var claimCount = 0
  /// How many pairs that clash pass.
  public var conflictCount = 0
  /// The neighbours, for matrix and ring.
  public var neighbours = Neighbourhood()
  /// Where the events that pass happened; made where the map is shown.
  public var places: [MappedPlace] = []
  /// The entity in the middle; nil where all relations are listed.
  public var ego: EntityID?
  /// When events were that name the entity in the middle, over the days of the timeline.
  public var egoDensity = Density()

  /// Makes empty lists.
  public init() {}

  /// Forgets the claims.
  mutating func leaveOutClaims() {
    claims = SectionedRows()
    claimCount = 0
    conflictCount = 0
  }

  /// The row of the timeline that shows an event of the corpus; nil where it does not pass. Cost: a
  /// binary search, for events are listed in the order of the corpus.
  func row(ofEvent event: Int) -> Int? {
    let row = events.partitioningIndex { $0 >= event }
    return row < events.count && events[row] == event ? row : nil
  }
}

/// What in the other panes belongs to the selected row. Derived; made anew after a pause.
public struct Linked: Hashable, Sendable {
  /// The pane whose selection is followed.
  public var source = Pane.articles
  /// Articles that tell it.
  public var articles: Set<ArticleID> = []
  /// Events that belong to it, as indices.
  public var events: Set<Int> = []
  /// Relations that belong to it, as indices.
  public var relations: Set<Int> = []
  /// The entity that stands out in it.
  public var ego: EntityID?

  /// Makes links to nothing.
  public init() {}
}
