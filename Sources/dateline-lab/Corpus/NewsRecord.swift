/// Writes articles as JSON Lines.
enum NewsRecord {
  /// Appends the line of `item`. Headline and date are members; the text is the body alone.
  static func append(_ item: NewsCorpus.Item, to bytes: inout [UInt8]) {
    bytes += "{\"id\":\"".utf8
    appendEscaped(item.path.utf8, to: &bytes)
    append("title", item.title, to: &bytes)
    append("byline", item.byline.utf8, to: &bytes)
    append("source", item.source.utf8, to: &bytes)
    append("url", item.url.utf8, to: &bytes)
    append("date", item.date.utf8, to: &bytes)
    append("language", item.language.rawValue.utf8, to: &bytes)
    append("text", item.paragraphs.joined(separator: Array("\n\n".utf8)), to: &bytes)
    bytes += "\"}\n".utf8
  }

  /// Ends the string before and writes a member up to the end of its own string.
  private static func append(
    _ name: String, _ value: some Sequence<UInt8>, to bytes: inout [UInt8]
  ) {
    bytes += "\",\"".utf8
    bytes += name.utf8
    bytes += "\":\"".utf8
    appendEscaped(value, to: &bytes)
  }

  private static func appendEscaped(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += "\\n".utf8
      default: bytes.append(byte)
      }
    }
  }
}
