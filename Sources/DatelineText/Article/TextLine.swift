/// One line of plain text that is not blank.
struct TextLine: Equatable {
  /// The line without the white space around it.
  var span: ByteSpan
  /// Columns of white space before it; a tab counts to the next multiple of eight.
  var indent: Int
  /// The number of Unicode scalars of `span`.
  var width: Int
  /// Whether a blank line, a page break or the start of the text stands before it.
  var followsGap: Bool

  /// The column after the last character.
  var end: Int { indent + width }

  /// The lines of `text`. Lines end at LF, CR, CR LF, form feed and the Unicode separators.
  /// Cost: one pass.
  static func lines(of text: SourceText) -> [TextLine] {
    let bytes = text.bytes
    var lines: [TextLine] = []
    var start = 0
    var gap = true
    while start < bytes.count {
      let (end, next, isPageBreak) = lineEnd(bytes, from: start)
      if let line = line(bytes, start..<end, followsGap: gap) {
        lines.append(line)
        gap = isPageBreak
      } else if next - end > 0 {
        gap = true
      }
      start = next
    }
    return lines
  }

  /// Where the line that begins at `start` ends, and where the next one begins.
  private static func lineEnd(_ bytes: [UInt8], from start: Int)
    -> (end: Int, next: Int, isPageBreak: Bool)
  {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: return (index, index + 1, false)
      case 0x0C: return (index, index + 1, true)
      case 0x0D:
        let isPair = index + 1 < bytes.count && bytes[index + 1] == 0x0A
        return (index, index + (isPair ? 2 : 1), false)
      case 0xE2
      where index + 2 < bytes.count && bytes[index + 1] == 0x80
        && bytes[index + 2] & 0xFE == 0xA8:
        return (index, index + 3, false)
      default: index += 1
      }
    }
    return (index, index, false)
  }

  /// The line at `range` without the space around it; nil for a blank one.
  private static func line(_ bytes: [UInt8], _ range: Range<Int>, followsGap: Bool) -> TextLine? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    var indent = 0
    while lower < upper {
      let (kind, length) = CharacterClass.at(lower, in: bytes)
      guard kind == .space else { break }
      indent = bytes[lower] == 0x09 ? (indent / 8 + 1) * 8 : indent + 1
      lower += length
    }
    while upper > lower {
      var first = upper - 1
      while first > lower, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard CharacterClass.at(first, in: bytes).class == .space else { break }
      upper = first
    }
    guard lower < upper else { return nil }
    var width = 0
    for index in lower..<upper where bytes[index] & 0xC0 != 0x80 { width += 1 }
    return TextLine(
      span: ByteSpan(lower, upper), indent: indent, width: width, followsGap: followsGap)
  }
}
