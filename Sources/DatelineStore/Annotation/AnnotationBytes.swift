internal import DatelineText

/// Writes numbers, spans and strings of one annotation, small things in few bytes.
///
/// Numbers are base-128 varints, low bits first, as in Protocol Buffers. Spans are written as
/// distances from the span before. A string that was written before, or stands in the article's
/// text, is written as a reference.
struct AnnotationWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  private let text: SourceText
  private var position = 0
  private var strings: [String: Int] = [:]

  /// How strings are written: before the numbers of strings that came before.
  enum StringForm {
    static let absent = 0
    static let inline = 1
    static let quoted = 2
    static let repeated = 3
  }

  /// Starts an annotation of `text`.
  init(_ text: SourceText) { self.text = text }

  /// Writes one byte.
  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Writes bytes as they are.
  mutating func append(_ other: [UInt8]) { bytes += other }

  /// Writes a number that is not negative; any other is written so that readers refuse it.
  mutating func number(_ value: Int) { raw(UInt64(bitPattern: Int64(value))) }

  /// Writes a number that may be negative.
  mutating func signed(_ value: Int) {
    raw(UInt64(bitPattern: Int64((value << 1) ^ (value >> (Int.bitWidth - 1)))))
  }

  /// Writes 64 bits.
  mutating func raw(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a span as its distance from the one before, and its length.
  mutating func span(_ span: ByteSpan) {
    signed(Int(span.lower) - position)
    number(span.count)
    position = Int(span.lower)
  }

  /// Writes indices as their number and the distance of each from the one before.
  mutating func indices(_ indices: [Int]) {
    number(indices.count)
    var previous = 0
    for index in indices {
      signed(index - previous)
      previous = index
    }
  }

  /// Writes a case as its place among all cases.
  mutating func choice<Choice: CaseIterable & Equatable>(_ choice: Choice) {
    var place = 0
    for other in Choice.allCases {
      if other == choice { break }
      place += 1
    }
    number(place)
  }

  /// Writes the number of elements, and each.
  mutating func list<Element>(
    _ elements: [Element], _ body: (inout AnnotationWriter, Element) -> Void
  ) {
    number(elements.count)
    for element in elements { body(&self, element) }
  }

  /// Writes a string that may be absent.
  mutating func string(_ string: String?) {
    guard let string else { return number(StringForm.absent) }
    if let known = strings[string] { return number(StringForm.repeated + known) }
    strings[string] = strings.count
    let utf8 = Array(string.utf8)
    // A reference takes about four bytes, so shorter strings are not worth the search.
    if utf8.count > 4, let start = place(of: utf8) {
      number(StringForm.quoted)
      number(start)
      number(utf8.count)
    } else {
      number(StringForm.inline)
      number(utf8.count)
      bytes += utf8
    }
  }

  /// Where `pattern` stands first in the article's text.
  private func place(of pattern: [UInt8]) -> Int? {
    guard let first = pattern.first, pattern.count <= text.count else { return nil }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      let last = bytes.count - pattern.count
      while start <= last {
        if bytes[start] == first, bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
          return start
        }
        start += 1
      }
      return nil
    }
  }
}

/// Reads what `AnnotationWriter` wrote. Bytes that make no sense are an error, never a trap.
struct AnnotationReader {
  private let bytes: [UInt8]
  private let text: SourceText
  private var offset = 0
  private var position = 0
  private var strings: [String] = []

  /// Starts on `bytes`, an annotation of `text`.
  init(_ bytes: [UInt8], text: SourceText) {
    self.bytes = bytes
    self.text = text
  }

  /// Whether everything was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The error of bytes that make no sense here.
  var malformed: AnnotationError { .malformed(offset: offset) }

  /// Reads one byte.
  mutating func byte() throws(AnnotationError) -> UInt8 {
    guard offset < bytes.count else { throw malformed }
    offset += 1
    return bytes[offset - 1]
  }

  /// Reads `count` bytes, which must be there.
  mutating func slice(count: Int) throws(AnnotationError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw malformed }
    offset += count
    return bytes[(offset - count)..<offset]
  }

  /// Reads 64 bits.
  mutating func raw() throws(AnnotationError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
      shift += 7
    }
    throw malformed
  }

  /// Reads a number from 0 to 2^31 - 1: no text is that long.
  mutating func number() throws(AnnotationError) -> Int {
    let value = try raw()
    guard value <= UInt64(Int32.max) else { throw malformed }
    return Int(value)
  }

  /// Reads a number below `bound`: an index.
  mutating func index(below bound: Int) throws(AnnotationError) -> Int {
    let value = try number()
    guard value < bound else { throw malformed }
    return value
  }

  /// Reads a number that may be negative, of at most 32 bits.
  mutating func signed() throws(AnnotationError) -> Int {
    let value = try raw()
    guard value <= UInt64(UInt32.max) else { throw malformed }
    return Int(value >> 1) ^ -Int(value & 1)
  }

  /// Reads a span of the text.
  mutating func span() throws(AnnotationError) -> ByteSpan {
    let lower = position + (try signed())
    let count = try number()
    guard lower >= 0, lower + count <= text.count else { throw malformed }
    position = lower
    return ByteSpan(lower, lower + count)
  }

  /// Reads indices below `bound`.
  mutating func indices(below bound: Int) throws(AnnotationError) -> [Int] {
    let count = try self.count()
    var previous = 0
    var indices: [Int] = []
    indices.reserveCapacity(count)
    for _ in 0..<count {
      previous += try signed()
      guard 0 <= previous, previous < bound else { throw malformed }
      indices.append(previous)
    }
    return indices
  }

  /// Reads the number of elements that follow: each takes at least a byte, so that a wrong number
  /// cannot ask for more memory than there are bytes.
  mutating func count() throws(AnnotationError) -> Int {
    let count = try number()
    guard count <= bytes.count - offset else { throw malformed }
    return count
  }

  /// Reads a case by its place among all cases.
  mutating func choice<Choice: CaseIterable>(_ type: Choice.Type) throws(AnnotationError)
    -> Choice
  {
    let place = try number()
    guard let choice = Choice.allCases.dropFirst(place).first else { throw malformed }
    return choice
  }

  /// Reads a number of elements.
  mutating func list<Element>(
    _ body: (inout AnnotationReader) throws(AnnotationError) -> Element
  ) throws(AnnotationError) -> [Element] {
    let count = try self.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  /// Reads a string that may be absent.
  mutating func string() throws(AnnotationError) -> String? {
    let form = try number()
    switch form {
    case AnnotationWriter.StringForm.absent: return nil
    case AnnotationWriter.StringForm.inline:
      strings.append(String(decoding: try slice(count: try self.count()), as: UTF8.self))
    case AnnotationWriter.StringForm.quoted:
      let start = try number()
      let count = try number()
      guard start + count <= text.count else { throw malformed }
      strings.append(text[ByteSpan(start, start + count)])
    default:
      guard form - AnnotationWriter.StringForm.repeated < strings.count else { throw malformed }
      return strings[form - AnnotationWriter.StringForm.repeated]
    }
    return strings.last
  }

  /// Reads a string that must be there.
  mutating func requiredString() throws(AnnotationError) -> String {
    guard let string = try string() else { throw malformed }
    return string
  }
}
