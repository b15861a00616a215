/// Finds the names in an article.
///
/// The trained model tags tokens; rules then put boundaries where our conventions want them (titles,
/// "the" and the possessive mark outside), tell places apart, and let each name have one type in
/// one article.
public enum NameTagger {
  /// The named mentions of `document`, in order of the text.
  ///
  /// Cost: linear in the length of the text.
  ///
  /// - Parameters:
  ///   - genre: the kind of text that `document` is.
  ///   - told: what the syntax network says of its tokens.
  package static func mentions(
    in document: NameDocument, genre: NameGenre, told: [SIMD16<Int16>]
  ) -> [Mention] {
    guard document.tokenCount > 0 else { return [] }
    let tags = NameModel.embedded.tags(of: document, genre: genre, told: told)
    var assembler = NameAssembler(document, tags: tags)
    assembler.assemble()
    return assembler.names.map { name in
      Mention(
        span: document.span(of: name.tokens), tokens: name.tokens, type: name.type,
        role: name.role.map { document.span(of: $0) })
    }
  }
}

extension NameDocument {
  /// The tokens of `annotated`.
  package init(_ annotated: AnnotatedArticle) {
    self.init(
      bytes: annotated.article.text.bytes, spans: annotated.tokens.map(\.span.range),
      sentences: annotated.sentences.map(\.tokens))
  }

  /// The bytes from the first to the last of `range`, which is not empty.
  func span(of range: Range<Int>) -> ByteSpan {
    ByteSpan(spans[range.lowerBound].lowerBound, spans[range.upperBound - 1].upperBound)
  }

  /// The text of the tokens in `range`, as written.
  func text(of range: Range<Int>) -> String {
    String(decoding: bytes[span(of: range).range], as: UTF8.self)
  }

  /// The hash of the folded text of `range`.
  func phrase(_ range: Range<Int>) -> UInt64 {
    var hash = PhraseHash()
    bytes.withUnsafeBufferPointer { text in
      for index in range { hash.append(folding: UnsafeBufferPointer(rebasing: text[spans[index]])) }
    }
    return hash.value
  }
}
