/// Finds the structure of plain text and Markdown: title, byline, source, dateline, date line,
/// headings, paragraphs, list items, captions, and the furniture of the page that it was copied
/// from.
///
/// Lines are joined into passages (`PassageJoiner`), and each passage is classified by its place,
/// shape and words (`BlockClassifier`). In doubt text is body: a missed piece of furniture costs
/// less than a lost sentence.
public enum ArticleParser {
  /// Makes an article of decoded plain text.
  ///
  /// Cost: linear in the length of the text.
  public static func parse(
    _ text: SourceText, id: ArticleID, metadata: ArticleMetadata = ArticleMetadata()
  ) -> Article {
    var article = Article(id: id, text: text, metadata: metadata)
    var lines = TextLine.lines(of: text)
    if let matter = FrontMatter(text, lines: lines) {
      matter.fill(&article.metadata)
      article.blocks.append(Block(kind: .furniture(.other), span: matter.span))
      lines.removeFirst(matter.lineCount)
    }
    let passages = PassageJoiner(text, lines: lines).passages()
    article.blocks += BlockClassifier.blocks(
      of: text, passages: passages, title: article.metadata.title)
    return article
  }

  /// The passages of plain text: paragraphs with their lines joined, and lines that stand alone.
  package static func passages(of text: SourceText) -> [ByteSpan] {
    PassageJoiner(text, lines: TextLine.lines(of: text)).passages()
  }
}
