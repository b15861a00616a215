public import DatelineText

/// Where a fact comes from: a place in one article. Every fact that is shown has at least one.
public struct Provenance: Hashable, Sendable, Comparable {
  /// The article.
  public var article: ArticleID
  /// The sentence or clause that says so.
  public var span: ByteSpan

  /// Makes a provenance.
  public init(article: ArticleID, span: ByteSpan) {
    self.article = article
    self.span = span
  }

  /// Orders by article, then by position.
  public static func < (left: Provenance, right: Provenance) -> Bool {
    left.article != right.article ? left.article < right.article : left.span < right.span
  }
}
