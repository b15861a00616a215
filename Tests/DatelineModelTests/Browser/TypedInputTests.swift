import DatelineModel
import DatelineText
import TestSupport
import Testing

/// What hurried fingers type.
@Suite struct TypedInputTests {
  private let days = [
    DayNumber(year: 2025, month: 10, day: 9), DayNumber(year: 2025, month: 10, day: 12),
    DayNumber(year: 2024, month: 10, day: 12), DayNumber(year: 2026, month: 1, day: 4),
  ]

  @Test(arguments: [
    ("9-19oct", "2025-10-09", "2025-10-19"), ("9oct", "2025-10-09", "2025-10-09"),
    ("9 oct 2024", "2024-10-09", "2024-10-09"), ("28dec-3jan2026", "2025-12-28", "2026-01-03"),
    ("oct", "2025-10-01", "2025-10-31"), ("feb 2024", "2024-02-01", "2024-02-29"),
    ("2025", "2025-01-01", "2025-12-31"), ("2025-10", "2025-10-01", "2025-10-31"),
    ("2025-10-09", "2025-10-09", "2025-10-09"), ("October 9", "2025-10-09", "2025-10-09"),
    ("2025-10-09..2025-10-19", "2025-10-09", "2025-10-19"),
    ("2024-2025", "2024-01-01", "2025-12-31"),
  ])
  func `short ways of writing days are read`(text: String, first: String, last: String) {
    let interval = DateRange.parse(text, days: days)
    #expect(interval?.earliest?.iso == first)
    #expect(interval?.latest?.iso == last)
  }

  @Test(arguments: [
    "", "x", "31feb", "19-9oct", "0oct", "2025-13", "-", "..", "oct-oct-oct", "99999",
  ])
  func `what means no day is refused`(text: String) {
    #expect(DateRange.parse(text, days: days) == nil)
  }

  @Test func `where nothing is dated a day needs its year`() {
    #expect(DateRange.parse("9oct", days: []) == nil)
    #expect(DateRange.parse("9 oct 2025", days: []) != nil)
  }

  @Test(arguments: ["j", "^Z", "Enter", "PgDn", "Space", "?", "F1", "é"])
  func `a key is read back from its name`(name: String) {
    #expect(Key(name)?.description == name)
  }

  @Test
  func `every key of the standard table does what the table says, and help lists all commands`() {
    let keymap = Keymap.standard
    for binding in keymap.bindings {
      for pane in binding.panes ?? Pane.allCases {
        #expect(keymap.command(for: binding.key, in: pane) == binding.command, "\(binding.key)")
      }
    }
    let help = HelpTable(keymap).lines.map(\.help)
    for command in Command.allCases { #expect(help.contains(command.help)) }
  }

  @Test func `the palette finds a command by letters of its name`() {
    var driver = BrowserDriver()
    driver.press(": mat Enter")
    #expect(driver.model.place.graph.view == .matrix)
  }

  @Test func `a type that nothing has is refused and nothing stays narrowed`() {
    var driver = BrowserDriver()
    driver.press("t zzz Enter")
    #expect(driver.model.notice?.tone == .error)
    #expect(driver.model.place.scope.isEmpty)
  }

  @Test func `letters in the middle of a name do not outdo one that begins with them`() throws {
    var driver = BrowserDriver()
    driver.press(": re")
    let first = try #require(driver.model.prompt?.candidates.first)
    #expect(first.label.hasPrefix("re"))
  }

  @Test func `a line is changed where its cursor stands`() {
    var driver = BrowserDriver()
    driver.press("i dock Left Left x Home ^D End BS s")
    #expect(driver.model.prompt?.text == "oxcs")
    driver.press("Left Left ^K")
    #expect(driver.model.prompt?.text == "ox")
    driver.press("^A Del Right Right Right BS")
    #expect(driver.model.prompt?.text == "")
    driver.press("BS")
    #expect(driver.model.prompt == nil)
  }

  @Test func `words that other filters hide are counted while typing, and one key shows them`() {
    var driver = BrowserDriver()
    driver.press("/ dock")
    let all = driver.articles.count
    #expect(all > 1 && driver.model.listing.hidden.isEmpty)
    driver.press("Esc Space / dock")
    #expect(driver.articles.count < all)
    #expect(driver.model.listing.hidden.articles == all - driver.articles.count)
    driver.press("Tab")
    #expect(driver.articles.count == all && driver.model.listing.hidden.isEmpty)
    driver.press("Esc")
    #expect(driver.articles.count == 1)
  }

  @Test func `words that other filters hide are told of after Enter`() {
    var driver = BrowserDriver()
    driver.press("Space / dock Enter")
    #expect(driver.model.notice?.text.contains("other filters hide") == true)
  }
}
