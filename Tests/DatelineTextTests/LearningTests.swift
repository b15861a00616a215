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

  @Test func `A table gives back each weight within half a quantum, and zero for the unknown`() {
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<5000).map { _ in
      WeightTable.Row(
        feature: generator.next(),
        weights: (0..<7).map { _ in Float.random(in: -3...3, using: &generator) })
    }
    let table = WeightTable(labels: 7, rows: rows, pruning: 0)
    for row in rows {
      var scores = [Int32](repeating: 0, count: 7)
      table.score([row.feature], into: &scores)
      for label in 0..<7 {
        #expect(abs(Float(scores[label]) * table.scale - row.weights[label]) <= table.scale / 2)
      }
    }
    var scores = [Int32](repeating: 0, count: 7)
    table.score((0..<100).map { _ in generator.next() }, into: &scores)
    #expect(scores == [Int32](repeating: 0, count: 7))
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
