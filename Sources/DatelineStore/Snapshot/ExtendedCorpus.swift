public import DatelineModel
public import DatelineText

/// A stored corpus with some articles that came after it, and what those alone say.
///
/// What a browser shows until all articles are resolved together: new articles stand in all lists
/// within a moment, whatever the size of the corpus. Their entities are those of the corpus where
/// the identifiers are the same; their events and relations are not yet joined with those of other
/// articles. A class, for it stands for one pair of files.
public final class ExtendedCorpus: StoredCorpus {
  private let base: CorpusSnapshot
  private let added: CorpusSnapshot
  private let baseFacts: CorpusFacts
  private let addedFacts: CorpusFacts
  private let articles: RowMerge
  private let events: RowMerge
  private let relations: RowMerge
  private let claims: RowMerge
  private let conflicts: RowMerge
  private let entities: RowMerge
  /// The rows of the added entities that the corpus lacks.
  private let newEntities: [Int]
  /// By added entity: its row in the whole.
  private let entityRows: [Int]
  /// For rows of entities of the corpus: the added entity of the same identifier.
  private let shared: [Int: Int]
  /// Indices of all articles, newest first.
  public let articlesByDate: [Int]

  /// Adds the articles of `added` to `base`; nil where that has one of them.
  public init?(_ base: CorpusSnapshot, adding added: CorpusSnapshot) {
    let ids = (0..<added.articleCount).map { added.articleID(at: $0) }
    guard !ids.contains(where: { base.contains($0) }) else { return nil }
    self.base = base
    self.added = added
    baseFacts = base.corpus(decisions: []).facts
    addedFacts = added.corpus(decisions: []).facts
    let places = ids.map { base.firstArticle(from: $0) }
    articles = RowMerge(baseCount: base.articleCount, before: places)
    claims = RowMerge(
      baseCount: baseFacts.claims.count,
      before: (0..<added.articleCount).flatMap { index in
        Array(
          repeating: base.firstClaim(ofArticleAt: places[index]),
          count: added.claims(ofArticleAt: index).count)
      })
    events = RowMerge(
      baseCount: baseFacts.timeline.count,
      before: addedFacts.timeline.indices.map {
        base.firstEvent(after: added.interval(of: .events, row: $0))
      })
    let relationCount = baseFacts.relations.count
    relations = RowMerge(
      baseCount: relationCount,
      before: addedFacts.relations.map { _ in relationCount })
    let (known, new) = (baseFacts.conflicts, addedFacts.conflicts)
    let border = known.firstIndex { $0.level == .tension } ?? known.count
    conflicts = RowMerge(
      baseCount: known.count,
      before: new.map { $0.level == .conflict ? border : known.count })
    var (rows, sharedRows, newRows) = ([Int](), [Int: Int](), [Int]())
    for row in 0..<added.entityCount {
      if let known = base.row(ofEntity: added.entityID(at: row)) {
        sharedRows[known] = row
      } else {
        newRows.append(row)
      }
    }
    let merge = RowMerge(
      baseCount: base.entityCount,
      before: newRows.map { base.firstEntity(from: added.entityID(at: $0)) })
    let positions = Dictionary(
      uniqueKeysWithValues: newRows.enumerated().map { ($1, $0) })
    let bases = Dictionary(uniqueKeysWithValues: sharedRows.map { ($1, $0) })
    for row in 0..<added.entityCount {
      rows.append(
        positions[row].map { merge.row(added: $0) } ?? merge.row(base: bases[row] ?? 0))
    }
    (entities, newEntities, entityRows, shared) = (merge, newRows, rows, sharedRows)
    articlesByDate = Self.merged(base, added, articles)
  }

