internal import DatelineText

/// Puts the text of printed pages together: running heads and page numbers go, words that a hyphen
/// cut at a line's end are whole again, lines become paragraphs.
struct PrintedPages {
  /// The paragraphs, a blank line between them.
  let text: [UInt8]

  /// How many pages must share a first or last line for it to be a running head.
  private static let repetitions = 3

  /// Joins `pages`, UTF-8 with a form feed between pages.
  init(_ pages: [UInt8]) {
    var sheets = pages.split(separator: 0x0C).map { page in
      page.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    }
    Self.removeHeads(&sheets)
    let joined = sheets.map { Array($0.joined(separator: [0x0A])) }.joined(separator: [0x0A, 0x0A])
    let source = SourceText(repairing: Array(joined))
    text = Array(
      ArticleParser.passages(of: source).map { Self.joinedLines(source.bytes[$0.range]) }
        .joined(separator: [0x0A, 0x0A]))
  }

  /// Removes first and last lines that recur with other numbers, and lines that are a number.
  private static func removeHeads(_ sheets: inout [[[UInt8]]]) {
    var counts: [[UInt8]: Int] = [:]
    for sheet in sheets {
      for line in Set(edges(of: sheet).map { masked(sheet[$0]) }) { counts[line, default: 0] += 1 }
    }
    for page in sheets.indices {
      for line in edges(of: sheets[page]).sorted(by: >) {
        let mask = masked(sheets[page][line])
        let isNumber = mask == [UInt8(ascii: "#")] && sheets.count > 1
        if isNumber || counts[mask, default: 0] >= repetitions { sheets[page].remove(at: line) }
      }
    }
  }

  /// The indices of the first two and the last two lines that are not blank; of one each where the
  /// page is short.
  private static func edges(of sheet: [[UInt8]]) -> [Int] {
    let lines = sheet.indices.filter { sheet[$0].contains { $0 > 0x20 } }
    let depth = lines.count < 8 ? 1 : 2
    return Array(Set(lines.prefix(depth) + lines.suffix(depth))).sorted()
  }

  /// The line without blanks, each run of digits one "#".
  private static func masked(_ line: [UInt8]) -> [UInt8] {
    var mask: [UInt8] = []
    for byte in line where byte > 0x20 {
      let sign = byte &- 0x30 < 10 ? UInt8(ascii: "#") : byte
      if sign != UInt8(ascii: "#") || mask.last != sign { mask.append(sign) }
    }
    return mask
  }

  /// One paragraph on one line. A hyphen at a line's end goes where a lower-case letter stands on
  /// both sides; the dictionary that would tell "long-term" is not worth its weight here.
  private static func joinedLines(_ lines: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for line in lines.split(separator: 0x0A) {
      let words = WhiteSpace.collapsed(Array(line))
      guard let first = words.first else { continue }
      let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) || byte >= 0x80 }
      if text.last == UInt8(ascii: "-"), text.dropLast().last.map(isLower) ?? false, isLower(first)
      {
        text.removeLast()
      } else if !text.isEmpty {
        text.append(0x20)
      }
      text += words
    }
    return text
  }
}
