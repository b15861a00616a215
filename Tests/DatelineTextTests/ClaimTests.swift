import DatelineText
import TestSupport
import Testing

/// The claims of one plain text.
private func claims(_ text: String) -> (article: AnnotatedArticle, claims: [Claim]) {
  let article = ArticleParser.parse(SourceText(text), id: ArticleID("test"))
  let annotated = Annotator.annotate(article)
  return (annotated, annotated.claims)
}

@Suite struct `Claims` {
  @Test(arguments: [
    "⟦“The dam will hold,”⟧ said the engineer.",
    "⟦\"The dam will hold,\"⟧ the engineer said.",
    "The engineer said: ⟦“The dam will hold for a year.”⟧",
    "The bank said ⟦that prices would rise in spring⟧.",
    "⟦Prices rose by a tenth⟧, according to the central bank.",
    "According to the central bank, ⟦prices rose by a tenth⟧.",
  ])
  func `cover their content`(_ marked: String) {
    let expected = MarkedText(marked)
    let found = claims(expected.text).claims
    #expect(found.count == 1)
    #expect(found.first?.content == expected.spans)
  }

  @Test func `go on over a quotation whose cue stands before it`() {
    let expected = MarkedText("⟦“We lost the vote,”⟧ he said. ⟦“We will run again next year.”⟧")
    let found = claims(expected.text).claims
    #expect(found.flatMap(\.content) == expected.spans)
    #expect(Set(found.map(\.cue)).count == 1)
    #expect(found.allSatisfy { $0.form == .direct })
  }

  @Test func `of one speech are as many as its sentences`() {
    let expected = MarkedText(
      "⟦“The dam will hold.⟧ ⟦We have checked every gate of it,”⟧ she said.")
    let found = claims(expected.text).claims
    #expect(found.map(\.content) == expected.spans.map { [$0] })
    #expect(Set(found.map(\.source)).count == 1)
  }

  @Test(arguments: [
    "The so-called “green zone” was quiet.", "He read the book on the train.",
    "The toll road, built in 1998, claimed many lives.",
  ])
  func `are not read into plain sentences`(_ text: String) {
    #expect(claims(text).claims.isEmpty)
  }

  @Test(arguments: ["", "\u{0}", "“", "\"\"\"\"", "said", "according to", ": :", "“said” said “"])
  func `survive hostile text`(_ text: String) {
    _ = claims(text)
  }
}
