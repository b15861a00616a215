import ArgumentParser
import DatelineModel
import DatelineText

/// `dateline timeline`: merged events, or a summary of the most important days.
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "List merged events in order of time, or summarise the most important days.")

  @OptionGroup var input: CorpusInput

  @Flag(help: "Choose the most important days and a few sentences for each.")
  var summary = false

  @Option(help: "How many days a summary has; none: as many as the corpus calls for.")
  var dates: Int?

  @Option(help: "How many sentences a day of a summary has.")
  var perDate: Int = 1

  @Option(help: "The first day, as YYYY-MM-DD.")
  var from: String?

  @Option(help: "The last day, as YYYY-MM-DD.")
  var to: String?

  func validate() throws {
    for day in [from, to].compactMap({ $0 }) where DayNumber(iso: day) == nil {
      throw ValidationError("‘\(day)’ is not a day; write it as 2025-10-09.")
    }
    if let first = from.flatMap({ DayNumber(iso: $0) }),
      let last = to.flatMap({ DayNumber(iso: $0) }),
      first > last
    {
      throw ValidationError("--from must not be after --to.")
    }
    if dates ?? 1 < 1 || perDate < 1 {
      throw ValidationError("--dates and --per-date must be at least 1.")
    }
  }

  func run() throws {
    let corpus = try summary ? input.load() : input.loadFacts()
    let first = from.flatMap { DayNumber(iso: $0) }
    let last = to.flatMap { DayNumber(iso: $0) }
    if summary {
      let days = corpus.summary(dates: dates, perDate: perDate, from: first, to: last)
      return try input.finish(corpus, isEmpty: days.isEmpty) {
        CorpusJSON.summary(days)
      } text: {
        CorpusText(corpus).summary(days)
      }
    }
    let span = DayInterval(earliest: first, latest: last)
    let events = corpus.timeline(matching: try input.parsedFilter()).filter { event in
      first == nil && last == nil || event.interval?.overlaps(span) ?? false
    }
    try input.finish(corpus, isEmpty: events.isEmpty) {
      var json = CorpusJSON(corpus)
      return json.timeline(events)
    } text: {
      CorpusText(corpus).timeline(events)
    }
  }
}
