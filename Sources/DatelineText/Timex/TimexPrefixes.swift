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
    guard let quantity = quantity(cursor, start),
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
    case .date, .period, .ofThisCentury:
      guard quantity.mod == "APPROX", !cursor[start].isAny(.vague) else { return nil }
    case .timeOnly:
      guard quantity.mod == "APPROX", !cursor[start].isAny(.vague) else { return nil }
    case .set, .reference, .vagueReference: return nil
    }
    if !isOutside(quantity, first.meaning) { first.tokens = start..<first.tokens.upperBound }
    first.mod = quantity.mod
    match.drafts[0] = first
    return match
  }

  /// A phrase of quantity.
  private struct Quantity {
    var mod: String
    var next: Int
    /// Whether it mostly stays outside in annotated news, as "about" does.
    var isLoose = false

    init(_ mod: String, _ next: Int, isLoose: Bool = false) {
      self.mod = mod
      self.next = next
      self.isLoose = isLoose
    }
  }

  /// Whether the quantity stays outside: "about" before all but "two years ago", "around" before
  /// weekdays and clock times.
  private static func isOutside(_ quantity: Quantity, _ meaning: TimexMeaning) -> Bool {
    switch meaning {
    case .shift: false
    case .date(let parts, _): quantity.isLoose || parts.isWeekdayOnly
    case .timeOnly: true
    case .period, .ofThisCentury, .duration, .set, .reference, .vagueReference: quantity.isLoose
    }
  }

  /// The modifier that a quantity phrase gives.
  private static func quantity(_ cursor: TimexCursor, _ start: Int) -> Quantity? {
    let token = cursor[start]
    if token.isAny(.comparative), cursor.has(start + 1, .than) {
      return Quantity(token.value == 3 ? "MORE_THAN" : "LESS_THAN", start + 2)
    }
    if cursor.isWord(start, "at"), cursor.has(start + 1, .superlative) {
      return Quantity(cursor[start + 1].value == 5 ? "EQUAL_OR_MORE" : "EQUAL_OR_LESS", start + 2)
    }
    if cursor.isWord(start, "up"), cursor.isWord(start + 1, "to") {
      return Quantity("EQUAL_OR_LESS", start + 2)
    }
    if cursor.isWord(start, "close"), cursor.isWord(start + 1, "to") {
      return Quantity("APPROX", start + 2)
    }
    guard token.isAny(.approximator) else { return nil }
    let next = cursor.isWord(start, "ca") ? cursor.skippingStop(start + 1) : start + 1
    switch token.value {
    case 1:
      return Quantity(
        "APPROX", next, isLoose: !token.isAny(.vague) && !cursor.isWord(start, "around"))
    case 2: return Quantity("LESS_THAN", next)
    case 3:
      let isQuantity =
        cursor[start - 1].isAny([.preposition, .digits]) || cursor.isWord(start - 1, "last")
      return isQuantity || cursor.isSentenceStart(start)
        ? Quantity("MORE_THAN", next) : nil
    default: return Quantity("LESS_THAN", next)
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
    guard
      var match = DayTimes.partOf(cursor, next) ?? edged(cursor, next)
        ?? TimexGrammar.core(cursor, next) ?? wholeUnit(cursor, next)
        ?? partAlone(cursor, start, next),
      var first = match.drafts.first, isDated(first.meaning) || first.time != nil,
      !isBare || index == start
    else { return nil }
    let isOutside = isBare && !keepsPhase(first.meaning)
    let lower = isMonth(first.meaning) && index > start ? index : start
    first.tokens = (isOutside ? first.tokens.lowerBound : lower)..<first.tokens.upperBound
    first.mod = [1: "START", 2: isBare ? "START" : "MID", 3: "END"][cursor[index].value]
    match.drafts[0] = first
    return match
  }

  /// Whether "earlier" and "later" are part of the expression: "earlier this month", "later today",
  /// but not "earlier" in "earlier Friday" and "earlier this week".
  private static func keepsPhase(_ meaning: TimexMeaning) -> Bool {
    switch meaning {
    case .shift(let unit, _, _, let anchor):
      unit == .day || unit.grain >= .month || anchor == .focus
    case .date(let parts, _): parts.weekday == nil
    case .period, .ofThisCentury, .duration, .set, .reference, .vagueReference, .timeOnly: true
    }
  }

  /// Whether the meaning is a month without a day, before which "the" belongs to a later noun.
  private static func isMonth(_ meaning: TimexMeaning) -> Bool {
    guard case .date(let parts, _) = meaning else { return false }
    return parts.month != nil && parts.day == nil
  }

  /// Reads the part of the day in "by mid-afternoon" and "in the early morning", where a preposition
  /// before the phase makes it a time.
  private static func partAlone(_ cursor: TimexCursor, _ start: Int, _ index: Int) -> TimexMatch? {
    guard cursor.has(start - 1, .preposition), cursor.has(index, .dayPart),
      !cursor[index].isAny(.plural), cursor[index].value <= 4,
      let time = TimeOfDay(part: cursor[index].value)
    else { return nil }
    return TimexMatch(TimexDraft(index..<(index + 1), .timeOnly, time: time))
  }

  /// Reads "the year" where only a phase before it makes it a date: "later in the year".
  private static func wholeUnit(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor[start].isAny(.the), let unit = cursor.unit(at: start + 1), !unit.isPlural,
      unit.unit == .month || unit.unit == .year || unit.unit == .week || unit.unit == .day
    else { return nil }
    return TimexMatch(
      TimexDraft(
        start..<unit.next,
        .shift(
          unit: unit.unit, count: 0, direction: 0, anchor: unit.unit == .day ? .focus : .page)))
  }

  /// Reads "the end of 1990", "the beginning of October", "the rest of the year".
  private static func edged(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let index = cursor.skippingThe(start)
    guard let edge = edge(cursor, index), cursor.isWord(edge.next, "of"),
      var draft =
        (phased(cursor, edge.next + 1) ?? TimexGrammar.core(cursor, edge.next + 1)
        ?? wholeUnit(cursor, edge.next + 1))?.single,
      isDated(draft.meaning), draft.time == nil
    else { return nil }
    draft.tokens = start..<draft.tokens.upperBound
    draft.mod = edge.mod
    return TimexMatch(draft)
  }

  /// The modifier of "end", "beginning", "early part", "latter half".
  private static func edge(_ cursor: TimexCursor, _ index: Int) -> (mod: String?, next: Int)? {
    if cursor.has(index, .edge), !cursor.has(index, .half) {
      return ([1: "START", 2: "MID", 3: "END"][cursor[index].value], index + 1)
    }
    guard cursor.isWord(index + 1, in: ["part", "half", "stages", "days", "months"]) else {
      return nil
    }
    if cursor.isWord(index, in: ["early", "earlier", "opening"]) { return ("START", index + 2) }
    let isLate = cursor.isWord(index, in: ["latter", "later", "late", "closing", "final"])
    return isLate ? ("END", index + 2) : nil
  }

  private static func isDated(_ meaning: TimexMeaning) -> Bool {
    switch meaning {
    case .date, .period, .ofThisCentury: true
    case .shift(_, let count, _, _): count != nil
    case .duration, .set, .reference, .vagueReference, .timeOnly: false
    }
  }
}
