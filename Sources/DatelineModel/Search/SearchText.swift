import DatelineText

/// A text prepared for searching: lower case, without accents, typographic marks made plain, at the
/// same byte offsets as the text that it was made of.
///
/// Bytes that fall away (the second byte of "é") are kept as fillers, so that a hit in the folded
/// text is a span of the text itself.
struct SearchText: Sendable, Equatable {
  /// The folded bytes, as many as the text has.
  let bytes: [UInt8]

  /// Stands for a byte that fell away; never part of UTF-8.
  static let filler: UInt8 = 0xFF

  /// Folds `text`. Cost: one pass.
  init(_ text: some Collection<UInt8>) {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var index = text.startIndex
    while index != text.endIndex {
      let byte = text[index]
      let next = text.index(after: index)
      if byte < 0x80 {
        folded.append(Self.lowercased(byte))
        index = next
      } else if byte == 0xC3, next != text.endIndex {
        Self.fold(latin: text[next], into: &folded)
        index = text.index(after: next)
      } else if byte == 0xE2, next != text.endIndex, text[next] == 0x80 {
        let last = text.index(after: next)
        let mark = last != text.endIndex ? text[last] : 0
        folded.append(mark == 0x98 || mark == 0x99 ? 0x27 : 0x20)
        folded.append(Self.filler)
        if last != text.endIndex { folded.append(Self.filler) }
        index = last != text.endIndex ? text.index(after: last) : last
      } else {
        folded.append(byte)
        index = next
      }
    }
    bytes = folded
  }

  /// Folds a query: as a text, without the fillers.
  static func query(_ text: String) -> [UInt8] {
    SearchText(text.utf8).bytes.filter { $0 != filler }
  }

  /// Folds a name to a string that names of the same letters share.
  static func key(_ name: String) -> String {
    var name = name
    return name.withUTF8 { plainKey($0) } ?? String(decoding: query(name), as: UTF8.self)
  }

  /// The same of the bytes of a name.
  static func key(_ name: ArraySlice<UInt8>) -> String {
    name.withUnsafeBufferPointer { plainKey($0) }
      ?? String(decoding: SearchText(name).bytes.filter { $0 != filler }, as: UTF8.self)
  }

  /// The key of a name in ASCII, as most are; nil of others.
  private static func plainKey(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: name.count) { key in
      for (place, byte) in name.enumerated() { key[place] = lowercased(byte) }
      return name.count
    }
  }

  /// Whether `byte` is part of a word.
  static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The letters U+00C0 to U+00FF without accents, as ASCII; "." keeps the letter as it is.
  private static let plainLatin: [UInt8] = Array(
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y".utf8)

  private static func fold(latin second: UInt8, into folded: inout [UInt8]) {
    guard (0x80...0xBF).contains(second), plainLatin[Int(second) - 0x80] != 0x2E else {
      folded += [0xC3, second]
      return
    }
    folded += [plainLatin[Int(second) - 0x80], filler]
  }
}

extension SearchText {
  /// How the end of a word must match.
  enum WordEnd: Sendable {
    /// The pattern ends where a word ends.
    case whole
    /// The word may go on.
    case prefix
  }

  /// The first place at or after `start` where `pattern` stands, from the start of a word on; nil
  /// where there is none. Blanks of the pattern match any run of bytes between words.
  ///
  /// Cost: linear in the length searched.
  func firstMatch(of pattern: [UInt8], end: WordEnd, from start: Int = 0, to limit: Int? = nil)
    -> ByteSpan?
  {
    guard let first = pattern.first else { return nil }
    let limit = limit ?? bytes.count
    var index = start
    while index < limit {
      if bytes[index] == first, index == 0 || !isWordByte(before: index),
        let upper = matchEnd(of: pattern, at: index, end: end, limit: limit)
      {
        return ByteSpan(index, upper)
      }
      index += 1
    }
    return nil
  }

  private func isWordByte(before index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, bytes[previous] == Self.filler { previous -= 1 }
    return previous >= 0 && Self.isWord(bytes[previous])
  }

  /// Where a match of `pattern` that starts at `start` ends; nil where there is none.
  private func matchEnd(of pattern: [UInt8], at start: Int, end: WordEnd, limit: Int) -> Int? {
    var index = start
    var position = 0
    while position < pattern.count {
      while index < limit, bytes[index] == Self.filler { index += 1 }
      guard index < limit else { return nil }
      if pattern[position] == 0x20 {
        guard !Self.isWord(bytes[index]) else { return nil }
        while index < limit, !Self.isWord(bytes[index]) || bytes[index] == Self.filler {
          index += 1
        }
      } else {
        guard bytes[index] == pattern[position] else { return nil }
        index += 1
      }
      position += 1
    }
    while index < limit, bytes[index] == Self.filler { index += 1 }
    if end == .whole, index < bytes.count, let last = pattern.last, Self.isWord(last),
      Self.isWord(bytes[index])
    {
      return nil
    }
    return index
  }
}
