import ArgumentParser
import DatelineText

/// Tags given tokens, so that names can be scored on corpora whose tokens differ from ours.
struct NamesTag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names-tag", abstract: "Tag a file of tokens in columns with names.")

  @Argument(help: "Token and tag columns; a blank line between sentences.")
  var file: String

  @Option(help: "Weights to use in place of the embedded ones.")
  var weights: String?

  @Option(help: "Sentences in a document, where the file marks none.")
  var length = 30

  func run() throws {
    let corpus = try ColumnCorpus(path: file, length: length)
    let bytes = try weights.map { try LabFile.bytes($0) } ?? []
    bytes.withUnsafeBytes { raw in
      let model = weights == nil ? NameModel.embedded : NameModel(weights: NameWeights(raw))
      var rows: [String] = []
      for (number, document) in corpus.documents.enumerated() {
        if corpus.marks.contains(number) { rows += ["-DOCSTART-\tO", ""] }
        rows += document.rows(model.tags(of: document.own))
      }
      print(rows.joined(separator: "\n"))
    }
  }
}
