import DatelineScreen
import Glibc

/// What the environment tells of the terminal that its description leaves out.
///
/// Nothing is asked of the terminal itself: a late answer would be typed into the shell.
enum TerminalKind {
  /// Whether the terminal is known to follow addresses (OSC 8). Others would show nothing of it, but
  /// get fewer bytes without.
  static var followsLinks: Bool {
    if environment("VTE_VERSION").flatMap({ Int($0) }) ?? 0 >= 5000 { return true }
    let names = ["iTerm.app", "WezTerm", "vscode", "ghostty", "rio", "Hyper"]
    if let program = environment("TERM_PROGRAM"), names.contains(program) { return true }
    if ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"].contains(where: {
      environment($0) != nil
    }) {
      return true
    }
    let kinds = ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour"]
    let term = environment("TERM") ?? ""
    return kinds.contains { term.hasPrefix($0) }
  }

  /// The name of this machine, by which a terminal elsewhere knows that a file is not its own.
  static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What its font is sure to have: that of the Linux console has no eighths of a block.
  static var pictures: Appearance.Pictures {
    environment("TERM").map { $0 == "linux" } ?? false ? .ascii : .blocks
  }
}
