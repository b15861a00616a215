/// A number of units before or after a date.
struct Shift {
  let unit: TimeUnit
  let count: Int?
  let direction: Int
  let anchor: ShiftAnchor

  init(_ unit: TimeUnit, _ count: Int?, _ direction: Int, _ anchor: ShiftAnchor) {
    self.unit = unit
    self.count = count
    self.direction = direction
    self.anchor = anchor
  }

  /// The signed number of units; nil where it is unknown.
  var offset: Int? { count.map { $0 * direction } }
}

extension TimexNormalizer {
  /// Resolves "last week", "two days later", "five years ago".
  mutating func shifted(_ candidate: TimexCandidate, at index: Int, _ shift: Shift) -> Timex3 {
    guard let offset = shift.offset else {
      return plain(candidate, .date, shift.direction < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard let base = base(of: shift, candidate) else {
      return plain(candidate, .date, unknownValue(shift, candidate))
    }
    if shift.unit.isClock { return timex(hours(candidate), base, isRelative: true) }
    if let quarter = yearOfQuarters(shift, candidate) {
      return timex(candidate, quarter, isRelative: true)
    }
    let period = base.advanced(by: offset + weekendStep(shift, candidate))
    guard abs(period.year) < 10_000 else {
      return plain(candidate, .date, shift.direction < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    if shift.unit != .quarter || offset == 0 { note(period, candidate, at: index) }
    return timex(candidate, period, isRelative: true)
  }

  /// How many weekends "the weekend" lies from the page's week: told on a weekday it is the one
  /// before, unless the clause speaks of the future.
  private func weekendStep(_ shift: Shift, _ candidate: TimexCandidate) -> Int {
    guard shift.unit == .weekend, shift.count == 0, let page else { return 0 }
    if shift.direction == 0 { return candidate.tense == .past && page.weekday < 6 ? -1 : 0 }
    let isAhead = candidate.isAhead || candidate.direction == .ahead
    return isAhead || page.weekday > 5 ? 0 : -1
  }

  /// "A year earlier" in a report on a quarter: the same quarter a year before.
  private func yearOfQuarters(_ shift: Shift, _ candidate: TimexCandidate) -> CalendarPeriod? {
    // "Last year" has two words and stays the year; "a year ago" has three.
    guard shift.unit == .year, shift.count == 1, candidate.draft.tokens.count > 2, let focusQuarter,
      candidate.sentence - focusQuarter.sentence <= 2, !isHistory
    else { return nil }
    return focusQuarter.period.advanced(by: 4 * shift.direction)
  }

  /// A date some hours away: the day with an unknown hour.
  private func hours(_ candidate: TimexCandidate) -> TimexCandidate {
    var candidate = candidate
    candidate.draft.time = .part("XX")
    return candidate
  }

  /// The period of the shift's unit from which it counts.
  private func base(of shift: Shift, _ candidate: TimexCandidate) -> CalendarPeriod? {
    if shift.unit == .quarter, shift.anchor == .focus {
      return focusQuarter?.period
        ?? page.map { CalendarPeriod(.quarter, holding: $0).advanced(by: -1) }
    }
    // "This week" is the page's even in a piece that mostly tells of old times.
    let isThisWeek = shift.unit == .week && shift.count == 0
    if shift.anchor == .page, !isHistory || focus == nil || isThisWeek {
      return page.map { CalendarPeriod(shift.unit, holding: $0) }
    }
    if let focus = focus(for: shift.unit, candidate) {
      return focus
    }
    return isHistory && focus != nil ? nil : page.map { CalendarPeriod(shift.unit, holding: $0) }
  }

  /// The unit's period that holds the last date of the text; nil where that is known too coarsely,
  /// or where in a news story it stands too far back.
  private func focus(for unit: TimeUnit, _ candidate: TimexCandidate) -> CalendarPeriod? {
    let isFine = unit.grain <= .day || unit.grain == .week
    guard let focus = isFine ? focusDay : focus else { return nil }
    if !isHistory, candidate.sentence - focus.sentence > (isFine ? 3 : 4) { return nil }
    if isFine, let latest = self.focus, latest.sentence > focus.sentence,
      latest.period.grain > .week, !focus.period.days.overlaps(latest.period.days)
    {
      return nil
    }
    guard focus.period.grain <= unit.grain, let day = focus.period.days.earliest else {
      return nil
    }
    return CalendarPeriod(unit, holding: day)
  }

  /// The value of a date that hangs on a date the context does not have: known parts, then "X".
  private func unknownValue(_ shift: Shift, _ candidate: TimexCandidate) -> String {
    let year = focus.map { CalendarPeriod.text(ofYear: $0.period.year) } ?? "XXXX"
    switch shift.unit {
    case .second, .minute, .hour, .day:
      let month = focus?.period.month.map { $0.padded(2) } ?? "XX"
      return year + "-" + month + "-XX" + (candidate.draft.time?.value ?? "")
    case .week, .fortnight: return year + "-WXX"
    case .weekend: return year + "-WXX-WE"
    case .month: return year + "-XX"
    case .quarter: return year + "-QX"
    case .year, .decade, .century: return "XXXX"
    }
  }

  /// The day that the rest of the sentence names: "at 5:34 a.m. on March 20, 2003".
  private func dayAhead(of index: Int) -> CalendarPeriod? {
    // "At 10:35 a.m. (0735 GMT) Friday": the day may stand after a second clock time.
    let rest = candidates[(index + 1)...].prefix(2)
    guard
      let next = rest.indices.first(where: { candidates[$0].draft.meaning != .timeOnly }),
      candidates[next].sentence == candidates[index].sentence,
      DayTimes.isDay(candidates[next].draft.meaning)
    else { return nil }
    var copy = self
    guard let interval = copy.resolved(next).interval, let day = interval.earliest,
      interval.latest == day
    else { return nil }
    return .day(day)
  }

  /// Resolves a time of day without a day: the day that the sentence speaks of, else the page.
  func timeOnly(_ candidate: TimexCandidate, at index: Int) -> Timex3 {
    var near = focusDay.flatMap { focus in
      candidate.sentence - focus.sentence <= (isHistory ? 3 : 1) ? focus.period : nil
    }
    if focusDay?.sentence != candidate.sentence, let next = dayAhead(of: index) { near = next }
    guard let day = near ?? (isHistory ? nil : page.map { .day($0) }) else {
      return plain(candidate, .time, "XXXX-XX-XX" + (candidate.draft.time?.value ?? ""))
    }
    return timex(candidate, day, isRelative: true)
  }
}
