/// Dates with the name of a month: "9 October 2025", "Oct. 9", "the 9th of October", "July-August
/// 2021", "October"; with a weekday before them: "Saturday, October 18". Not "may" or "march" as
/// verbs.
enum WrittenDates {
  static let rule = TimexRule(
    name: "written date",
    triggers: [.month, .digits, .digitOrdinal, .ordinal, .cardinal, .the, .weekday],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let found = first(cursor, start) else { return nil }
    return withYearOfSecond(cursor, found) ?? found
  }

  /// Gives the first of two dates the year of the second: "26 June – 4 August 1952".
  private static func withYearOfSecond(_ cursor: TimexCursor, _ found: TimexMatch) -> TimexMatch? {
    guard var draft = found.single, case .date(var parts, nil) = draft.meaning, parts.year == nil,
      parts.yearShift == nil, let month = parts.month, let day = parts.day,
      let next = joint(cursor, draft.tokens.upperBound),
      let second = first(cursor, next)?.single, case .date(let last, nil) = second.meaning,
      let year = last.year, let lastMonth = last.month, let lastDay = last.day
    else { return nil }
    parts.year = (month, day) <= (lastMonth, lastDay) ? year : year - 1
    draft.meaning = .date(parts, nil)
    return TimexMatch(draft, second)
  }

  private static func first(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let token = cursor[start]
    if token.isAny(.weekday) { return afterWeekday(cursor, start) }
    if token.isAny(.month) { return monthFirst(cursor, start) ?? bareMonth(cursor, start) }
    return dayFirst(cursor, start)
  }

  /// Reads "Friday, October 9", "Friday 9 October", "Saturday, the 18th".
  private static func afterWeekday(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let weekday = cursor.weekday(at: start) else { return nil }
    let next = cursor.skippingComma(weekday.next)
    let isMonth = cursor[next].isAny(.month)
    var found = isMonth ? monthFirst(cursor, next) : dayFirst(cursor, next)
    if found == nil, let day = dayAlone(cursor, next) { found = TimexMatch(day) }
    guard var draft = found?.single, case .date(var parts, let pointer) = draft.meaning,
      parts.day != nil
    else { return nil }
    parts.weekday = weekday.weekday
    draft.meaning = .date(parts, pointer)
    draft.tokens = start..<draft.tokens.upperBound
    return TimexMatch(draft)
  }

  /// Reads "the 18th" after a weekday.
  private static func dayAlone(_ cursor: TimexCursor, _ start: Int) -> TimexDraft? {
    guard cursor.has(start, .the), cursor[start + 1].isAny([.digitOrdinal, .ordinal]),
      let day = cursor.dayOfMonth(at: start + 1),
      cursor[start + 1].isAny(.digitOrdinal) || cursor[day.next].mark != 0
    else { return nil }
    return TimexDraft(start..<day.next, .date(DateParts(day: day.day), nil))
  }

  // MARK: - Month first

  /// Reads "October 9, 2025", "October 12-13", "October 2025", "October of 2025".
  private static func monthFirst(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let month = cursor.month(at: start), isNamed(cursor, start) else { return nil }
    if let year = year(cursor, after: month.next) {
      return TimexMatch(draft(start..<year.next, year: year.year, month: month.month))
    }
    if let pointed = pointedYear(cursor, start, DateParts(month: month.month), month.next) {
      return pointed
    }
    if let range = monthRange(cursor, start, month) { return range }
    let dayStart = cursor.skippingThe(month.next)
    guard cursor[dayStart].form.contains(.spaced),
      let day = cursor.dayOfMonth(at: dayStart), isDay(cursor, dayStart, day.next)
    else { return nil }
    if let range = dayRange(cursor, start, month.month, day) { return range }
    let year = year(cursor, after: day.next)
    let parts = DateParts(month: month.month, day: day.day)
    if year == nil, let pointed = pointedYear(cursor, start, parts, day.next) { return pointed }
    return TimexMatch(
      draft(start..<(year?.next ?? day.next), year: year?.year, month: month.month, day: day.day))
  }

  /// Reads the second day of "October 12-13, 2025" and "October 12 and 13".
  private static func dayRange(
    _ cursor: TimexCursor, _ start: Int, _ month: Int, _ day: (day: Int, next: Int)
  ) -> TimexMatch? {
    guard
      let second = joint(cursor, day.next).flatMap({ next in
        cursor.dayOfMonth(at: next).map { (start: next, day: $0.day, next: $0.next) }
      }), second.day > day.day, !cursor[second.next].isAny([.month, .unit, .counted, .meridiem]),
      isDay(cursor, second.start, second.next)
    else { return nil }
    let year = year(cursor, after: second.next)
    return TimexMatch(
      draft(start..<day.next, year: year?.year, month: month, day: day.day),
      draft(
        second.start..<(year?.next ?? second.next), year: year?.year, month: month,
        day: second.day))
  }

  /// Reads "July-August 2021" and "July and August 2021": the year serves both.
  private static func monthRange(
    _ cursor: TimexCursor, _ start: Int, _ month: (month: Int, next: Int)
  ) -> TimexMatch? {
    guard let next = joint(cursor, month.next), let second = cursor.month(at: next),
      isNamed(cursor, next)
    else { return nil }
    let year = year(cursor, after: second.next)
    guard year != nil || cursor.isMark(month.next, "-") else { return nil }
    if year == nil, cursor[second.next].isAny(.digits) { return nil }
    return TimexMatch(
      draft(start..<month.next, year: year?.year, month: month.month),
      draft(next..<(year?.next ?? second.next), year: year?.year, month: second.month))
  }

