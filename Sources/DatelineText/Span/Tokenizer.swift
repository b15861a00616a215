/// Cuts text into tokens the way the English Web Treebank does.
///
/// Clitics stand alone ("do" "n't", "Pakistan" "'s"), hyphens and dashes stand alone except after a
/// prefix ("re-elected") and in long numbers, abbreviations and initials keep their full stop,
/// numbers keep their inner marks ("1,600", "3.5", "9/11"), links and mail addresses stay whole.
/// Text that is tokenised already, the Penn way ("-LRB-", "``", "''"), comes out as it went in.
/// White space, control characters and zero-width marks belong to no token.
///
/// Cost: linear in the number of bytes.
public struct Tokenizer {
  private let bytes: [UInt8]
  private let lexicon = SegmentationLexicon.embedded
  private var end = 0
  private var tokens: [Token] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tokens of `text` inside `span`, in order.
  public static func tokens(of text: SourceText, in span: ByteSpan) -> [Token] {
    var tokenizer = Tokenizer(text.bytes)
    tokenizer.scan(span.range)
    return tokenizer.tokens
  }

  private mutating func scan(_ range: Range<Int>) {
    tokens.reserveCapacity(range.count / 5)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = CharacterClass.at(offset, in: bytes)
      if next.class == .space {
        offset += next.length
        continue
      }
      end = offset + next.length
      while end < range.upperBound {
        let next = CharacterClass.at(end, in: bytes)
        if next.class == .space { break }
        end += next.length
      }
      end = min(end, range.upperBound)
      scanChunk(from: offset)
      offset = end
    }
  }

  /// Cuts the run of visible characters from `start` to `end`.
  private mutating func scanChunk(from start: Int) {
    var offset = start
    if let whole = wholeChunk(from: start) {
      while offset < whole.lowerBound { offset = scanMark(at: offset) }
      add(max(offset, whole.lowerBound), whole.upperBound)
      offset = whole.upperBound
    }
    while offset < end {
      let next = CharacterClass.at(offset, in: bytes)
      if next.class.isWord {
        offset = scanWord(at: offset)
      } else {
        offset = scanMark(at: offset)
      }
    }
  }

  private mutating func add(_ lower: Int, _ upper: Int) {
    if lower < upper { tokens.append(Token(span: ByteSpan(lower, upper))) }
  }
}

// MARK: - Links, addresses and Penn brackets

extension Tokenizer {
  /// The part of the chunk that must stay whole: a link, a mail address, or a Penn bracket.
  private func wholeChunk(from start: Int) -> Range<Int>? {
    if end - start == 5, isPennBracket(at: start) { return start..<end }
    var first = start
    while first < end, bytes[first] < 0x80, !isASCIIWord(bytes[first]) { first += 1 }
    guard first < end, isLinkOrAddress(from: first) else { return nil }
    var last = end
    while last > first, isTrailingMark(bytes[last - 1]) { last -= 1 }
    return first < last ? first..<last : nil
  }

  private func isPennBracket(at start: Int) -> Bool {
    bytes[start] == UInt8(ascii: "-") && bytes[start + 4] == UInt8(ascii: "-")
      && [UInt8(ascii: "L"), UInt8(ascii: "R")].contains(bytes[start + 1])
      && [UInt8(ascii: "R"), UInt8(ascii: "S"), UInt8(ascii: "C")].contains(bytes[start + 2])
      && bytes[start + 3] == UInt8(ascii: "B")
  }

  private func isLinkOrAddress(from first: Int) -> Bool {
    if end - first > 4, bytes[first] | 0x20 == UInt8(ascii: "w"),
      bytes[first + 1] | 0x20 == UInt8(ascii: "w"), bytes[first + 2] | 0x20 == UInt8(ascii: "w"),
      bytes[first + 3] == UInt8(ascii: ".")
    {
      return true
    }
    var at: Int?
    for index in first..<end {
      switch bytes[index] {
      case UInt8(ascii: ":")
      where index + 2 < end && bytes[index + 1] == UInt8(ascii: "/")
        && bytes[index + 2] == UInt8(ascii: "/"):
        return index > first
      case UInt8(ascii: "@") where index > first: at = index
      case UInt8(ascii: "."):
        if let at, index > at + 1, index + 1 < end, isASCIIWord(bytes[index + 1]) { return true }
      default: continue
      }
    }
    return false
  }

  private func isASCIIWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private func isTrailingMark(_ byte: UInt8) -> Bool {
    byte < 0x80 && !isASCIIWord(byte) && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "-")
  }
}

// MARK: - Marks

