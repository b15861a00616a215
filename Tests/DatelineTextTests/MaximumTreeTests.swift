import DatelineText
import Testing

@Suite struct MaximumTreeTests {
  /// All trees over `count` nodes in which the root, node 0, has one dependent.
  private static func trees(_ count: Int) -> [[Int]] {
    var assignments: [[Int]] = [[0]]
    for node in 1..<count {
      assignments = assignments.flatMap { heads in
        (0..<count).filter { $0 != node }.map { heads + [$0] }
      }
    }
    return assignments.filter { heads in
      heads.dropFirst().count { $0 == 0 } == 1
        && (1..<count).allSatisfy { node in
          var (place, steps) = (node, 0)
          while place != 0, steps <= count { (place, steps) = (heads[place], steps + 1) }
          return place == 0
        }
    }
  }

  private static func heads(_ scores: [Int32], _ count: Int) -> [Int] {
    scores.withUnsafeBufferPointer { MaximumTree.heads($0, stride: count, count: count) }
  }

  @Test(arguments: 2...5)
  func `No tree with the same word at its root scores higher than the one found`(count: Int) {
    let trees = Self.trees(count)
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<60 {
      let scores = (0..<(count * count)).map { _ in
        Int32.random(in: -1000...1000, using: &generator)
      }
      func total(_ heads: [Int]) -> Int {
        (1..<count).reduce(0) { $0 + Int(scores[$1 * count + heads[$1]]) }
      }
      let found = Self.heads(scores, count)
      #expect(trees.contains(found))
      let rivals = trees.filter {
        $0.firstIndex(of: 0, after: 1) == found.firstIndex(of: 0, after: 1)
      }
      #expect(total(found) == rivals.map(total).max())
    }
  }

  @Test func `Words that all want the root share it out to one`() {
    let count = 6
    let scores = (0..<(count * count)).map { Int32($0 % count == 0 ? 1000 : $0 / count) }
    #expect(Self.heads(scores, count).dropFirst().count { $0 == 0 } == 1)
  }

  @Test func `A long chain of cycles ends in a tree`() {
    let count = 150
    let scores = (0..<(count * count)).map { place in
      let (node, head) = (place / count, place % count)
      return Int32(head == (node % 2 == 0 ? node - 1 : node + 1) ? 1000 : -abs(node - head))
    }
    let heads = Self.heads(scores, count)
    for node in 1..<count {
      var (place, steps) = (node, 0)
      while place != 0, steps <= count { (place, steps) = (heads[place], steps + 1) }
      #expect(place == 0)
    }
  }
}

extension [Int] {
  /// The first place from `start` on that holds `value`.
  fileprivate func firstIndex(of value: Int, after start: Int) -> Int? {
    self[start...].firstIndex(of: value)
  }
}
