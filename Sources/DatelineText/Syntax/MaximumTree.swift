/// The best tree over the words of a sentence, given how good each arc is (Chu and Liu 1965,
/// Edmonds 1967).
package enum MaximumTree {
  /// What is beyond all scores.
  private static let beyond: Int = 1 << 40

  /// The head of each of `count` nodes; node 0 is the root and has one dependent: the node that
  /// would lose most by any other head. Among the trees with that dependent the best is found.
  ///
  /// - Parameters:
  ///   - scores: how good it is for node d to have head h, at `d * stride + h`.
  ///   - stride: how far the nodes are apart in `scores`.
  ///
  /// Cost: the square of `count`, times the number of cycles that the best heads make.
  package static func heads(_ scores: UnsafeBufferPointer<Int32>, stride: Int, count: Int)
    -> [Int]
  {
    precondition(scores.count >= stride * count, "each node has a score for each")
    var heads = [Int](repeating: 0, count: count)
    var first = (node: 0, gain: Int.min)
    for node in 1..<max(count, 1) {
      let row = UnsafeBufferPointer(rebasing: scores[(node * stride)..<(node * stride + count)])
      var (best, highest) = (0, Int32.min)
      for head in 1..<count where head != node && row[head] > highest {
        (best, highest) = (head, row[head])
      }
      heads[node] = best
      let gain = Int(row[0]) - (best == 0 ? -beyond : Int(highest))
      if gain > first.gain { first = (node, gain) }
    }
    heads[first.node] = 0
    if cycle(heads) == nil { return heads }
    var wide = [Int](repeating: 0, count: count * count)
    for node in 1..<max(count, 1) {
      for head in 0..<count { wide[node * count + head] = Int(scores[node * stride + head]) }
      wide[node * count] += node == first.node ? beyond : -beyond
    }
    return contracted(wide, count)
  }

  private static func contracted(_ scores: [Int], _ count: Int) -> [Int] {
    var heads = [Int](repeating: 0, count: count)
    for node in 1..<max(count, 1) {
      var best = -1
      for head in 0..<count where head != node {
        if best < 0 || scores[node * count + head] > scores[node * count + best] { best = head }
      }
      heads[node] = best
    }
    guard let cycle = cycle(heads) else { return heads }
    let isInside = (0..<count).map { cycle.contains($0) }
    let outside = (0..<count).filter { !isInside[$0] }
    let size = outside.count + 1
    var smaller = [Int](repeating: 0, count: size * size)
    var entries = [Int](repeating: 0, count: size)
    var exits = [Int](repeating: 0, count: size)
    for (place, node) in outside.enumerated() {
      for (other, head) in outside.enumerated() {
        smaller[place * size + other] = scores[node * count + head]
      }
      let exit = cycle.max { scores[node * count + $0] < scores[node * count + $1] } ?? 0
      exits[place] = exit
      smaller[place * size + size - 1] = scores[node * count + exit]
      func gain(_ inner: Int) -> Int {
        scores[inner * count + node] - scores[inner * count + heads[inner]]
      }
      let entry = cycle.max { gain($0) < gain($1) } ?? 0
      entries[place] = entry
      smaller[(size - 1) * size + place] = gain(entry)
    }
    let found = contracted(smaller, size)
    for (place, node) in outside.enumerated() where node != 0 {
      heads[node] = found[place] == size - 1 ? exits[place] : outside[found[place]]
    }
    let place = found[size - 1]
    heads[entries[place]] = outside[place]
    return heads
  }

  /// The nodes of a cycle; nil where there is none.
  private static func cycle(_ heads: [Int]) -> [Int]? {
    var seen = [Int](repeating: -1, count: heads.count)
    for start in heads.indices.dropFirst() {
      var node = start
      while node != 0, seen[node] < 0 {
        seen[node] = start
        node = heads[node]
      }
      guard node != 0, seen[node] == start else { continue }
      var cycle = [node]
      var next = heads[node]
      while next != node {
        cycle.append(next)
        next = heads[next]
      }
      return cycle
    }
    return nil
  }
}
