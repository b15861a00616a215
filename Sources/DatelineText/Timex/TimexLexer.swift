/// Cuts bytes into the tokens that the time rules read.
///
/// It is its own lexer and not the tokenizer of the sentences because it must run at tens of
/// megabytes a second, cut hyphens and apostrophes everywhere, and read numbers as it goes.
struct TimexLexer {
  private let bytes: [UInt8]
  private let lexicon: TimexLexicon
  private var position = 0
  private var form: TimexToken.Form = []
  private var endsSentence = false
  /// The tokens read so far.
  private(set) var tokens: [TimexToken] = []

  /// Makes a lexer of `bytes`.
  init(_ bytes: [UInt8], lexicon: TimexLexicon = .embedded) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// Reads the tokens of `span` in place of those read before. Cost: one pass over the bytes.
  mutating func read(_ span: ByteSpan) {
    tokens.removeAll(keepingCapacity: true)
    position = Int(span.lower)
    let end = Int(span.upper)
    form = .spaced
    endsSentence = true
    while position < end {
      let byte = bytes[position]
      if byte <= 32 {
        skipWhiteSpace(to: end)
      } else if byte &- 48 < 10 {
        readNumber(to: end)
      } else if (byte | 32) &- 97 < 26 {
        readWord(to: end)
      } else if byte < 128 {
        append(mark: byte, width: 1)
      } else {
        readWide(to: end)
      }
    }
  }

  private mutating func skipWhiteSpace(to end: Int) {
    var lines = 0
    while position < end, bytes[position] <= 32 {
      if bytes[position] == 10 { lines += 1 }
      position += 1
    }
    if lines > 1, !tokens.isEmpty {
      form = .spaced
      tokens.append(.paragraphBreak(at: position))
      endsSentence = true
    }
    form.insert(.spaced)
  }

