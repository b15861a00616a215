internal import CDatelineData

/// Tags and parses the sentences of an article.
///
/// The weights are trained on the English Web Treebank and GUM; `weights/syntax.md` among the data
/// says how and how well.
public enum SyntaxAnalyzer {
  /// One description for each token.
  ///
  /// Cost: linear in the number of tokens.
  public static func analyze(_ text: SourceText, tokens: [Token], sentences: [Sentence])
    -> [TokenSyntax]
  {
    analyze(text, tokens: tokens, sentences: sentences, with: .embedded)
  }

  /// One description for each token, by the weights of `model`.
  package static func analyze(
    _ text: SourceText, tokens: [Token], sentences: [Sentence], with model: SyntaxModel
  ) -> [TokenSyntax] {
    var result = [TokenSyntax](
      repeating: TokenSyntax(partOfSpeech: .other), count: tokens.count)
    var words = SentenceWords()
    let reader = NetworkReader(model.network)
    for sentence in sentences where !sentence.tokens.isEmpty {
      words.read(text.bytes, tokens[sentence.tokens], model.vocabulary)
      let reading = reader.read(words)
      let tree = SentenceTree(reading, words: words)
      let first = sentence.tokens.lowerBound
      for (offset, tag) in reading.tags.enumerated() {
        let (part, form) = TagSet.pairs[Int(tag)]
        let head = tree.heads[offset]
        result[first + offset] = TokenSyntax(
          partOfSpeech: part, form: form, head: head < 0 ? nil : first + head,
          relation: RelationSet.all[Int(tree.relations[offset])])
      }
    }
    return result
  }
}

/// The words and the trained weights that tag and parse.
package struct SyntaxModel: Sendable {
  /// The words that are known one by one.
  package var vocabulary: Vocabulary
  /// The network.
  package var network: SyntaxNetwork

  /// Makes a model of its parts.
  package init(vocabulary: Vocabulary, network: SyntaxNetwork) {
    self.vocabulary = vocabulary
    self.network = network
  }

  /// The embedded weights.
  package static let embedded: SyntaxModel = {
    guard
      let network = SyntaxNetwork(UnsafeRawBufferPointer(bytes(dateline_weights_syntax()))),
      network.shape.tags >= TagSet.count, network.shape.relations >= RelationSet.count
    else {
      preconditionFailure("the embedded weights fit the program")
    }
    return SyntaxModel(
      vocabulary: Vocabulary(stored: Array(bytes(dateline_weights_vocabulary()))), network: network)
  }()

  private static func bytes(_ data: dateline_data) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: data.bytes, count: data.count)
  }
}
