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
  var length = 60

  func run() throws {
    let corpus = try ColumnCorpus(path: file, length: length)
    let bytes = try weights.map { try LabFile.bytes($0) } ?? []
    bytes.withUnsafeBytes { raw in
      let model = weights == nil ? NameModel.embedded : NameModel(weights: NameWeights(raw))
      var rows: [String] = []
      for (number, document) in corpus.documents.enumerated() {
        if corpus.marks.contains(number) { rows += ["-DOCSTART-\tO", ""] }
        rows += NamesTag.rows(document, model.tags(of: document.own))
      }
      print(rows.joined(separator: "\n"))
    }
  }

  /// The given words with the tags that their parts agree on. A word of which only a part is a name
  /// ("U.S.-led") is none.
  private static func rows(_ document: ColumnCorpus.Document, _ tags: [NameTag]) -> [String] {
    let words = document.sentences.flatMap(\.words)
    var merged = Array(repeating: NameTag.outside, count: words.count)
    var isSeen = Array(repeating: false, count: words.count)
    for (index, tag) in tags.enumerated() {
      let word = document.given[index]
      if !isSeen[word] {
        merged[word] = tag
        isSeen[word] = true
      } else if merged[word].type != tag.type || tag.isBegin {
        merged[word] = .outside
      }
    }
    var rows: [String] = []
    var word = 0
    for sentence in document.sentences {
      var previous: NameTag?
      for text in sentence.words {
        var tag = merged[word]
        if let type = tag.type, !tag.mayFollow(previous) { tag = .begin(type) }
        rows.append("\(text)\t\(tag.name)")
        previous = tag
        word += 1
      }
      rows.append("")
    }
    return rows
  }
}
