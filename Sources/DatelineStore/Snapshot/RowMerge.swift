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
    let index = places.partitioningIndex { $0 >= row }
    return index < places.count && places[index] == row ? .added(index) : .base(row - index)
  }

  /// The row of a row of the large table. Cost: a binary search.
  func row(base row: Int) -> Int {
    row + places.indices.partitioningIndex { places[$0] - $0 > row }
  }

  /// The row of an added one.
  func row(added row: Int) -> Int { places.indices.contains(row) ? places[row] : count }

  /// The rows of sets of both tables. Cost: a pass over the words of the larger one.
  func rows(base: RowSet, added: RowSet) -> RowSet {
    guard !places.isEmpty else { return base }
    var rows = RowSet(count: count)
    var start = 0
    for (index, place) in places.enumerated() {
      rows.insert(base, from: start, to: place - index, movedBy: index)
      start = place - index
    }
    rows.insert(base, from: start, to: baseCount, movedBy: places.count)
    added.forEach { rows.insert(self.row(added: $0)) }
    return rows
  }

  /// The parts of a set that come from each table. Cost: as that of putting sets together.
  func parts(of rows: RowSet, addedCount: Int) -> (base: RowSet, added: RowSet) {
    var (base, added) = (RowSet(count: baseCount), RowSet(count: addedCount))
    var start = 0
    for (index, place) in places.enumerated() {
      base.insert(rows, from: start, to: place, movedBy: -index)
      if rows.contains(place) { added.insert(index) }
      start = place + 1
    }
    base.insert(rows, from: start, to: count, movedBy: -places.count)
    return (base, added)
  }
}
