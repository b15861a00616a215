import DatelineModel
import DatelineText
import Testing

@Suite struct FilterParserTests {
  @Test(arguments: [
    ("", Filter.everything),
    ("   ", .everything),
    ("Kabul", .word("kabul")),
    ("Lévesque", .word("levesque")),
    ("kab*", .prefix("kab")),
    ("\"air  strikes\"", .phrase("air strikes")),
    ("kabul talks", .and([.word("kabul"), .word("talks")])),
    ("kabul AND talks", .and([.word("kabul"), .word("talks")])),
    ("a OR b c", .or([.word("a"), .and([.word("b"), .word("c")])])),
    ("(a OR b) c", .and([.or([.word("a"), .word("b")]), .word("c")])),
    ("-a", .not(.word("a"))),
    ("NOT NOT a", .word("a")),
    ("ent:ttp", .entity("ttp")),
    ("ent:ttp*", .entity("ttp")),
    ("ent:\"Saudi Arabia\"", .entity("saudi arabia")),
    ("type:acc", .type("acc")),
    ("src:CNN", .source("cnn")),
    ("status:planned", .status(.fact(.planned))),
    ("status:1src", .status(.single)),
    ("tag:Later", .tag("later")),
    ("lang:ES", .language("es")),
    ("date:none", .date(.none)),
    ("date:inferred", .date(.inferred)),
  ])
  func `a query is read as its filter`(query: String, filter: Filter) throws {
    #expect(try Filter.parse(query) == filter)
  }

  @Test(arguments: [
    ("2025-10-09", "2025-10-09", "2025-10-09"), ("2025-10", "2025-10-01", "2025-10-31"),
    ("2024-02", "2024-02-01", "2024-02-29"), ("2025", "2025-01-01", "2025-12-31"),
    ("9-19oct2025", "2025-10-09", "2025-10-19"), ("oct2025", "2025-10-01", "2025-10-31"),
    ("9oct..2nov2025", "2025-10-09", "2025-11-02"),
    ("2025-10-09..2025-11", "2025-10-09", "2025-11-30"),
  ])
  func `a date is read as its days`(text: String, first: String, last: String) throws {
    guard case .date(.within(let interval)) = try Filter.parse("date:" + text) else {
      Issue.record("no interval")
      return
    }
    #expect(interval.earliest?.iso == first)
    #expect(interval.latest?.iso == last)
  }

  @Test func `a date without a year waits for the corpus`() throws {
    #expect(
      try Filter.parse("date:9-19oct")
        == .date(.yearless(from: .init(month: 10, day: 9), to: .init(month: 10, day: 19))))
    #expect(
      try Filter.parse("date:oct")
        == .date(.yearless(from: .init(month: 10, day: 1), to: .init(month: 10, day: 31))))
  }

  @Test(arguments: [
    ("\"open", FilterError(.unclosedQuote, offset: 0)),
    ("a (b", FilterError(.unclosedBracket, offset: 2)),
    ("a )", FilterError(.unexpectedBracket, offset: 2)),
    ("a OR", FilterError(.missingOperand("OR"), offset: 2)),
    ("AND a", FilterError(.missingOperand("AND"), offset: 0)),
    ("colour:red", FilterError(.unknownField("colour"), offset: 0)),
    ("a ent:", FilterError(.emptyValue(field: "ent"), offset: 2)),
    ("date:30feb", FilterError(.badDate("30feb"), offset: 0)),
    ("date:2025-13", FilterError(.badDate("2025-13"), offset: 0)),
    ("date:2025-10-09..2025-10-01", FilterError(.badDate("2025-10-09..2025-10-01"), offset: 0)),
    ("date:31-9oct2025", FilterError(.badDate("31-9oct2025"), offset: 0)),
    ("type:xyz", FilterError(.unknownType("xyz"), offset: 0)),
    ("status:sure", FilterError(.unknownStatus("sure"), offset: 0)),
  ])
  func `a query that is none says what is wrong and where`(query: String, error: FilterError) {
    #expect(throws: error) { try Filter.parse(query) }
    #expect(!error.message.isEmpty)
  }

  @Test func `no query overflows the stack`() {
    let query = String(repeating: "(", count: 100_000)
    #expect(throws: FilterError.self) { try Filter.parse(query) }
    #expect(throws: Never.self) { try Filter.parse(String(repeating: "-", count: 99_999) + "a") }
  }
}
