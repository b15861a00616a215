/// Phrases before an expression that belong to it: quantity ("more than two hours"), phase ("early
/// this week", "the end of 1990") and part of day ("the night of April 18").
enum TimexPrefixes {
  /// The longest expression that such a phrase begins at `start`.
  static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    quantified(cursor, start) ?? phased(cursor, start) ?? edged(cursor, start)
      ?? DayTimes.partOf(cursor, start)
  }

  // MARK: - Quantity

  /// Reads "more than a week", "nearly four years ago", "around Nov. 9".
  private static func quantified(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let quantity = quantity(cursor, start), !cursor[quantity.next].form.contains(.afterBreak),
      var match = TimexGrammar.core(cursor, quantity.next), var first = match.drafts.first
    else { return nil }
    switch first.meaning {
    case .duration:
      guard !cursor[quantity.next].isAny([.the, .pointer, .this]) else { return nil }
    case .shift(_, _, let direction, let anchor):
      let isCounted = direction < 0 && anchor == .page || anchor == .focus
      guard isCounted, cursor[quantity.next].isAny([.digits, .cardinal, .article, .vague]) else {
        return nil
      }
    case .date, .period:
      guard quantity.mod == "APPROX", !cursor[start].isAny(.vague) else { return nil }
    case .set, .reference, .timeOnly: return nil
    }
    first.tokens = start..<first.tokens.upperBound
    first.mod = quantity.mod
    match.drafts[0] = first
    return match
  }

  /// The modifier that a quantity phrase gives.
  private static func quantity(_ cursor: TimexCursor, _ start: Int) -> (mod: String, next: Int)? {
    let token = cursor[start]
    if token.isAny(.comparative), cursor.has(start + 1, .than) {
      return (token.value == 3 ? "MORE_THAN" : "LESS_THAN", start + 2)
    }
    if cursor.isWord(start, "at"), cursor.has(start + 1, .superlative) {
      return (cursor[start + 1].value == 5 ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS", start + 2)
    }
    if cursor.isWord(start, "up"), cursor.isWord(start + 1, "to") {
      return ("EQUAL_OR_LESS", start + 2)
    }
    if cursor.isWord(start, "close"), cursor.isWord(start + 1, "to") {
      return ("APPROX", start + 2)
    }
    guard token.isAny(.approximator) else { return nil }
    let next = cursor.isWord(start, "ca") ? cursor.skippingStop(start + 1) : start + 1
    switch token.value {
    case 1: return ("APPROX", next)
    case 2: return ("LESS_THAN", next)
    case 3: return ("MORE_THAN", next)
    default: return ("LESS_THAN", next)
    }
  }

  // MARK: - Phase

  /// Reads "early 1914", "mid-November", "late last week", "earlier this year", "early in 1862",
  /// "the early 1980s".
  private static func phased(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    guard cursor.has(index, .phase) || index == start && cursor[index].isAny(.phase) else {
      return nil
    }
    let isBare = cursor[index].isAny(.shift)
    let hyphen = cursor.isMark(index + 1, "-") ? index + 2 : index + 1
    let next = cursor.isWord(hyphen, in: ["in", "on"]) ? hyphen + 1 : hyphen
    guard !cursor[next].form.contains(.afterBreak),
      var match = DayTimes.partOf(cursor, next) ?? edged(cursor, next)
        ?? TimexGrammar.core(cursor, next) ?? wholeUnit(cursor, next),
      var first = match.drafts.first, isDated(first.meaning), !isBare || index == start
    else { return nil }
    first.tokens = start..<first.tokens.upperBound
    first.mod = [1: "START", 2: isBare ? "START" : "MID", 3: "END"][cursor[index].value]
    match.drafts[0] = first
    return match
  }

  /// Reads "the year" where only a phase before it makes it a date: "later in the year".
  private static func wholeUnit(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor[start].isAny(.the), let unit = cursor.unit(at: start + 1), !unit.isPlural,
      unit.unit == .month || unit.unit == .year || unit.unit == .week || unit.unit == .day
    else { return nil }
    return TimexMatch(
      TimexDraft(
        start..<unit.next, .shift(unit: unit.unit, count: 0, direction: 0, anchor: .focus)))
  }

  /// Reads "the end of 1990", "the beginning of October", "the rest of the year".
  private static func edged(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    guard cursor[index].isAny(.edge), cursor.isWord(index + 1, "of"),
      index == start || !cursor[index].form.contains(.afterBreak)
    else { return nil }
    guard !cursor[index + 2].form.contains(.afterBreak),
      var draft =
        (phased(cursor, index + 2) ?? TimexGrammar.core(cursor, index + 2)
        ?? wholeUnit(cursor, index + 2))?.single,
      isDated(draft.meaning), draft.time == nil
    else { return nil }
    draft.tokens = start..<draft.tokens.upperBound
    draft.mod = [1: "START", 2: "MID", 3: "END"][cursor[index].value]
    return TimexMatch(draft)
  }

  private static func isDated(_ meaning: TimexMeaning) -> Bool {
    switch meaning {
    case .date, .period: true
    case .shift(_, let count, _, _): count != nil
    case .duration, .set, .reference, .timeOnly: false
    }
  }
}
