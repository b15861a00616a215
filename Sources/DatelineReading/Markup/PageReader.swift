internal import DatelineText

/// Makes an article of a saved page.
///
/// The text is the main text alone: title, author and date go to the metadata, captions, menus and
/// everything else that the page shows to `removed`, in order of appearance.
struct PageReader {
  private let page: MarkupDocument
  private let segmenter: PageSegmenter
  private let blocks: PageBlocks
  private var metadata: ArticleMetadata

  /// The longest text that is kept of a removed block, in bytes.
  private static let removedLimit = 4000

  /// Whether the text is a page: it begins with a tag, and one that pages begin with comes soon.
  static func recognises(_ text: [UInt8]) -> Bool {
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    return MarkupParser.parse(Array(text.prefix(4096))).nodes.contains { node in
      switch node.tag {
      case .html, .head, .body, .title, .meta, .div, .p, .script, .link, .article: true
      default: false
      }
    }
  }

  /// The charset that a page names for itself in its first kilobytes.
  static func charset(of bytes: [UInt8]) -> String? {
    guard bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
    let start = bytes.prefix(200)
    if start.starts(with: "<?xml".utf8), let mark = start.firstRange(of: "encoding=".utf8) {
      let value = start[mark.upperBound...].dropFirst().prefix { $0 > 0x22 && $0 != 0x27 }
      return String(decoding: value, as: UTF8.self)
    }
    let page = MarkupParser.parse(Array(bytes.prefix(4096)))
    for index in page.nodes.indices where page.nodes[index].tag == .meta {
      if let charset = page.attribute("charset", of: index) { return charset }
      if let content = page.attribute("content", of: index)?.lowercased(),
        let mark = content.ranges(of: "charset=").first
      {
        return String(content[mark.upperBound...].prefix { $0 != ";" && $0 != " " })
      }
    }
    return nil
  }

  /// The article of the page whose UTF-8 bytes are given.
  static func article(of bytes: [UInt8], id: ArticleID, path: String) -> Article {
    PageReader(bytes, path: path).article(id: id)
  }

  private init(_ bytes: [UInt8], path: String) {
    page = MarkupParser.parse(bytes)
    segmenter = PageSegmenter(page)
    metadata = PageMetadata.read(page)
    metadata.path = path
    let range = MainText(page, segmenter).range()
    blocks = PageBlocks(
      page, segments: segmenter.segments[range], hints: segmenter.hints, title: metadata.title)
    metadata.date = metadata.date ?? shownDate()
  }

  private func article(id: ArticleID) -> Article {
    var text = PageText()
    for piece in blocks.pieces where piece.removal == nil { text.add(piece.text, as: piece.kind) }
    return Article(
      id: id, text: SourceText(repairing: text.bytes), metadata: metadata, blocks: text.blocks,
      removed: removed())
  }

  private func removed() -> [RemovedBlock] {
    var found: [(node: Int, block: RemovedBlock)] = []
    func add(_ node: Int, _ kind: Block.Furniture, _ text: [UInt8]) {
      guard !text.isEmpty else { return }
      let text = String(decoding: text.prefix(Self.removedLimit), as: UTF8.self)
      found.append((node, RemovedBlock(kind: kind, text: text)))
    }
    // Blanks and entities shrink, so more of the source is read than is kept.
    let enough = 2 * Self.removedLimit
    for part in segmenter.removed {
      add(part.node, part.kind, page.shownText(of: part.node, limit: enough))
    }
    for piece in blocks.pieces {
      if let kind = piece.removal { add(piece.segment.nodes.lowerBound, kind, piece.text) }
    }
    return found.sorted { $0.node < $1.node }.map(\.block)
  }

  /// A date that stands alone between the headline and the first paragraph, as it is written.
  private func shownDate() -> String? {
    guard let first = blocks.pieces.first(where: { $0.isProse && $0.removal == nil }) else {
      return nil
    }
    let headline = page.nodes[..<first.segment.element].lastIndex { $0.tag == .h1 }
    let region = max((headline ?? first.segment.element) - 40, 0)..<first.segment.nodes.lowerBound
    for index in region where page.nodes[index].tag == .text {
      let range = page.nodes[index].range
      guard (6...100).contains(range.count) else { continue }
      let text = WhiteSpace.collapsed(Array(Entities.decodedString(page.bytes[range]).utf8))
      guard !text.isEmpty, DateWords(PassageShape(text, ByteSpan(0, text.count))).start == 0,
        DateStamp.day(in: String(decoding: text, as: UTF8.self)) != nil
      else { continue }
      return String(decoding: text, as: UTF8.self)
    }
    return nil
  }
}
