/// Finds the structure of plain text: title, byline, date line, paragraphs, furniture.
public enum ArticleParser {
  /// Makes an article of decoded plain text.
  public static func parse(
    _ text: SourceText, id: ArticleID, metadata: ArticleMetadata = ArticleMetadata()
  ) -> Article {
    Article(
      id: id, text: text, metadata: metadata,
      blocks: text.count == 0 ? [] : [Block(kind: .paragraph, span: text.span)])
  }
}
