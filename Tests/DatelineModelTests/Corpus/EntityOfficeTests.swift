import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct `Offices of entities` {
  /// Titles, bodies and days of the offices of `name`, over articles by their identifiers.
  private func offices(of name: String, in articles: [(id: String, text: String)]) -> [String] {
    var corpus = Corpus()
    for (id, text) in articles {
      let whole = "Talks go on\n\n" + text + "\n"
      corpus.insert(
        Annotator.annotate(ArticleParser.parse(SourceText(whole), id: ArticleID(id))))
    }
    corpus.resolve()
    let names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
    guard let entity = corpus.facts.entities.first(where: { $0.name == name }) else { return [] }
    return EntityOffices(corpus).offices(of: entity).map { office in
      let days = [office.interval?.earliest, office.interval?.latest].map { $0?.iso ?? "?" }
      return "\(office.title) of \(office.body.flatMap { names[$0] } ?? "-") \(days[0]) \(days[1]) "
        + office.supports.map(\.article.name).joined(separator: ",")
    }
  }

  @Test func `are one for a title and a body, from the first article that says so to the last`() {
    let articles = [
      ("a", "OSLO, March 9, 2021 - Norwegian Foreign Minister Ine Solberg left Norway on Monday."),
      ("b", "OSLO, May 4, 2021 - Foreign Minister Ine Solberg resigned on Monday."),
    ]
    #expect(
      offices(of: "Ine Solberg", in: articles)
        == ["Foreign Minister of Norway 2021-03-09 2021-05-04 a,b"])
  }

  @Test func `follow each other by the days of their articles`() {
    let articles = [
      ("a", "OSLO, June 1, 2022 - President Ine Solberg of Norway spoke on Monday."),
      ("b", "OSLO, May 4, 2021 - Defence Minister Ine Solberg spoke on Monday."),
    ]
    #expect(
      offices(of: "Ine Solberg", in: articles).map { $0.split(separator: " ")[0] }
        == ["Defence", "President"])
  }

  @Test func `are none where nobody bears a title`() {
    #expect(
      offices(of: "Norway", in: [("a", "OSLO, March 9, 2021 - Norway closed its border.")]) == [])
  }
}
