/// Gives each expression its value, in order of the text.
///
/// It keeps the last date mentioned as the narrative focus, for "the next day" and "two years
/// later", and in histories for every date without a year.
struct TimexNormalizer {
  /// A date mentioned in the text.
  struct Focus {
    var period: CalendarPeriod
    var sentence: Int
    var block: Int
    /// Whether the text stated its year.
    var isStated: Bool
  }

  /// The expressions to resolve.
  let candidates: [TimexCandidate]
  /// The day of the page.
  let page: DayNumber?
  /// Whether the text tells of times long before the page, so that dates hang on each other.
  let isHistory: Bool
  /// The last date mentioned.
  var focus: Focus?
  /// The last day mentioned.
  var focusDay: Focus?
  /// The last quarter mentioned.
  var focusQuarter: Focus?
  private let numericOrder: NumericOrder?
  private let nextYears: [Int?]

  /// Makes a normaliser of an article's expressions.
  init(candidates: [TimexCandidate], page: DayNumber?) {
    self.candidates = candidates
    self.page = page
    isHistory = Genre.isHistory(candidates, page: page)
    numericOrder =
      candidates.lazy.compactMap { candidate -> NumericOrder? in
        guard case .date(let parts, _) = candidate.draft.meaning, parts.order != .open else {
          return nil
        }
        return parts.order
      }.first
    nextYears = Self.nextStatedYears(candidates)
  }

  /// For each expression the next year that the text states after it.
  private static func nextStatedYears(_ candidates: [TimexCandidate]) -> [Int?] {
    var next: Int?
    var years: [Int?] = Array(repeating: nil, count: candidates.count)
    for index in candidates.indices.reversed() {
      years[index] = next
      if let year = candidates[index].statedYear, !candidates[index].isAside { next = year }
    }
    return years
  }

  /// Resolves all expressions.
  mutating func timexes() -> [Timex3] {
    var result: [Timex3] = []
    result.reserveCapacity(candidates.count)
    for index in candidates.indices {
      if candidates[index].isVague, !isHistory || !isAncientStory(candidates[index]) { continue }
      result.append(resolved(index))
    }
    return result
  }

  /// Whether a number of three digits can be a year here: the story is in a year below 1000.
  private func isAncientStory(_ candidate: TimexCandidate) -> Bool {
    guard case .date(let parts, _) = candidate.draft.meaning, parts.isAncient else { return true }
    return focus.map { $0.period.year < 1000 } ?? false
  }

  /// The expression at `index`, resolved.
  mutating func resolved(_ index: Int) -> Timex3 { resolve(candidates[index], at: index) }

  private mutating func resolve(_ candidate: TimexCandidate, at index: Int) -> Timex3 {
    switch candidate.draft.meaning {
    case .date(let parts, let pointer):
      return dated(candidate, at: index, parts: ordered(parts), pointer)
    case .period(let period): return timex(candidate, period, isRelative: false)
    case .ofThisCentury(let decade):
      guard let page else { return plain(candidate, .date, "XX") }
      let century = CalendarPeriod(.century, holding: page)
      let tens = decade.map { century.year / 10 + $0 - 1 }
      return timex(candidate, tens.map { .decade(tens: $0) } ?? century, isRelative: true)
    case .shift(let unit, let count, let direction, let anchor):
      return shifted(candidate, at: index, Shift(unit, count, direction, anchor))
    case .duration(let unit, let amount):
      return plain(candidate, .duration, DurationValue.text(unit, amount))
    case .set(let value, let quant, let freq):
      var timex = plain(candidate, .set, value)
      timex.quant = quant
      timex.freq = freq
      return timex
    case .reference(let value), .vagueReference(let value):
      return plain(candidate, .date, value)
    case .timeOnly: return timeOnly(candidate, at: index)
    }
  }

  /// Decides the order of day and month by the other numeric dates of the article; a date that
  /// stays open keeps its year only.
  private func ordered(_ parts: DateParts) -> DateParts {
    if parts.isAncient, let year = parts.year, let focus, focus.period.year <= 0 {
      return DateParts(year: 1 - year)
    }
    guard parts.order == .open else { return parts }
    switch numericOrder {
    case .monthFirst: return parts
    case .dayFirst: return DateParts(year: parts.year, month: parts.day, day: parts.month)
    case .open, nil: return DateParts(year: parts.year)
    }
  }

  // MARK: - Results

  /// An expression without a place on the timeline.
  func plain(_ candidate: TimexCandidate, _ kind: Timex3.Kind, _ value: String) -> Timex3 {
    Timex3(
      span: candidate.span, kind: kind, value: value, mod: candidate.draft.mod,
      isRelative: kind == .date)
  }

