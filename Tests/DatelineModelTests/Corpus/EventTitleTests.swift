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
      "However, Norway accused Peru of bombing three villages near the border on Sunday.",
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

  @Test(arguments: [
    (
      "The vote showed the extent to which Peru was attacked by rebels on Monday.",
      "The vote showed the extent to which Peru was attacked by rebels on Monday"
    ),
    (
      "Peru visited Chile on Monday on the very day that Norway arrested two ministers.",
      "Peru visited Chile"
    ),
    (
      "At least 12 people were killed by rebels in Lima on Monday.",
      "At least 12 people were killed by rebels in Lima"
    ),
  ])
  func `a title keeps the clause that its noun asks for, or leaves out both`(
    sentence: String, title: String
  ) {
    #expect(titles(sentence).contains(title), "\(titles(sentence))")
  }

  @Test(arguments: [
    "Norway said on Monday that the war that it began against Peru in May was over.",
    "Norway spent Monday with plans of its ministers to attack the port of Lima in May.",
  ])
  func `a clause that cannot stand by itself gives way to words of its sentence`(sentence: String) {
    for title in titles(sentence) {
      let words = title.drop { $0 == "…" }.prefix { $0 != "…" }
      #expect(sentence.lowercased().contains(words.lowercased()), "\(title)")
    }
  }

  @Test func `a title opens with no preposition and ends with none`() {
    let sentences = [
      "Despite pressure on Peru to step down, the generals attacked the port on Monday.",
      "Peru, acting on information that detained rebels had provided, arrested two men on Monday.",
    ]
    for title in sentences.flatMap(titles) {
      let words = title.lowercased().split(separator: " ")
      #expect(!["despite", "on", "with", "to"].contains(words.first ?? ""), "\(title)")
      #expect(!["on", "with", "to", "the", "that"].contains(words.last ?? ""), "\(title)")
    }
  }

  @Test func `a title fits a row and ends at a word`() {
    let list = (1...40).map { "village\($0)" }.joined(separator: ", ")
    for title in titles("Peru attacked \(list) and many other places on Friday.") {
      #expect(title.count <= 91)
      #expect(!title.contains("villag…"))
    }
  }
}
