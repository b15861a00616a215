import DatelineText

extension Filter {
  /// The filter with a year for every date that leaves it out: the year in which most dated events
  /// and articles of the corpus fall between the two days; the latest among equals.
  func settled(in corpus: Corpus) -> Filter {
    switch self {
    case .date(.yearless(let from, let to)):
      .date(.within(Self.interval(from: from, to: to, in: corpus)))
    case .not(let inner): .not(inner.settled(in: corpus))
    case .and(let parts): .and(parts.map { $0.settled(in: corpus) })
    case .or(let parts): .or(parts.map { $0.settled(in: corpus) })
    case .everything, .word, .prefix, .phrase, .entity, .type, .source, .language, .date, .status,
      .tag:
      self
    }
  }

  private static func interval(from: MonthDay, to: MonthDay, in corpus: Corpus) -> DayInterval {
    let intervals =
      corpus.facts.timeline.indices.compactMap { corpus.interval(ofEventAt: $0) }
      + (0..<corpus.count).compactMap { corpus.head(at: $0).date.interval }
    var votes: [Int: Int] = [:]
    for interval in intervals {
      guard let first = interval.earliest, let last = interval.latest, first.distance(to: last) < 32
      else { continue }
      for year in Set([first.date.year - 1, first.date.year])
      where days(of: year, from, to).overlaps(interval) { votes[year, default: 0] += 1 }
    }
    let years = intervals.compactMap { $0.latest?.date.year }
    let best = votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    return days(of: best ?? years.max() ?? 2000, from, to)
  }

  /// The days from `from` in `year` to `to` in the same year, or in the next where it comes earlier.
  private static func days(of year: Int, _ from: MonthDay, _ to: MonthDay) -> DayInterval {
    func day(_ year: Int, _ day: MonthDay) -> DayNumber {
      DayNumber(year: year, month: day.month, day: day.day)
    }
    return DayInterval(
      earliest: day(year, from), latest: day(to < from ? year + 1 : year, to))
  }
}
