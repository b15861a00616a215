import TestSupport
import Testing

/// What an analyst asks of the sample articles, each answered in under ten keys at 80 by 24.
@Suite(.serialized) struct QuestionTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// The browser on the sample articles, once all facts are made.
  private func open() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [BuiltProgram.path, BuiltProgram.seeds],
      environment: [
        "HOME=\(home.path)", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no",
        "TERM=xterm-256color", "LANG=C.UTF-8",
      ])
    _ = terminal.waits(for: "why: ")
    while true {
      let screen = redrawn(terminal, after: "")
      if screen.isEmpty { return terminal }
      let isDone = screen.contains("5 articles") && !screen.contains("reading")
      if isDone, !screen.contains("making facts") { return terminal }
    }
  }

  /// What a whole redraw after `keys` writes, down to the hints in the last row.
  private func redrawn(_ terminal: PseudoTerminal, after keys: String) -> String {
    let mark = terminal.output.count
    terminal.type(keys + "\u{0C}")
    guard terminal.waits(for: "\u{1B}[2J", from: mark),
      terminal.waits(for: "\u{1B}[mhelp", from: mark)
    else { return "" }
    return String(decoding: terminal.output[mark...], as: UTF8.self)
  }

  @Test(arguments: [
    ("What happened between 9 and 19 October?", "d9-19oct\r", ["2025-10-09..19", "10-11"]),
    (
      "Who mediates between whom?", "3tmed\r",
      ["type med", "mediates", "Saudi Arabia", "Qatar", "Turkey"]
    ),
    (
      "Which casualty figures conflict?", "4tcas\r",
      ["in conflict", "more than 200", "58 Pakistani soldiers"]
    ),
    ("How is Haqqani connected to the TTP?", "phaq\tttp\r", ["chain 1 of", "Sirajuddin Haqqani"]),
    ("What does China want?", "gchi\r4", ["only: China", "clear and verifiable action"]),
    ("Who accuses whom?", "4tacc\r", ["accusations", "of carrying out"]),
    ("What was agreed in Kabul?", "2/naq\rj", ["/naq", "07-20", "The two sides"]),
    (
      "Under which names does the TTP appear?", "gttp\ra",
      ["Tehreek-e-Taliban Pakistan", "Tehrik-i-Taliban Pakistan", "Pakistan Taliban"]
    ),
    ("What did Muttaqi do in India?", "gmut\r2", ["Muttaqi", "10-09", "2025-10-16"]),
    ("What is reported about Paktika?", "gpakt\r2", ["only: Paktika", "10-09", "10-15"]),
    ("What rests on one source?", "4f1src\r", ["only: 1src"]),
    ("What was still planned?", "2tfut\r", ["type fut", "planned"]),
  ])
  func `the question is answered in under ten keys`(
    question: String, keys: String, answers: [String]
  ) throws {
    #expect(keys.count < 10)
    let terminal = try open()
    let mark = terminal.output.count
    #expect(!redrawn(terminal, after: keys).isEmpty)
    for answer in answers { #expect(terminal.waits(for: answer, from: mark), "\(question)") }
    terminal.type("q")
    #expect(terminal.end() == 0)
  }

  @Test func `no chain leads straight from Haqqani to the TTP`() throws {
    let terminal = try open()
    let screen = redrawn(terminal, after: "phaq\tttp\r")
    #expect(screen.contains("chain 1 of"))
    #expect(!screen.contains(", 1 step"))
  }

  @Test func `the names of the TTP are not those of the Afghan Taliban`() throws {
    let terminal = try open()
    let screen = redrawn(terminal, after: "gttp\ra")
    #expect(screen.contains("names"))
    #expect(!screen.contains("Afghan Taliban  ("))
  }
}
