/// What a passage looks like from outside: the signs by which headers, body and furniture differ.
package struct PassageShape {
  /// The bytes of the whole text.
  let bytes: [UInt8]
  /// Where the passage stands.
  let span: ByteSpan
  /// Its words, divided by white space: all of them in a short passage, else the first sixty.
  package let words: [ByteSpan]
  /// Whether `words` are all.
  package let isShort: Bool
  /// Its length in bytes.
  var length: Int { span.count }

  /// The most words that are looked at one by one.
  private static let wordLimit = 60

  /// Measures the passage at `span`.
  package init(_ bytes: [UInt8], _ span: ByteSpan) {
    self.bytes = bytes
    self.span = span
    var words: [ByteSpan] = []
    var start: Int?
    var index = Int(span.lower)
    while index < Int(span.upper), words.count < Self.wordLimit {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      if kind == .space {
        if let from = start { words.append(ByteSpan(from, index)) }
        start = nil
      } else if start == nil {
        start = index
      }
      index += length
    }
    if let from = start, words.count < Self.wordLimit { words.append(ByteSpan(from, index)) }
    self.words = words
    isShort = index >= Int(span.upper)
  }

  /// The class of the first character of the word at `offset`.
  func firstClass(_ word: ByteSpan) -> CharacterClass {
    CharacterClass.at(Int(word.lower), in: bytes).class
  }

  /// The class of the first letter or digit; nil where there is none.
  func initial(_ word: ByteSpan) -> CharacterClass? {
    var index = Int(word.lower)
    while index < Int(word.upper) {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      if kind.isWord { return kind }
      index += length
    }
    return nil
  }

  /// Whether the passage ends as a sentence does: with a full stop, a mark or an ellipsis, and
  /// perhaps quotes and brackets after it.
  package var endsSentence: Bool { Self.endsSentence(bytes, span) }

  /// The same of any passage, without measuring the rest of it.
  static func endsSentence(_ bytes: [UInt8], _ span: ByteSpan) -> Bool {
    var index = Int(span.upper)
    while index > Int(span.lower) {
      index = start(ofCharacterBefore: index, bytes, span)
      switch CharacterClass.at(index, in: bytes).class {
      case .quote, .apostrophe, .closing, .space: continue
      case .period, .terminal, .ellipsis: return true
      default: return false
      }
    }
    return false
  }

  /// The class of the last character.
  var lastClass: CharacterClass {
    CharacterClass.at(Self.start(ofCharacterBefore: Int(span.upper), bytes, span), in: bytes).class
  }

  private static func start(ofCharacterBefore end: Int, _ bytes: [UInt8], _ span: ByteSpan) -> Int {
    var index = end - 1
    while index > Int(span.lower), bytes[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// Whether the passage begins with a lower-case letter.
  var startsLower: Bool {
    guard let first = words.first else { return false }
    return firstClass(first) == .lower && bytes[Int(first.lower)] != UInt8(ascii: "_")
  }

  /// A word in lower case without the punctuation around it; non-ASCII letters stay as they are.
  func folded(_ word: ByteSpan) -> [UInt8] { FurnitureLexicon.fold(bytes[word.range]) }

  /// The words in the form in which the lexicon lists them.
  var foldedWords: [[UInt8]] {
    words.map(folded).filter { !$0.isEmpty }
  }

  /// The first of the folded words.
  var firstFoldedWord: [UInt8]? {
    for word in words {
      let folded = folded(word)
      if !folded.isEmpty { return folded }
    }
    return nil
  }

  /// Whether there are words other than punctuation.
  var hasWords: Bool { firstFoldedWord != nil }

  /// The last folded words, at most `count`.
  func lastFoldedWords(_ count: Int) -> [[UInt8]] {
    var last: [[UInt8]] = []
    for word in words.reversed() where last.count < count {
      let folded = folded(word)
      if !folded.isEmpty { last.append(folded) }
    }
    return last.reversed()
  }

  /// Whether the passage is body text by itself: a long sentence or several.
  var isStrong: Bool { length >= 150 || (length >= 80 && endsSentence) }

  /// Whether the word begins with a capital letter, or is a number.
  func isCapitalised(_ word: ByteSpan) -> Bool {
    switch initial(word) {
    case .upper, .digit: true
    default: false
    }
  }

  /// Whether the word has letters and all of them are capitals.
  func isAllCapitals(_ word: ByteSpan) -> Bool {
    var capitals = 0
    var index = Int(word.lower)
    while index < Int(word.upper) {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      if kind == .lower, bytes[index] != UInt8(ascii: "_") { return false }
      if kind == .upper { capitals += 1 }
      index += length
    }
    return capitals > 0
  }
}
