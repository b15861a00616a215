import DatelineText
import GRDB
import TestSupport
import Testing

@testable import DatelineStore

/// An index in a folder of its own, and articles to put into it.
private struct Fixture {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path + "/cache/a.sqlite" }

  func open(version: String = "1", visit: IndexVisit = .none) throws -> CorpusIndex {
    try CorpusIndex(path: path, version: version, visit: visit)
  }

  static func article(_ name: String, _ text: String, title: String? = nil) -> AnnotatedArticle {
    var article = Article(id: ArticleID(name), text: SourceText(text))
    article.metadata.title = title
    article.metadata.path = name
    article.blocks = [Block(kind: .paragraph, span: article.text.span)]
    return Annotator.annotate(article)
  }

  /// The changes that a file with these articles makes.
  static func changes(_ file: String, _ articles: [AnnotatedArticle], size: Int64 = 1)
    -> [IndexChange]
  {
    articles.enumerated().map { place, annotated in
      let entry = IndexEntry(annotated, digest: ContentDigest(annotated.article))
      return .article(
        IndexedArticle(
          file: file, place: place, id: annotated.article.id, content: .new(entry)))
    } + [
      .file(
        name: file, stamp: FileStamp(size: size, modified: 2, node: 3), count: articles.count)
    ]
  }

  static func annotation(of annotated: AnnotatedArticle, in index: CorpusIndex) throws
    -> AnnotatedArticle?
  {
    let digest = ContentDigest(annotated.article)
    return try index.annotation(of: annotated.article, digest: digest)?.annotated
  }
}

@Suite struct CorpusIndexTests {
  /// Held by the suite, so that the folder is there as long as the test runs.
  private let fixture: Fixture
  private let talks = Fixture.article("a.txt", "Talks ended in Goma on 9 May 2024.", title: "Talks")
  private let flood = Fixture.article("b.txt", "A flood hit Zürich. Nobody was hurt.")

  init() throws { fixture = try Fixture() }

  @Test func `what was stored is there after opening again`() throws {
    try fixture.open().store(Fixture.changes("a.txt", [talks]))
    let index = try fixture.open()
    #expect(try Fixture.annotation(of: talks, in: index) == talks)
    #expect(try index.files() == ["a.txt": FileStamp(size: 1, modified: 2, node: 3)])
    #expect(try Fixture.annotation(of: flood, in: index) == nil)
  }

  @Test func `what another program annotated is not used, and then replaced`() throws {
    try fixture.open().store(Fixture.changes("a.txt", [talks]))
    let newer = try fixture.open(version: "2")
    #expect(try Fixture.annotation(of: talks, in: newer) == nil)
    #expect(try newer.files().isEmpty)
    try newer.store(Fixture.changes("a.txt", [talks]))
    #expect(try Fixture.annotation(of: talks, in: newer) == talks)
    #expect(try newer.counts() == (articles: 1, failures: 0))
  }

  @Test func `a moved file is recognised by its content`() throws {
    let index = try fixture.open()
    try index.store(Fixture.changes("a.txt", [talks]))
    var moved = talks
    moved.article.id = ArticleID("folder/moved.txt")
    moved.article.metadata.path = "folder/moved.txt"
    #expect(try Fixture.annotation(of: moved, in: index)?.article.id == moved.article.id)
    moved.article.metadata.path = "2024/moved.txt"
    #expect(try Fixture.annotation(of: moved, in: index) == nil, "its path may date it")
  }

  @Test func `files that are gone disappear with their facts`() throws {
    let index = try fixture.open()
    try index.store(Fixture.changes("a.txt", [talks]) + Fixture.changes("b.txt", [flood]))
    try index.forgetFiles { $0 == "b.txt" }
    #expect(try Fixture.annotation(of: talks, in: index) == nil)
    #expect(try Fixture.annotation(of: flood, in: index) == flood)
    #expect(try Array(index.files().keys) == ["b.txt"])
    #expect(try index.counts() == (articles: 1, failures: 0))
  }

  @Test func `some files are asked for and forgotten by name`() throws {
    let index = try fixture.open()
    var part = flood
    part.article.id = ArticleID("b.txt:1")
    try index.store(Fixture.changes("a.txt", [talks]) + Fixture.changes("b.txt", [part]))
    let stamp = FileStamp(size: 1, modified: 2, node: 3)
    #expect(try index.files(named: ["b.txt", "c.txt"]) == ["b.txt": stamp])
    #expect(try index.articlesNamedAsFiles() == ["a.txt"])
    #expect(try fixture.open(version: "2").files(named: ["b.txt"]).isEmpty)
    try index.forgetFiles(named: ["a.txt", "c.txt"])
    #expect(try index.files() == ["b.txt": stamp])
    #expect(try index.counts() == (articles: 1, failures: 0))
    let whole = try fixture.open()
    try whole.forgetFiles { $0 == "b.txt" }
    #expect(try Fixture.annotation(of: talks, in: whole) == nil)
  }

  @Test func `a copy keeps what its original had when that goes`() throws {
    let index = try fixture.open()
    var copy = talks
    copy.article.id = ArticleID("copy.txt")
    try index.store(Fixture.changes("a.txt", [talks]) + Fixture.changes("copy.txt", [copy]))
    #expect(try index.counts() == (articles: 2, failures: 0))
    try index.forgetFiles { $0 == "copy.txt" }
    #expect(try index.counts() == (articles: 1, failures: 0))
    #expect(try Fixture.annotation(of: copy, in: index) == copy)
  }

