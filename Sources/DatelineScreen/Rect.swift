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
    self.height = height
    self.width = width
  }
}
