import ArgumentParser
import DatelineText
import Foundation

/// Scores the joining of lines that a mail program or a printer broke.
///
/// Method: the paragraphs of known texts are broken at fixed widths, without blank lines between
/// them; what is scored are the ends of paragraphs that are found again, the last one left out.
struct ScoreUnwrap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-unwrap", abstract: "Score the joining of lines broken at fixed widths.")

  @Argument(help: "A JSON object of texts, each with articleBody; paragraphs end with a line end.")
  var file: String

  @Option(help: "The widths, joined by commas.")
  var widths = "60,72,90"

  private struct Text: Decodable {
    var articleBody: String
  }

  func run() throws {
    let texts = try JSONDecoder().decode(
      [String: Text].self, from: Data(try LabFile.bytes(file)))
    let articles = texts.sorted { $0.key < $1.key }.map { _, text in
      text.articleBody.split(separator: "\n").map(String.init).filter {
        !$0.allSatisfy(\.isWhitespace)
      }
    }.filter { $0.count >= 3 }
    for width in widths.split(separator: ",").compactMap({ Int($0) }) {
      var counts = (both: 0, found: 0, right: 0)
      for paragraphs in articles {
        let (text, ends) = Self.wrapped(paragraphs, at: width)
        let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
        let found = Set(article.blocks.map { Int($0.span.upper) }).filter {
          $0 < text.utf8.count - 1
        }
        counts.both += found.intersection(ends).count
        counts.found += found.count
        counts.right += ends.count
      }
      let precision = Double(counts.both) / Double(max(1, counts.found))
      let recall = Double(counts.both) / Double(max(1, counts.right))
      let f1 = 2 * precision * recall / max(.leastNonzeroMagnitude, precision + recall)
      print(
        "width \(width): P \(Self.text(precision)) R \(Self.text(recall)) F1 \(Self.text(f1)),",
        "\(counts.right) ends in \(articles.count) texts")
    }
  }

  private static func text(_ share: Double) -> String { String(format: "%.3f", share) }

  /// The paragraphs in lines of at most `width` characters, and where all but the last one end.
  private static func wrapped(_ paragraphs: [String], at width: Int) -> (String, Set<Int>) {
    var text = ""
    var ends: Set<Int> = []
    for paragraph in paragraphs {
      var column = 0
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        if column > 0, column + 1 + word.count > width {
          text += "\n"
          column = 0
        }
        text += column > 0 ? " " + word : word
        column += (column > 0 ? 1 : 0) + word.count
      }
      ends.insert(text.utf8.count)
      text += "\n"
    }
    ends.remove(text.utf8.count - 1)
    return (text, ends)
  }
}
