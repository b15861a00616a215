/// Undoes the encodings of mail bodies (RFC 2045), forgiving damage.
enum TransferEncoding {
  /// The bytes that Base64 text stands for; what is no Base64 is passed over.
  static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte - 71)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte + 4)
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  /// The bytes that quoted-printable text stands for.
  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "=") else {
        bytes.append(text[index])
        index += 1
        continue
      }
      let rest = text[(index + 1)...]
      if rest.starts(with: [0x0D, 0x0A]) {
        index += 3
      } else if rest.first == 0x0A {
        index += 2
      } else if let high = rest.first.flatMap(hexadecimal),
        let low = rest.dropFirst().first.flatMap(hexadecimal)
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
    default: nil
    }
  }
}

/// Undoes the encoded words of header fields (RFC 2047): "=?utf-8?Q?Caf=C3=A9?=".
enum EncodedWords {
  /// The field's text.
  static func decode(_ field: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    var wasEncoded = false
    while index < field.count {
      if let (decoded, end) = word(field, at: index) {
        // Blanks between two encoded words are not part of the text.
        if wasEncoded { while text.last == 0x20 || text.last == 0x09 { text.removeLast() } }
        text += decoded
        index = end
        wasEncoded = true
      } else {
        if field[index] > 0x20 { wasEncoded = false }
        text.append(field[index])
        index += 1
      }
    }
    return String(decoding: TextDecoder.decode(text[...]).bytes, as: UTF8.self)
  }

  private static func word(_ field: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
    guard field[start...].starts(with: "=?".utf8) else { return nil }
    let mark = UInt8(ascii: "?")
    guard let first = field[(start + 2)...].prefix(60).firstIndex(of: mark),
      let second = field[(first + 1)...].prefix(2).firstIndex(of: mark), second == first + 2,
      let third = field[(second + 1)...].prefix(2000).firstIndex(of: mark),
      field[third...].dropFirst().first == UInt8(ascii: "=")
    else { return nil }
    let charset = String(decoding: field[(start + 2)..<first], as: UTF8.self)
    let content = field[(second + 1)..<third]
    let bytes: [UInt8]
    switch field[first + 1] | 0x20 {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64(content)
    case UInt8(ascii: "q"):
      bytes = TransferEncoding.quotedPrintable(
        content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: return nil
    }
    return (TextDecoder.decode(bytes[...], label: charset).bytes, third + 2)
  }
}
