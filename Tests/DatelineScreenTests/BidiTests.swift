import DatelineModel
import DatelineScreen
import Testing

/// Right-to-left text inside its field. In the names R stands for a word that runs to the left.
@Suite struct BidiTests {
  private func shown(_ text: String, columns: Int = 60, reorders: Bool = true) -> String {
    var grid = Grid(size: ScreenSize(rows: 1, columns: columns), reordersText: reorders)
    grid.write(text, row: 0, column: 0, end: columns)
    return grid.text(row: 0)
  }

  @Test(arguments: [
    ("abc", "abc"), ("אבג", "גבא"), ("abc אבג def", "abc גבא def"), ("אבג abc דהו", "והד abc גבא"),
    ("abc אבג דהו def", "abc והד גבא def"), ("אבג 123 דהו", "והד 123 גבא"),
    ("שלום (עולם)", "(םלוע) םולש"), ("abc (אבג) def", "abc (גבא) def"),
    ("אבג 1,234.5", "1,234.5 גבא"),
    ("كابل 12%", "%12 \u{FEDE}\u{FE91}\u{FE8E}\u{FEDB}"), ("price אבג 10-20", "price 10-20 גבא"),
  ])
  func `a line is shown in the order of the algorithm`(written: String, expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    // Alone, joined on both sides, and with a letter that joins only what comes before.
    ("ب", "\u{FE8F}"), ("ببب", "\u{FE90}\u{FE92}\u{FE91}"), ("دب", "\u{FE8F}\u{FEA9}"),
    // Lam and alef share a cell, alone and joined.
    ("لا", "\u{FEFB}"), ("سلام", "\u{FEE1}\u{FEFC}\u{FEB3}"),
    // Persian and Urdu letters; a joiner that keeps letters apart leaves no cell.
    ("گپ", "\u{FB57}\u{FB94}"), ("می\u{200C}خ", "\u{FEA5}\u{FBFD}\u{FEE3}"),
    // A mark does not part letters; Latin letters do.
    ("بَب", "\u{FE90}\u{FE91}\u{64E}"), ("بaب", "\u{FE8F}a\u{FE8F}"),
    // Hamza joins nothing.
    ("بءب", "\u{FE8F}\u{621}\u{FE8F}"),
  ])
  func `Arabic letters take the forms that join`(written: String, expected: String) {
    #expect(Array(shown(written).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a terminal that lays text out itself gets letters unjoined`() {
    #expect(shown("سلام", reorders: false) == "سلام")
  }

  @Test func `a mark stays on its base`() {
    #expect(Array(shown("אָב").unicodeScalars) == Array("באָ".unicodeScalars))
  }

  @Test func `a terminal that reorders itself gets the order of writing`() {
    #expect(shown("abc אבג", reorders: false) == "abc אבג")
  }

  @Test(arguments: 0..<100) func `a mixed headline changes no cell outside its field`(number: Int) {
    let words = [
      "کابل", "talks", "گفتگو", "2031", "(غزه)", "—", "ישראל", "“news”", "۱۲۳", "U.N.", "e\u{301}",
      "作",
    ]
    var grid = Grid(size: ScreenSize(rows: 3, columns: 40))
    for row in 0..<3 { grid.fill(row: row, from: 0, to: 40, with: "#", style: .plain) }
    let headline = (0..<8).map { words[($0 * 7 + number * 5 + $0 * number) % words.count] }
    let next = grid.write(headline.joined(separator: " "), row: 1, column: 10, end: 30)
    #expect(next <= 30)
    for column in Array(0..<10) + Array(30..<40) { #expect(grid[1, column].scalars == [0x23]) }
    for column in 0..<40 {
      #expect(grid[0, column].scalars == [0x23])
      #expect(grid[2, column].scalars == [0x23])
    }
  }
}
