import Testing

@testable import DatelineText

/// Who is held to have done harm, on sentences of our own.
@Suite struct HarmDoersTests {
  private func doers(_ text: String, of types: Set<EventType> = HarmDoers.types) -> Set<String> {
    let article = Annotator.annotate(
      ArticleParser.parse(SourceText(text), id: ArticleID("test")))
    return Set(
      article.events.filter { types.contains($0.type) }.flatMap(\.actors).map {
        article.article.text[article.mentions[$0].span]
      })
  }

  @Test(arguments: [
    ("Kenya bombed the harbour of Mombasa on Friday.", "Kenya"),
    ("The village was shelled by Norway on Friday.", "Norway"),
    ("Kenya attacked the village.", "Kenya"),
    ("Norway’s attack on the port killed nine people.", "Norway"),
  ])
  func `the subject, the agent and the owner of an attack are`(text: String, doer: String) {
    #expect(doers(text).contains(doer), "\(doers(text))")
  }

  @Test(arguments: [
    "Henrik Lund became a symbol after being tortured to death in Norway.",
    "Henrik Lund died in 1981, killed by soldiers in the capital.",
    "Henrik Lund saw shops looted in the old town.",
    "The reporter said that nine people were killed in the Oslo bombing.",
    "The assassination of Henrik Lund was followed by riots.",
    "Norwegian students lost their lives in the crash.",
    "Henrik Lund set himself on fire.",
    "Many spoke of the Oslo uprising.",
  ])
  func `whoever suffers, sees it or gives the place is not`(text: String) {
    #expect(doers(text).isEmpty, "\(doers(text))")
  }

  @Test(arguments: [
    "Norway has given no indication that it will bow to the demands of Chile.",
    "A key question is whether the army will allow free elections.",
  ])
  func `what is asked or ruled out is not told as agreed`(text: String) {
    let article = Annotator.annotate(
      ArticleParser.parse(SourceText(text), id: ArticleID("test")))
    #expect(!article.events.contains { $0.status == .stated && $0.type != .request })
  }
}
