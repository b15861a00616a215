/// A unit of calendar time, numbered as in the word list of time expressions.
enum TimeUnit: Int, Hashable, Sendable {
  case second, minute, hour, day, week, fortnight, weekend, month, quarter, year, decade, century

  /// Whether the unit is shorter than a day.
  var isClock: Bool { rawValue <= TimeUnit.hour.rawValue }

  /// The letters after the number in an ISO 8601 duration; decades and centuries by the habit of
  /// TimeML for an unknown number of them ("PXDE", "PXCE").
  var designator: String {
    switch self {
    case .second: "S"
    case .minute: "M"
    case .hour: "H"
    case .day: "D"
    case .week, .fortnight: "W"
    case .weekend: "WE"
    case .month: "M"
    case .quarter: "Q"
    case .year: "Y"
    case .decade: "DE"
    case .century: "CE"
    }
  }

  /// How many of `base` the unit holds, so that "two decades" is twenty years.
  var scaled: (base: TimeUnit, factor: Int) {
    switch self {
    case .fortnight: (.week, 2)
    case .decade: (.year, 10)
    case .century: (.year, 100)
    default: (self, 1)
    }
  }

  /// The grain of a date that is known to this unit.
  var grain: Grain {
    switch self {
    case .second, .minute, .hour: .time
    case .day: .day
    case .week, .fortnight, .weekend: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }
}
