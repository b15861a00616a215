/// Finds the best tags of a sentence, given a score for each token and tag (Viterbi).
package struct NameDecoder: Sendable {
  /// Scores of the tags at one token, or after one tag; lanes beyond the tags mean nothing.
  package typealias Scores = SIMD16<Int32>

  /// Scores of each next tag, by the tag before.
  package var transitions: [Scores]
  /// Scores of each tag at the start of a sentence.
  package var initial: Scores
  private var back: [UInt8] = []

  /// Makes a decoder with the given scores of one tag after another.
  package init(transitions: [Scores], initial: Scores) {
    self.transitions = transitions
    self.initial = initial
  }

  /// Makes a decoder in which every sequence is equally good.
  package init() {
    self.init(
      transitions: Array(repeating: .zero, count: NameTag.count), initial: .zero)
  }

  private static let impossible: Int32 = -1_000_000_000

  /// The best sequence for `scores`. `allowed` restricts the tags of each token to a set of bits,
  /// where it is given.
  ///
  /// Cost: the number of tokens times the square of the number of tags.
  package mutating func decode(_ scores: ArraySlice<Scores>, allowed: [UInt16] = []) -> [NameTag] {
    guard !scores.isEmpty else { return [] }
    back.removeAll(keepingCapacity: true)
    var best = Scores.zero
    let spread = spread
    for (step, here) in scores.enumerated() {
      let set = allowed.isEmpty ? 0xFFFF : allowed[step]
      var next = Scores(repeating: NameDecoder.impossible)
      let live = liveTags(best, spread)
      for tag in 0..<NameTag.count {
        guard set >> UInt16(tag) & 1 == 1 else {
          back.append(0)
          continue
        }
        let (score, from) = step == 0 ? entry(to: tag) : entry(to: tag, after: best, live: live)
        next[tag] = max(score &+ here[tag], NameDecoder.impossible)
        back.append(from)
      }
      best = next
    }
    return trace(best, scores.count)
  }

  private func entry(to tag: Int) -> (Int32, UInt8) {
    (isInside(tag) ? NameDecoder.impossible : initial[tag], 0)
  }

  /// By how much two transitions may differ at most.
  private var spread: Int32 {
    var low = Scores.zero
    var high = Scores.zero
    for scores in transitions {
      low = pointwiseMin(low, scores)
      high = pointwiseMax(high, scores)
    }
    return high.max() &- low.min()
  }

  /// The tags, one bit each, that the best sequence may come from to a tag that any other may
  /// precede: those behind by more than transitions can make up for are out.
  private func liveTags(_ best: Scores, _ spread: Int32) -> UInt16 {
    let floor = best.max() &- spread
    var live: UInt16 = 0
    for tag in 0..<NameTag.count where best[tag] >= floor { live |= 1 << UInt16(tag) }
    return live
  }

  private func entry(to tag: Int, after best: Scores, live: UInt16) -> (Int32, UInt8) {
    var result: (Int32, UInt8) = (NameDecoder.impossible, 0)
    var candidates = isInside(tag) ? 0b11 << UInt16(tag - 1) : live
    while candidates != 0 {
      let previous = candidates.trailingZeroBitCount
      let score = best[previous] &+ transitions[previous][tag]
      if score > result.0 { result = (score, UInt8(previous)) }
      candidates &= candidates &- 1
    }
    return result
  }

  private func isInside(_ tag: Int) -> Bool { tag != 0 && tag & 1 == 0 }

  private func trace(_ best: Scores, _ length: Int) -> [NameTag] {
    let count = NameTag.count
    var tag = 0
    for candidate in 1..<count where best[candidate] > best[tag] { tag = candidate }
    var result = Array(repeating: NameTag.outside, count: length)
    for step in stride(from: length - 1, through: 0, by: -1) {
      result[step] = NameTag(rawValue: UInt8(tag))
      tag = Int(back[step * count + tag])
    }
    return result
  }
}
