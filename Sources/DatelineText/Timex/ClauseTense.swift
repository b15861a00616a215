/// Whether the clause around an expression speaks of what was or of what will be.
///
/// A cheap look at the words: the nearest verb before the expression decides, and the first one
/// after it where none stands before. It knows auxiliaries, plan words ("due", "scheduled"), common
/// irregular verbs, and the ending "-ed".
enum ClauseTense: Sendable {
  case past, present, future
  /// What would be: after "would", "could", "may".
  case conditional
  case unknown

  /// How far from the expression a verb is looked for, in tokens.
  private static let reach = 24

  /// The tense of the clause around `tokens`.
  static func around(_ tokens: Range<Int>, _ cursor: TimexCursor) -> ClauseTense {
    let before = self.before(tokens.lowerBound, cursor)
    let tense = before == .unknown ? after(tokens.upperBound, cursor) : before
    let isDeadline = cursor.isWord(tokens.lowerBound - 1, in: ["until", "till", "by", "through"])
    return isDeadline && tense != .past ? .future : tense
  }

  private static func before(_ start: Int, _ cursor: TimexCursor) -> ClauseTense {
    var index = start - 1
    while index >= max(0, start - reach) {
      if cursor[index + 1].form.contains(.sentenceStart) || cursor.isMark(index, ";") {
        return .unknown
      }
      let tense = tense(at: index, cursor)
      if tense != .unknown { return tense }
      index -= 1
    }
    return .unknown
  }

  private static func after(_ start: Int, _ cursor: TimexCursor) -> ClauseTense {
    var index = start
    while index < min(cursor.tokens.count, start + reach) {
      if cursor[index].form.contains(.sentenceStart) || cursor.isMark(index, ";") {
        return .unknown
      }
      let tense = tense(at: index, cursor)
      if tense != .unknown { return tense }
      index += 1
    }
    return .unknown
  }

  /// What the word at `index` says of the tense, with the words just before it.
  private static func tense(at index: Int, _ cursor: TimexCursor) -> ClauseTense {
    let token = cursor[index]
    if token.isAny(.futureAuxiliary) { return .future }
    if token.isAny(.plan) { return plan(at: index, cursor) }
    if isTimetable(index, cursor) { return .future }
    if token.isAny(.modal), !token.isAny(.month) {
      return isPastAbility(index, cursor) ? .past : .conditional
    }
    if token.isAny(.to), isPlanned(index, cursor) {
      return cursor[index - 1].isAny(.plan) ? plan(at: index - 1, cursor) : .future
    }
    if token.isAny(.willing), cursor.has(index + 1, .to) { return .unknown }
    if token.isAny(.pastVerb) {
      return isParticiple(index, cursor) ? .unknown : .past
    }
    if cursor.isWord(index, in: ["is", "are"]), cursor.isWord(index + 1, "to") { return .future }
    return token.isAny(.presentVerb) && token.letters != 0 && !token.isAny(.meridiem)
      ? .present : .unknown
  }

  /// Whether a verb in the present tells what is to come, as timetables do: "voters go to the polls on
  /// Sunday", "the ministers meet on Monday". A subject stands before it, in capitals or the plural.
  private static func isTimetable(_ index: Int, _ cursor: TimexCursor) -> Bool {
    if cursor.isWord(index, in: ["goes", "heads"]) { return cursor.isWord(index + 1, "to") }
    let isVerb =
      cursor.isWord(index, in: ["meet", "begin", "vote", "gather", "convene"])
      || cursor.isWord(index, "go") && cursor.isWord(index + 1, "to")
    let subject = cursor[index - 1]
    return isVerb && subject.isWord && !subject.isAny(.to)
      && (subject.form.contains(.endsInS) || cursor.isTitled(index - 1))
  }

  /// Whether a modal tells of the past: "could have", "could not be reached", "nobody could".
  private static func isPastAbility(_ index: Int, _ cursor: TimexCursor) -> Bool {
    if cursor.isWord(index + 1, "have") { return true }
    guard cursor.isWord(index, "could") else { return false }
    if cursor.isWord(index + 1, in: ["not", "n"]) { return true }
    let sentence = (max(0, index - reach)..<index).reversed().prefix {
      !cursor[$0 + 1].form.contains(.sentenceStart)
    }
    return sentence.contains {
      cursor.isWord($0, in: ["no", "none", "nobody", "neither", "nor", "nothing"])
    }
  }

  /// The tense of a plan word: a plan that "had been" made is past, and "set" is a plan only before
  /// "to" and "for".
  private static func plan(at index: Int, _ cursor: TimexCursor) -> ClauseTense {
    if cursor.isWord(index, "set"), !cursor.isWord(index + 1, in: ["to", "for"]) { return .past }
    let isOver =
      cursor.isWord(index - 1, "been")
      && (cursor.isWord(index - 2, "had") || cursor.isWord(index - 3, "had"))
    return isOver ? .past : .future
  }

  /// Whether "to" begins an infinitive that tells a plan: "is to meet", "talks to be held".
  private static func isPlanned(_ index: Int, _ cursor: TimexCursor) -> Bool {
    cursor[index - 1].isAny([.plan, .willing])
      || cursor.isWord(index - 1, in: ["is", "are", "was", "were"])
      || cursor.isWord(index + 1, "be")
  }

  /// Whether a verb form in "-ed" belongs to an auxiliary further left ("will be held").
  private static func isParticiple(_ index: Int, _ cursor: TimexCursor) -> Bool {
    let isModified =
      cursor[index - 1].isAny(.adverb) || cursor.isWord(index - 1, in: ["still", "newly"])
    let before = isModified ? index - 2 : index - 1
    return cursor.isWord(before, in: ["be", "been", "being", "is", "are", "to"])
      || cursor[before].isAny([.the, .article, .preposition])
  }
}
