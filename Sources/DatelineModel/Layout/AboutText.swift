import DatelineText

/// The lines of the screen that says all about a thing, broken to the width of the window.
///
/// It lives beside the model, not beside the cells, because scrolling needs their number.
public enum AboutText {
  /// The columns that a label takes, with the blanks after it.
  private static let labelWidth = 10

  /// The lines as they are shown in a window of `width` columns, a column free on either side.
  ///
  /// A line that is broken keeps its indentation, or goes on beside its label. One that fits keeps
  /// its inner blanks, for labels stand in columns.
  public static func wrapped(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { wrap($0, width: width - 2) }
  }

  private static func wrap(_ line: String, width: Int) -> [String] {
    guard DisplayWidth.of(line) > width else { return [line] }
    let head = head(of: line, width: width)
    let indent = String(repeating: " ", count: head.utf8.count)
    let text = SourceText(String(line.dropFirst(head.count)))
    let spans = TextFlow.wrap(text.bytes, in: text.span, width: max(8, width - head.utf8.count))
    return spans.enumerated().map { index, span in
      // Runs of blanks count as one when lines are broken.
      (index == 0 ? String(head) : indent)
        + text[span].split(separator: " ").joined(separator: " ")
    }
  }

  /// What the lines after the first keep clear of: the label, where there is one and room beside it,
  /// or the blanks at the beginning.
  private static func head(of line: String, width: Int) -> Substring {
    let label = line.prefix(labelWidth)
    let isLabel = label.utf8.count == labelWidth && label.hasSuffix("  ") && label.first != " "
    return isLabel && width >= 3 * labelWidth ? label : line.prefix { $0 == " " }
  }
}
