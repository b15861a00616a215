/// Lengths of time and dates at a distance: "48 hours", "two-year", "week-long", "an hour and a
/// half", "for months"; "five years ago", "two days later". Not ages ("a 40-year-old").
enum Durations {
  static let rule = TimexRule(
    name: "duration", triggers: [.digits, .cardinal, .article, .vague, .unit, .half, .unitLong],
    match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if cursor[start].isAny(.half), let half = halfUnit(cursor, start) { return half }
    if cursor[start].isAny(.unitLong), let unit = TimeUnit(rawValue: cursor[start].value) {
      return TimexMatch(TimexDraft(start..<(start + 1), .duration(unit, .whole(1))))
    }
    if cursor[start].isAny(.unit), !cursor[start].isAny(.doubtful) {
      return bareUnit(cursor, start)
    }
    if let range = range(cursor, start) { return range }
    guard let amount = cursor.amount(at: start), cursor.plainYear(at: start) == nil else {
      return nil
    }
    if cursor[start].isAny(.article) {
      if let inner = articleHalf(cursor, start) ?? adjective(cursor, start) { return inner }
    }
    guard let unit = unit(cursor, after: amount.next), !isAge(cursor, start, unit.next),
      !isFraction(cursor, amount, unit), !cursor.isTitled(unit.next - 1) || !unit.isPlural
    else { return nil }
    return read(cursor, start, amount.amount, unit)
  }

  /// Completes an amount and its unit: "-long", "and a half", "ago", "later".
  private static func read(
    _ cursor: TimexCursor, _ start: Int, _ amount: Amount,
    _ unit: (unit: TimeUnit, isPlural: Bool, next: Int)
  ) -> TimexMatch? {
    var amount = amount
    var next = unit.next
    if case .whole(let count) = amount, cursor.isWord(next, "and"), cursor.has(next + 1, .article),
      cursor.has(next + 2, .half)
    {
      amount = .andHalf(count)
      next += 3
    }
    if let shifted = shifted(cursor, start, amount, (unit.unit, next)) { return shifted }
    guard !isOneOfMany(cursor, start, unit) else { return nil }
    if cursor.isHyphen(next), cursor.isWord(next + 1, "long") {
      guard !cursor[start].isAny(.article) else { return nil }
      next += 2
    }
    return TimexMatch(TimexDraft(start..<orSo(cursor, next), .duration(unit.unit, amount)))
  }

  /// The index after an optional "or so".
  static func orSo(_ cursor: TimexCursor, _ index: Int) -> Int {
    cursor.isWord(index, "or") && cursor.isWord(index + 1, "so") ? index + 2 : index
  }

  /// Reads the adjective of "a year-earlier loss" and "a several-year tenure", without the article.
  private static func adjective(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if cursor.isHyphen(start + 2), let end = unitEnd(cursor, start + 1) { return end }
    guard cursor.has(start + 1, .vague), cursor.isHyphen(start + 2),
      let unit = cursor.unit(at: start + 3), !unit.isPlural
    else { return nil }
    return TimexMatch(TimexDraft((start + 1)..<unit.next, .duration(unit.unit, .vague)))
  }

  /// A unit after an amount, with at most one adjective between ("two full days", "two-year").
  static func unit(_ cursor: TimexCursor, after index: Int)
    -> (unit: TimeUnit, isPlural: Bool, next: Int)?
  {
    let next = cursor.skippingHyphen(index)
    if let unit = cursor.unit(at: next), !cursor[next].isAny(.doubtful) { return unit }
    guard cursor.has(next, .filler),
      !cursor[next + 1].isAny(.doubtful)
    else { return nil }
    return cursor.unit(at: next + 1)
  }

  /// Whether the amount is a part of something: "three-quarters", "some quarters".
  private static func isFraction(
    _ cursor: TimexCursor, _ amount: (amount: Amount, next: Int),
    _ unit: (unit: TimeUnit, isPlural: Bool, next: Int)
  ) -> Bool {
    guard unit.unit == .quarter, unit.isPlural else { return false }
    return cursor.isHyphen(amount.next) || cursor.isWord(unit.next, "of")
      || cursor.has(amount.next - 1, .vague) && cursor.isWord(amount.next - 1, "some")
  }

