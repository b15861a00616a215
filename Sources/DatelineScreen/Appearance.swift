/// What the terminal can show, beyond its size.
public struct Appearance: Hashable, Sendable {
  /// Whether only ASCII may be drawn by the panes themselves.
  public var isASCII: Bool

  /// Whether right-to-left text is laid out by the panes; else the terminal does it.
  public var reordersText: Bool

  /// Makes an appearance.
  public init(isASCII: Bool = false, reordersText: Bool = true) {
    self.isASCII = isASCII
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
  /// The steps of the density strip, from few to many.
  var densities: [Unicode.Scalar] {
    isASCII ? [".", ":", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  }
}
