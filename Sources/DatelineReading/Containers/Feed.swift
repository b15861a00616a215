internal import DatelineText

/// Reads saved RSS 2.0, RSS 1.0 and Atom feeds: one article for each entry.
struct Feed {
  private let xml: MarkupDocument
  private let id: ArticleID

  /// Whether the text is a feed: by the name of its outermost element.
  static func recognises(_ text: [UInt8]) -> Bool {
    let start = MarkupParser.parse(Array(text.prefix(4096)), as: .xml)
    guard let root = start.nodes.indices.first(where: { start.nodes[$0].tag != .text }) else {
      return false
    }
    return ["rss", "feed", "rdf"].contains(start.localName(of: root))
  }

  /// The entries of the feed in `text`, named after the file and their number.
  static func articles(of text: [UInt8], id: ArticleID) -> [Article] {
    let feed = Feed(xml: MarkupParser.parse(text, as: .xml), id: id)
    let entries = feed.xml.nodes.indices.filter { index in
      feed.xml.nodes[index].tag != .text
        && ["item", "entry"].contains(feed.xml.localName(of: index))
    }
    let source = feed.channelTitle(before: entries.first ?? feed.xml.nodes.count)
    return entries.enumerated().map { number, entry in
      feed.article(of: entry, number: number + 1, source: source)
    }
  }

  private func channelTitle(before end: Int) -> String? {
    xml.nodes[..<end].indices.first { index in
      xml.nodes[index].tag != .text && xml.localName(of: index) == "title"
    }.map(xml.text(of:)).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func article(of entry: Int, number: Int, source: String?) -> Article {
    var metadata = ArticleMetadata()
    metadata.path = id.name
    metadata.source = source
    var content: [UInt8] = []
    var updated: String?
    for child in xml.children(of: entry) where xml.nodes[child].tag != .text {
      let value = xml.text(of: child)
      switch xml.localName(of: child) {
      case "title": metadata.title = metadata.title ?? Self.plain(value)
      case "link": metadata.url = metadata.url ?? link(child, value)
      case "pubdate", "published", "date", "issued": metadata.date = metadata.date ?? value
      case "updated", "modified": updated = updated ?? value
      case "creator", "author": metadata.byline = metadata.byline ?? author(child, value)
      case "category": metadata.section = metadata.section ?? (value.isEmpty ? nil : value)
      case "encoded", "description", "content", "summary":
        let text = rawText(of: child)
        if text.count > content.count { content = text }
      default: break
      }
    }
    metadata.date = metadata.date ?? updated
    return HTMLFragment.article(
      of: content, id: ArticleID("\(id.name):\(number)"), metadata: metadata)
  }

  /// The markup that an element holds, escaped, in CDATA or as elements of its own.
  private func rawText(of element: Int) -> [UInt8] {
    var text: [UInt8] = []
    for node in (element + 1)..<max(Int(xml.nodes[element].end), element + 1) {
      let range = xml.nodes[node].range
      if xml.nodes[node].tag == .text {
        let isData = xml.bytes[..<range.lowerBound].suffix(9).elementsEqual("<![CDATA[".utf8)
        if isData { text += xml.bytes[range] } else { Entities.append(xml.bytes[range], to: &text) }
      } else if xml.bytes[range].last != UInt8(ascii: "/") {
        text += "<".utf8 + xml.bytes[range] + ">".utf8
      }
    }
    return text
  }

  private func link(_ element: Int, _ value: String) -> String? {
    let relation = xml.attribute("rel", of: element)
    guard relation == nil || relation == "alternate" else { return nil }
    let address = xml.attribute("href", of: element) ?? value
    return address.isEmpty ? nil : address
  }

  private func author(_ element: Int, _ value: String) -> String? {
    let name = xml.children(of: element).first {
      xml.nodes[$0].tag != .text && xml.localName(of: $0) == "name"
    }.map(xml.text(of:))
    let text = name ?? value
    return text.isEmpty ? nil : text
  }

  /// A title in which markup was escaped, without it.
  private static func plain(_ text: String) -> String {
    guard text.contains("<") || text.contains("&") else { return text }
    let page = MarkupParser.parse(Array(text.utf8))
    return page.nodes.indices.filter { page.nodes[$0].parent < 0 }.map(page.text(of:))
      .joined(separator: " ")
  }
}
