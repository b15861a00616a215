/// Repetitions: "daily", "every week", "each Thursday", "every two years", "Tuesday nights",
/// "once a week", "per month". Not "every" before other nouns.
enum Sets {
  static let rule = TimexRule(
    name: "set", triggers: [.frequency, .each, .per, .times, .weekday], match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let token = cursor[start]
    if token.isAny(.frequency), !token.form.contains(.capital) || cursor.isSentenceStart(start),
      let unit = TimeUnit(rawValue: token.value)
    {
      return set(start..<(start + 1), period(unit, 1))
    }
    if token.isAny(.each) { return every(cursor, start) }
    if token.isAny(.per), let unit = cursor.unit(at: start + 1), !unit.unit.isClock {
      return set(start..<unit.next, period(unit.unit, 1))
    }
    if token.isAny(.times) { return often(cursor, start) }
    return nights(cursor, start)
  }

  private static func set(
    _ tokens: Range<Int>, _ value: String, quant: String? = nil, freq: String? = nil
  ) -> TimexMatch {
    TimexMatch(TimexDraft(tokens, .set(value: value, quant: quant, freq: freq)))
  }

  private static func period(_ unit: TimeUnit, _ count: Int) -> String {
    DurationValue.text(unit, .whole(count))
  }

  /// Reads "every week", "each Thursday", "every two years", "every summer", "each night".
  private static func every(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let quant = cursor.isWord(start, "each") ? "EACH" : "EVERY"
    let next = start + 1
    if cursor.isWord(next, "other"), let unit = cursor.unit(at: next + 1) {
      return set(start..<unit.next, period(unit.unit, 2), quant: quant)
    }
    if let unit = cursor.unit(at: next), !cursor[next].isAny(.doubtful) {
      return set(start..<unit.next, period(unit.unit, 1), quant: quant)
    }
    if let number = cursor.number(at: next), let unit = cursor.unit(at: number.next) {
      return set(start..<unit.next, period(unit.unit, number.value), quant: quant)
    }
    if let weekday = cursor.weekday(at: next) {
      return set(start..<weekday.next, "XXXX-WXX-\(weekday.weekday)", quant: quant)
    }
    if let month = cursor.month(at: next), cursor[next].form.contains(.capital) {
      return set(start..<month.next, "XXXX-" + month.month.padded(2), quant: quant)
    }
    if cursor[next].isAny(.season) {
      let value = CalendarPeriod.season(year: 1, season: cursor[next].value).value
      return set(start..<(next + 1), "XXXX" + value.dropFirst(4), quant: quant)
    }
    guard cursor[next].isAny(.dayPart), case .part(let part)? = TimeOfDay(part: cursor[next].value)
    else { return nil }
    return set(start..<(next + 1), "XXXX-XX-XXT" + part, quant: quant)
  }

  /// Reads "once a week", "twice every year".
  private static func often(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor.has(start + 1, [.article, .each, .per]), let unit = cursor.unit(at: start + 2),
      !unit.isPlural
    else { return nil }
    return set(start..<unit.next, period(unit.unit, 1), freq: "\(cursor[start].value)X")
  }

  /// Reads "Tuesday nights".
  private static func nights(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor.has(start + 1, .dayPart), cursor[start + 1].isAny(.plural),
      case .part(let part)? = TimeOfDay(part: cursor[start + 1].value)
    else { return nil }
    return set(start..<(start + 2), "XXXX-WXX-\(cursor[start].value)T" + part)
  }
}
