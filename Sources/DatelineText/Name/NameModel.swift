/// Tags the tokens of one article with the trained weights, and with what the syntax network says of
/// each token.
package struct NameModel: Sendable {
  private let weights: NameWeights

  /// The model with the embedded weights.
  package static let embedded = NameModel(weights: .embedded)

  /// Makes a model of trained weights.
  package init(weights: NameWeights) { self.weights = weights }

  /// How many tokens share their scores at least; more where the last sentence is long. Bounds the
  /// memory that a long text takes.
  private static let window = 8000

  /// How far ahead of all other tags the network must have it that a word is part of no name, to be
  /// believed at once: odds of 85 to 1. Up to here the tags of 2,600 sentences of development
  /// stayed as good as with 13 to 1 or with none.
  private static let certain = 800

  /// One tag for each token of `document`, a text of the kind `genre`, of whose tokens the network
  /// says `told`.
  package func tags(of document: NameDocument, genre: NameGenre, told: [SIMD16<Int16>])
    -> [NameTag]
  {
    let features = NameFeatures(document, genre: genre)
    var decoder = weights.decoder
    var shared = SharedScores(document.tokens)
    var result: [NameTag] = []
    result.reserveCapacity(document.tokenCount)
    var scores: [NameDecoder.Scores] = []
    var first = document.sentences.startIndex
    for (number, sentence) in document.sentences.enumerated() {
      for index in sentence {
        if isOutside(document.tokens[index], told[index]) {
          scores.append(NameDecoder.outside)
          continue
        }
        let told = NameDecoder.Scores(truncatingIfNeeded: told[index])
        scores.append(score(of: index, inSentence: number, features) &+ told)
      }
      let next = number + 1
      guard scores.count >= Self.window || next == document.sentences.endIndex else { continue }
      shared.share(&scores, from: result.count)
      var start = 0
      for part in document.sentences[first..<next] {
        result += decoder.decode(scores[start..<(start + part.count)])
        start += part.count
      }
      scores.removeAll(keepingCapacity: true)
      first = next
    }
    return result
  }

  /// Whether a word in small letters is so surely part of no name that its features need not be
  /// looked up: it holds for most words.
  @inline(__always)
  private func isOutside(_ token: NameToken, _ told: SIMD16<Int16>) -> Bool {
    guard !token.shape.isCapital else { return false }
    var others = told
    others[Int(NameTag.outside.rawValue)] = .min
    for lane in NameTag.count..<SIMD16<Int16>.scalarCount { others[lane] = .min }
    let own = Int(told[Int(NameTag.outside.rawValue)])
    return own - Int(others.max()) >= Self.certain
  }

  private func score(of index: Int, inSentence number: Int, _ features: NameFeatures)
    -> NameDecoder.Scores
  {
    var sum = SIMD16<Int16>.zero
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: NameWeights.batch) { batch in
      var count = 0
      features.forEach(index, inSentence: number) { feature in
        if count == NameWeights.batch {
          weights.add(UnsafeBufferPointer(batch), to: &sum)
          count = 0
        }
        batch[count] = feature
        count &+= 1
      }
      weights.add(UnsafeBufferPointer(rebasing: batch[..<count]), to: &sum)
    }
    return NameDecoder.Scores(truncatingIfNeeded: sum)
  }

  /// The kind of text that `document` is.
  package func genre(of document: NameDocument) -> NameGenre {
    var sums = SIMD16<Int32>.zero
    var count = 0
    NameGenre.forEachFeature(of: document.tokens) { hash in
      var sum = SIMD16<Int16>.zero
      withUnsafePointer(to: hash) {
        weights.add(UnsafeBufferPointer(start: $0, count: 1), to: &sum)
      }
      sums &+= SIMD16<Int32>(truncatingIfNeeded: sum)
      count += 1
    }
    return NameGenre(scores: sums, count: count)
  }
}
