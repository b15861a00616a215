import DatelineModel
import DatelineText
import Testing

/// How claims are printed, on sentences of our own.
@Suite struct ClaimWordingTests {
  private func corpus(_ text: String) -> Corpus {
    var corpus = Corpus()
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    corpus.insert(Annotator.annotate(article))
    corpus.resolve()
    return corpus
  }

  private func printed(_ text: String) -> [String] {
    let corpus = corpus(text)
    return corpus.facts.claims.map { claim in
      let wording = corpus.wording(of: claim)
      return "\(wording.lead): \(wording.words)"
    }
  }

  @Test(arguments: [
    (
      "Norway denied that any bridge had been closed.",
      "Norway denied: that any bridge had been closed"
    ),
    ("The Health Ministry declined to comment.", "Health Ministry declined: to comment"),
    (
      "Norway has not confirmed that the bridge had been closed.",
      "Norway has not confirmed: that the bridge had been closed"
    ),
    (
      "Norway denied reports that Chile had asked for help.",
      "Norway denied: that Chile had asked for help"
    ),
    ("Norway said that the bridge was open.", "Norway said: that the bridge was open"),
  ])
  func `the words of a claim are led in by what its source does with them`(
    sentence: String, expected: String
  ) {
    #expect(printed(sentence).contains(expected), "\(printed(sentence))")
  }

  @Test func `words that say nothing alone come with their sentence`() throws {
    let sentence = "Chile rejected the accusation."
    let corpus = corpus(sentence)
    let claim = try #require(corpus.facts.claims.first)
    #expect(corpus.wording(of: claim).sentence == sentence)
    let full = self.corpus("Norway said that the bridge was open.")
    #expect(try full.wording(of: #require(full.facts.claims.first)).sentence == nil)
  }

  @Test func `what is asked only in a denied report is no demand`() {
    let lines = printed("Norway denied reports that Chile had asked Peru to leave.")
    #expect(lines.count == 1, "\(lines)")
  }

  @Test func `what somebody might refuse has not been refused`() {
    let lines = printed("Analysts said that Norway could lose money if Chile refuses to pay.")
    #expect(!lines.contains { $0.hasPrefix("Chile") }, "\(lines)")
  }

  @Test func `the report prints a denial as one`() {
    let corpus = corpus("Norway denied that any bridge had been closed.")
    #expect(
      ReportExport(corpus).markdown.contains(
        "- Norway denied: “that any bridge had been closed” — a"))
  }

  @Test(arguments: [
    "His lawyer, Simon Marsh, denied the charge.", "A spokeswoman for Erik Lund denied the charge.",
  ])
  func `whoever speaks for somebody is not that person`(sentence: String) throws {
    let corpus = corpus(
      "Captain Erik Lund was arrested on Monday. Lund said that he was innocent. " + sentence)
    let lund = try #require(corpus.facts.entities.first { $0.name.contains("Lund") })
    let denial = try #require(corpus.facts.claims.last)
    #expect(!denial.speakers.contains(lund.id))
  }
}
