import DatelineModel
import DatelineText
import TestSupport
import Testing

@testable import DatelineStore

/// Filters look words up in a snapshot, and judge row by row in a corpus that is held: what they
/// show must be the same.
@Suite struct StoredFilterTests {
  /// Articles with names, dates, quotes, copies, accents and another language.
  private static let corpus: Corpus = {
    var random = TestSupport.SeededGenerator(seed: 4)
    let names = ["Anna Lind", "Joe Park", "Pakistan", "the U.N. mission", "Zoë Müller", "al-Noor"]
    let acts = ["met", "accused", "attacked", "arrested", "praised", "will meet"]
    func sentence() -> String {
      func name() -> String { names.randomElement(using: &random) ?? "" }
      let day = Int.random(in: 1...28, using: &random)
      return """
        \(name()) \(acts.randomElement(using: &random) ?? "") \(name()) in Oslo on \(day) May 2024. \
        \(name()) said that \(day * 3) people were killed. \(name()) denied it.
        """
    }
    var corpus = Corpus()
    for number in 0..<24 {
      let text =
        number == 7
        ? "El presidente dijo que las conversaciones de paz comenzarán el lunes en la ciudad."
        : (0..<3).map { _ in sentence() }.joined(separator: " ")
      for copy in 0..<(number % 8 == 0 ? 2 : 1) {
        var article = Article(
          id: ArticleID("wire\(number % 3)/a\(number)-\(copy).txt"), text: SourceText(text))
        article.metadata.title = number % 2 == 0 ? "Talks, day \(number)" : nil
        article.metadata.source = number % 5 == 0 ? "Évening Post" : nil
        article.blocks = [Block(kind: .paragraph, span: article.text.span)]
        corpus.insert(Annotator.annotate(article))
      }
    }
    corpus.resolve()
    return corpus
  }()

  private func stored() throws -> Corpus {
    let folder = try TemporaryFolder()
    let stamp = SnapshotStamp(program: "1", articles: "abc", decisions: [])
    try CorpusSnapshot.write(Self.corpus, stamp: stamp, to: folder.path + "/facts")
    let snapshot = try #require(CorpusSnapshot(path: folder.path + "/facts", program: "1"))
    return snapshot.corpus(decisions: [])
  }

  private static let queries = [
    "t", "ta", "tal", "talks", "talks ", "zoe", "Müll", "al-n", "u.n.", "day 1", "\"people were\"",
    "killed -denied", "(met OR attacked) AND oslo", "NOT killed", "ent:lind", "ent:\"anna l\"",
    "ent:al-noor -ent:park", "type:acc", "type:fut", "type:cas", "type:denial", "src:wire1",
    "src:post", "src:a1", "src:wire1/a1", "lang:es", "date:9may..12may", "date:2024-05-03",
    "date:none", "date:inferred", "status:denied", "status:single", "status:conflict",
    "status:copy", "status:new", "status:marked", "tag:x", "nothingofthekind", "-", "3 ", "%",
    "NOT (ent:lind OR type:acc)", "lind date:1may..20may status:stated",
  ]

  @Test(arguments: queries) func `what a filter looks up is what it would judge`(query: String)
    throws
  {
    var (one, two) = (BrowserDriver(corpus: Self.corpus), BrowserDriver(corpus: try stored()))
    for model in 0..<2 {
      let keys = "/" + query.map { $0 == " " ? " Space " : " \($0) " }.joined()
      if model == 0 { one.pressAndRest(keys) } else { two.pressAndRest(keys) }
    }
    #expect(one.model.place.scope.text == two.model.place.scope.text)
    #expect(one.model.listing == two.model.listing)
    for keys in ["Enter", "2 j", "4 j"] {
      one.pressAndRest(keys)
      two.pressAndRest(keys)
      #expect(one.model.listing == two.model.listing)
      #expect(one.model.place == two.model.place)
    }
  }

  @Test(arguments: [
    "1 j Space", "2 j j Space", "4 j j Space", "g l i n d Enter", "g p a k Enter / m e t Enter",
    "d 9 - 1 2 m a y Enter", "d 9 - 1 2 m a y Enter / l i n d Enter", "t a c c Enter",
    "t c a s Enter", "f 1 s r c Enter", "f u n d a t e d Enter", "f c o n f l i c t Enter",
    "f i n f e r r e d Enter", "f c o p y Enter", "f n e w Enter", "f m a r k e d Enter",
    "3 >", "3 m", "3 r", "3 L j", "3 L + Enter", "1 Enter n n Enter",
  ])
  func `a scope shows the same of both`(keys: String) throws {
    var (one, two) = (BrowserDriver(corpus: Self.corpus), BrowserDriver(corpus: try stored()))
    for keys in [keys, "2 j", "j", "c"] {
      one.pressAndRest(keys)
      two.pressAndRest(keys)
      #expect(one.model.listing == two.model.listing)
      #expect(one.model.place == two.model.place)
      #expect(one.model.linked == two.model.linked)
    }
  }

