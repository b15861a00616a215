/// What a character is to the tokeniser.
enum CharacterClass: UInt8 {
  case space, lower, upper, letter, digit, period, ellipsis, terminal, comma, colon, hyphen, dash,
    slash, apostrophe, quote, opening, closing, ampersand, symbol

  /// Whether the character can be part of a word.
  var isWord: Bool {
    switch self {
    case .lower, .upper, .letter, .digit: true
    default: false
    }
  }

  /// Whether the character is a letter.
  var isLetter: Bool { isWord && self != .digit }

  /// The classes of the 128 ASCII characters.
  private static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "\""), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    case UInt8(ascii: "&"): .ampersand
    default: .symbol
    }
  }

  /// The class of the character that begins at `offset`, and its length in bytes.
  @inline(__always)
  static func at(_ offset: Int, in bytes: [UInt8]) -> (class: CharacterClass, length: Int) {
    let byte = bytes[offset]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    return wide(offset, bytes)
  }

  private static func wide(_ offset: Int, _ bytes: [UInt8]) -> (class: CharacterClass, length: Int)
  {
    let lead = bytes[offset]
    let length = min(
      lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, bytes.count - offset)
    var code = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<max(length, 1) { code = code << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (ofScalar(code), length)
  }

  private static func ofScalar(_ code: UInt32) -> CharacterClass {
    switch code {
    case 0x80...0xA0, 0x1680, 0x2000...0x200B, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF:
      .space
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F: .quote
    case 0x2018...0x201B, 0x2032: .apostrophe
    case 0x2010, 0x2011: .hyphen
    case 0x2012...0x2015, 0x2212: .dash
    case 0x2026: .ellipsis
    case 0x3002, 0xFF01, 0xFF1F: .terminal
    case 0xFF0C, 0x3001: .comma
    case 0xAD, 0x200C, 0x200D: .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2016...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF,
      0x3001...0x303F, 0xFE00...0xFE0F, 0xFFFC, 0xFFFD, 0x1F000...0x1FAFF:
      code == 0xAA || code == 0xB5 || code == 0xBA ? .letter : .symbol
    case 0xC0...0x24F:
      Unicode.Scalar(code).map { $0.properties.isUppercase ? .upper : .lower } ?? .letter
    case 0x370...0x52F:
      Unicode.Scalar(code).map { $0.properties.isUppercase ? .upper : .lower }
        ?? .letter
    default: .letter
    }
  }
}
