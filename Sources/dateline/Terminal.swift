import CNcurses
import DatelineModel
import DatelineScreen
import Glibc

/// Why the terminal could not be taken over.
enum TerminalError: Error {
  /// Input or output is no terminal.
  case notATerminal
  /// The terminal is unknown, or cannot move its cursor: only the linear mode works there.
  case plain
}

/// The terminal session: takes the screen over and gives it back when it goes out of scope.
///
/// Exit, signals and traps give it back as well, in C, for they run no deinit.
struct Terminal: ~Copyable {
  private var shown: Grid?
  private let theme: Theme
  private let hasLinks: Bool
  /// What frames are encoded for; nil where ncurses has to send them.
  private let direct: FrameEncoder.Terminal?

  /// Takes the terminal over.
  ///
  /// - Parameters:
  ///   - utf8: Whether more than ASCII may be sent.
  ///   - mouse: Whether the mouse is used.
  ///   - links: Whether it follows addresses (OSC 8).
  ///   - isColorful: Whether colours may be used.
  ///   - looks: The user's looks.
  init(utf8: Bool, mouse: Bool, links: Bool, isColorful: Bool, looks: [Role: Theme.Look])
    throws(TerminalError)
  {
    switch Int(cn_open(utf8 ? 1 : 0, mouse ? 1 : 0)) {
    case CN_OK: break
    case CN_NOT_A_TERMINAL: throw .notATerminal
    default: throw .plain
    }
    hasLinks = links
    let theme = Theme(colors: isColorful ? Int(cn_colors()) : 0, changes: looks)
    theme.install()
    self.theme = theme
    direct =
      cn_is_standard() == 0
      ? nil
      : FrameEncoder.Terminal(
        erasesCells: cn_erases_cells() != 0, look: theme.directLook, width: { Int(cn_width($0)) })
  }

  deinit { cn_close() }

  /// The size of the window.
  var size: ScreenSize {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_size(&rows, &columns)
    return ScreenSize(rows: Int(rows), columns: Int(columns))
  }

  /// Adopts the size that the window has now. What a terminal shows where it grew differs from one
  /// to another, and may be older than the last frame: everything is sent again.
  mutating func adoptSize() {
    cn_resize()
    cn_redraw()
    shown = nil
  }

  /// Sends the cells in which `grid` differs from what is shown.
  mutating func show(_ grid: Grid) {
    if let direct {
      let bytes = FrameEncoder.bytes(from: shown, to: grid, on: direct)
      bytes.withUnsafeBytes { cn_send($0.baseAddress, Int32($0.count)) }
    } else {
      showByNcurses(grid)
    }
    if hasLinks { showLinks(of: grid) }
    shown = grid
  }

  private func showByNcurses(_ grid: Grid) {
    for change in GridDiff(from: shown, to: grid).changes {
      let (attributes, pair) = theme.look(of: change.cell.style)
      let scalars = change.cell.scalars
      cn_put(
        Int32(change.row), Int32(change.column), scalars, Int32(scalars.count),
        Int32(change.cell.width), attributes, pair)
    }
    cn_cursor(Int32(grid.cursor.row), Int32(grid.cursor.column))
    cn_flush()
  }

  /// Writes the cells that lead somewhere again with their address around them (OSC 8), which ncurses
  /// does not know; what it knows of the cells stays true.
  private func showLinks(of grid: Grid) {
    for link in grid.links {
      let isNew =
        shown?.links.contains(link) != true
        || link.columns.contains { shown?[link.row, $0] != grid[link.row, $0] }
      guard isNew, let first = link.columns.first else { continue }
      var text = ""
      for column in link.columns {
        for value in grid[link.row, column].scalars where value != 0 {
          text.unicodeScalars.append(Unicode.Scalar(value) ?? " ")
        }
      }
      let look = theme.rendition(of: grid[link.row, first].style)
      let sequence =
        "\u{1B}7\u{1B}[\(link.row + 1);\(first + 1)H\u{1B}[0\(look)m"
        + "\u{1B}]8;;\(link.address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\\u{1B}8"
      sequence.withCString { cn_write($0, Int32(strlen($0))) }
    }
  }

  /// Forgets what is shown, so that the next frame is drawn whole.
  mutating func forget() {
    cn_redraw()
    shown = nil
  }

  /// Stops the program as ^Z does; returns when it goes on.
  mutating func suspend() {
    cn_suspend()
    shown = nil
  }

  /// The next key or click; nil where none waits.
  func nextInput() -> Message? {
    while true {
      let code = cn_key()
      if code == CN_KEY_NONE { return nil }
      if let message = Self.message(code) { return message }
    }
  }

  private static func message(_ code: Int32) -> Message? {
    if code == CN_KEY_MOUSE { return mouse() }
    return key(code).map { .key($0) }
  }

  private static func mouse() -> Message? {
    var row: Int32 = 0
    var column: Int32 = 0
    switch cn_mouse(&row, &column) {
    case 1: return .click(row: Int(row), column: Int(column))
    case 4: return .command(.up)
    case 5: return .command(.down)
    default: return nil
    }
  }

  /// The key that the shim numbers `code`.
  private static func key(_ code: Int32) -> Key? {
    switch code {
    case 0x09: return .named(.tab)
    case 0x0A, 0x0D: return .named(.enter)
    case 0x1B: return .named(.escape)
    case 0x08, 0x7F: return .named(.backspace)
    case 0x00..<0x20:
      return Unicode.Scalar(UInt32(code) + 0x60).map { .control($0) }
    case 0x20..<0x11_0000: return Unicode.Scalar(UInt32(code)).map { .character($0) }
    default: return special(Int(code)).map { .named($0) }
    }
  }

  private static func special(_ code: Int) -> Key.Name? {
    switch code {
    case CN_KEY_UP: .up
    case CN_KEY_DOWN: .down
    case CN_KEY_LEFT: .left
    case CN_KEY_RIGHT: .right
    case CN_KEY_HOME: .home
    case CN_KEY_END: .end
    case CN_KEY_PAGE_UP: .pageUp
    case CN_KEY_PAGE_DOWN: .pageDown
    case CN_KEY_BACKSPACE: .backspace
    case CN_KEY_DELETE: .delete
    case CN_KEY_INSERT: .insert
    case CN_KEY_BACK_TAB: .backTab
    case CN_KEY_ENTER: .enter
    default: Key.Name(rawValue: "F\(code - CN_KEY_F0)")
    }
  }
}
