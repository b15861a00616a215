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

  @Option(help: "A folder with a network and its vocabulary to use in place of the embedded ones.")
  var network: String?

  @Option(help: "How far the network is heard: 1 as it is stored, 0 not at all.")
  var share: Float = 1

  @Flag(help: "Hear only what the network says of any kind of text.")
  var general = false

  @Option(help: "Sentences in a document, where the file marks none.")
  var length = 30

  func run() throws {
    let corpus = try ColumnCorpus(path: file, length: length)
    let bytes = try weights.map { try LabFile.bytes($0) } ?? []
    let syntax = try syntax()
    bytes.withUnsafeBytes { raw in
      let model = NameModel(weights: weights == nil ? .embedded : NameWeights(raw))
      var rows: [String] = []
      for (number, document) in corpus.documents.enumerated() {
        if corpus.marks.contains(number) { rows += ["-DOCSTART-\tO", ""] }
        let genre = model.genre(of: document.own)
        let told = syntax.names(of: document.own, general ? .any : genre).map {
          SIMD16<Int16>((SIMD16<Float>($0) * share).rounded(.toNearestOrEven))
        }
        rows += document.rows(model.tags(of: document.own, genre: genre, told: told))
      }
      print(rows.joined(separator: "\n"))
    }
  }

  private func syntax() throws -> SyntaxModel {
    guard let network else { return .embedded }
    guard let stored = SyntaxNetwork(stored: try LabFile.bytes(network + "/syntax.bin")) else {
      throw LabError(description: "\(network) holds no network")
    }
    return SyntaxModel(
      vocabulary: Vocabulary(stored: try LabFile.bytes(network + "/vocabulary.bin")),
      network: stored)
  }
}

extension SyntaxModel {
  /// What the network says of the tokens of `document` as names in text of the kind `genre`.
  func names(of document: NameDocument, _ genre: NameGenre) -> [SIMD16<Int16>] {
    let tokens = document.spans.map { Token(span: ByteSpan($0.lowerBound, $0.upperBound)) }
    let sentences = document.sentences.map { range in
      Sentence(
        span: range.isEmpty
          ? ByteSpan(0, 0) : tokens[range.lowerBound].span.union(tokens[range.upperBound - 1].span),
        tokens: range, block: 0)
    }
    return SyntaxAnalyzer.analyze(
      SourceText(repairing: document.bytes), tokens: tokens, sentences: sentences, genre: genre,
      with: self
    ).names
  }
}
