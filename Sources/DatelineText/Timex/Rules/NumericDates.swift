/// Dates in digits: "2025-10-09", "2025-10-09T14:00", "24.10.2025", "10/09/2025", "13/10/25",
/// "2025/10/24". Not "24/7", version numbers or scores.
enum NumericDates {
  static let rule = TimexRule(name: "numeric date", triggers: .digits, match: match)

  /// Reads three numbers with the same mark between them.
  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let mark = cursor[start + 1].mark
    let isSeparator =
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".")
    guard isSeparator, cursor[start + 3].mark == mark,
      (1...4).allSatisfy({
        cursor.isTight(start + $0)
      }), [0, 2, 4].allSatisfy({ cursor[start + $0].classes == .digits }),
      !joinsMore(cursor, start, mark), let parts = parts(cursor, start, mark)
    else { return nil }
    var draft = TimexDraft(start..<(start + 5), .date(parts, nil))
    readStamp(cursor, &draft)
    return TimexMatch(draft)
  }

  /// Whether the numbers are part of a longer chain such as an address or a version.
  private static func joinsMore(_ cursor: TimexCursor, _ start: Int, _ mark: UInt8) -> Bool {
    let before = cursor[start - 1]
    if before.mark == mark && cursor.isTight(start) { return true }
    return cursor[start + 5].mark == mark && cursor.isTight(start + 5)
      && cursor[start + 6].isAny(.digits) && cursor.isTight(start + 6)
  }

  private static func parts(_ cursor: TimexCursor, _ start: Int, _ mark: UInt8) -> DateParts? {
    let (first, second, third) = (cursor[start], cursor[start + 2], cursor[start + 4])
    if first.digits == 4, second.digits <= 2, third.digits <= 2 {
      return checked(year: first.value, month: second.value, day: third.value)
    }
    guard first.digits <= 2, second.digits <= 2, third.digits == 4 || third.digits == 2 else {
      return nil
    }
    if third.digits == 2, mark == UInt8(ascii: ".") { return nil }
    let year = third.digits == 4 ? third.value : TimexCursor.fullYear(third.value)
    let dayFirst = checked(year: year, month: second.value, day: first.value)
    let monthFirst = checked(year: year, month: first.value, day: second.value)
    guard let dayFirst else { return monthFirst.map { ordered($0, .monthFirst) } }
    guard let monthFirst, dayFirst != monthFirst else { return ordered(dayFirst, .dayFirst) }
    var parts = mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") ? monthFirst : dayFirst
    if mark != UInt8(ascii: ".") { parts.order = .open }
    return parts
  }

  private static func ordered(_ parts: DateParts, _ order: NumericOrder) -> DateParts {
    var parts = parts
    parts.order = parts.day == parts.month ? nil : order
    return parts
  }

  private static func checked(year: Int, month: Int, day: Int) -> DateParts? {
    guard (1000...2199).contains(year), DayNumber.checked(year: year, month: month, day: day) != nil
    else { return nil }
    return DateParts(year: year, month: month, day: day)
  }

  /// Adds the clock time of an ISO stamp ("T14:00:00Z").
  private static func readStamp(_ cursor: TimexCursor, _ draft: inout TimexDraft) {
    let next = draft.tokens.upperBound
    guard cursor.isWord(next, "t"), cursor.isTight(next), cursor.isTight(next + 1),
      let clock = ClockTimes.clock(cursor, next + 1)
    else { return }
    draft.time = clock.time
    let zone = cursor.isWord(clock.next, "z") && cursor.isTight(clock.next)
    draft.tokens = draft.tokens.lowerBound..<(zone ? clock.next + 1 : clock.next)
  }
}
