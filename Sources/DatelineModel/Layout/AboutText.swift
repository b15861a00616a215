import DatelineText

/// The lines of the screen that says all about a thing, broken to the width of the window.
///
/// It lives beside the model, not beside the cells, because scrolling needs their number.
public enum AboutText {
  /// The lines as they are shown in a window of `width` columns, a column free on either side.
  ///
  /// A line that is broken keeps its indentation. One that fits keeps its inner blanks, for labels
  /// stand in columns.
  public static func wrapped(_ lines: [String], width: Int) -> [String] {
    lines.flatMap { wrap($0, width: width - 2) }
  }

  private static func wrap(_ line: String, width: Int) -> [String] {
    let indent = line.prefix { $0 == " " }
    let text = SourceText(line)
    let spans = TextFlow.wrap(text.bytes, in: text.span, width: max(8, width - indent.count))
    guard !spans.isEmpty else { return [""] }
    if spans.count == 1 { return [line] }
    return spans.map { indent + text[$0] }
  }
}
