import DatelineText
import Testing

@testable import DatelineReading

/// Small archives, made with the usual tools.
enum SampleArchive {
  static let gzip = TransferEncoding.base64(
    """
    H4sIAAAAAAACAwvJSFUoKc9XyM3MyywuSS0qVshNLVHIzFNwyc9IVMjPUwguzUtJrNQDAAkykRYoAAAA
    """.utf8)

  static let xz = TransferEncoding.base64(
    """
    /Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAnVGhlIHR3byBtaW5pc3RlcnMgbWV0IGluIERvaGEgb24gU3VuZGF5LgBD
    shSQpR/EdwABQCjUUkrlH7bzfQEAAAAABFla
    """.utf8)

  static let zip = TransferEncoding.base64(
    """
    UEsDBBQAAAAIAAAAIVoJMpEWKgAAACgAAAAJAAAAYi9vbmUudHh0C8lIVSgpz1fIzczLLC5JLSpWyE0tUcjMU3DJz0hU
    yM9TCC7NS0ms1AMAUEsDBBQAAAAIAAAAIVqDFtyMAwAAAAEAAAAHAAAALmhpZGRlbqsAAFBLAwQUAAAACAAAACFaTrYQ
    ASUAAAA0AAAACQAAAHR3by5qc29ubKtWykxRslLKMlTSUSpJrSgBsv3zUvWUarmqoTJGCJmQ8nyQDABQSwMEFAAAAAgA
    AAAhWqQJB3oKAAAACAAAAAcAAABwaWMucG5n6wzwc+flkuICAFBLAQIUAxQAAAAIAAAAIVoJMpEWKgAAACgAAAAJAAAA
    AAAAAAAAAACAAQAAAABiL29uZS50eHRQSwECFAMUAAAACAAAACFagxbcjAMAAAABAAAABwAAAAAAAAAAAAAAgAFRAAAA
    LmhpZGRlblBLAQIUAxQAAAAIAAAAIVpOthABJQAAADQAAAAJAAAAAAAAAAAAAACAAXkAAAB0d28uanNvbmxQSwECFAMU
    AAAACAAAACFapAkHegoAAAAIAAAABwAAAAAAAAAAAAAAgAHFAAAAcGljLnBuZ1BLBQYAAAAABAAEANgAAAD0AAAAAAA=
    """.utf8)

  static let document = TransferEncoding.base64(
    """
    UEsDBBQAAAAIAAAAIVrHHBc8CgAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbLMJqSxILda3AwBQSwMEFAAAAAgA
    AAAhWrTzRaO7AAAALwEAABEAAAB3b3JkL2RvY3VtZW50LnhtbG2QQW4CMQxFr/KVRZdMu53ODBLiBu0FPMRiopI4Sjyk
    3J4EBFWrbp4l++v728P2259w5pSdhNG8bV7NdhpKb+Wweg6KOg65L6MppvVnsZdWY0Nq0GknyXKCCiRyGLrWa0w3xj/y
    5tjnSAceTUycOZ3ZTJ8LQ4vAu+Cy1jjwrHABe1kIL+TjO345P7fTMTFbSMDHGixdoAtpBWO+5yqynixmvqWrSjpS9S1O
    l1oIhflr80/o7nFs9/ON6QpQSwMEFAAAAAgAAAAhWigfYDKAAAAAxgAAABEAAABkb2NQcm9wcy9jb3JlLnhtbGWOMQvC
    QAyF/0q5vTQWCnrkbhAnJwcnt5LLUGibI5fBn2+rVREhy/vee+EhZU+ifFHJrDZwqe7TOBdPOThym0gUXPoKY51KcOYi
    JvI22MjxKJpYsfmA1SLl3kTjuZ+5Ogk/7TfE7dELcIottF29gxoOV9h7gOVua+M3hc3f5PgAUEsBAhQDFAAAAAgAAAAh
    WsccFzwKAAAACAAAABMAAAAAAAAAAAAAAIABAAAAAFtDb250ZW50X1R5cGVzXS54bWxQSwECFAMUAAAACAAAACFatPNF
    o7sAAAAvAQAAEQAAAAAAAAAAAAAAgAE7AAAAd29yZC9kb2N1bWVudC54bWxQSwECFAMUAAAACAAAACFaKB9gMoAAAADG
    AAAAEQAAAAAAAAAAAAAAgAElAQAAZG9jUHJvcHMvY29yZS54bWxQSwUGAAAAAAMAAwC/AAAA1AEAAAAA
    """.utf8)

