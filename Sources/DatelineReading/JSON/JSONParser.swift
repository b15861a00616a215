/// Reads JSON strictly (RFC 8259) from UTF-8 bytes.
///
/// Ours because Foundation's decoder costs 10 MB of memory and its own start-up time, and wants a
/// type for every form. Cost: one pass, one allocation for each string.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var index: Int
  private var depth = 0

  /// How deep values may nest; a hostile file may not exhaust the stack.
  static let depthLimit = 256

  /// The value that `bytes` hold, with nothing but white space around it.
  static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == bytes.endIndex else { throw parser.error("more text after the value") }
    return value
  }

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  private func error(_ reason: String) -> JSONError {
    JSONError(offset: index - bytes.startIndex, reason: reason)
  }

  private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private mutating func skipSpace() {
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    guard let first = current else { throw error("the text ends where a value should be") }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error("no JSON value begins here")
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError)
    -> JSONValue
  {
    let count = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    guard matches else { throw error("no JSON value begins here") }
    index += count
    return value
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    index += 1
    skipSpace()
    guard current != UInt8(ascii: "}") else { return leave(.object(members)) }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw error("a member's name must be a string") }
      let name = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw error("a colon is missing") }
      index += 1
      members.append(.init(name: name, value: try value()))
      guard try hasNext(closing: UInt8(ascii: "}")) else { return leave(.object(members)) }
    }
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    index += 1
    skipSpace()
    guard current != UInt8(ascii: "]") else { return leave(.array(elements)) }
    while true {
      elements.append(try value())
      guard try hasNext(closing: UInt8(ascii: "]")) else { return leave(.array(elements)) }
    }
  }

  /// Passes a comma, after which another element must follow, or stops at the closing bracket.
  private mutating func hasNext(closing: UInt8) throws(JSONError) -> Bool {
    skipSpace()
    if current == closing { return false }
    guard current == UInt8(ascii: ",") else {
      throw error(current == nil ? "the text ends too early" : "a comma is missing")
    }
    index += 1
    return true
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= Self.depthLimit else { throw error("values nest too deeply") }
  }

  /// Passes the closing bracket.
  private mutating func leave(_ value: JSONValue) -> JSONValue {
    index += 1
    depth -= 1
    return value
  }

  private mutating func number() throws(JSONError) -> String {
    let start = index
    if current == UInt8(ascii: "-") { index += 1 }
    if current == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
      index += 1
      if let sign = current, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(JSONError) {
    let start = index
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    guard index > start else { throw error("a digit is missing") }
  }
}

// Strings
extension JSONParser {
  private mutating func string() throws(JSONError) -> String {
    index += 1
    let start = index
    try skipPlain()
    if bytes[index] == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
    }
    var text = Array(bytes[start..<index])
    while bytes[index] != UInt8(ascii: "\"") {
      try escape(into: &text)
      let run = index
      try skipPlain()
      text += bytes[run..<index]
    }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Moves to the next quotation mark or backslash; fails at a raw control character or the end.
  private mutating func skipPlain() throws(JSONError) {
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      guard byte >= 0x20 else { throw error("a control character stands inside a string") }
      index += 1
    }
    throw error("a string is not closed")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    index += 1
    guard let letter = current else { throw error("a string is not closed") }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += String(try escapedScalar()).utf8
    default: throw error("unknown escape in a string")
    }
  }

  /// The scalar of `\uXXXX` or of a surrogate pair; U+FFFD for half a pair.
  private mutating func escapedScalar() throws(JSONError) -> Character {
    let first = try hexadecimal()
    guard first & 0xFC00 == 0xD800 else { return Self.character(first) }
    let afterFirst = index
    guard bytes[index...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    index += 2
    let second = try hexadecimal()
    guard second & 0xFC00 == 0xDC00 else {
      index = afterFirst
      return "\u{FFFD}"
    }
    return Self.character(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private static func character(_ value: UInt32) -> Character {
    Character(UnicodeScalar(value) ?? "\u{FFFD}")
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    guard index + 4 <= bytes.endIndex else { throw error("a string is not closed") }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw error("an escape needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
    }
    index += 4
    return value
  }
}
