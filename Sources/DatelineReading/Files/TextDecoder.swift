internal import Glibc

/// Turns the bytes of a text file into valid UTF-8.
///
/// The order of trust: a byte order mark; well-formed UTF-8; UTF-16 told by its NULs; UTF-8 with a
/// few damaged places; the charset that the container names; Windows-1252. A text that is all
/// well-formed UTF-8 and not ASCII is practically never anything else, so a label that says
/// otherwise lies more often than the bytes do (the WHATWG Encoding Standard takes the label first
/// and breaks such pages).
enum TextDecoder {
  /// Text and the name of the charset it was read as.
  struct Decoded: Equatable {
    var bytes: [UInt8]
    var charset: String
  }

  /// Decodes `bytes`; `label` is the charset that the container names, looked for only where the bytes
  /// do not say it themselves.
  static func decode(_ bytes: ArraySlice<UInt8>, label find: @autoclosure () -> String? = nil)
    -> Decoded
  {
    if let marked = decodeMarked(bytes) { return marked }
    let survey = UTF8Survey(bytes)
    // The charsets in which ASCII bytes mean something else have no others.
    if survey.malformed == 0, survey.sequences > 0 {
      return Decoded(bytes: Array(bytes), charset: "UTF-8")
    }
    let label = find()
    if survey.malformed == 0, !(label.map(isEscapedCharset) ?? false) {
      if survey.sequences == 0, let order = utf16Order(of: bytes) {
        return decodeUTF16(bytes, order)
      }
      return Decoded(bytes: Array(bytes), charset: "UTF-8")
    }
    if let order = utf16Order(of: bytes) { return decodeUTF16(bytes, order) }
    if survey.sequences > survey.malformed * 4 {
      return Decoded(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), charset: "UTF-8")
    }
    if let label, !isLatin(label), let converted = Charset.convert(bytes, from: label) {
      return Decoded(bytes: converted, charset: label)
    }
    return decodeWindows1252(bytes)
  }

  /// Decodes what begins with a byte order mark.
  private static func decodeMarked(_ bytes: ArraySlice<UInt8>) -> Decoded? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = bytes.dropFirst(3)
      let isWellFormed = UTF8Survey(rest).malformed == 0
      let text = isWellFormed ? Array(rest) : Array(String(decoding: rest, as: UTF8.self).utf8)
      return Decoded(bytes: text, charset: "UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes.dropFirst(2), .little) }
    if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes.dropFirst(2), .big) }
    return nil
  }

  /// Whether ASCII bytes may mean something else in this charset, so that valid UTF-8 proves
  /// nothing.
  private static func isEscapedCharset(_ label: String) -> Bool {
    let name = label.lowercased()
    return name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("hz-")
      || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
  }

  /// Whether the label is one that the Encoding Standard reads as Windows-1252.
  private static func isLatin(_ label: String) -> Bool {
    let name = label.lowercased().filter { $0 != "_" && $0 != "-" }
    return ["iso88591", "latin1", "windows1252", "cp1252", "ascii", "usascii", "utf8"]
      .contains(name)
  }
}

extension TextDecoder {
  /// Which byte of a UTF-16 unit comes first.
  enum ByteOrder {
    case little, big
  }

  /// The byte order of UTF-16 without a mark: in mostly Latin text every second byte is NUL.
  private static func utf16Order(of bytes: ArraySlice<UInt8>) -> ByteOrder? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in sample.enumerated() where byte == 0 {
      if offset & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = sample.count / 2
    if zeros.odd * 10 > units * 4, zeros.even * 20 < units { return .little }
    if zeros.even * 10 > units * 4, zeros.odd * 20 < units { return .big }
    return nil
  }

  private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? first | second << 8 : first << 8 | second)
      index += 2
    }
    return Decoded(
      bytes: Array(String(decoding: units, as: UTF16.self).utf8),
      charset: order == .little ? "UTF-16LE" : "UTF-16BE")
  }

  /// Windows-1252, whose lower half is ASCII and which contains all printable Latin-1.
  ///
  /// The five unused bytes become the C1 controls of the same number, as the WHATWG Encoding
  /// Standard has it.
  private static func decodeWindows1252(_ bytes: ArraySlice<UInt8>) -> Decoded {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upperControls[Int(byte - 0x80)] : UInt16(byte)
      if value < 0x800 {
        text.append(0xC0 | UInt8(value >> 6))
      } else {
        text.append(0xE0 | UInt8(value >> 12))
        text.append(0x80 | UInt8(value >> 6 & 0x3F))
      }
      text.append(0x80 | UInt8(value & 0x3F))
    }
    return Decoded(bytes: text, charset: "windows-1252")
  }

  /// What the bytes 0x80 to 0x9F mean in Windows-1252.
  static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

/// How well some bytes fit UTF-8.
struct UTF8Survey: Equatable {
  /// The well-formed sequences of two bytes and more.
  private(set) var sequences = 0
  /// The places where the bytes are ill-formed. A sequence cut off by the end does not count where
  /// others are whole: the file was truncated.
  private(set) var malformed = 0

  /// Surveys `bytes`. Cost: one pass.
  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = 0
      while index < buffer.count {
        // Eight ASCII bytes at a time: most of a page is markup.
        while index + 8 <= buffer.count,
          UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
        }
        guard index < buffer.count, buffer[index] >= 0x80 else {
          index += 1
          continue
        }
        let length = Self.sequenceLength(buffer, at: index)
        if length > 0 { sequences += 1 } else { malformed += 1 }
        index += max(length, 1)
      }
    }
  }

  /// The length of the well-formed sequence at `index`; 0 where there is none (Unicode, table 3-7).
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    let (length, lowest, highest): (Int, UInt8, UInt8) =
      switch lead {
      case 0xC2...0xDF: (2, 0x80, 0xBF)
      case 0xE0: (3, 0xA0, 0xBF)
      case 0xED: (3, 0x80, 0x9F)
      case 0xE1...0xEF: (3, 0x80, 0xBF)
      case 0xF0: (4, 0x90, 0xBF)
      case 0xF4: (4, 0x80, 0x8F)
      case 0xF1...0xF3: (4, 0x80, 0xBF)
      default: (0, 0, 0)
      }
    guard length > 0, index + length <= bytes.count,
      bytes[index + 1] >= lowest, bytes[index + 1] <= highest
    else { return 0 }
    for next in (index + 2)..<max(index + length, index + 2) where bytes[next] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}

/// Converts the charsets that the C library knows.
enum Charset {
  /// `bytes` in UTF-8, with U+FFFD for what cannot be read; nil where `name` is no known charset.
  static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    // A suffix such as //TRANSLIT must not come from a container.
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else {
      return nil
    }
    let descriptor = iconv_open("UTF-8", name)
    guard descriptor != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(descriptor) }
    var input = Array(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var chunk = [CChar](repeating: 0, count: 1 << 14)
    input.withUnsafeMutableBytes { buffer in
      var next = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0 {
        let code = chunk.withUnsafeMutableBufferPointer { target -> Int32 in
          var end = target.baseAddress
          var space = target.count
          let result = iconv(descriptor, &next, &left, &end, &space)
          let code = result == -1 ? errno : 0
          output += target.prefix(target.count - space).lazy.map { UInt8(bitPattern: $0) }
          return code
        }
        if code == 0 || code == E2BIG { continue }
        output += "\u{FFFD}".utf8
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return output
  }
}