extension Tokenizer {
  /// Adds the token of the mark at `offset`; a run of the same mark is one token where it means one
  /// thing ("...", "--", "``", "!!!"). Returns the offset after it.
  private mutating func scanMark(at offset: Int) -> Int {
    let mark = CharacterClass.at(offset, in: bytes)
    var after = min(offset + mark.length, end)
    switch mark.class {
    case .apostrophe:
      if let clitic = leadingClitic(at: offset, markEnd: after) {
        after = clitic
      } else if mark.length == 1, after < end, bytes[after] == bytes[offset] {
        after += 1
      }
    case .quote where bytes[offset] == UInt8(ascii: "`"):
      if after < end, bytes[after] == bytes[offset] { after += 1 }
    case .period, .terminal, .hyphen,
      .symbol where isRepeatable(offset, mark.class):
      while after < end, continues(after, mark.class, first: bytes[offset]) {
        after += CharacterClass.at(after, in: bytes).length
      }
    default: break
    }
    after = min(after, end)
    add(offset, after)
    return after
  }

  private func isRepeatable(_ offset: Int, _ mark: CharacterClass) -> Bool {
    mark != .symbol || bytes[offset] < 0x80 && bytes[offset] != UInt8(ascii: "$")
  }

  private func continues(_ offset: Int, _ mark: CharacterClass, first: UInt8) -> Bool {
    if mark == .terminal { return CharacterClass.at(offset, in: bytes).class == .terminal }
    return bytes[offset] == first
  }

  /// The end of a clitic or of a short year that begins with the apostrophe: "'s", "'ll", "'90s".
  private func leadingClitic(at offset: Int, markEnd: Int) -> Int? {
    guard markEnd < end else { return nil }
    let wordEnd = letterRunEnd(from: markEnd)
    if isCliticLetters(markEnd..<wordEnd) { return wordEnd }
    let digits = CharacterClass.at(markEnd, in: bytes).class == .digit
    return digits && wordEnd - markEnd <= 3 && wordEnd - markEnd >= 2 ? wordEnd : nil
  }

  private func letterRunEnd(from offset: Int) -> Int {
    var index = offset
    while index < end {
      let next = CharacterClass.at(index, in: bytes)
      guard next.class.isWord else { break }
      index += next.length
      if index - offset > 8 { break }
    }
    return min(index, end)
  }

  /// Whether the letters are those of 's, 'm, 'd, 'll, 're or 've.
  private func isCliticLetters(_ range: Range<Int>) -> Bool {
    guard range.count == 1 || range.count == 2 else { return false }
    let first = bytes[range.lowerBound] | 0x20
    if range.count == 1 {
      return first == UInt8(ascii: "s") || first == UInt8(ascii: "m") || first == UInt8(ascii: "d")
    }
    let second = bytes[range.lowerBound + 1] | 0x20
    return first == UInt8(ascii: "l") && second == UInt8(ascii: "l")
      || (first == UInt8(ascii: "r") || first == UInt8(ascii: "v")) && second == UInt8(ascii: "e")
  }
}

// MARK: - Words

extension Tokenizer {
  /// Adds the tokens of the word at `start`; returns the offset after them.
  private mutating func scanWord(at start: Int) -> Int {
    var offset = start
    var piece = WordPiece(start: start)
    while offset < end {
      let next = CharacterClass.at(offset, in: bytes)
      if next.class.isWord {
        piece.take(next.class)
        offset += next.length
        continue
      }
      guard offset > start, joins(next.class, at: offset, length: next.length, &piece) else {
        break
      }
      offset += next.length
    }
    offset = min(offset, end)
    if offset < end, bytes[offset] == UInt8(ascii: "."), keepsFullStop(start..<offset, piece) {
      offset += 1
      add(start, offset)
      return offset
    }
    addWithClitics(start, offset, piece)
    return offset
  }

  /// Whether the mark at `offset` belongs inside the word: what follows it must be a word character.
  private func joins(
    _ mark: CharacterClass, at offset: Int, length: Int, _ piece: inout WordPiece
  ) -> Bool {
    let after = offset + length
    guard after < end else { return false }
    let next = CharacterClass.at(after, in: bytes).class
    guard next.isWord else { return false }
    switch mark {
    case .period:
      guard joinsPeriod(before: next, at: after, piece) else { return false }
      piece.dotted = true
      piece.runLength = 0
      return true
    case .comma, .colon: return piece.last == .digit && next == .digit
    case .slash:
      return piece.last == .digit && next == .digit
        || offset - piece.start == 1 && next == .lower && letterRunEnd(from: after) - after <= 3
    case .ampersand: return piece.last == .upper && next == .upper
    case .apostrophe:
      guard piece.last != .digit else { return false }
      piece.apostrophe = offset
      piece.apostropheLength = length
      return true
    case .hyphen: return joinsHyphen(at: offset, before: next, &piece)
    default: return false
    }
  }

  /// "3.5", "U.S.", "Ph.D.", "dateline.org" stay whole; "ended.The" does not.
  private func joinsPeriod(before next: CharacterClass, at after: Int, _ piece: WordPiece)
    -> Bool
  {
    if piece.last == .digit || next == .digit { return piece.last == next || piece.last == .upper }
    if piece.runLength == 1 { return true }
    return next != .upper || after + 1 < end && bytes[after + 1] == UInt8(ascii: ".")
  }

