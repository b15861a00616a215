import DatelineText

/// Memory for one pass, given back at its end.
final class Scratch {
  private var blocks: [UnsafeMutablePointer<Float>] = []

  /// That many zeros.
  func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let start = UnsafeMutablePointer<Float>.allocate(capacity: max(count, 1))
    start.initialize(repeating: 0, count: max(count, 1))
    blocks.append(start)
    return start
  }

  func free() {
    for block in blocks { block.deallocate() }
    blocks = []
  }
}

/// Leaves out at random some of what there is to see, so that no part is relied on alone
/// (Srivastava et al. 2014).
final class Dropout {
  private var generator: SeededGenerator
  /// The share of numbers that are left out, and of words that are not told by themselves.
  private let share, words: Float
  private var masks: [UnsafeMutablePointer<Float>: UnsafeMutablePointer<Float>] = [:]
  private var sizes: [UnsafeMutablePointer<Float>: Int] = [:]

  init(share: Float, words: Float, seed: UInt64) {
    self.share = share
    self.words = words
    generator = SeededGenerator(seed: seed)
  }

  /// Leaves out some of `values` and makes up for them by the others.
  func thin(_ values: UnsafeMutablePointer<Float>, _ count: Int, _ memory: Scratch) {
    let mask = memory.zeros(count)
    let bound = UInt64(share * 65_536)
    let rest = 1 / (1 - share)
    var bits: UInt64 = 0
    for index in 0..<count {
      bits = index & 3 == 0 ? generator.next() : bits >> 16
      mask[index] = bits & 0xFFFF < bound ? 0 : rest
      values[index] *= mask[index]
    }
    masks[values] = mask
    sizes[values] = count
  }

  /// Does to a gradient what was done to its values.
  func thinGradient(_ gradient: UnsafeMutablePointer<Float>, of values: UnsafeMutablePointer<Float>)
  {
    guard let mask = masks[values], let count = sizes[values] else { return }
    for index in 0..<count { gradient[index] *= mask[index] }
  }

  /// The features of a word that are seen.
  func rows(_ rows: [Int32]) -> [Int32] {
    let isHidden = Float.random(in: 0..<1, using: &generator) < words
    return rows.filter { row in
      row == 0 || (row >= 1 << 30 || !isHidden) && generator.next() & 0xFF > 12
    }
  }

  /// Forgets the masks of the last pass.
  func forget() {
    masks = [:]
    sizes = [:]
  }
}
