import DatelineModel
import DatelineText
import Testing

/// The order of time, where days are not known whole.
@Suite struct TimelineRankTests {
  private func rank(_ first: String?, _ last: String?) -> TimelineRank {
    func day(_ text: String?) -> DayNumber? { text.flatMap { DayNumber(iso: $0) } }
    let days = (day(first), day(last))
    return TimelineRank(
      days.0 == nil && days.1 == nil ? nil : DayInterval(earliest: days.0, latest: days.1))
  }

  @Test func `what is open at one end stands by the day that is known, the undated last`() {
    let inOrder = [
      rank("2024-02-01", "2024-02-29"), rank(nil, "2024-03-11"), rank("2024-03-11", "2024-03-11"),
      rank("2024-03-11", "2024-03-12"), rank("2024-03-11", nil), rank("2024-12-01", "2024-12-31"),
      rank(nil, nil),
    ]
    for (earlier, later) in zip(inOrder, inOrder.dropFirst()) {
      #expect(earlier < later)
      #expect(!(later < earlier))
    }
    #expect(inOrder.reversed().sorted() == inOrder)
  }
}
