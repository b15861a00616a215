/// Dates that the story itself tells: what it tells as past it is not older than, what it announces
/// with a year it is not newer than.
struct ToldDates {
  private let candidates: [TimexCandidate]
  private let timexes: [Timex3]
  private let article: Article
  /// What the article says of its year without stating it.
  let checks: YearChecks

  /// Gives the time expressions of `article`, as they were read, values without a document date.
  init(_ article: Article, _ reading: TimexReading) {
    self.article = article
    candidates = reading.story.filter { !$0.isVague }
    var normalizer = TimexNormalizer(candidates: candidates, page: nil)
    timexes = normalizer.timexes()
    checks = YearChecks(article, candidates: candidates)
  }

  /// The bounds: the latest period with a stated year that is told as past, and the earliest one that
  /// is announced.
  var signs: [DateSign] {
    var latest: Int?
    var announced: Int?
    for index in candidates.indices {
      guard let interval = stated(index), let first = interval.earliest, let last = interval.latest
      else { continue }
      if isAhead(index) {
        if announced.flatMap({ stated($0)?.latest }).map({ last < $0 }) ?? true {
          announced = index
        }
      } else if isPast(index), latest.flatMap({ stated($0)?.earliest }).map({ first > $0 }) ?? true
      {
        latest = index
      }
    }
    return [latest.map(lowerBound), announced.map(upperBound)].compactMap { $0 }
  }

  private func lowerBound(_ index: Int) -> DateSign {
    DateSign(
      DayInterval(earliest: stated(index)?.earliest, latest: nil), .bound, .inferred,
      evidence: "It tells \(article.text[candidates[index].span]) as past.",
      span: candidates[index].span)
  }

  private func upperBound(_ index: Int) -> DateSign {
    DateSign(
      DayInterval(earliest: nil, latest: stated(index)?.latest), .bound, .inferred,
      evidence: "It speaks of \(article.text[candidates[index].span]) as still to come.",
      span: candidates[index].span)
  }

  /// The days of an expression that states its year.
  private func stated(_ index: Int) -> DayInterval? {
    guard candidates[index].statedYear != nil, timexes[index].kind != .duration,
      timexes[index].kind != .set
    else { return nil }
    return timexes[index].interval
  }

  private func isAhead(_ index: Int) -> Bool {
    candidates[index].tense == .future && !candidates[index].isAside
  }

  private func isPast(_ index: Int) -> Bool {
    candidates[index].tense == .past || candidates[index].tense == .unknown
      || candidates[index].tense == .present
  }
}

// MARK: - Fresh stories

extension ToldDates {
  /// The latest day that a fresh story tells.
  struct FreshDay {
    var day: DayNumber
    var evidence: String
    var span: ByteSpan
  }

  /// The latest day told as past, where the text is a fresh story: it is no history, and it names
  /// the day in its lead, or names days without their year, as one does only shortly after.
  ///
  /// The year of such a day is the latest that the text states within `bounds`.
  func freshDay(within bounds: DayInterval) -> FreshDay? {
    guard !Genre.isHistory(candidates, page: nil) else { return nil }
    return [leadDay(within: bounds), yearlessDay(within: bounds)].compactMap { $0 }
      .max { $0.day < $1.day }
  }

  /// The latest of the days with their year, where one of them stands in the first sentences.
  private func leadDay(within bounds: DayInterval) -> FreshDay? {
    let days = candidates.indices.filter { index in
      isPast(index) && stated(index).map { $0.earliest == $0.latest } == true
        && stated(index).map { bounds.overlaps($0) } == true
    }
    let first = candidates.first?.sentence ?? 0
    guard days.contains(where: { candidates[$0].sentence <= max(first, 3) }),
      let latest = days.max(by: { earliest($0) < earliest($1) }),
      let day = timexes[latest].interval?.earliest
    else { return nil }
    return fresh(day, latest, "The latest day that it tells is")
  }

  private func earliest(_ index: Int) -> Int32 {
    timexes[index].interval?.earliest?.rawValue ?? Int32.min
  }

  /// The latest of the days without a year.
  private func yearlessDay(within bounds: DayInterval) -> FreshDay? {
    let paired = pairedYear(within: bounds)
    guard let year = paired ?? latestYear(within: bounds) else { return nil }
    let days = candidates.indices.compactMap { index -> (Int, DayNumber)? in
      guard case .date(let parts, nil) = candidates[index].draft.meaning, parts.year == nil,
        let month = parts.month, let day = parts.day, candidates[index].tense != .future,
        !candidates[index].isAside,
        let number = DayNumber.checked(year: year, month: month, day: day),
        bounds.contains(number), parts.weekday.map({ $0 == number.weekday }) ?? true
      else { return nil }
      return (index, number)
    }
    guard let (index, day) = days.max(by: { $0.1 < $1.1 }) else { return nil }
    let phrase =
      paired == nil
      ? "The latest day that it tells, of \(year), is"
      : "Its weekdays and days of the month fit only \(year); the latest that it tells is"
    var found = fresh(day, index, phrase)
    if paired != nil, let check = checks.checks.first(where: { $0.years.contains(year) }) {
      found.evidence += " " + check.evidence
    }
    return found
  }

  /// How many years after the latest stated one are tried: within five, a day of the month falls on
  /// the same weekday once at most.
  private static let reach = 4

  /// The only year, not long after the latest one stated or the earliest possible one, in which two
  /// or more days without a year ("Saturday, October 18") fall on their weekdays. One such day is
  /// enough where those in office, or an anniversary, leave only one year to it.
  private func pairedYear(within bounds: DayInterval) -> Int? {
    let pairs = Set(
      candidates.compactMap { candidate -> DateParts? in
        guard case .date(let parts, nil) = candidate.draft.meaning, parts.year == nil,
          parts.month != nil, parts.day != nil, parts.weekday != nil, !candidate.isAside
        else { return nil }
        return parts
      })
    let first = latestYear(within: bounds) ?? bounds.earliest?.date.year
    let near = first.map { Array($0...($0 + Self.reach)) }
    let checked = checks.years.map { years in years.filter { $0 >= first ?? $0 } }
    let isChecked = checked?.isEmpty == false
    let possible = isChecked ? checked : pairs.count >= 2 ? near : nil
    guard !pairs.isEmpty, let possible else { return nil }
    let fitting = possible.filter { year in
      bounds.overlaps(CalendarPeriod.year(year).days)
        && pairs.allSatisfy { parts in
          let day = DayNumber.checked(year: year, month: parts.month ?? 0, day: parts.day ?? 0)
          return day.map { $0.weekday == parts.weekday && (!isChecked || checks.allow($0)) }
            ?? false
        }
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The latest year that the text tells within `bounds`, else the latest that it announces.
  private func latestYear(within bounds: DayInterval) -> Int? {
    let years = candidates.indices.compactMap { index -> (year: Int, isAhead: Bool)? in
      guard let year = candidates[index].statedYear, !candidates[index].isAside,
        bounds.overlaps(CalendarPeriod.year(year).days)
      else { return nil }
      return (year, isAhead(index))
    }
    return years.filter { !$0.isAhead }.map(\.year).max() ?? years.map(\.year).max()
  }

  private func fresh(_ day: DayNumber, _ index: Int, _ phrase: String) -> FreshDay {
    FreshDay(
      day: day, evidence: "\(phrase) \(article.text[candidates[index].span]).",
      span: candidates[index].span)
  }
}
