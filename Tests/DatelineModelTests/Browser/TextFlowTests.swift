import DatelineModel
import DatelineText
import Testing

@Suite struct TextFlowTests {
  private func lines(_ text: String, width: Int) -> [String] {
    let source = SourceText(text)
    return TextFlow.wrap(source.bytes, in: source.span, width: width).map { source[$0] }
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two three", 100, ["one two three"]),
    ("  lead", 10, ["lead"]), ("trail  ", 10, ["trail"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("東京都", 4, ["東京", "都"]), ("a\nb", 5, ["a\nb"]), ("", 5, []), ("   ", 5, []),
  ])
  func `lines break between words where they can`(text: String, width: Int, expected: [String]) {
    #expect(lines(text, width: width) == expected)
  }

  @Test(arguments: 1...12) func `no line is wider than asked, and nothing is lost`(width: Int) {
    let text = "The 東京 talks — in spring — were e\u{301}lan, 👩‍👩‍👧 and a-very-long-compound-word."
    let broken = lines(text, width: width)
    for line in broken { #expect(DisplayWidth.of(line) <= max(2, width)) }
    #expect(broken.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test func `signs besides the text have room in its lines`() {
    let source = SourceText("one two three")
    var signs = TextFlow.Insertions()
    signs.before[4] = 1
    signs.after[7] = 1
    let spans = TextFlow.wrap(source.bytes, in: source.span, width: 8, signs)
    #expect(spans.map { source[$0] } == ["one", "two", "three"])
  }

  @Test(arguments: [
    ("2025-10-24", "2025-10-24", "24Oct25"), ("2025-10-09", "2025-10-11", "9Oct25+"),
    ("2025-10-01", "2025-10-31", "2025-10"), ("1947-08-14", "1947-08-14", "14Aug1947"),
    (nil, "2025-10-24", "<24Oct25"), ("2025-10-24", nil, ">24Oct25"), (nil, nil, "?"),
  ])
  func `a short day keeps its year`(first: String?, last: String?, expected: String) {
    let interval = DayInterval(
      earliest: first.flatMap { DayNumber(iso: $0) }, latest: last.flatMap { DayNumber(iso: $0) })
    #expect(DateText.compact(interval) == expected)
  }

  @Test(arguments: [
    ("a", 1), ("é", 1), ("\u{301}", 0), ("作", 2), ("│", 1), ("한", 2), ("👍", 2), ("\u{200D}", 0),
    ("ش", 1), ("…", 1), ("“", 1), ("—", 1), ("ｱ", 1), ("Ａ", 2),
  ])
  func `widths are those of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
