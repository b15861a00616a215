public import DatelineText

/// Reads the short ways of writing days that a hurried person types.
///
/// "9-19oct", "9oct-3nov", "9 oct 2025", "oct", "oct 2025", "2025", "2025-10", "2025-10-09",
/// "2025-10-09..2025-10-19". A missing year is taken from the corpus; without a dated corpus nobody
/// can know it.
public enum DateRange {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// What of a date was written.
  private struct Partial {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  /// The days that `text` means; nil where it means none.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - days: The days of the corpus; of the years in it the one with most of these counts.
  public static func parse(_ text: String, days: [DayNumber]) -> DayInterval? {
    let text = text.lowercased().filter { $0 != "," }
    let ends: [String]
    if let dots = text.firstRange(of: "..") {
      ends = [String(text[..<dots.lowerBound]), String(text[dots.upperBound...])]
    } else if isISO(text) {
      ends = [text]
    } else {
      ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
    }
    guard var last = partial(ends[ends.count - 1]), var first = partial(ends[0]) else { return nil }
    if first.month == nil, first.day != nil { first.month = last.month }
    if first.year == nil, !(first.month == nil && last.year == nil) { first.year = last.year }
    if last.month == nil, last.day != nil { last.month = first.month }
    if last.year == nil { last.year = first.year }
    if first.year == nil, first.month == nil { return nil }
    if first.year == nil {
      guard let year = bestYear(first, last, days: days) else { return nil }
      first.year = year
      last.year = year
    }
    // "28dec-3jan2026" begins in the year before.
    if let month = first.month, let end = last.month, month > end, first.year == last.year {
      first.year = first.year.map { $0 - 1 }
    }
    guard let earliest = day(first, atEnd: false), let latest = day(last, atEnd: true) else {
      return nil
    }
    return earliest <= latest ? DayInterval(earliest: earliest, latest: latest) : nil
  }

  /// Whether the hyphens of `text` part the fields of one date.
  private static func isISO(_ text: String) -> Bool {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    return fields.count > 1 && fields[0].count == 4 && fields[1].count <= 2
      && fields.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  private static func partial(_ text: String) -> Partial? {
    var result = Partial()
    if isISO(text) {
      let fields = text.split(separator: "-").compactMap { Int($0) }
      guard fields.count <= 3 else { return nil }
      result.year = fields[0]
      result.month = fields.count > 1 ? fields[1] : nil
      result.day = fields.count > 2 ? fields[2] : nil
    } else {
      for piece in pieces(text) {
        if let number = Int(piece) {
          if piece.count == 4 { result.year = number } else { result.day = number }
        } else if piece.count >= 3, piece.allSatisfy(\.isLetter),
          let month = months.firstIndex(of: String(piece.prefix(3)))
        {
          result.month = month + 1
        } else {
          return nil
        }
      }
    }
    guard (1...12).contains(result.month ?? 1), (1...31).contains(result.day ?? 1),
      (1...9999).contains(result.year ?? 1)
    else { return nil }
    return result.year == nil && result.month == nil && result.day == nil ? nil : result
  }

  /// Runs of digits and runs of letters.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var wasNumber: Bool?
    for character in text {
      if character == " " {
        wasNumber = nil
        continue
      }
      let isNumber = character.isNumber && character.isASCII
      if wasNumber == isNumber {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
      wasNumber = isNumber
    }
    return pieces
  }

  private static func day(_ partial: Partial, atEnd: Bool) -> DayNumber? {
    guard let year = partial.year else { return nil }
    let month = partial.month ?? (atEnd ? 12 : 1)
    let next =
      month == 12
      ? DayNumber(year: year + 1, month: 1, day: 1)
      : DayNumber(year: year, month: month + 1, day: 1)
    let length = DayNumber(year: year, month: month, day: 1).distance(to: next)
    let day = partial.day ?? (atEnd ? length : 1)
    return day <= length ? DayNumber(year: year, month: month, day: day) : nil
  }

  /// The year in which most of `days` fall into the range; the latest of equals.
  private static func bestYear(_ first: Partial, _ last: Partial, days: [DayNumber]) -> Int? {
    let years = Set(days.map(\.date.year)).sorted()
    guard let newest = years.last else { return nil }
    var best = (year: newest, count: 0)
    for year in years {
      var (first, last) = (first, last)
      first.year = year
      last.year = year
      guard let earliest = day(first, atEnd: false), let latest = day(last, atEnd: true) else {
        continue
      }
      let count = days.count { earliest <= $0 && $0 <= latest }
      if count >= best.count, count > 0 { best = (year, count) }
    }
    return best.year
  }
}
