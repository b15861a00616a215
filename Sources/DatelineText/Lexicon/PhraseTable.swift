internal import CDatelineData

/// Maps folded phrases, given by their hash, to a set of classes; knows which phrases go on.
///
/// Open addressing: no strings are kept, and a slot holds the upper half of the hash beside the
/// classes, so that a look-up mostly touches one cache line. Two phrases that share that half and the
/// slot would be confused; at 10⁵ phrases the odds are 10⁻⁵ for all of them together.
package struct PhraseTable: Sendable {
  /// The upper half of the hash above the classes; zero where free.
  private var slots: [UInt64]
  private let mask: Int
  /// Classes that are still to be written, with the hash of their phrase: memory is asked for when
  /// one comes, and written when there are many.
  private var pending: [(hash: UInt64, classes: UInt32)] = []
  private static let most = 32
  /// The number of phrases and of their beginnings.
  package private(set) var count = 0

  /// Makes a table with room for `capacity` phrases and their beginnings; twice as many make it
  /// slow, and what goes beyond that is left out.
  package init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Where the phrase is, or where it would be put.
  @inline(__always)
  private func slot(of hash: UInt64, _ slots: UnsafeBufferPointer<UInt64>) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while slots[slot] != 0, (slots[slot] ^ hash) >> 32 != 0 { slot = (slot + 1) & mask }
    return slot
  }

  /// The classes of the phrase whose hash is `hash`; none where it is unknown.
  @inline(__always)
  package subscript(hash: UInt64) -> UInt32 {
    slots.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: $0[slot(of: hash, $0)]) }
  }

  /// Asks for the memory that a look-up of `hash` will need.
  @inline(__always)
  package func prefetch(_ hash: UInt64) {
    slots.withUnsafeBufferPointer { slots in
      guard let first = slots.baseAddress else { return }
      dateline_prefetch(first + (Int(truncatingIfNeeded: hash ^ hash >> 29) & mask))
    }
  }

  /// Adds `classes`, of which there is at least one, to those of the phrase whose hash is `hash`.
  /// They are found once `settle` was called.
  package mutating func add(_ classes: UInt32, to hash: UInt64) {
    prefetch(hash)
    pending.append((hash, classes))
    if pending.count == Self.most { settle() }
  }

  /// Writes what was added.
  package mutating func settle() {
    for (hash, classes) in pending { write(classes, to: hash) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ classes: UInt32, to hash: UInt64) {
    guard count < mask else { return }
    let slot = slots.withUnsafeBufferPointer { self.slot(of: hash, $0) }
    if slots[slot] == 0 {
      slots[slot] = hash & ~0xFFFF_FFFF
      count += 1
    }
    slots[slot] |= UInt64(classes)
  }

  /// Adds the phrase `text`, and marks each beginning of it that ends with a word with `beginning`.
  /// Phrases of more than ten words are left out.
  package mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, classes: UInt32, beginning: UInt32
  ) {
    var hash = PhraseHash()
    var beginnings = InlineArray<9, UInt64>(repeating: 0)
    var words = 0
    FoldedText.forEach(text) { byte in
      if byte == 0x20 {
        if words < beginnings.count { beginnings[words] = hash.value }
        words += 1
      }
      hash.append(byte)
    }
    guard !hash.isEmpty, words <= beginnings.count else { return }
    add(classes, to: hash.value)
    for word in 0..<words { add(beginning, to: beginnings[word]) }
  }
}

/// The running hash of a folded phrase: 64-bit FNV-1a, never zero.
package struct PhraseHash: Hashable, Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Makes the hash of the empty phrase.
  package init() {}

  /// Makes the hash of a phrase that is not folded yet.
  package init(folding text: String) {
    var text = text
    text.withUTF8 { append(folding: $0) }
  }

  /// Whether nothing was appended.
  package var isEmpty: Bool { state == 0xCBF2_9CE4_8422_2325 }

  /// The hash so far.
  package var value: UInt64 { state }

  /// Appends one byte of the folded form.
  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Appends the folded form of the next word or words.
  @inline(__always)
  package mutating func append(folding text: UnsafeBufferPointer<UInt8>) {
    var isFirst = !isEmpty
    FoldedText.forEach(text) { byte in
      if isFirst {
        append(0x20)
        isFirst = false
      }
      append(byte)
    }
  }
}
