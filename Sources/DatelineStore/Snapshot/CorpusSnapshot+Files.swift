internal import DatelineModel
public import DatelineText

// What tells whether a snapshot has the files as they are now.
extension CorpusSnapshot {
  /// Whether it has an article as it was read, whatever day that took from the user or from others.
  public func holds(_ article: AnnotatedArticle) -> Bool {
    guard contains(article.article.id) else { return false }
    let index = firstArticle(from: article.article.id)
    guard text(at: index) == article.article.text.bytes else { return false }
    var (known, read) = (head(at: index), ArticleHead(article))
    if known.date.basis == .corpus || known.date.basis == .user { known.date = read.date }
    return known == read
  }

  /// The articles that stand in a file.
  public func articles(inFile name: String) -> [ArticleID] {
    (firstArticle(from: ArticleID(name))..<articleCount).lazy.map { self.articleID(at: $0) }
      .prefix { $0.name.hasPrefix(name) }.filter { $0.stands(in: name) }
  }
}

extension ArticleID {
  /// Whether it is that of a file, or of one of the articles in it.
  public func stands(in file: String) -> Bool { name == file || name.hasPrefix(file + ":") }
}
