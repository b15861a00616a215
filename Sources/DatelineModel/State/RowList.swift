/// Rows of a table in the order in which a list shows them: all of the table, or some.
///
/// Cost: nothing for all of a table, a word a row for some, a bit for each row of the table for a set.
public struct RowList: Sendable {
  private enum Rows: Sendable {
    case all(Int)
    case some([Int])
    case set(RankedRows)
  }

  private let rows: Rows

  /// Lists all of `count` rows, in order.
  public init(all count: Int = 0) { rows = .all(count) }

  /// Lists `rows`.
  public init(_ rows: [Int]) { self.rows = .some(rows) }

  /// Lists the rows of a set, in order. Cost: a pass over its words; finding a row that is listed
  /// somewhere then takes some tens of nanoseconds.
  public init(_ rows: RowSet) { self.rows = .set(RankedRows(rows)) }

  /// The rows as a set of those of a table of `count` rows.
  func set(of count: Int) -> RowSet {
    switch rows {
    case .all(let all):
      all == count ? RowSet(count: count, isFull: true) : RowSet(0..<all, count: count)
    case .some(let rows): RowSet(rows, count: count)
    case .set(let rows): rows.set.count == count ? rows.set : RowSet(rows.set.rows, count: count)
    }
  }
}

extension RowList: RandomAccessCollection {
  /// The first position is 0.
  public var startIndex: Int { 0 }
  /// How many rows are listed.
  public var endIndex: Int {
    switch rows {
    case .all(let count): count
    case .some(let rows): rows.count
    case .set(let rows): rows.count
    }
  }
  /// The row of the table that is listed at `position`.
  public subscript(position: Int) -> Int {
    switch rows {
    case .all: position
    case .some(let rows): rows[position]
    case .set(let rows): rows[position]
    }
  }
}

extension RowList: Hashable {
  /// Whether both list the same. Cost: nothing where both list all, or share their storage.
  public static func == (left: RowList, right: RowList) -> Bool {
    switch (left.rows, right.rows) {
    case (.all(let first), .all(let second)): first == second
    case (.some(let first), .some(let second)): first == second
    case (.set(let first), .set(let second)) where first.set.count == second.set.count:
      first.set == second.set
    default: left.elementsEqual(right)
    }
  }

  /// Hashes how many are listed: what is equal is as long.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

/// A set of rows with the count of those before each part of it, so that the row at a position is
/// found without a list of all.
private struct RankedRows: Sendable {
  let set: RowSet
  let count: Int
  /// How many rows lie before each block of words.
  private let ranks: [Int]

  /// Words in a block.
  private static let width = 8

  init(_ set: RowSet) {
    self.set = set
    var ranks: [Int] = []
    var count = 0
    for (index, word) in set.words.enumerated() {
      if index % Self.width == 0 { ranks.append(count) }
      count += word.nonzeroBitCount
    }
    (self.ranks, self.count) = (ranks, count)
  }

  /// The row at `position`, which must be one.
  subscript(position: Int) -> Int {
    let block = ranks.partitioningIndex { $0 > position } - 1
    var left = position - ranks[block]
    var index = block * Self.width
    while left >= set.words[index].nonzeroBitCount {
      left -= set.words[index].nonzeroBitCount
      index += 1
    }
    var bits = set.words[index]
    for _ in 0..<left { bits &= bits - 1 }
    return index << 6 + bits.trailingZeroBitCount
  }
}
