import DatelineText

/// Finds again what an anchor points at.
enum QuoteMatch {
  /// The article and the place that an anchor points at: by name and offset, else by the quoted
  /// words anywhere in that article; nil where they are gone.
  static func find(_ anchor: QuoteAnchor, in articles: ArticleList)
    -> (article: Int, span: ByteSpan)?
  {
    guard let index = articles.index(of: anchor.article), !anchor.quote.isEmpty else { return nil }
    let bytes = articles.text(at: index)
    if let place = place(anchor, in: bytes) { return (index, place) }
    return bytes.firstRange(of: Array(anchor.quote.utf8)).map {
      (index, ByteSpan($0.lowerBound, $0.upperBound))
    }
  }

  /// The anchor's place, where its words still stand at its offset.
  private static func place(_ anchor: QuoteAnchor, in bytes: [UInt8]) -> ByteSpan? {
    let quote = Array(anchor.quote.utf8)
    guard anchor.offset >= 0, anchor.offset <= bytes.count - quote.count,
      bytes[anchor.offset..<(anchor.offset + quote.count)].elementsEqual(quote)
    else { return nil }
    return ByteSpan(anchor.offset, anchor.offset + quote.count)
  }
}
