import DatelineModel
import DatelineText
import TestSupport
import Testing

/// Which sentences are shown as telling an event, and which first.
@Suite struct SupportOrderTests {
  private func event(
    _ id: String, published: String, status: FactStatus = .stated, on day: String = "2021-03-09"
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: published)
    builder.add("Varland struck Kess , said \(id) .")
    let actor = builder.mention("Varland", .geopolitical)
    let recipient = builder.mention("Kess", .geopolitical)
    builder.event(
      "struck", .assault, actors: [actor], recipients: [recipient], days: (day, day), status: status
    )
    return builder.article
  }

  private func timeline(_ articles: [AnnotatedArticle]) -> [TimelineEvent] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus.facts.timeline.map { $0 }
  }

  @Test func `what announced an event stands behind what tells it and is no source of it`() {
    let events = timeline([
      event("a", published: "2021-03-08", status: .planned), event("b", published: "2021-03-10"),
    ])
    #expect(events.count == 1)
    #expect(events.first?.supports.map(\.provenance.article.name) == ["b", "a"])
    #expect(events.first?.sources == 1)
  }

  @Test func `an article older than the event does not support it`() {
    let events = timeline([
      event("a", published: "2021-03-01"), event("b", published: "2021-03-10"),
    ])
    #expect(events.first?.supports.map(\.provenance.article.name) == ["b"])
  }

  @Test func `what is only imagined does not support what was told`() {
    let events = timeline([
      event("a", published: "2021-03-10", status: .hypothetical),
      event("b", published: "2021-03-10"),
    ])
    #expect(events.flatMap(\.supports).allSatisfy { $0.status == .stated })
  }
}
