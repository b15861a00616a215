public import DatelineText

/// A resolved corpus that lies elsewhere, in bytes that never change, and is decoded piece by piece.
///
/// What keeps the memory of a browser bounded by what is visible: a model of a stored corpus holds
/// this reference, the rows of its lists as numbers, and the article in the reader. All indices and
/// rows are those of the tables of `CorpusFacts` and of the articles in order of their identifiers.
public protocol StoredCorpus: AnyObject, Sendable {
  /// How many articles there are.
  var articleCount: Int { get }
  /// The identifier of an article.
  func articleID(at index: Int) -> ArticleID
  /// What lists show of an article.
  func head(at index: Int) -> ArticleHead
  /// An article with what the reader shows: without tokens, grammar and chains.
  func article(at index: Int) -> AnnotatedArticle
  /// The bytes of an article's text that a span names; empty where it has none there.
  func text(at index: Int, _ span: ByteSpan) -> [UInt8]
  /// The whole text of an article.
  func text(at index: Int) -> [UInt8]

  /// How many entities there are.
  var entityCount: Int { get }
  /// The identifier of an entity.
  func entityID(at row: Int) -> EntityID
  /// The name of an entity. Cost: far less than making the entity, which has all its mentions.
  func entityName(at row: Int) -> String
  /// The type of an entity, at the same cost; nil where it cannot be read.
  func entityType(at row: Int) -> EntityType?

  /// Indices of the articles, newest first, the undated last.
  var articlesByDate: [Int] { get }
  /// The entity with most supports for its relations.
  var mostConnected: EntityID? { get }
  /// The row of an event; nil where there is none of this identifier.
  func row(ofEvent id: String) -> Int?
  /// The row of a claim.
  func row(ofClaim id: String) -> Int?
  /// The rows of the conflicts that a claim or an event is a side of.
  func conflicts(ofSide id: String) -> [Int]
  /// The rows of the events that an article tells.
  func events(ofArticleAt index: Int) -> [Int]
  /// The rows of the relations that an article supports.
  func relations(ofArticleAt index: Int) -> [Int]
  /// The rows of the relations that touch an entity.
  func relations(ofEntityAt row: Int) -> [Int]
  /// The row of the entity of a mention.
  func entity(ofMention mention: Int, inArticleAt index: Int) -> Int?
  /// The row of the entity that an article names most among those that have relations.
  func mainEntity(ofArticleAt index: Int) -> Int?

  /// The rows of a table that have a term, or a term that `term` begins, as `CorpusTerms` has them.
  func rows(of table: CorpusTable, having term: [UInt8], isPrefix: Bool) -> RowSet
  /// The rows of a table that have a word in which `part` stands anywhere.
  func rows(of table: CorpusTable, holding part: [UInt8]) -> RowSet
  /// `Corpus.entitiesByWeight`.
  var entitiesByWeight: [UInt32] { get }
  /// The rows of a table that the entity in row `entity` takes part in.
  func rows(of table: CorpusTable, naming entity: Int) -> RowSet
  /// The rows of a table that stand in one of some articles.
  func rows(of table: CorpusTable, in articles: RowSet) -> RowSet
  /// When the thing in a row was; a claim as the event that it speaks of.
  func interval(of table: CorpusTable, row: Int) -> DayInterval?
  /// One of `Corpus.groups(of:)`.
  func group(_ index: Int, of table: CorpusTable) -> Table<UInt32>
  /// Those rows of a group that are in `rows`, in its order.
  func group(_ index: Int, of table: CorpusTable, in rows: RowSet) -> [UInt32]
  /// In how many articles a relation rests.
  func weight(ofRelationAt row: Int) -> Int
  /// Where an event happened. Cost: far less than making the event, which has all its supports.
  func places(ofEventAt row: Int) -> [EntityID]
  /// What a relation is; nil where it cannot be read. Cost: far less than making the relation, which
  /// has all its supports.
  func outline(ofRelationAt row: Int) -> RelationOutline?
  /// What a list shows of a relation; nil where it cannot be read. Cost: some nanoseconds for each of
  /// its supports, which are counted.
  func head(ofRelationAt row: Int) -> RelationHead?
  /// What lists group and order a relation by. Cost: far less than reading its outline.
  func rank(ofRelationAt row: Int) -> RelationRank
  /// When all events were, summed up; nil where they must be gone through.
  var timelineSummary: TimelineSummary? { get }
  /// The row of the first conflict that is a tension, or the number of conflicts; nil where it must be
  /// looked for.
  var firstTension: Int? { get }
  /// What the sides of a conflict are.
  func sides(ofConflictAt row: Int) -> [ConflictSide]
  /// The index of the article that an article copies; nil where it copies none.
  func original(ofArticleAt index: Int) -> Int?
  /// Notes when some events were.
  func note(_ events: RowSet, in days: inout EventDays)
  /// Lets the system take back the memory through which was read; it is read again where it is needed.
  func releasePages()
}

