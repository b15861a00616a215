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
    case .about(let title, let lines, let top): drawAbout(title, lines, rect, top: top)
    }
  }

  private mutating func drawOverlayTitle(_ title: String, _ rect: Rect) {
    grid.fill(
      row: rect.row, from: rect.column, to: rect.column + rect.width, with: " ",
      style: Style(.focusedTitle))
    var pen = pen(rect, 0)
    pen.skip()
    let end = pen.right("Esc closes ", Style(.focusedTitle), to: &grid)
    pen.write(title, Style(.focusedTitle), limit: max(0, end - pen.column - 1), to: &grid)
  }

  private mutating func drawHelp(_ rect: Rect, top: Int) {
    drawOverlayTitle("KEYS", rect)
    let lines = HelpTable(model.keymap).lines
    let body = rect.dropping(top: 1)
    for index in 0..<body.height where lines.indices.contains(top + index) {
      var pen = pen(body, index)
      pen.skip()
      let line = lines[top + index]
      if line.help.isEmpty {
        pen.write(line.keys, Style(.heading), to: &grid)
      } else {
        pen.field("  " + line.keys, width: 18, Style(.prompt), to: &grid)
        pen.write(line.help, to: &grid)
      }
    }
  }

  private mutating func drawAbout(_ title: String, _ lines: [String], _ rect: Rect, top: Int) {
    drawOverlayTitle(title, rect)
    let body = rect.dropping(top: 1)
    let wrapped = lines.flatMap { Self.wrap($0, width: body.width - 2) }
    for index in 0..<body.height where wrapped.indices.contains(top + index) {
      var pen = pen(body, index)
      pen.skip()
      pen.write(wrapped[top + index], to: &grid)
    }
  }

  /// Breaks a line, keeping its indentation.
  private static func wrap(_ line: String, width: Int) -> [String] {
    let indent = line.prefix { $0 == " " }
    let text = SourceText(line)
    let spans = TextFlow.wrap(text.bytes, in: text.span, width: max(8, width - indent.count))
    guard !spans.isEmpty else { return [""] }
    // One line keeps its inner blanks: labels stand in columns.
    if spans.count == 1 { return [line] }
    return spans.map { indent + text[$0] }
  }
}
