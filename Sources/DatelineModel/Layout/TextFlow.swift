public import DatelineText

/// One line of text on the screen.
public struct FlowLine: Hashable, Sendable {
  /// The bytes that it shows; empty for a blank line.
  public var span: ByteSpan
  /// The block that it belongs to, as an index into the article's blocks; nil for a blank line.
  public var block: Int?

  /// Makes a line.
  public init(span: ByteSpan, block: Int?) {
    self.span = span
    self.block = block
  }
}

/// Breaks text into lines of a given width.
public enum TextFlow {
  /// Signs of one column each that are shown besides the text.
  public struct Insertions: Hashable, Sendable {
    /// How many stand before the byte at an offset.
    public var before: [Int: Int] = [:]
    /// How many stand after the byte that ends at an offset.
    public var after: [Int: Int] = [:]

    /// Makes no signs.
    public init() {}

    /// How many columns the signs take beside the character from `start` to `end`.
    func columns(beside start: Int, _ end: Int) -> Int {
      guard !before.isEmpty || !after.isEmpty else { return 0 }
      return before[start, default: 0] + after[end, default: 0]
    }
  }

  /// The lines of `article` with `insertions`, blocks parted by blank lines; furniture only where
  /// asked for.
  ///
  /// Cost: one pass over the text.
  public static func lines(
    of article: Article, width: Int, showsFurniture: Bool, insertions: Insertions = Insertions()
  ) -> [FlowLine] {
    var lines: [FlowLine] = []
    for (index, block) in article.blocks.enumerated() {
      if case .furniture = block.kind, !showsFurniture { continue }
      if !lines.isEmpty {
        lines.append(
          FlowLine(span: ByteSpan(Int(block.span.lower), Int(block.span.lower)), block: nil))
      }
      for span in wrap(article.text.bytes, in: block.span, width: width, insertions) {
        lines.append(FlowLine(span: span, block: index))
      }
    }
    return lines
  }

  /// Cuts `span` into lines of at most `width` columns, between words where it can. White space at
  /// a cut belongs to no line; line ends count as blanks.
  public static func wrap(
    _ bytes: [UInt8], in span: ByteSpan, width: Int, _ insertions: Insertions = Insertions()
  ) -> [ByteSpan] {
    let width = max(1, width)
    var lines: [ByteSpan] = []
    var lineStart = Int(span.lower)
    var breakAt: Int?  // the end of the last word that fits
    var resumeAt = lineStart
    var column = 0
    var offset = lineStart
    let end = Int(span.upper)
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    func skipBlanks() {
      while offset < end, isBlank(bytes[offset]) { offset += 1 }
    }
    skipBlanks()
    lineStart = offset
    while offset < end {
      if isBlank(bytes[offset]) {
        breakAt = offset
        skipBlanks()
        resumeAt = offset
        column += 1
        continue
      }
      let (scalar, length) = decode(bytes, at: offset, end: end)
      let columns =
        DisplayWidth.of(scalar) + insertions.columns(beside: offset, offset + length)
      if column + columns > width, offset > lineStart {
        lines.append(ByteSpan(lineStart, breakAt ?? offset))
        offset = breakAt == nil ? offset : resumeAt
        lineStart = offset
        breakAt = nil
        column = 0
        continue
      }
      column += columns
      offset += length
    }
    if lineStart < end {
      var last = end
      while last > lineStart, isBlank(bytes[last - 1]) { last -= 1 }
      if last > lineStart { lines.append(ByteSpan(lineStart, last)) }
    }
    return lines
  }

  /// The scalar that begins at `offset`, and its length in bytes. The bytes must be valid UTF-8.
  public static func decode(_ bytes: [UInt8], at offset: Int, end: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard offset + length <= end else { return ("\u{FFFD}", end - offset) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
