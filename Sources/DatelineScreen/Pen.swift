import DatelineModel

/// Writes along one row of a rectangle.
struct Pen {
  let row: Int
  private(set) var column: Int
  let end: Int
  private let ellipsis: String

  /// Starts at the left end of row `index` of `rect`.
  init(_ rect: Rect, row index: Int, appearance: Appearance) {
    row = rect.row + index
    column = rect.column
    end = rect.column + rect.width
    ellipsis = appearance.ellipsis
  }

  /// The columns that are left.
  var room: Int { max(0, end - column) }

  /// Writes `text`, cut to what fits, or to `limit` columns.
  mutating func write(
    _ text: String, _ style: Style = .plain, limit: Int? = nil, to grid: inout Grid
  ) {
    let room = min(limit ?? self.room, self.room)
    guard room > 0 else { return }
    if DisplayWidth.of(text) <= room {
      column = grid.write(text, row: row, column: column, end: column + room, style: style)
      return
    }
    let mark = DisplayWidth.of(ellipsis)
    let stop = column + max(0, room - mark)
    column = grid.write(text, row: row, column: column, end: stop, style: style)
    if room > mark {
      column = grid.write(ellipsis, row: row, column: column, end: column + mark, style: style)
    }
  }

  /// Writes `text` into a field of `width` columns.
  mutating func field(
    _ text: String, width: Int, _ style: Style = .plain, to grid: inout Grid
  ) {
    let start = column
    write(text, style, limit: width, to: &grid)
    column = min(end, start + width)
  }

  /// Leaves `count` columns blank.
  mutating func skip(_ count: Int = 1) { column = min(end, column + count) }

  /// Writes `text` at the right end; what is left of it stays. Returns the column where it begins.
  @discardableResult
  mutating func right(_ text: String, _ style: Style = .plain, to grid: inout Grid) -> Int {
    let start = max(column, end - DisplayWidth.of(text))
    grid.write(text, row: row, column: start, end: end, style: style)
    return start
  }
}