extension StoredCorpus {
  /// Events must be gone through.
  public var timelineSummary: TimelineSummary? { nil }
  /// Nothing is mapped.
  public func releasePages() {}

  /// The first tension must be looked for.
  public var firstTension: Int? { nil }

  /// Those rows of a group that are in `rows`, in its order.
  public func group(_ index: Int, of table: CorpusTable, in rows: RowSet) -> [UInt32] {
    group(index, of: table).filter { rows.contains(Int($0)) }
  }

  /// Notes when some events were.
  public func note(_ events: RowSet, in days: inout EventDays) {
    events.forEach { days.note(interval(of: .events, row: $0)) }
  }

  /// The index of the article `id`; nil where there is none. Cost: a binary search.
  func index(of id: ArticleID) -> Int? {
    let index = (0..<articleCount).partitioningIndex { articleID(at: $0) >= id }
    return index < articleCount && articleID(at: index) == id ? index : nil
  }

  /// The row of the entity `id`; nil where there is none. Cost: a binary search.
  func row(of id: EntityID) -> Int? {
    let row = (0..<entityCount).partitioningIndex { entityID(at: $0) >= id }
    return row < entityCount && entityID(at: row) == id ? row : nil
  }
}

/// Refers to a stored corpus; equal where it is the same object.
public struct StoredReference: Hashable, Sendable {
  /// What is referred to.
  public let corpus: any StoredCorpus

  /// Refers to `corpus`.
  public init(_ corpus: any StoredCorpus) { self.corpus = corpus }

  /// Whether both refer to the same object.
  public static func == (left: Self, right: Self) -> Bool { left.corpus === right.corpus }
  /// Hashes which object is referred to.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(corpus)) }
}

/// What a list of articles shows of one.
public struct ArticleHead: Hashable, Sendable {
  /// Its identifier.
  public var id: ArticleID
  /// Its title.
  public var title: String?
  /// Its title, else its first sentence, else its name.
  public var heading: String
  /// Who wrote it.
  public var byline: String?
  /// The publication.
  public var source: String?
  /// Its address.
  public var url: String?
  /// The language of its text as a BCP 47 tag; nil where the text is too short to tell.
  public var language: String?
  /// Its date, with the reason.
  public var date: DocumentDate

  /// Whether the extractors read it, as in `AnnotatedArticle`.
  public var isAnalyzed: Bool { language == nil || language == ArticleLanguage.english }

  /// Makes the head of an article that has nothing but a name.
  public init(id: ArticleID) {
    self.id = id
    heading = id.name
    date = .unknown
  }

  /// The head of `article`.
  public init(_ article: AnnotatedArticle) {
    self.init(id: article.article.id)
    title = article.title
    byline = article.byline
    source = article.source
    url = article.article.metadata.url
    language = article.language
    date = article.date
    if let title {
      heading = title
    } else if let first = article.sentences.first {
      heading = article.article.text[first.span]
    }
  }
}

extension Corpus {
  /// In how many articles the relation in `row` rests.
  func weight(ofRelationAt row: Int) -> Int {
    stored?.corpus.weight(ofRelationAt: row) ?? facts.relations[row].weight
  }

  /// What lists group and order the relation in `row` by.
  func rank(ofRelationAt row: Int) -> RelationRank {
    if let stored { return stored.corpus.rank(ofRelationAt: row) }
    let relation = facts.relations[row]
    return RelationRank(
      kind: relation.kind, weight: relation.weight, supports: relation.supports.count)
  }

  /// What the relation in `row` is. Cost: far less than making the relation.
  func outline(ofRelationAt row: Int) -> RelationOutline {
    stored?.corpus.outline(ofRelationAt: row) ?? RelationOutline(facts.relations[row])
  }

