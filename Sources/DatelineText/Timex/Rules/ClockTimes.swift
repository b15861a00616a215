/// Times of the clock: "9 a.m.", "10:35", "5:30 p.m. EST", "0530 hours", "noon", "midnight". Not
/// scores, ratios or sport times.
enum ClockTimes {
  static let rule = TimexRule(
    name: "clock time", triggers: [.digits, .dayPart, .cardinal], match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if cursor[start].isAny(.dayPart) { return namedHour(cursor, start) }
    guard let clock = clock(cursor, start) ?? spelledHour(cursor, start) else { return nil }
    return TimexMatch(TimexDraft(start..<clock.next, .timeOnly, time: clock.time))
  }

  /// Reads "noon" and "midnight", alone or with "12".
  private static func namedHour(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor[start].value == 8 || cursor[start].value == 9,
      let time = TimeOfDay(part: cursor[start].value)
    else { return nil }
    let isName = cursor[start].form.contains(.capital) && !cursor.isSentenceStart(start)
    return isName ? nil : TimexMatch(TimexDraft(start..<(start + 1), .timeOnly, time: time))
  }

  /// Reads a clock time with its meridiem and zone.
  static func clock(_ cursor: TimexCursor, _ start: Int) -> (time: TimeOfDay, next: Int)? {
    let token = cursor[start]
    // "2:05:10" is a result, and its end is no time either.
    let isInner = cursor.isMark(start - 1, ":") && cursor.isTight(start)
    guard token.classes == .digits, !token.form.contains(.grouped), !isInner else { return nil }
    if token.form.contains(.decimal) { return dotted(cursor, start) }
    if let full = hoursAndMinutes(cursor, start) { return full }
    if token.digits == 4, cursor.isWord(start + 1, in: ["hours", "hrs"]), token.value < 2400,
      token.value % 100 < 60
    {
      return (.clock(hour: token.value / 100, minute: token.value % 100), start + 2)
    }
    if token.digits == 4, token.value < 2400, token.value % 100 < 60, isZone(cursor, start + 1) {
      return (.clock(hour: token.value / 100, minute: token.value % 100), start + 2)
    }
    guard token.digits <= 2, cursor[start + 1].isAny(.meridiem), isMeridiem(cursor, start + 1)
    else { return nil }
    return finish(cursor, token.value, nil, start + 1)
  }

  /// Reads "10:35", "10:35:20", "5:30 p.m.".
  private static func hoursAndMinutes(_ cursor: TimexCursor, _ start: Int)
    -> (time: TimeOfDay, next: Int)?
  {
    let (hour, minute) = (cursor[start], cursor[start + 2])
    guard cursor.isMark(start + 1, ":"), cursor.isTight(start + 1), cursor.isTight(start + 2),
      hour.digits <= 2, hour.value <= 24, minute.classes == .digits, minute.digits == 2,
      minute.value < 60, !minute.form.contains(.decimal)
    else { return nil }
    var next = start + 3
    if cursor.isMark(next, ":"), cursor.isTight(next), cursor.isTight(next + 1),
      cursor[next + 1].isAny(.digits)
    {
      next += 2
    }
    if cursor.isWord(next, in: ["hours", "hrs"]) { next += 1 }
    if cursor[start].digits == 1, !cursor[next].isAny([.meridiem, .zone]),
      !cursor.isWord(start - 1, in: ["at", "by", "until", "around", "about", "from", "before"])
    {
      return nil
    }
    return finish(cursor, hour.value, minute.value, next)
  }

  /// Reads "5.30pm".
  private static func dotted(_ cursor: TimexCursor, _ start: Int) -> (time: TimeOfDay, next: Int)? {
    guard cursor[start + 1].isAny(.meridiem), isMeridiem(cursor, start + 1) else { return nil }
    let token = cursor[start]
    let width = token.upper - token.lower
    guard token.value <= 12, width == (token.value > 9 ? 5 : 4) else { return nil }
    return finish(cursor, token.value, Int(token.letters), start + 1)
  }

  /// Adds meridiem and zone.
  private static func finish(_ cursor: TimexCursor, _ hour: Int, _ minute: Int?, _ index: Int)
    -> (time: TimeOfDay, next: Int)?
  {
    var (hour, next) = (hour, index)
    if cursor[next].isAny(.meridiem), isMeridiem(cursor, next) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + cursor[next].value
      next += 1
    }
    let zone = cursor.isMark(next, "(") ? next + 1 : next
    if isZone(cursor, zone) {
      next = zone > next && cursor.isMark(zone + 1, ")") ? zone + 2 : zone + 1
    }
    return (.clock(hour: hour, minute: minute), next)
  }

  private static func isZone(_ cursor: TimexCursor, _ index: Int) -> Bool {
    cursor[index].isAny(.zone) && cursor[index].form.contains(.allCapitals)
  }

  /// Whether the word after a number is "am" the meridiem and not the verb.
  private static func isMeridiem(_ cursor: TimexCursor, _ index: Int) -> Bool {
    let token = cursor[index]
    return token.upper - token.lower > 2 || cursor[index - 1].isAny([.digits, .cardinal])
  }

  /// Reads "nine a.m.", "four in the morning", "5 o'clock".
  private static func spelledHour(_ cursor: TimexCursor, _ start: Int)
    -> (time: TimeOfDay, next: Int)?
  {
    guard let number = cursor.number(at: start), (1...12).contains(number.value) else { return nil }
    if cursor[number.next].isAny(.meridiem),
      cursor[number.next].upper - cursor[number.next].lower > 2
    {
      return finish(cursor, number.value, nil, number.next)
    }
    if cursor.isWord(number.next, "o"), cursor.isMark(number.next + 1, "'"),
      cursor.isWord(number.next + 2, "clock")
    {
      let part = partOfDay(cursor, number.next + 3)
      return (hour(number.value, part), part == nil ? number.next + 3 : number.next + 6)
    }
    guard let part = partOfDay(cursor, number.next) else { return nil }
    return (hour(number.value, part), number.next + 3)
  }

  /// The number of the part of the day in "in the morning".
  private static func partOfDay(_ cursor: TimexCursor, _ index: Int) -> Int? {
    guard cursor.isWord(index, "in"), cursor.has(index + 1, .the), cursor.has(index + 2, .dayPart)
    else { return nil }
    return cursor[index + 2].value
  }

  private static func hour(_ hour: Int, _ part: Int?) -> TimeOfDay {
    let isAfternoon = part == 2 || part == 3
    return .clock(hour: hour % 12 + (isAfternoon ? 12 : 0), minute: nil)
  }
}
