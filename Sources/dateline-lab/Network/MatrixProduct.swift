import CDatelineLab

/// A matrix in memory: where it begins and how far apart its rows and columns are.
struct MatrixView {
  let start: UnsafePointer<Float>
  var row: Int
  var column = 1

  /// The same numbers with rows and columns exchanged.
  var transposed: MatrixView { MatrixView(start: start, row: column, column: row) }

  fileprivate var stored: dateline_matrix {
    dateline_matrix(start: start, row: row, column: column)
  }
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
  dateline_lab_add_product(left.stored, right.stored, result, rows, inner, columns)
}
