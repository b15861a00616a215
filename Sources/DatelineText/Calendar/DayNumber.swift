/// A day as the number of days since 1 January 1970 in the proleptic Gregorian calendar.
public struct DayNumber: Hashable, Sendable, Comparable, RawRepresentable {
  /// Days since 1970-01-01; negative before.
  public let rawValue: Int32

  /// Makes the day `rawValue` days after 1970-01-01.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Makes the day of a calendar date. The date must exist.
  ///
  /// Method: days from civil, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// The calendar date of this day.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// Whether one can count on from the day: others come from damaged bytes.
  public var isSensible: Bool { rawValue >= -1_000_000_000 && rawValue <= 1_000_000_000 }

  /// The ISO weekday: Monday is 1, Sunday is 7.
  public var weekday: Int { ((Int(rawValue) % 7) + 7 + 3) % 7 + 1 }

  /// The day `days` later.
  public func advanced(by days: Int) -> DayNumber { DayNumber(rawValue: rawValue + Int32(days)) }

  /// The number of days from this day to `other`.
  public func distance(to other: DayNumber) -> Int { Int(other.rawValue) - Int(rawValue) }

  /// Orders in time.
  public static func < (left: DayNumber, right: DayNumber) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The date in ISO 8601 form, "2025-10-09".
  public var iso: String {
    let (year, month, day) = date
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number.magnitude)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return (year < 0 ? "-" : "") + padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// Reads a date in ISO 8601 form, "2025-10-09"; nil where it is none or does not exist.
  public init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let number = DayNumber(year: year, month: month, day: day)
    guard number.date == (year, month, day) else { return nil }
    self = number
  }
}
