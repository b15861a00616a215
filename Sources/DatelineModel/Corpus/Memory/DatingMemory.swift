import DatelineText

/// The articles as the last time dated them: to date one anew means to read its times and events anew.
struct DatingMemory: Sendable {
  private var articles = ArticleList()
  /// Those that took one date from others, and not another one after it.
  private var datedOnce: Set<ArticleID> = []

  /// Gives the article at a position of `dated`, which is as it was read, a date that others give it.
  ///
  /// - Parameter earlier: Where it stood the last time; nil where it was read otherwise then.
  func redate(_ index: Int, to date: DocumentDate, in dated: inout ArticleList, earlier: Int?) {
    if let earlier, datedOnce.contains(dated.id(at: index)), articles[earlier].date == date {
      dated.replace(at: index, by: articles, at: earlier)
    } else {
      dated[index] = Annotator.redate(dated[index], to: date)
    }
  }

  /// Keeps the articles as they were dated, with the positions of those that took one date from others.
  mutating func keep(_ dated: ArticleList, once indices: some Sequence<Int>) {
    articles = dated
    datedOnce = Set(indices.lazy.map { dated.id(at: $0) })
  }
}
