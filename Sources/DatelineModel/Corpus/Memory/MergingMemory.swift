import DatelineText

/// Which cluster each event mention joined the last time, and among which it chose.
struct MergingMemory: Sendable {
  /// The choices of the mentions of one class of types.
  struct Choices: Sendable {
    /// One choice.
    struct Choice: Sendable {
      /// Stands for the clusters that it was made among, with all their members.
      fileprivate var state: UInt64
      /// The first member of the cluster that was joined, by its stamp; nil where one was founded.
      let founder: UInt64?
    }

    /// Whether choices are kept.
    let isKeeping: Bool
    private var choices: [UInt64: Choice] = [:]

    /// Makes choices of nobody.
    init(keeping: Bool) { isKeeping = keeping }

    /// What the mention of a stamp chose among clusters of this state; nil where it chose among others.
    subscript(stamp: UInt64, state: UInt64) -> Choice? {
      choices[stamp].flatMap { $0.state == state ? $0 : nil }
    }

    /// Notes what a mention chose.
    mutating func note(_ stamp: UInt64, _ state: UInt64, founder: UInt64?) {
      choices[stamp] = Choice(state: state, founder: founder)
    }
  }

  private let isKeeping: Bool
  private var parts: [Choices] = []

  /// Makes a memory of nothing.
  init(keeping: Bool) { isKeeping = keeping }

  /// The choices of a class.
  subscript(part: Int) -> Choices {
    parts.indices.contains(part) ? parts[part] : Choices(keeping: isKeeping)
  }

  /// Keeps the choices of each class.
  mutating func keep(_ parts: [Choices]) { if isKeeping { self.parts = parts } }
}

/// Numbers that stand for lists of stamps: two lists have the same number by chance once in 2 to the
/// 64th.
enum StampHash {
  /// Stands for one stamp.
  static func of(_ stamp: UInt64) -> UInt64 { combining(0, stamp) }

  /// Stands for what `hash` stands for, and a stamp after it.
  static func combining(_ hash: UInt64, _ stamp: UInt64) -> UInt64 {
    var generator = SeededGenerator(seed: (hash &* 0x9E37_79B9_7F4A_7C15) ^ stamp)
    return generator.next()
  }
}
