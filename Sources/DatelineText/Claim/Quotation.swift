/// A stretch between quotation marks.
struct Quotation: Hashable, Sendable {
  /// The stretch with its marks.
  var span: ByteSpan
  /// Its tokens, marks included.
  var tokens: Range<Int>
  /// The block that it begins in.
  var block: Int
  /// Whether the next block goes on with the same speech: its mark was never closed.
  var isOpen: Bool
}

/// Finds quotations: straight and typographic double marks, two apostrophes, guillemets, and typographic single
/// marks as British papers set them. A quotation of several paragraphs, whose paragraphs each open
/// and of which only the last closes, gives one stretch a paragraph.
///
/// Cost: one pass over the bytes of the extracted blocks.
struct QuotationFinder {
  private let bytes: [UInt8]
  private let grammar: ArticleGrammar
  private var found: [Quotation] = []
  private var opening: Int?
  private var openingMark = Mark.straight

  /// The kinds of marks; an opening mark is closed by one of its own kind, except that straight
  /// and typographic double marks may close each other, as mixed texts have it.
  private enum Mark { case straight, double, single, apostrophe, guillemet }

  private init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    bytes = grammar.article.article.text.bytes
  }

  /// The quotations of an article, in order of the text.
  static func quotations(in grammar: ArticleGrammar) -> [Quotation] {
    var finder = QuotationFinder(grammar)
    for (index, block) in grammar.article.article.blocks.enumerated() where block.isExtracted {
      finder.scan(block.span.range, block: index)
    }
    return finder.found
  }

  private mutating func scan(_ range: Range<Int>, block: Int) {
    opening = nil
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        readStraight(at: index, width: 1, in: range, block: block)
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`"),
        index + 1 < range.upperBound,
        bytes[index + 1] == byte
      {
        readStraight(at: index, width: 2, in: range, block: block)
        index += 1
      } else if byte == UInt8(ascii: "'") {
        readApostrophe(at: index, in: range, block: block)
      } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80 {
        readTypographic(bytes[index + 2], at: index, in: range, block: block)
        index += 2
      } else if byte == 0xC2, index + 1 < range.upperBound {
        if bytes[index + 1] == 0xAB { open(at: index, .guillemet) }
        if bytes[index + 1] == 0xBB { close(at: index + 2, .guillemet, block: block) }
        index += 1
      } else if byte == UInt8(ascii: "\n"), isParagraphBreak(at: index, in: range) {
        closeParagraph(at: index, block: block)
      }
      index += 1
    }
    closeParagraph(at: range.upperBound, block: block)
  }

  /// Texts without parsed structure come as one block; a blank line still ends a paragraph.
  private func isParagraphBreak(at index: Int, in range: Range<Int>) -> Bool {
    index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "\n")
  }

  private mutating func readStraight(
    at index: Int, width: Int, in range: Range<Int>, block: Int
  ) {
    let before = index > range.lowerBound ? bytes[index - 1] : 0x20
    let next = index + width
    let after = next < range.upperBound ? bytes[next] : 0x20
    if opening == nil {
      if !isBlank(after) { open(at: index, .straight) }
    } else if isBlank(before), !isBlank(after), openingMark == .straight {
      // A second opening mark: the first was never closed.
      opening = nil
      open(at: index, .straight)
    } else {
      close(at: next, .straight, block: block)
    }
  }

  /// A single straight mark opens after a blank and before a word, and closes after a word or mark
  /// and before a blank; the apostrophe of a plural possessor ("the soldiers' pay") closes only
  /// where no better mark follows in the paragraph.
  private mutating func readApostrophe(at index: Int, in range: Range<Int>, block: Int) {
    let before = index > range.lowerBound ? bytes[index - 1] : 0x20
    let after = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
    if opening == nil {
      if isBlank(before), isWord(after), closesLater(index + 2, in: range) {
        open(at: index, .apostrophe)
      }
    } else if openingMark == .apostrophe, !isWord(after), !isBlank(before),
      !isPossessor(index, in: range)
    {
      close(at: index + 1, .apostrophe, block: block)
    }
  }

  /// Whether a mark that can close stands in the rest of the paragraph, within some sentences.
  private func closesLater(_ start: Int, in range: Range<Int>) -> Bool {
    for index in start..<max(start, min(range.upperBound, start + Self.longest)) {
      if bytes[index] == UInt8(ascii: "\n") { return false }
      guard bytes[index] == UInt8(ascii: "'") else { continue }
      let after = index + 1 < range.upperBound ? bytes[index + 1] : 0x20
      if !isWord(after), !isBlank(bytes[index - 1]), !isPossessor(index, in: range) { return true }
    }
    return false
  }

  private static let longest = 800

  /// Whether a mark after "s" goes on with a small letter: "the soldiers' pay".
  private func isPossessor(_ index: Int, in range: Range<Int>) -> Bool {
    guard index > range.lowerBound, bytes[index - 1] | 0x20 == UInt8(ascii: "s"),
      index + 2 < range.upperBound, bytes[index + 1] == UInt8(ascii: " ")
    else { return false }
    return bytes[index + 2] >= 0x61 && bytes[index + 2] <= 0x7A
  }

  private mutating func readTypographic(
    _ last: UInt8, at index: Int, in range: Range<Int>, block: Int
  ) {
    switch last {
    case 0x9C where isMisplaced(at: index, in: range):
      close(at: index + 3, .double, block: block)
    case 0x9C:
      if opening != nil, openingMark == .double || openingMark == .straight { opening = nil }
      open(at: index, .double)
    case 0x9D: close(at: index + 3, .double, block: block)
    case 0x98:
      let before = index > range.lowerBound ? bytes[index - 1] : 0x20
      if isBlank(before) { open(at: index, .single) }
    case 0x99:
      let after = index + 3 < range.upperBound ? bytes[index + 3] : 0x20
      if !isWord(after) { close(at: index + 3, .single, block: block) }
    default: break
    }
  }

  /// Whether an opening mark closes, as a slip has it: after a word or mark and before a blank.
  private func isMisplaced(at index: Int, in range: Range<Int>) -> Bool {
    guard opening != nil, index > range.lowerBound, !isBlank(bytes[index - 1]) else { return false }
    let after = index + 3 < range.upperBound ? bytes[index + 3] : 0x20
    return isBlank(after)
  }

  private mutating func open(at index: Int, _ mark: Mark) {
    guard opening == nil else { return }
    opening = index
    openingMark = mark
  }

  private mutating func close(at end: Int, _ mark: Mark, block: Int) {
    guard let start = opening, fits(mark) else { return }
    opening = nil
    append(ByteSpan(start, end), block: block, isOpen: false)
  }

  private func fits(_ mark: Mark) -> Bool {
    switch mark {
    case .single: openingMark == .single
    case .apostrophe: openingMark == .apostrophe
    case .guillemet: openingMark == .guillemet
    case .straight, .double: openingMark == .straight || openingMark == .double
    }
  }

  /// At the end of a paragraph an open mark holds only if the mark can hardly be an apostrophe.
  private mutating func closeParagraph(at end: Int, block: Int) {
    guard let start = opening else { return }
    opening = nil
    if openingMark != .single, openingMark != .apostrophe {
      append(ByteSpan(start, end), block: block, isOpen: true)
    }
  }

  private mutating func append(_ span: ByteSpan, block: Int, isOpen: Bool) {
    let tokens = grammar.tokens(in: span)
    guard !tokens.isEmpty else { return }
    found.append(Quotation(span: span, tokens: tokens, block: block, isOpen: isOpen))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == 0x94
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0xC3
  }
}