  @Test(arguments: ["status:marked", "-status:marked", "tag:later", "NOT tag:later"])
  func `what is marked and tagged is looked up as it would be judged`(query: String) throws {
    var user = BrowserDriver(corpus: Self.corpus)
    user.pressAndRest("b j # later Enter 2 j b j # later Enter 4 j b # later Enter")
    user.pressAndRest("g lind Enter b # later Enter")
    let decisions = user.model.corpus.decisions
    #expect(decisions.count == 8)
    let logged = decisions.enumerated().map { LoggedDecision(id: "\($0)", decision: $1) }
    var (one, two) = (BrowserDriver(corpus: Self.corpus), BrowserDriver(corpus: try stored()))
    one.send(.decisionsRead(logged))
    two.send(.decisionsRead(logged))
    let keys = "/ " + query.map { $0 == " " ? "Space" : "\($0)" }.joined(separator: " ") + " Enter"
    one.pressAndRest(keys)
    two.pressAndRest(keys)
    #expect(one.model.listing == two.model.listing)
    #expect(!one.model.listing.events.isEmpty && !one.model.listing.claims.isEmpty)
    #expect(one.model.listing.events.count < one.model.corpus.facts.timeline.count)
  }

  @Test func `new articles are found through the words and without`() throws {
    let new = Self.corpus.articles.prefix(3).map(\.article.id)
    var (one, two) = (BrowserDriver(corpus: Self.corpus), BrowserDriver(corpus: try stored()))
    one.send(.foundNew(new))
    two.send(.foundNew(new))
    for keys in ["f n e w Enter", "c / s t a t u s : n e w Enter", "/ Space l i n d Enter"] {
      one.pressAndRest(keys)
      two.pressAndRest(keys)
      #expect(one.model.listing == two.model.listing)
    }
    #expect(!one.model.listing.articles.isEmpty)
  }
}

@Suite struct PostingsTests {
  @Test(arguments: [1, 2, 40]) func `rows come back as they were written`(step: Int) {
    var postings = Postings()
    let rows = Array(stride(from: 0, to: 5_000, by: step))
    for row in rows {
      let (isNew, isNewAgain) = (
        postings.add(3, .events, row: row), postings.add(3, .events, row: row)
      )
      #expect(isNew && !isNewAgain)
    }
    _ = postings.add(3, .claims, row: 70_000)
    _ = postings.add(1, .claims, row: 2)
    func read(_ key: Int, _ table: CorpusTable, count: Int) -> [Int] {
      var set = RowSet(count: count)
      postings.bytes(key).withUnsafeBytes { Postings.insert($0, of: table, into: &set) }
      return set.rows
    }
    #expect(read(3, .events, count: 5_000) == rows)
    #expect(read(3, .claims, count: 70_001) == [70_000])
    #expect(read(3, .claims, count: 70_000) == [])
    #expect(read(3, .articles, count: 9) == [])
    #expect(read(1, .claims, count: 9) == [2])
    #expect(read(2, .claims, count: 9) == [])
  }

  @Test(arguments: 0..<300) func `damaged rows are never fatal`(seed: UInt64) {
    var random = TestSupport.SeededGenerator(seed: seed)
    let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
    for table in CorpusTable.allCases {
      var set = RowSet(count: 100)
      bytes.withUnsafeBytes { Postings.insert($0, of: table, into: &set) }
      #expect(set.rows.allSatisfy { $0 < 100 })
    }
  }

  @Test func `terms keep their numbers, and sort by bytes`() {
    var table = TermTable()
    let terms = (0..<5_000).map { "t\($0 &* 7919 % 5_000)" }
    for term in terms { _ = table.number(of: Array(term.utf8)[...]) }
    for (number, term) in terms.enumerated() {
      let known = table.number(of: Array(term.utf8)[...])
      #expect(known == number)
    }
    #expect(table.count == 5_000)
    #expect(
      table.sorted.map { String(decoding: table[$0], as: UTF8.self) } == terms.sorted())
  }
}
