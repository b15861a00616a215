/// Rows in order: held in memory, or made when they are asked for out of bytes that lie elsewhere.
///
/// Cost: a held row is at hand; a stored one is decoded at every access. Nothing is asked of `Row`
/// here, as of what `ListPlace` holds.
public struct Table<Row: Sendable>: Sendable {
  /// The rows that are held; empty where they are stored.
  private var held: [Row]
  private let stored: StoredRows<Row>?

  /// Holds `rows`.
  public init(_ rows: [Row] = []) {
    held = rows
    stored = nil
  }

  /// Reads rows where they are stored.
  public init(stored: StoredRows<Row>) {
    held = []
    self.stored = stored
  }

  /// All rows. Cost: nothing where they are held, else decoding each.
  public var rows: [Row] { stored == nil ? held : Array(self) }
}

extension Table: Equatable where Row: Equatable {}
extension Table: Hashable where Row: Hashable {}

extension Table: RandomAccessCollection {
  /// The first row is 0.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { stored?.count ?? held.count }
  /// The row at `position`.
  public subscript(position: Int) -> Row { stored?.row(position) ?? held[position] }
}

extension Table: ExpressibleByArrayLiteral {
  /// Holds the rows of a literal.
  public init(arrayLiteral elements: Row...) { self.init(elements) }
}

/// How to make rows out of what is stored. Two are equal where the same object stores them.
public struct StoredRows<Row: Sendable>: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// Makes one of them.
  let row: @Sendable (Int) -> Row
  private let store: StoredReference

  /// Makes the way to `count` rows in `store`.
  public init(
    count: Int, in store: any StoredCorpus, row: @escaping @Sendable (Int) -> Row
  ) {
    self.count = count
    self.row = row
    self.store = StoredReference(store)
  }

  /// Whether the same object stores both.
  public static func == (left: Self, right: Self) -> Bool { left.store == right.store }
  /// Hashes what stores the rows.
  public func hash(into hasher: inout Hasher) { hasher.combine(store) }
}
