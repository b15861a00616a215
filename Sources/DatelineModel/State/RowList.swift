/// Rows of a table in the order in which a list shows them: all of the table, or some.
///
/// Cost: nothing for all of a table, a word a row for some.
public struct RowList: Sendable {
  private enum Rows: Sendable {
    case all(Int)
    case some([Int])
  }

  private let rows: Rows

  /// Lists all of `count` rows, in order.
  public init(all count: Int = 0) { rows = .all(count) }

  /// Lists `rows`.
  public init(_ rows: [Int]) { self.rows = .some(rows) }
}

extension RowList: RandomAccessCollection {
  /// The first position is 0.
  public var startIndex: Int { 0 }
  /// How many rows are listed.
  public var endIndex: Int {
    switch rows {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }
  /// The row of the table that is listed at `position`.
  public subscript(position: Int) -> Int {
    switch rows {
    case .all: position
    case .some(let rows): rows[position]
    }
  }
}

extension RowList: Hashable {
  /// Whether both list the same. Cost: nothing where both list all, or share their storage.
  public static func == (left: RowList, right: RowList) -> Bool {
    switch (left.rows, right.rows) {
    case (.all(let first), .all(let second)): first == second
    case (.some(let first), .some(let second)): first == second
    default: left.elementsEqual(right)
    }
  }

  /// Hashes how many are listed: what is equal is as long.
  public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}
