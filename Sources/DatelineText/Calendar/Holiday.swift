/// A named day, found in a year by its rule.
struct Holiday: Hashable, Sendable {
  /// How a named day is found in a year of the Gregorian calendar.
  enum Rule: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// The `count`th such weekday of a month, the last where it is negative, and some days later.
    case weekday(count: Int, weekday: Int, month: Int, later: Int)
    /// The Tuesday after the first Monday of November.
    case election
    /// Days after Easter Sunday of the western churches.
    case easter(Int)
    /// A day of the tabular Islamic calendar.
    case islamic(month: Int, day: Int)
    /// A month of the tabular Islamic calendar, found by its first day.
    case islamicMonth(Int)
    /// The first day of the Persian year.
    case nowruz
    /// A day of the table of days that follow the moon, and some days later.
    case table(Substring, later: Int)
    /// A day that was once.
    case once(DayNumber)
  }

  /// How it is found.
  let rule: Rule

  /// How many days earlier or later it may be kept: countries that sight the moon differ by one.
  var spread: Int {
    switch rule {
    case .islamic, .table("diwali", _), .table("holi", _): 1
    case .fixed, .weekday, .election, .easter, .islamicMonth, .nowruz, .table, .once: 0
    }
  }

  /// The days of `year` on which it falls: one as a rule, two or none for an Islamic day.
  func days(in year: Int) -> [DayNumber] {
    switch rule {
    case .fixed(let month, let day):
      return DayNumber.checked(year: year, month: month, day: day).map { [$0] } ?? []
    case .weekday(let count, let weekday, let month, let later):
      return [Self.weekday(count, weekday, year, month).advanced(by: later)]
    case .election: return [Self.weekday(1, 1, year, 11).advanced(by: 1)]
    case .easter(let days): return [Self.easter(year).advanced(by: days)]
    case .islamic(let month, let day): return Self.islamic(month, day, in: year)
    case .islamicMonth(let month): return Self.islamic(month, 1, in: year)
    case .nowruz: return [Self.nowruz(year)]
    case .table(let name, let later):
      return MovableDays.embedded.day(of: name, in: year).map { [$0.advanced(by: later)] } ?? []
    case .once(let day): return day.date.year == year ? [day] : []
    }
  }

  /// The days of the ninth and of every other odd month of the tabular Islamic calendar.
  static let lengthOfMonth = 30

  // MARK: - Calendars

  /// The `count`th `weekday` of a month, the last where `count` is negative.
  private static func weekday(_ count: Int, _ weekday: Int, _ year: Int, _ month: Int) -> DayNumber
  {
    guard count > 0 else {
      let days = CalendarPeriod.month(year: year, month: month).days
      let last = days.latest ?? DayNumber(year: year, month: month, day: 28)
      return last.advanced(by: -((last.weekday - weekday + 7) % 7))
    }
    let first = DayNumber(year: year, month: month, day: 1)
    return first.advanced(by: (weekday - first.weekday + 7) % 7 + 7 * (count - 1))
  }

  /// Easter Sunday. Method: the anonymous Gregorian computus, after Meeus, "Astronomical
  /// Algorithms", chapter 8.
  private static func easter(_ year: Int) -> DayNumber {
    let golden = year.flooredRemainder(19)
    let century = year.flooredQuotient(100)
    let skipped = (century + 8) / 25
    let epact = (19 * golden + century - century / 4 - (century - skipped + 1) / 3 + 15)
      .flooredRemainder(30)
    let ofCentury = year.flooredRemainder(100)
    let sunday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4)
      .flooredRemainder(7)
    let correction = (golden + 11 * epact + 22 * sunday) / 451
    let number = epact + sunday - 7 * correction + 114
    return DayNumber(year: year, month: number / 31, day: number % 31 + 1)
  }

  /// The days of a Gregorian year that are this day of the tabular Islamic calendar (the civil
  /// one, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30). A country's sighting of the
  /// moon may differ by a day.
  private static func islamic(_ month: Int, _ day: Int, in year: Int) -> [DayNumber] {
    let first = (year - 622) * 33 / 32
    return (first - 1...first + 2).compactMap { islamicYear in
      let days = day + (59 * (month - 1) + 1) / 2 + (islamicYear - 1) * 354
      let leap = (3 + 11 * islamicYear).flooredQuotient(30)
      // The epoch, 16 July 622 of the Julian calendar, is 492,149 days before 1970.
      let number = DayNumber(rawValue: Int32(clamping: days + leap - 492_149))
      return number.date.year == year ? number : nil
    }
  }

  /// The first day of the Persian year that begins in `year`: 21 March or, after a leap year of the
  /// 33-year cycle, 20 March; right for 1900 to 2100 save a few years at the edges.
  private static func nowruz(_ year: Int) -> DayNumber {
    let leaps = [1, 5, 9, 13, 17, 22, 26, 30]
    var start = DayNumber(year: 2025, month: 3, day: 21)
    var persian = 1404
    while persian < year - 621 {
      start = start.advanced(by: leaps.contains(persian % 33) ? 366 : 365)
      persian += 1
    }
    while persian > max(year - 621, 1) {
      persian -= 1
      start = start.advanced(by: leaps.contains(persian % 33) ? -366 : -365)
    }
    return start
  }
}

/// The table of days that follow the moon.
struct MovableDays: Sendable {
  private var days: [Substring: [Int: DayNumber]] = [:]

  /// The embedded table, read once.
  static let embedded = MovableDays(table: .movableDays)

  init(table: EmbeddedTable) {
    for row in table.rows where row.count == 4 {
      guard let year = Int(row[1]), let month = Int(row[2]), let day = Int(row[3]) else { continue }
      days[row[0], default: [:]][year] = DayNumber.checked(year: year, month: month, day: day)
    }
  }

  /// The day called `name` in `year`; nil outside of the table.
  func day(of name: Substring, in year: Int) -> DayNumber? { days[name]?[year] }
}
