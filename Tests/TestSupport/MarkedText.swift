public import DatelineText

/// A text in which the expected spans are marked with brackets: "on ⟦9 October⟧".
///
/// Tests show spans instead of counting bytes. "⟦" and "⟧" stand for the marks, so that ordinary
/// brackets can be part of the text.
public struct MarkedText: Sendable {
  /// The text without its marks.
  public let text: String
  /// The marked spans, in order.
  public let spans: [ByteSpan]

  /// Reads the marks out of `marked`.
  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [ByteSpan] = []
    var open: [Int] = []
    for character in marked.unicodeScalars {
      switch character {
      case "⟦": open.append(bytes.count)
      case "⟧": spans.append(ByteSpan(open.removeLast(), bytes.count))
      default: bytes.append(contentsOf: String(character).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.spans = spans.sorted()
  }
}
