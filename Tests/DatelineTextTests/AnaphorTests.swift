import DatelineText
import TestSupport
import Testing

/// One paragraph and whom its marked words stand for.
struct AnaphorCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let names: [String]
  var testDescription: String { marked }

  init(_ marked: String, _ names: String...) {
    self.marked = marked
    self.names = names
  }
}

@Suite struct `Pronouns and common nouns` {
  /// The names of the chains that the marked words belong to.
  private func names(_ marked: MarkedText) -> [String] {
    let article = ArticleParser.parse(SourceText(marked.text), id: ArticleID("test"))
    let annotated = Annotator.annotate(article)
    return annotated.mentions.filter { $0.kind != .name && $0.span == marked.spans.first }
      .compactMap { $0.chain.map { annotated.chains[$0].name } }
  }

  @Test(arguments: [
    AnaphorCase(
      "Angela Merkel met Emmanuel Macron in Berlin. ⟦She⟧ said the talks went well.",
      "Angela Merkel"),
    AnaphorCase(
      "The World Bank cut the forecast on Friday. ⟦It⟧ said growth would slow.", "World Bank"),
    AnaphorCase(
      "Kenya and Uganda signed the treaty. ⟦They⟧ agreed to meet again.", "Kenya", "Uganda"),
    AnaphorCase(
      "Kenya and Uganda signed the treaty. ⟦Both sides⟧ praised the mediators.", "Kenya", "Uganda"),
    AnaphorCase(
      "Finance Minister Anna Berg resigned on Monday. ⟦The minister⟧ said nothing.", "Anna Berg"),
    AnaphorCase(
      "The council of Norway voted on Monday. Its chief told Reuters that ⟦it⟧ would sell the port.",
      "Norway"),
    AnaphorCase("Norway sent a ship to Chile. ⟦It⟧ closed the port on Friday.", "Norway"),
  ])
  func `go to the one the text dwells on`(_ expected: AnaphorCase) {
    #expect(names(MarkedText(expected.marked)) == expected.names)
  }

  @Test(arguments: [
    "⟦He⟧ said Ruiz’s plan had failed.",
    "Carlos Ruiz arrived in Lima. ⟦He⟧ said Ruiz’s plan had failed.",
    "Angela Merkel spoke in Berlin. ⟦He⟧ left early.",
    "A witness saw the crash. ⟦He⟧ called the police.",
    "Norway closed the port. ⟦It⟧ is clear that the ships will wait.",
  ])
  func `stay unresolved where nobody fits`(_ marked: String) {
    #expect(names(MarkedText(marked)).isEmpty)
  }

  @Test(arguments: [
    ("Kenya’s army said that the road was safe.", "Kenyan military"),
    ("Kenyan soldiers said that the road was safe.", "Kenyan military"),
  ])
  func `name the body of a country that speaks`(_ text: String, _ name: String) {
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("test"))
    let annotated = Annotator.annotate(article)
    let speakers = annotated.claims.flatMap(\.speakers).compactMap { annotated.mentions[$0].chain }
    #expect(speakers.map { annotated.chains[$0].name } == [name])
  }

  @Test func `two namesakes of different sex are told apart by their given names`() {
    let text = "John Kerry and Mary Kerry arrived. ⟦She⟧ left on Monday."
    #expect(names(MarkedText(text)) == ["Mary Kerry"])
  }
}
