/// Periods named by a pointing word: "last week", "this year", "the next day", "that month", "the
/// past year", "the next two days", "recent years". Not "last" alone or "next to".
enum PointedUnits {
  static let rule = TimexRule(
    name: "pointed unit", triggers: [.pointer, .this, .that, .the, .unit, .shift], match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if let found = beforeOrAfter(cursor, start) ?? otherDay(cursor, start) { return found }
    let index = cursor.skippingThe(start)
    let hasThe = index > start
    if hasThe, let named = named(cursor, start, index) { return named }
    guard let pointed = Weekdays.pointer(cursor, index) else { return nil }
    if let season = season(cursor, start, pointed) { return season }
    if let month = month(cursor, start, pointed) { return month }
    if pointed.pointer == .latest, cursor.isWord(pointed.next, "period") {
      return TimexMatch(TimexDraft(start..<(pointed.next + 1), .quarterInQuestion(0)))
    }
    if let found = counted(cursor, start, pointed) { return found }
    let noun = cursor.has(pointed.next, .fiscal) ? pointed.next + 1 : pointed.next
    guard let unit = cursor.unit(at: noun), !cursor.isHyphen(unit.next),
      !cursor[noun].isAny(.doubtful), !cursor.isTitled(noun) || opensSentence(cursor, start, noun)
    else { return nil }
    if unit.isPlural { return vagueLength(start, pointed.pointer, unit) }
    let end = Durations.orSo(cursor, unit.next)
    return single(cursor, start..<end, pointed.pointer, unit.unit, hasThe: hasThe)
  }

  /// Whether "Last Year" opens a sentence of which the rest is no title.
  private static func opensSentence(_ cursor: TimexCursor, _ start: Int, _ noun: Int) -> Bool {
    cursor.isSentenceStart(start) && noun == start + 1 && cursor[noun + 1].isWord
      && !cursor[noun + 1].form.contains(.capital)
  }

  /// Reads one unit: "last week", "the past year".
  private static func single(
    _ cursor: TimexCursor, _ tokens: Range<Int>, _ pointer: Pointer, _ unit: TimeUnit, hasThe: Bool
  ) -> TimexMatch? {
    if unit.isClock { return nil }
    if unit == .quarter, pointer == .latest {
      return TimexMatch(TimexDraft(tokens, .quarterInQuestion(0)))
    }
    let isLength = hasThe && (pointer == .past || pointer == .last && unit.grain > .week)
    if isLength || pointer == .final {
      return TimexMatch(TimexDraft(tokens, .duration(unit, .whole(1))))
    }
    guard let offset = pointer.offset else { return nil }
    let isNarrative = pointer.isNarrative || hasThe && pointer == .next
    return TimexMatch(
      TimexDraft(
        tokens,
        .shift(
          unit: unit, count: abs(offset), direction: offset.signum(),
          anchor: isNarrative ? .focus : .page)))
  }

