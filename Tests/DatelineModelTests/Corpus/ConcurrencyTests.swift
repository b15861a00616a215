import Synchronization
import Testing

@testable import DatelineModel

@Suite struct ConcurrencyTests {
  /// Runs parts last to first.
  private static let backwards = Concurrency { count, body in
    for part in (0..<count).reversed() { body(part) }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 100], [1, 3, 16])
  func `the order in which parts run does not show`(count: Int, grain: Int) {
    let expected = (0..<count).map { "\($0 * $0)" }
    #expect(Concurrency.none.map(count, grain: grain) { "\($0 * $0)" } == expected)
    #expect(Self.backwards.map(count, grain: grain) { "\($0 * $0)" } == expected)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 50])
  func `values are handed over in order, few at a time`(count: Int) {
    var taken: [Int] = []
    Self.backwards.forEach(count, width: 8, { $0 * 3 }) { index, value in
      #expect(index == taken.count)
      taken.append(value)
    }
    #expect(taken == (0..<count).map { $0 * 3 })
  }

  @Test func `what is made while others are taken is never more than twice the width`() {
    let made = Mutex(0)
    var taken = 0
    var most = 0
    for order in [Concurrency.none, Self.backwards] {
      (taken, most) = (0, 0)
      made.withLock { $0 = 0 }
      order.forEach(100, width: 8) { number in
        made.withLock { $0 += 1 }
        return number
      } take: { _, _ in
        most = max(most, made.withLock { $0 } - taken)
        taken += 1
      }
      #expect(taken == 100)
      #expect((8...16).contains(most))
    }
  }
}
