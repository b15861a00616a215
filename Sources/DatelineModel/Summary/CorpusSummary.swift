public import DatelineText

extension Corpus {
  /// A summary timeline: the days that matter most, with the sentences that tell them best.
  ///
  /// Needs the inserted articles alone; `resolve()` first where undated articles should count.
  /// Cost: linear in the text.
  ///
  /// - Parameters:
  ///   - dates: The most days to choose; nil lets the corpus decide, up to thirty.
  ///   - perDate: Sentences a day.
  ///   - first: No day before this one.
  ///   - last: No day after this one.
  /// - Returns: The days in order, each with at least one sentence.
  public func summary(
    dates: Int? = nil, perDate: Int = 1, from first: DayNumber? = nil, to last: DayNumber? = nil
  ) -> [SummaryDay] {
    if let first, let last, first > last { return [] }
    let index = SummaryIndex(articles)
    let days = SummaryDates(index, within: DayInterval(earliest: first, latest: last)).best(dates)
    let sentences = SummarySentences(index, days: days)
    return days.sorted().compactMap { day in
      let lines = sentences.best(for: day, max(0, perDate)).map { index.lines[$0] }
      guard !lines.isEmpty else { return nil }
      return SummaryDay(
        day: day, sentences: lines.map { sentence($0.sentence, of: articles[$0.article]) })
    }
  }

  private func sentence(_ sentence: Int, of article: AnnotatedArticle) -> SummarySentence {
    let span = article.sentences[sentence].span
    let words = article.article.text[span].split(whereSeparator: \.isWhitespace)
    return SummarySentence(
      text: words.joined(separator: " "),
      provenance: Provenance(article: article.article.id, span: span))
  }
}
