import DatelineModel

/// The cells by which two screens of the same size differ.
public struct GridDiff: Hashable, Sendable {
  /// One changed cell.
  public struct Change: Hashable, Sendable {
    /// Its row.
    public var row: Int
    /// Its column.
    public var column: Int
    /// What it is now.
    public var cell: Cell
  }

  /// The changed cells, row by row; right halves of wide characters left out.
  public private(set) var changes: [Change] = []

  /// Compares `new` with `old`; all cells differ from a screen that is missing or of another size.
  ///
  /// Cost: one pass over the cells.
  public init(from old: Grid?, to new: Grid) {
    let columns = new.size.columns
    let before = old?.size == new.size ? old?.cells : nil
    for index in new.cells.indices where before?[index] != new.cells[index] {
      let cell = new.cells[index]
      guard cell.width > 0 else {
        // Only the style of the whole wide character can have changed here.
        continue
      }
      changes.append(Change(row: index / columns, column: index % columns, cell: cell))
    }
  }
}
