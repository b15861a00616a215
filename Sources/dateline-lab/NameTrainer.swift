import DatelineText

/// Trains the name tagger: a structured perceptron with a margin and averaged weights (Collins
/// 2002). Where a corpus leaves a type out, the gold sequence is the best one that its labels allow.
struct NameTrainer {
  /// One sentence: its features as rows of the weights, and the tags that its tokens may bear.
  struct Example {
    var features: [[UInt32]]
    var allowed: [UInt16]
  }

  /// By how much the gold sequence must beat another for each token where they differ.
  var margin: Int32 = 30

  private var weights: [NameDecoder.Scores]
  private var totals: [SIMD16<Float>]
  private var decoder = NameDecoder()
  private var transitionTotals: [SIMD16<Float>]
  private var step: Float = 1

  /// Makes a trainer for `count` features.
  init(features count: Int) {
    weights = Array(repeating: .zero, count: count)
    totals = Array(repeating: .zero, count: count)
    transitionTotals = Array(repeating: .zero, count: NameTag.count + 1)
  }

  /// Learns from `examples`, in an order that a fixed seed gives; returns the number of sentences
  /// that were tagged wrongly or without the margin.
  mutating func learn(_ examples: [Example], seed: UInt64) -> Int {
    var order = Array(examples.indices)
    var generator = SeededGenerator(seed: seed)
    order.shuffle(using: &generator)
    var errors = 0
    for index in order {
      if learn(examples[index]) { errors += 1 }
      step += 1
    }
    return errors
  }

  private mutating func learn(_ example: Example) -> Bool {
    let scores = example.features.map { rows in
      rows.reduce(into: NameDecoder.Scores.zero) { $0 &+= weights[Int($1)] }
    }
    let guess = decoder.decode(favouringErrors(scores, example.allowed)[...])
    let isRight = zip(guess, example.allowed).allSatisfy { $1 >> UInt16($0.rawValue) & 1 == 1 }
    guard !isRight else { return false }
    let gold = decoder.decode(scores[...], allowed: example.allowed)
    for index in guess.indices {
      if guess[index] != gold[index] {
        for row in example.features[index] {
          update(Int(row), gold[index], 1)
          update(Int(row), guess[index], -1)
        }
      }
      let (was, should) =
        index == 0
        ? (0, 0) : (Int(guess[index - 1].rawValue) + 1, Int(gold[index - 1].rawValue) + 1)
      if was != should || guess[index] != gold[index] {
        updateTransition(from: should, to: gold[index], 1)
        updateTransition(from: was, to: guess[index], -1)
      }
    }
    return true
  }

  /// The scores with the margin added to every tag that is not allowed.
  private func favouringErrors(_ scores: [NameDecoder.Scores], _ allowed: [UInt16])
    -> [NameDecoder.Scores]
  {
    zip(scores, allowed).map { scores, set in
      var result = scores
      for tag in 0..<NameTag.count where set >> UInt16(tag) & 1 == 0 { result[tag] &+= margin }
      return result
    }
  }

  private mutating func update(_ row: Int, _ tag: NameTag, _ change: Int32) {
    weights[row][Int(tag.rawValue)] &+= change
    totals[row][Int(tag.rawValue)] += step * Float(change)
  }

  private mutating func updateTransition(from row: Int, to tag: NameTag, _ change: Int32) {
    if row == 0 {
      decoder.initial[Int(tag.rawValue)] &+= change
    } else {
      decoder.transitions[row - 1][Int(tag.rawValue)] &+= change
    }
    transitionTotals[row][Int(tag.rawValue)] += step * Float(change)
  }

  /// The averaged weights of a feature.
  func averaged(_ row: Int) -> SIMD16<Float> {
    SIMD16<Float>(weights[row]) - totals[row] / step
  }

  /// The averaged initial scores, then the averaged transitions.
  func averagedTransitions() -> [SIMD16<Float>] {
    ([decoder.initial] + decoder.transitions).enumerated().map { row, scores in
      SIMD16<Float>(scores) - transitionTotals[row] / step
    }
  }
}
