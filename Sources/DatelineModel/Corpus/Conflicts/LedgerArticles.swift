import DatelineText

/// The articles of a ledger, one of which may be at hand: making it again takes its time.
struct LedgerArticles: Sendable {
  private let all: ArticleList
  private var atHand: (index: Int, article: AnnotatedArticle)?

  /// Looks up `articles`.
  init(_ articles: ArticleList) { all = articles }

  /// The same with an article at hand, which stands at `index`.
  func withAtHand(_ article: AnnotatedArticle, at index: Int) -> LedgerArticles {
    var articles = self
    articles.atHand = (index, article)
    return articles
  }

  /// The article at a position.
  subscript(index: Int) -> AnnotatedArticle {
    if let atHand, atHand.index == index { return atHand.article }
    return all[index]
  }

  /// The days of an article. Cost: nothing.
  func interval(at index: Int) -> DayInterval? { all.interval(at: index) }

  /// The position of an article; nil where there is none. Cost: a binary search.
  func index(of id: ArticleID) -> Int? { all.index(of: id) }
}