  // MARK: - Day first

  /// Reads "9 October 2025", "the 9th of October", "3 to 5 January".
  private static func dayFirst(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let dayStart = cursor.skippingThe(start)
    guard let day = cursor.dayOfMonth(at: dayStart) else { return nil }
    if let whole = dayAndMonth(cursor, start, day) { return whole }
    guard cursor[dayStart].isAny([.digits, .digitOrdinal]), let next = joint(cursor, day.next)
    else { return nil }
    let secondStart = cursor.skippingThe(next)
    guard let second = cursor.dayOfMonth(at: secondStart),
      let end = dayAndMonth(cursor, next, second)?.single,
      case .date(let parts, _) = end.meaning, second.day > day.day
    else { return nil }
    return TimexMatch(
      draft(start..<day.next, year: parts.year, month: parts.month, day: day.day), end)
  }

  private static func dayAndMonth(
    _ cursor: TimexCursor, _ start: Int, _ day: (day: Int, next: Int)
  ) -> TimexMatch? {
    let of = cursor.isWord(day.next, "of") ? day.next + 1 : cursor.skippingHyphen(day.next)
    guard let month = cursor.month(at: of), isNamed(cursor, of, afterDay: true)
    else { return nil }
    let year = year(cursor, after: cursor.skippingHyphen(month.next))
    return TimexMatch(
      draft(start..<(year?.next ?? month.next), year: year?.year, month: month.month, day: day.day))
  }

  // MARK: - Bare months

  /// Reads a month alone: "in October".
  private static func bareMonth(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let month = cursor.month(at: start), isNamed(cursor, start) else { return nil }
    let token = cursor[start]
    if token.isAny([.doubtful, .abbreviation]), !isExpected(cursor, start) { return nil }
    return TimexMatch(draft(start..<month.next, year: nil, month: month.month))
  }

  /// Whether a doubtful month's name is one: a word that wants a time stands before it.
  private static func isExpected(_ cursor: TimexCursor, _ start: Int) -> Bool {
    guard start > 0, cursor[start].form.contains(.capital), !cursor.isSentenceStart(start)
    else { return false }
    let before = cursor[start - 1]
    if before.isAny([.pointer, .this, .phase, .month]) { return true }
    if cursor.isHyphen(start - 1) { return cursor[start - 2].isAny([.phase, .month]) }
    let isPlace = cursor.isWord(start - 1, in: ["to", "as", "for", "into", "toward", "towards"])
    if cursor.isWord(start - 1, "and") || cursor.isWord(start - 1, "to") {
      return cursor[start - 2].isAny([.month])
    }
    return before.isAny(.preposition) && !isPlace && !cursor[start].form.contains(.allCapitals)
  }

  /// Reads the year of "August of that year", "April next year", "July 25 of the same year".
  private static func pointedYear(
    _ cursor: TimexCursor, _ start: Int, _ parts: DateParts, _ index: Int
  ) -> TimexMatch? {
    let of = cursor.isWord(index, "of") ? index + 1 : index
    guard let pointed = Weekdays.pointer(cursor, cursor.skippingThe(of)),
      cursor.isWord(pointed.next, "year"), let offset = pointed.pointer.offset
    else { return nil }
    var parts = parts
    let anchor: ShiftAnchor = pointed.pointer.isNarrative ? .focus : .page
    parts.yearShift = YearShift(offset: offset, anchor: anchor)
    return TimexMatch(TimexDraft(start..<(pointed.next + 1), .date(parts, nil)))
  }

  // MARK: - Shared parts

  /// The year after a date: "2025", ", 2025", "of 2025", ", '89", "of that year" is not one.
  private static func year(_ cursor: TimexCursor, after index: Int) -> (year: Int, next: Int)? {
    let comma = cursor.skippingComma(index)
    let next =
      cursor.isWord(comma, "of") || cursor.isWord(comma, "in") && comma == index
      ? comma + 1 : comma
    if let year = Years.withEra(cursor, next) { return year }
    if let year = cursor.plainYear(at: next), !cursor.isMark(year.next, "%") { return year }
    return cursor.shortYear(at: next) ?? Years.spelled(cursor, next)
  }

  /// The token after a word or mark that joins the two ends of a range.
  static func joint(_ cursor: TimexCursor, _ index: Int) -> Int? {
    if cursor.isMark(index, "-") || cursor.isMark(index, "/") { return index + 1 }
    let isWord = cursor.isWord(index, in: ["to", "and", "or", "through", "until", "till"])
    return isWord ? index + 1 : nil
  }

  /// Whether the month's name is written as one.
  private static func isNamed(_ cursor: TimexCursor, _ index: Int, afterDay: Bool = false) -> Bool {
    let token = cursor[index]
    if token.form.contains(.capital) { return true }
    return afterDay || !token.isAny([.doubtful, .abbreviation])
  }

  /// Whether the number at `start ..< next` is a day and not the start of a larger number, a
  /// clock time or a count.
  private static func isDay(_ cursor: TimexCursor, _ start: Int, _ next: Int) -> Bool {
    if cursor.isMark(next, ":") && cursor.isTight(next) && cursor[next + 1].isAny(.digits) {
      return false
    }
    if cursor.isMark(next, "%") || cursor[next].isAny(.counted) { return false }
    return !(cursor[next].isAny(.meridiem) && cursor[start].isAny(.digits))
  }

  private static func draft(_ tokens: Range<Int>, year: Int?, month: Int?, day: Int? = nil)
    -> TimexDraft
  {
    TimexDraft(tokens, .date(DateParts(year: year, month: month, day: day), nil))
  }
}
