/// The block of "name: value" lines between two "---" that Markdown files may begin with.
struct FrontMatter {
  /// Where it stands, the two rules included.
  let span: ByteSpan
  /// The number of lines that it takes.
  let lineCount: Int
  private var values: [String: String] = [:]

  /// The most lines that are searched for the closing rule.
  private static let longest = 60

  /// Finds the block at the start of `text`; nil where there is none.
  init?(_ text: SourceText, lines: [TextLine]) {
    let isRule = { (line: TextLine) in text.bytes[line.span.range].elementsEqual("---".utf8) }
    guard let first = lines.first, isRule(first),
      let end = lines.prefix(Self.longest).dropFirst().firstIndex(where: isRule), end > 1
    else { return nil }
    for line in lines[1..<end] {
      let bytes = text.bytes[line.span.range]
      guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
        // A nested list is part of it; prose is not.
        guard line.indent > 0 || bytes.first == UInt8(ascii: "-") else { return nil }
        continue
      }
      let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
      guard !name.contains(" ") else { return nil }
      values[name] = Self.unquoted(bytes[(colon + 1)...])
    }
    span = first.span.union(lines[end].span)
    lineCount = end + 1
  }

  /// Puts what the block says where the container said nothing.
  func fill(_ metadata: inout ArticleMetadata) {
    metadata.title = metadata.title ?? value(["title", "headline"])
    metadata.byline = metadata.byline ?? value(["author", "authors", "byline", "by"])
    metadata.date = metadata.date ?? value(["date", "published", "created", "pubdate"])
    metadata.url = metadata.url ?? value(["url", "link", "source_url", "canonical"])
    metadata.source = metadata.source ?? value(["source", "publication", "publisher", "site"])
    metadata.section = metadata.section ?? value(["section", "category"])
    metadata.language = metadata.language ?? value(["language", "lang"])
  }

  private func value(_ names: [String]) -> String? {
    names.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes.drop { $0 <= 0x20 }
    while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
    if bytes.count >= 2, let mark = bytes.first, mark == bytes.last,
      mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
    {
      bytes = bytes.dropFirst().dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
