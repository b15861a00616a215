extension TimexNormalizer {
  /// The year of a month or a day of a month that states none.
  func year(of parts: DateParts, _ month: Int, _ pointer: Pointer?, _ candidate: TimexCandidate)
    -> Int?
  {
    if let shift = parts.yearShift {
      let isFocus = shift.anchor == .focus || isHistory
      return ((isFocus ? focus?.period.year : nil) ?? page?.date.year).map { $0 + shift.offset }
    }
    if let weekday = parts.weekday, let day = parts.day {
      return year(weekday: weekday, month, day, candidate)
    }
    if pointer == nil || isHistory, let year = narrativeYear(month, candidate) {
      switch pointer {
      case .previous, .last, .past: return focusMonth.map { month < $0 ? year : year - 1 } ?? year
      case .next, .following: return focusMonth.map { month > $0 ? year : year + 1 } ?? year
      case .coming, .same, .current, .recent, .final, .latest, .intervening, .this, .that, nil:
        return year
      }
    }
    guard let page else { return nil }
    let (year, pageMonth, _) = page.date
    switch pointer {
    case .last, .past, .previous, .latest: return month < pageMonth ? year : year - 1
    case .next, .coming, .following: return month > pageMonth ? year : year + 1
    case .this, .same, .current, .recent, .final, .intervening, .that: return year
    case nil: break
    }
    if let day = parts.day { return nearestYear(month, day, candidate.tense, page) }
    return nearestYear(month, candidate.tense, (year, pageMonth))
  }

  /// The year of a bare month: the latest one not after the page's month; the next one where the
  /// clause speaks of the future.
  private func nearestYear(_ month: Int, _ tense: ClauseTense, _ page: (year: Int, month: Int))
    -> Int
  {
    switch tense {
    case .future, .conditional:
      let isJustPast = month < page.month && page.month - month < 3
      return month < page.month && !isJustPast ? page.year + 1 : page.year
    case .past, .unknown:
      // A month that begins within weeks is ahead: of the one past, "last November" would be said.
      if (month - page.month + 12) % 12 == 1 {
        return month < page.month ? page.year + 1 : page.year
      }
      return month > page.month ? page.year - 1 : page.year
    case .present:
      let ahead = (month - page.month + 12) % 12
      if (1...3).contains(ahead) { return month < page.month ? page.year + 1 : page.year }
      return month > page.month + 4 ? page.year - 1 : page.year
    }
  }

  /// The year of a day of a month. A day that lies close ahead and nearly a year back is ahead
  /// whatever the tense: a past that far would have its year.
  private func nearestYear(_ month: Int, _ day: Int, _ tense: ClauseTense, _ page: DayNumber)
    -> Int?
  {
    let around = page.date.year
    let days = [around - 1, around, around + 1].compactMap {
      DayNumber.checked(year: $0, month: month, day: day)
    }
    let back = days.last { $0 <= page }
    let ahead = days.first { $0 >= page }
    guard let back, let ahead else { return (back ?? ahead)?.date.year }
    let distance = (back: back.distance(to: page), ahead: page.distance(to: ahead))
    switch tense {
    case .future, .conditional:
      return distance.back < 45 && distance.ahead > 200 ? back.date.year : ahead.date.year
    case .past: return distance.ahead < 75 && distance.back > 285 ? ahead.date.year : back.date.year
    case .present, .unknown:
      return distance.ahead < 135 && distance.back > 200 ? ahead.date.year : back.date.year
    }
  }

  /// The year near the context in which the day falls on the weekday.
  private func year(weekday: Int, _ month: Int, _ day: Int, _ candidate: TimexCandidate) -> Int? {
    guard let around = narrativeYear(month, candidate) ?? page?.date.year else { return nil }
    let years = [around, around - 1, around + 1]
    return years.first {
      DayNumber.checked(year: $0, month: month, day: day)?.weekday == weekday
    } ?? around
  }

  /// The month of the last date mentioned.
  var focusMonth: Int? { focus?.period.month }

  /// The year that the story is in, where it is not the page's. A story that stood late in a year
  /// and names an early month has gone on into the next.
  private func narrativeYear(_ month: Int, _ candidate: TimexCandidate) -> Int? {
    guard let focus else { return nil }
    if isHistory || page == nil {
      let isNext = (focusMonth ?? month) - month >= 8
      return focus.period.year + (isNext ? 1 : 0)
    }
    guard candidate.sentence == focus.sentence, focus.isStated, candidate.tense != .future,
      focus.period.month != nil, let page,
      focus.period.year < page.date.year - 1
    else { return nil }
    return focus.period.year
  }
}
