/// A matrix in memory: where it begins and how far apart its rows and columns are.
struct MatrixView {
  let start: UnsafePointer<Float>
  var row: Int
  var column = 1

  /// The same numbers with rows and columns exchanged.
  var transposed: MatrixView { MatrixView(start: start, row: column, column: row) }
}

/// Adds the product of `left` (`rows` by `inner`) and `right` (`inner` by `columns`) to `result`,
/// whose rows are `columns` apart. The columns of `right` must be neighbours, and their number a
/// multiple of 8.
///
/// Sums are taken in the order of the inner index, so that the result is the same on every machine.
func addProduct(
  _ left: MatrixView, _ right: MatrixView, to result: UnsafeMutablePointer<Float>, rows: Int,
  inner: Int, columns: Int
) {
  precondition(columns % 8 == 0 && right.column == 1, "columns come by eight")
  var row = 0
  while row + 4 <= rows {
    for column in stride(from: 0, to: columns, by: 8) {
      addFourRows(left, right, to: result, at: row, column, inner: inner, columns: columns)
    }
    row += 4
  }
  while row < rows {
    for column in stride(from: 0, to: columns, by: 8) {
      addRow(left, right, to: result, at: row, column, inner: inner, columns: columns)
    }
    row += 1
  }
}

private typealias Eight = SIMD8<Float>

@inline(__always)
private func load(_ address: UnsafePointer<Float>) -> Eight {
  UnsafeRawPointer(address).loadUnaligned(as: Eight.self)
}

@inline(__always)
private func add(_ sum: Eight, to address: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(address).storeBytes(of: load(address) + sum, as: Eight.self)
}

@inline(__always)
private func addFourRows(
  _ left: MatrixView, _ right: MatrixView, to result: UnsafeMutablePointer<Float>, at row: Int,
  _ column: Int, inner: Int, columns: Int
) {
  var (first, second, third, fourth) = (Eight.zero, Eight.zero, Eight.zero, Eight.zero)
  var a = left.start + row &* left.row
  var b = right.start + column
  let step = left.row
  for _ in 0..<inner {
    let values = load(b)
    first += a.pointee * values
    second += a[step] * values
    third += a[2 &* step] * values
    fourth += a[3 &* step] * values
    a += left.column
    b += right.row
  }
  let target = result + (row &* columns &+ column)
  add(first, to: target)
  add(second, to: target + columns)
  add(third, to: target + 2 &* columns)
  add(fourth, to: target + 3 &* columns)
}

@inline(__always)
private func addRow(
  _ left: MatrixView, _ right: MatrixView, to result: UnsafeMutablePointer<Float>, at row: Int,
  _ column: Int, inner: Int, columns: Int
) {
  var sum = Eight.zero
  var a = left.start + row &* left.row
  var b = right.start + column
  for _ in 0..<inner {
    sum += a.pointee * load(b)
    a += left.column
    b += right.row
  }
  add(sum, to: result + (row &* columns &+ column))
}
