import DatelineText

/// Trains the model that tells the languages of one script apart.
///
/// Method: averaged perceptron with a margin (Collins 2002), over unit vectors of the square roots of
/// counts, so that long and short sentences count alike.
struct LanguageTrainer {
  /// The languages, in the order of the table.
  let languages: [String]
  /// The number of the script: Latin, Cyrillic, Arabic.
  let script: Int
  private static let margin: Float = 0.3

  /// One sentence: its language, and where its runs of letters are in the table.
  struct Example {
    var language: Int
    var vector: [(place: Int, value: Float)]
  }

  /// The table after going `epochs` times over `sentences`, each with the index of its language.
  func table(_ sentences: [(language: Int, text: String)], epochs: Int) -> LanguageModel.Table {
    let examples = sentences.map { sentence in
      Example(
        language: sentence.language,
        vector: LanguageFeatures(sentence.text.utf8).unitVector(of: script))
    }
    let count = languages.count
    let size = LanguageFeatures.placeCount(of: script) * count
    var weights = [Float](repeating: 0, count: size)
    var sums = [Float](repeating: 0, count: size)
    var random = SeededGenerator(seed: 7)
    var order = Array(examples.indices)
    var step: Float = 0
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order {
        step += 1
        let example = examples[index]
        let rival = strongest(example, weights)
        guard rival != example.language else { continue }
        for (place, value) in example.vector {
          weights[place * count + example.language] += value
          weights[place * count + rival] -= value
          sums[place * count + example.language] += step * value
          sums[place * count + rival] -= step * value
        }
      }
    }
    return quantized(zip(weights, sums).map { $0 - $1 / max(step, 1) })
  }

  /// The language that scores best, the right one held back by the margin.
  private func strongest(_ example: Example, _ weights: [Float]) -> Int {
    let count = languages.count
    var scores = [Float](repeating: 0, count: count)
    scores[example.language] = -Self.margin
    for (place, value) in example.vector {
      for language in 0..<count { scores[language] += value * weights[place * count + language] }
    }
    return scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
  }

  /// The weights as signed bytes: the few greatest are cut, so that the rest keep their differences.
  private func quantized(_ weights: [Float]) -> LanguageModel.Table {
    let greatest = weights.map(abs).max() ?? 1
    let scale = max(greatest, .leastNormalMagnitude) / (127 * 3)
    return LanguageModel.Table(
      languages: languages, scale: scale,
      weights: weights.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) })
  }
}
