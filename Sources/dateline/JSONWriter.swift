/// Writes JSON in one pass, keys in the order they are given, as UTF-8 on a single line.
///
/// Written by hand because the encoders of Foundation neither keep the order of keys nor come
/// without Foundation's start-up cost, which a filter that is started once per input pays each time.
struct JSONWriter {
  /// What has been written so far.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes an object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  /// Writes an array whose elements `body` writes.
  mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// Writes an array with one entry for each element.
  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    array { writer in
      for element in elements { body(&writer, element) }
    }
  }

  /// Writes the name of the next member.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string.
  mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var copy = text
    copy.withUTF8 { buffer in
      // Whole runs of plain bytes: most texts are one.
      var start = 0
      for index in buffer.indices where Self.isEscaped(buffer[index]) {
        bytes.append(contentsOf: buffer[start..<index])
        escape(buffer[index])
        start = index + 1
      }
      bytes.append(contentsOf: buffer[start...])
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a string, or null.
  mutating func string(_ text: String?) {
    if let text { string(text) } else { literal("null") }
  }

  /// Writes a whole number.
  mutating func number(_ number: Int) { literal(String(number)) }

  /// Writes a number, whole where it is whole, or null. It must be finite.
  mutating func number(_ number: Double?) {
    guard let number else { return literal("null") }
    if number == number.rounded(), abs(number) < 1e15 {
      literal(String(Int(number)))
    } else {
      literal(String(number))
    }
  }

  /// Writes true or false.
  mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// Ends the line.
  mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a string or null.
  mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    string(text)
  }

  /// Writes a member that is a whole number.
  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  /// Writes a member that is true or false.
  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes a member that is an array of strings.
  mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  /// Writes a member that is an object.
  mutating func member(_ name: StaticString, object body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a member that is an array with one entry for each element.
  mutating func member<Elements: Sequence>(
    _ name: StaticString, each elements: Elements,
    _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    key(name)
    array(elements, body)
  }
}
