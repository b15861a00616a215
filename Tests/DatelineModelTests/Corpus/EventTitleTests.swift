import DatelineModel
import DatelineText
import Testing

/// Titles of timeline rows, on sentences of our own.
@Suite struct EventTitleTests {
  private func titles(_ sentence: String) -> [String] {
    var corpus = Corpus()
    let text = "Talks and clashes\n\nOSLO, March 9, 2021 - " + sentence + "\n"
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    corpus.insert(Annotator.annotate(article))
    corpus.resolve()
    return corpus.facts.timeline.map(\.title)
  }

  @Test(arguments: [
    (
      "The prime minister of Norway, who was elected in 2019, visited Peru on Monday.",
      "The prime minister of Norway visited Peru"
    ),
    (
      "However, Chile accused Peru of bombing three villages near the border on Sunday.",
      "Peru bombing three villages near the border"
    ),
    ("Peru attacked the port on Friday and arrested two ministers.", "Peru arrested two ministers"),
    (
      "Chile’s president began a week-long visit to Norway on Monday.",
      "Chile’s president began a week-long visit to Norway"
    ),
    ("Peru reiterated its support for Chile on Monday.", "Peru reiterated its support for Chile"),
    (
      "Talks mediated by Peru in 2020 aimed at reconciling differences collapsed after a ceasefire.",
      "Talks mediated by Peru"
    ),
  ])
  func `a title is the clause that tells the event, in the words of the article`(
    sentence: String, title: String
  ) {
    #expect(titles(sentence).contains(title), "\(titles(sentence))")
  }

  @Test func `a title fits a row and ends at a word`() {
    let list = (1...40).map { "village\($0)" }.joined(separator: ", ")
    for title in titles("Peru attacked \(list) and many other places on Friday.") {
      #expect(title.count <= 91)
      #expect(!title.contains("villag…"))
    }
  }
}
