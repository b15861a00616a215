/// The words that the syntax network knows one by one, those frequent in the treebanks, each
/// with the tags that it mostly has there.
///
/// A rare word would only be learnt by heart; seen as its ending and shape it teaches how to treat
/// words never seen. Stored as six bytes a word, sorted: the upper half of the word's hash
/// (little-endian), the most frequent tag, the second one (or the first again).
package struct Vocabulary: Sendable {
  /// One word in an open-addressing table; all zero where free.
  private struct Slot {
    var half: UInt32 = 0
    var tags: UInt16 = 0
  }

  private var slots: [Slot]
  /// The stored form.
  package let bytes: [UInt8]
  private static let size = 6

  /// The vocabulary of these words: hash (`SentenceWords.Word.lower`) and tags.
  package init(_ words: [(hash: UInt64, first: UInt8, second: UInt8)]) {
    let sorted = words.map { (Self.half($0.hash), $0.first, $0.second) }.sorted { $0 < $1 }
    self.init(
      stored: sorted.flatMap { half, first, second in
        [0, 8, 16, 24].map { UInt8(half >> $0 & 0xFF) } + [first, second]
      })
  }

  /// Reads a stored vocabulary.
  package init(stored: [UInt8]) {
    bytes = stored
    var count = 64
    while count < stored.count / 3 { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    for start in stride(from: 0, through: stored.count - Self.size, by: Self.size) {
      let half = (0..<4).reduce(UInt32(0)) { $0 | UInt32(stored[start + $1]) << (8 * UInt32($1)) }
      slots[slot(of: half)] = Slot(
        half: half, tags: UInt16(stored[start + 4]) << 8 | UInt16(stored[start + 5]))
    }
  }

  /// The tags that the word with this hash mostly has, as one number, the most frequent one above
  /// the lowest byte; nil for a rare word.
  @inline(__always)
  package func tags(of hash: UInt64) -> UInt64? {
    let found = slots[slot(of: Self.half(hash))]
    return found.half == 0 ? nil : UInt64(found.tags)
  }

  private static func half(_ hash: UInt64) -> UInt32 { max(UInt32(hash >> 32), 1) }

  private func slot(of half: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(half) & mask
    while slots[slot].half != 0, slots[slot].half != half { slot = (slot + 1) & mask }
    return slot
  }
}
