/// Named days: "Christmas", "Eid al-Fitr", "Labour Day", "9/11". Not those in the names of events
/// ("the Easter Rising", "the Thanksgiving Day Parade").
enum Holidays {
  static let rule = TimexRule(
    name: "holiday", triggers: [.holiday, .digits, .pointer, .this], match: match)

  /// A named day and the words that name it.
  private struct Name: Sendable {
    let words: [PackedWord]
    let holiday: Holiday
  }

  /// The names, in the order of the list; those of more words win.
  private static let names: [Name] = EmbeddedTable.holidays.rows.compactMap { row in
    guard row.count == 2, let rule = rule(row[1].split(separator: " ")) else { return nil }
    let words = row[0].split(separator: " ").map { PackedWord(bytes: Array($0.utf8)[...]) }
    return Name(words: words, holiday: Holiday(rule: rule))
  }

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let pointed = cursor[start].isAny(.holiday) ? nil : Weekdays.pointer(cursor, start)
    let index = pointed?.next ?? start
    guard cursor[index].isAny(.holiday) || cursor[index].classes == .digits else { return nil }
    let before = cursor[start - 1]
    let isInName = cursor.isTitled(start - 1) && before.isWord && before.classes.isEmpty
    guard !isInName || pointed != nil else { return nil }
    let found = names.compactMap { name in
      end(of: name, cursor, index).map { (name.holiday, $0) }
    }.max { $0.1 < $1.1 }
    guard let (holiday, end) = found, !isEvent(cursor, end) else { return nil }
    let year = cursor.plainYear(at: cursor.skippingComma(end))
    if case .once(let day) = holiday.rule {
      return TimexMatch(TimexDraft(start..<end, .period(.day(day))))
    }
    let parts = DateParts(year: year?.year, holiday: holiday)
    return TimexMatch(TimexDraft(start..<(year?.next ?? end), .date(parts, pointed?.pointer)))
  }

  /// The token after the name, where the words at `index` are its words with a capital.
  private static func end(of name: Name, _ cursor: TimexCursor, _ index: Int) -> Int? {
    guard cursor[index].form.contains(.capital) || cursor[index].isAny(.digits) else { return nil }
    for (offset, word) in name.words.enumerated() {
      let token = cursor[index + offset]
      let isSame =
        token.mark != 0
        ? word.count == 1 && UInt64(token.mark) == word.low
        : token.isAny(.digits)
          ? token.value == word.number
          : token.letters == word.low && token.upper - token.lower == word.count
      if !isSame { return nil }
    }
    return index + name.words.count
  }

  /// Whether the name goes on into that of an event or thing.
  private static func isEvent(_ cursor: TimexCursor, _ end: Int) -> Bool {
    let next = cursor[end]
    return next.form.contains(.capital) && next.isWord && !next.isAny([.month, .weekday, .dayPart])
  }

  /// The rule that a row's second field spells.
  private static func rule(_ fields: [Substring]) -> Holiday.Rule? {
    let numbers = fields.dropFirst().compactMap { Int($0) }
    switch (fields.first, numbers.count) {
    case ("fixed", 2): return .fixed(month: numbers[0], day: numbers[1])
    case ("weekday", 3...):
      return .weekday(
        count: numbers[0], weekday: numbers[1], month: numbers[2],
        later: numbers.count > 3 ? numbers[3] : 0)
    case ("election", _): return .election
    case ("easter", 1): return .easter(numbers[0])
    case ("islamic", 2): return .islamic(month: numbers[0], day: numbers[1])
    case ("islamicmonth", 1): return .islamicMonth(numbers[0])
    case ("nowruz", _): return .nowruz
    case ("table", _) where fields.count > 1:
      return .table(fields[1], later: numbers.first ?? 0)
    case ("once", 3):
      return DayNumber.checked(year: numbers[0], month: numbers[1], day: numbers[2]).map {
        .once($0)
      }
    default: return nil
    }
  }
}