  /// The corpus of both.
  public func corpus(decisions: [Decision]) -> Corpus {
    var facts = CorpusFacts()
    facts.entities = Table(
      stored: StoredRows(count: entities.count, in: self) { self.entity(at: $0) })
    facts.timeline = table(baseFacts.timeline, addedFacts.timeline, events)
    facts.relations = table(baseFacts.relations, addedFacts.relations, relations)
    facts.claims = table(baseFacts.claims, addedFacts.claims, claims)
    facts.conflicts = table(baseFacts.conflicts, addedFacts.conflicts, conflicts)
    return Corpus(
      stored: self, failures: base.corpus(decisions: []).failures, facts: facts,
      decisions: decisions)
  }

  private func table<Row>(_ base: Table<Row>, _ added: Table<Row>, _ merge: RowMerge)
    -> Table<Row>
  {
    Table(
      stored: StoredRows(count: merge.count, in: self) { row in
        switch merge[row] {
        case .base(let row): base[row]
        case .added(let row): added[row]
        }
      })
  }

  private func entity(at row: Int) -> Entity {
    switch entities[row] {
    case .added(let row): return addedFacts.entities[newEntities[row]]
    case .base(let row):
      var entity = baseFacts.entities[row]
      guard let other = shared[row].map({ addedFacts.entities[$0] }) else { return entity }
      let names = Set(entity.aliases.map(\.name))
      entity.aliases += other.aliases.filter { !names.contains($0.name) }
      entity.mentions = (entity.mentions + other.mentions).sorted {
        ($0.article, $0.mention) < ($1.article, $1.mention)
      }
      entity.articles = (entity.articles + other.articles).sorted()
      return entity
    }
  }

  private static func merged(_ base: CorpusSnapshot, _ added: CorpusSnapshot, _ merge: RowMerge)
    -> [Int]
  {
    func day(_ corpus: CorpusSnapshot, _ row: Int) -> DayNumber? {
      corpus.interval(of: .articles, row: row).flatMap { $0.latest ?? $0.earliest }
    }
    func isNewer(_ left: DayNumber?, _ right: DayNumber?) -> Bool {
      guard let right else { return left != nil }
      return left.map { $0 >= right } ?? false
    }
    var rows: [Int] = []
    var rest = added.articlesByDate[...]
    for row in base.articlesByDate {
      while let next = rest.first, isNewer(day(added, next), day(base, row)) {
        rows.append(merge.row(added: rest.removeFirst()))
      }
      rows.append(merge.row(base: row))
    }
    return rows + rest.map { merge.row(added: $0) }
  }
}

// MARK: - Articles

extension ExtendedCorpus {
  /// What one of the two says of an article.
  private func ofArticle<Value>(_ index: Int, _ body: (CorpusSnapshot, Int) -> Value) -> Value {
    switch articles[index] {
    case .base(let row): body(base, row)
    case .added(let row): body(added, row)
    }
  }

  /// How many articles there are.
  public var articleCount: Int { articles.count }
  /// The index of the article that an article copies.
  public func original(ofArticleAt index: Int) -> Int? {
    switch articles[index] {
    case .base(let row): base.original(ofArticleAt: row).map { articles.row(base: $0) }
    case .added(let row): added.original(ofArticleAt: row).map { articles.row(added: $0) }
    }
  }
  /// The identifier of an article.
  public func articleID(at index: Int) -> ArticleID { ofArticle(index) { $0.articleID(at: $1) } }
  /// What lists show of an article.
  public func head(at index: Int) -> ArticleHead { ofArticle(index) { $0.head(at: $1) } }
  /// An article with what the reader shows.
  public func article(at index: Int) -> AnnotatedArticle {
    ofArticle(index) { $0.article(at: $1) }
  }
  /// The bytes of an article's text that a span names.
  public func text(at index: Int, _ span: ByteSpan) -> [UInt8] {
    ofArticle(index) { $0.text(at: $1, span) }
  }
  /// The whole text of an article.
  public func text(at index: Int) -> [UInt8] { ofArticle(index) { $0.text(at: $1) } }

  /// The rows of the events that an article tells.
  public func events(ofArticleAt index: Int) -> [Int] {
    switch articles[index] {
    case .base(let row): base.events(ofArticleAt: row).map { events.row(base: $0) }
    case .added(let row): added.events(ofArticleAt: row).map { events.row(added: $0) }
    }
  }

