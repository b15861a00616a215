/// What the terminal can show, beyond its size.
public struct Appearance: Hashable, Sendable {
  /// What bars are drawn with.
  public enum Pictures: String, Hashable, Sendable, CaseIterable {
    /// Punctuation: every terminal has it.
    case ascii
    /// Eighths of a block: most fonts have them.
    case blocks
    /// Dots, two columns to a cell: twice as fine, where the font has them.
    case braille
  }

  /// Whether only ASCII may be drawn by the panes themselves.
  public var isASCII: Bool

  /// What bars are drawn with; ASCII where nothing else may be drawn.
  public var pictures: Pictures

  /// Whether right-to-left text is laid out by the panes; else the terminal does it.
  public var reordersText: Bool

  /// The address of the folder that is open, for links to files; nil where there is none.
  public var baseAddress: String?

  /// Makes an appearance.
  public init(isASCII: Bool = false, pictures: Pictures = .blocks, reordersText: Bool = true) {
    self.isASCII = isASCII
    self.pictures = isASCII ? .ascii : pictures
    self.reordersText = reordersText
  }

  /// The line between panes side by side.
  var verticalRule: Unicode.Scalar { isASCII ? "|" : "│" }
  /// The line below a heading.
  var horizontalRule: Unicode.Scalar { isASCII ? "-" : "─" }
  /// What stands for text that was cut off.
  var ellipsis: String { isASCII ? ".." : "…" }
  /// The marker of the selected row.
  var marker: Unicode.Scalar { ">" }
  /// What shows that a row belongs to the selection in another pane.
  var link: Unicode.Scalar { isASCII ? "*" : "•" }
}
