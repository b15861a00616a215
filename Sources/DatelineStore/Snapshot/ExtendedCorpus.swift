public import DatelineModel
public import DatelineText

/// A stored corpus with some articles that came after it or were changed, and what those alone say,
/// without what articles say that are gone.
///
/// What a browser shows until all articles are resolved together: new and changed articles stand in
/// all lists within a moment, whatever the size of the corpus, and what is gone does not. Their
/// entities are those of the corpus where the identifiers are the same; their events and relations are
/// not yet joined with those of other articles. A class, for it stands for one pair of files.
public final class ExtendedCorpus: StoredCorpus {
  let base: CorpusSnapshot
  let added: CorpusSnapshot
  private let baseFacts: CorpusFacts
  private let addedFacts: CorpusFacts
  private let out: LeftOut
  let articles: RowMerge
  let events: RowMerge
  let relations: RowMerge
  let claims: RowMerge
  let conflicts: RowMerge
  let entities: RowMerge
  /// The rows of the added entities that the corpus lacks.
  let newEntities: [Int]
  /// By added entity: its row in the whole.
  let entityRows: [Int]
  /// For rows of entities of the corpus: the added entity of the same identifier.
  let shared: [Int: Int]
  /// Indices of all articles, newest first.
  public let articlesByDate: [Int]
  /// When all events were, summed up over the days of those that were there before.
  public let timelineSummary: TimelineSummary?
  /// The row of the first conflict that is a tension, or the number of conflicts.
  public let firstTension: Int?

