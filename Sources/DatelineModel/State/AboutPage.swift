public import DatelineText

/// All about a thing: lines over the panes, some of which lead somewhere.
public struct AboutPage: Hashable, Sendable {
  /// Where a line leads.
  public enum Target: Hashable, Sendable {
    case sentence(Provenance)
    case article(ArticleID)
    case entity(EntityID)
  }

  /// One line, before it is broken to the width of the window.
  public struct Line: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Where Enter goes from it; nil for nowhere.
    public var target: Target?

    /// Makes a line.
    public init(_ text: String, _ target: Target? = nil) {
      self.text = text
      self.target = target
    }
  }

  /// A row of the screen: what stands in it, and the line that it is part of.
  public struct Row: Hashable, Sendable {
    /// The text.
    public var text: String
    /// The line, as an index.
    public var line: Int
  }

  /// What it is about.
  public var title: String
  /// The lines.
  public var lines: [Line]
  /// The row under the cursor.
  public var row = 0
  /// The first row that is seen.
  public var top = 0

  /// Makes a page whose cursor is at its top.
  public init(_ title: String, _ lines: [Line] = []) {
    self.title = title
    self.lines = lines
  }

  /// Adds a line.
  mutating func add(_ text: String, _ target: Target? = nil) { lines.append(Line(text, target)) }

  /// Adds lines below a blank one and a heading; nothing where there are none.
  mutating func add(_ heading: String, _ section: [Line]) {
    guard !section.isEmpty else { return }
    add("")
    if !heading.isEmpty { add(heading) }
    lines += section
  }

  /// Adds the first `limit` of `section`, and says how many are left out.
  mutating func add(_ heading: String, _ section: [Line], limit: Int) {
    var shown = Array(section.prefix(limit))
    if section.count > limit { shown.append(Line("  and \(section.count - limit) more")) }
    add(heading, shown)
  }

  /// The whole page, for the clipboard.
  var text: String { ([title, ""] + lines.map(\.text)).joined(separator: "\n") }

  /// The lines broken to a window of `width` columns.
  public func rows(width: Int) -> [Row] {
    lines.indices.flatMap { line in
      AboutText.wrapped([lines[line].text], width: width).map { Row(text: $0, line: line) }
    }
  }

  /// Moves the cursor to `row` of `count`, and scrolls as far as a window of `height` rows needs.
  mutating func move(to row: Int, of count: Int, height: Int) {
    self.row = max(0, min(row, count - 1))
    top = max(0, min(max(top, self.row - height + 1), self.row, max(0, count - height)))
  }
}
