/// The unit in which a date is known, from fine to coarse.
public enum Grain: Int, Hashable, Sendable, Comparable, CaseIterable {
  case time, day, week, month, quarter, season, year, decade, century

  /// Orders from fine to coarse.
  public static func < (left: Grain, right: Grain) -> Bool { left.rawValue < right.rawValue }
}

/// A closed interval of days, either end of which may be open (unknown).
public struct DayInterval: Hashable, Sendable {
  /// The first day that is possible; nil where there is no lower bound.
  public var earliest: DayNumber?
  /// The last day that is possible; nil where there is no upper bound.
  public var latest: DayNumber?

  /// Makes an interval. Where both ends are known, `earliest` must not be after `latest`.
  public init(earliest: DayNumber?, latest: DayNumber?) {
    if let earliest, let latest {
      precondition(earliest <= latest, "an interval runs forwards in time")
    }
    self.earliest = earliest
    self.latest = latest
  }

  /// Makes the interval of one day.
  public init(_ day: DayNumber) { self.init(earliest: day, latest: day) }

  /// The days common to both intervals; nil where there is none.
  public func intersection(_ other: DayInterval) -> DayInterval? {
    let first = Self.both(earliest, other.earliest, max)
    let last = Self.both(latest, other.latest, min)
    if let first, let last, first > last { return nil }
    return DayInterval(earliest: first, latest: last)
  }

  /// One of two days where both are known, else the one that is.
  private static func both(
    _ left: DayNumber?, _ right: DayNumber?, _ choose: (DayNumber, DayNumber) -> DayNumber
  ) -> DayNumber? {
    guard let left else { return right }
    return right.map { choose(left, $0) } ?? left
  }

  /// Whether the two intervals share at least one day.
  public func overlaps(_ other: DayInterval) -> Bool { intersection(other) != nil }

  /// Whether `day` lies inside.
  public func contains(_ day: DayNumber) -> Bool { overlaps(DayInterval(day)) }
}
