/// Reads a date that stands alone in a field: "2025-10-24T10:00:00Z", "Fri, 24 Oct 2025 10:00
/// +0000", "October 24, 2025", "20251024".
public enum DateStamp {
  /// The one day that `text` names with its year; nil where it names none, or several.
  public static func day(in text: String) -> DayNumber? {
    compactDay(Array(text.utf8))
      ?? onlyDay(of: TimexTagger.timexes(in: SourceText(text), anchor: nil))
  }

  /// The one day with a stated year among `timexes`; nil where there is none, or several.
  static func onlyDay(of timexes: [Timex3]) -> DayNumber? {
    let days = timexes.filter { !$0.isRelative }.compactMap(\.interval).filter {
      $0.earliest == $0.latest
    }
    guard let first = days.first?.earliest, days.allSatisfy({ $0.earliest == first }) else {
      return nil
    }
    return first
  }

  /// The day of eight digits ("20251024", also before a time in six digits).
  private static func compactDay(_ text: [UInt8]) -> DayNumber? {
    let digits = text.prefix { $0 &- 48 < 10 }
    guard digits.count == 8 || digits.count == 14 else { return nil }
    return day(ofDigits: digits.prefix(8))
  }

  /// The day that eight digits spell, of 1900 to 2199.
  static func day(ofDigits digits: ArraySlice<UInt8>) -> DayNumber? {
    let numbers = digits.map { Int($0) - 48 }
    guard numbers.count == 8 else { return nil }
    func number(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 * 10 + $1 } }
    let year = number(0..<4)
    guard (1900...2199).contains(year) else { return nil }
    return DayNumber.checked(year: year, month: number(4..<6), day: number(6..<8))
  }
}
