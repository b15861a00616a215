import DatelineText

/// A side of a conflict: the row of a claim, or of an event that an article tells in its own voice.
public struct ConflictSide: Hashable, Sendable {
  /// The table: claims or events.
  public var table: CorpusTable
  /// The row in it.
  public var row: Int

  /// Names a row of a table.
  public init(_ table: CorpusTable, row: Int) {
    self.table = table
    self.row = row
  }
}

extension Corpus {
  /// The rows of the claims of each kind, or of the relations of each family, as lists show them
  /// under headings: claims in order, of relations the strongest first. No groups of other tables.
  ///
  /// Cost: a pass and a sort; of a stored corpus nothing until rows are looked at.
  public func groups(of table: CorpusTable) -> [Table<UInt32>] {
    switch table {
    case .claims:
      if let stored {
        return Claim.Kind.allCases.indices.map { stored.corpus.group($0, of: table) }
      }
      return claimGroups.map { Table($0) }
    case .relations:
      if let stored {
        return RelationFamily.allCases.indices.map { stored.corpus.group($0, of: table) }
      }
      return grouped(facts.relations.indices).map { Table($0.map { UInt32($0) }) }
    case .articles, .events, .entities: return []
    }
  }

  /// Those of `groups(of:)` that are in `rows`, in the same order. Cost: of a stored corpus a
  /// nanosecond or two for each row of the table.
  func groups(of table: CorpusTable, in rows: RowSet) -> [[UInt32]] {
    guard let stored = stored?.corpus else {
      return groups(of: table).map { $0.filter { rows.contains(Int($0)) } }
    }
    switch table {
    case .claims:
      return Claim.Kind.allCases.indices.map { stored.group($0, of: table, in: rows) }
    case .relations:
      return RelationFamily.allCases.indices.map { stored.group($0, of: table, in: rows) }
    case .articles, .events, .entities: return []
    }
  }

  /// Cost: one pass over the articles.
  private var claimGroups: [[UInt32]] {
    let claims = facts.claims.rows
    var groups: [Claim.Kind: [UInt32]] = [:]
    articles.forEach({ _, article in
      claims.made(in: article.article.id).indices.compactMap {
        row -> (row: UInt32, kind: Claim.Kind)? in
        let place = claims[row].claim
        return article.claims.indices.contains(place)
          ? (UInt32(row), article.claims[place].kind) : nil
      }
    }) { _, kinds in
      for (row, kind) in kinds { groups[kind, default: []].append(row) }
    }
    return Claim.Kind.allCases.map { groups[$0] ?? [] }
  }

  /// Relations of each family, the strongest first within each. Cost: looks at the rank of each of
  /// `rows` once.
  func grouped(_ rows: some Sequence<Int>) -> [[Int]] {
    var members: [[RankedRelation]] = RelationFamily.allCases.map { _ in [] }
    for row in rows {
      let rank = rank(ofRelationAt: row)
      members[RelationFamily(rank.kind).rawValue].append(RankedRelation(row: row, rank: rank))
    }
    return members.map { $0.sorted { $0.goesBefore($1) }.map(\.row) }
  }

  /// What the sides of the conflict in `row` are; those that are gone are left out.
  public func sides(ofConflictAt row: Int, _ lookup: Lookup) -> [ConflictSide] {
    if let stored { return stored.corpus.sides(ofConflictAt: row) }
    let conflict = facts.conflicts[row]
    return [conflict.first, conflict.second].compactMap { id in
      lookup.claim(id).map { ConflictSide(.claims, row: $0) }
        ?? lookup.event(id).map { ConflictSide(.events, row: $0) }
    }
  }
}

/// A relation in a list that is ordered by strength.
private struct RankedRelation {
  var row: Int
  var rank: RelationRank

  func goesBefore(_ other: RankedRelation) -> Bool {
    if rank.weight != other.rank.weight { return rank.weight > other.rank.weight }
    return rank.supports != other.rank.supports
      ? rank.supports > other.rank.supports : row < other.row
  }
}
