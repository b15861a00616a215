/// The terms of well-known offices, by which the year of an article is checked: who is called
/// "President Obama" is in office, or was when the story happened.
struct OfficeTerms: Sendable {
  /// One term of one holder.
  struct Term: Sendable {
    /// The first and the last day; the last is nil where it was not known.
    var days: DayInterval
    /// The year in which it began, and the year in which it ended.
    var years: ClosedRange<Int>
  }

  /// A mention of a holder with the title.
  struct Mention: Sendable {
    var span: ByteSpan
    var terms: [Term]
  }

  /// How long a term that has not ended is taken to last at most, in years.
  private static let longest = 12
  /// How many words may stand between the title and the surname.
  private static let gap = 2

  private var terms: [[UInt8]: [(title: [UInt8], term: Term)]] = [:]

  /// The embedded list, read once.
  static let embedded = OfficeTerms(table: .offices)

  init(table: EmbeddedTable) {
    for row in table.rows where row.count == 4 {
      guard let first = DayNumber(iso: String(row[2])) else { continue }
      let last = DayNumber(iso: String(row[3]))
      let end = last?.date.year ?? first.date.year + Self.longest
      let term = Term(
        days: DayInterval(earliest: first, latest: last), years: first.date.year...end)
      terms[Array(row[1].utf8), default: []].append((title: Array(row[0].utf8), term: term))
    }
  }

  /// The holders whom some blocks of `text` call by their title and not "former" or "then".
  ///
  /// Cost: one pass over the bytes, one look-up for each word with a capital.
  func mentions(in text: SourceText, blocks: [ByteSpan]) -> [Mention] {
    blocks.flatMap { mentions(in: text.bytes, $0) }
  }

  private func mentions(in bytes: [UInt8], _ span: ByteSpan) -> [Mention] {
    var found: [Mention] = []
    // The words of the clause so far.
    var words: [ByteSpan] = []
    var start = Int(span.lower)
    while start < Int(span.upper) {
      guard bytes[start].isLetter else {
        // A title and its name stand in one sentence.
        if bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: ",") {
          words.removeAll(keepingCapacity: true)
        }
        start += 1
        continue
      }
      var end = start + 1
      while end < Int(span.upper), bytes[end].isLetter { end += 1 }
      let word = ByteSpan(start, end)
      if bytes[start] &- 65 < 26, !words.isEmpty,
        let holder = holder(word, after: words.suffix(Self.gap + 2), bytes)
      {
        found.append(
          Mention(span: ByteSpan(Int(holder.title.lower), end), terms: holder.terms))
      }
      words.append(word)
      start = end
    }
    return found
  }

  /// The terms of the holder whose surname is `word`, and the title that stands before it.
  private func holder(_ word: ByteSpan, after recent: ArraySlice<ByteSpan>, _ bytes: [UInt8])
    -> (title: ByteSpan, terms: [Term])?
  {
    guard let known = terms[Self.folded(bytes, word)] else { return nil }
    for (offset, title) in recent.reversed().prefix(Self.gap + 1).enumerated() {
      let folded = Self.folded(bytes, title)
      let terms = known.filter { $0.title == folded }.map(\.term)
      guard !terms.isEmpty else { continue }
      let around = Array(recent.dropLast(offset + 1).suffix(2)) + recent.suffix(offset)
      let isPast = around.contains { Self.past.contains(Self.folded(bytes, $0)) }
      return isPast ? nil : (title: title, terms: terms)
    }
    return nil
  }

  /// Words before a title that put it into the past or the future, or make it another one.
  private static let past: Set<[UInt8]> = Set(
    ["former", "ex", "then", "late", "vice", "deputy", "elect", "opposition"].map { Array($0.utf8) }
  )

  private static func folded(_ bytes: [UInt8], _ word: ByteSpan) -> [UInt8] {
    bytes[word.range].map { $0 | 0x20 }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter.
  fileprivate var isLetter: Bool { (self | 0x20) &- 97 < 26 }
}
