import DatelineText
import Testing

@Suite struct TimexHostileTests {
  @Test(arguments: [
    "", "\u{0}\u{0}", "’", "–", "'", "1", "99999999999999999999 years ago", "-", "9999-99-99",
    "the the the of of of", "29 February 2023", "February 29", "31 June", "0000-00-00", "1,000,",
    "twenty twenty twenty hundred thousand thousand days", "\u{FEFF}Friday", "the 99th",
    "99999999 centuries ago", "2147483648 days ago", "in 0 BC", "Easter 9999", "1/1/1/1/1/1/1",
    "November 31", "two hundred thousand thousand thousand years later", "\u{C2}\u{A0}May 5",
  ])
  func `strange text neither stops nor leaves its bounds`(text: String) {
    let source = SourceText(text)
    for anchor in [nil, DayNumber(year: 2024, month: 2, day: 29)] {
      for timex in TimexTagger.timexes(in: source, anchor: anchor) {
        #expect(timex.span.upper <= source.count)
        #expect(!timex.span.isEmpty)
      }
    }
  }

  @Test func `a long line is read like a short one`() {
    func count(_ copies: Int) -> Int {
      let line = String(repeating: "the end of the 3/4/2025 of (Friday night ", count: copies)
      return TimexTagger.timexes(in: SourceText(line), anchor: pageDay).count
    }
    #expect(count(2_000) == 2_000 * count(1))
  }

  @Test func `expressions come in order and do not overlap`() {
    let text = SourceText(
      "Early last week, from 3 to 5 January, on Friday night at 9 p.m. EST, in the late 1970s and "
        + "after more than two and a half years ago they met every other Tuesday morning in May.")
    let found = TimexTagger.timexes(in: text, anchor: DayNumber(year: 2025, month: 1, day: 10))
    for (left, right) in zip(found, found.dropFirst()) {
      #expect(left.span.upper <= right.span.lower)
    }
    #expect(found.count > 5)
  }
}
