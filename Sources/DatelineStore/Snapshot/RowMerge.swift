internal import DatelineModel

/// How the rows of a small table stand among those of a large one.
struct RowMerge: Sendable {
  /// Where a row comes from.
  enum Origin: Equatable {
    case base(Int)
    case added(Int)
  }

  private let baseCount: Int
  /// The rows that the added ones take, in order.
  private let places: [Int]

  /// Puts added rows among `baseCount` others, each before the row of the others that `before` has
  /// for it; where that is not in order, after the added row that it follows.
  init(baseCount: Int, before: [Int]) {
    self.baseCount = baseCount
    var places: [Int] = []
    for (index, row) in before.enumerated() {
      places.append(max(row + index, (places.last ?? -1) + 1))
    }
    self.places = places
  }

  /// How many rows there are in all.
  var count: Int { baseCount + places.count }

  /// Where a row comes from. Cost: a binary search.
  subscript(row: Int) -> Origin {
    let index = places.firstIndex { $0 >= row } ?? places.count
    return index < places.count && places[index] == row ? .added(index) : .base(row - index)
  }

  /// The row of a row of the large table.
  func row(base row: Int) -> Int {
    var row = row
    for place in places where place <= row { row += 1 }
    return row
  }

  /// The row of an added one.
  func row(added row: Int) -> Int { places.indices.contains(row) ? places[row] : count }

  /// The rows of sets of both tables. Cost: one pass.
  func rows(base: RowSet, added: RowSet) -> RowSet {
    guard !places.isEmpty else { return base }
    var rows = RowSet(count: count)
    var index = 0
    base.forEach { row in
      while index < places.count, places[index] <= row + index { index += 1 }
      rows.insert(row + index)
    }
    added.forEach { rows.insert(self.row(added: $0)) }
    return rows
  }

  /// The parts of a set that come from each table.
  func parts(of rows: RowSet, addedCount: Int) -> (base: RowSet, added: RowSet) {
    var (base, added) = (RowSet(count: baseCount), RowSet(count: addedCount))
    rows.forEach { row in
      switch self[row] {
      case .base(let row): base.insert(row)
      case .added(let row): added.insert(row)
      }
    }
    return (base, added)
  }
}
