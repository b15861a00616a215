/// Dates an article from its own text and container.
public enum DocumentDater {
  /// The date of `annotated`, or `.unknown`.
  public static func date(of annotated: AnnotatedArticle) -> DocumentDate {
    if let written = annotated.article.metadata.date, let day = DateStamp.day(in: written) {
      return DocumentDate(
        interval: DayInterval(day), basis: .metadata,
        evidence: "The container gives the date \(written).")
    }
    return .unknown
  }
}

/// Reads a date that stands alone in a field: "2025-10-24T10:00:00Z", "Fri, 24 Oct 2025 10:00
/// +0000", "October 24, 2025", "20251024".
public enum DateStamp {
  /// The one day that `text` names with its year; nil where it names none, or several.
  public static func day(in text: String) -> DayNumber? {
    if let compact = compactDay(text) { return compact }
    let days = TimexTagger.timexes(in: SourceText(text), anchor: nil).compactMap { timex in
      timex.isRelative ? nil : timex.interval
    }.filter { $0.earliest == $0.latest }
    guard let first = days.first?.earliest, days.allSatisfy({ $0.earliest == first }) else {
      return nil
    }
    return first
  }

  /// The day of eight digits in a row ("20251024", also before a time).
  private static func compactDay(_ text: String) -> DayNumber? {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    guard digits.count == 8 || digits.count == 14 else { return nil }
    let numbers = digits.map { Int($0) - 48 }
    func number(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 * 10 + $1 } }
    let year = number(0..<4)
    guard (1900...2199).contains(year) else { return nil }
    return DayNumber.checked(year: year, month: number(4..<6), day: number(6..<8))
  }
}