  static let tar = TransferEncoding.base64(
    """
    H4sIAAdxAWsC/+3UPQ6CQBCG4a05xST2sBh+LmBhrxdYAwgFuwksQY/kObyYhMrQWEGivk/zTaaZ6hsTPR+hv3m1Ij3J
    kmTOyTK1Tt/meZ+naaJEqw0MvTfddFL9p3Ndih+dtI1tel92vbSll8bKwdVGnJXTYAtzDxV+kokuYVuse+NT/2MdL/qf
    5XtN/7ewk2NpisZexVVSuaGT0XVFHwQ8BgAAAAAAAAAAAAAAgK/wAm6heekAKAAA
    """.utf8)

  static let bomb = TransferEncoding.base64(
    """
    QlpoOTFBWSZTWRpMIbMAMDIDAIAEIAAACCAAMMwFKacYFAWwCgLxdyRThQkBpMIbMA==
    """.utf8)

  static let nested = TransferEncoding.base64(
    """
    UEsDBBQAAAAIAAAAIVrW+PtGiwEAAKgBAAAGAAAAbjUuemlwC/BmZhFhYGDgAGLFqPZTD/usGBkYYoCYDSiSZ6JXlVnA
    /SEtTTAxIeEBQ9LRFTsUTi8rd5hmoczMLD3hnPG11ad0HvybME1txowJHxoUX77ocp6tV5Jlvu5kmcXhsiWX1mqVqL2W
    /ek9PaKltfUJT0hKsnhczd+ov6kHI8WP3psvXG1/n9t3fuH75KpZkZmBF9Xz54cvr9f9U5v381VPclt0Ze/ho31zemO+
    l5+fb/8t9+rm+fPj7E/f22X299nHzwcf7n5ue3qe9Oz5P54+O+4/ef79f59Xrf7n8/9uw/vb99/ckfi+suL24qevVtYu
    vL9jd/q/iF/JZy2bZcvyn8vNvfl2lt7z79EfX2xNFr6nHzw7cJrc7DU20b/K7ufOz1Kt27ZeTJNtl/ZbMRnRioJvLacW
    zrt9jU2cb07CD7nLCetkL6qeeHj7g2oRs7hzg7nyZA7jdwaNjWxubBUcrBWbm5ZKNF5g8eBufMoQ4M3IJMKMO3xhoIGR
    AR7aAd6sYClGIDQB0nFgOQBQSwECFAMUAAAACAAAACFa1vj7RosBAACoAQAABgAAAAAAAAAAAAAAgAEAAAAAbjUuemlw
    UEsFBgAAAAABAAEANAAAAK8BAAAAAA==
    """.utf8)
}

@Suite struct ContainerTests {
  private func read(_ bytes: [UInt8], name: String = "a", limit: Int = 1 << 20) -> [String] {
    var options = ReadingOptions()
    options.fileLimit = limit
    let file = SourceFile(id: ArticleID(name), path: name)
    return WholeFile(file: file, options: options).articles(of: bytes).map { result in
      switch result {
      case .success(let article): "\(article.id): \(article.text.string)"
      case .failure(let failure): "failed \(failure.description)"
      }
    }
  }

  private let text = "The two ministers met in Doha on Sunday."

  @Test func `what is only compressed is read under its own name`() {
    #expect(read(SampleArchive.gzip, name: "a.txt.gz") == ["a.txt.gz: \(text)"])
    #expect(read(SampleArchive.xz, name: "a.txt.xz") == ["a.txt.xz: \(text)"])
  }

