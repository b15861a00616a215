/// Where a pointing adjective aims, numbered as in the word list.
enum Pointer: Int, Sendable {
  case last = 1
  case next, past, previous, following, coming, same, current, recent, final, latest, intervening
  case this, that

  /// How many units away from the anchor it aims; nil where it names no single unit.
  var offset: Int? {
    switch self {
    case .last, .past, .previous, .latest: -1
    case .next, .following, .coming: 1
    case .same, .current, .this, .that: 0
    case .recent, .final, .intervening: nil
    }
  }

  /// Whether it counts from a date of the text rather than from the page.
  var isNarrative: Bool {
    switch self {
    case .previous, .following, .same, .that, .intervening: true
    case .last, .next, .past, .coming, .current, .recent, .final, .latest, .this: false
    }
  }
}

/// What a date expression states of a date; what is nil has to be filled in.
struct DateParts: Hashable, Sendable {
  /// The astronomical year: 0 is 1 BC.
  var year: Int?
  var month: Int?
  var day: Int?
  /// The ISO weekday.
  var weekday: Int?
  /// Spring 1, summer 2, autumn 3, winter 4.
  var season: Int?
  var quarter: Int?
  var half: Int?
  /// Whether the year is a bare number of three digits, which only an ancient story makes a year.
  var isAncient = false
  /// The holiday.
  var holiday: Holiday?
  /// The year as a distance from another one ("August of that year").
  var yearShift: YearShift?
  /// The larger unit that is meant, of which the parts name a day ("the week of March 6").
  var within: TimeUnit?
  /// How many weeks before or after the weekday ("a week ago Friday" is -1).
  var weeks = 0
  /// Of a numeric date: what its numbers prove about the order of day and month.
  var order: NumericOrder?
}

/// A year so many years from the page's or from the last one mentioned.
struct YearShift: Hashable, Sendable {
  var offset: Int
  var anchor: ShiftAnchor
}

/// The order of day and month in a numeric date.
enum NumericOrder: Sendable {
  case dayFirst, monthFirst
  /// Both orders give a date; the parts hold the one with the month first.
  case open
}

/// An amount of units: a number, a number and a half, or unknown.
enum Amount: Hashable, Sendable {
  case whole(Int)
  case andHalf(Int)
  /// The number before and after the decimal point.
  case decimal(Int, Int)
  case vague

  /// The whole number; nil where the amount is not one.
  var count: Int? {
    guard case .whole(let count) = self else { return nil }
    return count
  }
}

/// What a time of day states.
enum TimeOfDay: Hashable, Sendable {
  /// A part of the day with its TIMEX3 letters ("MO", "NI").
  case part(String)
  /// A clock time on the 24-hour clock; the minute is nil in "9 a.m.".
  case clock(hour: Int, minute: Int?)
  /// The 24:00 that ends the day.
  case midnight
}

/// The date that a shift counts from.
enum ShiftAnchor: Sendable {
  /// The date of the page.
  case page
  /// The last date of the text, else the page.
  case focus
}

/// What an expression says, before any context is looked at.
enum TimexMeaning: Hashable, Sendable {
  /// A date of which some parts are stated.
  case date(DateParts, Pointer?)
  /// A period that the expression names whole.
  case period(CalendarPeriod)
  /// The century of the page, or a decade of it counted from one.
  case ofThisCentury(decade: Int?)
  /// A period some units before or after an anchor; a nil count is unknown.
  case shift(unit: TimeUnit, count: Int?, direction: Int, anchor: ShiftAnchor)
  /// A length of time.
  case duration(TimeUnit, Amount)
  /// A repetition: value, quant and freq of the SET.
  case set(value: String, quant: String?, freq: String?)
  /// A word that only points: PRESENT_REF, PAST_REF or FUTURE_REF.
  case reference(String)
  /// A word so vague that only the annotators of histories mark it ("former", "this period").
  case vagueReference(String)
  /// Only a time of day.
  case timeOnly
}

extension TimexMeaning {
  /// The quarter that a report is about, `years` before it.
  static func quarterInQuestion(_ years: Int) -> TimexMeaning {
    .shift(unit: .quarter, count: 4 * years, direction: -1, anchor: .focus)
  }
}

/// One expression as a rule found it.
struct TimexDraft: Sendable {
  /// The tokens that it covers.
  var tokens: Range<Int>
  /// What it says.
  var meaning: TimexMeaning
  /// The time of day that it names.
  var time: TimeOfDay?
  /// The modifier.
  var mod: String?

  init(_ tokens: Range<Int>, _ meaning: TimexMeaning, time: TimeOfDay? = nil, mod: String? = nil) {
    self.tokens = tokens
    self.meaning = meaning
    self.time = time
    self.mod = mod
  }
}

/// What a rule found from one token on: one expression, or the two ends of a range.
struct TimexMatch: Sendable {
  /// The expressions in order, without overlap.
  var drafts: [TimexDraft]

  init(_ drafts: TimexDraft...) { self.drafts = drafts }

  /// The token after the last one covered.
  var upper: Int { drafts.last?.tokens.upperBound ?? 0 }

  /// The only expression; nil for a range.
  var single: TimexDraft? { drafts.count == 1 ? drafts.first : nil }
}

/// One class of expressions: what may begin one, and the function that reads it.
struct TimexRule: Sendable {
  /// The class of expressions, for provenance and tests.
  let name: String
  /// The classes of words that can begin an expression.
  let triggers: WordClass
  /// Reads the expression that begins at a token; nil where none does.
  let match: @Sendable (TimexCursor, Int) -> TimexMatch?
}
