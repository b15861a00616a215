internal import DatelineText

/// Makes articles of HTML that is nothing but the article: what feeds, mails and JSON records hold.
enum HTMLFragment {
  /// Whether the text is a fragment of HTML and no prose that mentions a tag.
  static func recognises(_ text: [UInt8]) -> Bool {
    guard text.contains(UInt8(ascii: "<")) else { return false }
    let page = MarkupParser.parse(Array(text.prefix(1 << 16)))
    return page.nodes.contains { $0.tag == .p || $0.tag == .div || $0.tag == .br || $0.tag == .li }
  }

  /// The article of `content`, HTML or plain text.
  static func article(of content: [UInt8], id: ArticleID, metadata: ArticleMetadata) -> Article {
    guard recognises(content) else {
      let page = MarkupParser.parse(content)
      let text = page.nodes.isEmpty ? [] : plainText(of: page)
      return ArticleParser.parse(SourceText(repairing: text), id: id, metadata: metadata)
    }
    let page = MarkupParser.parse(content)
    let segmenter = PageSegmenter(page)
    let blocks = PageBlocks(
      page, segments: segmenter.segments[...], hints: segmenter.hints, title: metadata.title)
    var text = PageText()
    var removed: [RemovedBlock] = []
    for piece in blocks.pieces {
      if let kind = piece.removal {
        removed.append(RemovedBlock(kind: kind, text: String(decoding: piece.text, as: UTF8.self)))
      } else {
        text.add(piece.text, as: piece.kind)
      }
    }
    return Article(
      id: id, text: SourceText(repairing: text.bytes), metadata: metadata, blocks: text.blocks,
      removed: removed)
  }

  /// The text of a fragment that has inline markup at most, line ends kept.
  private static func plainText(of page: MarkupDocument) -> [UInt8] {
    var text: [UInt8] = []
    for node in page.nodes where node.tag == .text {
      Entities.append(page.bytes[node.range], to: &text)
    }
    return text
  }
}
