import Glibc
import TestSupport
import Testing

/// Configuration, session and the linear mode of the built program.
@Suite(.serialized) struct SettingsTests {
  private let home: TemporaryFolder

  init() throws {
    home = try TemporaryFolder()
    try home.write("news/a.txt", "Harbour closes\n\nThe harbour closed on 3 May 2031.\n")
    try home.write("news/b.txt", "Talks begin\n\nThe minister met dockers on 5 May 2031.\n")
  }

  private func open(_ arguments: [String] = []) throws -> PseudoTerminal {
    try PseudoTerminal(
      [BuiltProgram.path] + arguments + [home.path + "/news"],
      environment: [
        "HOME=\(home.path)", "XDG_CONFIG_HOME=\(home.path)/config",
        "XDG_STATE_HOME=\(home.path)/state", "XDG_DATA_HOME=\(home.path)/data",
        "XDG_CACHE_HOME=\(home.path)/cache", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
        "TERM=xterm-256color", "LANG=C.UTF-8",
      ])
  }

  /// A run that ends while all is narrowed to the harbour.
  private func leaveFiltered() throws {
    let terminal = try open()
    #expect(terminal.waits(for: "Talks begin"))
    terminal.type("/harb\n")
    #expect(terminal.waits(for: "only: /harb"))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `the user's keys count and the standard ones stay`() throws {
    try home.write("config/dateline/config.toml", "[keys]\n\"J\" = \"quit\" # leave\n")
    let terminal = try open()
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("jJ")
    #expect(terminal.end() == 0)
  }

  @Test func `a wrong line is named by its number and the rest counts`() throws {
    try home.write(
      "config/dateline/config.toml",
      "[keys]\n\"J\" = \"fly\"\n\"K\" = \"quit\"\n[theme]\ndate = \"red\"\n")
    let terminal = try open()
    #expect(terminal.waits(for: "line 2: no command is called fly"))
    terminal.type("K")
    #expect(terminal.end() == 0)
  }

  @Test func `a colour in red, green and blue becomes the nearest of the terminal's`() throws {
    try home.write("config/dateline/config.toml", "[theme]\nday = \"#ff0000\"\n")
    let terminal = try open()
    #expect(terminal.waits(for: "\u{1B}[38;5;196m"))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a filter that is taken up again is announced, and one key takes it away`() throws {
    try leaveFiltered()
    let second = try open()
    #expect(second.waits(for: "taken up where you left it"))
    let mark = second.output.count
    second.type("c")
    #expect(second.waits(for: "Talks begin", from: mark))
    second.type("q")
    #expect(second.end() == 0)
  }

  @Test func `a fresh start shows everything`() throws {
    try leaveFiltered()
    let second = try open(["--fresh"])
    #expect(second.waits(for: "Talks begin"))
    second.type("q")
    #expect(second.end() == 0)
    #expect(!second.text.contains("only: /harb"))
  }

  @Test(arguments: [true, false])
  func `the next run goes on where the last one ended or was killed`(
    isKilled: Bool
  ) throws {
    let first = try open()
    #expect(first.waits(for: "Talks begin"))
    first.type("/harb\n\n")
    #expect(first.waits(for: "READER"))
    if isKilled {
      #expect(home.waits(for: "\treader="))
      kill(first.process, SIGKILL)
    } else {
      first.type("q")
    }
    _ = first.end()
    let second = try open()
    #expect(second.waits(for: "READER"))
    #expect(second.waits(for: "/harb"))
    second.type("q")
    #expect(second.end() == 0)
  }

  @Test func `the linear mode prints the selected row alone when it moves`() throws {
    let terminal = try open(["--linear"])
    #expect(terminal.waits(for: "Talks begin"))
    let mark = terminal.output.count
    terminal.type("j\n")
    #expect(terminal.waits(for: "> ", from: mark))
    #expect(terminal.waits(for: "\n", from: mark + 3))
    terminal.type("q\n")
    #expect(terminal.end() == 0)
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func `the linear mode shows one pane alone, and the next session all again`() throws {
    let first = try open()
    #expect(first.waits(for: "Talks begin"))
    first.type("jq")
    #expect(first.end() == 0)
    let terminal = try open(["--linear"])
    #expect(terminal.waits(for: "Talks begin"))
    terminal.type("j\nz\nq\n")
    #expect(terminal.end() == 0)
    #expect(!terminal.text.contains("\u{2502}") && !terminal.text.contains("TIMELINE"))
    let last = try open()
    #expect(last.waits(for: "TIMELINE") && last.waits(for: "GRAPH"))
    last.type("q")
    #expect(last.end() == 0)
  }
}
