import Testing

@testable import DatelineText

@Suite struct ArticleParserTests {
  /// Long enough to be body text.
  static let body =
    "The two ministers met in Doha on Sunday and agreed that the border would be opened again within a week."

  /// The blocks of `text` as "kind: text".
  static func blocks(_ text: String, title: String? = nil) -> [String] {
    var metadata = ArticleMetadata()
    metadata.title = title
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"), metadata: metadata)
    return article.blocks.map { "\(name($0.kind)): \(article.text[$0.span])" }
  }

  static func name(_ kind: Block.Kind) -> String {
    if case .furniture(let furniture) = kind { furniture.rawValue } else { "\(kind)" }
  }

  private var body: String { Self.body }

  @Test func `what readers write below an article is not the article`() {
    let stamp = "January 31, 2011 at 3:03 pm | Reply "
    let page = "Ministers open the border\n\n\(body)\n\n\(stamp)\(body)\n\n\(stamp)\(body)\n"
    #expect(Self.blocks(page).filter { $0.hasPrefix("comments: ") }.count == 2)
    let once = "Ministers open the border\n\n\(body)\n\n\(stamp)\(body)\n"
    #expect(!Self.blocks(once).contains { $0.hasPrefix("comments: ") })
  }

  @Test func `a copied page falls into its parts`() {
    let text = """
      Home
      World

      Ministers open the border after a week of talks

      By Jane Q. Writer and Omar Other in Doha
      Published: Oct 9, 2025 10:30 GMT
      Share this article

      \(body)

      What happens next

      \(body)

      ADVERTISEMENT

      \(body)

      Follow us on Facebook
      3 Comments
      Related articles
      Talks fail in Rome
      Envoy flies home without a deal
      Copyright 2025 The Daily Example. All rights reserved.
      """
    #expect(
      Self.blocks(text) == [
        "navigation: Home", "navigation: World",
        "title: Ministers open the border after a week of talks",
        "byline: By Jane Q. Writer and Omar Other in Doha",
        "dateLine: Published: Oct 9, 2025 10:30 GMT", "share: Share this article",
        "paragraph: \(body)", "heading: What happens next", "paragraph: \(body)",
        "advertisement: ADVERTISEMENT", "paragraph: \(body)", "share: Follow us on Facebook",
        "comments: 3 Comments", "navigation: Related articles", "navigation: Talks fail in Rome",
        "navigation: Envoy flies home without a deal",
        "legal: Copyright 2025 The Daily Example. All rights reserved.",
      ])
  }

  @Test(arguments: [
    "Home > World > Asia", "Home » Politics", "News › Middle East › Ministers open the border",
  ])
  func `the trail that leads to a page is no title`(line: String) {
    let blocks = Self.blocks("\(line)\n\nMinisters open the border today\n\n\(body)\n\n\(body)")
    #expect(blocks.prefix(2) == ["navigation: \(line)", "title: Ministers open the border today"])
  }

  @Test(arguments: ["Exports > imports for a year", "Growth > 3 percent"])
  func `a comparison in a headline is no trail`(line: String) {
    #expect(Self.blocks("\(line)\n\n\(body)\n\n\(body)")[0] == "title: \(line)")
  }

  @Test(arguments: [
    "By Uzma Ehtasham", "By A. Writer", "BY JANE DOE", "By Jane Doe, Staff Writer",
    "Written by Jane Doe for The Example", "Dr. Zayar", "Web Desk", "Our Correspondent",
    "By the Editorial Board",
  ])
  func `bylines are told`(line: String) {
    let blocks = Self.blocks("A headline with five words\n\n\(line)\n\n\(body)\n\n\(body)")
    #expect(blocks[1] == "byline: \(line)")
  }

  @Test(arguments: [
    "By Friday the rebels had reached the town", "By the numbers: five things we know",
    "A senior official in Kabul spoke", "By then it was over",
  ])
  func `what only begins like a byline is kept`(line: String) {
    let blocks = Self.blocks("A headline with five words\n\n\(line)\n\n\(body)\n\n\(body)")
    #expect(!blocks[1].hasPrefix("byline"), "\(blocks[1])")
  }

  @Test(arguments: [
    "24 October 2025", "October 24, 2025", "Published Oct 9, 2025 10:30 GMT", "2025-10-24",
    "Updated: 24/10/2025", "Friday, 24 October 2025", "Last updated 9 Oct 2025, 5:31 pm IST",
    "Oct 24, 2025 | 5 min read", "Published", "Posted on",
  ])
  func `date lines are told`(line: String) {
    let blocks = Self.blocks("A headline with five words\n\n\(line)\n\n\(body)\n\n\(body)")
    #expect(blocks[1] == "dateLine: \(line)")
  }

  @Test(arguments: ["1939", "January 1985 - February 1986: Abortive offensives", "9/11 and after"])
  func `headings with years are kept`(line: String) {
    let blocks = Self.blocks("\(body)\n\n\(line)\n\n\(body)")
    #expect(blocks[1] == "heading: \(line)")
  }

  @Test(arguments: [
    ("By Jane Doe, Harbour Courier", ["byline: By Jane Doe", "source: Harbour Courier"]),
    ("By Jane Doe, The North Star", ["byline: By Jane Doe", "source: The North Star"]),
    ("By Jane Doe, Reuters", ["byline: By Jane Doe", "source: Reuters"]),
    ("The North Star, March 8, 2024", ["source: The North Star", "dateLine: March 8, 2024"]),
  ])
  func `a publication is told from the author and the date beside it`(
    line: String, expected: [String]
  ) {
    let blocks = Self.blocks("A headline with five words\n\n\(line)\n\n\(body)\n\n\(body)")
    #expect(Array(blocks[1...2]) == expected)
  }

  @Test func `several authors are no publication`() {
    let blocks = Self.blocks(
      "A headline with five words\n\nBy Jane Doe, Omar Other\n\n\(body)\n\n\(body)")
    #expect(blocks[1] == "byline: By Jane Doe, Omar Other")
  }

  @Test func `a byline and a date share a line`() {
    let blocks = Self.blocks(
      "Five words make a headline\nBy Jane Doe | Oct 9, 2025\n\n\(body)\n\(body)")
    #expect(blocks[1...2] == ["byline: By Jane Doe", "dateLine: Oct 9, 2025"])
  }

  @Test(arguments: [
    "ISLAMABAD, Oct 13 (Reuters) -", "ISLAMABAD (AP) —", "BAGHDAD, Iraq (AP)_", "WASHINGTON --",
    "NAIROBI, August 21 (Xinhua) --", "KABUL:", "(CNN) —", "Qawalish , Libya -LRB- CNN -RRB- --",
    "UNITED NATIONS —", "PORT-AU-PRINCE, Haiti (AP) –", "New Delhi (ANI) -", "Kabul, Oct. 9 —",
    "BENGHAZI , Libya | Thu Aug 4 , 2011 3:51 pm EDT BENGHAZI , Libya -LRB- Reuters -RRB- -",
  ])
  func `datelines are cut off`(dateline: String) {
    #expect(Self.blocks("\(dateline) \(body)") == ["dateline: \(dateline)", "paragraph: \(body)"])
    #expect(
      Self.blocks("\(dateline)\n\n\(body)\n\n\(body)").first == "dateline: \(dateline)")
  }

  @Test(arguments: [
    "UPDATE 2 -", "BREAKING:", "The talks — the first in a year —", "Naqvi — a firm hand —",
    "ANALYSIS:", "A 10-year", "In Kabul, 9 October -", "US-China", "Mr. X - the former Twitter -",
  ])
  func `what only looks like a dateline is kept`(start: String) {
    #expect(Self.blocks("\(start) \(body)") == ["paragraph: \(start) \(body)"])
  }

  @Test func `a dateline over two lines is one`() {
    #expect(
      Self.blocks("islamabad\n—\n\(body)\n\(body)") == [
        "dateline: islamabad\n—", "paragraph: \(body)", "paragraph: \(body)",
      ])
  }

  @Test func `articles without a title get none`() {
    #expect(!Self.blocks("\n\(body)\n\(body)").contains { $0.hasPrefix("title") })
    #expect(!Self.blocks("\nBy Jane Doe\n\(body)\n\(body)").contains { $0.hasPrefix("title") })
  }

  @Test func `the container's title is found in the text`() {
    let blocks = Self.blocks(
      "Kabul shaken\n\nA longer line stands below it\n\n\(body)", title: "KABUL SHAKEN")
    #expect(blocks.first == "title: Kabul shaken")
  }

  @Test func `a blank line inside a sentence is healed`() {
    let head =
      "On Saturday the two sides agreed to a ceasefire, which was transformed into a truce in"
    let text = "\(body)\n\n\(head)\n\ntalks in Doha. A statement said so.\n\n\(body)"
    #expect(
      Self.blocks(text) == [
        "paragraph: \(body)", "paragraph: \(head)\n\ntalks in Doha. A statement said so.",
        "paragraph: \(body)",
      ])
  }

  @Test func `Markdown marks are taken off`() {
    let text =
      "---\ntitle: \"T\"\ndate: 2025-10-09\n---\n# A heading\n\n\(body)\n\n## Second\n\n- one\n* two\n1. three\n\n\(body)"
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    #expect(article.metadata.title == "T")
    #expect(article.metadata.date == "2025-10-09")
    #expect(
      Self.blocks(text).dropFirst() == [
        "title: A heading", "paragraph: \(body)", "heading: Second", "listItem: one",
        "listItem: two", "listItem: three", "paragraph: \(body)",
      ])
  }

  @Test(arguments: [
    "Share prices fell on Monday.", "Comments by the minister angered India.",
    "“It is over,” he said.", "Read more books, he told them.", "The contact group meets again.",
    "The company changed its privacy policy on Monday, it said.",
    "Trending upwards is the price of oil.",
    "He follows the news closely.", "The author is unknown to the police.",
  ])
  func `short sentences at the end are body`(line: String) {
    #expect(Self.blocks("\(body)\n\(body)\n\(line)").last == "paragraph: \(line)")
  }

  @Test(arguments: [
    ("biography", "(The writer is a journalist and can be reached at jane@example.org)"),
    ("biography", "Jane Doe is a freelance journalist based in Kabul."),
    ("other", "(Reporting by Jane Doe; Editing by Omar Other)"),
    ("other", "Jane Doe contributed to this report."),
    ("link", "https://example.org/status/12"), ("link", "example.org/contact"),
    ("comments", "Leave a Reply"), ("contact", "For more information contact press@example.org"),
    ("legal", "The views expressed do not necessarily reflect those of the paper."),
  ])
  func `furniture at the end is told`(kind: String, line: String) {
    #expect(Self.blocks("\(body)\n\(body)\n\(line)").last == "\(kind): \(line)")
  }

  @Test func `a note about the author is cut from the byline`() {
    let blocks = Self.blocks("\(body)\n\(body)\nBy Jane Q. Doe - Jane is a journalist. She tweets")
    #expect(
      blocks.suffix(2) == ["byline: By Jane Q. Doe", "biography: Jane is a journalist. She tweets"])
  }

  @Test func `a single sentence is a paragraph whatever it looks like`() {
    for text in ["Kabul", "Arnor restores ties with Gondor", "Copyright", "By Jane Doe"] {
      #expect(Self.blocks(text) == ["paragraph: \(text)"])
    }
  }

  @Test(arguments: 0..<300)
  func `blocks of any bytes are in order and inside the text`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\n", "\n\n", "\r\n", "\u{0C}", " ", "\t", "—", "By ", "Oct 9, 2025", "(AP)", "KABUL", "# ",
      "- ", "©", "http://x", Self.body, "\u{2028}", "é", "#", "---\n", "a: b\n", "1. ", "\u{0}",
      "…",
    ]
    let text = SourceText(
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined())
    let blocks = ArticleParser.parse(text, id: ArticleID("a")).blocks
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      #expect(block.span.upper <= next.span.lower)
    }
    #expect(blocks.allSatisfy { !$0.span.isEmpty && $0.span.upper <= text.count })
    #expect(blocks.allSatisfy { UnicodeBoundaries.holds(text, $0.span) })
  }

  @Test(.timeLimit(.minutes(1)))
  func `long lines and many lines do not take quadratic time`() {
    for text in [
      String(repeating: "word, ", count: 60_000), String(repeating: "a b\n", count: 30_000),
    ] {
      let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
      #expect(article.blocks.last?.span.upper == UInt32(text.utf8.count - 1))
    }
  }
}

/// Checks that spans begin and end between characters.
enum UnicodeBoundaries {
  static func holds(_ text: SourceText, _ span: ByteSpan) -> Bool {
    [Int(span.lower), Int(span.upper)].allSatisfy { offset in
      offset == text.count || text.bytes[offset] & 0xC0 != 0x80
    }
  }
}
