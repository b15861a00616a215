/// The key table as lines of text: for the help screen, the manual and README alike.
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
}
