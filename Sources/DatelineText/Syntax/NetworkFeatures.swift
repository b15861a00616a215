/// What the network sees of a word: one feature for each of these.
package enum NetworkFeatures {
  /// The feature of the place before a sentence, which stands for the root.
  package static let root = FeatureHash(30).value

  /// How many features tell which word it is; in training they are left out at random, so that the
  /// others learn to do without.
  package static let telling = 3

  /// How many features of a word hang on its form alone.
  static let count = 14

  /// Calls `add` with each feature of the word at `index`, the telling ones first.
  @inline(__always)
  package static func forEach(_ words: SentenceWords, at index: Int, _ add: (UInt64) -> Void) {
    forEach(words.words[index], add)
    add(place(words, at: index))
  }

  /// How the word at `index` is written, and where it stands.
  @inline(__always)
  static func place(_ words: SentenceWords, at index: Int) -> UInt64 {
    FeatureHash(20, words.words[index].shape, words.style << 1 | (index == 0 ? 1 : 0)).value
  }

  /// Calls `add` with each feature of the word's form.
  @inline(__always)
  static func forEach(_ word: SentenceWords.Word, _ add: (UInt64) -> Void) {
    add(FeatureHash(1, word.lower).value)
    add(FeatureHash(2, word.exact).value)
    add(FeatureHash(3, word.tags).value)
    add(FeatureHash(4, word.suffixes.0).value)
    add(FeatureHash(5, word.suffixes.1).value)
    add(FeatureHash(6, word.suffixes.2).value)
    add(FeatureHash(7, word.suffixes.3).value)
    add(FeatureHash(8, word.prefixes.0, word.shape).value)
    add(FeatureHash(9, word.prefixes.1).value)
    add(FeatureHash(10, word.prefixes.2).value)
    add(FeatureHash(11, word.shape).value)
    add(FeatureHash(12, word.listed).value)
    add(FeatureHash(13, word.listed, word.shape).value)
    add(FeatureHash(14, word.suffixes.1, word.shape).value)
  }
}
