import DatelineText
import TestSupport
import Testing

@testable import DatelineReading

@Suite struct JSONLinesReaderTests {
  /// What a reader makes of `text` when it comes in chunks of `size` bytes.
  private func read(_ text: String, size: Int = 7, lineLimit: Int = 1 << 20)
    -> [Result<Article, ReadingFailure>]
  {
    var options = ReadingOptions()
    options.lineLimit = lineLimit
    var reader = JSONLinesReader(path: "dump.jsonl", options: options)
    var results: [Result<Article, ReadingFailure>] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      reader.append(Array(bytes.prefix(size)))
      bytes = bytes.dropFirst(size)
      while let result = reader.next() { results.append(result) }
    }
    reader.finish()
    while let result = reader.next() { results.append(result) }
    return results
  }

  @Test(arguments: [1, 3, 64, 10_000])
  func `every field lands where it belongs`(size: Int) throws {
    let line =
      #"{"id":"x1","text":"Body.","title":"T","date":"2025-10-09","url":"u","source":"s","author":"A B"}"#
    let article = try read("\u{FEFF}" + line, size: size)[0].get()
    #expect(article.id == ArticleID("x1"))
    #expect(article.text.string == "Body.")
    var metadata = ArticleMetadata()
    metadata.title = "T"
    metadata.date = "2025-10-09"
    metadata.url = "u"
    metadata.source = "s"
    metadata.byline = "A B"
    metadata.path = "dump.jsonl"
    #expect(article.metadata == metadata)
  }

  @Test(arguments: [
    (#"{"body":"b"}"#, "b"), (#"{"content":"c"}"#, "c"), (#"{"text":null,"body":"b"}"#, "b"),
    (#"{"text":["one","two"]}"#, "one\n\ntwo"), (#"{"text":""}"#, ""),
  ])
  func `the text is found under its names`(line: String, text: String) throws {
    #expect(try read(line)[0].get().text.string == text)
  }

  @Test func `records come in order, blank lines pass, bad lines are named`() {
    let results = read(
      "{\"text\":\"1\"}\r\n\n  \n{oops\n{\"id\":7,\"title\":\"no text\"}\n{\"text\":\"2\"}")
    let names = results.map { result in
      switch result {
      case .success(let article): article.id.name
      case .failure(let failure): "failed " + failure.article.name
      }
    }
    #expect(names == ["dump.jsonl:1", "failed dump.jsonl:4", "failed 7", "dump.jsonl:6"])
    guard case .failure(let failure) = results[1] else { return }
    #expect(failure.description.hasPrefix("dump.jsonl, line 4: "))
  }

  @Test func `a line over the limit is dropped and the next one is read`() {
    let long = "{\"text\":\"" + String(repeating: "x", count: 5000) + "\"}"
    let results = read("\(long)\n{\"text\":\"after\"}\n\(long)", size: 100, lineLimit: 1000)
    #expect(results.count == 3)
    #expect((try? results[0].get()) == nil)
    #expect((try? results[1].get())?.text.string == "after")
    #expect((try? results[2].get()) == nil)
  }

  @Test(arguments: [
    ("1760000000", "2025-10-09"), ("1760000000000", "2025-10-09"), ("2025", "2025"),
  ])
  func `times in seconds become days`(number: String, day: String) throws {
    let article = try read("{\"text\":\"a\",\"time\":\(number)}")[0].get()
    #expect(article.metadata.date == day)
  }

  @Test func `a mapping goes before the common names`() throws {
    var options = ReadingOptions()
    options.fields = try FieldMap(mapping: "text=story.full,date=when")
    var reader = JSONLinesReader(path: "a", options: options)
    reader.append(Array(#"{"text":"teaser","story":{"full":"whole"},"when":"2020"}"#.utf8))
    reader.finish()
    let result = reader.next()
    let article = try #require(result).get()
    #expect(article.text.string == "whole")
    #expect(article.metadata.date == "2020")
    #expect(throws: FieldMap.MappingError(part: "texx=a")) { try FieldMap(mapping: "texx=a") }
  }
}
