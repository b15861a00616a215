import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct ExportTests {
  private func corpus(named name: String = "Varland") -> Corpus {
    var builder = ArticleBuilder("a.txt", published: "2021-03-20")
    builder.add("\(name) struck Orla twice .")
    let actor = builder.mention(name, .geopolitical)
    let target = builder.mention("Orla", .geopolitical)
    builder.event(
      "struck", .assault, actors: [actor], recipients: [target],
      days: ("2021-03-09", "2021-03-09"), status: .attributed)
    builder.claim("struck Orla twice", by: [actor])
    var corpus = Corpus()
    corpus.insert(builder.article)
    corpus.resolve()
    return corpus
  }

  private func graph(_ corpus: Corpus) -> GraphExport {
    GraphExport(entities: corpus.facts.entities.rows, relations: corpus.facts.relations.rows)
  }

  @Test func `an edge keeps its kind, status and days in every format`() {
    let graph = graph(corpus())
    #expect(graph.gexf.contains("start=\"2021-03-09\" end=\"2021-03-09\""))
    #expect(graph.gexf.contains("value=\"attacks\""))
    #expect(graph.graphML.contains("<data key=\"status\">attributed</data>"))
    #expect(graph.dot.contains("[label=\"attacks\", style=dashed, penwidth=1]"))
  }

  @Test func `marks of the format in a name do no harm`() {
    let graph = graph(corpus(named: "V\"a<r>&\\land"))
    #expect(graph.gexf.contains("V&quot;a&lt;r&gt;&amp;\\land"))
    #expect(graph.dot.contains("label=\"V\\\"a<r>&\\\\land\""))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", " =1", "|x"])
  func `no name becomes a formula`(name: String) {
    let table = TableExport(corpus()).entities([
      Entity(id: EntityID("ORG:x"), name: name, type: .organization)
    ])
    #expect(table.contains("\"'=") || table.contains("\"'\(name.drop { $0 == " " })"))
    #expect(!table.contains(",\"\(name)\""))
  }

  @Test func `a table quotes the sentence of every row`() {
    let corpus = corpus()
    let table = TableExport(corpus).timeline(corpus.facts.timeline.rows)
    #expect(table.split(separator: "\r\n").count == 2)
    #expect(table.contains("\"Varland struck Orla twice .\""))
  }

  @Test func `control characters reach no export`() {
    let corpus = corpus(named: "Var\u{1B}[31mland")
    let report = ReportExport(corpus).markdown
    for text in [graph(corpus).gexf, graph(corpus).graphML, graph(corpus).dot, report] {
      #expect(!text.unicodeScalars.contains("\u{1B}"))
    }
  }

  @Test func `the report tells events and claims with their sentences`() {
    let report = ReportExport(corpus()).markdown
    #expect(
      report.contains(
        "- **2021-03-09** Attack: Varland, Orla (ASSAULT, attributed to “Varland”, 1 source)"))
    #expect(report.contains("- Varland: “struck Orla twice” — a.txt"))
  }

  @Test func `a report from the browser holds what is shown, and the notes on it`() throws {
    var driver = BrowserDriver()
    driver.press("2 < j i check Enter d 3may Enter W Enter")
    guard case .report(let path, let corpus, let contents)? = driver.effects.last else {
      Issue.record("no report was asked for")
      return
    }
    #expect(path == "report-2031-05-03.md")
    #expect(contents.events.map(\.id) == ["event-1"])
    let report = ReportExport(corpus, contents).markdown
    #expect(report.contains("2 articles, only: 2031-05-03") || report.contains("1 article, only:"))
    #expect(report.contains("  - Note: check\n"))
    #expect(!report.contains("Coast Guard fires"))
  }
}
