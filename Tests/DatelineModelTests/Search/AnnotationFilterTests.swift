import DatelineModel
import TestSupport
import Testing

/// Queries find marks and tags where the browser shows them.
@Suite struct AnnotationFilterTests {
  private func decided(_ keys: String, _ more: [Decision] = []) -> Corpus {
    var driver = BrowserDriver()
    driver.pressAndRest(keys)
    var corpus = driver.model.corpus
    corpus.setDecisions(corpus.decisions + more)
    return corpus
  }

  private func filter(_ query: String) throws -> Filter { try Filter.parse(query) }

  @Test func `a mark on an event finds that event and no other`() throws {
    let corpus = decided("2 < j j b")
    let marked = corpus.timeline(matching: try filter("status:marked"))
    #expect(marked.map(\.id) == ["event-2"])
    #expect(corpus.articles(matching: try filter("status:marked")).isEmpty)
  }

  @Test func `a marked claim is found`() throws {
    let corpus = decided("4 G b")
    #expect(corpus.claims(matching: try filter("status:marked")).count == 1)
    #expect(corpus.timeline(matching: try filter("status:marked")).isEmpty)
  }

  @Test func `a tag is found whatever its case, and gone when taken away`() throws {
    #expect(decided("# Later Enter").articles(matching: try filter("tag:later")).count == 1)
    #expect(
      decided("# Later Enter # Later Enter").articles(matching: try filter("tag:later")).isEmpty)
  }

  @Test func `the mark of an entity goes with it where it is merged into another`() throws {
    let merge = Decision.merge(EntityID("ORG:coast guard"), into: EntityID("ORG:dock union"))
    let corpus = decided("g coa Enter b", [merge])
    let marked = corpus.entities(matching: try filter("status:marked"))
    #expect(marked.map(\.id) == [EntityID("ORG:dock union")])
    let relations = corpus.relations(matching: try filter("status:marked"))
    #expect(
      relations.allSatisfy {
        $0.source.key == "ORG:dock union" || $0.target.key == "ORG:dock union"
      })
    #expect(!relations.isEmpty)
  }
}
