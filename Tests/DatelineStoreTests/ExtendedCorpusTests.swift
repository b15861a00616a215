import DatelineText
import Glibc
import TestSupport
import Testing

@testable import DatelineModel
@testable import DatelineStore

@Suite struct RowMergeTests {
  @Test(arguments: [[], [0], [5], [2, 2, 2], [0, 1, 4, 5, 5], [3, 1]])
  func `each row comes from one place and is found there again`(before: [Int]) {
    let merge = RowMerge(baseCount: 5, before: before)
    #expect(merge.count == 5 + before.count)
    var (base, added) = ([Int](), [Int]())
    for row in 0..<merge.count {
      switch merge[row] {
      case .base(let origin):
        base.append(origin)
        #expect(merge.row(base: origin) == row)
      case .added(let origin):
        added.append(origin)
        #expect(merge.row(added: origin) == row)
      }
    }
    #expect(base == Array(0..<5))
    #expect(added == Array(before.indices))
  }

  @Test func `an added row stands before its row`() {
    let merge = RowMerge(baseCount: 3, before: [1, 3])
    #expect((0..<5).map { merge[$0] } == [.base(0), .added(0), .base(1), .base(2), .added(1)])
  }

  @Test(
    arguments: [[], [0], [4], [1, 2], [0, 1, 2, 3, 4]], [[], [0], [5], [2, 2, 2], [1, 4, 5]])
  func `rows that are left out are nowhere`(hidden: [Int], before: [Int]) {
    let merge = RowMerge(baseCount: 5, before: before, without: hidden)
    let left = (0..<5).filter { !hidden.contains($0) }
    #expect(merge.count == left.count + before.count)
    #expect((0..<5).filter(merge.holds) == left)
    var base: [Int] = []
    for row in 0..<merge.count {
      guard case .base(let origin) = merge[row] else { continue }
      base.append(origin)
      #expect(merge.row(base: origin) == row)
    }
    #expect(base == left)
    let all = merge.rows(
      base: RowSet(count: 5, isFull: true), added: RowSet(count: before.count, isFull: true))
    #expect(all == RowSet(count: merge.count, isFull: true))
    let parts = merge.parts(of: all, addedCount: before.count)
    #expect(parts.base == RowSet(left, count: 5))
    #expect(parts.added == RowSet(count: before.count, isFull: true))
  }

  @Test func `sets are put together and taken apart`() {
    let merge = RowMerge(baseCount: 6, before: [0, 3, 3, 6])
    let (base, added) = (RowSet([0, 2, 5], count: 6), RowSet([1, 3], count: 4))
    let rows = merge.rows(base: base, added: added)
    #expect(rows.rows == [1, 3, 4, 8, 9])
    let parts = merge.parts(of: rows, addedCount: 4)
    #expect(parts.base == base)
    #expect(parts.added == added)
  }
}

