import FoundationEssentials
import TestSupport
import Testing

/// Keys that are pressed without a terminal.
@Suite struct KeyScriptTests {
  struct Page: Decodable, Equatable {
    struct Cursor: Decodable, Equatable {
      var row: Int
      var column: Int
    }
    var columns: Int
    var rows: Int
    var focus: String
    var cursor: Cursor
    var lines: [String]
    var styles: [String]
  }

  private func folder() throws -> TemporaryFolder {
    let home = try TemporaryFolder()
    try home.write("a.txt", "Harbour closes\n\nThe harbour closed on 3 May 2031.\n")
    try home.write("b.txt", "Talks begin\n\nThe minister met dockers on 5 May 2031.\n")
    return home
  }

  private func page(_ keys: String, size: String, _ path: String) throws -> Page {
    let outcome = try BuiltProgram.run(["--keys", keys, "--size", size, "--json", path])
    #expect(outcome.status == 0)
    return try JSONDecoder().decode(Page.self, from: Data(outcome.output.utf8))
  }

  @Test func `lead to the screen that a user would see, the same each time`() throws {
    let home = try folder()
    let text = try BuiltProgram.run(["--keys", "/ talks Enter", home.path])
    #expect(text.status == 0)
    #expect(text.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    #expect(text.output.contains("Talks begin") && !text.output.contains("Harbour closes"))
    #expect(!text.output.unicodeScalars.contains("\u{1B}"))
    #expect(try BuiltProgram.run(["--keys", "/ talks Enter", home.path]).output == text.output)
  }

  @Test func `print lines, styles, cursor and focus as JSON in the size asked for`() throws {
    let home = try folder()
    let first = try page("j", size: "100x30", home.path)
    #expect(first.columns == 100 && first.rows == 30)
    #expect(first.lines.count == 30 && first.styles.count == 30)
    #expect(first.focus == "articles")
    #expect(first.lines[first.cursor.row].contains("Harbour closes"))
    #expect(try page("j 2", size: "100x30", home.path).focus == "timeline")
    #expect(try page("j Enter", size: "100x30", home.path).focus == "reader")
  }

  @Test func `keep what they decide`() throws {
    let home = try folder()
    #expect(try BuiltProgram.run(["--keys", "# quay Enter", home.path]).status == 0)
    let found = try BuiltProgram.run(["search", "tag:quay", home.path])
    #expect(found.status == 0)
  }

  @Test func `are asked for where their screen is described`() throws {
    #expect(try BuiltProgram.run(["--json", "."]).status == 2)
    #expect(try BuiltProgram.run(["--keys", "j", "--size", "80", "."]).status == 2)
  }
}
