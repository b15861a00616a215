import Glibc
import TestSupport
import Testing

/// The built program in a real pseudo-terminal.
@Suite(.serialized) struct TerminalTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func environment(_ changes: [String] = [], term: String? = "TERM=xterm-256color")
    -> [String]
  {
    [
      "HOME=\(home.path)", "XDG_CONFIG_HOME=\(home.path)/config",
      "XDG_STATE_HOME=\(home.path)/state",
      "XDG_DATA_HOME=\(home.path)/data", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
    ] + (term.map { [$0] } ?? []) + (changes.isEmpty ? ["LANG=C.UTF-8"] : changes)
  }

  private func open(
    _ folder: String, environment: [String]? = nil, rows: Int = 24, columns: Int = 80
  )
    throws -> PseudoTerminal
  {
    try PseudoTerminal(
      [BuiltProgram.path, folder], environment: environment ?? self.environment(), rows: rows,
      columns: columns)
  }

  /// A folder of three small articles.
  private func news() throws -> String {
    try home.write("news/a.txt", "Harbour closes\n\nThe harbour closed on 3 May 2031. 作é│ stays.\n")
    try home.write("news/b.txt", "Talks begin\n\nThe minister met dockers on 5 May 2031.\n")
    try home.write(
      "news/c.txt",
      "Hostile\n\nBefore \u{1B}]52;c;aGFjaw==\u{07} and \u{1B}[2Jafter and \u{9B}31m.\n")
    return home.path + "/news"
  }

  @Test func `it starts, shows the articles, and gives the terminal back on q`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.isLineRestored)
    #expect(terminal.isScreenRestored)
  }

  @Test func `a report is written once and never over another file`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    let path = home.path + "/told.md"
    terminal.type("W\u{15}\(path)\rq")
    #expect(terminal.end() == 0)
    let report = home.read("told.md")
    #expect(report.hasPrefix("# Report"))
    let again = try open(news())
    #expect(again.waits(for: "Harbour closes"))
    again.type("W\u{15}\(path)\r")
    #expect(again.waits(for: "there already"))
    again.type("q")
    #expect(again.end() == 0)
    #expect(home.read("told.md") == report)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal ends it with the terminal given back`(signal: Int32) throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    kill(terminal.process, signal)
    #expect(terminal.end() == 128 + signal)
    #expect(terminal.isLineRestored)
    #expect(terminal.isScreenRestored)
  }

  @Test(arguments: [SIGILL, SIGSEGV, SIGABRT])
  func `a crash leaves a clean terminal`(signal: Int32) throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    kill(terminal.process, signal)
    #expect(terminal.end() == 128 + signal)
    #expect(terminal.isLineRestored)
    #expect(terminal.isScreenRestored)
  }

  @Test func `a kill that cannot be caught leaves a clean terminal all the same`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    let mark = terminal.output.count
    kill(terminal.process, SIGKILL)
    #expect(terminal.waits(for: "\u{1B}[?1049l", from: mark))
    _ = terminal.end()
    #expect(terminal.isScreenRestored)
    #expect(terminal.isLineRestored)
  }

  @Test func `control C closes a prompt, and ends the program where none is open`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("/zzz")
    #expect(terminal.waits(for: "nothing passes"))
    let mark = terminal.output.count
    terminal.type("\u{03}")
    #expect(terminal.waits(for: "Harbour", from: mark))
    terminal.type("\u{03}")
    #expect(terminal.end() == 0)
    #expect(terminal.isScreenRestored)
  }

  @Test(arguments: ["\u{1B}[B", "\u{1B}OB"])
  func `both forms of an arrow are one key`(arrow: String) throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type(arrow + arrow + "a")
    #expect(terminal.waits(for: "file"))
    #expect(terminal.waits(for: "c.txt") || terminal.waits(for: "a.txt"))
    #expect(!terminal.text.contains("does nothing here"))
    terminal.type("qq")
    #expect(terminal.end() == 0)
  }

  @Test func `what is copied is sent to the terminal and kept in a file`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("y")
    #expect(terminal.waits(for: "\u{1B}]52;c;"))
    #expect(terminal.waits(for: "kept in"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(home.read("state/dateline/copied.txt").contains(".txt"))
  }

  @Test(arguments: [("VTE_VERSION=7000", true), ("VTE_VERSION=1", false)])
  func `addresses are sent where the terminal follows them`(
    variable: String, isSent: Bool
  ) throws {
    let terminal = try open(news(), environment: environment(["LANG=C.UTF-8", variable]))
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("\r")
    #expect(terminal.waits(for: "READER"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.text.contains("\u{1B}]8;;file://") == isSent)
  }

  @Test func `it follows the window to any size and back`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    for (rows, columns) in [(12, 40), (5, 20), (1, 1), (2, 8), (60, 200)] {
      terminal.resize(rows: rows, columns: columns)
    }
    let mark = terminal.output.count
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.waits(for: "Harbour", from: mark))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `a window that grew again shows nothing of what it showed before`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.resize(rows: 12, columns: 40)
    let mark = terminal.output.count
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.waits(for: "\u{1B}[H\u{1B}[2J", from: mark))
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `no byte of an article steers the terminal`() throws {
    let terminal = try open(news())
    #expect(terminal.waits(for: "Hostile"))
    let mark = terminal.output.count
    terminal.type("/hostile\n\n")
    #expect(terminal.waits(for: "after", from: mark))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(!terminal.text.contains("\u{1B}]52;c;aGFjaw=="))
    #expect(!terminal.output.contains(0x07))
    #expect(!terminal.text.contains("\u{9B}"))
  }

  @Test(arguments: ["vt100", "linux", "screen", "tmux-256color", "xterm"])
  func `every kind of terminal shows the articles`(term: String) throws {
    let terminal = try open(news(), environment: environment(term: "TERM=\(term)"))
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.isLineRestored)
  }

  @Test(arguments: ["TERM=dumb", "TERM=no-such-terminal", nil])
  func `where the cursor cannot move there is the linear mode`(term: String?) throws {
    let terminal = try open(news(), environment: environment(term: term))
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("q\n")
    #expect(terminal.end() == 0)
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.isLineRestored)
  }

  @Test func `NO_COLOR sends no colour`() throws {
    let terminal = try open(news(), environment: environment(["LANG=C.UTF-8", "NO_COLOR=1"]))
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("\n")
    #expect(terminal.waits(for: "The harbour") || terminal.waits(for: "minister"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    for color in 30...37 { #expect(!terminal.text.contains("[\(color)m")) }
  }

  @Test func `a locale without UTF-8 gets ASCII`() throws {
    let terminal = try open(news(), environment: environment(["LC_ALL=C"]))
    #expect(terminal.waits(for: "Harbour closes"))
    terminal.type("q")
    #expect(terminal.end() == 0)
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func `control Z stops the job and fg goes on where it was`() throws {
    let folder = try news()
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-i"], environment: environment(["LANG=C.UTF-8", "PS1=ready> "]))
    #expect(terminal.waits(for: "ready> "))
    var mark = terminal.output.count
    terminal.type("\(BuiltProgram.path) \(folder)\n")
    #expect(terminal.waits(for: "Harbour closes", from: mark))
    mark = terminal.output.count
    terminal.type("\u{1A}")
    #expect(terminal.waits(for: "ready> ", from: mark))
    #expect(terminal.isScreenRestored)
    mark = terminal.output.count
    terminal.type("fg\n")
    #expect(terminal.waits(for: "Harbour closes", from: mark))
    mark = terminal.output.count
    terminal.type("q")
    #expect(terminal.waits(for: "ready> ", from: mark))
    terminal.type("exit\n")
    #expect(terminal.end() == 0)
  }
}
