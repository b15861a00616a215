/// Joins times of day and days: "Friday night", "July 20, 2025 morning", "9 a.m. EST Tuesday", "the
/// night of April 18".
enum DayTimes {
  /// Adds a part of the day or a clock time after a day: "Friday night", "May 8 1:00 a.m."
  static func withPart(_ cursor: TimexCursor, _ draft: TimexDraft) -> TimexMatch? {
    let next = draft.tokens.upperBound
    guard draft.time == nil, isDay(draft.meaning) else { return nil }
    var draft = draft
    if cursor.has(next, .dayPart), !cursor.has(next, .plural),
      let time = TimeOfDay(part: cursor[next].value)
    {
      draft.time = time
      draft.tokens = draft.tokens.lowerBound..<(next + 1)
      return TimexMatch(draft)
    }
    guard cursor.has(next, .digits), let clock = ClockTimes.clock(cursor, next) else { return nil }
    draft.time = clock.time
    draft.tokens = draft.tokens.lowerBound..<clock.next
    return TimexMatch(draft)
  }

  /// Adds the day after a clock time: "9 a.m. Tuesday", "noon Thursday".
  static func withDate(_ cursor: TimexCursor, _ draft: TimexDraft) -> TimexMatch? {
    let end = draft.tokens.upperBound
    let next = cursor.skippingComma(end)
    guard let date = TimexGrammar.core(cursor, next)?.single, date.time == nil, isDay(date.meaning)
    else { return nil }
    return TimexMatch(
      TimexDraft(
        draft.tokens.lowerBound..<date.tokens.upperBound, date.meaning, time: draft.time))
  }

  /// Reads "the morning of 31 January 1965", "mid-afternoon yesterday".
  static func partOf(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    guard cursor.has(index, .dayPart), !cursor[index].isAny(.plural),
      let time = TimeOfDay(part: cursor[index].value)
    else { return nil }
    var next = index + 1
    if cursor.isWord(next, "hours") { next += 1 }
    next = cursor.isWord(next, in: ["of", "on"]) ? next + 1 : next
    guard let date = TimexGrammar.core(cursor, next)?.single, isDay(date.meaning), date.time == nil
    else { return nil }
    return TimexMatch(TimexDraft(start..<date.tokens.upperBound, date.meaning, time: time))
  }

  /// Whether the meaning is one day.
  static func isDay(_ meaning: TimexMeaning) -> Bool {
    switch meaning {
    case .date(let parts, _): parts.day != nil || parts.weekday != nil || parts.holiday != nil
    case .shift(let unit, let count, _, _): unit == .day && count != nil
    case .period(.day): true
    case .period, .ofThisCentury, .duration, .set, .reference, .vagueReference, .timeOnly: false
    }
  }
}
