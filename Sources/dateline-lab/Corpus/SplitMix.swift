import DatelineText

/// Draws from a random sequence with a seed: the same numbers on every machine.
struct SplitMix {
  private var generator: SeededGenerator

  /// Starts a sequence that `seed` and `stream` name; other streams of the seed are unrelated.
  init(seed: UInt64, stream: UInt64) {
    var first = SeededGenerator(seed: seed)
    var second = SeededGenerator(seed: first.next() ^ (stream &* 0xD134_2543_DE82_EF95))
    generator = SeededGenerator(seed: second.next())
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 { generator.next() }

  /// A number from 0 to `bound` - 1; `bound` must be positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of `range`.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether something happens that happens `percent` times in a hundred.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of `elements`, which must not be empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// The elements in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    for index in result.indices.dropFirst() { result.swapAt(index, below(index + 1)) }
    return result
  }
}
