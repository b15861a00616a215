/// Years, decades and centuries: "2025", "'89", "241 BC", "1914-18", "fiscal 1989", "the 1980s",
/// "the eighties", "the 20th century". Not counts ("2000 soldiers"), sums ("$1999") or names with
/// numbers.
enum Years {
  static let rule = TimexRule(
    name: "year",
    triggers: [
      .digits, .digitDecade, .digitOrdinal, .ordinal, .cardinal, .mark, .the, .fiscal, .decadeName,
      .unit, .era,
    ],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if let found = decade(cursor, start) ?? century(cursor, start) ?? turn(cursor, start) {
      return found
    }
    if cursor[start].isAny(.fiscal) { return fiscal(cursor, start) }
    if let era = eraYears(cursor, start) { return era }
    if cursor[start].classes == .digits {
      return bareYear(cursor, start) ?? ancientYear(cursor, start)
    }
    if let short = cursor.shortYear(at: start), isFree(cursor, start, short.next) {
      return TimexMatch(draft(start..<short.next, short.year))
    }
    if let spelled = spelled(cursor, start) {
      return TimexMatch(draft(start..<spelled.next, spelled.year))
    }
    return announced(cursor, start)
  }

  private static func draft(_ tokens: Range<Int>, _ year: Int) -> TimexDraft {
    TimexDraft(tokens, .date(DateParts(year: year), nil))
  }

  // MARK: - Four digits

  /// Reads "2025", and the second year of "1914-1918" and "1914-18".
  private static func bareYear(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let first = cursor.plainYear(at: start) else { return nil }
    let isJoined = cursor.isMark(first.next, "-") || cursor.isMark(first.next, "/")
    if isJoined, cursor.isTight(first.next + 1) || !cursor.isTight(first.next),
      let second = secondYear(cursor, first.next + 1, after: first.year),
      isFree(cursor, start, second.next)
    {
      return TimexMatch(
        draft(start..<first.next, first.year), draft((first.next + 1)..<second.next, second.year))
    }
    guard isFree(cursor, start, first.next) else { return nil }
    return TimexMatch(draft(start..<first.next, first.year))
  }

  /// Reads "476" after a word that wants a date; only an ancient story keeps it.
  private static func ancientYear(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let token = cursor[start]
    let isPlain = token.digits == 3 && token.form.isDisjoint(with: [.decimal, .grouped])
    let isDated =
      cursor.isWord(start - 1, in: ["in", "until", "since", "by", "of"])
      || cursor.has(start - 1, [.phase, .month, .season])
    let after = cursor[start + 1]
    let isCounting =
      after.isWord && after.form.contains(.endsInS) || after.isAny([.counted, .unit])
    guard isPlain, isDated, !isCounting, isFree(cursor, start, start + 1) else { return nil }
    var parts = DateParts(year: token.value)
    parts.isAncient = true
    return TimexMatch(TimexDraft(start..<(start + 1), .date(parts, nil)))
  }

  /// The second year of a range, its century taken from the first.
  private static func secondYear(_ cursor: TimexCursor, _ index: Int, after first: Int)
    -> (year: Int, next: Int)?
  {
    if let year = cursor.plainYear(at: index), year.year > first { return year }
    let token = cursor[index]
    guard token.classes == .digits, token.digits == 2, cursor.isTight(index) else { return nil }
    let year = first / 100 * 100 + token.value
    return year > first ? (year, index + 1) : nil
  }

  /// Whether nothing around the number says that it counts or names something.
  private static func isFree(_ cursor: TimexCursor, _ start: Int, _ next: Int) -> Bool {
    let before = cursor[start - 1]
    if cursor.isTight(start),
      "$€£#/.:+&_=".unicodeScalars.contains(where: {
        cursor.isMark(start - 1, $0)
      })
    {
      return false
    }
    if cursor.isTight(start), cursor.isMark(start - 1, "-"), cursor.isTight(start - 1) {
      let prefix = cursor[start - 2]
      let isDated =
        prefix.isAny([.phase, .month, .season])
        || cursor.isWord(start - 2, in: ["post", "pre"])
      if !isDated { return false }
    }
    if cursor.isMark(start - 1, "$") || cursor.isMark(start - 1, "#") { return false }
    if before.isAny(.numbered) || before.isAny(.month) && cursor.isMark(next, ":") { return false }
    return isFree(cursor, start, before: next)
  }

