/// One message or part of one (RFC 5322, RFC 2045): its header fields and its undecoded body.
struct MailPart {
  /// The fields in order, names lowered, folding undone.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// What follows the header.
  private(set) var body: ArraySlice<UInt8>

  /// The names of which a mail's header has at least two.
  private static let usual: Set<String> = [
    "from", "to", "subject", "date", "received", "message-id", "mime-version", "return-path",
    "delivered-to", "content-type", "reply-to", "snapshot-content-location", "sender", "x-mailer",
    "content-transfer-encoding", "dkim-signature", "list-id", "cc",
  ]

  /// Whether the text begins as a message does.
  static func recognises(_ bytes: ArraySlice<UInt8>) -> Bool {
    let part = MailPart(bytes.prefix(16_384), isStrict: true)
    return Set(part.fields.lazy.map(\.name)).intersection(usual).count >= 2
  }

  /// Reads the header of `bytes`; with `isStrict` a line that is no field ends it.
  init(_ bytes: ArraySlice<UInt8>, isStrict: Bool = false) {
    body = bytes[bytes.endIndex...]
    var index = bytes.startIndex
    while index < bytes.endIndex, fields.count < 500 {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        body = bytes[next...]
        return
      }
      if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      {
        let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })))
      } else if isStrict {
        if index > bytes.startIndex { fields = fields.count > 1 ? fields : [] }
        return
      }
      index = next
    }
  }

  /// The first field of this name, encoded words undone.
  func field(_ name: String) -> String? {
    fields.first { $0.name == name }.map { EncodedWords.decode($0.value) }
  }

  /// The content type in lower case without its parameters; text/plain where none is given.
  var contentType: String {
    let type = field("content-type")?.prefix { $0 != ";" }.lowercased() ?? ""
    return type.isEmpty ? "text/plain" : type.filter { $0 != " " }
  }

  /// A parameter of the content type: the boundary, the charset.
  func parameter(_ name: String) -> String? {
    guard let type = field("content-type") else { return nil }
    for part in type.split(separator: ";").dropFirst() {
      let sides = part.split(separator: "=", maxSplits: 1)
      let key = sides[0].filter { $0 != " " && $0 != "\t" }.lowercased()
      guard sides.count == 2, key == name else { continue }
      return String(sides[1].filter { $0 != "\"" }).trimmingBlanks
    }
    return nil
  }

  /// The body with its transfer encoding undone.
  var content: [UInt8] {
    switch field("content-transfer-encoding")?.lowercased().trimmingBlanks {
    case "base64": TransferEncoding.base64(body)
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    default: Array(body)
    }
  }

  /// The parts of a multipart body.
  var parts: [MailPart] {
    guard contentType.hasPrefix("multipart/"), let boundary = parameter("boundary"),
      !boundary.isEmpty
    else { return [] }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    var parts: [MailPart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex, parts.count < 1000 {
      let end = body[index...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[index..<end].starts(with: mark) {
        if let start { parts.append(MailPart(body[start..<index])) }
        start = min(end + 1, body.endIndex)
        if body[index..<end].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      index = end + 1
    }
    // A message that was cut short has no last boundary.
    if let start, start < body.endIndex { parts.append(MailPart(body[start...])) }
    return parts
  }
}

extension String {
  /// Without blanks and tabs at both ends.
  var trimmingBlanks: String {
    var text = self[...]
    while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
    return String(text.drop { $0 == " " || $0 == "\t" })
  }
}
