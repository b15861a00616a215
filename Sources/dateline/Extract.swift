import ArgumentParser
import DatelineText
import FoundationEssentials

/// `dateline extract`: the stateless filter, one record in, one record out.
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one JSON object per article, in input order.")

  @Argument(help: "Files or folders, or - for JSON lines on standard input.")
  var paths: [String]

  struct InputLine: Decodable {
    var id: String
    var text: String?
    var body: String?
    var content: String?
    var title: String?
    var date: String?
    var published: String?
    var time: String?
    var dct: String?
  }

  func run() async throws {
    while let line = readLine() {
      if line.isEmpty { continue }
      let input = try JSONDecoder().decode(InputLine.self, from: Data(line.utf8))
      var metadata = ArticleMetadata()
      metadata.title = input.title
      metadata.date = input.date ?? input.published ?? input.time ?? input.dct
      let article = ArticleParser.parse(
        SourceText(input.text ?? input.body ?? input.content ?? ""), id: ArticleID(input.id),
        metadata: metadata)
      StandardOutput.write(ExtractRecord(Annotator.annotate(article)).line)
    }
  }
}
