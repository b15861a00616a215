/// Cuts the extracted blocks of an article into tokens and sentences.
///
/// A title or a heading is one sentence. Elsewhere a sentence ends at a full stop, question or
/// exclamation mark, with the quotes and brackets that close after it, unless what stands around it
/// says that it goes on: an abbreviation, an initial, a lower-case word, a verb of saying after a
/// quotation. White space, and so a line end, never ends a sentence by itself.
public enum SentenceSplitter {
  /// The most tokens that a sentence may have; longer ones (tables, hostile text) are cut there.
  public static let longestSentence = 1000

  /// The tokens and sentences of `article`, in order of the text.
  ///
  /// Cost: linear in the length of the text.
  public static func split(_ article: Article) -> (tokens: [Token], sentences: [Sentence]) {
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    for (index, block) in article.blocks.enumerated() where block.isExtracted {
      let own = Tokenizer.tokens(of: article.text, in: block.span)
      var boundaries = SentenceBoundaries(bytes: article.text.bytes, tokens: own)
      var start = 0
      for end in boundaries.ends(wholeBlock: block.kind == .title || block.kind == .heading) {
        sentences.append(
          Sentence(
            span: own[start].span.union(own[end - 1].span),
            tokens: (tokens.count + start)..<(tokens.count + end), block: index))
        start = end
      }
      tokens.append(contentsOf: own)
    }
    return (tokens, sentences)
  }
}

/// Finds where the sentences of one block end.
private struct SentenceBoundaries {
  let bytes: [UInt8]
  let tokens: [Token]
  let range: Range<Int>
  let lexicon = SegmentationLexicon.embedded
  /// Whether a straight quotation mark has been opened and not yet closed.
  var quoteIsOpen = false

  /// How a token may end a sentence.
  enum Strength { case fullStop, mark, ellipsis, abbreviation }

  init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    range = tokens.indices
  }

  /// The indices just past the last token of each sentence.
  mutating func ends(wholeBlock: Bool) -> [Int] {
    var ends: [Int] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      var after = index + 1
      if bytes[lower(index)] == UInt8(ascii: "\"") { quoteIsOpen = !isClosingQuote(index) }
      if !wholeBlock, let strength = strength(of: index) {
        let closed = skipClosers(from: after)
        after = closed.next
        if after < range.upperBound,
          endsSentence(at: index, strength, start: start, next: after, quoted: closed.quoted)
        {
          ends.append(after)
          start = after
        }
      }
      if after - start >= SentenceSplitter.longestSentence {
        ends.append(after)
        start = after
      }
      index = after
    }
    if start < range.upperBound { ends.append(range.upperBound) }
    return ends
  }
}

// MARK: - Reading tokens

extension SentenceBoundaries {
  private func lower(_ index: Int) -> Int { Int(tokens[index].span.lower) }
  private func upper(_ index: Int) -> Int { Int(tokens[index].span.upper) }

  private func characterClass(_ index: Int) -> CharacterClass {
    CharacterClass.at(lower(index), in: bytes).class
  }

  /// Whether no white space stands before the token.
  private func isAttached(_ index: Int) -> Bool {
    index > range.lowerBound && upper(index - 1) == lower(index)
  }

  private func roles(_ index: Int) -> SegmentationLexicon.Roles {
    let word = tokens[index].span.range
    let stop = bytes[word.upperBound - 1] == UInt8(ascii: ".") ? 1 : 0
    return lexicon.roles(of: bytes, word.lowerBound..<(word.upperBound - stop))
  }

  private func strength(of index: Int) -> Strength? {
    let word = tokens[index].span
    switch characterClass(index) {
    case .period: return word.count == 1 ? .fullStop : .ellipsis
    case .ellipsis: return .ellipsis
    case .terminal: return .mark
    case .lower, .upper, .letter:
      return bytes[Int(word.upper) - 1] == UInt8(ascii: ".") ? .abbreviation : nil
    default: return nil
    }
  }

  /// Whether the straight quotation mark closes a quotation: by the blanks around it, else by
  /// whether one is open.
  private func isClosingQuote(_ index: Int) -> Bool {
    let before = isAttached(index) && characterClass(index - 1) != .opening
    let after = index + 1 < range.upperBound && isAttached(index + 1)
    return before == after ? quoteIsOpen : before
  }
}

// MARK: - Deciding

extension SentenceBoundaries {
  /// Skips what belongs to the sentence after its mark: more marks, closing quotes and brackets,
  /// and the number of a note ("[3]").
  private mutating func skipClosers(from index: Int) -> (next: Int, quoted: Bool) {
    var next = index
    var quoted = false
    while next < range.upperBound {
      switch characterClass(next) {
      case .closing: break
      case .terminal, .period, .ellipsis:
        guard isAttached(next) || characterClass(next) == .period else { return (next, quoted) }
      case .quote, .apostrophe:
        guard closesQuotation(next) else { return (next, quoted) }
        quoted = true
      case .opening where isNote(at: next): next += 2
      case .hyphen where tokens[next].span.count == 5 && bytes[lower(next) + 1] == 0x52: break
      default: return (next, quoted)
      }
      next += 1
    }
    return (next, quoted)
  }

