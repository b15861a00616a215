public import DatelineModel

/// A screen that was drawn, with what its panes were drawn of: the next one takes over the panes in
/// which nothing changed.
public struct Frame: Sendable {
  /// The screen.
  public let grid: Grid
  /// The screen without what covers the panes, and without the status row.
  fileprivate let panes: Grid
  fileprivate let contents: [PaneContents]
  fileprivate let layout: Layout
  fileprivate let appearance: Appearance
}

/// Draws the model on cells. What is drawn depends on the model alone, not on the frame before.
public struct Screen {
  let model: Model
  let appearance: Appearance
  let layout: Layout
  var grid: Grid

  /// The whole screen for `model`. Cost: the visible cells, whatever the size of the corpus.
  public static func render(_ model: Model, appearance: Appearance = Appearance()) -> Grid {
    frame(model, appearance: appearance, after: nil).grid
  }

  /// The screen for `model` after `last`, some other screen. Cost: the cells of the panes that
  /// changed.
  public static func frame(
    _ model: Model, appearance: Appearance = Appearance(), after last: Frame?
  ) -> Frame {
    var screen = Screen(model: model, appearance: appearance)
    let contents = screen.drawPanes(after: last)
    let panes = screen.grid
    screen.drawOverlay()
    screen.drawStatus()
    return Frame(
      grid: screen.grid, panes: panes, contents: contents, layout: screen.layout,
      appearance: appearance)
  }

  private init(model: Model, appearance: Appearance) {
    self.model = model
    self.appearance = appearance
    layout = model.layout
    grid = Grid(size: model.size, reordersText: appearance.reordersText)
  }

  /// Draws the header and the panes; of those that show what they showed in `last` the cells are
  /// taken over. Returns what each was drawn of.
  private mutating func drawPanes(after last: Frame?) -> [PaneContents] {
    let contents = layout.frames.map { model.contents(of: $0.pane) }
    let hits = FilterHits(typed: model.place.scope.text)
    var known: [PaneContents?] = Array(repeating: nil, count: contents.count)
    if let last, last.layout == layout, last.appearance == appearance {
      grid = last.panes
      known = last.contents
    }
    drawHeader()
    for ((frame, new), old) in zip(zip(layout.frames, contents), known) where new != old {
      grid.clear(frame.rect)
      if frame.pane == model.place.focus { grid.cursor = (0, 0) }
      draw(frame)
      if let hits, let list = layout.list(of: frame.pane) {
        for row in list.row..<(list.row + list.height) {
          grid.mark(hits, row: row, columns: list.columns.dropFirst(2))
        }
      }
    }
    for rule in layout.rules {
      for row in rule.row..<(rule.row + rule.height) {
        grid.put(
          appearance.verticalRule, row: row, column: rule.column, end: rule.column + 1,
          style: Style(.rule))
      }
    }
    return contents
  }

  private mutating func draw(_ frame: Layout.Frame) {
    switch frame.pane {
    case .articles: drawArticles(frame.rect)
    case .timeline: drawTimeline(frame.rect)
    case .graph: drawGraph(frame.rect)
    case .claims: drawClaims(frame.rect)
    case .reader: drawReader(frame.rect)
    }
  }

  /// A pen at the beginning of row `index` of `rect`.
  func pen(_ rect: Rect, _ index: Int) -> Pen { Pen(rect, row: index, appearance: appearance) }

  /// The title bar of a pane: its name, what it shows, and what is counted, at the right.
  mutating func drawTitle(_ pane: Pane, _ rect: Rect, detail: String, count: String) {
    guard rect.height >= 3 else { return }
    let isFocused = model.place.focus == pane
    let style = Style(isFocused ? .focusedTitle : .title)
    grid.fill(
      row: rect.row, from: rect.column, to: rect.column + rect.width, with: " ", style: style)
    var pen = pen(rect, 0)
    // The marker says which pane hears keys where no attribute can.
    pen.write(isFocused ? ">" : " ", style, to: &grid)
    pen.write(pane.title, style, to: &grid)
    let counted = pen.room > DisplayWidth.of(count) + 2 ? count + " " : ""
    if !detail.isEmpty {
      pen.skip()
      pen.write(
        detail, style, limit: max(0, pen.room - DisplayWidth.of(counted) - 1), to: &grid)
    }
    pen.right(counted, style, to: &grid)
  }

  /// Whether a row has its colours. Beside the pane that hears keys only what belongs to its selection
  /// has: that stands out, and the rest is cheap to send when the panes follow.
  func isColored(in pane: Pane, isLinked: Bool) -> Bool {
    isLinked || pane == model.place.focus
  }

  /// Signs for what the user left on a thing: `!` a mark, `#` tags, `^` a note.
  mutating func drawSigns(of item: Item, _ pen: inout Pen) {
    let annotations = model.annotations
    let signs =
      (annotations.marks.contains(item) ? "!" : "") + (annotations.tags[item] == nil ? "" : "#")
      + (annotations.notes[item] == nil ? "" : "^")
      + (annotations.corrected.contains(item) ? "=" : "")
    guard !signs.isEmpty else { return }
    pen.write(signs, Style(.marker), to: &grid)
    pen.skip()
  }

  /// The two columns before each row: the marker of the selection, and the link to another pane's.
  mutating func drawGutter(
    _ pen: inout Pen, pane: Pane, isSelected: Bool, isLinked: Bool, isChosen: Bool = false
  ) {
    let isFocused = model.place.focus == pane
    if isSelected {
      grid.put(
        isFocused ? appearance.marker : "-", row: pen.row, column: pen.column, end: pen.end,
        style: Style(isFocused ? .marker : .dim))
      if isFocused { grid.cursor = (pen.row, pen.column) }
    }
    pen.skip()
    if isChosen {
      pen.write("+", Style(.marker), limit: 1, to: &grid)
    } else if isLinked {
      pen.write(String(Character(appearance.link)), Style(.linked), limit: 1, to: &grid)
    } else {
      pen.skip()
    }
  }
}
