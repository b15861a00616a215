import DatelineReading
import Testing

@Suite struct RecordLineTests {
  @Test(arguments: [
    (
      #"{"schema":1,"version":"2","id":"a","text":"x"}"#,
      RecordLine.Kind.article(version: "2", isPortable: false)
    ),
    (
      #"{"schema":1,"version":"2","id":"a","text":"","annotation":"AA=="}"#,
      .article(version: "2", isPortable: true)
    ),
    (#"{"schema":1,"id":"a","error":"no text"}"#, .failure),
    (#"{"schema":1,"trailer":{"records":12}}"#, .trailer(records: 12)),
  ])
  func `lines of extract are told apart`(line: String, kind: RecordLine.Kind) throws {
    let record = try #require(RecordLine(Array(line.utf8)[...]))
    #expect(record.kind == kind)
    if case .trailer = kind { return }
    #expect(record.id == "a")
  }

  @Test(arguments: [
    "", "{", #"{"id":"a","text":"x"}"#, #"{"schema":1,"id":"a"}"#, #"["schema"]"#,
    #"{"schema":1,"version":"2","text":"x"}"#,
  ])
  func `other lines are none`(line: String) {
    #expect(RecordLine(Array(line.utf8)[...]) == nil)
  }
}
