/// What the tagger and the parser see of the words of one sentence: hashes, computed once.
///
/// Quotation marks, apostrophes, dashes and Penn brackets are seen in one form, and digits as
/// zeros, so that curly news text looks like the treebanks.
package struct SentenceWords {
  /// What is seen of one word.
  package struct Word {
    /// The hash of the word as written.
    package var exact: UInt64 = 0
    /// The hash of the word as written and as the lists have it: words that share it are the same to
    /// the network but for their places. Never zero.
    var form: UInt64 = 1
    /// The hash of the word in lower case.
    package var lower: UInt64 = 0
    /// The hashes of the last one to four bytes of the word in lower case.
    package var suffixes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// The hashes of the first one to three bytes of the word in lower case.
    package var prefixes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// How it is written: capitals, small letters, digits, marks, each run once.
    package var shape: UInt64 = 0
    /// Which kind of mark it would be: 1 comma, 2 end, 3 colon, 4 hyphen, 5 dash, 6 quotation mark,
    /// 7 opening and 8 closing bracket, 9 other.
    package var mark: UInt8 = 9

    /// The tags that the word may have: of a known word those seen, else its ending and shape.
    package var tags: UInt64 = 1

    /// What the lists of names and common words say of it.
    package var listed: UInt64 = 0

    fileprivate mutating func classify(_ vocabulary: Vocabulary) {
      if let seen = vocabulary.tags(of: lower) {
        tags = seen
      } else {
        lower = FeatureHash(900, suffixes.1).value
        exact = FeatureHash(901, suffixes.1, shape).value
        tags = FeatureHash(902, suffixes.1, shape).value
      }
    }
  }

  /// The words in order.
  package private(set) var words: [Word] = []
  /// How the sentence is written: 0 as usual, 1 with every long word capitalised, 2 in capitals.
  package private(set) var style: UInt64 = 0

  /// An empty sentence, to be filled by `read`.
  package init() {}

  /// Reads the words at `tokens`, forgetting those of the sentence before. Words outside
  /// `vocabulary` are seen by their ending and shape only; without one, every word is known.
  package mutating func read(
    _ bytes: [UInt8], _ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary?
  ) {
    words.removeAll(keepingCapacity: true)
    let lexicon = NameLexicon.embedded
    var long = 0
    var capitalised = 0
    var shouted = 0
    for token in tokens {
      let span = token.span.range
      var word = Self.word(bytes, span)
      word.form = word.exact
      if let vocabulary { word.classify(vocabulary) }
      if (bytes[span.lowerBound] | 0x20) &- 0x61 < 26 || bytes[span.lowerBound] >= 0x80 {
        word.listed = Self.phrase(bytes, span)
        word.form ^= word.listed &* 0x9E37_79B9_7F4A_7C15
        lexicon.prefetch(word.listed)
      }
      word.form = max(word.form, 1)
      words.append(word)
      guard span.count > 3, (bytes[span.lowerBound] | 0x20) &- 0x61 < 26 else { continue }
      long += 1
      guard bytes[span.lowerBound] &- 0x41 < 26 else { continue }
      capitalised += 1
      if bytes[span.lowerBound + 1] &- 0x41 < 26, bytes[span.lowerBound + 2] &- 0x41 < 26 {
        shouted += 1
      }
    }
    for index in words.indices where words[index].listed != 0 {
      words[index].listed = Self.listed(lexicon.classes(words[index].listed))
    }
    style = long < 3 || capitalised * 5 < long * 4 ? 0 : shouted * 5 < long * 4 ? 1 : 2
  }

  /// Puts `tags` in place of those that the vocabulary gave the word at `index`: for training, where
  /// a word must not be told by its own annotation.
  package mutating func replaceTags(at index: Int, by tags: UInt64) { words[index].tags = tags }

  /// The classes of the lists that tell names from common words, one bit each.
  private static let groups: [NameClass] = [
    .given, .surname, [.country, .city, .town, .division, .region, .placeWord], .demonym,
    [.militant, .institution, .business], .common, .function, .calendar,
    [.office, .honorific, .occupation], .goesOn,
  ]

  /// The bits of the groups that each class belongs to.
  private static let groupOfClass: [UInt64] = (0..<UInt32.bitWidth).map { bit in
    groups.enumerated().reduce(0) { bits, group in
      group.element.contains(NameClass(rawValue: 1 << UInt32(bit)))
        ? bits | 1 << UInt64(group.offset) : bits
    }
  }

  private static func phrase(_ bytes: [UInt8], _ span: Range<Int>) -> UInt64 {
    var hash = PhraseHash()
    bytes.withUnsafeBufferPointer { hash.append(folding: UnsafeBufferPointer(rebasing: $0[span])) }
    return hash.value
  }

  private static func listed(_ classes: NameClass) -> UInt64 {
    var classes = classes.rawValue
    var listed: UInt64 = 0
    while classes != 0 {
      listed |= groupOfClass[classes.trailingZeroBitCount]
      classes &= classes &- 1
    }
    return listed
  }

  private static func word(_ bytes: [UInt8], _ span: Range<Int>) -> Word {
    if let mark = canonicalMark(bytes, span) { return word(mark, mark.indices) }
    var word = Word()
    var exact: UInt64 = 0xCBF2_9CE4_8422_2325
    var lower = exact
    var shape: UInt64 = 0
    var last: UInt64 = 0
    for index in span {
      let byte = bytes[index]
      let seen = byte &- 0x30 < 10 ? 0x30 : byte
      let small = byte &- 0x41 < 26 ? byte | 0x20 : seen
      exact = (exact ^ UInt64(seen)) &* 0x100_0000_01B3
      lower = (lower ^ UInt64(small)) &* 0x100_0000_01B3
      let kind: UInt64 =
        byte &- 0x41 < 26
        ? 1
        : byte &- 0x61 < 26 ? 2 : byte &- 0x30 < 10 ? 3 : byte >= 0x80 ? 4 : UInt64(byte) + 8
      if kind != last || index == span.lowerBound + 1 { shape = shape &* 137 &+ kind }
      last = kind
    }
    word.exact = FeatureHash.mix(exact)
    word.lower = FeatureHash.mix(lower)
    word.shape = FeatureHash.mix(shape)
    readAffixes(bytes, span, into: &word)
    word.mark = markKind(bytes[span.lowerBound], count: span.count)
    return word
  }

  private static func markKind(_ first: UInt8, count: Int) -> UInt8 {
    switch first {
    case UInt8(ascii: ","): 1
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 2
    case UInt8(ascii: ":"), UInt8(ascii: ";"): 3
    case UInt8(ascii: "-"): count == 1 ? 4 : 5
    case UInt8(ascii: "\""), UInt8(ascii: "'"): 6
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): 7
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): 8
    default: 9
    }
  }

  private static func readAffixes(_ bytes: [UInt8], _ span: Range<Int>, into word: inout Word) {
    func folded(_ offset: Int) -> UInt64 {
      guard span.contains(offset) else { return 1 }
      let byte = bytes[offset]
      return UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte &- 0x30 < 10 ? 0x30 : byte)
    }
    let end = span.upperBound
    let one = folded(end - 1)
    let two = one << 8 | folded(end - 2)
    let three = two << 8 | folded(end - 3)
    word.suffixes = (one, two, three, three << 8 | folded(end - 4))
    let start = span.lowerBound
    let first = folded(start)
    let second = first << 8 | folded(start + 1)
    word.prefixes = (first, second, second << 8 | folded(start + 2))
  }

  /// The plain form of a quotation mark, apostrophe word, dash or Penn bracket; nil for the rest.
  private static func canonicalMark(_ bytes: [UInt8], _ span: Range<Int>) -> [UInt8]? {
    let first = bytes[span.lowerBound]
    guard first >= 0x80 || first == 0x60 || first == 0x27 || first == 0x2D || first == 0x6E
    else { return nil }
    if span.count >= 3, first == 0xE2, bytes[span.lowerBound + 1] == 0x80 {
      return plain(bytes[span.lowerBound + 2], rest: bytes[(span.lowerBound + 3)..<span.upperBound])
    }
    if first == 0x6E, span.count == 5, bytes[span.lowerBound + 1] == 0xE2 {
      return Array("n't".utf8)
    }
    if span.count == 2, first == bytes[span.lowerBound + 1], first == 0x60 || first == 0x27 {
      return Array("\"".utf8)
    }
    if span.count == 5, first == 0x2D, bytes[span.upperBound - 1] == 0x2D {
      switch bytes[span.lowerBound + 1] {
      case UInt8(ascii: "L"): return Array("(".utf8)
      case UInt8(ascii: "R"): return Array(")".utf8)
      default: return nil
      }
    }
    return nil
  }

  /// What a character U+2000 to U+203F with last byte `last`, and the bytes after it, stand for.
  private static func plain(_ last: UInt8, rest: ArraySlice<UInt8>) -> [UInt8]? {
    switch last {
    case 0x98...0x9B: Array("'".utf8) + rest
    case 0x9C...0x9F: Array("\"".utf8)
    case 0x90, 0x91: Array("-".utf8)
    case 0x92...0x95: Array("--".utf8)
    case 0xA6: Array("...".utf8)
    default: nil
    }
  }
}