  /// The rows of the relations that an article supports.
  public func relations(ofArticleAt index: Int) -> [Int] {
    switch articles[index] {
    case .base(let row): base.relations(ofArticleAt: row)
    case .added(let row): added.relations(ofArticleAt: row).map { relations.row(added: $0) }
    }
  }

  /// The row of the entity of a mention.
  public func entity(ofMention mention: Int, inArticleAt index: Int) -> Int? {
    switch articles[index] {
    case .base(let row):
      base.entity(ofMention: mention, inArticleAt: row).map { entities.row(base: $0) }
    case .added(let row):
      added.entity(ofMention: mention, inArticleAt: row).map { entityRows[$0] }
    }
  }

  /// The row of the entity that an article names most among those that have relations.
  public func mainEntity(ofArticleAt index: Int) -> Int? {
    switch articles[index] {
    case .base(let row): base.mainEntity(ofArticleAt: row).map { entities.row(base: $0) }
    case .added(let row): added.mainEntity(ofArticleAt: row).map { entityRows[$0] }
    }
  }
}

// MARK: - Facts

extension ExtendedCorpus {
  /// How many entities there are.
  public var entityCount: Int { entities.count }
  /// The identifier of an entity.
  public func entityID(at row: Int) -> EntityID {
    switch entities[row] {
    case .base(let row): base.entityID(at: row)
    case .added(let row): added.entityID(at: newEntities[row])
    }
  }

  /// The name of an entity.
  public func entityName(at row: Int) -> String {
    switch entities[row] {
    case .base(let row): base.entityName(at: row)
    case .added(let row): added.entityName(at: newEntities[row])
    }
  }

  /// The type of an entity.
  public func entityType(at row: Int) -> EntityType? {
    switch entities[row] {
    case .base(let row): base.entityType(at: row)
    case .added(let row): added.entityType(at: newEntities[row])
    }
  }

  /// The entity with most supports for its relations.
  public var mostConnected: EntityID? { base.mostConnected ?? added.mostConnected }

  /// The row of an event; what the corpus has of an identifier goes before what was added.
  public func row(ofEvent id: String) -> Int? {
    base.row(ofEvent: id).map { events.row(base: $0) }
      ?? added.row(ofEvent: id).map { events.row(added: $0) }
  }

  /// The row of a claim.
  public func row(ofClaim id: String) -> Int? {
    base.row(ofClaim: id).map { claims.row(base: $0) }
      ?? added.row(ofClaim: id).map { claims.row(added: $0) }
  }

  /// The rows of the conflicts that a claim or an event is a side of.
  public func conflicts(ofSide id: String) -> [Int] {
    base.conflicts(ofSide: id).map { conflicts.row(base: $0) }
      + added.conflicts(ofSide: id).map { conflicts.row(added: $0) }
  }

  /// The rows of the relations that touch an entity.
  public func relations(ofEntityAt row: Int) -> [Int] {
    switch entities[row] {
    case .base(let row):
      base.relations(ofEntityAt: row)
        + (shared[row].map { added.relations(ofEntityAt: $0) } ?? [])
        .map { relations.row(added: $0) }
    case .added(let row):
      added.relations(ofEntityAt: newEntities[row]).map { relations.row(added: $0) }
    }
  }

  /// What one of the two says of a relation.
  private func ofRelation<Value>(_ row: Int, _ body: (CorpusSnapshot, Int) -> Value) -> Value {
    switch relations[row] {
    case .base(let row): body(base, row)
    case .added(let row): body(added, row)
    }
  }

  /// In how many articles a relation rests.
  public func weight(ofRelationAt row: Int) -> Int {
    ofRelation(row) { $0.weight(ofRelationAt: $1) }
  }

  /// What lists group and order a relation by.
  public func rank(ofRelationAt row: Int) -> RelationRank {
    ofRelation(row) { $0.rank(ofRelationAt: $1) }
  }

