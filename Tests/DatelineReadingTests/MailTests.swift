import DatelineText
import Testing

@testable import DatelineReading

@Suite struct MailTests {
  private static let mail = """
    Return-Path: <jane@example.org>
    From: =?utf-8?Q?Jane_D=C3=B3e?= <jane@example.org>
    To: desk@example.org
    Subject: =?utf-8?B?Qm9yZGVyIHRv?=
     =?utf-8?B?IG9wZW4=?=
    Date: Thu, 09 Oct 2025 10:30:00 +0000
    MIME-Version: 1.0
    Content-Type: text/plain; charset="windows-1252"
    Content-Transfer-Encoding: quoted-printable

    The ministers met in Doha on Sunday, and said =93yes=94 to a border that is op=
    en to all who want to cross it.

    > Do they agree?
    > We do not know.

    They do.

    On 8 October 2025, Omar Other wrote:
    What is new?
    """

  private func article(_ text: String) -> Article {
    Mail.article(of: Array(text.utf8)[...], id: ArticleID("m"), path: "m")
  }

  @Test func `header, charset and quotations are undone`() {
    let article = article(Self.mail)
    #expect(article.metadata.title == "Border to open")
    #expect(article.metadata.byline == "Jane Dóe")
    #expect(article.metadata.date == "Thu, 09 Oct 2025 10:30:00 +0000")
    let blocks = article.blocks.map { "\($0.kind): \(article.text[$0.span])" }
    #expect(
      blocks == [
        "paragraph: The ministers met in Doha on Sunday, and said “yes” to a border that is open to all who want to cross it.",
        "quoted: > Do they agree?\n> We do not know.", "paragraph: They do.",
        "quoted: On 8 October 2025, Omar Other wrote:\nWhat is new?",
      ])
  }

  @Test func `a signature is shown and not extracted from`() {
    let mail = Self.mail.replacing("They do.", with: "They do.\n\n-- \nJane Doe\nThe Example")
    let article = article(mail)
    let last = article.blocks.last
    #expect(last?.kind == .quoted)
    #expect(last.map { article.text[$0.span].contains("The Example") } == true)
  }

  private static func multipart(_ kind: String, _ parts: [String]) -> String {
    "From: a@example.org\nSubject: S\nContent-Type: multipart/\(kind); boundary=\"=_x\"\n\npreamble\n"
      + parts.map { "--=_x\n\($0)\n" }.joined() + "--=_x--\nepilogue\n"
  }

  @Test func `the plain part goes before HTML unless it is a stub`() {
    let html = "Content-Type: text/html; charset=utf-8\n\n<p>\(PageReaderTests.first)</p>"
    let plain =
      "Content-Type: text/plain\n\n\(PageReaderTests.second) \(PageReaderTests.third) It was so."
    let stub = "Content-Type: text/plain\n\nView this in your browser."
    let picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    #expect(article(Self.multipart("alternative", [plain, html])).text.string.contains("Traders"))
    #expect(
      article(Self.multipart("alternative", [stub, html])).text.string == PageReaderTests.first)
    #expect(
      article(Self.multipart("mixed", [picture, Self.multipart("alternative", [stub, html])])).text
        .string == PageReaderTests.first)
    #expect(article(Self.multipart("mixed", [picture])).text.string == "")
  }

  @Test func `a page saved as MHTML is read as a page`() {
    let page = PageReaderTests.page.replacing("=", with: "=3D").replacing("…", with: "=E2=80=A6")
    let part = "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n\(page)"
    let text =
      "Snapshot-Content-Location: https://example.org/s\n" + Self.multipart("related", [part])
    let article = article(text)
    #expect(article.blocks.count == 5)
    #expect(article.metadata.title == "Border to open")
    #expect(article.metadata.url == "https://example.org/a")
  }

  @Test func `a mailbox gives its messages`() {
    let box =
      "From jane Thu Oct  9 10:30:00 2025\n\(Self.mail)\n\nFrom omar Fri Oct 10 10:30:00 2025\n\(Self.mail)\n\nFrom here on it is text.\n"
    #expect(Mail.recognisesMailbox(Array(box.utf8)))
    #expect(
      Mail.mailboxArticles(of: Array(box.utf8), id: ArticleID("b")).map(\.id.name) == [
        "b:1", "b:2",
      ])
    let first = Mail.mailboxArticles(of: Array(box.utf8), id: ArticleID("b")).first
    #expect(first?.text.string.contains("From omar") == false)
  }

  @Test(arguments: [
    "From here to Kabul it is far.\nSo they say.", "Title: a story\n\nOnce upon a time.", "", ":",
    "\n\n",
    "Date: today\nThe talks: a new start.\n", "KABUL: The talks went on.\nThey ended: late.",
  ])
  func `text that only looks like mail is none`(text: String) {
    #expect(!MailPart.recognises(Array(text.utf8)[...]))
    #expect(!Mail.recognisesMailbox(Array(text.utf8)))
  }

  @Test(arguments: 0..<150)
  func `damaged mail neither crashes nor hangs`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let html = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+YTwvcD4="
    var bytes = Array(
      (seed % 2 == 0
        ? Self.mail : Self.multipart("mixed", [html, Self.multipart("related", [html])])).utf8)
    for _ in 0..<8 {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      if Bool.random(using: &generator) {
        bytes.remove(at: at)
      } else {
        bytes[at] = UInt8.random(in: 0...255, using: &generator)
      }
    }
    let article = Mail.article(of: bytes[...], id: ArticleID("m"), path: "m")
    for (block, next) in zip(article.blocks, article.blocks.dropFirst()) {
      #expect(block.span.upper <= next.span.lower)
    }
  }
}
