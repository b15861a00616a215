/// Dates that a page prints beside its main text, as in the line of author and time that readers of
/// pages remove with the menus.
enum RemovedDates {
  /// A longer block is no line of author and time.
  private static let longest = 120
  /// So many short blocks are looked at.
  private static let most = 80

  /// The day that the page prints where its metadata name the day before or after: a stamp of
  /// universal time tells of another day than the wall of the newsroom did. Nil where the page also
  /// prints the day of the metadata.
  static func sign(in article: Article, near stated: DayNumber) -> DateSign? {
    guard let written = article.metadata.date, written.contains("T") else { return nil }
    let days = days(in: article)
    let near = days.first { abs(stated.distance(to: $0.day)) == 1 }
    guard let near, !days.contains(where: { $0.day == stated }) else { return nil }
    return DateSign(
      DayInterval(near.day), .exact, .explicit,
      evidence: "The page prints \(near.words); its stamp \(written) is of another time zone.")
  }

  /// The day that the page prints where nothing else tells its date: the only one that stands in
  /// digits with the year first.
  static func onlySign(in article: Article) -> DateSign? {
    let days = days(in: article).filter { $0.words.prefix(4).allSatisfy { $0.isNumber } }
    guard let first = days.first, days.allSatisfy({ $0.day == first.day }) else { return nil }
    return DateSign(
      DayInterval(first.day), .exact, .explicit,
      evidence: "Beside its text the page prints \(first.words).")
  }

  /// The full dates in short removed blocks, in order.
  private static func days(in article: Article) -> [(day: DayNumber, words: String)] {
    let short = article.removed.lazy.filter { $0.text.utf8.count <= longest }.prefix(most)
    return short.flatMap { block -> [(day: DayNumber, words: String)] in
      let text = SourceText(block.text)
      return TimexTagger.timexes(in: text, anchor: nil).compactMap { timex in
        guard !timex.isRelative, let day = timex.interval?.earliest,
          timex.interval?.latest == day
        else { return nil }
        return (day, text[timex.span])
      }
    }
  }
}