  /// Where an event happened.
  public func places(ofEventAt row: Int) -> [EntityID] {
    switch events[row] {
    case .base(let row): base.places(ofEventAt: row)
    case .added(let row): added.places(ofEventAt: row)
    }
  }

  /// What a relation is.
  public func outline(ofRelationAt row: Int) -> RelationOutline? {
    ofRelation(row) { $0.outline(ofRelationAt: $1) }
  }

  /// What the sides of a conflict are.
  public func sides(ofConflictAt row: Int) -> [ConflictSide] {
    switch conflicts[row] {
    case .base(let row):
      base.sides(ofConflictAt: row).map { side in
        ConflictSide(side.table, row: merge(of: side.table).row(base: side.row))
      }
    case .added(let row):
      added.sides(ofConflictAt: row).map { side in
        ConflictSide(side.table, row: merge(of: side.table).row(added: side.row))
      }
    }
  }

  /// The rows of the entities, those in most articles first.
  public var entitiesByWeight: [UInt32] {
    base.entitiesByWeight.map { UInt32(entities.row(base: Int($0))) }
      + newEntities.indices.map { UInt32(entities.row(added: $0)) }
  }
}

// MARK: - What filters look up

extension ExtendedCorpus {
  private func merge(of table: CorpusTable) -> RowMerge {
    switch table {
    case .articles: articles
    case .events: events
    case .relations: relations
    case .claims: claims
    case .entities: entities
    }
  }

  private func joined(_ table: CorpusTable, _ base: RowSet, _ added: RowSet) -> RowSet {
    guard table == .entities else { return merge(of: table).rows(base: base, added: added) }
    var rows = entities.rows(base: base, added: RowSet(count: 0))
    added.forEach { rows.insert(entityRows[$0]) }
    return rows
  }

  /// The rows of a table that have a term, or a term that `term` begins.
  public func rows(of table: CorpusTable, having term: [UInt8], isPrefix: Bool) -> RowSet {
    joined(
      table, base.rows(of: table, having: term, isPrefix: isPrefix),
      added.rows(of: table, having: term, isPrefix: isPrefix))
  }

  /// The rows of a table that have a word in which `part` stands anywhere.
  public func rows(of table: CorpusTable, holding part: [UInt8]) -> RowSet {
    joined(table, base.rows(of: table, holding: part), added.rows(of: table, holding: part))
  }

  /// The rows of a table that an entity takes part in.
  public func rows(of table: CorpusTable, naming entity: Int) -> RowSet {
    let count = table == .entities ? added.entityCount : 0
    switch entities[entity] {
    case .base(let row):
      let more = shared[row].map { added.rows(of: table, naming: $0) } ?? RowSet(count: count)
      return joined(table, base.rows(of: table, naming: row), more)
    case .added(let row):
      return joined(
        table, RowSet(count: 0), added.rows(of: table, naming: newEntities[row]))
    }
  }

  /// The rows of a table that stand in one of some articles.
  public func rows(of table: CorpusTable, in articles: RowSet) -> RowSet {
    let parts = self.articles.parts(of: articles, addedCount: added.articleCount)
    return joined(
      table, base.rows(of: table, in: parts.base), added.rows(of: table, in: parts.added))
  }

  /// When the thing in a row was.
  public func interval(of table: CorpusTable, row: Int) -> DayInterval? {
    guard table != .entities else { return nil }
    switch merge(of: table)[row] {
    case .base(let row): return base.interval(of: table, row: row)
    case .added(let row): return added.interval(of: table, row: row)
    }
  }

  /// The rows under one heading: added relations, which rest on few articles, after the others.
  public func group(_ index: Int, of table: CorpusTable) -> Table<UInt32> {
    let merge = merge(of: table)
    let rows =
      base.group(index, of: table).map { UInt32(merge.row(base: Int($0))) }
      + added.group(index, of: table).map { UInt32(merge.row(added: Int($0))) }
    return Table(table == .claims ? rows.sorted() : rows)
  }
}
