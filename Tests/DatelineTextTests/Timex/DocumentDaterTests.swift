import DatelineText
import Testing

@Suite struct DocumentDaterTests {
  /// Dates a plain text.
  private func date(
    _ text: String, _ fill: (inout ArticleMetadata) -> Void = { _ in }
  ) -> DocumentDate {
    var metadata = ArticleMetadata()
    fill(&metadata)
    let article = ArticleParser.parse(
      SourceText(text), id: ArticleID("story.txt"), metadata: metadata)
    return DocumentDater.date(of: AnnotatedArticle(article: article))
  }

  private let story = """
    The two governments agreed to reopen the crossing after long talks between their ministers.

    Lorries began to move within hours, and traders on both sides of the border cheered them.
    """

  @Test(arguments: [
    "2025-10-24", "2025-10-24T08:30:00Z", "20251024", "Fri, 24 Oct 2025 10:00:00 +0000",
    "October 24, 2025",
  ])
  func `the container's date is read in any form`(written: String) {
    let found = date(story) { $0.date = written }
    #expect(found.basis == .metadata)
    #expect(found.anchor?.iso == "2025-10-24")
  }

  @Test(arguments: ["soon", "", "2025-13-45", "10/11/12 and 2024-01-01 and 2025-01-01"])
  func `a date field that names no one day gives nothing`(written: String) {
    #expect(date(story) { $0.date = written }.basis == .none)
  }

  @Test func `a printed date goes before a near date of the container`() {
    let text = "Border crossing reopens\n\nBy A. Writer\n24 October 2025\n\n" + story
    let found = date(text) { $0.date = "2025-10-25" }
    #expect(found.basis == .explicit)
    #expect(found.anchor?.iso == "2025-10-24")
    #expect(found.span != nil)
  }

  @Test func `a printed date far from the container's is something else`() {
    let text = "Border crossing reopens\n\nBy A. Writer\n24 October 2015\n\n" + story
    #expect(date(text) { $0.date = "2025-10-25" }.basis == .metadata)
  }

  @Test(arguments: [
    "https://news.example/2025/10/24/crossing", "https://news.example/a-24-oct-2025.html",
    "https://news.example/20251024-crossing", "https://x.com/desk/status/1981692144645046272",
  ])
  func `the article's own address carries its date`(url: String) {
    let found = date(story) { $0.url = url }
    #expect(found.basis == .link)
    #expect(found.anchor?.iso == "2025-10-24")
  }

  @Test(arguments: ["archive/2025-10-24-crossing.txt", "2025/10/24/crossing.txt", "20251024.txt"])
  func `the file's name carries its date`(path: String) {
    #expect(date(story) { $0.path = path }.anchor?.iso == "2025-10-24")
  }

  @Test func `a link is a lower bound and dates nothing alone`() throws {
    let text = story + "\n\nhttps://x.com/MansurQr/status/1946996058921292192\n"
    #expect(date(text).basis == .none)
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    let bounds = try #require(DocumentDater.bounds(of: AnnotatedArticle(article: article)))
    #expect(bounds.earliest?.iso == "2025-07-20")
    #expect(bounds.latest == nil)
  }

  @Test func `a fresh story is dated by the latest day that it tells`() {
    let text =
      "On July 20, 2025, two men met behind closed doors in Kabul, and both were silent. "
      + story
    let found = date(text)
    #expect(found.basis == .inferred)
    #expect(found.interval?.earliest?.iso == "2025-07-20")
    #expect(found.interval?.latest?.iso == "2025-07-26")
    #expect(!found.evidence.isEmpty)
  }

  @Test func `two weekdays with their days find the year after a link`() {
    let text = """
      The border was shut on Thursday, October 9, after shelling that killed twelve people. Talks \
      in Doha began on Saturday, October 18, and both sides agreed to stop the fire.

      https://x.com/MansurQr/status/1946996058921292192
      """
    let found = date(text)
    #expect(found.basis == .inferred)
    #expect(found.interval?.earliest?.iso == "2025-10-18")
    let other = text.replacing("Thursday", with: "Friday")
    #expect(date(other).interval == nil)
  }