  /// An expression with a place on the timeline.
  func timex(_ candidate: TimexCandidate, _ period: CalendarPeriod, isRelative: Bool) -> Timex3 {
    let time = candidate.draft.time
    return Timex3(
      span: candidate.span, kind: time == nil ? .date : .time,
      value: period.value + (time?.value ?? ""), mod: candidate.draft.mod,
      interval: days(of: period, candidate.draft.mod), grain: time == nil ? period.grain : .time,
      isRelative: isRelative)
  }

  /// The days of a period, of an early or late part of a decade alone: the first five years and the
  /// last three, as "the early 2000s" and "the late 1970s" are mostly meant.
  private func days(of period: CalendarPeriod, _ mod: String?) -> DayInterval {
    guard period.grain == .decade, let mod, let first = period.days.earliest?.date.year else {
      return period.days
    }
    let years =
      switch mod {
      case "START": first...(first + 4)
      case "MID": (first + 3)...(first + 6)
      case "END": (first + 7)...(first + 9)
      default: first...(first + 9)
      }
    return DayInterval(
      earliest: DayNumber(year: years.lowerBound, month: 1, day: 1),
      latest: DayNumber(year: years.upperBound, month: 12, day: 31))
  }

  // MARK: - Focus

  /// Whether `period` has ended on the day of the page: what is reported of is over.
  private func isOver(_ period: CalendarPeriod) -> Bool {
    guard let page, let latest = period.days.latest else { return true }
    return latest < page
  }

  /// Remembers `period` as the date that the text now speaks of.
  ///
  /// A year in brackets, in a quotation or after "since" does not move the focus of a history, nor
  /// does one that jumps by decades and that the next stated year takes back.
  mutating func note(_ period: CalendarPeriod, _ candidate: TimexCandidate, at index: Int) {
    guard period.grain <= .year, !candidate.isRangeEnd || period.grain < .year else { return }
    if isHistory, period.grain == .season, candidate.statedYear == nil { return }
    if isHistory, let focus {
      let isAside = candidate.isAside || candidate.direction == .since
      if isAside, period.grain == .year { return }
      let jump = abs(period.year - focus.period.year)
      if jump > 15, let next = nextYears[index], abs(next - focus.period.year) < jump / 2 { return }
    }
    let place = Focus(
      period: period, sentence: candidate.sentence, block: candidate.block,
      isStated: candidate.statedYear != nil)
    focus = place
    if case .day = period { focusDay = place }
    if case .quarter = period, focusQuarter == nil || isOver(period) { focusQuarter = place }
  }
}

/// What kind of text an article is, as far as its dates tell.
enum Genre {
  /// Whether the dates of a text lie before its page and hang on each other, as in a history: most
  /// of its stated years are more than two years old, or it states many years, most of them before
  /// the page's, and hardly names weekdays or "yesterday".
  static func isHistory(_ candidates: [TimexCandidate], page: DayNumber?) -> Bool {
    var old = 0
    var near = 0
    var deictic = 0
    var before = 0
    for candidate in candidates {
      if let year = candidate.statedYear {
        if let page, year < page.date.year { before += 1 }
        if let page, year >= page.date.year - 2 { near += 1 } else { old += 1 }
      } else if candidate.isDeictic {
        deictic += 1
      }
    }
    let isPast = old >= 4 && old > 2 * (near + deictic)
    let all = old + near
    let isChronicle = all >= 15 && 2 * before > all || old >= 8 && old > near
    return isPast || isChronicle && all > 6 * deictic
  }
}

extension TimexCandidate {
  /// Whether only histories mark the expression: a vague word, or a bare number of three digits.
  var isVague: Bool {
    switch draft.meaning {
    case .vagueReference: true
    case .date(let parts, _): parts.isAncient
    default: false
    }
  }

  /// Whether the expression is the second of a range.
  var isRangeEnd: Bool { place == .rangeEnd }

  /// The year that the expression states.
  var statedYear: Int? {
    guard case .date(let parts, _) = draft.meaning, !parts.isAncient else { return nil }
    return parts.year
  }

  /// Whether the expression counts from the page ("yesterday", "Friday", "last week").
  var isDeictic: Bool {
    switch draft.meaning {
    case .date(let parts, _): parts.weekday != nil && parts.day == nil
    case .shift(_, _, _, let anchor): anchor == .page
    case .period, .ofThisCentury, .duration, .set, .reference, .vagueReference, .timeOnly: false
    }
  }
}

extension TimeOfDay {
  /// The part of a TIMEX3 value from the "T" on.
  var value: String {
    switch self {
    case .part(let letters): "T" + letters
    case .clock(let hour, let minute): "T" + hour.padded(2) + ":" + (minute ?? 0).padded(2)
    case .midnight: "T24:00"
    }
  }
}
