import DatelineText
import Glibc
import TestSupport
import Testing

@testable import DatelineReading

@Suite struct HardInputTests {
  private let text = "The two ministers met in Doha on Sunday."

  private func failure(_ result: Result<Article, ReadingFailure>?) -> String? {
    guard case .failure(let failure) = result else { return nil }
    return failure.description
  }

  // MARK: - PDF

  /// A document of one page with one line, its table of contents left to the reader to repair.
  private func document(_ line: String) -> String {
    let page = "BT /F1 12 Tf 72 720 Td (\(line)) Tj ET"
    return """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
      /Resources <</Font <</F1 5 0 R>>>>>> endobj
      4 0 obj <</Length \(page.utf8.count)>> stream
      \(page)
      endstream endobj
      5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
      trailer <</Root 1 0 R>>
      %%EOF

      """
  }

  private static var hasConverter: Bool {
    (environmentPath ?? "").split(separator: ":").contains { access($0 + "/pdftotext", X_OK) == 0 }
  }

  private static var environmentPath: String? { getenv("PATH").map { String(cString: $0) } }

  @Test func `a PDF is read where pdftotext is, and else the message says what to install`() throws
  {
    let result = try TemporaryFolder.read("-a.pdf", Array(document(text).utf8)).first
    if Self.hasConverter {
      #expect(try result?.get().text.string.contains(text) == true)
    } else {
      #expect(failure(result)?.contains("apt-get install poppler-utils") == true)
    }
  }

  @Test func `a damaged PDF is a failure with a reason`() throws {
    let result = try TemporaryFolder.read("a.pdf", Array("%PDF-1.4\nnothing\n".utf8)).first
    let reason = try #require(failure(result))
    #expect(reason.contains("PDF"))
  }

  @Test func `a PDF inside an archive is named, not read as text`() {
    let file = SourceFile(id: ArticleID("z.zip/a.pdf"), path: "z.zip/a.pdf")
    let whole = WholeFile(file: file, options: ReadingOptions(), depth: 1)
    let results = whole.articles(of: Array(document(text).utf8))
    #expect(results.count == 1)
    #expect(failure(results.first)?.contains("z.zip/a.pdf is a PDF inside an archive") == true)
  }

  // MARK: - Files that change

  @Test func `a file that grows or shrinks after it was listed is read as it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", text)
    let file = try #require(ArticleSource.files(at: [folder.path]).files.first)
    for change in [text + "\n\nThey met again on Monday.", "They met.", text] {
      try folder.write("a.txt", change)
      #expect(try ArticleReader.read(file).first?.get().text.string == change)
    }
  }

  @Test func `a file that is cut while its lines are read ends where it ends`() throws {
    let folder = try TemporaryFolder()
    let line = "{\"id\":\"a\",\"text\":\"\(String(repeating: text + " ", count: 50))\"}\n"
    let path = try folder.write("a.jsonl", String(repeating: line, count: 400))
    let file = try #require(ArticleSource.files(at: [path]).files.first)
    var stream = ArticleStream(file)
    #expect(try stream.next()?.get().id.name == "a")
    truncate(path, 10)
    var count = 1
    while let result = stream.next() {
      count += 1
      if case .failure(let failure) = result { #expect(failure.description.contains("a.jsonl")) }
    }
    #expect((2..<400).contains(count))
  }

  // MARK: - Long lines

  @Test func `a line of JSON over the limit is refused and the next one read`() throws {
    let long = "{\"text\":\"\(String(repeating: "a ", count: 17 << 19))\"}\n"
    let results = try TemporaryFolder.read(
      "a.jsonl", Array((long + "{\"id\":\"b\",\"text\":\"\(text)\"}\n").utf8))
    #expect(failure(results.first)?.contains("longer than 16 MB") == true)
    let last = try #require(results.last)
    #expect(try last.get().id.name == "b")
  }

  @Test func `a text of one line without an end is read in one piece`() throws {
    let long = String(repeating: text + " ", count: 20_000)
    let article = try #require(try TemporaryFolder.read("a.txt", Array(long.utf8)).first).get()
    #expect(article.text.count == long.utf8.count)
    #expect(Int(article.blocks.last?.span.upper ?? 0) >= long.utf8.count - 1)
  }

  // MARK: - Charsets

  @Test(arguments: ["iso-8859-1", "utf-16", "x-unknown", "ascii", "windows-1251"])
  func `a page in UTF-8 is read as such whatever it declares`(label: String) throws {
    let words = "L’été à Kaboul fut long, et les ministres n’ont rien dit du tout à Doha."
    let page = """
      <html><head><meta charset="\(label)"><title>T</title></head>
      <body><article><p>\(words) \(words)</p><p>\(words)</p></article></body></html>
      """
    let article = try #require(try TemporaryFolder.read("a.html", Array(page.utf8)).first).get()
    #expect(article.text.string.contains(words))
  }

  // MARK: - Compression nobody unpacks

  @Test func `a web archive of brotli pages says so once and gives the others`() {
    func record(_ body: String) -> String {
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/w\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    let packed = record(head + "Content-Encoding: br\r\n\r\n\u{1}\u{2}\u{3}")
    let plain = record(head + "\r\n" + PageReaderTests.page)
    let file = SourceFile(id: ArticleID("w.warc"), path: "w.warc")
    let whole = WholeFile(file: file, options: ReadingOptions())
    let results = whole.articles(of: Array((packed + plain + packed).utf8))
    #expect(results.compactMap { try? $0.get() }.count == 1)
    #expect(results.compactMap(failure).count == 1)
    #expect(failure(results.last)?.contains("2 of its pages are packed with brotli") == true)
  }

  // MARK: - Folders

  @Test func `a folder that may not be opened is reported and the rest is listed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/one.txt", text)
    try folder.write("b/two.txt", text)
    chmod(folder.path + "/a", 0)
    defer { chmod(folder.path + "/a", 0o700) }
    let listing = ArticleSource.files(at: [folder.path])
    #expect(listing.files.map(\.id.name).contains("b/two.txt"))
    // The superuser may open everything.
    #expect(listing.failures.count == (geteuid() == 0 ? 0 : 1))
  }
}
