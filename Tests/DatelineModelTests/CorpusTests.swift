import DatelineModel
import DatelineText
import Testing

@Suite struct CorpusTests {
  @Test func `articles are found by name in whatever order they came`() {
    var corpus = Corpus()
    for name in ["c", "a", "b", "a"] {
      corpus.insert(AnnotatedArticle(article: Article(id: ArticleID(name), text: SourceText(name))))
    }
    #expect(corpus.articles.map(\.article.id.name) == ["a", "b", "c"])
    #expect(corpus.article(ArticleID("b"))?.article.text.string == "b")
    #expect(corpus.article(ArticleID("d")) == nil)
  }
}
