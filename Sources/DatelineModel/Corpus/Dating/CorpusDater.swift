import DatelineText

/// Dates articles from the user's decisions and from each other.
///
/// An undated article says "last Thursday"; a dated one tells of the same happening with its day.
/// Where action and participants agree and the weekday is right, the day bounds the article's date.
/// Every round uses only what the round before it knew, starting from the articles' own dates, so
/// cycles between articles and the order of arrival have no say.
enum CorpusDater {
  /// The most rounds: each may date articles by articles that the round before it dated.
  static let rounds = 3

  /// `articles` with the dates that decisions and the other articles give them.
  ///
  /// - Parameters:
  ///   - articles: The articles as their own text dates them, in order of their identifiers.
  ///   - entities: Which entity each chain belongs to.
  ///   - decisions: The user's decisions, in order.
  static func dated(
    _ articles: [AnnotatedArticle], entities: EntityResolution, decisions: [Decision]
  ) -> [AnnotatedArticle] {
    var dated = applying(decisions, to: articles)
    guard dated.contains(where: isUndated), dated.contains(where: { !isUndated($0) }) else {
      return dated
    }
    var statements = dated.indices.map { Self.statements(of: dated[$0], at: $0, entities) }
    for _ in 0..<rounds {
      let known = StatementIndex(Array(statements.joined()))
      let found = round(dated, entities: entities, known: known)
      guard !found.isEmpty else { break }
      for (index, date) in found {
        dated[index] = Annotator.redate(dated[index], to: date)
        statements[index] = Self.statements(of: dated[index], at: index, entities)
      }
    }
    return dated
  }

  /// The dated statements of an article whose day is known.
  private static func statements(
    of article: AnnotatedArticle, at index: Int, _ entities: EntityResolution
  ) -> [DatedStatement] {
    isUndated(article)
      ? [] : DatedStatement.statements(of: article, at: index, entities: entities)
  }

  /// The articles with the dates that the user set.
  private static func applying(_ decisions: [Decision], to articles: [AnnotatedArticle])
    -> [AnnotatedArticle]
  {
    var days: [ArticleID: DayNumber] = [:]
    for case .setDate(let anchor, let day) in decisions { days[anchor.article] = day }
    guard !days.isEmpty else { return articles }
    return articles.map { article in
      guard let day = days[article.article.id] else { return article }
      let date = DocumentDate(
        interval: DayInterval(day), basis: .user, evidence: "You set this date.")
      return article.date == date ? article : Annotator.redate(article, to: date)
    }
  }

  /// Whether nothing in the article says its day: other articles may.
  static func isUndated(_ article: AnnotatedArticle) -> Bool { article.date.anchor == nil }

  /// The dates that the dated articles, whose statements are `known`, give to undated ones, by index.
  private static func round(
    _ articles: [AnnotatedArticle], entities: EntityResolution, known: StatementIndex
  ) -> [(Int, DocumentDate)] {
    articles.indices.filter { isUndated(articles[$0]) }.compactMap { index in
      let evidence = SharedEvents(
        of: articles[index], at: index, entities: entities, known: known, articles: articles)
      return evidence.date.map { (index, $0) }
    }
  }
}
