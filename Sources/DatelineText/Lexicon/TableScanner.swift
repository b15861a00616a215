import CDatelineData

/// Walks the rows of an embedded tab-separated file without making strings.
///
/// Rows that begin with `#` are headers and are skipped.
struct TableScanner {
  /// The bytes of the file.
  let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0

  /// Makes a scanner at the first row of an embedded file.
  init(_ data: dateline_data) {
    bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
  }

  /// Calls `body` with the fields of each row; `fields` is reused between rows.
  mutating func forEachRow(_ body: (_ fields: [UnsafeBufferPointer<UInt8>]) -> Void) {
    var fields: [UnsafeBufferPointer<UInt8>] = []
    while next < bytes.count {
      let isHeader = bytes[next] == 0x23
      fields.removeAll(keepingCapacity: true)
      var start = next
      while next < bytes.count, bytes[next] != 0x0A {
        if bytes[next] == 0x09 {
          fields.append(UnsafeBufferPointer(rebasing: bytes[start..<next]))
          start = next + 1
        }
        next += 1
      }
      fields.append(UnsafeBufferPointer(rebasing: bytes[start..<next]))
      next += 1
      if !isHeader { body(fields) }
    }
  }

  /// Calls `body` with each part of a field whose parts are separated by `|`.
  static func forEachPart(
    of field: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...field.count where index == field.count || field[index] == 0x7C {
      if index > start { body(UnsafeBufferPointer(rebasing: field[start..<index])) }
      start = index + 1
    }
  }

  /// The field as a string.
  static func string(_ field: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: field, as: UTF8.self)
  }

  /// The field as a whole number; nil where it is none.
  static func integer(_ field: UnsafeBufferPointer<UInt8>) -> Int? {
    var value = 0
    var digits = field[...]
    let isNegative = digits.first == 0x2D
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    for digit in digits {
      guard digit >= 0x30, digit <= 0x39, value < 1_000_000_000 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return isNegative ? -value : value
  }
}
