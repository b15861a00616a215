/// Numbers byte strings in the order in which they first come.
///
/// A hash table over one pool of bytes: a string costs its bytes and some twenty more.
struct TermTable {
  private var pool: [UInt8] = []
  private var starts: [Int] = [0]
  /// Numbers and 1 at the places of their hashes, 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// How many strings there are.
  var count: Int { starts.count - 1 }

  /// The string of a number.
  subscript(number: Int) -> ArraySlice<UInt8> { pool[starts[number]..<starts[number + 1]] }

  /// The number of a string, a new one where it comes for the first time.
  mutating func number(of term: ArraySlice<UInt8>) -> Int {
    var slot = place(of: term)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if self[number].elementsEqual(term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    pool += term
    starts.append(pool.count)
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The numbers in the order of their strings, byte by byte.
  var sorted: [Int] {
    (0..<count).sorted { self[$0].lexicographicallyPrecedes(self[$1]) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var slot = place(of: self[number])
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  private func place(of term: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in term { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29)) & (slots.count - 1)
  }
}
