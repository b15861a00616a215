/// Tags the tokens of one article with the trained weights.
package struct NameModel: Sendable {
  private let weights: NameWeights

  /// The model with the embedded weights.
  package static let embedded = NameModel(weights: .embedded)

  /// Makes a model of trained weights.
  package init(weights: NameWeights) { self.weights = weights }

  /// One tag for each token of `document`.
  package func tags(of document: NameDocument) -> [NameTag] {
    let features = NameFeatures(document)
    var decoder = weights.decoder
    var result: [NameTag] = []
    result.reserveCapacity(document.tokenCount)
    var scores: [NameDecoder.Scores] = []
    for (number, sentence) in document.sentences.enumerated() {
      scores.removeAll(keepingCapacity: true)
      for index in sentence {
        var sum = SIMD16<Int16>.zero
        features.forEach(index, inSentence: number) { weights.add($0, to: &sum) }
        scores.append(NameDecoder.Scores(truncatingIfNeeded: sum))
      }
      result += decoder.decode(scores[...])
    }
    return result
  }
}