  /// Reads "recent years", "the coming weeks": a length that nobody counted.
  private static func vagueLength(
    _ start: Int, _ pointer: Pointer, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int)
  ) -> TimexMatch? {
    switch pointer {
    case .this where unit.unit == .day:
      return TimexMatch(TimexDraft(start..<unit.next, .reference("PRESENT_REF")))
    case .this, .that, .same, .current, .latest: return nil
    case .last, .next, .past, .previous, .following, .coming, .recent, .final, .intervening:
      return TimexMatch(TimexDraft(start..<unit.next, .duration(unit.unit, .vague)))
    }
  }

  /// Reads "the next two days", "the past few weeks", "last three years": a length.
  private static func counted(
    _ cursor: TimexCursor, _ start: Int, _ pointed: (pointer: Pointer, next: Int)
  ) -> TimexMatch? {
    let isOne = pointed.pointer == .this || pointed.pointer == .that
    guard !isOne || cursor.isWord(start, in: ["these", "those"]),
      !cursor[pointed.next].isAny(.article), let amount = cursor.amount(at: pointed.next),
      let unit = Durations.unit(cursor, after: amount.next), unit.isPlural
    else { return nil }
    let end = Durations.orSo(cursor, unit.next)
    return TimexMatch(TimexDraft(start..<end, .duration(unit.unit, amount.amount)))
  }

  /// Reads "the nine months", "the first two years", "the four previous weeks": a length.
  private static func countedFirst(_ cursor: TimexCursor, _ start: Int, _ index: Int)
    -> TimexMatch?
  {
    let isFirst = cursor.isWord(index, "first")
    let number = isFirst ? index + 1 : index
    guard !cursor[number].isAny(.article), let amount = cursor.amount(at: number) else {
      return nil
    }
    let next = cursor.has(amount.next, .pointer) ? amount.next + 1 : amount.next
    guard let unit = Durations.unit(cursor, after: next), unit.isPlural else { return nil }
    return TimexMatch(TimexDraft(start..<unit.next, .duration(unit.unit, amount.amount)))
  }

  /// Reads what "the" makes an expression: a counted length, "the weekend", "the quarter", "the
  /// years after".
  private static func named(_ cursor: TimexCursor, _ start: Int, _ index: Int) -> TimexMatch? {
    if let counted = countedFirst(cursor, start, index) { return counted }
    let noun = cursor.has(index, .fiscal) || cursor.isWord(index, "full") ? index + 1 : index
    if let owned = Durations.unitEnd(cursor, noun)?.single {
      return TimexMatch(TimexDraft(start..<owned.tokens.upperBound, owned.meaning, mod: owned.mod))
    }
    guard let unit = cursor.unit(at: noun), !cursor.isHyphen(unit.next) else { return nil }
    let tokens = start..<unit.next
    if unit.isPlural {
      let isBounded =
        cursor.has(unit.next, .shift) || cursor.isWord(start - 1, in: ["over", "through"])
        || cursor.isWord(unit.next, in: ["that", "following", "since", "leading", "ahead", "of"])
      let isLength = isBounded && unit.unit.grain >= .day
      guard isLength else { return nil }
      return TimexMatch(TimexDraft(noun..<unit.next, .duration(unit.unit, .vague)))
    }
    switch unit.unit {
    case .weekend:
      let meaning = TimexMeaning.shift(unit: .weekend, count: 0, direction: -1, anchor: .page)
      return TimexMatch(TimexDraft(tokens, meaning))
    case .quarter:
      return TimexMatch(TimexDraft(tokens, ended(cursor, unit.next) ?? .quarterInQuestion(0)))
    case .week: return week(cursor, tokens)
    case .year where cursor.isWord(unit.next, in: ["ended", "ending"]):
      return TimexMatch(TimexDraft(tokens, .duration(.year, .whole(1))))
    case .year where !cursor.isTitled(noun) && !cursor.isWord(unit.next, in: ["that", "when"]):
      return TimexMatch(
        TimexDraft(tokens, .shift(unit: .year, count: 0, direction: 0, anchor: .page)))
    case .second, .minute, .hour, .day, .fortnight, .month, .year, .decade, .century:
      return nil
    }
  }

  /// Reads "the week of March 6", and "the week" of the page. Not "the day of the week".
  private static func week(_ cursor: TimexCursor, _ tokens: Range<Int>) -> TimexMatch? {
    let next = tokens.upperBound
    if cursor.isWord(next, "of"), let day = WrittenDates.rule.match(cursor, next + 1)?.single,
      case .date(var parts, let pointer) = day.meaning, parts.day != nil
    {
      parts.within = .week
      return TimexMatch(
        TimexDraft(tokens.lowerBound..<day.tokens.upperBound, .date(parts, pointer)))
    }
    let isOther = cursor.isWord(tokens.lowerBound - 1, "of") || cursor.isTitled(next - 1)
    guard !isOther, !cursor.isWord(next, in: ["of", "that", "when"]) else { return nil }
    return TimexMatch(
      TimexDraft(tokens, .shift(unit: .week, count: 0, direction: 0, anchor: .page)))
  }

  /// The quarter of "the quarter ended Sept. 30".
  private static func ended(_ cursor: TimexCursor, _ index: Int) -> TimexMeaning? {
    guard cursor.isWord(index, in: ["ended", "ending"]),
      let day = WrittenDates.rule.match(cursor, index + 1)?.single,
      case .date(var parts, let pointer) = day.meaning, parts.month != nil
    else { return nil }
    parts.within = .quarter
    return .date(parts, pointer)
  }

  // MARK: - Seasons and months

  /// Reads "last summer", "this fall", "the previous winter".
  private static func season(
    _ cursor: TimexCursor, _ start: Int, _ pointed: (pointer: Pointer, next: Int)
  ) -> TimexMatch? {
    let token = cursor[pointed.next]
    guard token.isAny(.season), !token.isAny(.plural), pointed.pointer.offset != nil else {
      return nil
    }
    return TimexMatch(
      TimexDraft(
        start..<(pointed.next + 1), .date(DateParts(season: token.value), pointed.pointer)))
  }

  /// Reads "last April", "this September", "the previous April".
  private static func month(
    _ cursor: TimexCursor, _ start: Int, _ pointed: (pointer: Pointer, next: Int)
  ) -> TimexMatch? {
    guard let month = cursor.month(at: pointed.next), cursor[pointed.next].form.contains(.capital),
      !cursor[month.next].isAny([.digits, .digitOrdinal]), !cursor.isWord(start, "these")
    else { return nil }
    return TimexMatch(
      TimexDraft(start..<month.next, .date(DateParts(month: month.month), pointed.pointer)))
  }

  // MARK: - Before and after

  /// Reads "the other day", "those days".
  private static func otherDay(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let isThose = cursor.isWord(start, "those") && cursor.isWord(start + 1, "days")
    let isOther =
      cursor.isWord(start, "the") && cursor.isWord(start + 1, "other")
      && cursor.isWord(start + 2, "day")
    guard isThose || isOther else { return nil }
    return TimexMatch(TimexDraft(start..<(start + (isThose ? 2 : 3)), .reference("PAST_REF")))
  }

  /// Reads "the day before", "the week after", "the day following": one unit from the last date.
  private static func beforeOrAfter(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard cursor[start].isAny(.the), let unit = cursor.unit(at: start + 1), !unit.isPlural,
      !unit.unit.isClock
    else { return nil }
    let direction: Int
    let end = Durations.takesObject(cursor, unit.next) ? unit.next : unit.next + 1
    if cursor.isWord(unit.next, in: ["before", "earlier"]) {
      direction = -1
    } else if cursor.isWord(unit.next, in: ["after", "later"]) {
      direction = 1
    } else {
      return nil
    }
    return TimexMatch(
      TimexDraft(
        start..<end, .shift(unit: unit.unit, count: 1, direction: direction, anchor: .focus)))
  }
}
