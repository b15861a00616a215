import DatelineReading
import DatelineText
import Glibc
import TestSupport
import Testing

@Suite struct ArticleReaderTests {
  private func read(_ name: String, _ bytes: [UInt8], options: ReadingOptions = ReadingOptions())
    throws -> [Result<Article, ReadingFailure>]
  {
    try TemporaryFolder.read(name, bytes, options: options)
  }

  private func error(_ result: Result<Article, ReadingFailure>?) -> ReadingError? {
    guard case .failure(let failure) = result else { return nil }
    return failure.error
  }

  @Test func `plain text is kept unchanged`() throws {
    let text = "\r\n\r\nA title\r\n\r\nA first sentence.\r\n"
    let article = try #require(try read("a.txt", Array(text.utf8)).first).get()
    #expect(article.text.string == text)
    #expect(article.id == ArticleID("a.txt"))
    #expect(article.metadata.path == "a.txt")
  }

  @Test func `a picture with a text's name is told by its content`() throws {
    let result = try read("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).first
    guard case .binary(_, let kind) = error(result) else {
      Issue.record("\(String(describing: result))")
      return
    }
    #expect(kind == "a PNG image")
  }

  @Test func `a file without text says so`() throws {
    for bytes in [[], Array(" \n\n".utf8), [0xEF, 0xBB, 0xBF]] {
      guard case .empty = error(try read("a.txt", bytes).first) else {
        Issue.record("\(bytes)")
        continue
      }
    }
  }

  @Test func `a file over the limit is refused with both sizes`() throws {
    var options = ReadingOptions()
    options.fileLimit = 1000
    let result = try read("a.txt", Array(repeating: 0x61, count: 400_000), options: options).first
    guard case .tooLarge(_, 400_000, 1000) = error(result) else {
      Issue.record("\(String(describing: result))")
      return
    }
  }

  @Test func `a file that vanished is a failure of its own`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "text")
    let file = try #require(ArticleSource.files(at: [folder.path]).files.first)
    unlink(path)
    #expect(error(ArticleReader.read(file).first) == .missing(path: path))
  }

  @Test func `a file without permission is a failure of its own`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.txt", "text")
    chmod(path, 0)
    let file = try #require(ArticleSource.files(at: [folder.path]).files.first)
    let result = try #require(ArticleReader.read(file).first)
    // The superuser may read everything.
    #expect(geteuid() == 0 ? error(result) == nil : error(result) == .noPermission(path: path))
  }

  @Test func `JSON lines are told by content too, and a JSON list gives its articles`() throws {
    let lines = "{\"id\":\"a\",\"text\":\"1\"}\n{\"id\":\"b\",\"text\":\"2\"}\n"
    #expect(try read("dump", Array(lines.utf8)).map { try $0.get().id.name } == ["a", "b"])
    let list = "[{\"id\":\"a\",\"text\":\"1\"}, {\"text\":\"2\"}]"
    #expect(try read("d.json", Array(list.utf8)).map { try $0.get().id.name } == ["a", "d.json:2"])
  }

  @Test func `messages name the file and what to do`() {
    for error: ReadingError in [
      .missing(path: "f"), .noPermission(path: "f"), .binary(path: "f", kind: "a program"),
      .empty(path: "f"), .notRegular(path: "f"), .tooLarge(path: "f", bytes: 2, limit: 1),
      .badLine(path: "f", line: 3, reason: "no"), .system(path: "f", code: EIO),
      .malformed(path: "f", form: "JSON", reason: "no"),
      .needsProgram(path: "f", form: "PDF", program: "pdftotext", package: "poppler-utils"),
    ] {
      #expect(error.description.hasPrefix("f"))
      #expect(error.path == "f")
    }
  }
}
