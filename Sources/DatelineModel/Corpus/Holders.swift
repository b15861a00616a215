/// For each of many keys: numbers in the order in which they were added, of which the newest are
/// looked at.
///
/// Chains in flat arrays: a list for each key would take more memory than all that is filed.
struct Holders<Key: Hashable> {
  /// The newest link of each key.
  private var newest: [Key: Int32] = [:]
  private var numbers: [Int32] = []
  /// For each link: the one that was added to its key before, or -1.
  private var earlier: [Int32] = []

  /// Adds a number to a key, unless it is the one that was added last.
  mutating func add(_ number: Int, to key: Key) {
    let last = newest[key]
    if let last, numbers[Int(last)] == number { return }
    newest[key] = Int32(numbers.count)
    numbers.append(Int32(number))
    earlier.append(last ?? -1)
  }

  /// Calls `body` with up to `most` numbers of a key, the newest first.
  func forEachNewest(_ most: Int, of key: Key, _ body: (Int) -> Void) {
    var link = newest[key] ?? -1
    var left = most
    while link >= 0, left > 0 {
      body(Int(numbers[Int(link)]))
      link = earlier[Int(link)]
      left -= 1
    }
  }
}
