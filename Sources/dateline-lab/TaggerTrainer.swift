import DatelineText

/// Trains the part-of-speech tagger.
///
/// The parser must learn from tags with the mistakes that it will meet, so the treebank is cut into
/// folds and each fold is tagged by a model of the others (jackknifing).
struct TaggerTrainer {
  let treebank: Treebank
  let epochs: Int
  private let words: [SentenceWords]
  private static let folds = 3

  private let margin: Float

  /// - Parameters:
  ///   - words: the sentences of `treebank` as they are to be seen.
  ///   - margin: by how much the right tag must win, or it is learnt again.
  init(treebank: Treebank, words: [SentenceWords], epochs: Int, margin: Float) {
    self.treebank = treebank
    self.epochs = epochs
    self.words = words
    self.margin = margin
  }

  /// The tagger: the mean of `members` models that saw the sentences in different orders.
  func train(members: Int, pruning: Float) -> PartOfSpeechTagger {
    let models = (1...members).map { train(on: Array(words.indices), seed: UInt64($0)) }
    return PartOfSpeechTagger(
      weights: WeightTable(
        labels: TagSet.count, rows: AveragedPerceptron.mixed(models), pruning: pruning))
  }

  /// The tags of each sentence by a tagger that did not learn from it.
  func jackknifedTags() -> [[UInt8]] {
    var tags = [[UInt8]](repeating: [], count: words.count)
    for fold in 0..<Self.folds {
      let others = words.indices.filter { Self.fold($0) != fold }
      let tagger = PartOfSpeechTagger(weights: train(on: others, seed: 1).averaged(pruning: 0.01))
      for sentence in words.indices where Self.fold(sentence) == fold {
        tagger.tag(words[sentence], into: &tags[sentence])
      }
    }
    return tags
  }

  /// Neighbours go to the same fold, lest a document be tagged by a model that knows its other half.
  private static func fold(_ sentence: Int) -> Int { sentence / 400 % folds }

  private func train(on sentences: [Int], seed: UInt64) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(labels: TagSet.count)
    var generator = SeededGenerator(seed: seed)
    var order = sentences
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for sentence in order {
        let first = treebank.sentences[sentence].tokens.lowerBound
        var tags: [UInt8] = []
        for (index, word) in words[sentence].words.enumerated() {
          if let certain = word.certain {
            tags.append(certain)
            continue
          }
          let features = FeatureList.array {
            TaggerFeatures.collect(words[sentence], at: index, before: tags, into: &$0)
          }
          let gold = Int(treebank.words[first + index].tag)
          tags.append(UInt8(perceptron.learn(features, gold: gold, margin: margin)))
        }
      }
    }
    return perceptron
  }
}
