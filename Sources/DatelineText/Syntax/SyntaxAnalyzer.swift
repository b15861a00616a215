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
    var tags: [UInt8] = []
    var input = ParserInput()
    var state = ParserState()
    for sentence in sentences where !sentence.tokens.isEmpty {
      words.read(text.bytes, tokens[sentence.tokens], model.vocabulary)
      model.tagger.tag(words, into: &tags)
      input.read(words, tags: tags)
      model.parser.parse(input, state: &state)
      let tree = SentenceTree(state, input, words: words)
      let first = sentence.tokens.lowerBound
      for (offset, tag) in tags.enumerated() {
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

/// The trained weights of tagger and parser.
package struct SyntaxModel: Sendable {
  /// The words that have weights of their own.
  package var vocabulary: Vocabulary
  /// The tagger.
  package var tagger: PartOfSpeechTagger
  /// The parser.
  package var parser: DependencyParser

  /// Makes a model of its parts.
  package init(vocabulary: Vocabulary, tagger: PartOfSpeechTagger, parser: DependencyParser) {
    self.vocabulary = vocabulary
    self.tagger = tagger
    self.parser = parser
  }

  /// The embedded weights.
  package static let embedded = SyntaxModel(
    vocabulary: Vocabulary(stored: Array(bytes(dateline_weights_vocabulary()))),
    tagger: PartOfSpeechTagger(
      weights: table(dateline_weights_tagger(), labels: TagSet.count)),
    parser: DependencyParser(
      actions: table(dateline_weights_parser_actions(), labels: 3),
      relations: table(dateline_weights_parser_relations(), labels: RelationSet.count)))

  private static func table(_ data: dateline_data, labels: Int) -> WeightTable {
    guard let table = WeightTable(UnsafeRawBufferPointer(bytes(data))), table.labels == labels
    else {
      preconditionFailure("the embedded weights fit the program")
    }
    return table
  }

  private static func bytes(_ data: dateline_data) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: data.bytes, count: data.count)
  }
}
