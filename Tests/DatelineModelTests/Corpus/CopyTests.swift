import DatelineModel
import DatelineText
import TestSupport
import Testing

/// The seven ways in which papers print the text of another, and what is no copy.
@Suite struct CopyTests {
  /// So many words of an invented language: no two articles share a run of five.
  private static func words(_ seed: UInt64, _ count: Int) -> [String] {
    var generator = TestSupport.SeededGenerator(seed: seed)
    let syllables = ["ka", "lo", "mi", "nu", "re", "so", "ta", "vi", "du", "pe"]
    return (0..<count).map { _ in
      (0..<3).map { _ in syllables[Int.random(in: 0..<10, using: &generator)] }.joined()
    }
  }

  private static func article(
    _ id: String, _ words: [String], published: String? = nil, source: String? = nil
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: published, source: source)
    var rest = words[...]
    while !rest.isEmpty {
      builder.add(rest.prefix(18).joined(separator: " ") + " .")
      rest = rest.dropFirst(18)
    }
    return builder.article
  }

  private static let original = words(1, 400)
  private static let footer = words(2, 60)

  private static func replacing(_ words: [String], every step: Int) -> [String] {
    words.enumerated().map { $0.offset % step == step - 1 ? "changed" : $0.element }
  }

  private static let kinds: [(name: String, words: [String])] = [
    ("a dateline and a footer more", ["Doha", "Agency"] + original + footer),
    ("the first seven tenths", Array(original.prefix(280))),
    ("the first half", Array(original.prefix(200))),
    ("the first three tenths", Array(original.prefix(120))),
    ("one word in thirty changed", replacing(original, every: 30)),
    ("one word in ten changed", replacing(original, every: 10)),
    ("cut, changed and with a footer", replacing(Array(original.prefix(160)), every: 30) + footer),
  ]

  private func copies(of articles: [AnnotatedArticle]) -> [ArticleID: ArticleID] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus.facts.copies
  }

  @Test(arguments: kinds.map(\.name))
  func `a copy is found`(kind: String) throws {
    let words = try #require(Self.kinds.first { $0.name == kind }?.words)
    let found = copies(of: [Self.article("a", Self.original), Self.article("b", words)])
    #expect(found.count == 1)
  }

  @Test func `different articles are no copies, nor are those that share a phrase`() {
    let shared = Array(Self.original.prefix(20))
    let articles = (3..<23).map { Self.article("\($0)", shared + Self.words(UInt64($0), 300)) }
    #expect(copies(of: articles).isEmpty)
  }

  @Test func `the earliest is the origin, however short, and the copies are still there`() {
    let articles = [
      Self.article("a", Self.original, published: "2025-10-12"),
      Self.article("b", Array(Self.original.prefix(200)), published: "2025-10-10"),
      Self.article("c", Array(Self.original.prefix(300)), published: "2025-10-11"),
    ]
    let origin = ArticleID("b")
    #expect(copies(of: articles) == [ArticleID("a"): origin, ArticleID("c"): origin])
  }

  @Test func `of one day the agency's is the origin, and without one the longest`() {
    let short = Array(Self.original.prefix(200))
    let agency = Self.article("b", short, published: "2025-10-10", source: nil)
    var named = agency
    named.article.metadata.source = "Reuters"
    let paper = Self.article("a", Self.original, published: "2025-10-10")
    #expect(copies(of: [paper, named]) == [ArticleID("a"): ArticleID("b")])
    #expect(copies(of: [paper, agency]) == [ArticleID("b"): ArticleID("a")])
  }
}
