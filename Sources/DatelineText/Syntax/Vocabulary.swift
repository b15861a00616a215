/// The words that the tagger and the parser know one by one: those frequent in the treebanks.
///
/// A rare word would only be learnt by heart; seen as its ending and shape it teaches how to treat
/// words never seen. Stored as the upper halves of the words' hashes, sorted, little-endian.
package struct Vocabulary: Sendable {
  /// The halves in an open-addressing table; zero where free.
  private var slots: [UInt32]
  /// The stored form.
  package let bytes: [UInt8]

  /// The vocabulary of the words with these hashes (`SentenceWords.Word.lower`).
  package init(_ hashes: some Sequence<UInt64>) {
    let halves = Set(hashes.map(Self.half)).sorted()
    self.init(stored: halves.flatMap { half in [0, 8, 16, 24].map { UInt8(half >> $0 & 0xFF) } })
  }

  /// Reads a stored vocabulary.
  package init(stored: [UInt8]) {
    bytes = stored
    var size = 64
    while size < stored.count { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for start in stride(from: 0, to: stored.count - 3, by: 4) {
      let half = (0..<4).reduce(UInt32(0)) { $0 | UInt32(stored[start + $1]) << (8 * UInt32($1)) }
      slots[slot(of: half)] = half
    }
  }

  /// Whether the word with this hash is known.
  @inline(__always)
  package func contains(_ hash: UInt64) -> Bool {
    slots[slot(of: Self.half(hash))] != 0
  }

  private static func half(_ hash: UInt64) -> UInt32 { max(UInt32(hash >> 32), 1) }

  private func slot(of half: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(half) & mask
    while slots[slot] != 0, slots[slot] != half { slot = (slot + 1) & mask }
    return slot
  }
}