  @Test func `a file that has fewer articles than before loses the rest`() throws {
    let index = try fixture.open()
    try index.store(Fixture.changes("x.jsonl", [talks, flood]))
    try index.store(Fixture.changes("x.jsonl", [flood]))
    #expect(try index.counts() == (articles: 1, failures: 0))
    #expect(try Fixture.annotation(of: flood, in: index) == flood)
  }

  @Test func `a file without a stamp is read again`() throws {
    let index = try fixture.open()
    let failure = IndexedArticle(
      file: "c.txt", place: 0, id: ArticleID("c.txt"), content: .failure(reason: "no text"))
    try index.store([.article(failure), .file(name: "c.txt", stamp: nil, count: 1)])
    #expect(try index.files().isEmpty)
    #expect(try index.counts() == (articles: 0, failures: 1))
  }

  @Test(arguments: ["", "no database", "SQLite format 3\u{0} and then nothing of the kind"])
  func `a damaged file is made anew`(content: String) throws {
    try fixture.folder.write("cache/a.sqlite", content)
    let index = try fixture.open()
    #expect(index.wasDamaged == !content.isEmpty)
    try index.store(Fixture.changes("a.txt", [talks]))
    #expect(try Fixture.annotation(of: talks, in: index) == talks)
  }

  @Test func `destroyed pages are found when opening or by the check`() throws {
    let many = (0..<60).map { Fixture.article("\($0)", "Article \($0) tells of Goma.") }
    do {
      let index = try fixture.open()
      try index.store(Fixture.changes("x.jsonl", many))
      try index.check()
      index.compact()
    }
    try fixture.overwrite(from: 20_000, with: 0xA5)
    // Which tables lie in the destroyed part is SQLite's choice: opening needs some of them.
    let reopened = try CorpusIndex(path: fixture.path, version: "1")
    guard !reopened.wasDamaged else { return }
    #expect(throws: StoreError.damaged(path: fixture.path)) { try reopened.check() }
  }

  @Test func `where no folder can be made there is a reason`() {
    #expect(throws: StoreError.self) {
      try CorpusIndex(path: "/proc/self/no/index.sqlite", version: "1")
    }
  }

  @Test func `two programs may write one index`() throws {
    let first = try fixture.open()
    let second = try fixture.open()
    try first.store(Fixture.changes("a.txt", [talks]))
    try second.store(Fixture.changes("a.txt", [talks]) + Fixture.changes("b.txt", [flood]))
    #expect(try first.files().keys.sorted() == ["a.txt", "b.txt"])
    #expect(try Fixture.annotation(of: flood, in: first) == flood)
  }

  @Test func `an index takes the place of those of older programs`() throws {
    let folder = try TemporaryFolder()
    let path = CorpusIndex.path(of: ["/articles"], cacheHome: folder.path)
    let ending = ".v\(IndexSchema.version).sqlite"
    let older = String(path.dropLast(ending.count)) + ".v1.sqlite"
    let other = folder.path + "/dateline/other.v1.sqlite"
    _ = try CorpusIndex(path: path, version: "1")
    for path in [older, older + "-facts", older + "-wal", other] {
      try SmallFile.replace(path, with: [1])
    }
    _ = try CorpusIndex(path: path, version: "1")
    #expect(SmallFile.read(older) == nil && SmallFile.read(older + "-facts") == nil)
    #expect(SmallFile.read(older + "-wal") == nil)
    #expect(SmallFile.read(other) == [1])
  }

  @Test func `corpora have indexes of their own`() {
    let paths = [["/a"], ["/b"], ["/a", "/b"], ["/a/b"]].map {
      CorpusIndex.path(of: $0, cacheHome: "/c")
    }
    #expect(Set(paths).count == paths.count)
  }

  @Test func `new is what came since the visit before`() throws {
    try fixture.open(visit: .begins).store(Fixture.changes("a.txt", [talks]))
    #expect(try fixture.open(visit: .begins).newArticles() == [])
    try fixture.open().store(Fixture.changes("b.txt", [flood]))
    let visit = try fixture.open(visit: .begins)
    #expect(try visit.newArticles() == [flood.article.id])
    #expect(try fixture.open(visit: .begins).newArticles() == [])
  }

  @Test func `tables that are not ours are made anew at opening`() throws {
    try fixture.open().pool.write { database in
      try database.execute(sql: "DROP TABLE setting; CREATE TABLE setting (something)")
    }
    let index = try fixture.open(visit: .begins)
    #expect(index.wasDamaged)
    try index.store(Fixture.changes("a.txt", [talks]))
    #expect(try index.counts() == (articles: 1, failures: 0))
  }
}

extension Fixture {
  /// Destroys the file from a byte on.
  func overwrite(from start: Int, with byte: UInt8) throws {
    let bytes = folder.readBytes("cache/a.sqlite")
    try #require(bytes.count > start)
    try folder.write(
      "cache/a.sqlite", Array(bytes[..<start]) + Array(repeating: byte, count: bytes.count - start))
  }
}
