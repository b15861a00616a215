public import DatelineText

/// Writes days and intervals so that what is uncertain looks uncertain.
public enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// An interval in at most 16 columns: "2025-10-09", "2025-10", "9-11 Oct 2025", "2025-W42",
  /// ">2025-10-09" for what is open, "?" where nothing is known; with "~" where it is inferred.
  public static func text(
    _ interval: DayInterval?, grain: Grain? = nil, isInferred: Bool = false
  ) -> String {
    let prefix = isInferred ? "~" : ""
    switch (interval?.earliest, interval?.latest) {
    case (nil, nil): return "?"
    case (let first?, nil): return prefix + ">" + first.iso
    case (nil, let last?): return prefix + "<" + last.iso
    case (let first?, let last?): return prefix + text(first, last)
    }
  }

  private static func text(_ first: DayNumber, _ last: DayNumber) -> String {
    if first == last { return first.iso }
    let (start, end) = (first.date, last.date)
    let isMonthEnd = last.advanced(by: 1).date.day == 1
    if start.day == 1, isMonthEnd {
      if start.month == 1, end.month == 12 {
        return start.year == end.year ? "\(start.year)" : "\(start.year)-\(end.year)"
      }
      if start.year == end.year, start.month == end.month {
        return String(first.iso.prefix(7))
      }
      return String(first.iso.prefix(7)) + ".." + String(last.iso.prefix(7).suffix(2))
    }
    if start.year == end.year, start.month == end.month {
      return "\(first.iso)..\(String(last.iso.suffix(2)))"
    }
    return start.year == end.year
      ? "\(first.iso)..\(String(last.iso.suffix(5)))" : "\(start.year)..\(last.iso)"
  }

  /// An interval in at most 7 columns, the year left out of single days: "10-24", "10-09+" for a
  /// range, "2025-10", "~10-24" where it is inferred, "?" where nothing is known.
  public static func short(_ interval: DayInterval?, isInferred: Bool = false) -> String {
    let prefix = isInferred ? "~" : ""
    switch (interval?.earliest, interval?.latest) {
    case (nil, nil): return "?"
    case (let first?, nil): return ">" + first.iso.suffix(5)
    case (nil, let last?): return "<" + last.iso.suffix(5)
    case (let first?, let last?):
      let whole = text(first, last)
      if whole.utf8.count <= 7 { return whole.utf8.count < 7 ? prefix + whole : whole }
      return prefix + String(first.iso.suffix(5)) + (first == last ? "" : "+")
    }
  }

  /// An interval in at most 12 columns, always with its year: "2025-10-24", "2025-10-09+" for a
  /// range, "~2025-10-24" where it is inferred, "?" where nothing is known.
  public static func dated(_ interval: DayInterval?, isInferred: Bool = false) -> String {
    guard let first = interval?.earliest, let last = interval?.latest else {
      return text(interval)
    }
    let whole = text(first, last)
    return (isInferred ? "~" : "") + (whole.utf8.count <= 10 ? whole : first.iso + "+")
  }

  /// An interval in at most 9 columns, with its year, for narrow lists that go over years: "24Oct25",
  /// "9Oct25+" for a range, "~24Oct25" where it is inferred, "<24Oct25", "2025-10", "?".
  public static func compact(_ interval: DayInterval?, isInferred: Bool = false) -> String {
    let prefix = isInferred ? "~" : ""
    switch (interval?.earliest, interval?.latest) {
    case (nil, nil): return "?"
    case (let first?, nil): return ">" + compact(first)
    case (nil, let last?): return "<" + compact(last)
    case (let first?, let last?):
      let whole = text(first, last)
      return prefix + (whole.utf8.count <= 7 ? whole : compact(first) + (first == last ? "" : "+"))
    }
  }

  /// "24Oct25": the century is plain, and no part can be taken for another.
  private static func compact(_ day: DayNumber) -> String {
    let date = day.date
    let year = "\(date.year)"
    // Years of other centuries than those of living memory are written in full.
    let ending = (1950..<2050).contains(date.year) ? String(year.suffix(2)) : year
    return "\(date.day)\(months[date.month - 1])\(ending)"
  }

  /// "9 Oct 2025", for running text.
  public static func long(_ day: DayNumber) -> String {
    let date = day.date
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }
}