  /// "re-elected" and "2025-10-09" stay whole; "Pashtun-dominated", "3-4" and "al-Qaeda" do not.
  private func joinsHyphen(at offset: Int, before next: CharacterClass, _ piece: inout WordPiece)
    -> Bool
  {
    if piece.last == .digit, next == .digit {
      if piece.joinsDigits { return true }
      piece.joinsDigits = hasSecondHyphen(after: offset) || isPhone(offset, piece)
      return piece.joinsDigits
    }
    guard !piece.hasHyphen, piece.apostrophe == nil else { return false }
    piece.hasHyphen = lexicon.roles(of: bytes, piece.start..<offset).contains(.prefix)
    return piece.hasHyphen
  }

  /// Whether digits and another hyphen with a digit follow, as in a date or a long number.
  private func hasSecondHyphen(after offset: Int) -> Bool {
    var index = offset + 1
    while index < min(end, offset + 6), bytes[index] &- 0x30 < 10 { index += 1 }
    return index + 1 < end && bytes[index] == UInt8(ascii: "-") && bytes[index + 1] &- 0x30 < 10
  }

  /// "853-7557": three digits, then four.
  private func isPhone(_ offset: Int, _ piece: WordPiece) -> Bool {
    guard offset - piece.start == 3 else { return false }
    var index = offset + 1
    while index < min(end, offset + 7), bytes[index] &- 0x30 < 10 { index += 1 }
    return index - offset == 5
  }

  /// Whether the full stop after the word belongs to it.
  private func keepsFullStop(_ range: Range<Int>, _ piece: WordPiece) -> Bool {
    if range.upperBound + 1 < end, bytes[range.upperBound + 1] == UInt8(ascii: ".") { return false }
    if piece.dotted { return piece.runLength == 1 && piece.last != .digit }
    let roles = lexicon.roles(of: bytes, range)
    if !roles.isDisjoint(with: .abbreviation) { return isAbbreviation(range, roles) }
    return range.count == 1 && piece.last == .upper && bytes[range.lowerBound] != UInt8(ascii: "I")
  }

  /// Whether a word that is also an abbreviation is one here: "No. 5" but not "he said no.".
  private func isAbbreviation(_ range: Range<Int>, _ roles: SegmentationLexicon.Roles) -> Bool {
    if roles.isDisjoint(with: [.title, .plain]) { return isNumberNext(after: range.upperBound) }
    return bytes[range.lowerBound] &- 0x61 >= 26 || roles.contains(.lower)
      || roles.contains(.number) && isNumberNext(after: range.upperBound)
  }

  /// Whether a digit stands within three bytes of blanks after the full stop at `offset`.
  private func isNumberNext(after offset: Int) -> Bool {
    var next = offset + 1
    while next < min(bytes.count, offset + 4), bytes[next] <= 0x20 { next += 1 }
    return next < bytes.count && bytes[next] &- 0x30 < 10
  }

  private mutating func addWithClitics(_ start: Int, _ stop: Int, _ piece: WordPiece) {
    if let mark = piece.apostrophe {
      let letters = (mark + piece.apostropheLength)..<stop
      if isCliticLetters(letters) {
        add(start, mark)
        add(mark, stop)
        return
      }
      if letters.count == 1, bytes[letters.lowerBound] | 0x20 == UInt8(ascii: "t"),
        mark > start, bytes[mark - 1] | 0x20 == UInt8(ascii: "n")
      {
        add(start, mark - 1)
        add(mark - 1, stop)
        return
      }
    }
    if let cut = contraction(start..<stop, piece) {
      add(start, cut)
      add(cut, stop)
      return
    }
    add(start, stop)
  }

  /// Where a word written together is cut: "can|not", "5|pm".
  private func contraction(_ range: Range<Int>, _ piece: WordPiece) -> Int? {
    if range.count == 6, zip(bytes[range], "cannot".utf8).allSatisfy({ $0 | 0x20 == $1 }) {
      return range.lowerBound + 3
    }
    let tail = bytes[range.upperBound - 1] | 0x20
    guard tail == UInt8(ascii: "m"), range.count >= 3, range.count <= 7,
      bytes[range.lowerBound] &- 0x30 < 10
    else { return nil }
    let half = bytes[range.upperBound - 2] | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"),
      bytes[range.upperBound - 3] &- 0x30 < 10
    else { return nil }
    return range.upperBound - 2
  }
}

/// What has been seen of the word that is being read.
private struct WordPiece {
  /// Where the word begins.
  let start: Int
  /// The class of the last word character.
  var last = CharacterClass.space
  /// How many characters have gone by since the start or the last full stop inside.
  var runLength = 0
  /// Whether a full stop stands inside.
  var dotted = false
  /// Whether a prefix and a hyphen have been joined.
  var hasHyphen = false
  /// Whether digits are being joined over hyphens.
  var joinsDigits = false
  /// Where the last apostrophe stands.
  var apostrophe: Int?
  /// How many bytes that apostrophe has.
  var apostropheLength = 0

  init(start: Int) { self.start = start }

  mutating func take(_ character: CharacterClass) {
    last = character
    runLength += 1
  }
}