  @Test func `members are read by their content and hidden ones are not`() {
    #expect(
      read(SampleArchive.zip, name: "z.zip") == [
        "z.zip/b/one.txt: \(text)", "j1: One.", "j2: Two.",
        "failed z.zip/pic.png is a PNG image, not text; save its text as .txt, .html or .jsonl.",
      ])
    #expect(read(SampleArchive.tar, name: "t.tgz").count == 2)
    #expect(read(SampleArchive.tar, name: "t.tgz").first == "t.tgz/a/é.txt: \(text)")
  }

  @Test func `a bomb is left alone`() {
    let results = read(SampleArchive.bomb, name: "b", limit: 64 << 20)
    #expect(
      results == [
        "failed b cannot be read as an archive: it expands like no text does, and was left alone."
      ])
  }

  @Test func `an archive over the limit says so`() {
    #expect(
      read(SampleArchive.gzip, name: "g", limit: 10).first?.contains("more than is read") == true)
  }

  @Test func `archives in archives end`() {
    #expect(read(SampleArchive.nested).first?.contains("deep") == true)
  }

  @Test(arguments: 0..<150)
  func `damaged archives neither crash nor hang`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let samples = [
      SampleArchive.gzip, SampleArchive.zip, SampleArchive.document, SampleArchive.tar,
      SampleArchive.xz,
    ]
    var bytes = samples[seed % samples.count]
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
    }
    if seed % 3 == 0 { bytes.removeLast(bytes.count / 2) }
    #expect(read(bytes).count >= 0)
  }

  @Test func `a word-processor document gives its paragraphs and properties`() throws {
    let article = try #require(
      OfficeDocument.article(of: SampleArchive.document, id: ArticleID("d"), limit: 1 << 20))
    #expect(article.metadata.title == "Border")
    #expect(article.metadata.byline == "Jane Doe")
    #expect(article.metadata.date == "2025-10-09T08:00:00Z")
    #expect(article.blocks.map(\.kind) == [.title, .paragraph])
    #expect(
      article.text.string.hasSuffix(
        "met in Doha & agreed on Sunday that the border would be opened again within a week."))
  }

  @Test func `feeds of both kinds give their entries`() {
    let rss = """
      <?xml version="1.0"?><rss version="2.0"><channel><title>The Example</title>
      <item><title>One &amp;amp; two</title><link>https://example.org/1</link>
      <pubDate>Thu, 09 Oct 2025 10:30:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>
      <description>Short.</description><content:encoded><![CDATA[<p>\(PageReaderTests.first)</p><p>\(PageReaderTests.second)</p>]]></content:encoded></item>
      <item><title>Next</title><description>&lt;p&gt;\(PageReaderTests.third)&lt;/p&gt;</description></item></channel></rss>
      """
    let articles = Feed.articles(of: Array(rss.utf8), id: ArticleID("f.xml"))
    #expect(articles.map(\.id.name) == ["f.xml:1", "f.xml:2"])
    #expect(articles[0].metadata.title == "One & two")
    #expect(articles[0].metadata.url == "https://example.org/1")
    #expect(articles[0].metadata.date == "Thu, 09 Oct 2025 10:30:00 GMT")
    #expect(articles[0].metadata.byline == "Jane Doe")
    #expect(articles[0].metadata.source == "The Example")
    #expect(articles[0].text.string == "\(PageReaderTests.first)\n\n\(PageReaderTests.second)")
    #expect(articles[1].text.string == PageReaderTests.third)
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>E</title><entry><title>T</title>
      <link href="https://example.org/2"/><updated>2025-10-09</updated><author><name>J</name></author>
      <content type="html">&lt;p&gt;\(PageReaderTests.first)&lt;/p&gt;</content></entry></feed>
      """
    let entry = Feed.articles(of: Array(atom.utf8), id: ArticleID("a")).first
    #expect(entry?.metadata.url == "https://example.org/2")
    #expect(entry?.metadata.date == "2025-10-09")
    #expect(entry?.metadata.byline == "J")
    #expect(entry?.text.string == PageReaderTests.first)
  }

  @Test func `JSON Feed and lists inside objects are read`() {
    let feed =
      #"{"version":"https://jsonfeed.org/version/1.1","title":"E","items":[{"id":"1","content_text":"One."},{"id":"2","content_html":"<p>Two.</p>","date_published":"2025-10-09"}]}"#
    #expect(read(Array(feed.utf8), name: "f.json") == ["1: One.", "2: Two."])
    let dump = #"{"status":"ok","articles":[{"id":"x","content":"Text."}]}"#
    #expect(read(Array(dump.utf8), name: "d.json") == ["x: Text."])
  }

  @Test func `a web archive gives its pages`() {
    let response =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PageReaderTests.page
    let request = "GET / HTTP/1.1\r\n\r\n"
    func record(_ type: String, _ body: String) -> String {
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://example.org/w\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }
    let archive =
      record("request", request) + record("response", response)
      + record("response", "HTTP/1.1 404 No\r\n\r\n")
    let articles = WebArchive.articles(of: Array(archive.utf8), id: ArticleID("w"), limit: 1 << 20)
    #expect(articles.map(\.id.name) == ["w:2"])
    #expect(articles.first?.blocks.count == 5)
    for cut in stride(from: 0, to: archive.utf8.count, by: 97) {
      let part = Array(archive.utf8.prefix(cut))
      #expect(WebArchive.articles(of: part, id: ArticleID("w"), limit: 1 << 20).count <= 1)
    }
  }

  @Test func `printed pages become paragraphs`() {
    let pages = (1...4).map { page in
      "The Daily Example\n\nThe talks of day \(page) went on until the evening, and the minis-\nters said nothing to those who waited at the door of the\nhotel in Doha.\n\n\(page)\n"
    }.joined(separator: "\u{0C}")
    let text = String(decoding: PrintedPages(Array(pages.utf8)).text, as: UTF8.self)
    #expect(
      text
        == (1...4).map { page in
          "The talks of day \(page) went on until the evening, and the ministers said nothing to those who waited at the door of the hotel in Doha."
        }.joined(separator: "\n\n"))
  }
}