  /// Adds the articles of `added` to `base`, in place of those of the same identifiers, and takes those
  /// of `gone` out.
  public init(
    _ base: CorpusSnapshot, adding added: CorpusSnapshot, without gone: [ArticleID] = []
  ) {
    let ids = (0..<added.articleCount).map { added.articleID(at: $0) }
    self.base = base
    self.added = added
    baseFacts = base.corpus(decisions: []).facts
    addedFacts = added.corpus(decisions: []).facts
    let out = LeftOut(ids + gone, of: base, baseFacts) { added.row(ofEntity: $0) != nil }
    self.out = out
    let places = ids.map { base.firstArticle(from: $0) }
    articles = RowMerge(baseCount: base.articleCount, before: places, without: out.articles)
    claims = RowMerge(
      baseCount: baseFacts.claims.count,
      before: (0..<added.articleCount).flatMap { index in
        Array(
          repeating: base.firstClaim(ofArticleAt: places[index]),
          count: added.claims(ofArticleAt: index).count)
      }, without: out.claims)
    events = RowMerge(
      baseCount: baseFacts.timeline.count,
      before: addedFacts.timeline.indices.map {
        base.firstEvent(after: added.interval(of: .events, row: $0))
      }, without: out.events)
    let relationCount = baseFacts.relations.count
    relations = RowMerge(
      baseCount: relationCount,
      before: addedFacts.relations.map { _ in relationCount }, without: out.relations)
    (conflicts, firstTension) = Self.merged(
      baseFacts.conflicts, addedFacts.conflicts, without: out.conflicts,
      firstTension: base.firstTension)
    timelineSummary = Self.summary(base, added, without: out.events)
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
      before: newRows.map { base.firstEntity(from: added.entityID(at: $0)) },
      without: out.entities)
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
    facts.timeline = table(baseFacts.timeline, addedFacts.timeline, events, out.eventsLeft)
    facts.relations = table(
      baseFacts.relations, addedFacts.relations, relations, out.relationsLeft)
    facts.claims = table(baseFacts.claims, addedFacts.claims, claims)
    facts.conflicts = table(baseFacts.conflicts, addedFacts.conflicts, conflicts)
    return Corpus(
      stored: self, failures: base.corpus(decisions: []).failures, facts: facts,
      decisions: decisions)
  }

  private func table<Row>(
    _ base: Table<Row>, _ added: Table<Row>, _ merge: RowMerge, _ left: [Int: Row] = [:]
  ) -> Table<Row> {
    Table(
      stored: StoredRows(count: merge.count, in: self) { row in
        switch merge[row] {
        case .base(let row): left[row] ?? base[row]
        case .added(let row): added[row]
        }
      })
  }

  private func entity(at row: Int) -> Entity {
    switch entities[row] {
    case .added(let row): return addedFacts.entities[newEntities[row]]
    case .base(let row):
      var entity = out.left(of: baseFacts.entities[row], at: row)
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

  /// How conflicts stand among each other, before all tensions, and where these begin.
  private static func merged(
    _ known: Table<Conflict>, _ new: Table<Conflict>, without hidden: [Int], firstTension: Int?
  ) -> (RowMerge, Int) {
    let border = min(
      firstTension ?? known.partitioningIndex { $0.level == .tension }, known.count)
    let merge = RowMerge(
      baseCount: known.count,
      before: new.map { $0.level == .conflict ? border : known.count }, without: hidden)
    let left = border - hidden.count { $0 < border }
    return (merge, left + new.count { $0.level == .conflict })
  }

  private static func summary(
    _ base: CorpusSnapshot, _ added: CorpusSnapshot, without hidden: [Int]
  ) -> TimelineSummary? {
    guard let known = base.timelineSummary, let new = added.timelineSummary else { return nil }
    let rows = 0..<added.count(of: .events)
    return known.removing(hidden.map { base.interval(of: .events, row: $0) })
      .adding(new, of: rows.map { added.interval(of: .events, row: $0) })
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
    let known = base.articlesByDate
    var rows: [Int] = []
    rows.reserveCapacity(known.count + added.articleCount)
    var start = 0
    for next in added.articlesByDate {
      let date = day(added, next)
      let place = known.partitioningIndex { isNewer(date, day(base, $0)) }
      rows += merge.rows(base: Array(known[start..<place]))
      rows.append(merge.row(added: next))
      start = place
    }
    return rows + merge.rows(base: Array(known[start...]))
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
    case .base(let row):
      articles.rows(base: [base.original(ofArticleAt: row)].compactMap(\.self)).first
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
    case .base(let row): relations.rows(base: base.relations(ofArticleAt: row))
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

  /// Lets the system take back what was read of both.
  public func releasePages() { for part in [base, added] { part.releasePages() } }

  /// The row of an event; what the corpus has of an identifier goes before what was added.
  public func row(ofEvent id: String) -> Int? {
    events.rows(base: [base.row(ofEvent: id)].compactMap(\.self)).first
      ?? added.row(ofEvent: id).map { events.row(added: $0) }
  }

  /// The row of a claim.
  public func row(ofClaim id: String) -> Int? {
    claims.rows(base: [base.row(ofClaim: id)].compactMap(\.self)).first
      ?? added.row(ofClaim: id).map { claims.row(added: $0) }
  }

  /// The rows of the conflicts that a claim or an event is a side of.
  public func conflicts(ofSide id: String) -> [Int] {
    conflicts.rows(base: base.conflicts(ofSide: id))
      + added.conflicts(ofSide: id).map { conflicts.row(added: $0) }
  }

  /// The rows of the relations that touch an entity.
  public func relations(ofEntityAt row: Int) -> [Int] {
    switch entities[row] {
    case .base(let row):
      relations.rows(base: base.relations(ofEntityAt: row))
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

  /// What is left of a relation some of whose articles are gone; nil of any other.
  private func left(ofRelationAt row: Int) -> Relation? {
    guard case .base(let row) = relations[row] else { return nil }
    return out.relationsLeft[row]
  }

  /// In how many articles a relation rests.
  public func weight(ofRelationAt row: Int) -> Int {
    left(ofRelationAt: row)?.weight ?? ofRelation(row) { $0.weight(ofRelationAt: $1) }
  }

  /// What lists group and order a relation by.
  public func rank(ofRelationAt row: Int) -> RelationRank {
    left(ofRelationAt: row).map {
      RelationRank(kind: $0.kind, weight: $0.weight, supports: $0.supports.count)
    } ?? ofRelation(row) { $0.rank(ofRelationAt: $1) }
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
    left(ofRelationAt: row).map { RelationOutline($0) }
      ?? ofRelation(row) { $0.outline(ofRelationAt: $1) }
  }

  /// What a list shows of a relation.
  public func head(ofRelationAt row: Int) -> RelationHead? {
    left(ofRelationAt: row).map { RelationHead($0) }
      ?? ofRelation(row) { $0.head(ofRelationAt: $1) }
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
    entities.rows(base: base.entitiesByWeight.map { Int($0) }).map { UInt32($0) }
      + newEntities.indices.map { UInt32(entities.row(added: $0)) }
  }
}
