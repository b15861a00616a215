extension TimexNormalizer {
  /// Resolves a date of which some parts are stated.
  mutating func dated(
    _ candidate: TimexCandidate, at index: Int, parts: DateParts, _ pointer: Pointer?
  ) -> Timex3 {
    if case .islamicMonth? = parts.holiday?.rule { return monthOfMoon(candidate, parts, pointer) }
    guard let period = period(of: parts, pointer, candidate).map({ widened($0, parts) }) else {
      return plain(
        candidate, candidate.draft.time == nil ? .date : .time, template(parts, candidate))
    }
    note(period, candidate, at: index)
    var timex = timex(candidate, period, isRelative: parts.year == nil || pointer != nil)
    if let spread = parts.holiday?.spread, spread > 0, let day = period.days.earliest {
      timex.interval = DayInterval(
        earliest: day.advanced(by: -spread), latest: day.advanced(by: spread))
    }
    return timex
  }

  /// The week or quarter that is meant by one of its days. A week named by its Sunday begins there.
  private func widened(_ period: CalendarPeriod, _ parts: DateParts) -> CalendarPeriod {
    guard let unit = parts.within, let day = period.days.earliest else { return period }
    let isSunday = unit == .week && day.weekday == 7
    return CalendarPeriod(unit, holding: isSunday ? day.advanced(by: 1) : day)
  }

  /// A month of the Islamic calendar: its value is the ISO interval of its days.
  private func monthOfMoon(
    _ candidate: TimexCandidate, _ parts: DateParts, _ pointer: Pointer?
  ) -> Timex3 {
    guard let holiday = parts.holiday,
      let first = day(of: holiday, parts.year, pointer, candidate)
    else { return plain(candidate, .date, "XXXX-XX") }
    let last = first.advanced(by: Holiday.lengthOfMonth - 1)
    var timex = timex(candidate, .day(first), isRelative: parts.year == nil)
    timex.value = first.iso + "/" + last.iso
    timex.interval = DayInterval(earliest: first, latest: last)
    timex.grain = .month
    return timex
  }

  /// The value of a date for which the context has no year: unknown parts are "X".
  private func template(_ parts: DateParts, _ candidate: TimexCandidate) -> String {
    let time = candidate.draft.time?.value ?? ""
    if let weekday = parts.weekday, parts.day == nil { return "XXXX-WXX-\(weekday)" + time }
    if let season = parts.season {
      return "XXXX-" + CalendarPeriod.season(year: 1, season: season).value.suffix(2)
    }
    if let quarter = parts.quarter { return "XXXX-Q\(quarter)" }
    let month = parts.month.map { $0.padded(2) } ?? "XX"
    return "XXXX-" + month + (parts.day.map { "-" + $0.padded(2) } ?? "") + time
  }

  /// The period of the stated parts, the missing ones filled in.
  private func period(of parts: DateParts, _ pointer: Pointer?, _ candidate: TimexCandidate)
    -> CalendarPeriod?
  {
    if let holiday = parts.holiday {
      return day(of: holiday, parts.year, pointer, candidate).map { .day($0) }
    }
    if let year = parts.year { return Self.stated(parts, year) }
    if parts.isWeekdayOnly { return weekday(parts, pointer, candidate) }
    if let month = parts.month { return withMonth(parts, month, pointer, candidate) }
    if let half = parts.half {
      return year(of: parts, 6, pointer, candidate).map { .half(year: $0, half: half) }
    }
    if parts.day != nil { return dayAlone(parts, candidate) }
    return seasonOrQuarter(parts, pointer, candidate)
  }

  /// The period of parts with their year.
  private static func stated(_ parts: DateParts, _ year: Int) -> CalendarPeriod? {
    if let month = parts.month {
      guard let day = parts.day else { return .month(year: year, month: month) }
      return DayNumber.checked(year: year, month: month, day: day).map { .day($0) }
    }
    if let season = parts.season { return .season(year: year, season: season) }
    if let quarter = parts.quarter { return .quarter(year: year, quarter: quarter) }
    if let half = parts.half { return .half(year: year, half: half) }
    return .year(year)
  }

  // MARK: - Holidays

  /// The day of a holiday: of its year, of the story's year, else the latest not after the page and
  /// the next where the clause speaks of the future.
  private func day(
    of holiday: Holiday, _ year: Int?, _ pointer: Pointer?, _ candidate: TimexCandidate
  ) -> DayNumber? {
    if let year { return holiday.days(in: year).first }
    if isHistory, let focus { return holiday.days(in: focus.period.year).first }
    guard let page else { return nil }
    let around = page.date.year
    let days = (around - 1...around + 1).flatMap { holiday.days(in: $0) }
    let back = days.last { $0 <= page }
    let ahead = days.first { $0 >= page }
    switch pointer {
    case .last, .past, .previous, .latest: return days.last { $0 < page }
    case .next, .coming, .following: return days.first { $0 > page }
    case .this, .same, .current, .recent, .final, .intervening, .that, nil: break
    }
    guard let back, let ahead else { return back ?? ahead }
    let isClose = page.distance(to: ahead) < 60 && back.distance(to: page) > 240
    return candidate.isAhead || isClose && candidate.tense != .past ? ahead : back
  }

  // MARK: - Weekdays

  /// The day of a weekday: the latest one not after the page, and the coming one where the clause
  /// speaks of the future.
  private func weekday(_ parts: DateParts, _ pointer: Pointer?, _ candidate: TimexCandidate)
    -> CalendarPeriod?
  {
    let isStep = pointer?.isNarrative == true && pointer?.offset != 0
    guard let weekday = parts.weekday,
      let anchor = isHistory || isStep ? focusDate ?? page : page
    else { return nil }
    let since = (anchor.weekday - weekday + 7) % 7
    let until = (weekday - anchor.weekday + 7) % 7
    switch pointer {
    case .last, .past, .previous, .latest:
      return .day(anchor.advanced(by: since == 0 ? -7 : -since))
    case .next, .coming, .following:
      return .day(anchor.advanced(by: (until == 0 ? 7 : until) + 7 * parts.weeks))
    case .this, .same, .current, .recent, .final, .intervening, .that, nil:
      let isAhead =
        parts.weeks == 0 && (candidate.isAhead || candidate.direction == .ahead)
        || pointer == .this && candidate.tense != .past
      return .day(anchor.advanced(by: (isAhead ? until : -since) + 7 * parts.weeks))
    }
  }

  /// The last day that the text named.
  private var focusDate: DayNumber? {
    guard case .day(let day)? = focusDay?.period else { return nil }
    return day
  }

  // MARK: - Months

  /// A month or a day of a month, the year filled in.
  private func withMonth(
    _ parts: DateParts, _ month: Int, _ pointer: Pointer?, _ candidate: TimexCandidate
  ) -> CalendarPeriod? {
    guard let year = year(of: parts, month, pointer, candidate) else { return nil }
    return Self.stated(
      DateParts(year: year, month: month, day: parts.day), year)
  }

  // MARK: - Days, seasons, quarters

  /// "The 18th": the month of the last date mentioned, else the page's, and of the two nearest such
  /// days the one that the weekday fits.
  private func dayAlone(_ parts: DateParts, _ candidate: TimexCandidate) -> CalendarPeriod? {
    guard let day = parts.day else { return nil }
    let context = focus.flatMap { focus -> (Int, Int)? in
      guard let month = focus.period.month else { return nil }
      return (focus.period.year, month)
    }
    guard let (year, month) = context ?? page.map({ ($0.date.year, $0.date.month) }) else {
      return nil
    }
    let near = [0, -1, 1].compactMap { offset -> DayNumber? in
      let period = CalendarPeriod.month(year: year, month: month).advanced(by: offset)
      return DayNumber.checked(year: period.year, month: period.month ?? 1, day: day)
    }
    let found = near.first { parts.weekday == nil || $0.weekday == parts.weekday } ?? near.first
    return found.map { .day($0) }
  }

  /// The year of a season in a history. A winter belongs to the year that it leads into.
  private func narrativeSeasonYear(_ season: Int?) -> Int? {
    guard let focus else { return nil }
    let isLate = (focus.period.month ?? 12) >= 9
    return focus.period.year + (season == 4 && isLate ? 1 : 0)
  }

  /// A season or quarter without a year: the latest one that has begun, and the coming one where the
  /// clause speaks of the future.
  private func seasonOrQuarter(
    _ parts: DateParts, _ pointer: Pointer?, _ candidate: TimexCandidate
  ) -> CalendarPeriod? {
    let year = isHistory ? narrativeSeasonYear(parts.season) : nil
    guard let around = year ?? page?.date.year else { return nil }
    if let shift = parts.yearShift, let quarter = parts.quarter {
      return .quarter(year: around + shift.offset, quarter: quarter)
    }
    let current: CalendarPeriod
    if let season = parts.season {
      current = .season(year: around, season: season)
    } else if let quarter = parts.quarter {
      current = .quarter(year: around, quarter: quarter)
    } else {
      return nil
    }
    guard year == nil, let page, let first = current.days.earliest else { return current }
    let steps = if case .quarter = current { 4 } else { 1 }
    switch pointer {
    case .last, .past, .previous, .latest:
      return first < page && !current.days.contains(page) ? current : current.advanced(by: -steps)
    case .next, .coming, .following:
      return page < first ? current : current.advanced(by: steps)
    case .this, .same, .current, .recent, .final, .intervening, .that: return current
    case nil:
      let isAhead = candidate.isAhead
      return page < first && !isAhead && candidate.tense == .past
        ? current.advanced(by: -steps) : current
    }
  }
}

extension TimexCandidate {
  /// Whether its clause speaks of what is to come. "Would" decides nothing for "Friday's ruling".
  var isAhead: Bool { tense == .future || tense == .conditional && !isPossessive }
}

extension DateParts {
  /// Whether only a weekday is stated.
  var isWeekdayOnly: Bool { weekday != nil && month == nil && day == nil }
}
