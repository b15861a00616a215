internal import CDatelineData

/// The dictionary form of a word: "attacked" and "attacks" are forms of "attack".
///
/// A word that the table of exceptions holds (irregular verbs and nouns, and what the treebanks show
/// to be against the rules) is looked up; for the others rules take the ending off. Names stay as
/// they are, in lower case.
public enum Lemma {
  /// The hash of the lemma's bytes in lower case, by which word lists can be looked up without making
  /// a string.
  public static func key(of token: Token, _ syntax: TokenSyntax, in text: SourceText) -> UInt64 {
    withBytes(of: token, syntax, in: text) { bytes in
      var hash = WordHash()
      for byte in bytes { hash.take(byte) }
      return hash.value
    }
  }

  /// The key of a lemma that is known as a string.
  public static func key(of lemma: String) -> UInt64 {
    var hash = WordHash()
    for byte in lemma.utf8 { hash.take(byte) }
    return hash.value
  }

  /// The lemma as a string.
  public static func string(of token: Token, _ syntax: TokenSyntax, in text: SourceText) -> String {
    withBytes(of: token, syntax, in: text) { String(decoding: $0, as: UTF8.self) }
  }

  /// The lemma by the rules alone, exceptions left aside: what a trainer of exceptions needs.
  package static func ruled(_ token: Token, _ syntax: TokenSyntax, in text: SourceText) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 1) { buffer in
      var word = WordEnd(buffer)
      for byte in text.bytes[token.span.range].prefix(longest) { word.append(lowered: byte) }
      LemmaRules.apply(to: &word, syntax.partOfSpeech, syntax.form)
      return String(decoding: buffer[..<word.count], as: UTF8.self)
    }
  }

  /// The letter of the class of words that share exceptions.
  package static func group(_ part: PartOfSpeech) -> String {
    String(UnicodeScalar(LemmaTable.group(part)))
  }

  /// The longest word that is looked at; longer ones are their own lemma, cut there.
  private static let longest = 64

  private static func withBytes<Result>(
    of token: Token, _ syntax: TokenSyntax, in text: SourceText,
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest + 1) { buffer in
      var word = WordEnd(buffer)
      for byte in text.bytes[token.span.range].prefix(longest) { word.append(lowered: byte) }
      let isRegular = !LemmaTable.embedded.replace(&word, syntax.partOfSpeech)
      if isRegular { LemmaRules.apply(to: &word, syntax.partOfSpeech, syntax.form) }
      return body(UnsafeBufferPointer(rebasing: buffer[..<word.count]))
    }
  }
}

/// The hash of a word, byte by byte.
private struct WordHash {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var value: UInt64 { FeatureHash.mix(hash) }
}

/// A word in a buffer, to be changed at its end.
struct WordEnd {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  mutating func append(lowered byte: UInt8) {
    guard count < buffer.count else { return }
    buffer[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    count += 1
  }

  mutating func drop(_ number: Int) { count = max(0, count - number) }

  mutating func set(_ bytes: ArraySlice<UInt8>) {
    count = 0
    for byte in bytes { append(lowered: byte) }
  }

  /// The byte at `place` counted back from the end: 1 is the last. Zero before the start.
  func last(_ place: Int) -> UInt8 { place <= count ? buffer[count - place] : 0 }

  func ends(_ ending: StaticString) -> Bool {
    guard ending.utf8CodeUnitCount <= count else { return false }
    let start = count - ending.utf8CodeUnitCount
    return (0..<ending.utf8CodeUnitCount).allSatisfy {
      buffer[start + $0] == ending.utf8Start[$0]
    }
  }

  /// FNV-1a of the bytes.
  var hash: UInt64 { hash(ofLast: count) }

  /// FNV-1a of the last `length` bytes.
  func hash(ofLast length: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in (count - length)..<count {
      hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01B3
    }
    return hash
  }
}
