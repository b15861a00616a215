import DatelineText

/// Trains the two passes of the part-of-speech tagger.
///
/// The second pass and the parser must learn from tags with the mistakes that they will meet, so
/// the treebank is cut into folds and each fold is tagged by a model of the others (jackknifing).
struct TaggerTrainer {
  let treebank: Treebank
  let epochs: Int
  private let words: [SentenceWords]
  private static let folds = 5

  init(treebank: Treebank, vocabulary: Vocabulary, epochs: Int) {
    self.treebank = treebank
    self.epochs = epochs
    words = treebank.sentenceWords(vocabulary)
  }

  /// The trained passes, and the tags that the parser is to learn from.
  func train(pruning: Float) -> (tagger: PartOfSpeechTagger, tags: [[UInt8]]) {
    let all = Array(words.indices)
    let drafts = jackknife(drafts: nil)
    let tags = jackknife(drafts: drafts)
    let first = train(on: all, drafts: nil).averaged(pruning: pruning)
    let second = train(on: all, drafts: drafts).averaged(pruning: pruning)
    return (PartOfSpeechTagger(first: first, second: second), tags)
  }

  private func jackknife(drafts: [[UInt8]]?) -> [[UInt8]] {
    var tags = [[UInt8]](repeating: [], count: words.count)
    for fold in 0..<Self.folds {
      let others = words.indices.filter { $0 / 10 % Self.folds != fold }
      let table = train(on: others, drafts: drafts).averaged(pruning: 0)
      let tagger = PartOfSpeechTagger(first: table, second: table)
      for sentence in words.indices where sentence / 10 % Self.folds == fold {
        tagger.run(table, words[sentence], drafts: drafts?[sentence], into: &tags[sentence])
      }
    }
    return tags
  }

  private func train(on sentences: [Int], drafts: [[UInt8]]?) -> AveragedPerceptron {
    var perceptron = AveragedPerceptron(labels: TagSet.count)
    var generator = SeededGenerator(seed: 1)
    var features: [UInt64] = []
    var order = sentences
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for sentence in order {
        let first = treebank.sentences[sentence].tokens.lowerBound
        var tags: [UInt8] = []
        for index in words[sentence].words.indices {
          TaggerFeatures.collect(
            words[sentence], at: index, before: tags, drafts: drafts?[sentence], into: &features)
          let gold = Int(treebank.words[first + index].tag)
          tags.append(UInt8(perceptron.learn(features, gold: gold)))
        }
      }
    }
    return perceptron
  }
}
