import DatelineModel
import DatelineText
import Glibc
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct ArticleSpoolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `what is laid aside comes back whole, in any order and again`() {
    let spool = ArticleSpool(in: folder.path, holding: 3)
    // More than are kept in memory.
    let articles = (0..<700 as Range<UInt64>).map { RandomAnnotation.make(seed: $0 % 200) }
    let numbers = articles.map(spool.keep)
    for index in articles.indices.reversed() {
      #expect(spool.article(numbers[index]) == articles[index])
      #expect(spool.article(numbers[index]) == articles[index])
    }
  }

  @Test func `tokens that are long, far apart or without a head near them come back`() {
    let words = String(repeating: "x", count: 300) + String(repeating: " ", count: 400) + "y z"
    var article = AnnotatedArticle(
      article: Article(id: ArticleID("a"), text: SourceText(words)))
    article.tokens = [(0, 300), (700, 701), (702, 703)].map { Token(span: ByteSpan($0.0, $0.1)) }
    article.tokens += Array(repeating: article.tokens[2], count: 300)
    article.syntax = article.tokens.indices.map {
      TokenSyntax(partOfSpeech: .noun, head: $0 == 5 ? nil : 302 - $0)
    }
    let spool = ArticleSpool(in: folder.path, holding: 3)
    #expect(spool.article(spool.keep(article)) == article)
  }

  @Test func `text is read by the piece`() {
    let spool = ArticleSpool(in: folder.path, holding: 3)
    let article = RandomAnnotation.make(seed: 1)
    let number = spool.keep(article)
    let bytes = article.article.text.bytes
    #expect(spool.text(number, nil) == bytes)
    #expect(spool.text(number, 7..<19) == Array(bytes[7..<19]))
    #expect(spool.text(number, (bytes.count - 3)..<(bytes.count + 9)) == Array(bytes.suffix(3)))
  }

  @Test func `no file is left behind`() throws {
    let spool = ArticleSpool(in: folder.path, holding: 3)
    _ = spool.keep(RandomAnnotation.make(seed: 2))
    // Its own entry and the one of the folder above.
    #expect(try entries(of: folder.path) == 2)
  }

  @Test func `what cannot be written is held`() {
    let spool = ArticleSpool(in: folder.path + "/nowhere", holding: 0)
    let article = RandomAnnotation.make(seed: 3)
    let number = spool.keep(article)
    #expect(spool.article(number) == article)
    #expect(spool.text(number, 0..<5) == Array(article.article.text.bytes[0..<5]))
  }

  private func entries(of path: String) throws -> Int {
    let listed = try #require(opendir(path))
    defer { closedir(listed) }
    var count = 0
    while readdir(listed) != nil { count += 1 }
    return count
  }

  /// Runs the parts of a piece of work last to first, as threads might.
  private static let backwards = Concurrency { count, body in
    for part in (0..<count).reversed() { body(part) }
  }

  @Test func `a corpus that is laid aside says what one that is held says`() throws {
    let names = ["Anna Lind", "Joe Park", "Mira Sand"]
    let texts = (0..<40).map { number in
      let (one, other) = (names[number % 3], names[(number / 3 + 1) % 3])
      return "\(one) met \(other) in Oslo on \(number % 9 + 1) May 2024. "
        + "\(one) said \(number % 5 + 3) people were killed in Goma. Kess denied it."
        + (number % 4 == 0 ? " The army attacked Goma last Friday." : "")
    }
    var held = Corpus()
    let spool = ArticleSpool(in: folder.path, holding: 3)
    var aside = Corpus(archive: spool, concurrency: Self.backwards)
    for (number, text) in texts.enumerated() {
      var article = Article(id: ArticleID("a\(number * 7 % 40).txt"), text: SourceText(text))
      article.blocks = [Block(kind: .paragraph, span: article.text.span)]
      let annotated = Annotator.annotate(article)
      held.insert(annotated)
      aside.insert(annotated)
    }
    let decisions: [Decision] = [.rename(EntityID("PER:anna lind"), to: "A. Lind")]
    held.setDecisions(decisions)
    aside.setDecisions(decisions)
    held.resolve()
    aside.resolve()
    #expect(aside.facts == held.facts)
    #expect(aside.facts.timeline.count > 5 && aside.facts.claims.count > 5)
    #expect(Array(aside.articles) == Array(held.articles))
    let stamp = SnapshotStamp(program: "1", articles: "", decisions: [])
    try CorpusSnapshot.write(held, stamp: stamp, to: folder.path + "/held")
    try CorpusSnapshot.write(aside, stamp: stamp, to: folder.path + "/aside")
    #expect(folder.readBytes("aside") == folder.readBytes("held"))
  }
}
