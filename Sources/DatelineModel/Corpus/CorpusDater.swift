import DatelineText

/// Dates articles from the user's decisions and from each other.
enum CorpusDater {
  /// `articles` with the dates that decisions and the other articles give them.
  static func dated(_ articles: [AnnotatedArticle], decisions: [Decision]) -> [AnnotatedArticle] {
    var days: [ArticleID: DayNumber] = [:]
    for case .setDate(let anchor, let day) in decisions { days[anchor.article] = day }
    return articles.map { article in
      guard let day = days[article.article.id] else { return article }
      let date = DocumentDate(
        interval: DayInterval(day), basis: .user, evidence: "You set this date.")
      return article.date == date ? article : Annotator.redate(article, to: date)
    }
  }
}