@Suite struct ExtendedCorpusTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func corpus(_ texts: [(name: String, text: String)]) -> Corpus {
    var corpus = Corpus()
    for (name, text) in texts {
      var article = Article(id: ArticleID(name), text: SourceText(text))
      article.blocks = [Block(kind: .paragraph, span: article.text.span)]
      corpus.insert(Annotator.annotate(article))
    }
    corpus.resolve()
    return corpus
  }

  private static let known = [
    (
      name: "b.txt", text: "Anna Lind met Joe Park in Oslo on 3 May 2024. Lind said 40 people died."
    ),
    (name: "d.txt", text: "Pakistan accused India of an attack on 9 May 2024. India denied it."),
    (name: "f.txt", text: "The army attacked Goma on 12 May 2024."),
  ]
  private static let news = [
    (name: "a.txt", text: "Police arrested Tom Reed in Bergen on 1 May 2024. Reed denied it."),
    (name: "e.txt", text: "Anna Lind visited Kabul on 10 May 2024. Lind praised the ceasefire."),
  ]

  private func snapshot(_ texts: [(name: String, text: String)], _ name: String) throws
    -> CorpusSnapshot
  {
    let path = folder.path + "/" + name
    let stamp = SnapshotStamp(program: "1", articles: "abc", decisions: [])
    try CorpusSnapshot.write(Self.corpus(texts), stamp: stamp, to: path)
    return try #require(CorpusSnapshot(path: path, program: "1"))
  }

  private func extended() throws -> Corpus {
    let extended = ExtendedCorpus(
      try snapshot(Self.known, "base"), adding: try snapshot(Self.news, "added"))
    return extended.corpus(decisions: [])
  }

  @Test func `articles stand in their order, as they were read`() throws {
    let (all, whole) = (try extended(), Self.corpus(Self.known + Self.news))
    #expect((0..<all.count).map { all.id(at: $0) } == whole.articles.map(\.article.id))
    for index in 0..<all.count {
      #expect(all.head(at: index) == ArticleHead(whole.articles[index]))
      #expect(all.article(at: index) == whole.articles[index].asShown)
    }
    #expect(Lookup(all).articlesByDate == Lookup(whole).articlesByDate)
  }

  @Test func `facts that no other article tells are those of the whole`() throws {
    let (all, whole) = (try extended(), Self.corpus(Self.known + Self.news))
    #expect(all.facts.timeline.rows.map(\.id) == whole.facts.timeline.rows.map(\.id))
    #expect(all.facts.claims.rows == whole.facts.claims.rows)
    #expect(all.facts.entities.rows.map(\.id) == whole.facts.entities.rows.map(\.id))
    let lind = try #require(all.facts.entities.rows.first { $0.name == "Anna Lind" })
    #expect(all.entity(lind.id) == lind)
    #expect(lind.articles.map(\.name) == ["b.txt", "e.txt"])
    let (one, two) = (Lookup(all), Lookup(whole))
    for article in whole.articles.map(\.article.id) {
      #expect(one.events(of: article) == two.events(of: article))
      for mention in whole.article(article)?.mentions.indices ?? 0..<0 {
        let reference = Entity.MentionReference(article: article, mention: mention)
        #expect(one.entity(of: reference) == two.entity(of: reference))
      }
    }
    for id in whole.facts.timeline.map(\.id) + whole.facts.claims.map(\.id) {
      #expect(one.event(id) == two.event(id))
      #expect(one.claim(id) == two.claim(id))
    }
  }

  @Test(arguments: [
    "/ l i n d", "/ o s l o Enter", "/ d e n", "/ t y p e : a r r", "/ e n t : l i n d",
    "g l i n d Enter", "d 9 - 1 2 m a y Enter", "t a c c Enter", "1 j Space", "4 j",
  ])
  func `the lists are those of the whole`(keys: String) throws {
    var one = BrowserDriver(corpus: try extended())
    var two = BrowserDriver(corpus: Self.corpus(Self.known + Self.news))
    one.pressAndRest(keys)
    two.pressAndRest(keys)
    #expect(one.model.listing.articles == two.model.listing.articles)
    #expect(one.model.listing.events == two.model.listing.events)
    #expect(one.model.listing.claims == two.model.listing.claims)
  }

  @Test func `sums and groups are those of all facts`() throws {
    let (all, whole) = (try extended(), Self.corpus(Self.known + Self.news))
    let stored = try #require(all.stored?.corpus)
    let summary = try #require(stored.timelineSummary)
    #expect(summary.undated == TimelineSummary(whole).undated)
    #expect(summary.ends == TimelineSummary(whole).ends)
    let border = all.facts.conflicts.firstIndex { $0.level == .tension }
    #expect(stored.firstTension == border ?? all.facts.conflicts.count)
    for table in [CorpusTable.claims, .relations] {
      for (index, group) in all.groups(of: table).enumerated() {
        let some = RowSet(group.map { Int($0) }.filter { $0 % 2 == 0 }, count: all.count(of: table))
        #expect(stored.group(index, of: table, in: some) == group.filter { $0 % 2 == 0 })
      }
    }
    #expect(all.groups(of: .claims).map(Array.init) == whole.groups(of: .claims).map(Array.init))
  }

  /// The known articles, one of which was changed and one removed, beside a new one.
  private func changed() throws -> (shown: Corpus, whole: Corpus) {
    let changed = (name: "d.txt", text: "Pakistan praised India in Kabul on 10 May 2024.")
    let base = try snapshot(Self.known, "base")
    let added = try snapshot([Self.news[0], changed], "added")
    let extended = ExtendedCorpus(base, adding: added, without: [ArticleID("b.txt")])
    return (
      extended.corpus(decisions: []), Self.corpus([Self.known[2], Self.news[0], changed])
    )
  }

  @Test func `what changed and what is gone leaves nothing behind`() throws {
    let (all, whole) = try changed()
    #expect((0..<all.count).map { all.id(at: $0) } == whole.articles.map(\.article.id))
    #expect(all.facts.timeline.rows == whole.facts.timeline.rows)
    #expect(all.facts.claims.rows == whole.facts.claims.rows)
    #expect(all.facts.conflicts.rows == whole.facts.conflicts.rows)
    #expect(all.facts.entities.rows.map(\.id) == whole.facts.entities.rows.map(\.id))
    #expect(
      Set(all.facts.relations.rows.map(RelationID.init))
        == Set(whole.facts.relations.rows.map(RelationID.init)))
    let (one, two) = (Lookup(all), Lookup(whole))
    #expect(one.articlesByDate == two.articlesByDate)
    for article in whole.articles.map(\.article.id) {
      #expect(one.events(of: article) == two.events(of: article))
    }
    let summary = try #require(all.stored?.corpus.timelineSummary)
    #expect(summary.undated == TimelineSummary(whole).undated)
    #expect(all.groups(of: .claims).map(Array.init) == whole.groups(of: .claims).map(Array.init))
  }

  @Test(arguments: ["/ l i n d", "/ p a k", "/ e n t : i n d i a", "t a t t Enter", "1 j Space"])
  func `the lists have nothing of what is gone`(keys: String) throws {
    let (all, whole) = try changed()
    var (one, two) = (BrowserDriver(corpus: all), BrowserDriver(corpus: whole))
    one.pressAndRest(keys)
    two.pressAndRest(keys)
    #expect(one.model.listing.articles == two.model.listing.articles)
    #expect(one.model.listing.events == two.model.listing.events)
    #expect(one.model.listing.claims == two.model.listing.claims)
  }

  @Test func `what others tell too stays without what is gone`() throws {
    let texts = [
      (name: "b.txt", text: "Rebels attacked Goma on 9 May 2024, killing 40 people."),
      (name: "c.txt", text: "On 9 May 2024 rebels attacked Goma and killed 40 people."),
    ]
    let base = try snapshot(texts, "base")
    let both = base.corpus(decisions: [])
    let told = try #require(both.facts.timeline.rows.first { $0.articles.count == 2 })
    let left = ExtendedCorpus(
      base, adding: try snapshot([], "nothing"), without: [ArticleID("b.txt")]
    ).corpus(decisions: [])
    let event = try #require(left.facts.timeline.rows.first { $0.id == told.id })
    #expect(event.articles == [ArticleID("c.txt")])
    #expect(event.sources == 1)
    #expect(left.facts.relations.rows.allSatisfy { $0.articles == [ArticleID("c.txt")] })
    for (row, relation) in left.facts.relations.rows.enumerated() {
      #expect(left.stored?.corpus.rank(ofRelationAt: row).weight == relation.weight)
      #expect(left.stored?.corpus.outline(ofRelationAt: row) == RelationOutline(relation))
    }
    let goma = try #require(left.facts.entities.rows.first { $0.name == "Goma" })
    #expect(goma.articles == [ArticleID("c.txt")])
    #expect(goma.mentions.allSatisfy { $0.article == ArticleID("c.txt") })
  }

  @Test func `an article that is the same but for the day it took from others is held`() throws {
    let base = try snapshot(Self.known, "base")
    let article = Self.corpus([Self.known[0]]).articles[0]
    #expect(base.holds(article))
    #expect(!base.holds(Self.corpus([(name: "b.txt", text: "Lind met Park.")]).articles[0]))
    #expect(!base.holds(Self.corpus([Self.news[0]]).articles[0]))
    #expect(base.articles(inFile: "b.txt") == [ArticleID("b.txt")])
    #expect(base.articles(inFile: "b").isEmpty)
  }

  @Test func `what killed programs left is removed`() throws {
    // No process has the greatest number that there can be.
    try folder.write("base.2147483647", "half a file")
    try folder.write("base.notes", "the user's")
    _ = try snapshot(Self.known, "base")
    #expect(access(folder.path + "/base.2147483647", F_OK) != 0)
    #expect(access(folder.path + "/base.notes", F_OK) == 0)
  }
}
