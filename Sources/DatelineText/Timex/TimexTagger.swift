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
    timexes(of: TimexReading(annotated.article), anchor: annotated.date.anchor)
  }

  /// The time expressions of an article that was read already and published on `anchor`.
  static func timexes(of reading: TimexReading, anchor: DayNumber?) -> [Timex3] {
    var normalizer = TimexNormalizer(candidates: reading.candidates, page: anchor)
    return normalizer.timexes()
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
    for block in article.blocks where block.isDated { scanner.scanNumbers(block.span) }
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
}