  /// What a list shows of the relation in `row`.
  public func head(ofRelationAt row: Int) -> RelationHead {
    stored?.corpus.head(ofRelationAt: row) ?? RelationHead(facts.relations[row])
  }

  /// How many articles there are, held or stored.
  public var count: Int { stored?.corpus.articleCount ?? articles.count }

  /// The identifier of the article at `index`.
  public func id(at index: Int) -> ArticleID {
    stored?.corpus.articleID(at: index) ?? articles.id(at: index)
  }

  /// What lists show of the article at `index`.
  public func head(at index: Int) -> ArticleHead {
    stored?.corpus.head(at: index) ?? ArticleHead(articles[index])
  }

  /// What lists show of the article `id`; nil where there is none.
  public func head(_ id: ArticleID) -> ArticleHead? { index(of: id).map { head(at: $0) } }

  /// The article at `index`; a stored one is without tokens, grammar and chains.
  public func article(at index: Int) -> AnnotatedArticle {
    stored?.corpus.article(at: index) ?? articles[index]
  }

  /// The words that `provenance` points at; empty where they are gone.
  public func text(_ provenance: Provenance) -> String {
    guard let index = index(of: provenance.article) else { return "" }
    if let stored {
      return String(decoding: stored.corpus.text(at: index, provenance.span), as: UTF8.self)
    }
    return String(
      decoding: articles.text(at: index, provenance.span.range), as: UTF8.self)
  }

  /// The article that the article `id` copies; nil where it copies none.
  public func original(of id: ArticleID) -> ArticleID? {
    guard let stored = stored?.corpus else { return facts.copies[id] }
    return index(of: id).flatMap { stored.original(ofArticleAt: $0) }
      .map { stored.articleID(at: $0) }
  }

  /// When the event in `row` of the timeline was. Cost: far less than making the event.
  public func interval(ofEventAt row: Int) -> DayInterval? {
    if let stored { return stored.corpus.interval(of: .events, row: row) }
    return facts.timeline[row].interval
  }

  /// The kind of the claim in `row`; nil where its article lacks it.
  public func kind(ofClaimAt row: Int) -> Claim.Kind? {
    source(of: facts.claims[row])?.kind
  }

  /// The claim as its article has it.
  public func source(of claim: CorpusClaim) -> Claim? {
    article(claim.provenance.article)?.claim(claim)
  }

  /// The article `id`; nil where there is none. Cost: a binary search, and decoding where it is
  /// stored.
  public func article(_ id: ArticleID) -> AnnotatedArticle? {
    index(of: id).map { article(at: $0) }
  }

  /// The position of the article `id`; nil where there is none. Cost: a binary search.
  func index(of id: ArticleID) -> Int? {
    if let stored { return stored.corpus.index(of: id) }
    return articles.index(of: id)
  }

  /// The row of the entity `id`; nil where there is none. Cost: a binary search.
  func row(of id: EntityID) -> Int? {
    if let stored { return stored.corpus.row(of: id) }
    let row = facts.entities.partitioningIndex { $0.id >= id }
    return row < facts.entities.count && facts.entities[row].id == id ? row : nil
  }

  /// The row of the relation `id`; nil where there is none. Cost: the relations of its source.
  func row(of id: RelationID, _ lookup: Lookup) -> Int? {
    lookup.relations(of: id.source).first { outline(ofRelationAt: $0).id == id }
  }

  /// The entity `id`; nil where there is none. Cost: a binary search.
  public func entity(_ id: EntityID) -> Entity? { row(of: id).map { facts.entities[$0] } }

  /// The type of the entity `id`; nil where it is unknown. Cost: far less than making the entity.
  public func type(of id: EntityID) -> EntityType? {
    guard let row = row(of: id) else { return nil }
    if let stored { return stored.corpus.entityType(at: row) }
    return facts.entities[row].type
  }

  /// The name of the entity `id`, or its key where it is unknown.
  public func name(_ id: EntityID) -> String {
    guard let row = row(of: id) else { return id.key }
    return stored?.corpus.entityName(at: row) ?? facts.entities[row].name
  }
}

extension AnnotatedArticle {
  /// The claim that a claim of the corpus is here; nil where there is none.
  func claim(_ claim: CorpusClaim) -> Claim? {
    claims.indices.contains(claim.claim) ? claims[claim.claim] : nil
  }
}
