/// Days of the week: "Friday", "last Thursday", "next Tuesday", "Friday's". Not "Sun" the star or
/// "Sat" the verb.
enum Weekdays {
  static let rule = TimexRule(
    name: "weekday", triggers: [.weekday, .pointer, .this, .that, .the], match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let hasThe = cursor[start].isAny(.the)
    let pointed = pointer(cursor, cursor.skippingThe(start))
    let isStep = pointed.map { $0.pointer.isNarrative && $0.pointer.offset != 0 } ?? false
    guard hasThe == isStep else { return nil }
    let index = pointed?.next ?? start
    guard let weekday = cursor.weekday(at: index), isNamed(cursor, index)
    else { return nil }
    if cursor[index].isAny(.plural) { return pointed == nil ? plural(cursor, index) : nil }
    let parts = DateParts(weekday: weekday.weekday)
    return TimexMatch(TimexDraft(start..<weekday.next, .date(parts, pointed?.pointer)))
  }

  /// The pointer before a weekday or a month: "last", "this coming", "this past".
  static func pointer(_ cursor: TimexCursor, _ start: Int) -> (pointer: Pointer, next: Int)? {
    let token = cursor[start]
    if token.isAny([.this, .that]) {
      if cursor.has(start + 1, .pointer), let pointer = Pointer(rawValue: cursor[start + 1].value),
        token.isAny(.this) || pointer == .same
      {
        return (pointer == .past ? .last : pointer, start + 2)
      }
      return (token.isAny(.this) ? .this : .that, start + 1)
    }
    guard token.isAny(.pointer), let pointer = Pointer(rawValue: token.value) else { return nil }
    return (pointer, start + 1)
  }

  /// Reads "Sundays", a set.
  private static func plural(_ cursor: TimexCursor, _ index: Int) -> TimexMatch? {
    let value = "XXXX-WXX-\(cursor[index].value)"
    return TimexMatch(
      TimexDraft(index..<(index + 1), .set(value: value, quant: nil, freq: nil)))
  }

  /// Whether the word is the name of the day: in full with a capital, or shortened before a date.
  private static func isNamed(_ cursor: TimexCursor, _ index: Int) -> Bool {
    let token = cursor[index]
    guard token.form.contains(.capital) else { return false }
    guard token.isAny(.abbreviation) else { return true }
    let next = cursor.skippingComma(cursor.skippingStop(index + 1))
    return cursor[next].isAny([.month, .digits, .digitOrdinal]) && next > index + 1
  }
}
