import DatelineText

/// Counts independent sources: an article and its copies are one.
struct SourceIndex {
  /// For each article: the index of the article that it stands for.
  private let roots: [Int]

  /// Indexes `articles`, which must be in order of their identifiers.
  init(_ articles: [AnnotatedArticle], copies: [ArticleID: ArticleID]) {
    roots = articles.indices.map { index in
      guard let original = copies[articles[index].article.id] else { return index }
      let root = articles.partitioningIndex { $0.article.id >= original }
      return root < articles.count ? root : index
    }
  }

  /// The number of independent sources behind `articles`, given as indices.
  func count(_ articles: some Sequence<Int>) -> Int { Set(articles.map { roots[$0] }).count }
}
