public import DatelineText

/// When events were, as far as lists and strips of time need it.
public struct EventDays: Sendable {
  /// How many say nothing of when they were.
  public private(set) var undated = 0
  /// The first and the last day that any of them names.
  public private(set) var ends: ClosedRange<DayNumber>?
  /// The days of those that say enough of when they were; empty where they are counted.
  private var days: [ClosedRange<DayNumber>] = []
  /// The same, counted by day: of many events that is a fraction of the work.
  private var counts: DayCounts?

  /// From so many events on their days are counted, where these are not more.
  static let many = 1 << 14

  /// Prepares for `count` events.
  ///
  /// - Parameter bounds: The days between which all of them lie, where that is known.
  init(count: Int, within bounds: ClosedRange<DayNumber>? = nil) {
    if let bounds, count >= Self.many, bounds.lowerBound.distance(to: bounds.upperBound) < count {
      counts = DayCounts(bounds)
    }
  }

  /// Goes through the events of `corpus` in `rows`. Cost: a few nanoseconds each where it is stored.
  init(of rows: RowList, in corpus: Corpus) {
    let stored = corpus.stored?.corpus
    self.init(count: rows.count, within: stored?.timelineSummary?.ends)
    if let stored {
      stored.note(rows.set(of: corpus.facts.timeline.count), in: &self)
    } else {
      for row in rows { note(corpus.facts.timeline[row].interval) }
    }
  }

  /// Notes when an event was.
  public mutating func note(_ interval: DayInterval?) {
    guard let interval else {
      undated += 1
      return
    }
    guard let first = interval.earliest ?? interval.latest,
      let last = interval.latest ?? interval.earliest
    else { return }
    note(first, last, isOpen: interval.earliest == nil || interval.latest == nil)
  }

  /// Notes when the events in `rows` were, of which the first and last days are given as numbers of
  /// four bytes, those of the first event first; `Int32.min` stands for no day.
  public mutating func note(
    _ rows: RowSet, firstDays: UnsafeRawBufferPointer, lastDays: UnsafeRawBufferPointer
  ) {
    let count = min(firstDays.count, lastDays.count) / 4
    guard var counts else {
      rows.forEach { note(row: $0, count, firstDays, lastDays) }
      return
    }
    self.counts = nil
    // What is not counted, an event without or with open days, is noted one by one.
    var others: [Int] = []
    if let ends = counts.add(rows, firstDays, lastDays, count: count, others: &others) {
      widen(ends.lowerBound, ends.upperBound)
    }
    self.counts = counts
    for row in others { note(row: row, count, firstDays, lastDays) }
  }

  /// Notes when the event in a row was, as far as there are days of it.
  private mutating func note(
    row: Int, _ count: Int, _ firstDays: UnsafeRawBufferPointer,
    _ lastDays: UnsafeRawBufferPointer
  ) {
    guard row < count else { return note(nil) }
    let first = DayNumber(
      rawValue: firstDays.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
    let last = DayNumber(
      rawValue: lastDays.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
    switch (first.isSensible, last.isSensible) {
    case (true, true) where first <= last: note(first, last, isOpen: false)
    case (true, false): note(first, first, isOpen: true)
    case (false, true): note(last, last, isOpen: true)
    default: undated += 1
    }
  }

  private mutating func note(_ first: DayNumber, _ last: DayNumber, isOpen: Bool) {
    widen(first, last)
    guard !isOpen, first.distance(to: last) <= Density.longest else { return }
    if counts == nil {
      days.append(first...last)
    } else {
      counts?.add(first, last)
    }
  }

  private mutating func widen(_ first: DayNumber, _ last: DayNumber) {
    ends = min(first, ends?.lowerBound ?? first)...max(last, ends?.upperBound ?? last)
  }

  /// How many events fall on each stretch of time.
  func density(over window: ClosedRange<DayNumber>? = nil) -> Density {
    counts.map { Density(of: $0, over: window) } ?? Density(days: days, over: window)
  }
}

/// Pairs of days, counted by the first, by the last and by their middle.
struct DayCounts: Sendable {
  /// The day that the counts begin with.
  let start: DayNumber
  /// By first day.
  private(set) var firsts: [UInt32]
  /// By last day.
  private(set) var lasts: [UInt32]
  /// By the sum of both, as distances from the start.
  private(set) var sums: [UInt32]
  /// How many pairs there are.
  private(set) var total = 0

  /// Counts pairs of days of `bounds`.
  init(_ bounds: ClosedRange<DayNumber>) {
    start = bounds.lowerBound
    let span = bounds.lowerBound.distance(to: bounds.upperBound) + 1
    firsts = Array(repeating: 0, count: span)
    lasts = firsts
    sums = Array(repeating: 0, count: 2 * span)
  }

  /// Counts a pair; one out of bounds is left out.
  mutating func add(_ first: DayNumber, _ last: DayNumber) {
    let (lower, upper) = (start.distance(to: first), start.distance(to: last))
    guard lower >= 0, upper >= lower, upper < lasts.count else { return }
    firsts[lower] += 1
    lasts[upper] += 1
    sums[lower + upper] += 1
    total += 1
  }

  /// Counts the pairs in `rows`, whose days are given as numbers of four bytes, those of the first row
  /// first, as far as they are short and between the bounds; the other rows are added to `others`.
  /// Returns the first and the last day of those that were counted.
  ///
  /// Cost: two nanoseconds or so each, for no look is taken at what can be told without.
  mutating func add(
    _ rows: RowSet, _ firstDays: UnsafeRawBufferPointer, _ lastDays: UnsafeRawBufferPointer,
    count: Int, others: inout [Int]
  ) -> ClosedRange<DayNumber>? {
    let (base, span) = (start.rawValue, lasts.count)
    let before = others.count
    firsts.withUnsafeMutableBufferPointer { firsts in
      lasts.withUnsafeMutableBufferPointer { lasts in
        sums.withUnsafeMutableBufferPointer { sums in
          rows.forEach { row in
            guard row < count else { return others.append(row) }
            let lower =
              Int(firstDays.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
              &- Int(base)
            let upper =
              Int(lastDays.loadUnaligned(fromByteOffset: row * 4, as: Int32.self))
              &- Int(base)
            guard lower >= 0, upper < span, upper &- lower >= 0, upper &- lower <= Density.longest
            else { return others.append(row) }
            firsts[lower] &+= 1
            lasts[upper] &+= 1
            sums[lower &+ upper] &+= 1
          }
        }
      }
    }
    let counted = rows.size - (others.count - before)
    total += counted
    guard counted > 0, let first = firsts.firstIndex(where: { $0 > 0 }),
      let last = lasts.lastIndex(where: { $0 > 0 })
    else { return nil }
    return start.advanced(by: first)...start.advanced(by: last)
  }

  /// Day number `place` of some counts, in order of time.
  func day(_ place: Int, in counts: [UInt32]) -> DayNumber {
    var left = place
    for (offset, count) in counts.enumerated() {
      left -= Int(count)
      if left < 0 { return start.advanced(by: offset) }
    }
    return start.advanced(by: counts.count - 1)
  }
}
