import DatelineModel
import DatelineText
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct IncrementalSnapshotTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The bytes that are stored of a corpus.
  private func stored(_ corpus: Corpus, as name: String) throws -> [UInt8] {
    let path = folder.path + "/" + name
    let stamp = SnapshotStamp(program: "1", articles: "abc", decisions: [])
    try CorpusSnapshot.write(corpus, stamp: stamp, to: path, lasts: false)
    return try #require(SmallFile.read(path))
  }

  @Test(arguments: [11, 12])
  func `what is resolved step by step is stored as what is resolved at once`(seed: UInt64) throws {
    var news = MadeNews(seed: seed)
    var corpus = Corpus(remembering: true)
    var articles: [ArticleID: AnnotatedArticle] = [:]
    for step in 0..<12 {
      if step % 4 == 3, let id = articles.keys.min() {
        articles[id] = nil
        corpus.remove(id)
      } else {
        let article = news.article("n\(news.number(9)).txt")
        articles[article.article.id] = article
        corpus.insert(article)
      }
      corpus.resolve()
      var scratch = Corpus()
      for article in articles.values { scratch.insert(article) }
      scratch.resolve()
      #expect(try stored(corpus, as: "steps") == stored(scratch, as: "scratch"), "step \(step)")
    }
  }
}