  /// Whether "a" or "one" before a single unit does not measure: "a second", "$500 million a year",
  /// "four flights a week".
  private static func isOneOfMany(
    _ cursor: TimexCursor, _ start: Int, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int)
  ) -> Bool {
    guard cursor[start].isAny(.article), !unit.isPlural else { return false }
    if unit.unit == .quarter || unit.unit == .weekend || unit.unit == .second { return true }
    let before = cursor[start - 1]
    let isRate =
      before.isAny([.digits, .cardinal, .plural, .counted])
      || before.isWord && before.classes.isEmpty && before.form.contains(.endsInS)
        && before.upper - before.lower > 3
      || cursor.isWord(start - 1, in: ["million", "billion", "trillion", "share", "percent"])
    return isRate || cursor.isWord(unit.next, "when")
  }

  /// Whether the amount is an age: "nine years old", "a 40-year-old", "aged 18 years".
  private static func isAge(_ cursor: TimexCursor, _ start: Int, _ next: Int) -> Bool {
    cursor[cursor.skippingHyphen(next)].isAny(.old) || cursor[start - 1].isAny(.old)
      || cursor.isWord(next, "of") && cursor.isWord(next + 1, "age")
  }

  // MARK: - Distance from a date

  /// Reads "ago", "earlier", "later", "before", "from now" after an amount.
  private static func shifted(
    _ cursor: TimexCursor, _ start: Int, _ amount: Amount, _ unit: (unit: TimeUnit, next: Int)
  ) -> TimexMatch? {
    if let weekday = weekdayAgo(cursor, start, amount, unit) { return weekday }
    var next = orSo(cursor, unit.next)
    let meaning: TimexMeaning
    switch cursor[next].isAny(.shift) ? cursor[next].value : 0 {
    case 1:
      meaning = shift(unit.unit, amount, -1, .page)
    case 2 where !takesObject(cursor, next):
      meaning = shift(unit.unit, amount, -1, .focus)
    case 3 where !takesObject(cursor, next):
      meaning = shift(unit.unit, amount, 1, .focus)
    default:
      guard cursor.isWord(next, "from"), cursor.isWord(next + 1, "now") else { return nil }
      next += 1
      meaning = shift(unit.unit, amount, 1, .page)
    }
    return TimexMatch(TimexDraft(start..<(next + 1), meaning))
  }

  /// Reads "a week ago Friday", "two weeks from Monday": the weekday and so many weeks more.
  private static func weekdayAgo(
    _ cursor: TimexCursor, _ start: Int, _ amount: Amount, _ unit: (unit: TimeUnit, next: Int)
  ) -> TimexMatch? {
    let isAgo = cursor.isWord(unit.next, "ago")
    guard unit.unit == .week, isAgo || cursor.isWord(unit.next, "from"),
      let count = amount.count, count < 10
    else { return nil }
    let day = cursor.isWord(unit.next + 1, "on") ? unit.next + 2 : unit.next + 1
    guard let weekday = cursor.weekday(at: day), cursor[day].form.contains(.capital),
      !cursor[day].isAny([.plural, .abbreviation])
    else { return nil }
    let parts = DateParts(weekday: weekday.weekday, weeks: isAgo ? -count : count)
    return TimexMatch(TimexDraft(start..<weekday.next, .date(parts, isAgo ? nil : .coming)))
  }

  /// Whether "before" or "after" governs a noun or clause, so that it does not close the
  /// expression: "two days after the attack" measures and has no date of its own.
  static func takesObject(_ cursor: TimexCursor, _ index: Int) -> Bool {
    guard cursor[index].isAny(.preposition) else { return false }
    let after = cursor[index + 1]
    return after.isWord || after.isAny([.digits, .digitOrdinal])
  }

  private static func shift(
    _ unit: TimeUnit, _ amount: Amount, _ direction: Int, _ anchor: ShiftAnchor
  ) -> TimexMeaning {
    let (base, factor) = unit.scaled
    let count = amount.count.flatMap { $0 <= 10_000 ? $0 * factor : nil }
    return .shift(unit: base, count: count, direction: direction, anchor: anchor)
  }

  // MARK: - Other forms

  /// Reads "five to seven years" as two lengths that share the unit.
  private static func range(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let first = cursor.number(at: start),
      let joint = WrittenDates.joint(cursor, first.next), !cursor.isWord(first.next, "and"),
      let second = cursor.number(at: joint), let unit = unit(cursor, after: second.next),
      unit.isPlural || cursor.isHyphen(second.next), first.value < second.value,
      !isAge(cursor, start, unit.next)
    else { return nil }
    guard let end = read(cursor, joint, .whole(second.value), unit)?.single else { return nil }
    return TimexMatch(
      TimexDraft(start..<first.next, .duration(unit.unit, .whole(first.value))), end)
  }

  /// Reads "half an hour", "half-century".
  private static func halfUnit(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    let article = cursor.skippingHyphen(start + 1)
    let noun = cursor.has(article, .article) ? article + 1 : article
    guard let unit = cursor.unit(at: noun), !unit.isPlural, unit.unit != .day
    else { return nil }
    return TimexMatch(TimexDraft(start..<unit.next, .duration(unit.unit, .andHalf(0))))
  }

  /// Reads "a half hour", "a half-century", "a quarter century", "a quarter of a century".
  private static func articleHalf(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if cursor.isWord(start + 1, "quarter") {
      let of =
        cursor.isWord(start + 2, "of") && cursor.has(start + 3, .article)
        ? start + 4
        : cursor.skippingHyphen(start + 2)
      guard cursor.isWord(of, "century") else { return nil }
      return TimexMatch(TimexDraft(start..<(of + 1), .duration(.year, .whole(25))))
    }
    guard cursor.has(start + 1, .half), let half = halfUnit(cursor, start + 1)?.single else {
      return nil
    }
    return TimexMatch(TimexDraft(start..<half.tokens.upperBound, half.meaning))
  }

  /// Reads "week-long", "months-long" and the bare plurals of "for months", "after hours",
  /// "decades of war", "months ago".
  private static func bareUnit(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let unit = cursor.unit(at: start), !cursor.isTitled(start) || !unit.isPlural else {
      return nil
    }
    if let end = unitEnd(cursor, start) { return end }
    if cursor.isHyphen(unit.next), cursor.isWord(unit.next + 1, "long") {
      let amount: Amount = unit.isPlural ? .vague : .whole(1)
      return TimexMatch(TimexDraft(start..<(unit.next + 2), .duration(unit.unit, amount)))
    }
    if !unit.isPlural { return headlineUnit(cursor, start, unit.unit) }
    guard !isAge(cursor, start, unit.next) else { return nil }
    if let shifted = shifted(cursor, start, .vague, (unit.unit, unit.next)) { return shifted }
    guard measures(cursor, start) else { return nil }
    return TimexMatch(TimexDraft(start..<unit.next, .duration(unit.unit, .vague)))
  }

  /// Reads "after week of clashes", as headlines leave out the article.
  private static func headlineUnit(_ cursor: TimexCursor, _ start: Int, _ unit: TimeUnit)
    -> TimexMatch?
  {
    guard cursor.isWord(start - 1, in: ["after", "amid", "in", "during"]),
      cursor.isWord(start + 1, "of"), unit.grain >= .day, unit != .quarter
    else { return nil }
    return TimexMatch(TimexDraft(start..<(start + 1), .duration(unit, .whole(1))))
  }

  /// Reads "year-end", "month's end", "year-ago", "the year-earlier quarter" from its unit on.
  static func unitEnd(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    guard let unit = cursor.unit(at: start)?.unit else { return nil }
    let isOwner = cursor.isMark(start + 1, "'") && cursor.isWord(start + 2, "s")
    let next = isOwner ? start + 3 : cursor.skippingHyphen(start + 1)
    guard unit == .year || unit == .month else { return nil }
    if next == start + 1 {
      let isYearEnd =
        unit == .year && cursor.isWord(next, "end")
        && cursor.isWord(
          start - 1,
          in: ["by", "at", "before", "until", "to", "around", "since", "from", "through", "after"])
      guard isYearEnd else { return nil }
    }
    if cursor.isWord(next, "end"), unit == .year, !isOwner {
      let offset = cursor.isWord(start - 1, in: ["since", "from"]) ? -1 : 0
      let parts = DateParts(
        month: 12, day: 31, yearShift: YearShift(offset: offset, anchor: .page))
      return TimexMatch(TimexDraft(start..<(next + 1), .date(parts, nil)))
    }
    if cursor.isWord(next, "end") {
      return TimexMatch(
        TimexDraft(
          start..<(next + 1), .shift(unit: unit, count: 0, direction: 0, anchor: .focus),
          mod: "END"))
    }
    guard unit == .year, !isOwner, cursor.isWord(next, in: ["ago", "earlier"]) else { return nil }
    let ordinal = cursor.ordinal(at: next + 1)?.next ?? next + 1
    let hasNoun = cursor.isWord(ordinal, in: ["quarter", "period"])
    return TimexMatch(
      TimexDraft(start..<(hasNoun ? ordinal + 1 : next + 1), .quarterInQuestion(1)))
  }

  /// Whether a bare plural is a length: after "for", "after", "during" and the like.
  private static func measures(_ cursor: TimexCursor, _ start: Int) -> Bool {
    guard !cursor.isWord(start, "quarters") else { return false }
    if cursor.isWord(start - 1, in: ["for", "after", "within", "in", "during", "over", "of"]) {
      return true
    }
    return cursor.isWord(start + 1, "of") && !cursor[start - 1].isAny([.the, .ordinal])
  }
}