  /// Whether nothing after the number says that it counts.
  private static func isFree(_ cursor: TimexCursor, _ start: Int, before next: Int) -> Bool {
    if cursor.isMark(next, "%") || cursor.isMark(next, ":") && cursor.isTight(next + 1) {
      return false
    }
    if cursor.isMark(next, "/"), cursor.isTight(next), cursor[next + 1].isAny(.digits) {
      return false
    }
    let after = cursor[next]
    if after.isWord, cursor.isTight(next) { return false }
    if after.isAny([.counted, .meridiem, .zone]) { return false }
    if cursor.isMark(next, "=") || cursor.isWord(next, in: ["equals", "equal", "equaling"]) {
      return false
    }
    if after.isAny(.unit), after.isAny(.plural) { return false }
    if cursor.isMark(next, "-"), cursor.isTight(next), cursor.isTight(next + 1),
      cursor[next + 1].isAny([.unit, .digits, .counted])
    {
      return false
    }
    let before = cursor[start - 1]
    let isHeaded = before.isAny([.approximator, .comparative, .than, .superlative])
    let isObject =
      before.isWord && before.classes.isEmpty && !before.form.contains(.capital)
      && !before.form.contains(.endsInS)
    let isPlural =
      after.isWord && !after.form.contains(.capital) && after.classes.isEmpty
      && after.form.contains(.endsInS)
    return !(isPlural && (isHeaded || isObject))
  }

  // MARK: - Eras

  /// Reads "241 BC", "AD 70", "490-479 BC", "490 and 480 BC".
  private static func eraYears(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if let year = withEra(cursor, start) { return TimexMatch(draft(start..<year.next, year.year)) }
    let token = cursor[start]
    guard token.classes == .digits, token.digits <= 4, token.value > 0,
      let next = WrittenDates.joint(cursor, start + 1), let second = withEra(cursor, next),
      second.year <= 0, token.value > -second.year
    else { return nil }
    return TimexMatch(
      draft(start..<(start + 1), 1 - token.value), draft(next..<second.next, second.year))
  }

  /// A year with its era.
  static func withEra(_ cursor: TimexCursor, _ start: Int) -> (year: Int, next: Int)? {
    let token = cursor[start]
    if token.isAny(.era), token.value == 2, token.form.contains(.capital),
      cursor[start + 1].classes == .digits, (1...4).contains(cursor[start + 1].digits)
    {
      return (cursor[start + 1].value, start + 2)
    }
    let era = cursor[start + 1]
    guard token.classes == .digits, token.digits <= 4, token.value > 0,
      !token.form.contains(.decimal), era.isAny(.era), era.form.contains(.capital)
    else { return nil }
    return (era.value == 1 ? 1 - token.value : token.value, start + 2)
  }

  // MARK: - Words

  /// Reads "nineteen ninety-six", "two thousand and three".
  static func spelled(_ cursor: TimexCursor, _ start: Int) -> (year: Int, next: Int)? {
    let token = cursor[start]
    guard token.isAny(.cardinal) else { return nil }
    if token.value == 2, cursor[start + 1].value == 1000, cursor[start + 1].isAny(.cardinal) {
      guard cursor.isWord(start - 1, in: ["in", "year", "of", "by", "since"]),
        let number = cursor.spelledNumber(at: start), number.value < 2100,
        !cursor[number.next].isAny([.unit, .counted])
      else { return nil }
      return (number.value, number.next)
    }
    guard (17...20).contains(token.value), cursor[start + 1].isAny(.cardinal),
      cursor[start + 1].value >= 10, cursor[start + 1].value < 100,
      let rest = cursor.spelledNumber(at: start + 1), rest.value < 100,
      !cursor[rest.next].isAny([.unit, .counted])
    else { return nil }
    return (token.value * 100 + rest.value, rest.next)
  }

