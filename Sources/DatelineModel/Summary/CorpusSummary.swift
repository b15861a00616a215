public import DatelineText

extension Corpus {
  /// A summary timeline: the days that matter most, with the sentences that tell them best.
  ///
  /// Needs the inserted articles alone; `resolve()` first where undated articles should count.
  ///
  /// - Parameters:
  ///   - dates: The most days to choose; nil lets the corpus decide.
  ///   - perDate: Sentences a day.
  ///   - first: No day before this one.
  ///   - last: No day after this one.
  /// - Returns: The days in order.
  public func summary(
    dates: Int? = nil, perDate: Int = 1, from first: DayNumber? = nil, to last: DayNumber? = nil
  ) -> [SummaryDay] {
    let interval = DayInterval(earliest: first, latest: last)
    let sentences = articles.flatMap { article in
      article.sentences.indices.map { (article, $0) }
    }
    var days: [DayNumber: [SummarySentence]] = [:]
    for (article, index) in sentences {
      let span = article.sentences[index].span
      let provenance = Provenance(article: article.article.id, span: span)
      for timex in article.timexes where span.contains(timex.span) {
        guard let day = timex.interval?.earliest, timex.interval?.latest == day,
          interval.contains(day)
        else { continue }
        days[day, default: []].append(
          SummarySentence(text: article.article.text[span], provenance: provenance))
      }
    }
    let chosen = days.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return chosen.prefix(dates ?? max(5, days.count / 4))
      .map { SummaryDay(day: $0.key, sentences: Array($0.value.prefix(perDate))) }
      .sorted { $0.day < $1.day }
  }
}
