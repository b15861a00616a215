internal import DatelineModel

/// How the rows of a small table stand among those of a large one, some of which are left out.
struct RowMerge: Sendable {
  /// Where a row comes from.
  enum Origin: Equatable {
    case base(Int)
    case added(Int)
  }

  private let baseCount: Int
  /// The rows of the large table that are left out, in order.
  private let hidden: [Int]
  /// The rows that the added ones take, in order.
  private let places: [Int]

  /// Puts added rows among `baseCount` others, each before the row of the others that `before` has
  /// for it; where that is not in order, after the added row that it follows. The others in `hidden`,
  /// which are in order, are left out.
  init(baseCount: Int, before: [Int], without hidden: [Int] = []) {
    self.baseCount = baseCount
    self.hidden = hidden
    var places: [Int] = []
    for (index, row) in before.enumerated() {
      let left = row - hidden.partitioningIndex { $0 >= row }
      places.append(max(left + index, (places.last ?? -1) + 1))
    }
    self.places = places
  }

  /// How many rows there are in all.
  var count: Int { leftCount + places.count }

  /// How many rows of the large table are not left out.
  private var leftCount: Int { baseCount - hidden.count }

  /// Whether a row of the large table is not left out. Cost: a binary search.
  func holds(base row: Int) -> Bool {
    let index = hidden.partitioningIndex { $0 >= row }
    return index == hidden.count || hidden[index] != row
  }

  /// Where a row comes from. Cost: two binary searches.
  subscript(row: Int) -> Origin {
    let index = places.partitioningIndex { $0 >= row }
    guard index == places.count || places[index] != row else { return .added(index) }
    let left = row - index
    return .base(left + hidden.indices.partitioningIndex { hidden[$0] - $0 > left })
  }

  /// The row of a row of the large table that is not left out. Cost: two binary searches.
  func row(base row: Int) -> Int {
    let left = row - hidden.partitioningIndex { $0 >= row }
    return left + places.indices.partitioningIndex { places[$0] - $0 > left }
  }

  /// The rows of those rows of the large table that are not left out.
  func rows(base rows: [Int]) -> [Int] { rows.filter(holds).map { row(base: $0) } }

  /// The row of an added one.
  func row(added row: Int) -> Int { places.indices.contains(row) ? places[row] : count }

  /// The rows of sets of both tables. Cost: a pass over the words of the larger one, two where rows are
  /// left out.
  func rows(base: RowSet, added: RowSet) -> RowSet {
    let left = left(of: base)
    guard !places.isEmpty else { return left }
    var rows = RowSet(count: count)
    var start = 0
    for (index, place) in places.enumerated() {
      rows.insert(left, from: start, to: place - index, movedBy: index)
      start = place - index
    }
    rows.insert(left, from: start, to: leftCount, movedBy: places.count)
    added.forEach { rows.insert(self.row(added: $0)) }
    return rows
  }

  /// The parts of a set that come from each table. Cost: as that of putting sets together.
  func parts(of rows: RowSet, addedCount: Int) -> (base: RowSet, added: RowSet) {
    var (left, added) = (RowSet(count: leftCount), RowSet(count: addedCount))
    var start = 0
    for (index, place) in places.enumerated() {
      left.insert(rows, from: start, to: place, movedBy: -index)
      if rows.contains(place) { added.insert(index) }
      start = place + 1
    }
    left.insert(rows, from: start, to: count, movedBy: -places.count)
    return (whole(of: left), added)
  }

  /// What is not left out of a set of rows of the large table, by its places among what is not.
  private func left(of base: RowSet) -> RowSet {
    guard !hidden.isEmpty else { return base }
    var left = RowSet(count: leftCount)
    var start = 0
    for (index, row) in hidden.enumerated() {
      left.insert(base, from: start, to: row, movedBy: -index)
      start = row + 1
    }
    left.insert(base, from: start, to: baseCount, movedBy: -hidden.count)
    return left
  }

  /// The rows of the large table that have these places among what is not left out.
  private func whole(of left: RowSet) -> RowSet {
    guard !hidden.isEmpty else { return left }
    var base = RowSet(count: baseCount)
    var start = 0
    for (index, row) in hidden.enumerated() {
      base.insert(left, from: start - index, to: row - index, movedBy: index)
      start = row + 1
    }
    base.insert(left, from: start - hidden.count, to: leftCount, movedBy: hidden.count)
    return base
  }
}
