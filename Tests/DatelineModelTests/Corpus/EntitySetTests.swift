import TestSupport
import Testing

@testable import DatelineModel

@Suite struct EntitySetTests {
  @Test(arguments: 0..<100 as Range<UInt64>)
  func `it holds what a set holds, in order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func some() -> [Int] {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in Int.random(in: 0...9, using: &random) }
    }
    let (left, right) = (some(), some())
    let (one, other) = (EntitySet(left), EntitySet(right))
    #expect(Array(one) == Set(left).sorted())
    #expect(Array(one.union(other)) == Set(left).union(right).sorted())
    #expect(Array(one.intersection(other)) == Set(left).intersection(right).sorted())
    #expect(Array(one.subtracting(other)) == Set(left).subtracting(right).sorted())
    #expect(one.isDisjoint(with: other) == Set(left).isDisjoint(with: right))
    #expect((0...9).allSatisfy { one.contains($0) == left.contains($0) })
    #expect((one == other) == (Set(left) == Set(right)))
  }
}
