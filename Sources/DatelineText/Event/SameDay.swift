/// Events that a sentence puts on one day without naming it: "struck on the very day that the minister
/// began a week-long visit".
public struct SameDay: Hashable, Sendable {
  /// The event that is told to fall on the day of the other, as an index into the article's events.
  public let event: Int
  /// The other.
  public let other: Int
  /// How many days the event goes on after the first; 0 for one day.
  public let further: Int

  /// How many tokens may stand between "the" and "day".
  private static let gap = 2

  /// The pairs of events of `article` that share their day, in order of the text.
  ///
  /// Cost: linear in the tokens of the sentences that tell two events or more.
  public static func pairs(in article: AnnotatedArticle) -> [SameDay] {
    var pairs: [SameDay] = []
    var start = 0
    while start < article.events.count {
      let sentence = article.events[start].sentence
      let end =
        article.events[start...].firstIndex { $0.sentence != sentence } ?? article.events.count
      if end - start > 1 { pairs += Self.pairs(start..<end, sentence, in: article) }
      start = end
    }
    return pairs
  }

  /// The pairs of the events of one sentence: those next to each other on both sides of "the day".
  private static func pairs(_ events: Range<Int>, _ sentence: Int, in article: AnnotatedArticle)
    -> [SameDay]
  {
    guard article.sentences.indices.contains(sentence) else { return [] }
    let tokens = article.sentences[sentence].tokens
    return tokens.compactMap { token in
      guard isDay(token, in: tokens, of: article) else { return nil }
      let position = article.tokens[token].span
      let before = events.filter { article.events[$0].trigger.upper <= position.lower }
      let after = events.filter { article.events[$0].trigger.lower >= position.upper }
      guard let left = before.max(by: { article.events[$0].trigger < article.events[$1].trigger }),
        let right = after.min(by: { article.events[$0].trigger < article.events[$1].trigger })
      else { return nil }
      return SameDay(
        event: right, other: left,
        further: further(of: article.events[right], after: position, in: article))
    }
  }

  /// Whether a token is the "day" of "on the day that", "on the same day as", "the day the".
  private static func isDay(_ token: Int, in tokens: Range<Int>, of article: AnnotatedArticle)
    -> Bool
  {
    let bytes = article.article.text.bytes
    func key(_ token: Int) -> WordKey { WordKey(bytes, article.tokens[token].span.range) }
    guard key(token) == "day", token + 1 < tokens.upperBound, !others.contains(key(token + 1)),
      token > tokens.lowerBound
    else { return false }
    let start = max(tokens.lowerBound, token - gap)
    let words = (start..<token).map(key)
    return words.last == "the"
      || words.count == gap && words[0] == "the" && emphatics.contains(words[1])
  }

  private static let emphatics: Set<WordKey> = ["very", "same", "exact"]
  private static let others: Set<WordKey> = ["after", "before", "following", ",", "."]

  /// The days that a duration between "day" and the end of the event adds: "a week-long visit".
  private static func further(
    of event: EventMention, after day: ByteSpan, in article: AnnotatedArticle
  ) -> Int {
    let first = article.timexes.firstIndex(endingAfter: day.upper)
    return article.timexes[first...].prefix { $0.span.upper <= event.trigger.upper }
      .lazy.compactMap(\.furtherDays).first ?? 0
  }
}

extension Timex3 {
  /// How many days a stretch of this length goes on after its first day: two for three days, seven
  /// for a week, which is rarely meant to the day; nil for other durations.
  var furtherDays: Int? {
    switch wholeDuration {
    case (let count, "D")?: count - 1
    case (let count, "W")?: 7 * count
    default: nil
    }
  }
}
