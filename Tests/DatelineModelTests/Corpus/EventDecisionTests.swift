import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct EventDecisionTests {
  private func corpus() -> Corpus {
    var corpus = Corpus()
    for id in ["a", "b"] {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Varland struck Orla as report \(id) told .")
      let actor = builder.mention("Varland", .geopolitical)
      let place = builder.mention("Orla", .geopolitical)
      builder.event(
        "struck", .assault, actors: [actor], places: [place], days: ("2021-03-09", "2021-03-09"))
      corpus.insert(builder.article)
    }
    corpus.resolve()
    return corpus
  }

  private func after(_ decision: (QuoteAnchor) -> Decision) throws -> [TimelineEvent] {
    var corpus = corpus()
    let event = try #require(corpus.facts.timeline.first)
    corpus.decide(decision(try #require(corpus.anchor(of: event))))
    corpus.resolve()
    return corpus.facts.timeline.rows
  }

  @Test func `a rejected event leaves the timeline with all its supports`() throws {
    #expect(try after { .rejectEvent($0) }.isEmpty)
  }

  @Test func `a redated event keeps its supports`() throws {
    let day = DayInterval(ArticleBuilder.day("2021-03-11"))
    let events = try after { .redateEvent($0, interval: day) }
    #expect(events.map(\.interval) == [day])
    #expect(events.map(\.supports.count) == [2])
  }

  @Test func `a retyped event has its new type and title`() throws {
    let events = try after { .retypeEvent($0, to: .protest) }
    #expect(events.map(\.type) == [.protest])
    #expect(events.map(\.title) == ["Protest: Varland, Orla"])
  }

  @Test func `an added event stands on the timeline with its words`() throws {
    let day = DayInterval(ArticleBuilder.day("2021-03-19"))
    let events = try after { anchor in
      .addEvent(
        QuoteAnchor(
          contentHash: anchor.contentHash, article: anchor.article, quote: "told", offset: 0),
        type: .consult, interval: day)
    }
    #expect(events.map(\.type) == [.assault, .consult])
    #expect(events.last?.interval == day)
  }

  @Test func `a decision about words that are gone has no effect`() throws {
    let events = try after { anchor in
      .rejectEvent(
        QuoteAnchor(contentHash: "", article: anchor.article, quote: "vanished", offset: 3))
    }
    #expect(events == corpus().facts.timeline.rows)
  }
}
