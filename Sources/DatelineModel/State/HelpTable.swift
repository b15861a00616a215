/// The key table as lines of text, for the help screen, the manual and README alike, and the legend.
public struct HelpTable: Hashable, Sendable {
  /// One line.
  public struct Line: Hashable, Sendable {
    /// The keys, or the heading where `help` is empty.
    public var keys: String
    /// What they do.
    public var help: String
  }

  /// The lines, group by group.
  public private(set) var lines: [Line] = []

  /// Makes the table of `keymap`.
  public init(_ keymap: Keymap) {
    for group in Command.Group.allCases {
      lines.append(Line(keys: group.rawValue, help: ""))
      for command in Command.allCases where command.group == group {
        let keys = keymap.keys(for: command).map(\.description)
        lines.append(
          Line(
            keys: keys.isEmpty ? ":\(command.name)" : keys.joined(separator: " "),
            help: command.help))
      }
    }
  }

  /// What the signs in the panes mean.
  public static let signs = [
    Line(keys: "Signs", help: ""),
    Line(keys: "> -", help: "the selected row, here and in another pane"),
    Line(keys: "\u{2022}", help: "has to do with what is selected"),
    Line(keys: "~ ?", help: "a date that was inferred; no date"),
    Line(keys: "<9Oct25 >9Oct25", help: "by then, from then on"),
    Line(keys: "9Oct25+", help: "on that day and days after it"),
    Line(keys: "!", help: "marked; among claims: in conflict"),
    Line(keys: "# ^ =", help: "your tag, note, correction"),
    Line(keys: "+", help: "selected for the next command"),
    Line(keys: "*", help: "new since you were here"),
    Line(keys: ": |", help: "reader: a claim is here; what was asked for"),
    Line(keys: "PER ORG GPE", help: "person, organisation, state or town"),
    Line(keys: "LOC FAC NORP", help: "other place, building, people or party"),
  ]
}
