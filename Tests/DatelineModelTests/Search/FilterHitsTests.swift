import DatelineModel
import DatelineText
import Testing

/// The words of a filter stand out where they are shown.
@Suite struct FilterHitsTests {
  private func hits(_ filter: String, _ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    return FilterHits(typed: filter)?.spans(in: bytes).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("har", "The Harbour of Harlem", ["Har", "Har"]),
    ("cafe", "Café, cafeteria", ["Café", "cafe"]),
    ("\"the harbour\"", "In the  harbour", ["the  harbour"]),
    ("ent:dock", "Dock Union", ["Dock"]), ("dock NOT union", "Dock Union", ["Dock"]),
    ("dock union", "Union of docks and a dock", ["dock", "Union"]),
  ])
  func `words are found as the filter finds them`(filter: String, text: String, found: [String]) {
    #expect(hits(filter, text) == found)
  }

  @Test(arguments: ["", "date:2025", "type:assault", "NOT dock"])
  func `what asks for no word marks nothing`(filter: String) {
    #expect(hits(filter, "Dock assault 2025") == nil)
  }
}
