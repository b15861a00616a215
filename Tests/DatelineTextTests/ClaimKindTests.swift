import DatelineText
import TestSupport
import Testing

/// One sentence and the kind of the claim in it.
struct ClaimKindCase: Sendable, CustomTestStringConvertible {
  let kind: Claim.Kind
  let text: String
  var testDescription: String { text }

  init(_ kind: Claim.Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

@Suite struct `Kinds of claims` {
  private func claims(_ text: String) -> [Claim] {
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("test"))
    return Annotator.annotate(article).claims
  }

  @Test(arguments: [
    ClaimKindCase(.assertion, "Norway said that the ferry had arrived in Bergen."),
    ClaimKindCase(.accusation, "Norway said that Denmark had violated the fishing treaty."),
    ClaimKindCase(.accusation, "“We condemn the theft of the paintings,” the mayor said."),
    ClaimKindCase(.denial, "Norway said that it had not sunk the ferry."),
    ClaimKindCase(.denial, "The mayor said that the charge was baseless."),
    ClaimKindCase(.denial, "The mayor called the report “pure invention”."),
    ClaimKindCase(.denial, "Norway dismissed the charges as baseless."),
    ClaimKindCase(.nonConfirmation, "The mayor said that it was not clear who had paid."),
    ClaimKindCase(.demand, "“We hope that the two sides will talk,” the mayor said."),
    ClaimKindCase(.demand, "The union said that the mine must close."),
    ClaimKindCase(.promise, "Norway said that it would rebuild the bridge."),
    ClaimKindCase(.opinion, "“Prices are too high,” said Anna Berg, an economist at the bank."),
    ClaimKindCase(.opinion, "Analysts said that the vote was a turning point."),
    ClaimKindCase(.report, "A survey said that prices had doubled."),
    ClaimKindCase(.nonConfirmation, "The army did not confirm that the bridge had fallen."),
  ])
  func `are told by what is said and by whom`(_ expected: ClaimKindCase) {
    #expect(claims(expected.text).first?.kind == expected.kind)
  }

  @Test(arguments: [
    ("Norway said that no shots had been fired.", Claim.Polarity.negative),
    ("Norway said that nobody had fired.", .negative),
    ("Norway said that it had fired no shots.", .negative),
    ("Norway said that shots had been fired at no great distance.", .positive),
  ])
  func `have the polarity of their subjects and objects, too`(
    text: String, polarity: Claim.Polarity
  ) {
    #expect(claims(text).first?.polarity == polarity)
  }

  @Test func `differ between the sentences of one speech`() {
    let found = claims(
      "“The ferry left Bergen at noon. Denmark has violated the fishing treaty,” Norway said.")
    #expect(found.map(\.kind) == [.assertion, .accusation])
    #expect(Set(found.map(\.cue)).count == 1)
  }
}

@Suite struct `Speech given by marks` {
  /// Source and content of each claim.
  private func speech(_ text: String) -> [[String]] {
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("test"))
    let annotated = Annotator.annotate(article)
    return annotated.claims.map { claim in
      (claim.source + claim.content).map { annotated.article.text[$0] }
    }
  }

  @Test func `is found in the turns of an interview`() {
    let text = """
      A talk with the mayor

      The mayor spoke to us in his office last week.

      BERG: Why did the bridge fall last winter?

      MAYOR HOLM: The steel was old.

      BERG: Who will pay for the new one?
      """
    let found = speech(text)
    #expect(found.map(\.first) == ["BERG", "MAYOR HOLM", "BERG"])
    #expect(found.map(\.last).contains("The steel was old"))
  }

  @Test func `is not found in a single label`() {
    #expect(speech("NOTE: The bridge stays closed until the end of May.").isEmpty)
  }

  @Test func `is found where a dash signs a quotation`() {
    let found = speech("“The bridge was old and nobody cared for it.” — Anna Berg, engineer")
    #expect(found == [["Anna Berg, engineer", "“The bridge was old and nobody cared for it.”"]])
  }

  @Test func `is found between single marks and not between apostrophes`() {
    #expect(
      speech("'The bridge is the town's pride,' the mayor said.")
        == [["the mayor", "'The bridge is the town's pride,'"]])
    #expect(speech("The miners' pay rose, and the drivers' pay fell.").isEmpty)
  }
}
