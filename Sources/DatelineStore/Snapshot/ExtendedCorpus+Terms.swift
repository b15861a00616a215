public import DatelineModel
public import DatelineText

// What filters look up.
extension ExtendedCorpus {
  func merge(of table: CorpusTable) -> RowMerge {
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

  /// Notes when some events were.
  public func note(_ events: RowSet, in days: inout EventDays) {
    let parts = self.events.parts(of: events, addedCount: added.count(of: .events))
    base.note(parts.base, in: &days)
    added.note(parts.added, in: &days)
  }

  /// When the thing in a row was.
  public func interval(of table: CorpusTable, row: Int) -> DayInterval? {
    guard table != .entities else { return nil }
    switch merge(of: table)[row] {
    case .base(let row): return base.interval(of: table, row: row)
    case .added(let row): return added.interval(of: table, row: row)
    }
  }

  /// The rows under one heading: added relations, which rest on few articles, after the others. Cost:
  /// nothing until rows are looked at; where something is left out, a look at each row.
  public func group(_ index: Int, of table: CorpusTable) -> Table<UInt32> {
    let merge = merge(of: table)
    let known = base.group(index, of: table)
    let new = added.group(index, of: table).map { UInt32(merge.row(added: Int($0))) }
    let places = RowMerge(
      baseCount: known.count,
      before: new.map { row in
        guard table == .claims else { return known.count }
        return known.partitioningIndex { merge.row(base: Int($0)) > Int(row) }
      },
      without: hasLeftOut(table) ? known.indices.filter { !merge.holds(base: Int(known[$0])) } : [])
    return Table(
      stored: StoredRows(count: places.count, in: self) { position in
        switch places[position] {
        case .base(let place): UInt32(merge.row(base: Int(known[place])))
        case .added(let place): new[place]
        }
      })
  }

  /// Whether rows of a table are left out.
  private func hasLeftOut(_ table: CorpusTable) -> Bool {
    merge(of: table).count < base.count(of: table) + added.count(of: table)
  }

  /// Those rows of a group that are in `rows`, in its order.
  public func group(_ index: Int, of table: CorpusTable, in rows: RowSet) -> [UInt32] {
    let (merge, count) = (merge(of: table), added.count(of: table))
    let parts = merge.parts(of: rows, addedCount: count)
    let known = base.group(index, of: table, in: parts.base).map {
      UInt32(merge.row(base: Int($0)))
    }
    let new = added.group(index, of: table, in: parts.added).map {
      UInt32(merge.row(added: Int($0)))
    }
    return table == .claims && !new.isEmpty ? (known + new).sorted() : known + new
  }
}
