public import DatelineModel
public import DatelineText
internal import Synchronization

/// What a snapshot was made of: it is up to date where all is the same.
public struct SnapshotStamp: Hashable, Sendable {
  /// Names the program that annotated and resolved.
  public var program: String
  /// Stands for the articles: `CorpusIndex.fingerprint()`.
  public var articles: String
  /// The user's decisions.
  public var decisions: String

  /// Makes the stamp of articles that were resolved with `decisions`.
  public init(program: String, articles: String, decisions: [Decision]) {
    self.program = program
    self.articles = articles
    self.decisions = DecisionRecord.digest(of: decisions)
  }

  init(program: String, articles: String, decisionDigest: String) {
    self.program = program
    self.articles = articles
    decisions = decisionDigest
  }
}

/// A resolved corpus in a file beside its index, decoded piece by piece as it is looked at.
///
/// Opening it costs the same whatever its size, and its memory is the system's page cache. Like the
/// index it may be deleted at any time. A class, for a mapping has an identity; safe to share, for
/// its bytes never change and the one cache is guarded.
public final class CorpusSnapshot: StoredCorpus {
  /// What it was made of.
  public let stamp: SnapshotStamp
  let input: SnapshotInput
  private let recent = Mutex<[(index: Int, article: AnnotatedArticle)]>([])

  /// How many decoded articles are kept: those that lists of claims and the reader come back to.
  private static let cacheSize = 16

  /// How many made rows of a table are kept: those that a screen shows. An entity has all its
  /// mentions, and is not kept long.
  private static let rowCacheSize = 32

  /// Opens the snapshot at `path`; nil where there is none that this program made.
  public init?(path: String, program: String) {
    guard let input = SnapshotInput(path: path), input.count(.stamp) == 3 else { return nil }
    self.input = input
    stamp = SnapshotStamp(
      program: input.string(.stamp, 0), articles: input.string(.stamp, 1),
      decisionDigest: input.string(.stamp, 2))
    guard stamp.program == program else { return nil }
  }

  /// The corpus, all of whose parts are read when they are looked at.
  ///
  /// Cost: the failures are read at once.
  public func corpus(decisions: [Decision]) -> Corpus {
    var facts = CorpusFacts()
    facts.entities = table(.entities, missing: Entity(id: EntityID(""), name: "", type: .person)) {
      row, reader throws(AnnotationError) in
      try reader.entity(self.entityID(at: row))
    }
    facts.timeline = table(
      .events, missing: TimelineEvent(id: "", title: "", type: .consult)
    ) { _, reader throws(AnnotationError) in try reader.event() }
    let nobody = EntityID("")
    facts.relations = table(
      .relations, missing: Relation(kind: .mentionedWith, source: nobody, target: nobody)
    ) { _, reader throws(AnnotationError) in try reader.relation() }
    let nowhere = Provenance(article: ArticleID(""), span: ByteSpan(0, 0))
    facts.claims = table(
      .claims,
      missing: CorpusClaim(
        id: "", provenance: nowhere, claim: 0, speakers: [], speakerText: "")
    ) { _, reader throws(AnnotationError) in try reader.claim() }
    facts.conflicts = table(
      .conflicts,
      missing: Conflict(
        level: .tension, topic: "", first: "", at: nowhere, second: "", at: nowhere, reason: "")
    ) { _, reader throws(AnnotationError) in try reader.conflict() }
    return Corpus(stored: self, failures: failures, facts: facts, decisions: decisions)
  }

  private func table<Row: Sendable>(
    _ section: SnapshotSection, missing: Row,
    _ read: @escaping @Sendable (Int, inout FactReader) throws(AnnotationError) -> Row
  ) -> Table<Row> {
    let recent = RecentRows<Row>(limit: section == .entities ? 2 : Self.rowCacheSize)
    return Table(
      stored: StoredRows(count: input.count(section), in: self) { row in
        recent.row(row) {
          var reader = FactReader(self.input.row(section, row), in: self)
          return (try? read(row, &reader)) ?? missing
        }
      })
  }

  private var failures: [ArticleFailure] {
    (0..<input.count(.failures)).compactMap { row in
      var reader = FactReader(input.row(.failures, row), in: self)
      return try? reader.failure()
    }
  }
}

extension CorpusSnapshot {
  /// Gives back what was looked at of the file, after a pass over much of it: what is needed again
  /// comes out of the system's cache.
  public func releasePages() { input.releasePages() }
}

// MARK: - Articles

extension CorpusSnapshot {
  /// How many articles there are.
  public var articleCount: Int { input.count(.articleIDs) }

  /// The identifier of an article.
  public func articleID(at index: Int) -> ArticleID { ArticleID(input.string(.articleIDs, index)) }

  /// What lists show of an article. Cost: a microsecond or two.
  public func head(at index: Int) -> ArticleHead {
    let id = articleID(at: index)
    var reader = FactReader(input.row(.heads, index), in: self)
    return (try? reader.head(id)) ?? ArticleHead(id: id)
  }

