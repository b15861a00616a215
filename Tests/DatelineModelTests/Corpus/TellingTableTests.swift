import DatelineText
import Testing

@testable import DatelineModel

@Suite struct TellingTableTests {
  @Test func `each article has the supports that stand in it, in order of the timeline`() {
    let articles = ["a", "b", "c"].map { name in
      AnnotatedArticle(article: Article(id: ArticleID(name), text: SourceText("text")))
    }
    func event(_ id: String, in names: [String]) -> TimelineEvent {
      var event = TimelineEvent(id: id, title: id, type: .consult)
      event.supports = names.map { name in
        TimelineEvent.Support(
          provenance: Provenance(article: ArticleID(name), span: ByteSpan(0, 1)), event: 0,
          status: .stated)
      }
      return event
    }
    // An article that is gone leaves its supports without a place.
    let timeline = [
      event("1", in: ["c", "a"]), event("2", in: []), event("3", in: ["a", "gone", "a"]),
    ]
    let table = TellingTable(timeline, articles: ArticleList(articles))
    let places = articles.indices.map { table[$0].map { [$0.event, $0.support] } }
    #expect(places == [[[0, 1], [2, 0], [2, 2]], [], [[0, 0]]])
  }
}
