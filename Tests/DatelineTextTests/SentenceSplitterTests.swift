import DatelineText
import Testing

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String, _ kind: Block.Kind = .paragraph) -> [String] {
    let source = SourceText(text)
    let article = Article(
      id: ArticleID("a"), text: source, blocks: [Block(kind: kind, span: source.span)])
    return SentenceSplitter.split(article).sentences.map { source[$0.span] }
  }

  /// Each text has a bar where a sentence must end.
  @Test(
    arguments: [
      "It ended.| Nobody came.", "Who came?| Nobody!| Then it ended.",
      "He said: \u{201C}We came.\u{201D}| Then he left.",
      "He said \"We came.\"| \"Why?\"| He left.",
      "They support it in the U.S.| The rest is open.", "It began at 5 p.m.| Police came.",
      "It met in Oct.| The rest came later.", "It works for Acme Inc.| He said so.",
      "(He left.)| She stayed.", "It was over...| The rest fled.", "It ended.[3]| Nobody came.",
      "`` We came . ''| `` We left . ''| Then -LRB- he said . -RRB-| It ended .",
      "the war ended.The rest came.".replacing(".The", with: ".|The"),
      "He met J. Smith.| A. Jones came.", "It costs 3.5.| 12 men paid.",
      "\u{201C}Why now?\u{201D}| The answer is open.", "1. It began.| 2. It ended.",
      "the attack happened.| al-Qaeda claimed it.", "He said no.| She agreed.",
      "It is over, said Martin Luther King Jr.| He left.",
    ])
  func `A sentence ends where the bar is`(marked: String) {
    let expected = marked.split(separator: "|").map {
      String($0.drop { $0 == " " })
    }
    #expect(sentences(marked.replacing("|", with: "")) == expected)
  }

  @Test(
    arguments: [
      "Lt. Gen. Ahmed Sharif Chaudhry said so.",
      "Mr. X and Dr. J. R. Smith met U.S. President Trump.",
      "It began at 8 p.m. Monday and at 9 a.m. EST Tuesday.", "It fell 3.5 percent on Oct. 9.",
      "\u{201C}Are you sure?\u{201D} Mr. Smith asked.", "\u{201C}Stop!\u{201D} he said.",
      "They (really!) came.", "We went ... home.",
      "the war, vs. Iran, No. 5 and p. 12, etc., goes on.",
      "The talks in\n\nDoha ended\nwith a truce.",
      "St. Petersburg and the U.N. Security Council met.",
      "Acme Corp. Chairman John Q. Public left.", "Yahoo! is a firm.", "an approx. ten men",
    ])
  func `A sentence does not end inside`(text: String) { #expect(sentences(text) == [text]) }

  @Test(arguments: [Block.Kind.title, .heading])
  func `A heading is one sentence`(kind: Block.Kind) {
    #expect(sentences("War ends. Who won?", kind) == ["War ends. Who won?"])
  }

  @Test func `Blocks that are not extracted give nothing, and blocks end sentences`() {
    let text = SourceText("War ends\nBy Jo\nIt ended in\nDoha")
    let blocks = [
      Block(kind: .title, span: ByteSpan(0, 8)), Block(kind: .byline, span: ByteSpan(9, 14)),
      Block(kind: .paragraph, span: ByteSpan(15, 26)),
      Block(kind: .listItem, span: ByteSpan(27, 31)),
    ]
    let (tokens, sentences) = SentenceSplitter.split(
      Article(id: ArticleID("a"), text: text, blocks: blocks))
    #expect(sentences.map { text[$0.span] } == ["War ends", "It ended in", "Doha"])
    #expect(sentences.map(\.tokens) == [0..<2, 2..<5, 5..<6])
    #expect(sentences.map(\.block) == [0, 2, 3])
    #expect(tokens.count == 6)
  }

  @Test(
    arguments: [
      "", "\n\n", ".", "...", "\"", "\u{201D}", "((((", "[3]", "Mr.", "U.S.", "?!?!", "' ' '",
    ])
  func `Any scrap of text is taken`(text: String) {
    let found = sentences(text)
    #expect(found.joined() == text.filter { $0 != "\n" })
  }

  @Test func `A text without an end is cut at the longest sentence`() {
    let found = sentences(String(repeating: "word ", count: 2500))
    #expect(found.count == 3)
  }
}
