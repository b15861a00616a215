public import DatelineModel
public import DatelineText

// What filters look up.
extension CorpusSnapshot {
  func count(of table: CorpusTable) -> Int {
    switch table {
    case .articles: articleCount
    case .events: input.count(.events)
    case .relations: input.count(.relations)
    case .claims: input.count(.claims)
    case .entities: entityCount
    }
  }

  /// The rows of a table that have a term, or a term that `term` begins. Cost: a binary search, and a
  /// nanosecond or two for each row.
  public func rows(of table: CorpusTable, having term: [UInt8], isPrefix: Bool) -> RowSet {
    var rows = RowSet(count: count(of: table))
    guard !term.isEmpty else { return isPrefix ? rows.inverted : rows }
    let isJoined = isPrefix && term.count <= TermIndexWriter.longestPrefix
    let (keys, postings): (SnapshotSection, SnapshotSection) =
      isJoined ? (.prefixes, .prefixRows) : (.terms, .termRows)
    var index = input.firstRow(of: keys, from: term)
    while index < input.count(keys) {
      let fits = input.withRow(keys, index) { key in
        isPrefix && !isJoined ? key.starts(with: term) : key.elementsEqual(term)
      }
      guard fits else { break }
      input.withRow(postings, index) { Postings.insert($0, of: table, into: &rows) }
      index += 1
    }
    return rows
  }

  /// The rows of a table that have a word in which `part` stands anywhere. Cost: a pass over all
  /// terms, five nanoseconds each.
  public func rows(of table: CorpusTable, holding part: [UInt8]) -> RowSet {
    var rows = RowSet(count: count(of: table))
    guard let first = part.first else { return rows }
    for index in 0..<input.count(.terms) {
      let holds = input.withRow(.terms, index) { term in
        // Terms of other kinds than words begin with smaller bytes.
        guard term.count >= part.count, term[0] >= 0x20 else { return false }
        return (0...(term.count - part.count)).contains { start in
          term[start] == first
            && UnsafeRawBufferPointer(rebasing: term[start..<(start + part.count)])
              .elementsEqual(part)
        }
      }
      if holds {
        input.withRow(.termRows, index) { Postings.insert($0, of: table, into: &rows) }
      }
    }
    return rows
  }

  /// The rows of the entities, those in most articles first.
  public var entitiesByWeight: [UInt32] {
    input.numbers(of: .entitiesByWeight).filter { $0 < entityCount }
  }

  /// The rows of a table that an entity takes part in.
  public func rows(of table: CorpusTable, naming entity: Int) -> RowSet {
    var rows = RowSet(count: count(of: table))
    input.withRow(.entityRows, entity) { Postings.insert($0, of: table, into: &rows) }
    return rows
  }

  /// The rows of a table that stand in one of `articles`. Cost: a pass over these.
  public func rows(of table: CorpusTable, in articles: RowSet) -> RowSet {
    var rows = RowSet(count: count(of: table))
    articles.forEach { article in
      switch table {
      case .articles: rows.insert(article)
      case .events: for row in input.list(.eventsOfArticles, article) { rows.insert(row) }
      case .relations: for row in input.list(.relationsOfArticles, article) { rows.insert(row) }
      case .claims: for row in claims(ofArticleAt: article) { rows.insert(row) }
      case .entities: break
      }
    }
    return rows
  }

  /// Notes when some events were. Cost: a few nanoseconds each.
  public func note(_ events: RowSet, in days: inout EventDays) {
    days.note(
      events, firstDays: input.numbers(of: .firstDays).bytes,
      lastDays: input.numbers(of: .lastDays).bytes)
  }

  /// When the thing in a row was; a claim as the event that it speaks of.
  public func interval(of table: CorpusTable, row: Int) -> DayInterval? {
    switch table {
    case .articles: return input.days(.articleFirstDays, .articleLastDays, row)
    case .events: return input.days(.firstDays, .lastDays, row)
    case .relations: return input.days(.relationFirstDays, .relationLastDays, row)
    case .claims:
      let event = Int(input.number(.claimEvents, row))
      return event > 0 ? interval(of: .events, row: event - 1) : nil
    case .entities: return nil
    }
  }

  /// The rows of claims or relations under one heading, read as they are looked at: of a damaged file
  /// some may be no rows of the table.
  public func group(_ index: Int, of table: CorpusTable) -> Table<UInt32> {
    guard let section = Self.groups(of: table) else { return [] }
    return Table(
      stored: StoredRows(count: input.size(section, index) / 4, in: self) { position in
        UInt32(truncatingIfNeeded: self.input.number(section, index, at: position) ?? 0)
      })
  }

