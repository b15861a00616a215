/// One period of the calendar: what the value of a dated expression stands for.
///
/// Years are astronomical: 0 is 1 BC, -240 is 241 BC.
enum CalendarPeriod: Hashable, Sendable {
  case day(DayNumber)
  /// The ISO week that begins on this Monday.
  case week(DayNumber)
  /// The weekend of the ISO week that begins on this Monday.
  case weekend(DayNumber)
  case month(year: Int, month: Int)
  case quarter(year: Int, quarter: Int)
  case half(year: Int, half: Int)
  case season(year: Int, season: Int)
  case year(Int)
  /// The ten years that begin with `tens` times ten.
  case decade(tens: Int)
  /// The hundred years that begin with `hundreds` times a hundred.
  case century(hundreds: Int)

  /// The period of unit `unit` that holds `day`.
  init(_ unit: TimeUnit, holding day: DayNumber) {
    let (year, month, _) = day.date
    switch unit {
    case .second, .minute, .hour, .day: self = .day(day)
    case .week, .fortnight: self = .week(day.monday)
    case .weekend: self = .weekend(day.monday)
    case .month: self = .month(year: year, month: month)
    case .quarter: self = .quarter(year: year, quarter: (month + 2) / 3)
    case .year: self = .year(year)
    case .decade: self = .decade(tens: year.flooredQuotient(10))
    case .century: self = .century(hundreds: year.flooredQuotient(100))
    }
  }

  /// The same kind of period, `count` periods later.
  func advanced(by count: Int) -> CalendarPeriod {
    switch self {
    case .day(let day): return .day(day.advanced(by: count))
    case .week(let monday): return .week(monday.advanced(by: 7 * count))
    case .weekend(let monday): return .weekend(monday.advanced(by: 7 * count))
    case .month(let year, let month):
      let index = year * 12 + month - 1 + count
      return .month(year: index.flooredQuotient(12), month: index.flooredRemainder(12) + 1)
    case .quarter(let year, let quarter):
      let index = year * 4 + quarter - 1 + count
      return .quarter(year: index.flooredQuotient(4), quarter: index.flooredRemainder(4) + 1)
    case .half(let year, let half):
      let index = year * 2 + half - 1 + count
      return .half(year: index.flooredQuotient(2), half: index.flooredRemainder(2) + 1)
    case .season(let year, let season): return .season(year: year + count, season: season)
    case .year(let year): return .year(year + count)
    case .decade(let tens): return .decade(tens: tens + count)
    case .century(let hundreds): return .century(hundreds: hundreds + count)
    }
  }

  /// The grain of the period.
  var grain: Grain {
    switch self {
    case .day: .day
    case .week, .weekend: .week
    case .month: .month
    case .quarter, .half: .quarter
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  /// The year in which the period begins.
  var year: Int {
    switch self {
    case .day(let day), .week(let day), .weekend(let day): day.date.year
    case .month(let year, _), .quarter(let year, _), .half(let year, _), .season(let year, _),
      .year(let year):
      year
    case .decade(let tens): tens * 10
    case .century(let hundreds): hundreds * 100
    }
  }

  /// The month of a day or a month; nil for the other periods.
  var month: Int? {
    switch self {
    case .day(let day): day.date.month
    case .month(_, let month): month
    case .week, .weekend, .quarter, .half, .season, .year, .decade, .century: nil
    }
  }

  /// The first and the last day. Winter runs over the turn of the year, so the winter "of" a year
  /// may be the one that it begins or ends with: both are inside.
  var days: DayInterval {
    switch self {
    case .day(let day): DayInterval(day)
    case .week(let monday):
      DayInterval(earliest: monday, latest: monday.advanced(by: 6))
    case .weekend(let monday):
      DayInterval(earliest: monday.advanced(by: 5), latest: monday.advanced(by: 6))
    case .month(let year, let month): Self.months(year, month, 1)
    case .quarter(let year, let quarter): Self.months(year, quarter * 3 - 2, 3)
    case .half(let year, let half): Self.months(year, half * 6 - 5, 6)
    case .season(let year, 4): Self.months(year, 1, 14)
    case .season(let year, let season): Self.months(year, season * 3, 3)
    case .year(let year): Self.months(year, 1, 12)
    case .decade(let tens): Self.months(tens * 10, 1, 120)
    case .century(let hundreds): Self.months(hundreds * 100, 1, 1200)
    }
  }

  /// The days of `count` months from the first of `month`.
  private static func months(_ year: Int, _ month: Int, _ count: Int) -> DayInterval {
    let end = month - 1 + count
    let next = DayNumber(year: year + end / 12, month: end % 12 + 1, day: 1)
    return DayInterval(
      earliest: DayNumber(year: year, month: month, day: 1), latest: next.advanced(by: -1))
  }

  /// The value of the period in TIMEX3.
  var value: String {
    switch self {
    case .day(let day):
      let (year, month, dayOfMonth) = day.date
      return Self.text(ofYear: year) + "-" + month.padded(2) + "-" + dayOfMonth.padded(2)
    case .week(let monday): return Self.text(ofWeek: monday)
    case .weekend(let monday): return Self.text(ofWeek: monday) + "-WE"
    case .month(let year, let month): return Self.text(ofYear: year) + "-" + month.padded(2)
    case .quarter(let year, let quarter): return Self.text(ofYear: year) + "-Q\(quarter)"
    case .half(let year, let half): return Self.text(ofYear: year) + "-H\(half)"
    case .season(let year, let season):
      let names = ["SP", "SU", "FA", "WI"]
      return Self.text(ofYear: year) + "-" + names[min(max(season, 1), 4) - 1]
    case .year(let year): return Self.text(ofYear: year)
    case .decade(let tens):
      return tens < 0 ? "BC" + (-tens - 1).padded(3) : tens.padded(3)
    case .century(let hundreds):
      return hundreds < 0 ? "BC" + (-hundreds - 1).padded(2) : hundreds.padded(2)
    }
  }

  /// Four digits; before the common era "BC" and four digits, as TIMEX2 and WikiWars write it.
  static func text(ofYear year: Int) -> String {
    year > 0 ? year.padded(4) : "BC" + (1 - year).padded(4)
  }

  private static func text(ofWeek monday: DayNumber) -> String {
    let thursday = monday.advanced(by: 3)
    let year = thursday.date.year
    let first = DayNumber(year: year, month: 1, day: 1)
    return text(ofYear: year) + "-W" + (first.distance(to: thursday) / 7 + 1).padded(2)
  }
}

extension DayNumber {
  /// The Monday of the same ISO week.
  var monday: DayNumber { advanced(by: 1 - weekday) }

  /// The day of a calendar date; nil where the calendar has no such day.
  static func checked(year: Int, month: Int, day: Int) -> DayNumber? {
    guard (1...12).contains(month), (1...31).contains(day), (-9999...9999).contains(year)
    else { return nil }
    let number = DayNumber(year: year, month: month, day: day)
    return number.date.month == month ? number : nil
  }
}

extension Int {
  /// The quotient rounded down, so that it is right before year 0.
  func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }

  /// The remainder that goes with `flooredQuotient`.
  func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }

  /// The number with leading zeros up to `width` digits.
  func padded(_ width: Int) -> String {
    let digits = String(magnitude)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
