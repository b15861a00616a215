import DatelineText
import Testing

@testable import DatelineModel

@Suite struct CompactFactsTests {
  @Test func `facts stay the same, and equal lists become one`() {
    var compact = CompactFacts()
    func event(_ id: String) -> TimelineEvent {
      var event = TimelineEvent(id: id, title: "A title that is long", type: .assault)
      event.actors = [EntityID("GPE:kess"), EntityID("GPE:varland")]
      event.modes = ["aerial"]
      var support = TimelineEvent.Support(
        provenance: Provenance(article: ArticleID("a.txt"), span: ByteSpan(3, 9)), event: 2,
        status: .attributed)
      support.claimantText = "a spokesman of the army"
      support.claimants = [EntityID("GPE:kess")]
      event.supports = [support]
      return event
    }
    let made = [event("1"), event("2")]
    #expect(place(of: made[0].actors) != place(of: made[1].actors))
    let (one, other) = (compact.compacted(made[0]), compact.compacted(made[1]))
    #expect([one, other] == made)
    #expect(place(of: one.actors) == place(of: other.actors))
    let claim = CorpusClaim(
      id: "c", provenance: Provenance(article: ArticleID("a.txt"), span: ByteSpan(0, 4)), claim: 1,
      speakers: [EntityID("GPE:kess"), EntityID("GPE:varland")], speakerText: "the two",
      topic: "A title that is long")
    #expect(compact.compacted(claim) == claim)
    #expect(place(of: compact.compacted(claim).speakers) == place(of: one.actors))
  }

  private func place(of list: [EntityID]) -> UnsafePointer<EntityID>? {
    list.withUnsafeBufferPointer { $0.baseAddress }
  }
}
