/// Which key asks for which command in which pane.
public struct Keymap: Hashable, Sendable {
  /// One line of the key table.
  public struct Binding: Hashable, Sendable {
    /// The key.
    public var key: Key
    /// What it asks for.
    public var command: Command
    /// The panes in which it does; nil for all.
    public var panes: [Pane]?

    /// Makes a binding.
    public init(_ key: Key, _ command: Command, in panes: [Pane]? = nil) {
      self.key = key
      self.command = command
      self.panes = panes
    }
  }

  /// The table. Where two lines fit, the last one counts.
  public private(set) var bindings: [Binding]

  /// Makes a keymap of a table.
  public init(bindings: [Binding]) { self.bindings = bindings }

  /// The command of `key` in `pane`; nil where it has none. Cost: one pass over the table.
  public func command(for key: Key, in pane: Pane) -> Command? {
    bindings.last { $0.key == key && ($0.panes?.contains(pane) ?? true) }?.command
  }

  /// The keys of `command`, in the order of the table.
  public func keys(for command: Command) -> [Key] {
    bindings.filter {
      $0.command == command && self.command(for: $0.key, in: $0.panes?[0] ?? .articles) == command
    }
    .map(\.key)
  }

  /// Adds a line of the user's, which counts before the default.
  public mutating func bind(_ key: Key, to command: Command, in panes: [Pane]? = nil) {
    bindings.append(Binding(key, command, in: panes))
  }

  /// The keys as they are without a configuration file: those of vi beside the arrows.
  public static let standard = Keymap(
    bindings: moving + panes + opening + narrowing + deciding + program)

  private static func keys(_ command: Command, _ keys: String..., panes: [Pane]? = nil) -> [Binding]
  {
    keys.compactMap { Key($0) }.map { Binding($0, command, in: panes) }
  }

  private static let moving: [Binding] =
    keys(.down, "j", "Down", "^N") + keys(.up, "k", "Up", "^P") + keys(.pageDown, "PgDn", "^F")
    + keys(.pageUp, "PgUp", "^B") + keys(.halfPageDown, "^D") + keys(.halfPageUp, "^U")
    + keys(.first, "Home", "<") + keys(.last, "End", "G", ">") + keys(.nextMark, "n")
    + keys(.previousMark, "N")

  private static let panes: [Binding] =
    keys(.articles, "1") + keys(.timeline, "2") + keys(.graph, "3") + keys(.claims, "4")
    + keys(.nextPane, "Tab") + keys(.previousPane, "S-Tab") + keys(.leftPane, "h", "Left")
    + keys(.rightPane, "l", "Right") + keys(.zoom, "z") + keys(.back, "[", "BS")
    + keys(.forward, "]")

  private static let opening: [Binding] =
    keys(.open, "Enter") + keys(.source, "o") + keys(.about, "a")
    + keys(.evidence, "E")

  private static let narrowing: [Binding] =
    keys(.filter, "/") + keys(.entity, "g") + keys(.dates, "d") + keys(.kinds, "t")
    + keys(.traits, "f") + keys(.pin, "Space") + keys(.clear, "c") + keys(.stepOut, "Esc")
    + keys(.path, "p")
    + keys(.matrix, "m") + keys(.ring, "r") + keys(.map, "L") + keys(.egoList, "e")
    + keys(.raiseThreshold, "+")
    + keys(.lowerThreshold, "-") + keys(.furniture, "w") + keys(.brackets, "v")

  private static let deciding: [Binding] =
    keys(.setDate, "D") + keys(.addEvent, "A") + keys(.merge, "M") + keys(.split, "S")
    + keys(.rename, "R")
    + keys(.retype, "T") + keys(.reject, "X") + keys(.undo, "u") + keys(.redo, "^R")
    + keys(.bookmark, "b") + keys(.tag, "#") + keys(.note, "i") + keys(.select, "x")

  private static let program: [Binding] =
    keys(.sort, "s") + keys(.copy, "y") + keys(.report, "W") + keys(.palette, ":")
    + keys(.help, "?", "F1")
    + keys(.recordMacro, "Q") + keys(.playMacro, "@") + keys(.pause, "P") + keys(.stop, "K")
    + keys(.redraw, "^L")
    + keys(.suspend, "^Z") + keys(.quit, "q", "^C")
}
