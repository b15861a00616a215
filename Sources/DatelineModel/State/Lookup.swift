public import DatelineText

/// Ways from identifiers to rows of the corpus, made once after each `Corpus.resolve()`.
public struct Lookup: Hashable, Sendable {
  /// Indices of the articles, newest first, the undated last.
  public private(set) var articlesByDate: [Int] = []
  /// The entity with most supports for its relations; nil where there are none.
  public private(set) var mostConnected: EntityID?
  /// What is listed while nothing is narrowed.
  private(set) var whole = WholeListing()
  private var eventRows: [String: Int] = [:]
  private var claimRows: [String: Int] = [:]
  private var eventsOfArticle: [ArticleID: [Int]] = [:]
  private var relationsOfEntity: [EntityID: [Int]] = [:]
  private var relationsOfArticle: [ArticleID: [Int]] = [:]
  private var conflictsOfClaim: [String: [Int]] = [:]
  /// For each article: the rows of the entities of its mentions and 1, or 0.
  private var entitiesOfMentions: [ArticleID: [Int32]] = [:]
  private var mainEntities: [ArticleID: EntityID] = [:]
  /// The corpus that answers instead of the tables above, where it is stored.
  private var stored: StoredReference?

  /// Makes the look-up of an empty corpus.
  public init() {}

  /// Indexes `corpus`. Cost: one pass over its facts, and a sort of the articles; where the corpus is
  /// stored its indexes are stored with it, and only days and numbers are gone through.
  ///
  /// - Parameters:
  ///   - corpus: What is indexed.
  ///   - lists: Whether panes will list it.
  public init(_ corpus: Corpus, lists: Bool = true) {
    if lists { whole = WholeListing(corpus) }
    if let stored = corpus.stored {
      let reader = stored.corpus
      self.stored = stored
      articlesByDate = reader.articlesByDate
      mostConnected = reader.mostConnected
      return
    }
    sortArticles(of: corpus)
    let facts = corpus.facts
    for (row, event) in facts.timeline.rows.enumerated() {
      eventRows[event.id] = row
      for article in event.articles { eventsOfArticle[article, default: []].append(row) }
    }
    for (row, claim) in facts.claims.rows.enumerated() { claimRows[claim.id] = row }
    for (row, conflict) in facts.conflicts.enumerated() {
      for claim in [conflict.first, conflict.second] {
        conflictsOfClaim[claim, default: []].append(row)
      }
    }
    indexRelations(facts.relations.rows)
    indexMentions(facts.entities.rows)
  }

  private mutating func indexRelations(_ relations: [Relation]) {
    for (row, relation) in relations.enumerated() {
      relationsOfEntity[relation.source, default: []].append(row)
      if relation.target != relation.source {
        relationsOfEntity[relation.target, default: []].append(row)
      }
      for article in relation.articles { relationsOfArticle[article, default: []].append(row) }
    }
    mostConnected =
      relationsOfEntity.map { entity, rows in
        (entity, rows.reduce(0) { $0 + relations[$1].supports.count })
      }.max { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 > $1.0 }?.0
  }

  private mutating func indexMentions(_ entities: [Entity]) {
    var most: [ArticleID: Int] = [:]
    for (row, entity) in entities.enumerated() {
      var counts: [ArticleID: Int] = [:]
      for mention in entity.mentions {
        entitiesOfMentions[mention.article, default: []].set(mention.mention, to: row)
        counts[mention.article, default: 0] += 1
      }
      guard relationsOfEntity[entity.id] != nil else { continue }
      for article in entity.articles where counts[article] ?? 0 > most[article] ?? 0 {
        most[article] = counts[article]
        mainEntities[article] = entity.id
      }
    }
  }

  /// Brings the order of the articles up to date, alone.
  public mutating func sortArticles(of corpus: Corpus) {
    let keys = corpus.articles.indices.map { index in
      let interval = corpus.articles.interval(at: index)
      return interval?.latest ?? interval?.earliest
    }
    articlesByDate = corpus.articles.indices.sorted { left, right in
      switch (keys[left], keys[right]) {
      case (let first?, let second?) where first != second: first > second
      case (.some, nil): true
      case (nil, .some): false
      default: left < right
      }
    }
  }

  /// The row of the event `id` in the timeline.
  public func event(_ id: String) -> Int? { reader?.row(ofEvent: id) ?? eventRows[id] }
  /// The row of the claim `id`.
  public func claim(_ id: String) -> Int? { reader?.row(ofClaim: id) ?? claimRows[id] }
  /// The rows of the events that `article` tells, in order of time.
  public func events(of article: ArticleID) -> [Int] {
    index(of: article).flatMap { reader?.events(ofArticleAt: $0) } ?? eventsOfArticle[article] ?? []
  }
  /// The rows of the relations that touch `entity`.
  public func relations(of entity: EntityID) -> [Int] {
    reader?.row(of: entity).flatMap { reader?.relations(ofEntityAt: $0) }
      ?? relationsOfEntity[entity] ?? []
  }
  /// The rows of the relations that `article` supports.
  public func relations(in article: ArticleID) -> [Int] {
    index(of: article).flatMap { reader?.relations(ofArticleAt: $0) }
      ?? relationsOfArticle[article] ?? []
  }
  /// The row of the entity that a mention belongs to.
  public func entity(of mention: Entity.MentionReference) -> Int? {
    index(of: mention.article).flatMap {
      reader?.entity(ofMention: mention.mention, inArticleAt: $0)
    } ?? entitiesOfMentions[mention.article]?.entity(of: mention.mention)
  }
  /// For each mention of an article up to the last that has an entity: the row of that and 1, or 0.
  /// None where the corpus is stored.
  public func entities(ofMentionsIn article: ArticleID) -> [Int32] {
    entitiesOfMentions[article] ?? []
  }
  /// The entity that `article` names most among those that have relations.
  public func mainEntity(of article: ArticleID) -> EntityID? {
    index(of: article).flatMap { reader?.mainEntity(ofArticleAt: $0) }
      .flatMap { reader?.entityID(at: $0) } ?? mainEntities[article]
  }
  /// The rows of the conflicts that the claim `id` is part of.
  public func conflicts(of claim: String) -> [Int] {
    reader?.conflicts(ofSide: claim) ?? conflictsOfClaim[claim] ?? []
  }

  private var reader: (any StoredCorpus)? { stored?.corpus }
  /// The position of an article of a stored corpus.
  private func index(of article: ArticleID) -> Int? { reader?.index(of: article) }
}

extension [Int32] {
  /// Notes the row of the entity of a mention.
  fileprivate mutating func set(_ mention: Int, to row: Int) {
    while count <= mention { append(0) }
    self[mention] = Int32(row + 1)
  }

  /// The row of the entity of a mention; nil where it has none.
  fileprivate func entity(of mention: Int) -> Int? {
    indices.contains(mention) && self[mention] > 0 ? Int(self[mention]) - 1 : nil
  }
}
