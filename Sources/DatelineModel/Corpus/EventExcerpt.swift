import DatelineText

/// The words around a trigger, as the sentence has them: the title of an event whose clause does not
/// stand by itself ("…, acting on what two detainees had told, searched the port").
enum EventExcerpt {
  /// The most characters before the end of the trigger, where the excerpt begins at a mark.
  private static let reach = 60
  /// The most characters before the trigger where no mark is near.
  private static let shortReach = 40

  /// The excerpt of a sentence around the token `trigger`; dots stand for what is left out. It begins
  /// at the sentence's start, behind a mark, or at a word.
  ///
  /// Cost: linear in the sentence.
  static func text(around trigger: Int, in tree: SentenceTree, of article: AnnotatedArticle)
    -> String
  {
    let tokens = tree.tokens
    let end = article.tokens[trigger].span.upper
    func distance(_ token: Int) -> Int { Int(end - article.tokens[token].span.lower) }
    let marked = tokens.prefix { $0 <= trigger }.first { token in
      distance(token) <= reach && (token == tokens.lowerBound || isMark(token - 1, of: article))
    }
    let near = tokens.prefix { $0 <= trigger }.first { distance($0) <= shortReach }
    let first = marked ?? near ?? trigger
    var last = tokens.upperBound - 1
    while last > trigger, closing.contains(article.text(last)) { last -= 1 }
    let span = ByteSpan(
      Int(article.tokens[first].span.lower), Int(article.tokens[last].span.upper))
    let text = ClauseWriter.cut(article.article.text[span].onOneLine, to: EventClause.limit)
    guard first == tokens.lowerBound else { return "…" + text }
    return (text.first?.uppercased() ?? "") + text.dropFirst()
  }

  private static func isMark(_ token: Int, of article: AnnotatedArticle) -> Bool {
    marks.contains(article.text(token))
  }

  private static let marks: Set<String> = [",", ";", ":", "—", "–", "--", "(", "-LRB-"]
  private static let closing: Set<String> = [".", ",", ";", "”", "\"", "''"]
}
