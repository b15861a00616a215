import DatelineText
import Testing

@Suite struct LearningTests {
  /// Features of small made-up examples: the label is 2 where both parts are odd, else their sum's
  /// parity.
  private static let examples: [(features: [UInt64], gold: Int)] = (0..<64).map { number in
    let (left, right) = (number % 8, number / 8)
    let gold = left % 2 == 1 && right % 2 == 1 ? 2 : (left + right) % 2
    return (
      [
        FeatureHash(1).with(left).value, FeatureHash(2).with(right).value,
        FeatureHash(3).with(left % 2).with(right % 2).value,
      ], gold
    )
  }

  private static func train(seed: UInt64) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(labels: 3)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      for example in examples.shuffled(using: &generator) {
        perceptron.learn(example.features, gold: example.gold)
      }
    }
    return perceptron
  }

  private static func best(_ table: WeightTable, _ features: [UInt64]) -> Int? {
    var scores = [Int32](repeating: 0, count: table.labels)
    table.score(features, into: &scores)
    return scores.indices.max { scores[$0] < scores[$1] }
  }

  @Test func `A separable problem is learnt whole and survives quantisation and storage`() throws {
    let table = Self.train(seed: 1).averaged(pruning: 0.01)
    let stored = try #require(WeightTable(stored: table.bytes))
    #expect(stored == table)
    for example in Self.examples { #expect(Self.best(stored, example.features) == example.gold) }
  }

  @Test func `Training twice gives the same bytes, another order other bytes`() {
    #expect(Self.train(seed: 1).averaged().bytes == Self.train(seed: 1).averaged().bytes)
    #expect(Self.train(seed: 1).averaged().bytes != Self.train(seed: 2).averaged().bytes)
  }

  @Test(arguments: [3, 7])
  func `A table gives back nearly all weights within half a quantum, and zero for the unknown`(
    labels: Int
  ) {
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<5000).map { number in
      WeightTable.Row(
        feature: FeatureHash(number).value,
        weights: (0..<labels).map { _ in Float.random(in: -3...3, using: &generator) })
    }
    let table = WeightTable(labels: labels, rows: rows, pruning: 0)
    let exact = rows.count { row in
      var scores = [Int32](repeating: 0, count: labels)
      table.score([row.feature], into: &scores)
      return (0..<labels).allSatisfy {
        abs(Float(scores[$0]) * table.scale - row.weights[$0]) <= table.scale * 0.501
      }
    }
    #expect(exact > 4300)
    let unknown = (0..<100).count { number in
      var scores = [Int32](repeating: 0, count: labels)
      table.score([FeatureHash(10_000 + number).value], into: &scores)
      return scores.allSatisfy { $0 == 0 }
    }
    #expect(unknown >= 98)
  }

  @Test func `Many features at once score as the sum of each`() {
    let rows = (0..<300).map { number in
      WeightTable.Row(
        feature: FeatureHash(number).value, weights: [Float(number % 7), Float(number % 5) - 2])
    }
    let table = WeightTable(labels: 2, rows: rows, pruning: 0)
    var together: [Int32] = [0, 0]
    table.score(rows.map(\.feature), into: &together)
    var apart: [Int32] = [0, 0]
    for row in rows { table.score([row.feature], into: &apart) }
    #expect(together == apart)
    #expect(together != [0, 0])
  }

  @Test func `A full line loses its weakest features`() {
    let rows = (1...40).map { number in
      WeightTable.Row(
        feature: UInt64(number), weights: [Float](repeating: Float(number), count: 9))
    }
    let table = WeightTable(labels: 9, rows: rows, pruning: 0)
    func score(_ feature: UInt64) -> [Int32] {
      var scores = [Int32](repeating: 0, count: 9)
      table.score([feature], into: &scores)
      return scores
    }
    #expect(score(40) == [Int32](repeating: 127, count: 9))
    #expect(score(1) == [Int32](repeating: 0, count: 9))
  }

  @Test func `Pruning drops weak features and keeps strong ones`() {
    let rows = [
      WeightTable.Row(feature: 1 << 63 | 1, weights: [1, 0]),
      WeightTable.Row(feature: 2, weights: [0.05, 0]),
    ]
    let table = WeightTable(labels: 2, rows: rows, pruning: 0.1)
    var scores: [Int32] = [0, 0]
    table.score([2], into: &scores)
    #expect(scores == [0, 0])
    table.score([1 << 63 | 1], into: &scores)
    #expect(scores == [127, 0])
  }

  @Test(arguments: [
    [], [1, 2, 3], Array("DLWT".utf8), Array("DLWT".utf8) + Array(repeating: 255, count: 40),
    Array("DLWT".utf8) + [2, 0, 0, 2] + Array(repeating: 0, count: 56),
  ])
  func `Bytes that are no table are refused`(bytes: [UInt8]) {
    #expect(WeightTable(stored: bytes) == nil)
  }

  @Test func `A table without weights scores zero`() {
    var scores: [Int32] = [0, 0]
    WeightTable.empty(labels: 2).score([1, 2, .max], into: &scores)
    #expect(scores == [0, 0])
  }

  @Test func `The order of a feature's values counts and case can be folded`() {
    #expect(FeatureHash(1).with(2).with(3) != FeatureHash(1).with(3).with(2))
    #expect(FeatureHash(1).with(2) != FeatureHash(2).with(1))
    let word = Array("Kabul kabul".utf8)
    #expect(FeatureHash.bytes(word, 0..<5) != FeatureHash.bytes(word, 6..<11))
    #expect(FeatureHash.lowered(word, 0..<5) == FeatureHash.lowered(word, 6..<11))
  }
}
