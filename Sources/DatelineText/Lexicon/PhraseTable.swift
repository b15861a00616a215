/// Maps folded phrases, given by their hash, to a set of classes; knows which phrases go on.
///
/// Open addressing over 64-bit hashes: no strings are kept, a look-up touches one or two cache
/// lines. Two phrases whose hashes agree would be confused; at 10⁵ phrases the odds are 10⁻⁹.
package struct PhraseTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var mask: Int
  /// The number of phrases and of their beginnings.
  package private(set) var count = 0

  /// Makes a table with room for `capacity` phrases and their beginnings.
  package init(capacity: Int) {
    var size = 1024
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The classes of the phrase whose hash is `hash`; none where it is unknown.
  @inline(__always)
  package subscript(hash: UInt64) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// Adds `classes` to those of the phrase whose hash is `hash`.
  package mutating func add(_ classes: UInt32, to hash: UInt64) {
    if count * 2 >= keys.count { grow() }
    var slot = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & mask }
    if keys[slot] == 0 {
      keys[slot] = hash
      count += 1
    }
    values[slot] |= classes
  }

  /// Adds the phrase `text`, and marks each beginning of it that ends with a word with `beginning`.
  package mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, classes: UInt32, beginning: UInt32
  ) {
    var hash = PhraseHash()
    var beginnings: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
    var words = 0
    FoldedText.forEach(text) { byte in
      if byte == 0x20 {
        switch words {
        case 0: beginnings.0 = hash.value
        case 1: beginnings.1 = hash.value
        case 2: beginnings.2 = hash.value
        case 3: beginnings.3 = hash.value
        case 4: beginnings.4 = hash.value
        default: beginnings.5 = hash.value
        }
        words += 1
      }
      hash.append(byte)
    }
    guard !hash.isEmpty, words <= 5 else { return }
    add(classes, to: hash.value)
    if words > 0 { add(beginning, to: beginnings.0) }
    if words > 1 { add(beginning, to: beginnings.1) }
    if words > 2 { add(beginning, to: beginnings.2) }
    if words > 3 { add(beginning, to: beginnings.3) }
    if words > 4 { add(beginning, to: beginnings.4) }
  }

  private mutating func grow() {
    var larger = PhraseTable(capacity: keys.count)
    for (key, value) in zip(keys, values) where key != 0 { larger.add(value, to: key) }
    self = larger
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
