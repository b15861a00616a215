internal import DatelineText

/// Text with blocks, as it grows.
struct PageText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Its blocks.
  private(set) var blocks: [Block] = []

  /// Adds a block after a blank line.
  mutating func add(_ text: [UInt8], as kind: Block.Kind) {
    guard !text.isEmpty else { return }
    if !bytes.isEmpty { bytes += "\n\n".utf8 }
    let start = bytes.count
    bytes += text
    blocks.append(Block(kind: kind, span: ByteSpan(start, bytes.count)))
  }

  /// The text of a segment, blanks joined.
  static func text(of segment: PageSegment, in page: MarkupDocument) -> [UInt8] {
    var text: [UInt8] = []
    var node = segment.nodes.lowerBound
    while node < segment.nodes.upperBound {
      let tag = page.nodes[node].tag
      if tag == .text {
        Entities.append(page.bytes[page.nodes[node].range], to: &text)
      } else if tag.isInvisible {
        node = Int(page.nodes[node].end)
        continue
      } else if tag == .br {
        text.append(0x20)
      }
      node += 1
    }
    return WhiteSpace.collapsed(text)
  }
}
