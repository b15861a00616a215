import DatelineModel
import DatelineText
import TestSupport
import Testing

/// What happens once, what comes one after the other, and what is only spoken of again.
@Suite struct EventRecurrenceTests {
  private func timeline(_ articles: AnnotatedArticle...) -> [TimelineEvent] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus.facts.timeline.rows
  }

  /// An article that tells what Varland did to Orla.
  private func telling(
    _ id: String, _ trigger: String, mode: String? = nil, days: (String, String)
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-12-20")
    builder.add("Varland \(trigger) Orla as report \(id) told .")
    let actor = builder.mention("Varland", .geopolitical)
    let place = builder.mention("Orla", .geopolitical)
    builder.event(trigger, .assault, mode: mode, actors: [actor], places: [place], days: days)
    return builder.article
  }

  @Test func `days that overlap at their ends are those of two events`() {
    let events = timeline(
      telling("a", "shelled", days: ("2021-12-08", "2021-12-10")),
      telling("b", "shelled", days: ("2021-12-09", "2021-12-11")))
    #expect(events.count == 2)
    let within = timeline(
      telling("a", "shelled", days: ("2021-12-08", "2021-12-11")),
      telling("b", "shelled", days: ("2021-12-09", "2021-12-10")))
    #expect(within.count == 1)
  }

  @Test func `power is taken once, whatever words and how vague a date tell it`() {
    let month = ("2021-08-01", "2021-08-31")
    let year = ("2021-01-01", "2021-12-31")
    let events = timeline(
      telling("a", "swept", mode: "takeover", days: month),
      telling("b", "retook", mode: "takeover", days: year))
    #expect(
      events.map(\.interval) == [
        DayInterval(
          earliest: ArticleBuilder.day(month.0), latest: ArticleBuilder.day(month.1))
      ])
    let next = timeline(
      telling("a", "swept", mode: "takeover", days: month),
      telling("b", "retook", mode: "takeover", days: ("2019-01-01", "2019-12-31")))
    #expect(next.count == 2)
  }

  @Test func `rumours of a resignation on the days before are of the one that came`() {
    func telling(_ id: String, _ interval: DayInterval) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Ana Bel resigned as \(id) told .")
      let actor = builder.mention("Ana Bel", .person)
      builder.event("resigned", .retreat, mode: "resign", actors: [actor])
      var article = builder.article
      article.events[0].interval = interval
      return article
    }
    let day = ArticleBuilder.day("2021-03-11")
    func rumour(_ days: Int) -> AnnotatedArticle {
      telling("b", DayInterval(earliest: nil, latest: day.advanced(by: -days)))
    }
    #expect(timeline(telling("a", DayInterval(day)), rumour(1)).map(\.articles.count) == [2])
    #expect(timeline(telling("a", DayInterval(day)), rumour(90)).count == 2)
  }
}
