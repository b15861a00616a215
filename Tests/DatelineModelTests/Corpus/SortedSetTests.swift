import TestSupport
import Testing

@testable import DatelineModel

@Suite struct SortedSetTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `it says what a set says`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func some(_ count: Int) -> [Int32] {
      (0..<count).map { _ in Int32.random(in: -8...8, using: &random) }
    }
    let (left, right) = (some(Int.random(in: 0...9, using: &random)), some(6))
    let (one, other) = (SortedSet(left), SortedSet(right))
    #expect(Array(one) == Set(left).sorted())
    var common: [Int32] = []
    one.forEachCommon(other) { common.append($0) }
    #expect(common == Set(left).intersection(right).sorted())
    #expect(one.isDisjoint(with: other) == Set(left).isDisjoint(with: right))
    for number: Int32 in -9...9 { #expect(one.contains(number) == left.contains(number)) }
  }
}
