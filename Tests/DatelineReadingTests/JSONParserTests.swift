import TestSupport
import Testing

@testable import DatelineReading

@Suite struct JSONParserTests {
  private func parse(_ text: String) -> JSONValue? { try? JSONParser.parse(Array(text.utf8)[...]) }

  @Test func `values of every kind are read`() {
    let text = #" {"a": [1, -2.5e+3, true, false, null], "b": {"c": ""}, "a b": "x"} "#
    #expect(
      parse(text)
        == .object([
          .init(
            name: "a",
            value: .array([.number("1"), .number("-2.5e+3"), .bool(true), .bool(false), .null])),
          .init(name: "b", value: .object([.init(name: "c", value: .string(""))])),
          .init(name: "a b", value: .string("x")),
        ]))
    #expect(parse(text)?.member(at: "b.c") == .string(""))
    #expect(parse("[]") == .array([]))
    #expect(parse("{}") == .object([]))
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""L\u00e9vesque — ünï""#, "Lévesque — ünï"),
    (#""\ud83d\ude00!""#, "😀!"),
    (#""half \ud83d pair""#, "half \u{FFFD} pair"),
    (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\udc00""#, "\u{FFFD}"),
  ])
  func `escapes are undone`(json: String, text: String) { #expect(parse(json) == .string(text)) }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "[1 2]", "01", "1.", "-", "+1", "tru",
    "nul", "\"", "\"a", #""\x""#, #""\u12"#, #""\u12G4""#, "\"\n\"", "1 1", "{} x", "'a'", "NaN",
  ])
  func `what is no JSON is refused`(text: String) { #expect(parse(text) == nil) }

  @Test func `deep nesting is refused, not followed`() {
    #expect(parse(String(repeating: "[", count: 1_000_000)) == nil)
    let nested = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(parse(nested) != nil)
  }

  @Test(arguments: 0..<300)
  func `damaged JSON neither crashes nor hangs`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var bytes = Array(#"{"id":"a\u00e9","text":["x",{"y":-1.5e3}],"z":[true,null]}"#.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: at)
      default: bytes.removeSubrange(at...)
      }
      if bytes.isEmpty { break }
    }
    if let value = try? JSONParser.parse(bytes[...]) { #expect(value.kindName != "") }
  }
}
