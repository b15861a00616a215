import DatelineText

/// The words of a treebank, counted by the tags that they have there.
struct TreebankVocabulary {
  /// For each word by its hash: how often it has each tag.
  private var counts: [UInt64: [UInt8: Int]] = [:]
  private let treebank: Treebank
  /// How often a word must occur to be known.
  private static let least = 3

  /// Counts the words of `treebank`, case aside.
  init(_ treebank: Treebank) {
    self.treebank = treebank
    for (sentence, words) in zip(treebank.sentences, treebank.sentenceWords(nil)) {
      for (index, word) in zip(sentence.tokens, words.words) {
        counts[word.lower, default: [:]][treebank.words[index].tag, default: 0] += 1
      }
    }
  }

  /// The words that are known, each with its most frequent tag and the second, where that has a
  /// fifth of the occurrences.
  var vocabulary: Vocabulary {
    Vocabulary(
      counts.compactMap { hash, tags in
        let total = tags.values.reduce(0, +)
        guard total >= Self.least else { return nil }
        let (first, second) = Self.ranked(tags)
        return (hash, first, second)
      })
  }

  private static func ranked(_ tags: [UInt8: Int]) -> (first: UInt8, second: UInt8) {
    let total = tags.values.reduce(0, +)
    let ranked = tags.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let second = ranked.count > 1 && ranked[1].value * 5 >= total ? ranked[1] : ranked[0]
    return (ranked[0].key, second.key)
  }

  /// The words of each sentence as they are learnt from: the tags that a word is told to have mostly
  /// are those of its other occurrences, or the learner would trust them too much.
  func lessons(_ vocabulary: Vocabulary) -> [SentenceWords] {
    let whole = treebank.sentenceWords(nil)
    return treebank.sentenceWords(vocabulary).enumerated().map { number, words in
      var words = words
      for (index, word) in whole[number].words.enumerated() {
        guard var tags = counts[word.lower], tags.values.reduce(0, +) >= Self.least else {
          continue
        }
        let own = treebank.words[treebank.sentences[number].tokens.lowerBound + index].tag
        tags[own, default: 0] -= 1
        if tags[own] == 0 { tags[own] = nil }
        let (first, second) = Self.ranked(tags)
        words.replaceTags(at: index, by: UInt64(first) << 8 | UInt64(second))
      }
      return words
    }
  }
}
