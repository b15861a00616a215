/// Days named from the page: "today", "yesterday", "the day before yesterday", "tonight", "this
/// morning", "last night". Not "Today" as the name of a programme.
enum DayWords {
  static let rule = TimexRule(
    name: "day word", triggers: [.dayWord, .the, .this, .that, .pointer, .unit, .dayPart],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if cursor[start].isAny(.dayWord) { return plain(cursor, start) }
    return aroundDay(cursor, start) ?? pointedPart(cursor, start) ?? plainPart(cursor, start)
  }

  private static func plain(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let token = cursor[start]
    guard !isTitle(cursor, start) else { return nil }
    // "Tonight" and "overnight": the night of the page, the one that led to it.
    let isNight = token.value == 2 || token.value == 3
    let offset = isNight ? 2 - token.value : token.value
    return TimexMatch(
      TimexDraft(start..<(start + 1), day(offset, .page), time: isNight ? .part("NI") : nil))
  }

  /// Whether "Today" is part of a name: a capital inside a sentence, after or before a capital.
  private static func isTitle(_ cursor: TimexCursor, _ start: Int) -> Bool {
    let token = cursor[start]
    guard token.form.contains(.capital), !token.form.contains(.allCapitals),
      !cursor.isSentenceStart(start)
    else { return false }
    let isNamed = cursor[start - 1].form.contains(.capital) && cursor[start].form.contains(.spaced)
    let programmes: [StaticString] = ["programme", "program", "show", "newspaper", "magazine"]
    if cursor.isWord(start + 1, in: programmes) { return true }
    let isQuoted = cursor.isMark(start - 1, "\"") && cursor.isMark(start + 1, "\"")
    return isNamed && !cursor.isSentenceStart(start - 1) || isQuoted
  }

  /// Reads "the day before yesterday", "the day after tomorrow".
  private static func aroundDay(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let noun = cursor.skippingThe(start)
    guard cursor.isWord(noun, "day") else { return nil }
    if cursor.isWord(noun + 1, "before"), cursor.isWord(noun + 2, "yesterda") { return nil }
    let offset: Int
    if cursor.isWord(noun + 1, "before"), cursor.has(noun + 2, .dayWord), cursor[noun + 2].value < 0
    {
      offset = -2
    } else if cursor.isWord(noun + 1, "after"), cursor.has(noun + 2, .dayWord),
      cursor[noun + 2].value == 1
    {
      offset = 2
    } else {
      return nil
    }
    return TimexMatch(TimexDraft(start..<(noun + 3), day(offset, .page)))
  }

  /// Reads "this morning", "last night", "that evening", "the next morning".
  private static func pointedPart(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let hasThe = cursor[start].isAny(.the)
    guard let pointed = Weekdays.pointer(cursor, cursor.skippingThe(start)),
      cursor.has(pointed.next, .dayPart), !cursor[pointed.next].isAny(.plural),
      let time = TimeOfDay(part: cursor[pointed.next].value)
    else { return nil }
    let offset: Int
    switch pointed.pointer {
    case .last, .past: offset = -1
    case .next, .following: offset = 1
    case .previous: offset = -1
    case .this, .that, .same: offset = 0
    case .coming, .current, .recent, .final, .latest, .intervening: return nil
    }
    let anchor: ShiftAnchor = hasThe || pointed.pointer.isNarrative ? .focus : .page
    return TimexMatch(
      TimexDraft(start..<(pointed.next + 1), day(offset, anchor), time: time))
  }

  /// Reads "the morning", "the evening" of the day that the text speaks of.
  private static func plainPart(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor[start].isAny(.the), cursor.has(start + 1, .dayPart), cursor[start + 1].value <= 3,
      !cursor.has(start + 1, .plural),
      !cursor[start + 2].isAny(.preposition) || cursor[start + 2].isAny(.to),
      let time = TimeOfDay(part: cursor[start + 1].value)
    else { return nil }
    return TimexMatch(TimexDraft(start..<(start + 2), .timeOnly, time: time))
  }

  private static func day(_ offset: Int, _ anchor: ShiftAnchor) -> TimexMeaning {
    .shift(unit: .day, count: abs(offset), direction: offset.signum(), anchor: anchor)
  }
}

extension TimeOfDay {
  /// The time of day that a word of the list names by its number.
  init?(part: Int) {
    switch part {
    case 1, 6: self = .part("MO")
    case 2: self = .part("AF")
    case 3, 7: self = .part("EV")
    case 4: self = .part("NI")
    case 5: self = .part("DT")
    case 8: self = .clock(hour: 12, minute: 0)
    case 9: self = .midnight
    default: return nil
    }
  }
}
