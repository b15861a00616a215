/// Quarters and halves of a year: "the third quarter of 1989", "fourth-quarter", "Q3 2025", "this
/// year's first quarter", "the first half of 2008". Not "the first quarter of the game".
enum Quarters {
  static let rule = TimexRule(
    name: "quarter",
    triggers: [.the, .ordinal, .digitOrdinal, .fiscal, .this, .pointer, .quarterLetter],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if let owned = ownedQuarter(cursor, start) ?? abbreviated(cursor, start) { return owned }
    var index = cursor.skippingThe(start)
    if cursor.has(index, .fiscal) { index = cursor.skippingHyphen(index + 1) }
    if let year = cursor.plainYear(at: index), index > start {
      guard let quarter = ordinalQuarter(cursor, year.next) else { return nil }
      return draft(start..<quarter.next, quarter.quarter, year.year)
    }
    guard let quarter = ordinalQuarter(cursor, index) else { return half(cursor, start) }
    if isGame(cursor, quarter.next) { return nil }
    if let year = year(cursor, after: quarter.next) {
      return draft(start..<year.next, quarter.quarter, year.year)
    }
    let isAdjective = cursor.isHyphen(quarter.next - 2)
    return draft(
      (isAdjective ? cursor.skippingThe(start) : start)..<quarter.next, quarter.quarter, nil)
  }

  private static func draft(_ tokens: Range<Int>, _ quarter: Int, _ year: Int?) -> TimexMatch {
    TimexMatch(TimexDraft(tokens, .date(DateParts(year: year, quarter: quarter), nil)))
  }

  /// Reads "Q3", "Q3 2025".
  private static func abbreviated(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let number = cursor[start + 1]
    guard cursor.has(start, .quarterLetter), cursor[start].form.contains(.capital),
      number.classes == .digits, number.digits == 1, (1...4).contains(number.value),
      cursor.isTight(start + 1)
    else { return nil }
    let year = year(cursor, after: start + 2)
    return draft(start..<(year?.next ?? start + 2), number.value, year?.year)
  }

  /// Reads "third quarter", "third-quarter".
  private static func ordinalQuarter(_ cursor: TimexCursor, _ index: Int)
    -> (quarter: Int, next: Int)?
  {
    let start = cursor.has(index, .fiscal) ? cursor.skippingHyphen(index + 1) : index
    guard let ordinal = cursor.ordinal(at: start), (1...4).contains(ordinal.value) else {
      return nil
    }
    let noun = cursor.skippingHyphen(ordinal.next)
    return cursor.isWord(noun, "quarter") ? (ordinal.value, noun + 1) : nil
  }

  /// Whether the quarter is one of a match.
  private static func isGame(_ cursor: TimexCursor, _ next: Int) -> Bool {
    cursor.isWord(next, "of") && cursor.has(next + 1, .the)
      && cursor.isWord(next + 2, in: ["game", "match", "season", "contest"])
  }

  private static func year(_ cursor: TimexCursor, after index: Int) -> (year: Int, next: Int)? {
    let of = cursor.isWord(index, "of") ? index + 1 : index
    let year = cursor.has(of, .fiscal) ? of + 1 : of
    return cursor.plainYear(at: year)
  }

  /// Reads "this year's third quarter", "next year's first quarter".
  private static func ownedQuarter(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let pointed = Weekdays.pointer(cursor, start), cursor.isWord(pointed.next, "year"),
      cursor.isMark(pointed.next + 1, "'"), cursor.isWord(pointed.next + 2, "s"),
      let quarter = ordinalQuarter(cursor, pointed.next + 3), let offset = pointed.pointer.offset
    else { return nil }
    let parts = DateParts(
      quarter: quarter.quarter, yearShift: YearShift(offset: offset, anchor: .page))
    return TimexMatch(TimexDraft(start..<quarter.next, .date(parts, nil)))
  }

  /// Reads "the first half of 2008".
  private static func half(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    let isLatter = cursor.isWord(index, in: ["latter", "last"])
    let ordinal = cursor.ordinal(at: index)
    guard isLatter || ordinal.map({ $0.value <= 2 }) == true else { return nil }
    let noun = cursor.skippingHyphen(isLatter ? index + 1 : ordinal?.next ?? index + 1)
    guard cursor.has(noun, .half), cursor.isWord(noun + 1, "of") else { return nil }
    var parts = DateParts(half: isLatter ? 2 : ordinal?.value ?? 1)
    if let year = year(cursor, after: noun + 1) {
      parts.year = year.year
      return TimexMatch(TimexDraft(start..<year.next, .date(parts, nil)))
    }
    let pointed = Weekdays.pointer(cursor, cursor.skippingThe(noun + 2))
    let unit = pointed?.next ?? cursor.skippingThe(noun + 2)
    guard cursor.isWord(unit, "year"), unit > noun + 2,
      let offset = (pointed?.pointer ?? .this).offset
    else { return nil }
    let anchor: ShiftAnchor = pointed?.pointer.isNarrative == true ? .focus : .page
    parts.yearShift = YearShift(offset: offset, anchor: anchor)
    return TimexMatch(TimexDraft(start..<(unit + 1), .date(parts, nil)))
  }
}
