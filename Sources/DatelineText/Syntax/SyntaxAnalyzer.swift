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
    analyze(text, tokens: tokens, sentences: sentences, with: .embedded).tokens
  }

  /// One description for each token, and what is said of names, by the weights of `model`; `genre`
  /// is the kind of text.
  package static func analyze(
    _ text: SourceText, tokens: [Token], sentences: [Sentence], genre: NameGenre = .any,
    with model: SyntaxModel
  ) -> SyntaxReading {
    model.readers.withReader {
      analyze(text, tokens: tokens, sentences: sentences, genre: genre, model.vocabulary, $0)
    }
  }

  private static func analyze(
    _ text: SourceText, tokens: [Token], sentences: [Sentence], genre: NameGenre,
    _ vocabulary: Vocabulary, _ reader: NetworkReader
  ) -> SyntaxReading {
    var result = SyntaxReading(count: tokens.count)
    var words = SentenceWords()
    for sentence in sentences where !sentence.tokens.isEmpty {
      words.read(text.bytes, tokens[sentence.tokens], vocabulary)
      let reading = reader.read(words, genre)
      let tree = SentenceTree(reading, words: words)
      let first = sentence.tokens.lowerBound
      for (offset, tag) in reading.tags.enumerated() {
        let (part, form) = TagSet.pairs[Int(tag)]
        let head = tree.heads[offset]
        result.names[first + offset] = reading.names[offset]
        result.tokens[first + offset] = TokenSyntax(
          partOfSpeech: part, form: form, head: head < 0 ? nil : first + head,
          relation: RelationSet.all[Int(tree.relations[offset])])
      }
    }
    return result
  }
}

/// What the network makes of a text.
package struct SyntaxReading {
  /// One description for each token.
  package fileprivate(set) var tokens: [TokenSyntax]
  /// How far each token bears each tag of names, in units of the weights of names.
  package fileprivate(set) var names: [SIMD16<Int16>]

  fileprivate init(count: Int) {
    tokens = Array(repeating: TokenSyntax(partOfSpeech: .other), count: count)
    names = Array(repeating: .zero, count: count)
  }
}

/// The words and the trained weights that tag and parse.
package struct SyntaxModel: Sendable {
  /// The words that are known one by one.
  package var vocabulary: Vocabulary
  /// The network.
  package let network: SyntaxNetwork
  /// Who reads by it.
  fileprivate let readers: NetworkReaders

  /// Makes a model of its parts.
  package init(vocabulary: Vocabulary, network: SyntaxNetwork) {
    self.vocabulary = vocabulary
    self.network = network
    readers = NetworkReaders(network)
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
