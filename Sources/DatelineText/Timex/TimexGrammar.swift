/// All classes of expressions, and how a phrase before or after one changes it.
///
/// Each rule reads the core of an expression; the grammar adds quantity ("more than"), phase
/// ("early", "the end of") and time of day ("Friday night", "9 a.m. Tuesday"), so that no rule has
/// to know of them. Of several readings from the same token the longest counts, then the first rule.
enum TimexGrammar {
  /// The rules, the more specific before the more general.
  static let rules: [TimexRule] = [
    NumericDates.rule, WrittenDates.rule, Holidays.rule, Quarters.rule, Sets.rule, DayWords.rule,
    Weekdays.rule,
    Seasons.rule, Years.rule, PointedUnits.rule, Durations.rule, ClockTimes.rule,
    PointingWords.rule,
  ]

  /// The classes of words that may begin an expression.
  static let triggers = rules.reduce(WordClass.prefixes) { $0.union($1.triggers) }

  /// The longest expression that begins at `start`.
  static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    var best = core(cursor, start)
    if cursor[start].isAny(.prefixes), let prefixed = TimexPrefixes.match(cursor, start),
      prefixed.upper > (best?.upper ?? 0)
    {
      best = prefixed
    }
    return best
  }

  /// The longest expression without a phrase before it.
  static func core(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    var best: TimexMatch?
    let classes = cursor[start].classes
    for rule in rules where !rule.triggers.isDisjoint(with: classes) {
      if let match = rule.match(cursor, start), match.upper > (best?.upper ?? start) {
        best = match
      }
    }
    guard let found = best?.single else { return best }
    if found.meaning == .timeOnly { return DayTimes.withDate(cursor, found) ?? best }
    return DayTimes.withPart(cursor, found) ?? best
  }
}

extension WordClass {
  /// The words that can stand before the core of an expression.
  static let prefixes: WordClass = [
    .approximator, .comparative, .superlative, .approachable, .phase, .edge, .the, .preposition,
    .dayPart, .article, .ordinal,
  ]
}
