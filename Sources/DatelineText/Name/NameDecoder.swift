/// Finds the best tags of a sentence, given a score for each token and tag (Viterbi).
package struct NameDecoder: Sendable {
  /// Scores of the tags at one token, or after one tag; lanes beyond the tags mean nothing.
  package typealias Scores = SIMD16<Int32>

  /// Scores of each next tag, by the tag before.
  package var transitions: [Scores]
  /// Scores of each tag at the start of a sentence.
  package var initial: Scores
  private var back: [SIMD16<UInt8>] = []

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

  /// The scores of a word that is surely part of no name.
  static let outside: Scores = {
    var scores = Scores(repeating: unlikely)
    scores[0] = 0
    return scores
  }()

  /// The score of any other tag of such a word.
  private static let unlikely: Int32 = -1_000_000

  /// Whether a lane is that of a tag which any other may precede: outside, or the first of a name.
  private let isFree = (0..<NameTag.count).reduce(
    into: SIMDMask<SIMD16<Int32>>(repeating: false)
  ) { $0[$1] = !isInside($1) }

  /// The best sequence for `scores`. `allowed` restricts the tags of each token to a set of bits,
  /// where it is given.
  ///
  /// Cost: the number of tokens times the square of the number of tags at most, and mostly times the
  /// few tags that the sequence may still come from.
  package mutating func decode(_ scores: ArraySlice<Scores>, allowed: [UInt16] = []) -> [NameTag] {
    guard !scores.isEmpty else { return [] }
    back.removeAll(keepingCapacity: true)
    var best = Scores.zero
    let spread = spread
    // Whether the word before was surely outside: then there is one way on, and mostly one word more.
    var wasOutside = false
    for (step, here) in scores.enumerated() {
      let isOutside = allowed.isEmpty && here[1] == Self.unlikely
      defer { wasOutside = isOutside }
      if isOutside, wasOutside {
        best[0] &+= transitions[0][0]
        back.append(.zero)
        continue
      }
      let entries =
        step == 0 ? Entries(scores: start) : entries(after: best, spread, fromOutside: wasOutside)
      var next = pointwiseMax(entries.scores &+ here, Scores(repeating: NameDecoder.impossible))
      for tag in NameTag.count..<Scores.scalarCount { next[tag] = NameDecoder.impossible }
      var from = entries.from
      if !allowed.isEmpty {
        for tag in 0..<NameTag.count where allowed[step] >> UInt16(tag) & 1 == 0 {
          (next[tag], from[tag]) = (NameDecoder.impossible, 0)
        }
      }
      back.append(SIMD16<UInt8>(truncatingIfNeeded: from))
      best = next
      if isOutside {
        best = Scores(repeating: Self.impossible)
        best[0] = next[0]
      }
    }
    return trace(best, scores.count)
  }

  /// How well each tag can be entered, and from which.
  private struct Entries {
    var scores = Scores(repeating: NameDecoder.impossible)
    var from = Scores.zero
  }

  /// The scores of the first tag of a sentence.
  private var start: Scores {
    Scores(repeating: NameDecoder.impossible).replacing(with: initial, where: isFree)
  }

  /// The tags that the best sequence may come from to a tag that any other may precede are few:
  /// those behind by more than transitions can make up for are out.
  private func entries(after best: Scores, _ spread: Int32, fromOutside: Bool) -> Entries {
    if fromOutside {
      let scores = Scores(repeating: best[0]) &+ transitions[0]
      return Entries(
        scores: Scores(repeating: Self.impossible).replacing(with: scores, where: isFree))
    }
    var result = Entries()
    let floor = best.max() &- spread
    for previous in 0..<NameTag.count where best[previous] >= floor {
      let scores = Scores(repeating: best[previous]) &+ transitions[previous]
      let isHigher = (scores .> result.scores) .& isFree
      result.scores.replace(with: scores, where: isHigher)
      result.from.replace(with: Scores(repeating: Int32(previous)), where: isHigher)
    }
    for tag in stride(from: 2, to: NameTag.count, by: 2) {
      for previous in (tag - 1)...tag {
        let score = best[previous] &+ transitions[previous][tag]
        if score > result.scores[tag] {
          (result.scores[tag], result.from[tag]) = (score, Int32(previous))
        }
      }
    }
    return result
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

  private static func isInside(_ tag: Int) -> Bool { tag != 0 && tag & 1 == 0 }

  private func trace(_ best: Scores, _ length: Int) -> [NameTag] {
    var tag = 0
    for candidate in 1..<NameTag.count where best[candidate] > best[tag] { tag = candidate }
    var result = Array(repeating: NameTag.outside, count: length)
    for step in stride(from: length - 1, through: 0, by: -1) {
      result[step] = NameTag(rawValue: UInt8(tag))
      tag = Int(back[step][tag])
    }
    return result
  }
}
