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
  ///   - resolution: Which entity each chain belongs to.
  ///   - decisions: The user's decisions, in order.
  ///   - memory: What need not be read again.
  static func dated(
    _ articles: ArticleList, entities resolution: EntityResolution, decisions: [Decision],
    memory: inout ResolvingMemory
  ) -> ArticleList {
    let known = memory.takeDating()
    var dated = applying(decisions, to: articles)
    let undated = dated.indices.filter { isUndated($0, in: dated) }
    guard !undated.isEmpty, undated.count < dated.count else { return dated }
    let entities = ChainEntities(resolution)
    var statements = dated.mapEach { Self.statements(of: $1, at: $0, entities) }
    var times: [Int: Int] = [:]
    for _ in 0..<rounds {
      let found = round(
        dated, entities: entities, known: StatementIndex(Array(statements.joined())))
      guard !found.isEmpty else { break }
      for (index, date) in found {
        times[index, default: 0] += 1
        if dated.isSame(at: index, as: articles, at: index) {
          known.redate(index, to: date, in: &dated, earlier: memory.unchangedAsRead[index])
        } else {
          dated[index] = Annotator.redate(dated[index], to: date)
        }
        statements[index] = Self.statements(of: dated[index], at: index, entities)
      }
    }
    if memory.isKeeping {
      memory.dating.keep(dated, once: times.lazy.filter { $0.value == 1 }.map(\.key))
    }
    return dated
  }

  /// The dated statements of an article whose day is known.
  private static func statements(
    of article: AnnotatedArticle, at index: Int, _ entities: ChainEntities
  ) -> [DatedStatement] {
    isUndated(article)
      ? [] : DatedStatement.statements(of: article, at: index, entities: entities)
  }

  /// The articles with the dates that the user set.
  private static func applying(_ decisions: [Decision], to articles: ArticleList)
    -> ArticleList
  {
    var days: [ArticleID: DayNumber] = [:]
    for case .setDate(let anchor, let day) in decisions { days[anchor.article] = day }
    var articles = articles
    for (id, day) in days {
      guard let index = articles.index(of: id) else { continue }
      let date = DocumentDate(
        interval: DayInterval(day), basis: .user, evidence: "You set this date.")
      let article = articles[index]
      if article.date != date { articles[index] = Annotator.redate(article, to: date) }
    }
    return articles
  }

  /// Whether nothing in the article says its day: other articles may.
  static func isUndated(_ article: AnnotatedArticle) -> Bool { article.date.anchor == nil }

  private static func isUndated(_ index: Int, in articles: ArticleList) -> Bool {
    DocumentDate(interval: articles.interval(at: index), basis: .none, evidence: "").anchor == nil
  }

  /// The dates that the dated articles, whose statements are `known`, give to undated ones, by index.
  private static func round(
    _ articles: ArticleList, entities: ChainEntities, known: StatementIndex
  ) -> [(Int, DocumentDate)] {
    let undated = articles.indices.filter { isUndated($0, in: articles) }
    let dates = articles.concurrency.map(undated.count) { place in
      let index = undated[place]
      return SharedEvents(
        of: articles[index], at: index, entities: entities, known: known, articles: articles
      ).date
    }
    return zip(undated, dates).compactMap { index, date in date.map { (index, $0) } }
  }
}
