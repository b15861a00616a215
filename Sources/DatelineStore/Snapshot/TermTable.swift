/// Numbers byte strings in the order in which they first come.
///
/// A hash table over one pool of bytes: a string costs its bytes and some twenty more.
struct TermTable {
  private var pool: [UInt8] = []
  private var starts: [Int] = [0]
  /// The hash of each string, so that most others are told apart without a look at the pool.
  private var hashes: [UInt64] = []
  /// Numbers and 1 at the places of their hashes, 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// How many strings there are.
  var count: Int { starts.count - 1 }

  /// The string of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { pool[starts[number]..<starts[number + 1]] }

  /// The number of a string, a new one where it comes for the first time.
  mutating func number(of term: ArraySlice<UInt8>) -> Int {
    term.withUnsafeBufferPointer { number(of: $0) }
  }

  private mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(term)
    var slot = place(of: hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, holds(term, at: number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pool += term
    starts.append(pool.count)
    hashes.append(hash)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  private func holds(_ term: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == term.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      for (place, byte) in term.enumerated() where pool[start + place] != byte { return false }
      return true
    }
  }

  /// The numbers in the order of their strings, byte by byte.
  var sorted: [Int] {
    pool.withUnsafeBufferPointer { pool in
      (0..<count).sorted { left, right in
        pool[starts[left]..<starts[left + 1]]
          .lexicographicallyPrecedes(pool[starts[right]..<starts[right + 1]])
      }
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = place(of: hashes[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (slots.count - 1)
  }
}
