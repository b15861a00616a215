internal import DatelineText

/// Reads mails (.eml), mailboxes (mbox) and pages saved as MHTML.
enum Mail {
  /// Whether the file is a mailbox: "From " and then a header.
  static func recognisesMailbox(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "From ".utf8), let end = bytes.firstIndex(of: 0x0A) else {
      return false
    }
    return MailPart.recognises(bytes[(end + 1)...])
  }

  /// The messages of a mailbox, named after the file and their number.
  ///
  /// A message begins at a line "From " after a blank line, with a header below it.
  static func mailboxArticles(of bytes: [UInt8], id: ArticleID) -> [Article] {
    var starts: [(line: Int, message: Int)] = []
    var index = 0
    var followsBlank = true
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[index..<end]
      if followsBlank, line.starts(with: "From ".utf8), end < bytes.count,
        MailPart.recognises(bytes[(end + 1)...])
      {
        starts.append((line: index, message: end + 1))
      }
      followsBlank = line.allSatisfy { $0 == 0x0D }
      index = end + 1
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1].line : bytes.count
      return article(
        of: bytes[start.message..<end], id: ArticleID("\(id.name):\(number + 1)"), path: id.name)
    }
  }

  /// The article of one message: its readable part, with older mail and the signature as quoted.
  static func article(of bytes: ArraySlice<UInt8>, id: ArticleID, path: String) -> Article {
    let message = MailPart(bytes)
    var metadata = ArticleMetadata()
    metadata.path = path
    metadata.title = message.field("subject").flatMap { $0.isEmpty ? nil : $0 }
    metadata.date = message.field("date")
    metadata.url = message.field("snapshot-content-location")
    metadata.byline = message.field("from").map(senderName)
    guard let part = readablePart(of: message, depth: 0) else {
      return Article(id: id, text: SourceText(""), metadata: metadata)
    }
    let text = TextDecoder.decode(part.content[...], label: part.parameter("charset")).bytes
    guard part.contentType == "text/html" else {
      return QuotedMail.article(of: SourceText(repairing: text), id: id, metadata: metadata)
    }
    // A saved page has its own menus; a mail has only what was written.
    guard metadata.url != nil else {
      return HTMLFragment.article(of: text, id: id, metadata: metadata)
    }
    var article = PageReader.article(of: text, id: id, path: path)
    article.metadata.url = article.metadata.url ?? metadata.url
    article.metadata.title = article.metadata.title ?? metadata.title
    return article
  }

  /// The part to read: plain text, or HTML where there is none, or no more than a note.
  private static func readablePart(of part: MailPart, depth: Int) -> MailPart? {
    guard part.contentType.hasPrefix("multipart/"), depth < 10 else {
      return part.contentType == "text/plain" || part.contentType == "text/html" ? part : nil
    }
    let inner = part.parts.compactMap { readablePart(of: $0, depth: depth + 1) }
    let plain = inner.first { $0.contentType == "text/plain" && $0.body.count > 200 }
    return plain ?? inner.first { $0.contentType == "text/html" } ?? inner.first
  }

  /// "Jane Doe" of "Jane Doe <jane@example.org>"; the address where no name stands.
  private static func senderName(_ field: String) -> String {
    let name = field.prefix { $0 != "<" }.filter { $0 != "\"" }
    let trimmed = String(name).trimmingBlanks
    return trimmed.isEmpty ? field.trimmingBlanks : trimmed
  }
}

/// Tells what a mail's sender wrote from older mail and the signature below it.
enum QuotedMail {
  /// The article of a mail's text.
  ///
  /// Lines that begin with ">", everything from a line that announces an older mail, and what
  /// follows "-- " are quoted: shown, never extracted from.
  static func article(of text: SourceText, id: ArticleID, metadata: ArticleMetadata) -> Article {
    var article = Article(id: id, text: text, metadata: metadata)
    for (range, isQuoted) in sections(of: text.bytes) {
      let section = SourceText(text[ByteSpan(range.lowerBound, range.upperBound)])
      let parsed = ArticleParser.parse(section, id: id, metadata: metadata)
      guard let first = parsed.blocks.first, let last = parsed.blocks.last else { continue }
      if isQuoted {
        article.blocks.append(
          Block(kind: .quoted, span: shifted(first.span.union(last.span), by: range.lowerBound)))
      } else {
        article.blocks += parsed.blocks.map { block in
          // The subject is the title; a mail's first line is none.
          let kind = block.kind == .title ? .paragraph : block.kind
          return Block(kind: kind, span: shifted(block.span, by: range.lowerBound))
        }
      }
    }
    return article
  }

  private static func shifted(_ span: ByteSpan, by offset: Int) -> ByteSpan {
    ByteSpan(Int(span.lower) + offset, Int(span.upper) + offset)
  }

  /// Runs of lines that the sender wrote and runs that are quoted, in order.
  private static func sections(of bytes: [UInt8]) -> [(range: Range<Int>, isQuoted: Bool)] {
    var sections: [(range: Range<Int>, isQuoted: Bool)] = []
    var index = 0
    var isBelow = false
    while index < bytes.count {
      let end = (bytes[index...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      let line = bytes[index..<end]
      isBelow = isBelow || beginsOlderMail(line) || isSignature(line)
      let isQuoted = isBelow || line.first == UInt8(ascii: ">")
      if let last = sections.last, last.isQuoted == isQuoted {
        sections[sections.count - 1].range = last.range.lowerBound..<end
      } else {
        sections.append((index..<end, isQuoted))
      }
      index = end
    }
    return sections
  }

  private static func isSignature(_ line: ArraySlice<UInt8>) -> Bool {
    line.prefix { $0 != 0x0D && $0 != 0x0A }.elementsEqual("-- ".utf8)
  }

  /// "On 9 October 2025, Jane Doe wrote:", "-----Original Message-----".
  private static func beginsOlderMail(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line.prefix(300).filter { $0 >= 0x20 }, as: UTF8.self)
      .trimmingBlanks
    if text.hasPrefix("On "), text.hasSuffix("wrote:") { return true }
    let marks = [
      "-----Original Message-----", "----- Original Message -----", "Begin forwarded message:",
    ]
    return marks.contains(text)
  }
}