  /// Those rows of a group that are in `rows`, in its order. Cost: a nanosecond or two for each row of
  /// the group.
  public func group(_ index: Int, of table: CorpusTable, in rows: RowSet) -> [UInt32] {
    guard let section = Self.groups(of: table), !rows.isEmpty else { return [] }
    return input.withRow(section, index) { rows.rows(among: $0) }
  }

  /// The section of the groups of a table, if it has any.
  private static func groups(of table: CorpusTable) -> SnapshotSection? {
    switch table {
    case .claims: .claimGroups
    case .relations: .relationGroups
    case .articles, .events, .entities: nil
    }
  }

  /// What lists group and order a relation by.
  public func rank(ofRelationAt row: Int) -> RelationRank {
    SnapshotSummary.rank(
      input.number(.relationKinds, row), weight: input.number(.relationWeights, row))
  }

  /// When all events were, summed up.
  public var timelineSummary: TimelineSummary? {
    SnapshotSummary(input.numbers(of: .summary))?.timeline
  }

  /// The row of the first conflict that is a tension, or the number of conflicts.
  public var firstTension: Int? { SnapshotSummary(input.numbers(of: .summary))?.firstTension }

  /// In how many articles a relation rests.
  public func weight(ofRelationAt row: Int) -> Int { Int(input.number(.relationWeights, row)) }

  /// Where an event happened. Cost: a microsecond or two, whatever it rests on.
  public func places(ofEventAt row: Int) -> [EntityID] {
    var reader = FactReader(input.row(.events, row), in: self)
    return (try? reader.places()) ?? []
  }

  /// What a relation is. Cost: a microsecond, whatever it rests on.
  public func outline(ofRelationAt row: Int) -> RelationOutline? {
    var reader = FactReader(input.row(.relations, row), in: self)
    return try? reader.outline()
  }

  /// What a list shows of a relation. Cost: some nanoseconds for each of its supports.
  public func head(ofRelationAt row: Int) -> RelationHead? {
    var reader = FactReader(input.row(.relations, row), in: self)
    return try? reader.relationHead()
  }

  /// What the sides of a conflict are.
  public func sides(ofConflictAt row: Int) -> [ConflictSide] {
    [2 * row, 2 * row + 1].compactMap { place in
      let number = Int(input.number(.conflictSides, place))
      let table: CorpusTable = number & 1 == 0 ? .claims : .events
      guard number > 1, number >> 1 <= count(of: table) else { return nil }
      return ConflictSide(table, row: (number >> 1) - 1)
    }
  }
}

// MARK: - Places

extension CorpusSnapshot {
  /// The rows of the claims of an article.
  func claims(ofArticleAt index: Int) -> Range<Int> {
    let first = firstClaim(ofArticleAt: index)
    return first..<max(first, firstClaim(ofArticleAt: index + 1))
  }

  /// The row of the first claim of an article, or of those after it.
  func firstClaim(ofArticleAt index: Int) -> Int {
    let count = input.count(.claims)
    return index < articleCount ? min(Int(input.number(.firstClaims, index)), count) : count
  }

  /// The index of the first article whose identifier does not come before `id`.
  func firstArticle(from id: ArticleID) -> Int {
    Self.first(of: articleCount) { self.articleID(at: $0) >= id }
  }

  /// Whether there is an article of this identifier.
  public func contains(_ id: ArticleID) -> Bool {
    let index = firstArticle(from: id)
    return index < articleCount && articleID(at: index) == id
  }

  /// The row of the first entity whose identifier does not come before `id`.
  func firstEntity(from id: EntityID) -> Int {
    Self.first(of: entityCount) { self.entityID(at: $0) >= id }
  }

  /// The row of an entity.
  func row(ofEntity id: EntityID) -> Int? {
    let row = firstEntity(from: id)
    return row < entityCount && entityID(at: row) == id ? row : nil
  }

  /// The row of the first event that the timeline has after one of `interval`.
  func firstEvent(after interval: DayInterval?) -> Int {
    let rank = TimelineRank(interval)
    return Self.first(of: input.count(.events)) { row in
      TimelineRank(self.interval(of: .events, row: row)) > rank
    }
  }

  /// The first of `count` rows that belongs, where all such rows come last.
  private static func first(of count: Int, _ belongs: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
