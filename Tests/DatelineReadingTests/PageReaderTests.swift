import DatelineText
import Testing

@testable import DatelineReading

@Suite struct PageReaderTests {
  static let first =
    "The two ministers met in Doha on Sunday, and agreed that the border would be opened again within a week."
  static let second =
    "Traders, who have waited for months, said that much of the fruit on their lorries had rotted by now."
  static let third =
    "A spokesman for the army declined to comment, but said that a statement would follow on Tuesday."

  /// A saved page as browsers keep it: menus, sharing, captions, teasers, comments, a footer.
  static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Border to open | The Example</title>
    <meta property="og:site_name" content="The Example"><meta name="author" content="Jane Doe">
    <meta property="article:published_time" content="2025-10-09T10:30:00Z">
    <meta property="article:section" content="World"><link rel="canonical" href="https://example.org/a">
    <script>var a = "<p>not text</p>";</script><style>p { color: red }</style></head><body>
    <nav><ul><li><a href="/">Home</a><li><a href="/w">World</a></ul></nav>
    <div class="social-share"><a href="#">Share on Facebook</a></div>
    <article><h1>Border to open</h1><p class="byline">By Jane Doe</p>
    <div class="story-body"><p>\(first)</p>
    <figure><img src="a.jpg"><figcaption>Lorries at the border, on Monday.</figcaption></figure>
    <h2>What traders say</h2><p>\(second) &ldquo;At last&rdquo;, one said&nbsp;&mdash; &#8230;</p>
    <p><a href="/b">READ MORE: Talks fail in Rome</a></p>
    <ul><li>The border opens on Friday.</li></ul>
    <p>\(third)</p></div>
    <div class="related"><h3>Related</h3><p><a href="/c">Envoy flies home without a deal after talks</a></p></div>
    </article><div id="comments"><p>I do not believe a word of this, and nobody I know does either, by the way.</p></div>
    <footer><p>Copyright 2025 The Example. All rights reserved, in all countries, for ever and ever.</p></footer>
    </body></html>
    """

  static func article(_ html: String) -> Article {
    PageReader.article(of: Array(html.utf8), id: ArticleID("a.html"), path: "a.html")
  }

  private func blocks(_ article: Article) -> [String] {
    article.blocks.map { "\($0.kind): \(article.text[$0.span])" }
  }

  @Test func `the article is found and the rest can be inspected`() {
    let article = Self.article(Self.page)
    #expect(
      blocks(article) == [
        "paragraph: \(Self.first)", "heading: What traders say",
        "paragraph: \(Self.second) “At last”, one said — …",
        "listItem: The border opens on Friday.", "paragraph: \(Self.third)",
      ])
    let removed = article.removed.map(\.text)
    for text in [
      "Home World", "Share on Facebook", "By Jane Doe", "Lorries at the border, on Monday.",
    ] {
      #expect(removed.contains(text), "\(removed)")
    }
    #expect(!removed.joined().contains("not text"))
  }

  @Test func `metadata come from the head`() {
    let metadata = Self.article(Self.page).metadata
    #expect(metadata.title == "Border to open")
    #expect(metadata.byline == "Jane Doe")
    #expect(metadata.source == "The Example")
    #expect(metadata.section == "World")
    #expect(metadata.language == "en")
    #expect(metadata.url == "https://example.org/a")
    #expect(metadata.date == "2025-10-09T10:30:00Z")
  }

  @Test(
    arguments: [
      (
        #"<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"H","datePublished":"2025-10-09","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"}}]}</script>"#,
        "H", "2025-10-09", "A, B", "P"
      ),
      (
        #"<meta itemprop="datePublished" content="2025-10-08"><meta property="og:title" content="T &amp; U">"#,
        "T & U", "2025-10-08", nil, nil
      ),
      (
        #"<script type="application/ld+json">{broken</script><title>Only a title</title>"#,
        "Only a title", nil, nil, nil
      ),
    ] as [(String, String?, String?, String?, String?)])
  func `metadata in every form`(
    head: String, title: String?, date: String?, byline: String?, source: String?
  ) {
    let metadata = Self.article(
      "<html><head>\(head)</head><body><p>\(Self.first)</p></body></html>"
    ).metadata
    #expect(metadata.title == title)
    #expect(metadata.date == date)
    #expect(metadata.byline == byline)
    #expect(metadata.source == source)
  }

  @Test func `a date shown under the headline is taken, one in the text is not`() {
    let shown =
      "<body><h1>Head</h1><div>October 9, 2025</div><p>\(Self.first)</p><p>\(Self.second)</p></body>"
    #expect(Self.article(shown).metadata.date == "October 9, 2025")
    let mentioned =
      "<body><h1>Head</h1><p>On October 9, 2025 it was over. \(Self.first)</p><p>\(Self.second)</p></body>"
    #expect(Self.article(mentioned).metadata.date == nil)
  }

  @Test func `a body cut into several elements is one`() {
    let html = """
      <body><div class="wrap"><div class="grid"><p>\(Self.first)</p><p>\(Self.second)</p></div>
      <div class="ad">Advertisement</div><div class="grid"><p>\(Self.third)</p><p>\(Self.first)</p></div></div></body>
      """
    #expect(blocks(Self.article(html)).count == 4)
  }

  @Test func `rows of tables stay rows`() {
    let html = """
      <body><div><p>\(Self.first)</p><table><tr><th>Place<th>Dead<tr><td>Kabul<td>12</table>
      <p>\(Self.second)</p></div></body>
      """
    #expect(
      blocks(Self.article(html))[1...2] == ["paragraph: Place | Dead", "paragraph: Kabul | 12"])
  }

  @Test(arguments: [
    "", "<", "<html", "<!--", "<p", "<p class=\"", "<a href='", "<script>", "</p></div>", "&",
    "&#x;",
    "<html><body></body></html>", "<![CDATA[", "<p>&#1114112;&#0;</p>", "<title>",
    "\u{0}<p>\u{0}</p>",
  ])
  func `broken pages are read without harm`(html: String) {
    #expect(Self.article(html).removed.count >= 0)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "<div>", count: 50_000), String(repeating: "<b><i>", count: 50_000),
      String(repeating: "</p>", count: 100_000), String(repeating: "<p>a", count: 50_000),
      String(repeating: "<a href=\"", count: 20_000), String(repeating: "<x>", count: 50_000),
      String(repeating: "<table><tr><td>", count: 20_000), String(repeating: "<li>", count: 50_000),
      String(repeating: "&", count: 200_000), String(repeating: "<!", count: 100_000),
    ])
  func `hostile nesting takes no more than linear time`(html: String) {
    #expect(Self.article(html).text.count <= html.utf8.count)
  }

  @Test(arguments: 0..<200)
  func `damaged pages give blocks in order`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(Self.page.utf8)
    for _ in 0..<20 {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: bytes[at] = [0x3C, 0x3E, 0x22, 0x26, 0x20][Int.random(in: 0..<5, using: &generator)]
      case 1: bytes.remove(at: at)
      default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: at)
      }
    }
    let text = TextDecoder.decode(bytes[...]).bytes
    let article = PageReader.article(of: text, id: ArticleID("a"), path: "a")
    for (block, next) in zip(article.blocks, article.blocks.dropFirst()) {
      #expect(block.span.upper <= next.span.lower)
    }
    #expect(article.blocks.allSatisfy { $0.span.upper <= article.text.count })
  }
}
