/// A word, lower-cased and reduced to a number that lexicons are looked up by.
///
/// Method: FNV-1a over the UTF-8 bytes, ASCII letters folded, the typographic apostrophe read as
/// the plain one. Two words of the language meet by chance about once in 10^19 pairs.
struct WordKey: Hashable, Sendable {
  /// The hash.
  let value: UInt64

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3

  /// The key of the bytes `range` of `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var hash = Self.seed
    var index = range.lowerBound
    while index < range.upperBound {
      var byte = bytes[index]
      if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        byte = UInt8(ascii: "'")
        index += 2
      }
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      hash = (hash ^ UInt64(byte)) &* Self.prime
      index += 1
    }
    value = hash
  }

  /// The key of `word`.
  init(_ word: some StringProtocol) {
    let bytes = Array(word.utf8)
    self.init(bytes, 0..<bytes.count)
  }
}

extension WordKey {
  /// The key is a hash already: what sets and dictionaries would make of it costs more than the rest
  /// of a look-up. The tables hold our own words, so no text can fill them with words that collide.
  func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: value ^ value >> 32) ^ seed
  }
}

extension WordKey: ExpressibleByStringLiteral {
  /// The key of a word written in the source.
  init(stringLiteral word: StaticString) {
    self = word.withUTF8Buffer { WordKey(Array($0), 0..<$0.count) }
  }
}
