import Testing

@testable import DatelineStore

@Suite struct RecentRowsTests {
  @Test func `a row is made once while it is kept`() {
    let rows = RecentRows<String>(limit: 3)
    var made: [Int] = []
    for number in [1, 2, 1, 3, 2, 4, 2, 3, 1] {
      #expect(
        rows.row(number) {
          made.append(number)
          return "row \(number)"
        } == "row \(number)")
    }
    // The fourth took the place of the first.
    #expect(made == [1, 2, 3, 4, 1])
  }
}
