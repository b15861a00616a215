import Testing

@testable import DatelineModel

@Suite struct HoldersTests {
  private func newest(_ most: Int, of key: String, in holders: Holders<String>) -> [Int] {
    var found: [Int] = []
    holders.forEachNewest(most, of: key) { found.append($0) }
    return found
  }

  @Test func `the newest of a key come first, and no more than are asked for`() {
    var holders = Holders<String>()
    for number in 0..<9 { holders.add(number, to: number % 3 == 0 ? "threes" : "others") }
    #expect(newest(5, of: "threes", in: holders) == [6, 3, 0])
    #expect(newest(2, of: "threes", in: holders) == [6, 3])
    #expect(newest(0, of: "threes", in: holders) == [])
    #expect(newest(9, of: "others", in: holders) == [8, 7, 5, 4, 2, 1])
    #expect(newest(9, of: "nobody", in: holders) == [])
  }

  @Test func `what was added last is not added again, but what was added before is`() {
    var holders = Holders<String>()
    for number in [4, 4, 7, 4] { holders.add(number, to: "key") }
    #expect(newest(9, of: "key", in: holders) == [4, 7, 4])
  }
}
