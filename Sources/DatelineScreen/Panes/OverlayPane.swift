import DatelineModel
import DatelineText

extension Screen {
  /// Help, or all about a thing, over the panes.
  mutating func drawOverlay() {
    guard let overlay = model.overlay else { return }
    let rect = Rect(
      row: 0, column: 0, height: max(1, model.size.rows - layout.status.height),
      width: model.size.columns)
    grid.clear(rect)
    grid.cursor = (0, 0)
    switch overlay {
    case .help(let top): drawHelp(rect, top: top)
    case .about(let page): drawAbout(page, rect)
    }
  }

  /// The title bar; `position` says which lines are seen where not all fit.
  private mutating func drawOverlayTitle(
    _ title: String, _ rect: Rect, position: String, keys: String = "Esc closes "
  ) {
    grid.fill(
      row: rect.row, from: rect.column, to: rect.column + rect.width, with: " ",
      style: Style(.focusedTitle))
    var pen = pen(rect, 0)
    pen.skip()
    let end = pen.right(position + keys, Style(.focusedTitle), to: &grid)
    pen.write(title, Style(.focusedTitle), limit: max(0, end - pen.column - 1), to: &grid)
  }

  private mutating func drawHelp(_ rect: Rect, top: Int) {
    let lines = HelpTable(model.keymap).lines + HelpTable.signs
    let body = rect.dropping(top: 1)
    let columns = model.helpColumns
    let shown = body.height * columns
    drawOverlayTitle("KEYS", rect, position: Self.position(top, lines.count, shown, body.width))
    for index in 0..<shown where lines.indices.contains(top + index) {
      var pen = pen(body, index % max(1, body.height))
      pen.skip(1 + index / max(1, body.height) * (body.width / columns))
      let line = lines[top + index]
      if line.help.isEmpty {
        pen.write(line.keys, Style(.heading), to: &grid)
      } else {
        pen.field("  " + line.keys, width: 18, Style(.prompt), to: &grid)
        pen.write(line.help, to: &grid)
      }
    }
  }

  private mutating func drawAbout(_ page: AboutPage, _ rect: Rect) {
    let body = rect.dropping(top: 1)
    let rows = page.rows(width: body.width)
    let leads = rows.indices.contains(page.row) && page.lines[rows[page.row].line].target != nil
    drawOverlayTitle(
      page.title, rect, position: Self.position(page.top, rows.count, body.height, body.width),
      keys: leads && body.width >= 60 ? "Enter opens  Esc closes " : "Esc closes ")
    for index in 0..<body.height where rows.indices.contains(page.top + index) {
      var pen = pen(body, index)
      let row = rows[page.top + index]
      let isCurrent = page.top + index == page.row
      if isCurrent {
        grid.cursor = (pen.row, pen.column)
        pen.write(">", Style(.marker), to: &grid)
      } else {
        pen.skip()
      }
      pen.write(row.text, Style(page.lines[row.line].target == nil ? .plain : .linked), to: &grid)
    }
  }

  /// Which lines are seen, and that there are more; nothing where all are.
  private static func position(_ top: Int, _ count: Int, _ height: Int, _ width: Int) -> String {
    guard count > height, width >= 40 else { return "" }
    let position = "\(top + 1)-\(min(count, top + height)) of \(count)"
    return position + (width < 60 ? "  " : ", j k scroll  ")
  }
}