  /// Reads "the year 2000", "the year two thousand".
  private static func announced(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let noun = cursor.skippingThe(start)
    guard cursor.isWord(noun, "year") else { return nil }
    if let year = withEra(cursor, noun + 1) ?? cursor.plainYear(at: noun + 1)
      ?? spelled(cursor, noun + 1)
    {
      return TimexMatch(draft(start..<year.next, year.year))
    }
    return nil
  }

  /// Reads "fiscal 1989", "fiscal year 2020".
  private static func fiscal(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let next = cursor.isWord(start + 1, "year") ? start + 2 : start + 1
    guard let year = cursor.plainYear(at: next) else { return nil }
    return TimexMatch(draft(start..<year.next, year.year))
  }

  // MARK: - Decades and centuries

  /// Reads "1980s", "the '80s", "the nineties", "the early 1980s" without its phase.
  private static func decade(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    var index = cursor.skippingThe(start)
    let hasThe = index > start
    if cursor.isMark(index, "'"), cursor.isTight(index + 1) { index += 1 }
    let token = cursor[index]
    if token.isAny(.decadeName), hasThe || token.form.contains(.capital) {
      guard !cursor.isWord(start - 1, "his"), !cursor.isWord(start - 1, "her") else { return nil }
      return TimexMatch(
        TimexDraft(start..<(index + 1), .period(.decade(tens: 190 + token.value))))
    }
    guard token.isAny(.digitDecade) else { return nil }
    let next = index + 1
    if token.digits == 4, token.value % 10 == 0, (1000...2100).contains(token.value) {
      return TimexMatch(TimexDraft(start..<next, .period(.decade(tens: token.value / 10))))
    }
    if token.digits == 3, token.value % 10 == 0, cursor[next].isAny(.era), cursor[next].value == 1 {
      let tens = -(token.value / 10) - 1
      return TimexMatch(TimexDraft(start..<(next + 1), .period(.decade(tens: tens))))
    }
    let isShort = token.digits == 2 && token.value % 10 == 0 && token.value >= 20
    guard isShort, hasThe || index > start else { return nil }
    return TimexMatch(TimexDraft(start..<next, .period(.decade(tens: 190 + token.value / 10))))
  }

  /// Reads "the first decade of this century", "the turn of the 20th century".
  private static func turn(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    let isTurn = cursor.isWord(index, "turn")
    let decade = cursor.ordinal(at: index)
    let noun = isTurn ? index : decade?.next ?? index
    guard isTurn || decade != nil && cursor.isWord(noun, "decade"), cursor.isWord(noun + 1, "of")
    else { return nil }
    if let named = century(cursor, noun + 2)?.single, case .period(let period) = named.meaning {
      let tens = period.year.flooredQuotient(10) + (decade?.value ?? 1) - 1
      return TimexMatch(
        isTurn
          ? TimexDraft(start..<named.tokens.upperBound, named.meaning, mod: "START")
          : TimexDraft(start..<named.tokens.upperBound, .period(.decade(tens: tens))))
    }
    guard cursor.has(noun + 2, [.the, .this]), cursor.isWord(noun + 3, "century") else {
      return nil
    }
    let meaning = TimexMeaning.ofThisCentury(decade: isTurn ? nil : decade?.value)
    return TimexMatch(TimexDraft(start..<(noun + 4), meaning, mod: isTurn ? "START" : nil))
  }

  /// Reads "the 20th century", "eighteenth-century", "the 5th century BC".
  private static func century(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let ordinal = cursor.ordinal(at: cursor.skippingThe(start)), ordinal.value <= 21 else {
      return nil
    }
    let noun = cursor.skippingHyphen(ordinal.next)
    guard cursor.isWord(noun, "century") else { return nil }
    let isBefore = cursor[noun + 1].isAny(.era) && cursor[noun + 1].value == 1
    let hundreds = isBefore ? -ordinal.value : ordinal.value - 1
    let end = isBefore ? noun + 2 : noun + 1
    return TimexMatch(TimexDraft(start..<end, .period(.century(hundreds: hundreds))))
  }
}
