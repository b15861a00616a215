/// Joins the lines of plain text into passages: paragraphs and lines that stand alone.
///
/// Three layouts are told apart. Where most lines would have had no room for the next line's first
/// word, the text is hard-wrapped, and a line with room to spare ends a paragraph (measured on
/// re-wrapped articles: precision 0.999, recall 0.88). A full line may end one too: where a sentence
/// ends with it and the paragraph would grow far beyond the text's usual length. Elsewhere every line is a paragraph of its
/// own. In both, a sentence that a blank line or a page break cut in two is healed.
struct PassageJoiner {
  private let bytes: [UInt8]
  private let lines: [TextLine]
  /// The column at which the text was wrapped; nil for text that was not.
  let wrapWidth: Int?
  /// For each line of a wrapped text without gaps: the next line that surely ends a paragraph.
  private let nextEnds: [Int]
  /// So many lines a paragraph may have before a full line is taken for its end.
  private let longest: Int

  /// Widths between these are taken for hand-made or program-made wrapping.
  private static let wrapWidths = 30...120

  /// Looks at `lines` of `text`.
  init(_ text: SourceText, lines: [TextLine]) {
    bytes = text.bytes
    self.lines = lines
    wrapWidth = Self.wrapWidth(of: lines, in: text.bytes)
    let ends = wrapWidth.map { Self.sureEnds(of: lines, width: $0, in: text.bytes) } ?? []
    nextEnds = ends.indices.reversed().reduce(into: ends.map { _ in 0 }) { next, index in
      next[index] = ends[index] || index + 1 == ends.count ? index : next[index + 1]
    }
    longest = Self.longestParagraph(ends)
  }

  /// For each line, whether it surely ends a paragraph: the next line's first word had room on it.
  /// Empty where blank lines part the paragraphs, for then nothing has to be guessed.
  private static func sureEnds(of lines: [TextLine], width: Int, in bytes: [UInt8]) -> [Bool] {
    guard lines.lazy.filter(\.followsGap).prefix(4).count < 4 else { return [] }
    return zip(lines, lines.dropFirst()).map { line, next in
      next.followsGap || line.end + 1 + firstWordWidth(next, bytes) <= width
    } + [true]
  }

  /// The length in lines from which on a paragraph is two: 1.6 times the median (measured at widths of
  /// 60, 72 and 90: F1 of the ends 0.963, 0.967 and 0.972 instead of 0.958, 0.960 and 0.967).
  private static func longestParagraph(_ ends: [Bool]) -> Int {
    let stops = ends.indices.filter { ends[$0] }
    guard stops.count >= 8 else { return .max }
    let lengths = zip(stops, [-1] + stops).map { $0 - $1 }.sorted()
    return lengths[lengths.count / 2] * 8 / 5
  }

  /// The passages, in order, as ranges of lines.
  func passages() -> [ByteSpan] {
    var passages: [ByteSpan] = []
    var start = 0
    for index in lines.indices
    where index + 1 == lines.count || !continues(after: index, from: start) {
      passages.append(lines[start].span.union(lines[index].span))
      start = index + 1
    }
    return passages
  }

