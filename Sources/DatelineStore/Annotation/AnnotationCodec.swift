public import DatelineText

/// Why stored bytes are not the annotation of an article.
public enum AnnotationError: Error, Hashable, Sendable {
  /// The bytes make no sense at this offset.
  case malformed(offset: Int)
  /// The bytes were made by another form of this code.
  case otherVersion
}

/// Turns annotations into few bytes and back.
///
/// The article itself is not stored: its text is in the user's file, which is read again. Tokens
/// and sentences are stored only where cutting the text again would not give the same; everything
/// else is.
///
/// Form: the byte `version`, then the parts in the order of `AnnotatedArticle`. Whoever adds a field
/// to an annotation writes it in `AnnotationEncoding`, reads it in `AnnotationDecoding` and raises
/// `version`; a test compares the fields of each type with those that are known here.
public enum AnnotationCodec {
  /// The first byte: another form of the bytes gets another number.
  static let version: UInt8 = 2

  /// The bytes of what was found in an article.
  ///
  /// Cost: linear in the size of the annotation, and a search of the text for each new string.
  public static func encode(_ annotated: AnnotatedArticle) -> [UInt8] {
    var writer = AnnotationWriter(annotated.article.text)
    writer.byte(version)
    writer.write(annotated)
    return writer.bytes
  }

  /// What was found in `article`, out of `bytes` that were made of the same text.
  ///
  /// Every index and every span of the result is valid, whatever the bytes.
  public static func decode(_ bytes: [UInt8], article: Article) throws(AnnotationError)
    -> AnnotatedArticle
  {
    var reader = AnnotationReader(bytes, text: article.text)
    guard try reader.byte() == version else { throw .otherVersion }
    let annotated = try reader.annotated(article)
    guard reader.isAtEnd else { throw reader.malformed }
    return annotated
  }
}
