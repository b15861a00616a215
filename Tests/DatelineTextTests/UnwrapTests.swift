import DatelineText
import Foundation
import Testing

/// Paragraphs that were broken at a fixed width, with no blank line between them, are found again.
@Suite struct UnwrapTests {
  /// The long paragraphs of the articles that come with the project.
  private static let articles: [[String]] = {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/seeds"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      guard let data = FileManager.default.contents(atPath: root + "/" + name) else { return nil }
      let text = SourceText(String(decoding: data, as: UTF8.self))
      return ArticleParser.parse(text, id: ArticleID(name)).blocks.filter {
        $0.kind == .paragraph && $0.span.count >= 80
      }.map { text[$0.span].split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
  }()

  private func wrapped(_ paragraphs: [String], at width: Int) -> (text: String, ends: Set<Int>) {
    var text = ""
    var ends: Set<Int> = []
    for paragraph in paragraphs {
      var column = 0
      for word in paragraph.split(separator: " ") {
        let isNew = column == 0 || column + 1 + word.count > width
        text += column == 0 ? word : isNew ? "\n" + word : " " + word
        column = isNew ? word.count : column + 1 + word.count
      }
      ends.insert(text.utf8.count)
      text += "\n"
    }
    ends.remove(text.utf8.count - 1)
    return (text, ends)
  }

  @Test(arguments: [60, 72, 90])
  func `nine of ten ends of paragraphs are found, and hardly a wrong one`(width: Int) {
    var counts = (both: 0, found: 0, right: 0)
    for paragraphs in Self.articles {
      let (text, ends) = wrapped(paragraphs, at: width)
      let blocks = ArticleParser.parse(SourceText(text), id: ArticleID("a")).blocks
      let found = Set(blocks.map { Int($0.span.upper) }).filter { $0 < text.utf8.count - 1 }
      counts.both += found.intersection(ends).count
      counts.found += found.count
      counts.right += ends.count
    }
    #expect(counts.right > 60)
    let f1 = 2 * Double(counts.both) / Double(max(1, counts.found + counts.right))
    #expect(f1 >= 0.93, "\(counts)")
  }

  @Test func `where blank lines part the paragraphs none is cut`() {
    let paragraph = String(
      repeating:
        "The two ministers met in the old town hall of Doha for the third time this year. ",
      count: 9
    )
    let (text, _) = wrapped([paragraph], at: 72)
    let parted = [String](repeating: text, count: 12).joined(separator: "\n")
    let article = ArticleParser.parse(SourceText(parted), id: ArticleID("a"))
    #expect(article.blocks.count == 12)
  }
}
