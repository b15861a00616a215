/// Dates that the container carries: its date field, the article's own address, the file name.
enum ContainerDates {
  /// The signs, the firmest first.
  static func signs(of article: Article) -> [DateSign] {
    let metadata = article.metadata
    var signs: [DateSign] = []
    if let written = metadata.date, let day = DateStamp.day(in: written) {
      signs.append(
        DateSign(
          DayInterval(day), .exact, .metadata, evidence: "The container gives the date \(written).")
      )
    }
    if let url = metadata.url, let found = addressDay(url) {
      signs.append(
        DateSign(
          DayInterval(found.day), .exact, .link,
          evidence: "The article's own address carries the date \(found.day.iso)."))
    }
    if let path = metadata.path, let day = LinkDates.pathDay(Array(path.utf8)[...]) {
      signs.append(
        DateSign(
          DayInterval(day), .exact, .metadata,
          evidence: "The name of the file carries the date \(day.iso)."))
    }
    return signs
  }

  private static func addressDay(_ url: String) -> LinkDates.Found? {
    let bytes = Array(url.utf8)
    let start = PrintedDates.starts(of: Array("://".utf8), in: bytes).first.map { $0 + 3 } ?? 0
    return LinkDates.days(inAddress: ByteSpan(start, bytes.count), bytes).first
  }
}
