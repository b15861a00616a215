import DatelineModel
import DatelineText
import TestSupport
import Testing

/// Filters that look at the document and not at its words: language and date.
@Suite struct DocumentFilterTests {
  private func article(
    _ id: String, language: String = "en", date: DocumentDate = .unknown
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id)
    builder.add("Nothing happened .")
    var article = builder.article
    article.language = language
    article.date = date
    return article
  }

  private func found(_ query: String) throws -> [String] {
    let day = DayInterval(ArticleBuilder.day("2025-10-09"))
    func date(_ basis: DocumentDate.Basis) -> DocumentDate {
      DocumentDate(interval: day, basis: basis, evidence: "")
    }
    var corpus = Corpus()
    for article in [
      article("a"), article("b", date: date(.explicit)), article("c", date: date(.inferred)),
      article("d", date: date(.corpus)), article("e", language: "de", date: date(.metadata)),
    ] { corpus.insert(article) }
    corpus.resolve()
    return corpus.articles(matching: try Filter.parse(query)).map(\.article.id.name)
  }

  @Test(arguments: [
    ("lang:de", ["e"]), ("lang:DE", ["e"]), ("-lang:en", ["e"]), ("lang:fr", []),
    ("date:none", ["a"]), ("date:inferred", ["c", "d"]), ("date:2025-10-09", ["b", "c", "d", "e"]),
    ("-date:none lang:en", ["b", "c", "d"]),
  ])
  func `documents are chosen by language and date`(query: String, names: [String]) throws {
    #expect(try found(query) == names)
  }
}
