/// One token of an article: a word, a number or a punctuation mark.
public struct Token: Hashable, Sendable {
  /// Where the token stands.
  public var span: ByteSpan

  /// Makes the token at `span`.
  public init(span: ByteSpan) { self.span = span }
}

/// One sentence, or one heading, of an article.
public struct Sentence: Hashable, Sendable {
  /// Where the sentence stands, without white space around it.
  public var span: ByteSpan
  /// The sentence's tokens, as indices into the article's tokens.
  public var tokens: Range<Int>
  /// The block that holds the sentence, as an index into the article's blocks.
  public var block: Int

  /// Makes a sentence.
  public init(span: ByteSpan, tokens: Range<Int>, block: Int) {
    self.span = span
    self.tokens = tokens
    self.block = block
  }
}
