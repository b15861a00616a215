/// Finds and normalises the time expressions of an article.
///
/// Method: a lexer finds the few words that can begin an expression (byte by byte, one table look-up
/// a word), typed rules read the expression, and a normaliser gives it a value from the document
/// date, the dates mentioned before it and the tense of its clause. Neither the sentences nor the
/// syntax of the article are needed.
public enum TimexTagger {
  /// The time expressions of `annotated`, read against its document date, in order of the text.
  ///
  /// They are taken from all extracted blocks and from the byline, the dateline and the date line.
  /// Cost: linear in the length of the text.
  public static func timexes(in annotated: AnnotatedArticle) -> [Timex3] {
    let blocks = annotated.article.blocks.filter(isDated).map(\.span)
    return timexes(in: annotated.article.text, blocks: blocks, anchor: annotated.date.anchor)
  }

  /// The time expressions of plain text that was published on `anchor`, nil where that is unknown.
  ///
  /// Cost: linear in the length of the text; this is the whole work, nothing else is read.
  public static func timexes(in text: SourceText, anchor: DayNumber?) -> [Timex3] {
    timexes(in: text, blocks: [text.span], anchor: anchor)
  }

  /// The dates in digits of an article in another language, where the day goes before the month
  /// unless the numbers say otherwise ("2025-10-09", "9.10.2025", "09/10/2025").
  static func numericDates(in article: Article) -> [Timex3] {
    var scanner = TimexScanner(article.text)
    for block in article.blocks where isDated(block) { scanner.scanNumbers(block.span) }
    var normalizer = TimexNormalizer(candidates: scanner.candidates, page: nil)
    return normalizer.timexes()
  }

  /// The time expressions of some blocks of a text.
  static func timexes(in text: SourceText, blocks: [ByteSpan], anchor: DayNumber?)
    -> [Timex3]
  {
    var scanner = TimexScanner(text)
    for block in blocks { scanner.scan(block) }
    var normalizer = TimexNormalizer(candidates: scanner.candidates, page: anchor)
    return normalizer.timexes()
  }

  /// Whether time expressions are taken from `block`.
  private static func isDated(_ block: Block) -> Bool {
    switch block.kind {
    case .byline, .dateline, .dateLine: true
    case .source, .quoted, .furniture: false
    case .title, .heading, .paragraph, .listItem, .caption: block.isExtracted
    }
  }
}
