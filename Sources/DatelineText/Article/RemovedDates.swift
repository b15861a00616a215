/// Dates that a page prints beside its main text, as in the line of author and time that readers of
/// pages remove with the menus.
enum RemovedDates {
  /// A longer block is no line of author and time.
  private static let longest = 120
  /// A longer block is no such line with the buttons for sharing behind it; up to here a date counts
  /// that has its clock time, for captions have dates too.
  private static let longestWithButtons = 500
  /// So many short blocks with a year are looked at: menus have hundreds of blocks, dates few.
  private static let most = 80

  /// The day that the page prints where its metadata name the day before or after: a stamp of
  /// universal time tells of another day than the wall of the newsroom did. Nil where the page also
  /// prints the day of the metadata.
  static func sign(in article: Article, near stated: DayNumber) -> DateSign? {
    guard let written = article.metadata.date, let hour = hour(of: written) else { return nil }
    let days = days(in: article, upTo: longestWithButtons)
    // West of Greenwich it is still yesterday when the universal day is young, east of it tomorrow
    // when it is old.
    let near = days.first { stated.distance(to: $0.day) == (hour < 12 ? -1 : 1) }
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

  /// The hour of a stamp such as "2019-11-20T04:26:47Z"; nil where it has no clock time.
  private static func hour(of stamp: String) -> Int? {
    let bytes = Array(stamp.utf8)
    guard let mark = bytes.firstIndex(of: UInt8(ascii: ":")), mark >= 3,
      bytes[mark - 3] == UInt8(ascii: "T") || bytes[mark - 3] == UInt8(ascii: " "),
      bytes[..<(mark - 3)].allSatisfy({ $0 &- 48 < 10 || $0 == UInt8(ascii: "-") })
    else { return nil }
    let digits = bytes[(mark - 2)..<mark].map { Int($0) - 48 }
    return digits.allSatisfy((0...9).contains) ? digits[0] * 10 + digits[1] : nil
  }

  /// Whether a text holds four digits in a row, as a year is written.
  private static func hasYear(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      digits = byte &- 48 < 10 ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// The full dates in short removed blocks, in order.
  private static func days(in article: Article, upTo limit: Int = longest)
    -> [(day: DayNumber, words: String)]
  {
    let short = article.removed.lazy
      .filter { $0.text.utf8.count <= limit && hasYear($0.text) }.prefix(most)
    return short.flatMap { block -> [(day: DayNumber, words: String)] in
      let text = SourceText(block.text)
      return TimexTagger.timexes(in: text, anchor: nil).compactMap { timex in
        guard !timex.isRelative, let day = timex.interval?.earliest,
          timex.interval?.latest == day, text.count <= longest || timex.kind == .time
        else { return nil }
        return (day, text[timex.span])
      }
    }
  }
}
