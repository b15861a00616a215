import DatelineText

/// Reads what `date:` asks for: `2025-10-09`, `2025-10`, `2025`, `9oct2025`, `9oct`, `oct`,
/// `9-19oct`, `oct2025`, two of them with ".." between, an open end, `none`, `inferred`.
enum FilterDate {
  /// The condition that `text` names.
  static func condition(_ text: String, offset: Int) throws(FilterError) -> Filter.DateCondition {
    let folded = SearchText.query(text)
    switch String(decoding: folded, as: UTF8.self) {
    case "none", "undated": return .none
    case "inferred": return .inferred
    default: break
    }
    guard let condition = range(folded) ?? days(folded) ?? single(folded) else {
      throw FilterError(.badDate(text), offset: offset)
    }
    return condition
  }

  /// One end of a range, as far as it is given.
  private struct PartialDate {
    var year: Int?
    var month: Int?
    var day: Int?

    /// The first and the last day that fit; nil without a year or where there is no such day.
    var interval: DayInterval? {
      guard let year, (1...9999).contains(year) else { return nil }
      guard let month else {
        return DayInterval(
          earliest: DayNumber(year: year, month: 1, day: 1),
          latest: DayNumber(year: year, month: 12, day: 31))
      }
      let length = FilterDate.length(of: month, year: year)
      if let day {
        return day <= length ? DayInterval(DayNumber(year: year, month: month, day: day)) : nil
      }
      return DayInterval(
        earliest: DayNumber(year: year, month: month, day: 1),
        latest: DayNumber(year: year, month: month, day: length))
    }

    var first: Filter.MonthDay? { month.map { Filter.MonthDay(month: $0, day: day ?? 1) } }
    var last: Filter.MonthDay? {
      month.map { Filter.MonthDay(month: $0, day: day ?? FilterDate.length(of: $0, year: 2000)) }
    }
  }

  private static func length(of month: Int, year: Int) -> Int {
    let next = month == 12 ? (year + 1, 1) : (year, month + 1)
    return DayNumber(year: year, month: month, day: 1)
      .distance(to: DayNumber(year: next.0, month: next.1, day: 1))
  }

  /// "A..B", either of which may be empty.
  private static func range(_ bytes: [UInt8]) -> Filter.DateCondition? {
    guard
      let dots = bytes.indices.dropLast().first(where: {
        bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E
      })
    else { return nil }
    let left = bytes[..<dots]
    let right = bytes[(dots + 2)...]
    if left.isEmpty, let end = partial(right)?.interval {
      return .within(DayInterval(earliest: nil, latest: end.latest))
    }
    if right.isEmpty, let start = partial(left)?.interval {
      return .within(DayInterval(earliest: start.earliest, latest: nil))
    }
    guard let start = partial(left), let end = partial(right) else { return nil }
    return join(start, end)
  }

  /// "9-19oct", "9-19oct2025": days of one month.
  private static func days(_ bytes: [UInt8]) -> Filter.DateCondition? {
    guard let dash = bytes.firstIndex(of: 0x2D), let first = number(bytes[..<dash]),
      (1...31).contains(first), var end = partial(bytes[(dash + 1)...]), end.day != nil,
      bytes[(dash + 1)...].contains(where: { (0x61...0x7A).contains($0) })
    else { return nil }
    let last = end
    end.day = first
    return join(end, last)
  }

  private static func single(_ bytes: [UInt8]) -> Filter.DateCondition? {
    guard let date = partial(bytes[...]) else { return nil }
    return join(date, date)
  }

  /// The condition from the first day of one date to the last of another; a year that one of them
  /// leaves out is taken from the other.
  private static func join(_ start: PartialDate, _ end: PartialDate) -> Filter.DateCondition? {
    var start = start
    var end = end
    start.year = start.year ?? end.year
    end.year = end.year ?? start.year
    if start.year == nil {
      guard let from = start.first, let to = end.last else { return nil }
      return .yearless(from: from, to: to)
    }
    guard let first = start.interval?.earliest, let last = end.interval?.latest, first <= last
    else { return nil }
    return .within(DayInterval(earliest: first, latest: last))
  }

  /// Reads one date; nil where it is none.
  private static func partial(_ bytes: ArraySlice<UInt8>) -> PartialDate? {
    let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
    if parts.count <= 3, let year = parts.first.flatMap({ number($0) }), parts[0].count == 4 {
      var date = PartialDate(year: year)
      if parts.count > 1 {
        guard let month = number(parts[1]), (1...12).contains(month) else { return nil }
        date.month = month
      }
      if parts.count > 2 {
        guard let day = number(parts[2]), (1...31).contains(day) else { return nil }
        date.day = day
      }
      return date
    }
    return parts.count == 1 ? named(bytes) : nil
  }

  /// Reads "9oct", "oct9", "oct", "oct2025", "9oct2025".
  private static func named(_ bytes: ArraySlice<UInt8>) -> PartialDate? {
    let letters = bytes.firstIndex { (0x61...0x7A).contains($0) } ?? bytes.endIndex
    let rest = bytes[letters...].firstIndex { !(0x61...0x7A).contains($0) } ?? bytes.endIndex
    guard let month = month(bytes[letters..<rest]) else { return nil }
    var date = PartialDate(month: month)
    for piece in [bytes[..<letters], bytes[rest...]] where !piece.isEmpty {
      guard let value = number(piece) else { return nil }
      if piece.count == 4 {
        date.year = value
      } else if (1...31).contains(value), date.day == nil {
        date.day = value
      } else {
        return nil
      }
    }
    guard let day = date.day else { return date }
    return day <= length(of: month, year: date.year ?? 2000) ? date : nil
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  /// The month whose name begins with these letters, at least three of them.
  private static func month(_ letters: ArraySlice<UInt8>) -> Int? {
    guard letters.count >= 3 else { return nil }
    return months.firstIndex { $0.starts(with: letters) }.map { $0 + 1 }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 4, bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension DayInterval {
  /// Whether the interval places something in `days`.
  ///
  /// One that lies wholly in them does. One that only touches them must be closed, and not far wider
  /// than they are: "in 2025" and "before the 13th" say too little about the 9th.
  func isPlaced(in days: DayInterval) -> Bool {
    guard overlaps(days) else { return false }
    if let common = intersection(days), common == self { return true }
    guard let first = earliest, let last = latest else { return false }
    guard let start = days.earliest, let end = days.latest else { return true }
    return first.distance(to: last) <= max(31, 2 * start.distance(to: end))
  }
}
