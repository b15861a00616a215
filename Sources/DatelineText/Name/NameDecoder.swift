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
    for (step, here) in scores.enumerated() {
      let set = allowed.isEmpty ? 0xFFFF : allowed[step]
      var next = Scores(repeating: NameDecoder.impossible)
      for tag in 0..<NameTag.count {
        guard set >> UInt16(tag) & 1 == 1 else {
          back.append(0)
          continue
        }
        let (score, from) = step == 0 ? entry(to: tag) : entry(to: tag, after: best)
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

  private func entry(to tag: Int, after best: Scores) -> (Int32, UInt8) {
    var result: (Int32, UInt8) = (NameDecoder.impossible, 0)
    let candidates = isInside(tag) ? (tag - 1)..<(tag + 1) : 0..<NameTag.count
    for previous in candidates {
      let score = best[previous] &+ transitions[previous][tag]
      if score > result.0 { result = (score, UInt8(previous)) }
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
