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
  /// Cost: the square of `count`, and its product with the number of cycles that the best heads make.
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
    guard cycle(heads) != nil else { return heads }
    var wide = [Int](repeating: 0, count: count * count)
    for node in 1..<max(count, 1) {
      for head in 0..<count { wide[node * count + head] = Int(scores[node * stride + head]) }
      wide[node * count] += node == first.node ? beyond : -beyond
    }
    return wide.withUnsafeMutableBufferPointer { contracted($0, count) }
  }

  /// A cycle that became one node, the first of it.
  private struct Contraction {
    var cycle: [Int]
    /// The head of each node of the cycle within it.
    var heads: [Int]
    /// For each other node the member of the cycle that is its best head, and the member to which it
    /// is the best head.
    var exits, entries: [Int]
  }

  /// The best tree: cycles are made one node, in place, until there is none, and opened again in the
  /// other order, each where its own head enters it.
  private static func contracted(_ scores: UnsafeMutableBufferPointer<Int>, _ count: Int) -> [Int] {
    var alive = Array(0..<count)
    var heads = [Int](repeating: 0, count: count)
    for node in 1..<count { heads[node] = best(of: node, among: alive, scores, count) }
    var contractions: [Contraction] = []
    while let cycle = cycle(heads) {
      let whole = cycle[0]
      alive.removeAll { cycle.contains($0) }
      contractions.append(contract(cycle, heads, alive, scores, count))
      for node in alive where cycle.contains(heads[node]) { heads[node] = whole }
      for node in cycle.dropFirst() { heads[node] = 0 }
      heads[whole] = best(of: whole, among: alive, scores, count)
      alive.append(whole)
    }
    for contraction in contractions.reversed() {
      let head = heads[contraction.cycle[0]]
      for node in alive where node != 0 && heads[node] == contraction.cycle[0] {
        heads[node] = contraction.exits[node]
      }
      for (node, inner) in zip(contraction.cycle, contraction.heads) { heads[node] = inner }
      heads[contraction.entries[head]] = head
      alive += contraction.cycle.dropFirst()
    }
    return heads
  }

  /// The best head of `node`, the first of equals.
  private static func best(
    of node: Int, among alive: [Int], _ scores: UnsafeMutableBufferPointer<Int>, _ count: Int
  ) -> Int {
    var best = -1
    for head in alive where head != node {
      if best < 0 || scores[node * count + head] > scores[node * count + best] { best = head }
    }
    return best
  }

  /// Writes the scores of a cycle as a whole to those of its first node, for the nodes `outside`.
  private static func contract(
    _ cycle: [Int], _ heads: [Int], _ outside: [Int], _ scores: UnsafeMutableBufferPointer<Int>,
    _ count: Int
  ) -> Contraction {
    var contraction = Contraction(
      cycle: cycle, heads: cycle.map { heads[$0] },
      exits: Array(repeating: cycle[0], count: count),
      entries: Array(repeating: cycle[0], count: count))
    let kept = cycle.map { scores[$0 * count + heads[$0]] }
    for node in outside {
      var (exit, entry, gain) = (cycle[0], cycle[0], Int.min)
      for (inner, kept) in zip(cycle, kept) {
        if scores[node * count + inner] > scores[node * count + exit] { exit = inner }
        if scores[inner * count + node] - kept > gain {
          (entry, gain) = (inner, scores[inner * count + node] - kept)
        }
      }
      (contraction.exits[node], contraction.entries[node]) = (exit, entry)
      scores[node * count + cycle[0]] = scores[node * count + exit]
      scores[cycle[0] * count + node] = gain
    }
    return contraction
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
