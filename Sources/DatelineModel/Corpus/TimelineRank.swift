public import DatelineText

/// Where an event of some days stands in the order of time.
///
/// By the first day, then the last one. What is only known to have been over by a day stands before
/// that day, what is only known to have begun on one after what ended: readers look for it there, and
/// not behind the events of later years. What has no day stands last.
public struct TimelineRank: Comparable, Sendable {
  private let first: Int32
  private let last: Int32

  /// The rank of `interval`.
  public init(_ interval: DayInterval?) {
    first = (interval?.earliest ?? interval?.latest)?.rawValue ?? .max
    let hasStart = interval?.earliest != nil
    last = hasStart ? interval?.latest?.rawValue ?? .max : interval == nil ? .max : .min
  }

  /// Whether `left` is earlier.
  public static func < (left: Self, right: Self) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
