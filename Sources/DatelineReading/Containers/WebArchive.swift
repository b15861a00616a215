internal import DatelineText

/// Reads the pages of web archives (WARC 1.0, ISO 28500): `response` records that hold HTML.
enum WebArchive {
  /// Whether the file is a web archive.
  static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: "WARC/".utf8) }

  /// The pages, named after the file and the number of the record.
  static func articles(of bytes: [UInt8], id: ArticleID, limit: Int) -> [Article] {
    responses(in: bytes).compactMap { response in
      let name = ArticleID("\(id.name):\(response.number)")
      guard var article = article(of: response.body, id: name, limit) else { return nil }
      article.metadata.path = id.name
      article.metadata.url = article.metadata.url ?? response.address
      return article
    }
  }

  /// How many pages are packed with brotli, which nothing here unpacks.
  static func brotliCount(in bytes: [UInt8]) -> Int {
    responses(in: bytes).filter { response in
      guard let line = response.body.firstIndex(of: 0x0A) else { return false }
      let message = MailPart(response.body[(line + 1)...])
      return message.contentType.contains("html")
        && message.field("content-encoding")?.trimmingBlanks.lowercased() == "br"
    }.count
  }

  /// One `response` record.
  private struct Response {
    /// Its number among all records, from 1.
    var number: Int
    /// What the server sent.
    var body: ArraySlice<UInt8>
    /// The address that was asked.
    var address: String?
  }

  private static func responses(in bytes: [UInt8]) -> [Response] {
    var responses: [Response] = []
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
      if record.field("warc-type")?.lowercased() == "response" {
        responses.append(
          Response(
            number: number, body: bytes[start..<end], address: record.field("warc-target-uri")))
      }
      index = end
      while index < bytes.count, bytes[index] == 0x0D || bytes[index] == 0x0A { index += 1 }
    }
    return responses
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
    guard status?.first == UInt8(ascii: "2"), message.contentType.contains("html"),
      message.field("content-encoding")?.trimmingBlanks.lowercased() != "br"
    else { return nil }
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
