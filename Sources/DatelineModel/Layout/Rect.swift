/// A rectangle of cells; rows and columns count from the top left corner.
public struct Rect: Hashable, Sendable {
  /// The first row.
  public var row: Int
  /// The first column.
  public var column: Int
  /// The number of rows.
  public var height: Int
  /// The number of columns.
  public var width: Int

  /// Makes a rectangle.
  public init(row: Int, column: Int, height: Int, width: Int) {
    self.row = row
    self.column = column
    self.height = max(0, height)
    self.width = max(0, width)
  }

  /// The rectangle without its first `rows` rows.
  public func dropping(top rows: Int) -> Rect {
    let rows = min(rows, height)
    return Rect(row: row + rows, column: column, height: height - rows, width: width)
  }

  /// The rectangle without its last `rows` rows.
  public func dropping(bottom rows: Int) -> Rect {
    Rect(row: row, column: column, height: height - rows, width: width)
  }

  /// The last `rows` rows.
  public func bottom(_ rows: Int) -> Rect {
    let rows = min(rows, height)
    return Rect(row: row + height - rows, column: column, height: rows, width: width)
  }

  /// Its columns.
  public var columns: Range<Int> { column..<(column + width) }

  /// Whether the cell lies inside.
  public func contains(row: Int, column: Int) -> Bool {
    self.row..<(self.row + height) ~= row && self.column..<(self.column + width) ~= column
  }
}

/// The size of the terminal in cells.
public struct ScreenSize: Hashable, Sendable {
  /// The number of rows.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// Makes a size.
  public init(rows: Int, columns: Int) {
    self.rows = max(1, rows)
    self.columns = max(1, columns)
  }
}
