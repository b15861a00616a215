/// Words that only point: "now", "currently", "recently", "at the moment", "the future", "the
/// past". They are tagged and never stand on a timeline. Not "the past week", "now that".
enum PointingWords {
  static let rule = TimexRule(
    name: "pointing word",
    triggers: [
      .pointing, .future, .former, .pointer, .preposition, .the, .adverb, .this, .that, .dayPart,
    ],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let token = cursor[start]
    if token.isAny(.pointing) {
      return reference(start..<(start + 1), token.value == 0 ? "PRESENT_REF" : "PAST_REF")
    }
    if cursor.isWord(start, "right"), cursor.isWord(start + 1, "now") {
      return reference(start..<(start + 2), "PRESENT_REF")
    }
    if token.isAny(.preposition) { return phrase(cursor, start) }
    return current(cursor, start) ?? noun(cursor, start) ?? vague(cursor, start)
  }

  /// Reads "current" before a noun that is no unit of time.
  private static func current(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor.isWord(start, "current"), !cursor.isTitled(start),
      !cursor[start + 1].isAny([.unit, .fiscal, .mark])
    else { return nil }
    return reference(start..<(start + 1), "PRESENT_REF")
  }

  /// Reads what only annotators of histories mark: "former", "this period", "at that time".
  private static func vague(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    func found(_ count: Int, _ value: String) -> TimexMatch {
      TimexMatch(TimexDraft(start..<(start + count), .vagueReference(value)))
    }
    let token = cursor[start]
    if token.isAny(.former), !token.form.contains(.capital) || cursor.isSentenceStart(start) {
      return found(1, "PAST_REF")
    }
    if token.isAny(.future) { return found(1, "FUTURE_REF") }
    if cursor.isWord(start, "recent") { return found(1, "PAST_REF") }
    if cursor.isWord(start, "night") { return found(1, "XXXX-XX-XXTNI") }
    if token.isAny([.this, .that]), cursor.has(start + 1, .vagueNoun),
      cursor.has(start - 1, .preposition) || cursor.isWord(start + 1, "period")
    {
      return found(2, "PRESENT_REF")
    }
    guard token.isAny(.the), cursor.isWord(start - 1, in: ["at", "of", "around", "by"]) else {
      return nil
    }
    let noun = cursor.isWord(start + 1, "same") ? start + 2 : start + 1
    return cursor.isWord(noun, "time") ? found(noun - start + 1, "PRESENT_REF") : nil
  }

  private static func reference(_ tokens: Range<Int>, _ value: String) -> TimexMatch {
    TimexMatch(TimexDraft(tokens, .reference(value)))
  }

  /// Reads "at present", "at the moment", "at this time".
  private static func phrase(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor.isWord(start, "at") else { return nil }
    if cursor.isWord(start + 1, "present") { return reference(start..<(start + 2), "PRESENT_REF") }
    if cursor.has(start + 1, .the), cursor.isWord(start + 2, "moment") {
      return reference(start..<(start + 3), "PRESENT_REF")
    }
    return nil
  }

  /// Reads "the future", "the near future", "the past".
  private static func noun(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let hasThe = cursor[start].isAny(.the)
    var index = cursor.skippingThe(start)
    if cursor.isWord(index, in: ["near", "distant", "foreseea", "immediat"]) { index += 1 }
    if cursor.has(index, .future), hasThe || cursor.isWord(start - 1, "in") {
      guard !isModifier(cursor, index) else { return nil }
      return reference(start..<(index + 1), "FUTURE_REF")
    }
    guard hasThe, cursor.isWord(index, "past"), !isModifier(cursor, index) else { return nil }
    return reference(start..<(index + 1), "PAST_REF")
  }

  /// Words that begin a clause or a verb, so that the word before them modifies nothing.
  private static let subjects: [StaticString] = [
    "i", "it", "he", "she", "we", "they", "you", "if", "when", "and", "but", "or", "that", "has",
    "have", "had", "is", "was", "were",
  ]

  /// Whether the word at `index` modifies the next one.
  private static func isModifier(_ cursor: TimexCursor, _ index: Int) -> Bool {
    let next = cursor[index + 1]
    guard next.isWord || next.isAny(.digits), !cursor.isWord(index + 1, in: subjects) else {
      return false
    }
    return next.classes.isEmpty
      || next.isAny([.unit, .cardinal, .vague, .digits, .season, .weekday])
  }
}
