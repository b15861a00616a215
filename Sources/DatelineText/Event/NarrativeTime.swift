/// The day that a story has come to: what a narrated event without a date of its own happened on.
///
/// Method: the narrative containers of Pustejovsky and Stubbs ("Increasing Informativeness in Temporal
/// Annotation", 2011), told by tense: an event in the simple past goes on from the dated event told
/// in the same or the last two sentences; perfects, plans and background do not.
struct NarrativeTime {
  private var interval: DayInterval?
  private var grain: Grain?
  private var timex: Int?
  /// Whether the time expression names a night.
  private var isNight = false
  /// The time expressions of the article that name nights, in order.
  private let nights: Set<Int>
  private var sentence = 0
  /// The first day of the time that "since" opened last, with its sentence.
  private var since: (day: DayNumber, sentence: Int)?
  /// How many sentences a date is carried over.
  private let reach: Int

  /// The reach in news, which tells of several days.
  private static let short = 2
  /// The longest stretch that is carried, in days.
  private static let longest = 8

  /// Begins a story. One that has no date but the single day it tells of is all of that day.
  init(of article: AnnotatedArticle) {
    let days = Set(
      article.timexes.compactMap { timex in
        timex.interval.flatMap { $0.earliest == $0.latest ? $0.earliest : nil }
      })
    nights = Set(article.timexes.indices.filter { article.timexes[$0].value.hasSuffix("TNI") })
    reach = article.date.basis == .inferred && days.count == 1 ? .max : Self.short
  }

  /// Whether the article tells of one day and nothing else.
  var isOfOneDay: Bool { reach == .max }

  /// The date that an undated event in `sentence` takes over; nil where none reaches it.
  func dating(inSentence sentence: Int) -> EventDating.Dating? {
    guard let interval, sentence - self.sentence <= reach else { return nil }
    return EventDating.Dating(timex: timex, interval: interval, grain: grain)
  }

  /// The days of what follows an event in the story: what follows something told of a night may be of
  /// the next day, no later than `last`.
  func dayAfter(_ carried: EventDating.Dating, last: DayNumber) -> DayInterval? {
    guard isNight, let first = carried.interval?.earliest, first == carried.interval?.latest,
      first < last
    else { return carried.interval }
    return DayInterval(earliest: first, latest: first.advanced(by: 1))
  }

  /// The first day of the time that a present perfect in `sentence` looks back over: "Ties have improved
  /// since May. The envoys have met twice."
  func opening(inSentence sentence: Int) -> DayNumber? {
    guard let since, (1...Self.short).contains(sentence - since.sentence) else { return nil }
    return since.day
  }

  /// Notes that `sentence` tells of the time since `day`.
  mutating func noteSince(_ day: DayNumber, inSentence sentence: Int) {
    since = (day, sentence)
  }

  /// Notes a dated event that the story tells; one that is known to a month or year alone leads away
  /// from the day.
  mutating func note(_ event: EventMention) {
    guard let found = event.interval, let earliest = found.earliest, let latest = found.latest,
      event.timex != nil, event.status == .stated || event.status == .attributed
    else { return }
    note(
      EventDating.Dating(timex: event.timex, interval: found, grain: event.grain),
      from: earliest, to: latest, inSentence: event.sentence)
  }

  /// Notes the day that opens a sentence without events: "On a July morning the town woke up."
  mutating func note(_ frame: EventDating.Dating, inSentence sentence: Int) {
    guard let earliest = frame.interval?.earliest, let latest = frame.interval?.latest else {
      return
    }
    note(frame, from: earliest, to: latest, inSentence: sentence)
  }

  private mutating func note(
    _ found: EventDating.Dating, from earliest: DayNumber, to latest: DayNumber,
    inSentence sentence: Int
  ) {
    let isShort = earliest.distance(to: latest) < Self.longest
    interval = isShort ? found.interval : nil
    grain = found.grain
    timex = found.timex
    isNight = found.timex.map(nights.contains) ?? false
    self.sentence = sentence
  }
}
