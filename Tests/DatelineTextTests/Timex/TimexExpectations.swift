import DatelineText
import TestSupport
import Testing

/// Friday, 24 October 2025: the page of all corpora that name no other.
let pageDay = DayNumber(year: 2025, month: 10, day: 24)

/// Expects exactly the marked expressions in `marked`, with these values in order.
func expectTimexes(
  _ marked: String, _ values: [String], page: DayNumber? = pageDay,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let expected = MarkedText(marked)
  let text = SourceText(expected.text)
  let found = TimexTagger.timexes(in: text, anchor: page)
  #expect(
    found.map { text[$0.span] } == expected.spans.map { text[$0] },
    sourceLocation: sourceLocation)
  #expect(found.map(\.value) == values, sourceLocation: sourceLocation)
}

/// Expects no time expression in `text`.
func expectNoTimex(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let found = TimexTagger.timexes(in: SourceText(text), anchor: pageDay)
  #expect(found.map(\.value) == [], sourceLocation: sourceLocation)
}

/// The only expression of `text`.
func onlyTimex(_ text: String, page: DayNumber? = pageDay) throws -> Timex3 {
  let found = TimexTagger.timexes(in: SourceText(text), anchor: page)
  try #require(found.count == 1)
  return found[0]
}
