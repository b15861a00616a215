/// Folds text for comparison of names: letters lower-cased and without diacritics, apostrophes and
/// full stops dropped, any other run of marks and blanks one space.
///
/// "Al-Qa'ida", "al Qaida" and "AL-QAIDA" fold to "al qaida"; "U.S." folds to "us".
package enum FoldedText {
  /// Calls `emit` with each byte of the folded form of `bytes`; a space stands between words only.
  @inline(__always)
  package static func forEach(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (UInt8) -> Void) {
    var isPending = false
    var hasBegun = false
    var index = 0
    @inline(__always) func put(_ byte: UInt8) {
      if isPending && hasBegun { emit(0x20) }
      isPending = false
      hasBegun = true
      emit(byte)
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
          put(byte)
        } else if byte >= 0x41 && byte <= 0x5A {
          put(byte | 0x20)
        } else if byte != 0x27 && byte != 0x2E && byte != 0x60 {
          isPending = true
        }
        continue
      }
      let (scalar, length) = decode(bytes, at: index)
      let folded = fold(scalar)
      switch folded {
      case dropped: break
      case separator: isPending = true
      case kept: for offset in index..<(index + length) { put(bytes[offset]) }
      default:
        put(UInt8(truncatingIfNeeded: folded))
        if folded > 0xFF { put(UInt8(truncatingIfNeeded: folded >> 8)) }
      }
      index += length
    }
  }

  /// The folded form of `bytes`.
  package static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    forEach(bytes) { result.append($0) }
    return result
  }

  /// The folded form of `text`.
  package static func fold(_ text: String) -> String {
    var text = text
    return text.withUTF8 { String(decoding: fold($0), as: UTF8.self) }
  }

  private static let dropped: UInt16 = 1
  private static let separator: UInt16 = 2
  private static let kept: UInt16 = 3

  /// Decodes one scalar of well-formed text; a stray byte counts as itself.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int)
    -> (scalar: UInt32, length: Int)
  {
    let lead = UInt32(bytes[index])
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC0, index + length <= bytes.count else { return (lead, 1) }
    var scalar = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (scalar, length)
  }

  /// One ASCII letter, two packed low byte first, or one of the three marks above.
  private static func fold(_ scalar: UInt32) -> UInt16 {
    switch scalar {
    case 0xC0..<0x180: latin[Int(scalar) - 0xC0]
    case 0x1E00..<0x1EF4: additional[Int(scalar) - 0x1E00]
    case 0x218, 0x219: 0x73
    case 0x21A, 0x21B: 0x74
    case 0x2018, 0x2019, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2032: dropped
    case 0x80..<0xC0, 0x2000..<0x2070, 0x3000..<0x3004: separator
    default: kept
    }
  }

  /// U+00C0 to U+017F, one or two letters each.
  private static let latin: [UInt16] = table(
    "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o _ o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h "
      + "i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s")

  /// U+1E00 to U+1EF3, one letter each.
  private static let additional: [UInt16] = table(
    "a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h "
      + "i i i i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p "
      + "r r r r r r r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v "
      + "w w w w w w w w w w x x x x y y z z z z z z h t w y a s s s ss d "
      + "a a a a a a a a a a a a a a a a a a a a a a a a "
      + "e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o "
      + "u u u u u u u u u u u u u u y y")

  private static func table(_ letters: String) -> [UInt16] {
    letters.words.map { entry in
      let bytes = Array(entry.utf8)
      if bytes == [0x5F] { return separator }
      return bytes.count == 2 ? UInt16(bytes[0]) | UInt16(bytes[1]) << 8 : UInt16(bytes[0])
    }
  }
}
