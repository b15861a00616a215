internal import DatelineText

/// Reads word-processor documents: Office Open XML (.docx) and OpenDocument (.odt).
///
/// Both are zip archives in which one XML member holds the paragraphs.
struct OfficeDocument {
  private var text = PageText()
  private var metadata = ArticleMetadata()

  /// Whether the archive holds such a document: its members' names stand uncompressed in it.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(200)
    if start.firstRange(of: "application/vnd.oasis.opendocument.text".utf8) != nil { return true }
    return bytes.suffix(1 << 16).firstRange(of: "word/document.xml".utf8) != nil
  }

  /// The document's article; nil where the archive holds none or is damaged.
  static func article(of bytes: [UInt8], id: ArticleID, limit: Int) -> Article? {
    var document = OfficeDocument()
    let wanted = ["word/document.xml", "docProps/core.xml", "content.xml", "meta.xml"]
    let stop = Archive.read(bytes, limit: limit, isWanted: { wanted.contains($0) }) { member in
      let xml = MarkupParser.parse(TextDecoder.decode(member.bytes[...]).bytes, as: .xml)
      if member.name.hasSuffix("core.xml") || member.name == "meta.xml" {
        document.readProperties(xml)
      } else {
        document.readParagraphs(xml)
      }
    }
    guard stop == nil, !document.text.bytes.isEmpty else { return nil }
    document.metadata.path = id.name
    let article = ArticleParser.parse(
      SourceText(repairing: document.text.bytes), id: id, metadata: document.metadata)
    return article
  }

  private mutating func readProperties(_ xml: MarkupDocument) {
    for index in xml.nodes.indices where xml.nodes[index].tag != .text {
      let value = xml.text(of: index)
      guard !value.isEmpty, value.utf8.count < 300 else { continue }
      switch xml.localName(of: index) {
      case "title": metadata.title = metadata.title ?? value
      case "creator", "initial-creator": metadata.byline = metadata.byline ?? value
      case "created", "creation-date": metadata.date = metadata.date ?? value
      case "language": metadata.language = metadata.language ?? value
      default: break
      }
    }
  }

  /// Adds the text of every paragraph and heading that has no other inside.
  private mutating func readParagraphs(_ xml: MarkupDocument) {
    for index in xml.nodes.indices where xml.nodes[index].tag != .text {
      let name = xml.localName(of: index)
      guard name == "p" || name == "h" else { continue }
      var paragraph: [UInt8] = []
      for node in (index + 1)..<max(Int(xml.nodes[index].end), index + 1) {
        if xml.nodes[node].tag == .text {
          Entities.append(xml.bytes[xml.nodes[node].range], to: &paragraph)
        } else if ["tab", "br", "cr", "line-break", "s"].contains(xml.localName(of: node)) {
          paragraph.append(0x20)
        }
      }
      text.add(WhiteSpace.collapsed(paragraph), as: .paragraph)
    }
  }
}
