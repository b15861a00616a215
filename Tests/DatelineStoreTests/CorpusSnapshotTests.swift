import DatelineModel
import DatelineText
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct CorpusSnapshotTests {
  private let folder: TemporaryFolder
  private let stamp = SnapshotStamp(program: "1", articles: "abc", decisions: [])

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.path + "/facts" }

  /// A held corpus, and the same as it is read out of its snapshot.
  private func pair(_ corpus: Corpus) throws -> (held: Corpus, stored: Corpus) {
    try CorpusSnapshot.write(corpus, stamp: stamp, to: path)
    let snapshot = try #require(CorpusSnapshot(path: path, program: "1"))
    return (corpus, snapshot.corpus(decisions: []))
  }

  /// Articles that were read and resolved, with copies, conflicts and relations among them.
  private static let resolved: Corpus = {
    let texts = [
      "Anna Lind met Joe Park in Oslo on 3 May 2024. Lind said 40 people died. Kess denied it.",
      "Anna Lind met Joe Park in Oslo on 3 May 2024. Lind said 40 people died. Kess denied it.",
      "The army attacked Goma on Monday. “12 people were killed,” a spokesman said.",
      "Pakistan accused India of an attack. Indian officials said 400 soldiers were killed.",
      "", "Zürich und 東京",
    ]
    var corpus = Corpus()
    for (number, text) in texts.enumerated() {
      var article = Article(id: ArticleID("a\(number).txt"), text: SourceText(text))
      article.metadata.url = number == 2 ? "https://example.org/2" : nil
      article.metadata.path = "somewhere"
      article.blocks = [Block(kind: .paragraph, span: article.text.span)]
      corpus.insert(Annotator.annotate(article))
    }
    corpus.insert(ArticleFailure(article: ArticleID("broken.pdf"), reason: "No text."))
    corpus.resolve()
    return corpus
  }()

  private static let corpora = [SampleCorpus.corpus, resolved, Corpus()]

  @Test(arguments: 0..<3) func `a snapshot holds the articles as they are shown`(number: Int)
    throws
  {
    let (held, stored) = try pair(Self.corpora[number])
    #expect(stored.count == held.articles.count)
    #expect(stored.failures == held.failures)
    for (index, article) in held.articles.enumerated() {
      #expect(stored.id(at: index) == article.article.id)
      #expect(stored.head(at: index) == ArticleHead(article))
      #expect(stored.article(at: index) == article.asShown)
      for sentence in article.sentences {
        let place = Provenance(article: article.article.id, span: sentence.span)
        #expect(stored.text(place) == article.article.text[sentence.span])
      }
    }
    #expect(stored.article(ArticleID("nobody's")) == nil)
  }

  @Test(arguments: 0..<3) func `a snapshot holds what lists need before any row`(number: Int)
    throws
  {
    let (held, stored) = try pair(Self.corpora[number])
    let snapshot = try #require(CorpusSnapshot(path: path, program: "1"))
    #expect(snapshot.timelineSummary == TimelineSummary(held))
    #expect(snapshot.firstTension == held.facts.conflicts.rows.count { $0.level == .conflict })
    for (row, relation) in held.facts.relations.enumerated() {
      #expect(
        snapshot.rank(ofRelationAt: row)
          == RelationRank(
            kind: relation.kind, weight: relation.weight, supports: relation.supports.count))
    }
    for table in [CorpusTable.claims, .relations] {
      #expect(stored.groups(of: table).map { Array($0) } == held.groups(of: table).map(\.rows))
    }
  }

  @Test func `a summary of other numbers is none`() {
    let bytes: [UInt32] = [0, 1, 2]
    bytes.withUnsafeBytes { #expect(SnapshotSummary(SnapshotNumbers($0)) == nil) }
  }

  @Test(arguments: 0..<3) func `a snapshot holds the facts`(number: Int) throws {
    let (held, stored) = try pair(Self.corpora[number])
    #expect(stored.facts.entities.rows == held.facts.entities.rows)
    #expect(stored.facts.timeline.rows == held.facts.timeline.rows)
    #expect(stored.facts.relations.rows == held.facts.relations.rows)
    #expect(stored.facts.claims.rows == held.facts.claims.rows)
    #expect(stored.facts.conflicts.rows == held.facts.conflicts.rows)
    for article in held.articles {
      let id = article.article.id
      #expect(stored.original(of: id) == held.facts.copies[id])
      #expect(held.original(of: id) == held.facts.copies[id])
    }
    for row in held.facts.timeline.indices {
      #expect(stored.interval(ofEventAt: row) == held.facts.timeline[row].interval)
    }
  }

  @Test(arguments: 0..<3) func `a snapshot answers like the look-up of what it was made of`(
    number: Int
  ) throws {
    let (held, stored) = try pair(Self.corpora[number])
    let (expected, actual) = (Lookup(held), Lookup(stored))
    #expect(actual.articlesByDate == expected.articlesByDate)
    #expect(actual.mostConnected == expected.mostConnected)
    for article in held.articles {
      let id = article.article.id
      #expect(actual.events(of: id) == expected.events(of: id))
      #expect(actual.relations(in: id) == expected.relations(in: id))
      #expect(actual.mainEntity(of: id) == expected.mainEntity(of: id))
      for mention in article.mentions.indices {
        let reference = Entity.MentionReference(article: id, mention: mention)
        #expect(actual.entity(of: reference) == expected.entity(of: reference))
      }
    }
    for entity in held.facts.entities {
      #expect(actual.relations(of: entity.id) == expected.relations(of: entity.id))
      #expect(stored.name(entity.id) == entity.name)
      #expect(stored.type(of: entity.id) == entity.type)
      #expect(stored.entity(entity.id) == entity)
    }
    for id in held.facts.timeline.map(\.id) + held.facts.claims.map(\.id) + ["", "nothing"] {
      #expect(actual.event(id) == expected.event(id))
      #expect(actual.claim(id) == expected.claim(id))
      #expect(actual.conflicts(of: id) == expected.conflicts(of: id))
    }
  }

  @Test func `a browser shows of a snapshot what it shows of the corpus`() throws {
    let (held, stored) = try pair(SampleCorpus.corpus)
    var (one, two) = (BrowserDriver(corpus: held), BrowserDriver(corpus: stored))
    for keys in ["j", "2 j Enter", "4 j", "3 j", "1 Enter n n", "/ d o c k Enter", "c", "a"] {
      one.pressAndRest(keys)
      two.pressAndRest(keys)
      #expect(one.model.listing == two.model.listing)
      #expect(one.model.linked == two.model.linked)
      #expect(one.model.place == two.model.place)
      #expect(one.model.reading?.lines == two.model.reading?.lines)
      #expect(one.model.overlay == two.model.overlay)
    }
  }

  @Test func `the snapshot of another program is not opened`() throws {
    try CorpusSnapshot.write(SampleCorpus.corpus, stamp: stamp, to: path)
    #expect(CorpusSnapshot(path: path, program: "2") == nil)
    #expect(CorpusSnapshot(path: path, program: "1")?.stamp == stamp)
    #expect(CorpusSnapshot(path: path + "-none", program: "1") == nil)
  }

  @Test func `a snapshot that was cut short is not opened`() throws {
    try CorpusSnapshot.write(SampleCorpus.corpus, stamp: stamp, to: path)
    let bytes = folder.readBytes("facts")
    for count in [0, 7, 100, SnapshotSection.headerSize, bytes.count / 2, bytes.count - 1] {
      try folder.write("facts", Array(bytes[..<count]))
      #expect(CorpusSnapshot(path: path, program: "1") == nil)
    }
  }

  @Test(arguments: 0..<60) func `damage is never fatal`(seed: UInt64) throws {
    try CorpusSnapshot.write(SampleCorpus.corpus, stamp: stamp, to: path)
    var bytes = folder.readBytes("facts")
    var random = TestSupport.SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let place = Int.random(in: SnapshotSection.headerSize..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    try folder.write("facts", bytes)
    guard let snapshot = CorpusSnapshot(path: path, program: "1") else { return }
    let corpus = snapshot.corpus(decisions: [])
    for index in 0..<corpus.count { _ = (corpus.head(at: index), corpus.article(at: index)) }
    let facts = corpus.facts
    #expect(facts.entities.rows.count == facts.entities.count)
    #expect(facts.timeline.rows.count == facts.timeline.count)
    #expect(facts.claims.rows.count == facts.claims.count)
    #expect(facts.relations.rows.count + facts.conflicts.rows.count >= 0)
    var driver = BrowserDriver(corpus: corpus)
    driver.pressAndRest("j 2 j 3 j 4 j 1 Enter")
  }

  @Test func `the stamp tells decisions apart`() {
    let rename = Decision.rename(EntityID("PER:a"), to: "B")
    let other = SnapshotStamp(program: "1", articles: "abc", decisions: [rename])
    #expect(other != stamp)
    #expect(other != SnapshotStamp(program: "1", articles: "abc", decisions: [rename, rename]))
  }
}
