/// Seasons: "the summer of 1916", "summer 2007", "the spring". Not the verbs "fall" and "spring"
/// nor a season of sport.
enum Seasons {
  static let rule = TimexRule(name: "season", triggers: [.season, .the, .digits], match: match)

  private static func match(_ cursor: TimexCursor, _ start: Int) -> TimexMatch? {
    if let year = cursor.plainYear(at: start) {
      guard cursor.has(year.next, .season), !cursor[year.next].isAny([.doubtful, .plural]) else {
        return nil
      }
      return draft(start..<(year.next + 1), cursor[year.next].value, year.year)
    }
    let index = cursor.skippingThe(start)
    let token = cursor[index]
    guard token.isAny(.season), !token.isAny(.plural), index == start || cursor.has(index, .season)
    else { return nil }
    let of =
      cursor.isWord(index + 1, in: ["of", "in"]) ? index + 2 : cursor.skippingComma(index + 1)
    if let year = Years.withEra(cursor, of) ?? cursor.plainYear(at: of) ?? Years.spelled(cursor, of)
      ?? cursor.shortYear(at: of)
    {
      return draft(start..<year.next, token.value, year.year)
    }
    guard isSeason(cursor, index, hasThe: index > start) else { return nil }
    return draft(start..<(index + 1), token.value, nil)
  }

  /// Whether the word is the season and not a verb, a noun of another sense or part of a name.
  private static func isSeason(_ cursor: TimexCursor, _ index: Int, hasThe: Bool) -> Bool {
    let token = cursor[index]
    let isName = token.form.contains(.capital) && !cursor.isSentenceStart(index)
    if isName,
      cursor[index + 1].form.contains(.capital) || cursor[index - 1].form.contains(.capital)
    {
      return false
    }
    if cursor.isWord(index + 1, in: ["olympics", "games", "palace", "season", "camp", "school"]) {
      return false
    }
    guard token.isAny(.doubtful) else { return true }
    if cursor.isWord(index + 1, in: ["of", "in", "to"]) { return false }
    let next = cursor[index + 1]
    if hasThe, !token.form.contains(.capital), next.isAny([.mark, .preposition]) { return true }
    return cursor.isWord(
      hasThe ? index - 2 : index - 1, in: ["in", "by", "until", "during", "since"])
      || cursor[index - 1].isAny(.phase)
  }

  private static func draft(_ tokens: Range<Int>, _ season: Int, _ year: Int?) -> TimexMatch {
    TimexMatch(TimexDraft(tokens, .date(DateParts(year: year, season: season), nil)))
  }
}