  /// Reads a byte sequence outside ASCII: a dash, an apostrophe, a wide space, or a letter.
  private mutating func readWide(to end: Int) {
    let next = position + 1 < end ? bytes[position + 1] : 0
    let last = position + 2 < end ? bytes[position + 2] : 0
    switch (bytes[position], next, last) {
    case (0xC2, 0xA0, _):
      position += 2
      form.insert(.spaced)
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF):
      position += 3
      form.insert(.spaced)
    case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): append(mark: UInt8(ascii: "'"), width: 3)
    case (0xE2, 0x80, 0x90...0x93): append(mark: UInt8(ascii: "-"), width: 3)
    case (0xE2, 0x80, 0x94...0x95): append(mark: UInt8(ascii: "~"), width: 3)
    case (0xE2, 0x80, 0x9C...0x9F): append(mark: UInt8(ascii: "\""), width: 3)
    case (0xE2, 0x80, 0xA6): append(mark: UInt8(ascii: ";"), width: 3)
    default: readWord(to: end)
    }
  }

  /// Reads letters; bytes outside ASCII count as letters except dashes, quotes and spaces.
  private mutating func readWord(to end: Int) {
    let start = position
    var word = PackedWord()
    var isASCII = true
    var capitals = 0
    while position < end {
      let byte = bytes[position]
      if (byte | 32) &- 97 < 26 {
        if byte < 97 { capitals += 1 }
        word.append(byte)
      } else if byte >= 128, !(byte == 0xE2 && position > start), !(byte == 0xC2) {
        isASCII = false
        word.append(byte)
      } else if position == start {
        word.append(byte)
        isASCII = false
      } else {
        break
      }
      position += 1
    }
    if bytes[start] &- 65 < 26 { form.insert(.capital) }
    if bytes[position - 1] == UInt8(ascii: "s") { form.insert(.endsInS) }
    if capitals > 1, capitals == word.count { form.insert(.allCapitals) }
    appendWord(word, from: start, to: end, isASCII: isASCII)
  }

  private mutating func appendWord(_ word: PackedWord, from start: Int, to end: Int, isASCII: Bool)
  {
    if word.count == 1, let dotted = dottedAbbreviation(word, from: start, to: end) {
      append(dotted)
      return
    }
    var classes: WordClass = []
    var number: Int32 = 0
    if isASCII, let entry = lexicon.entry(of: word) {
      classes = entry.classes
      number = entry.number
    } else if word.count > 3, bytes[position - 1] == UInt8(ascii: "d"),
      bytes[position - 2] == UInt8(ascii: "e"), bytes[position - 3] != UInt8(ascii: "e"),
      !form.contains(.capital)
    {
      // "Succeed", "need" and "speed" are no past; "agreed" and its like stand in the list.
      classes = .pastVerb
    }
    append(
      TimexToken(
        lower: start, upper: position, classes: classes, number: number, digits: 0, mark: 0,
        form: form, letters: word.low))
  }

  /// Reads "a.m.", "p.m.", "B.C.", "A.D." as one token; the last full stop belongs to it.
  private mutating func dottedAbbreviation(_ word: PackedWord, from start: Int, to end: Int)
    -> TimexToken?
  {
    guard start + 2 < end, bytes[start + 1] == UInt8(ascii: ".") else { return nil }
    let pair = (UInt8(word.low), bytes[start + 2] | 32)
    let classes: WordClass
    let number: Int32
    switch pair {
    case (UInt8(ascii: "a"), UInt8(ascii: "m")): (classes, number) = (.meridiem, 0)
    case (UInt8(ascii: "p"), UInt8(ascii: "m")): (classes, number) = (.meridiem, 12)
    case (UInt8(ascii: "b"), UInt8(ascii: "c")): (classes, number) = (.era, 1)
    case (UInt8(ascii: "a"), UInt8(ascii: "d")): (classes, number) = (.era, 2)
    default: return nil
    }
    if start + 3 < end, (bytes[start + 3] | 32) &- 97 < 26 { return nil }
    position = start + 3
    if position < end, bytes[position] == UInt8(ascii: ".") { position += 1 }
    return TimexToken(
      lower: start, upper: position, classes: classes, number: number, digits: 0, mark: 0,
      form: form, letters: word.low)
  }

  private mutating func readNumber(to end: Int) {
    let start = position
    var (number, digits) = readDigits(to: end)
    var form = self.form
    if digits <= 3, readGroups(&number, to: end) { form.insert(.grouped) }
    var fraction: UInt64 = 0
    if isDecimalPoint(at: position, to: end) {
      position += 1
      fraction = UInt64(readDigits(to: end).number)
      form.insert(.decimal)
    }
    var classes: WordClass = .digits
    if let ending = numberEnding(at: position, to: end) {
      classes = ending.classes
      position += ending.width
    }
    append(
      TimexToken(
        lower: start, upper: position, classes: classes, number: number,
        digits: UInt8(clamping: digits), mark: 0, form: form, letters: fraction))
  }

  /// Reads a run of digits; a number too large for a date or a count is clamped.
  private mutating func readDigits(to end: Int) -> (number: Int32, digits: Int) {
    var number: Int32 = 0
    let start = position
    while position < end, bytes[position] &- 48 < 10 {
      if number < 100_000_000 { number = number * 10 + Int32(bytes[position] &- 48) }
      position += 1
    }
    return (number, position - start)
  }

  /// Reads ",000" groups after a number of up to three digits.
  private mutating func readGroups(_ number: inout Int32, to end: Int) -> Bool {
    var found = false
    while position + 3 < end, bytes[position] == UInt8(ascii: ","),
      (1...3).allSatisfy({ bytes[position + $0] &- 48 < 10 }),
      position + 4 >= end || bytes[position + 4] &- 48 >= 10
    {
      let group = (1...3).reduce(Int32(0)) { $0 * 10 + Int32(bytes[position + $1] &- 48) }
      number = number < 1_000_000 ? number * 1000 + group : number
      position += 4
      found = true
    }
    return found
  }

  /// Whether a decimal point stands at `offset`: ".5" and not the second part of "24.10.2025".
  private func isDecimalPoint(at offset: Int, to end: Int) -> Bool {
    guard offset + 1 < end, bytes[offset] == UInt8(ascii: "."), bytes[offset + 1] &- 48 < 10,
      !isLastOfThree(before: offset)
    else { return false }
    var next = offset + 1
    while next < end, bytes[next] &- 48 < 10 { next += 1 }
    return !(next + 1 < end && bytes[next] == UInt8(ascii: ".") && bytes[next + 1] &- 48 < 10)
  }

  /// Whether a number and a point stand right before the number that ends at `offset`.
  private func isLastOfThree(before offset: Int) -> Bool {
    var start = offset
    while start > 0, bytes[start - 1] &- 48 < 10 { start -= 1 }
    return start > 1 && bytes[start - 1] == UInt8(ascii: ".") && bytes[start - 2] &- 48 < 10
  }

  /// The ending "st", "nd", "rd", "th", "s" of a number that no further letter follows.
  private func numberEnding(at offset: Int, to end: Int) -> (classes: WordClass, width: Int)? {
    func letter(_ distance: Int) -> UInt8 {
      offset + distance < end ? bytes[offset + distance] | 32 : 0
    }
    func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
    if letter(0) == UInt8(ascii: "s"), !isLetter(letter(1)) { return (.digitDecade, 1) }
    switch (letter(0), letter(1)) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return isLetter(letter(2)) ? nil : (.digitOrdinal, 2)
    default: return nil
    }
  }

  private mutating func append(mark: UInt8, width: Int) {
    let token = TimexToken(
      lower: position, upper: position + width, classes: .mark, number: 0, digits: 0, mark: mark,
      form: form, letters: 0)
    position += width
    tokens.append(token)
    form = []
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") {
      endsSentence = !followsAbbreviation()
    }
  }

  /// Whether the full stop just read closes an initial, a title or a month's abbreviation.
  private func followsAbbreviation() -> Bool {
    guard tokens.count > 1 else { return false }
    let word = tokens[tokens.count - 2]
    guard word.isWord else { return false }
    if word.upper - word.lower == 1 { return true }
    return word.isAny(.abbreviation) || word.form.contains(.capital) && word.upper - word.lower < 4
  }

  private mutating func append(_ token: TimexToken) {
    var token = token
    if endsSentence {
      let follows = tokens.last.map { $0.mark != TimexToken.breakMark } ?? false
      if !follows || token.form.contains(.capital) || token.isAny(.digits) {
        token.form.insert(.sentenceStart)
      }
      endsSentence = false
    }
    tokens.append(token)
    form = []
  }
}