  private mutating func closesQuotation(_ index: Int) -> Bool {
    let first = lower(index)
    switch bytes[first] {
    case UInt8(ascii: "\""):
      guard isClosingQuote(index) else { return false }
      quoteIsOpen = false
      return true
    case UInt8(ascii: "`"): return false
    case UInt8(ascii: "'"):
      return tokens[index].span.count == 2 && bytes[first + 1] == bytes[first]
        || tokens[index].span.count == 1 && isAttached(index)
    case 0xC2: return bytes[first + 1] == 0xBB
    case 0xE2: return bytes[first + 2] == 0x9D || bytes[first + 2] == 0x99
    default: return isAttached(index)
    }
  }

  /// Whether "[", a number and "]" stand here, leaning on what is before.
  private func isNote(at index: Int) -> Bool {
    index + 2 < range.upperBound && isAttached(index) && isAttached(index + 1)
      && bytes[lower(index)] == UInt8(ascii: "[") && characterClass(index + 1) == .digit
      && characterClass(index + 2) == .closing
  }

  private func endsSentence(
    at index: Int, _ strength: Strength, start: Int, next: Int, quoted: Bool
  ) -> Bool {
    var word = next
    while word < range.upperBound, word < next + 3, isOpener(word) { word += 1 }
    guard word < range.upperBound else { return strength != .abbreviation }
    let first = characterClass(word)
    switch characterClass(next) {
    case .comma, .colon, .slash, .ampersand, .closing: return false
    case .symbol where bytes[lower(next)] == UInt8(ascii: ";"): return false
    case .dash, .hyphen:
      let after = word + 1 < range.upperBound ? characterClass(word + 1) : .space
      return strength == .fullStop && after == .upper
    default: break
    }
    switch strength {
    case .fullStop: return endsAtFullStop(index, start: start, first: first, quoted: quoted)
    case .mark: return first != .lower && !(quoted && isReported(from: next))
    case .ellipsis: return first == .upper || first == .letter
    case .abbreviation: return endsAtAbbreviation(index, word: word, first: first, quoted: quoted)
    }
  }

  private func isOpener(_ index: Int) -> Bool {
    switch characterClass(index) {
    case .opening, .quote: true
    case .apostrophe: tokens[index].span.count <= 3 && !characterClassAfterMark(index).isWord
    default: false
    }
  }

  private func characterClassAfterMark(_ index: Int) -> CharacterClass {
    let mark = CharacterClass.at(lower(index), in: bytes)
    let after = lower(index) + mark.length
    return after < upper(index) ? CharacterClass.at(after, in: bytes).class : .space
  }

  /// "It ended. Then" ends; "1. Foreword" and "approx. ten" do not.
  private func endsAtFullStop(_ index: Int, start: Int, first: CharacterClass, quoted: Bool)
    -> Bool
  {
    guard index > start else { return first != .lower }
    let previous = tokens[index - 1].span
    if index == start + 1, characterClass(index - 1) == .digit, previous.count <= 3 { return false }
    if first == .lower { return !quoted && previous.count > 3 }
    return true
  }

  /// "in the U.S. The" ends; "U.S. President", "Lt. Gen.", "J. Smith" and "8 p.m. Monday" do not.
  private func endsAtAbbreviation(
    _ index: Int, word: Int, first: CharacterClass, quoted: Bool
  ) -> Bool {
    guard first == .upper || first == .letter else { return false }
    let own = roles(index)
    let next = roles(word)
    let isInitial = tokens[index].span.count == 2
    if own.contains(.title), !isInitial { return false }
    if quoted { return true }
    if isInitial { return next.contains(.starter) && tokens[word].span.count > 1 }
    if next.contains(.starter) { return true }
    return isClockHalf(index) && !next.contains(.follow) && !isAllCapitals(word)
  }

  private func isClockHalf(_ index: Int) -> Bool {
    let first = lower(index)
    return tokens[index].span.count == 4 && bytes[first + 2] | 0x20 == UInt8(ascii: "m")
  }

  private func isAllCapitals(_ index: Int) -> Bool {
    bytes[tokens[index].span.range].allSatisfy { $0 &- 0x41 < 26 }
  }

  /// Whether a verb of saying follows within a few words: "'Are you sure?' Mr. Smith asked".
  private func isReported(from next: Int) -> Bool {
    for index in next..<min(next + 6, range.upperBound) {
      switch characterClass(index) {
      case .lower, .upper, .letter: if roles(index).contains(.reporting) { return true }
      case .period, .terminal, .comma, .quote: return false
      default: continue
      }
    }
    return false
  }
}
