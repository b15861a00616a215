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

  @Test(arguments: [
    ("a", 1), ("é", 1), ("\u{301}", 0), ("作", 2), ("│", 1), ("한", 2), ("👍", 2), ("\u{200D}", 0),
    ("ش", 1), ("…", 1), ("“", 1), ("—", 1), ("ｱ", 1), ("Ａ", 2),
  ])
  func `widths are those of a terminal`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}
