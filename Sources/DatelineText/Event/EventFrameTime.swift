/// Times that date what a story tells without hanging on one event's verb.
extension EventDating {
  /// A time of day without a day: "around midnight", "at noon".
  struct ClockTime {
    /// Whether it is midnight, which ends one day and begins the next.
    let isMidnight: Bool

    /// The days that an event at this time may be of, in a story that has come to `days`.
    func days(from days: DayInterval?) -> DayInterval? {
      guard isMidnight, let first = days?.earliest, first == days?.latest else { return days }
      return DayInterval(earliest: first, latest: first.advanced(by: 1))
    }
  }

  /// How many tokens into its sentence a date may begin that sets the scene.
  private static let opening = 5

  /// The day that opens a sentence: "On a July morning the town woke up". Nil where it opens with none,
  /// or with one still to come.
  func frame(of tokens: Range<Int>) -> Dating? {
    guard
      let found = candidates(in: tokens).first(where: { candidate in
        let first = grammar.tokens(in: grammar.article.timexes[candidate.timex].span).lowerBound
        return first - tokens.lowerBound < Self.opening
      })
    else { return nil }
    let timex = grammar.article.timexes[found.timex]
    guard let interval = timex.interval, let latest = interval.latest,
      grammar.article.date.anchor.map({ latest <= $0 }) ?? true
    else { return nil }
    return Dating(timex: found.timex, interval: interval, grain: timex.grain)
  }

  /// The one day that a sentence without events tells of: "published the figures yesterday". Nil where
  /// it names none or several, or one still to come.
  func day(of tokens: Range<Int>) -> Dating? {
    let found = candidates(in: tokens)
    guard found.count == 1, let only = found.first else { return nil }
    let timex = grammar.article.timexes[only.timex]
    guard let day = timex.interval?.latest, timex.interval?.earliest == day,
      grammar.article.date.anchor.map({ day <= $0 }) ?? true
    else { return nil }
    return Dating(timex: only.timex, interval: timex.interval, grain: timex.grain)
  }

  /// How many tokens after "since" its date may begin.
  private static let reach = 12

  /// The first day of the time that "since" opens in a sentence; nil where it opens none.
  func since(in tokens: Range<Int>) -> DayNumber? {
    guard let word = tokens.first(where: { grammar.keys[$0] == "since" }) else { return nil }
    let dated = candidates(in: tokens).first { $0.head > word }
    return dated.flatMap { dated in
      dated.head - word <= Self.reach
        ? grammar.article.timexes[dated.timex].interval?.earliest : nil
    }
  }

  /// "began a three-day visit on Monday": the days that a duration before the event's noun adds to the
  /// day on which it begins.
  func stretched(_ interval: DayInterval?, over trigger: Int) -> DayInterval? {
    guard let first = interval?.earliest, interval?.latest == first else { return nil }
    let noun = grammar.child(trigger, .obj) ?? trigger
    for child in grammar.children(noun) where child < noun {
      let span = grammar.article.tokens[child].span
      let timexes = grammar.article.timexes
      let index = timexes.firstIndex(endingAfter: span.lower)
      guard timexes.indices.contains(index), timexes[index].span.lower <= span.lower,
        let days = timexes[index].furtherDays
      else { continue }
      return DayInterval(earliest: first, latest: first.advanced(by: days))
    }
    return nil
  }

  /// The bare times of day among `tokens`. Cost: a binary search.
  private func clockTokens(in tokens: Range<Int>) -> ArraySlice<Int> {
    var low = 0
    var high = clocks.count
    while low < high {
      let middle = (low + high) / 2
      if clocks[middle] < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return clocks[low...].prefix { $0 < tokens.upperBound }
  }

  /// The time of day that is told of an event without its day; nil where there is none.
  func clockTime(of trigger: Int, in tokens: Range<Int>, triggers: Set<Int>) -> ClockTime? {
    let above = ancestors(of: trigger)
    for clock in clockTokens(in: tokens) {
      if let cost = cost(
        from: clock, to: trigger, above: above, isSpeech: true, triggers: triggers),
        cost <= Self.limit
      {
        return ClockTime(isMidnight: grammar.keys[clock] == "midnight")
      }
    }
    return nil
  }
}
