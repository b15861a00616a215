extension ListPlace {
  /// Moves the selection to `row` of `count` rows and scrolls so that it is in sight.
  ///
  /// Beyond the edge the list jumps by a page less one row: in a pane beside another every scrolled
  /// row is written again, and jumping makes that rare.
  mutating func select(_ row: Int, of count: Int, height: Int) {
    self.row = max(0, min(row, count - 1))
    scroll(to: self.row, of: count, height: height)
  }

  /// Scrolls so that `row` is in sight.
  mutating func scroll(to row: Int, of count: Int, height: Int) {
    top = scrolledTop(top, toShow: row, of: count, height: height)
  }
}

/// The first visible row after scrolling a list so that `row` is in sight: unchanged where it is; a
/// page less one row on where it lies just beyond the edge; else so that it stands in the middle.
func scrolledTop(_ top: Int, toShow row: Int, of count: Int, height: Int) -> Int {
  let height = max(1, height)
  var top = top
  let half = max(1, height / 2)
  let jump = max(1, height - 2)
  if row < top {
    top = max(0, row == top - 1 ? top - jump : row - half)
    top = min(top, row)
  } else if row >= top + height {
    top = row == top + height ? top + jump : row - half
    top = max(top, row - height + 1)
  }
  return max(0, min(top, max(0, count - height)))
}
