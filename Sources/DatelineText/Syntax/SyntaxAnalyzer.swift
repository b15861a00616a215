/// Tags and parses the sentences of an article.
public enum SyntaxAnalyzer {
  /// One description for each token.
  public static func analyze(_ text: SourceText, tokens: [Token], sentences: [Sentence])
    -> [TokenSyntax]
  {
    tokens.map { _ in TokenSyntax(partOfSpeech: .other) }
  }
}
