extension NameDocument {
  /// How `word` is written.
  static func shape(of word: UnsafeBufferPointer<UInt8>) -> WordShape {
    guard let first = word.first else { return .mark }
    if first < 0x80, !isWordByte(first) { return markShape(first, count: word.count) }
    var upper = 0
    var lower = 0
    var digits = 0
    var letters = 0
    var isFirstUpper = false
    var index = 0
    while index < word.count {
      let byte = word[index]
      let letter = letterCase(word, at: &index)
      if byte &- 0x30 < 10 { digits += 1 }
      guard letter != .none else { continue }
      if letters == 0 { isFirstUpper = letter == .upper }
      letters += 1
      if letter == .upper { upper += 1 } else { lower += 1 }
    }
    if letters == 0 { return digits > 0 ? .number : wideMarkShape(word) }
    if digits > 0, lower > 0 || digits > letters { return .alphanumeric }
    if upper == 0 { return .lower }
    if lower == 0 { return letters == 1 ? .initial : .allCapitals }
    return isFirstUpper && upper == 1 ? .capitalized : .mixed
  }

  private enum LetterCase { case none, upper, lower }

  /// The case of the character at `index`, which moves past it. A letter without case is lower.
  private static func letterCase(_ word: UnsafeBufferPointer<UInt8>, at index: inout Int)
    -> LetterCase
  {
    let byte = word[index]
    if byte < 0x80 {
      index += 1
      if byte &- 0x61 < 26 { return .lower }
      return byte &- 0x41 < 26 ? .upper : .none
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    let end = min(index + length, word.count)
    defer { index = end }
    guard
      let scalar = String(decoding: word[index..<end], as: UTF8.self).unicodeScalars.first,
      scalar.properties.isAlphabetic
    else { return .none }
    return scalar.properties.isUppercase ? .upper : .lower
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func markShape(_ first: UInt8, count: Int) -> WordShape {
    switch first {
    case UInt8(ascii: "-"): count == 1 ? .hyphen : .mark
    case UInt8(ascii: "'"): count == 1 ? .apostrophe : count == 2 ? .apostrophe : .mark
    case UInt8(ascii: "("), UInt8(ascii: "["): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "\""), UInt8(ascii: "`"): .quote
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .period
    default: .mark
    }
  }

  /// The shape of a mark beyond ASCII: dashes, curly quotes.
  private static func wideMarkShape(_ word: UnsafeBufferPointer<UInt8>) -> WordShape {
    guard word.count >= 3, word[0] == 0xE2, word[1] == 0x80 else { return .mark }
    switch word[2] {
    case 0x90, 0x91, 0x93: return .hyphen
    case 0x98, 0x99: return .apostrophe
    case 0x9C, 0x9D, 0x9E: return .quote
    default: return .mark
    }
  }

  /// Hashes of the first two, three, four and the last one to four bytes of `word`.
  static func affixes(of word: UnsafeBufferPointer<UInt8>) -> SIMD8<UInt32> {
    var result = SIMD8<UInt32>.zero
    let count = word.count
    var front: UInt32 = 0
    var back: UInt32 = 0
    for length in 1...4 where length <= count {
      front = front << 8 | UInt32(word[length - 1])
      back |= UInt32(word[count - length]) << (8 * UInt32(length - 1))
      result[length - 1] = front
      result[length + 3] = back
    }
    return result
  }
}