  /// An article with what the reader shows. Cost: decodes it, unless it was looked at
  /// just before.
  public func article(at index: Int) -> AnnotatedArticle {
    let known = recent.withLock { recent in recent.first { $0.index == index }?.article }
    if let known { return known }
    let article = Article(
      id: articleID(at: index), text: SourceText(repairing: input.row(.texts, index)))
    let annotated =
      (try? AnnotationCodec.annotated(article, shown: input.row(.articles, index)))
      ?? AnnotatedArticle(article: article)
    recent.withLock { recent in
      recent.insert((index, annotated), at: 0)
      if recent.count > Self.cacheSize { recent.removeLast() }
    }
    return annotated
  }

  /// The bytes of an article's text that a span names.
  public func text(at index: Int, _ span: ByteSpan) -> [UInt8] {
    input.slice(.texts, index, span.range)
  }

  /// The whole text of an article.
  public func text(at index: Int) -> [UInt8] { input.row(.texts, index) }

  /// How many bytes the text of an article has.
  func textCount(at index: Int) -> Int { input.size(.texts, index) }

  /// Indices of the articles, newest first, the undated last.
  public var articlesByDate: [Int] {
    let rows = input.numbers(of: .articlesByDate).map { Int($0) }
    return rows.allSatisfy { $0 < articleCount } ? rows : rows.filter { $0 < articleCount }
  }

  /// The index of the article that an article copies.
  public func original(ofArticleAt index: Int) -> Int? {
    let number = Int(input.number(.originals, index))
    return number > 0 && number <= articleCount ? number - 1 : nil
  }
}

// MARK: - Facts

extension CorpusSnapshot {
  /// How many entities there are.
  public var entityCount: Int { input.count(.entityIDs) }

  /// The identifier of an entity.
  public func entityID(at row: Int) -> EntityID { EntityID(input.string(.entityIDs, row)) }

  /// The name of an entity.
  public func entityName(at row: Int) -> String { input.string(.entityNames, row) }

  /// The identifier and the title of an event; nil where it cannot be read.
  func heading(ofEventAt row: Int) -> (id: String, title: String)? {
    var reader = FactReader(input.row(.events, row), in: self)
    return try? reader.heading()
  }

  /// The type of an entity.
  public func entityType(at row: Int) -> EntityType? {
    // The type follows the name; what comes after, the mentions of a known name, may be long.
    let size = min(input.size(.entities, row), 1024)
    var reader = FactReader(input.slice(.entities, row, 0..<size), in: self)
    return try? reader.entityType()
  }

  /// The entity with most supports for its relations.
  public var mostConnected: EntityID? {
    let row = Int(input.number(.mostConnected, 0))
    return row > 0 ? entityID(at: row - 1) : nil
  }

  /// The row of an event. Cost: a binary search.
  public func row(ofEvent id: String) -> Int? {
    rows(.eventRows, id).first { heading(ofEventAt: $0)?.id == id }
  }

  /// The row of a claim. Cost: a binary search.
  public func row(ofClaim id: String) -> Int? {
    rows(.claimRows, id).first { row in
      var reader = FactReader(input.row(.claims, row), in: self)
      return (try? reader.claim())?.id == id
    }
  }

  /// The rows of the conflicts that a claim or an event is a side of.
  public func conflicts(ofSide id: String) -> [Int] {
    rows(.conflictRows, id).filter { row in
      var reader = FactReader(input.row(.conflicts, row), in: self)
      guard let conflict = try? reader.conflict() else { return false }
      return conflict.first == id || conflict.second == id
    }
  }

  /// The rows of the events that an article tells.
  public func events(ofArticleAt index: Int) -> [Int] {
    input.list(.eventsOfArticles, index).filter { $0 < input.count(.events) }
  }

  /// The rows of the relations that an article supports.
  public func relations(ofArticleAt index: Int) -> [Int] {
    input.list(.relationsOfArticles, index).filter { $0 < input.count(.relations) }
  }

  /// The rows of the relations that touch an entity.
  public func relations(ofEntityAt row: Int) -> [Int] {
    input.list(.relationsOfEntities, row).filter { $0 < input.count(.relations) }
  }

  /// The row of the entity of a mention.
  public func entity(ofMention mention: Int, inArticleAt index: Int) -> Int? {
    guard let number = input.number(.entitiesOfMentions, index, at: mention), number > 0,
      number <= entityCount
    else { return nil }
    return number - 1
  }

  /// The row of the entity that an article names most among those that have relations.
  public func mainEntity(ofArticleAt index: Int) -> Int? {
    let number = Int(input.number(.mainEntities, index))
    return number > 0 && number <= entityCount ? number - 1 : nil
  }

  /// The rows whose identifier has the hash of `id`, in order.
  private func rows(_ section: SnapshotSection, _ id: String) -> [Int] {
    let hash = SnapshotSection.hash(id)
    let count = input.count(section) / 2
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if input.number(section, middle * 2) < hash { low = middle + 1 } else { high = middle }
    }
    var rows: [Int] = []
    while low < count, input.number(section, low * 2) == hash {
      rows.append(Int(input.number(section, low * 2 + 1)))
      low += 1
    }
    return rows
  }
}