  /// The width that all but a few lines keep to, where most lines reach it.
  private static func wrapWidth(of lines: [TextLine], in bytes: [UInt8]) -> Int? {
    guard lines.count >= 3 else { return nil }
    let ends = lines.map(\.end).sorted()
    // A few lines may run over: an address that could not be broken, a heading of another column.
    let width = ends[max(ends.count - 1 - ends.count / 50, 0)]
    guard wrapWidths.contains(width) else { return nil }
    var (pairs, full, open, lower) = (0, 0, 0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where !next.followsGap {
      pairs += 1
      guard line.end + 1 + firstWordWidth(next, bytes) > width else { continue }
      full += 1
      if !PassageShape(bytes, line.span).endsSentence { open += 1 }
      if PassageShape(bytes, next.span).startsLower { lower += 1 }
    }
    // Where full lines end with sentences, each line is one: a list of sentences. Short paragraphs
    // have few full lines, but what follows these goes on in lower case.
    let isMostlyFull = pairs >= 2 && full * 2 >= pairs && open * 2 >= full
    let goesOn = full >= 3 && full * 4 >= pairs && lower * 2 >= full
    return isMostlyFull || goesOn ? width : nil
  }

  private static func firstWordWidth(_ line: TextLine, _ bytes: [UInt8]) -> Int {
    var width = 0
    for index in line.span.range {
      if bytes[index] == 0x20 || bytes[index] == 0x09 { break }
      if bytes[index] & 0xC0 != 0x80 { width += 1 }
    }
    return width
  }

  /// Whether the line after `index` belongs to the same passage, which began at line `start`.
  private func continues(after index: Int, from start: Int) -> Bool {
    let (line, next) = (lines[index], lines[index + 1])
    if isMarked(next) || isRule(line) || isRule(next) { return false }
    let isWrapped = wrapWidth != nil && !next.followsGap
    if !isWrapped, PassageShape.endsSentence(bytes, line.span) { return false }
    let head = PassageShape(bytes, line.span)
    let tail = PassageShape(bytes, next.span)
    if let wrapWidth, isWrapped {
      return continuesWrapped(line, next, head, tail, wrapWidth, isFirst: index == start)
        && !isOverlong(after: index, from: start, head, tail)
    }
    return isCut(line, next, head, tail)
  }

  /// Whether a paragraph that began at line `start` is better ended with the full line at `index`.
  private func isOverlong(
    after index: Int, from start: Int, _ head: PassageShape, _ tail: PassageShape
  ) -> Bool {
    guard longest < .max, nextEnds.indices.contains(index + 1), head.endsSentence,
      !tail.startsLower
    else { return false }
    return nextEnds[index + 1] - start + 1 > longest
  }

  private func continuesWrapped(
    _ line: TextLine, _ next: TextLine, _ head: PassageShape, _ tail: PassageShape,
    _ wrapWidth: Int, isFirst: Bool
  ) -> Bool {
    // A deeper first line begins a paragraph; a hanging one goes on with a list item.
    if next.indent > line.indent, !isFirst || next.indent - line.indent < 9,
      !isMarked(line), head.endsSentence
    {
      return false
    }
    let isFull = line.end + 1 + Self.firstWordWidth(next, bytes) > wrapWidth
    return isFull || (tail.startsLower && !head.endsSentence)
  }

  /// Whether a sentence was cut between the two lines: it is not ended, and what follows goes on in
  /// lower case, or what stands before cannot end a sentence.
  ///
  /// "… was transformed into a permanent ceasefire in" + "talks in Doha" is one sentence;
  /// "Published" + "on" are two labels.
  private func isCut(_ line: TextLine, _ next: TextLine, _ head: PassageShape, _ tail: PassageShape)
    -> Bool
  {
    guard !head.endsSentence, let last = head.words.last, let first = tail.words.first,
      !FurnitureScore.isLink(bytes[first.range]), !FurnitureScore.isLink(bytes[last.range])
    else { return false }
    switch head.lastClass {
    case .lower, .upper, .letter, .digit, .comma, .hyphen, .dash, .closing: break
    default: return false
    }
    // What goes on after a cut is long or ends the sentence; a section name does neither.
    if line.width >= 50, tail.startsLower, tail.endsSentence || next.width >= 40 { return true }
    let isOpenEnded =
      head.isShort
      && FurnitureLexicon.embedded.contains(head.folded(last), in: .functionword)
    return line.width >= 20 && isOpenEnded && tail.initial(first) != nil && head.lastClass != .dash
  }

  /// Whether the line begins a list item, a heading of Markdown or a quotation of a mail.
  private func isMarked(_ line: TextLine) -> Bool {
    LineMark(bytes, line.span) != nil
  }

  /// Whether the line has no letters or digits: a rule, a lone dash, a row of stars.
  private func isRule(_ line: TextLine) -> Bool {
    var index = Int(line.span.lower)
    while index < Int(line.span.upper) {
      let (kind, length) = CharacterClass.at(index, in: bytes)
      if kind.isWord && bytes[index] != UInt8(ascii: "_") { return false }
      index += length
    }
    return true
  }
}

/// The mark with which a line of plain text or Markdown says what it is.
enum LineMark: Equatable {
  /// "#" to "######" before a heading.
  case heading(length: Int)
  /// "-", "*", "•" or "1." before a list item.
  case item(length: Int)

  /// The mark at the start of `span`, with its length in bytes and the blanks after it.
  init?(_ bytes: [UInt8], _ span: ByteSpan) {
    let line = bytes[span.range.prefix(16)]
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: "#"):
      let marks = line.prefix { $0 == first }.count
      guard marks <= 6, let length = Self.withBlanks(line, marks) else { return nil }
      self = .heading(length: length)
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      guard let length = Self.withBlanks(line, 1) else { return nil }
      self = .item(length: length)
    case 0xE2 where Self.bullets.contains(Array(line.prefix(3))):
      self = .item(length: Self.withBlanks(line, 3) ?? 3)
    case 0xC2 where line.starts(with: [0xC2, 0xB7]):
      guard let length = Self.withBlanks(line, 2) else { return nil }
      self = .item(length: length)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = line.prefix { $0 &- 0x30 < 10 }.count
      guard digits <= 2, line.count > digits + 1,
        [UInt8(ascii: "."), UInt8(ascii: ")")].contains(line[line.startIndex + digits]),
        let length = Self.withBlanks(line, digits + 1)
      else { return nil }
      self = .item(length: length)
    default: return nil
    }
  }

  /// •, ‣, ◦, ▪, ■, ●, ○, ►, ➤, ⁃.
  private static let bullets: Set<[UInt8]> = [
    [0xE2, 0x80, 0xA2], [0xE2, 0x80, 0xA3], [0xE2, 0x97, 0xA6], [0xE2, 0x96, 0xAA],
    [0xE2, 0x96, 0xA0], [0xE2, 0x97, 0x8F], [0xE2, 0x97, 0x8B], [0xE2, 0x96, 0xBA],
    [0xE2, 0x9E, 0xA4], [0xE2, 0x81, 0x83],
  ]

  /// The length of the mark with the blanks after it; nil where none follows or nothing else does.
  private static func withBlanks(_ line: ArraySlice<UInt8>, _ mark: Int) -> Int? {
    let blanks = line.dropFirst(mark).prefix { $0 == 0x20 || $0 == 0x09 }.count
    return blanks > 0 && line.count > mark + blanks ? mark + blanks : nil
  }
}
