/// The day that a story has come to: what a narrated event without a date of its own happened on.
///
/// Method: the narrative containers of Pustejovsky and Stubbs ("Increasing Informativeness in Temporal
/// Annotation", 2011), told by tense: an event in the simple past goes on from the dated event told
/// in the same or the last two sentences; perfects, plans and background do not.
struct NarrativeTime {
  private var interval: DayInterval?
  private var grain: Grain?
  private var timex: Int?
  private var sentence = 0

  /// How many sentences a date is carried over.
  private static let reach = 2
  /// The longest stretch that is carried, in days.
  private static let longest = 8

  /// The date that an undated event in `sentence` takes over; nil where none reaches it.
  func dating(inSentence sentence: Int) -> EventDating.Dating? {
    guard let interval, sentence - self.sentence <= Self.reach else { return nil }
    return EventDating.Dating(timex: timex, interval: interval, grain: grain)
  }

  /// Notes a dated event that the story tells; one that is known to a month or year alone leads away
  /// from the day.
  mutating func note(_ event: EventMention) {
    guard let found = event.interval, let earliest = found.earliest, let latest = found.latest,
      event.timex != nil, event.status == .stated || event.status == .attributed
    else { return }
    let isShort = earliest.distance(to: latest) < Self.longest
    interval = isShort ? found : nil
    grain = event.grain
    timex = event.timex
    sentence = event.sentence
  }
}
