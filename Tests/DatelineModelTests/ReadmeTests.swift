import DatelineModel
import DatelineReading
import DatelineText
import Testing

/// What README promises about keys is what the program's own table says.
@Suite struct ReadmeTests {
  private func readme() throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let listing = ArticleSource.files(at: ["/" + root + "/README.md"])
    let file = try #require(listing.files.first)
    let article = try #require(ArticleReader.read(file).first)
    return try article.get().text.string
  }

  @Test func `the key table of README is the key table of the program`() throws {
    let expected = HelpTable(.standard).lines.map { line in
      line.help.isEmpty ? "**\(line.keys)**" : "`\(line.keys)`|\(line.help)"
    }
    let shown = try readme().split(separator: "\n")
      .filter { $0.hasPrefix("| `") || $0.hasPrefix("| **") }
      .map { row in
        row.split(separator: "|").map { cell in
          let text = cell.drop { $0 == " " }
          return String(text.reversed().drop { $0 == " " }.reversed())
        }
        .filter { !$0.isEmpty }
        .joined(separator: "|")
      }
    #expect(shown == expected)
  }
}