  @Test func `who is in office, or an anniversary, finds the year of a single weekday`() {
    let trump = "President Donald Trump said the border was shut on Thursday, October 9. "
    #expect(date(trump + story).interval?.earliest?.iso == "2025-10-09")
    #expect(date(trump + story).evidence.contains("President Donald Trump, in office 2025"))
    for other in ["Former President", "Then-President", "Vice President"] {
      #expect(date(trump.replacing("President", with: other) + story).basis == .none)
    }
    // On 9 October 2025, a Thursday, he was out of office.
    #expect(date(trump.replacing("Donald Trump", with: "Biden") + story).basis == .none)
    let after = "Twenty years after the 2001 invasion, the border was shut on Friday, October 8. "
    #expect(date(after + story).interval?.earliest?.iso == "2021-10-08")
  }

  @Test func `offices are signs, and date nothing alone`() {
    let text = "President Obama spoke for an hour about the crossing. " + story
    let article = ArticleParser.parse(SourceText(text), id: ArticleID("a"))
    let signs = DocumentDater.signs(of: AnnotatedArticle(article: article))
    #expect(signs.map(\.strength) == [.hint])
    #expect(signs.first?.interval.earliest?.iso == "2009-01-01")
    #expect(signs.first?.interval.latest?.iso == "2017-12-31")
    #expect(date(text).basis == .none)
  }

  @Test func `JSON-LD that was left in the text prints the date`() {
    let left = "{\"@type\":\"NewsArticle\",\"datePublished\":\"2025-10-24T10:00:00Z\"}\n\n"
    let found = date("Crossing reopens\n\n" + left + story)
    #expect(found.basis == .explicit)
    #expect(found.interval?.latest?.iso == "2025-10-24")
  }

  @Test func `a history stays undated`() {
    let text = """
      The war began on 28 July 1914. Italy entered it on 23 May 1915, and Romania on 27 August 1916. \
      It ended on 11 November 1918, and the treaty was signed on 28 June 1919.
      """
    #expect(date(text) == .unknown)
  }

  @Test(arguments: [
    "The minister spoke on Thursday and left on Friday.",
    "Published\n\non\n\nTalks failed this week.",
    "",
  ])
  func `without a sign the date is unknown`(text: String) { #expect(date(text) == .unknown) }

  @Test func `signs that exclude each other date nothing`() {
    let text =
      "On July 20, 2025, two men met in Kabul. They will meet again in March 2024. " + story
    #expect(date(text).basis == .none)
  }
}

@Suite struct RemovedDateTests {
  private func date(stamp: String?, removed: [String]) -> DocumentDate {
    let text = SourceText("The two ministers met in Doha, their spokesmen told reporters.")
    var article = Article(
      id: ArticleID("a"), text: text, blocks: [Block(kind: .paragraph, span: text.span)])
    article.metadata.date = stamp
    article.removed = removed.map { RemovedBlock(kind: .other, text: $0) }
    return DocumentDater.date(of: AnnotatedArticle(article: article))
  }

  @Test func `the day on the page goes before a stamp of another time zone`() {
    let found = date(
      stamp: "2019-11-20T04:26:47Z", removed: ["Home", "By Jo Ray Nov. 19, 2019, 11:26 p.m."])
    #expect(found.anchor?.iso == "2019-11-19")
    #expect(found.basis == .explicit)
  }

  @Test func `menus do not hide the day, and the hour says on which side it lies`() {
    let menu = (0..<300).map { "Section \($0)" }
    let found = date(stamp: "2019-11-20 01:50:59 UTC", removed: menu + ["Nov. 19, 2019"])
    #expect(found.anchor?.iso == "2019-11-19")
    let related = date(stamp: "2019-11-20T19:31:39Z", removed: ["Related: Nov. 19, 2019"])
    #expect(related.anchor?.iso == "2019-11-20")
    #expect(date(stamp: "2019-11-20", removed: ["Nov. 19, 2019"]).anchor?.iso == "2019-11-20")
  }

  @Test(arguments: [
    ["Updated Nov. 20, 2019", "Related: Nov. 19, 2019"], ["Nov. 17, 2019"], [],
  ])
  func `else the stamp stands`(removed: [String]) {
    let found = date(stamp: "2019-11-20T04:26:47Z", removed: removed)
    #expect(found.anchor?.iso == "2019-11-20")
    #expect(found.basis == .metadata)
  }

  @Test func `without a stamp the only date in digits counts, and two count for nothing`() {
    #expect(date(stamp: nil, removed: ["[ 2018-08-25 13:04 ]"]).anchor?.iso == "2018-08-25")
    #expect(date(stamp: nil, removed: ["2018-08-25", "2018-09-01"]).anchor == nil)
    #expect(date(stamp: nil, removed: ["May 3, 2018"]).anchor == nil)
  }
}
