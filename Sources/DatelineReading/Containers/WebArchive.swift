internal import DatelineText

/// Reads the pages of web archives (WARC 1.0, ISO 28500): `response` records that hold HTML.
enum WebArchive {
  /// Whether the file is a web archive.
  static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "WARC/".utf8) }

  /// The pages, named after the file and the number of the record.
  static func articles(of bytes: [UInt8], id: ArticleID, limit: Int) -> [Article] {
    var articles: [Article] = []
    var index = 0
    var number = 0
    while index < bytes.count, bytes[index...].starts(with: "WARC/".utf8),
      let line = bytes[index...].firstIndex(of: 0x0A)
    {
      let record = MailPart(bytes[(line + 1)...])
      let length = record.field("content-length").flatMap { Int($0.trimmingBlanks) } ?? 0
      let start = record.body.startIndex
      guard length >= 0, start < bytes.count else { break }
      let end = min(start + min(length, bytes.count), bytes.count)
      number += 1
      if record.field("warc-type")?.lowercased() == "response",
        var article = article(of: bytes[start..<end], id: ArticleID("\(id.name):\(number)"), limit)
      {
        article.metadata.path = id.name
        article.metadata.url = article.metadata.url ?? record.field("warc-target-uri")
        articles.append(article)
      }
      index = end
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
    return articles
  }

  /// The page of an HTTP response; nil for what is no page or was not successful.
  private static func article(of response: ArraySlice<UInt8>, id: ArticleID, _ limit: Int)
    -> Article?
  {
    guard response.starts(with: "HTTP/".utf8), let line = response.firstIndex(of: 0x0A) else {
      return nil
    }
    let status = response[..<line].split(separator: 0x20).dropFirst().first
    let message = MailPart(response[(line + 1)...])
    guard status?.first == UInt8(ascii: "2"), message.contentType.contains("html") else {
      return nil
    }
    var body = Array(message.body)
    if message.field("transfer-encoding")?.lowercased().contains("chunked") == true {
      body = unchunked(body)
    }
    if body.starts(with: [0x1F, 0x8B]) {
      var content: [UInt8] = []
      guard Archive.read(body, limit: limit, receive: { content = $0.bytes }) == nil else {
        return nil
      }
      body = content
    }
    let text = TextDecoder.decode(body[...], label: message.parameter("charset")).bytes
    return PageReader.article(of: text, id: id, path: id.name)
  }

  /// The body without the lengths of its chunks; what is no length ends it.
  private static func unchunked(_ body: [UInt8]) -> [UInt8] {
    var content: [UInt8] = []
    var index = 0
    while index < body.count, let line = body[index...].firstIndex(of: 0x0A) {
      let digits = body[index..<line].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length > 0,
        length <= body.count
      else { return content.isEmpty ? body : content }
      let end = min(line + 1 + length, body.count)
      content += body[(line + 1)..<end]
      index = end
      while index < body.count, body[index] == 0x0D || body[index] == 0x0A { index += 1 }
    }
    return content
  }
}
