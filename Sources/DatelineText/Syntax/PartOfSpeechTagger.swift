/// Tags the words of a sentence from left to right with a linear model that sees the words around,
/// the tags before, and the tags that the words around mostly have. Words that have but one tag
/// wherever they stand are not asked about.
package struct PartOfSpeechTagger: Sendable {
  /// The weights.
  package var weights: WeightTable

  /// Makes a tagger with these weights.
  package init(weights: WeightTable) { self.weights = weights }

  /// Writes the labels of the words, as numbers of `TagSet`, to `tags`.
  package func tag(_ words: SentenceWords, into tags: inout [UInt8]) {
    tags.removeAll(keepingCapacity: true)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureList.capacity) { room in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: TagSet.count) { scores in
        guard let room = room.baseAddress, let scores = scores.baseAddress else { return }
        for index in words.words.indices {
          if let certain = words.words[index].certain {
            tags.append(certain)
            continue
          }
          var features = FeatureList(room)
          TaggerFeatures.collect(words, at: index, before: tags, into: &features)
          scores.update(repeating: 0, count: TagSet.count)
          weights.score(features.all, into: scores)
          var best = 0
          for label in 1..<TagSet.count where scores[label] > scores[best] { best = label }
          tags.append(UInt8(best))
        }
      }
    }
  }
}

/// The features of the tagger.
package struct TaggerFeatures {
  private typealias Word = UnsafePointer<SentenceWords.Word>
  /// The word, and those one and two places before and after it.
  private let this, before, after, farBefore, farAfter: Word
  /// The tags of the words one and two places before.
  private let last, farLast: UInt64
  /// Whether the word begins the sentence, and how the sentence is written.
  private let place: UInt64

  /// Adds the features of the word at `index`, given the tags before it.
  @inline(__always)
  package static func collect(
    _ words: SentenceWords, at index: Int, before tags: [UInt8], into features: inout FeatureList
  ) {
    words.words.withUnsafeBufferPointer { all in
      withUnsafePointer(to: SentenceWords.Word()) { outside in
        guard let first = all.baseAddress else { return }
        func word(_ position: Int) -> Word {
          position >= 0 && position < all.count ? first + position : outside
        }
        let view = TaggerFeatures(
          this: first + index, before: word(index - 1), after: word(index + 1),
          farBefore: word(index - 2), farAfter: word(index + 2),
          last: UInt64(index > 0 ? tags[index - 1] : 250),
          farLast: UInt64(index > 1 ? tags[index - 2] : 250),
          place: (index == 0 ? 1 : 0) | words.style << 1)
        view.addWords(to: &features)
        view.addTags(to: &features)
      }
    }
  }

  @inline(__always)
  private func addWords(to features: inout FeatureList) {
    let (this, before, after) = (this.pointee, before.pointee, after.pointee)
    let (farBefore, farAfter) = (farBefore.pointee, farAfter.pointee)
    features.add(1, this.exact)
    features.add(2, this.lower)
    features.add(3, before.lower)
    features.add(4, after.lower)
    features.add(5, farBefore.lower)
    features.add(6, farAfter.lower)
    features.add(7, before.lower, this.lower)
    features.add(8, this.lower, after.lower)
    features.add(9, before.lower, after.lower)
    features.add(10, this.suffixes.0)
    features.add(11, this.suffixes.1)
    features.add(12, this.suffixes.2)
    features.add(13, this.suffixes.3)
    features.add(14, this.prefixes.0, this.shape)
    features.add(15, this.prefixes.1)
    features.add(16, this.prefixes.2)
    features.add(17, this.shape, place)
    features.add(23, after.suffixes.2)
    features.add(24, before.suffixes.2)
    features.add(26, this.shape, before.shape, after.shape)
    features.add(28, after.lower, farAfter.lower)
    features.add(30, this.suffixes.2, this.shape, place)
    features.add(31, this.suffixes.1, after.suffixes.1)
  }

  @inline(__always)
  private func addTags(to features: inout FeatureList) {
    let (this, after, farAfter) = (this.pointee, after.pointee, farAfter.pointee)
    features.add(18, last)
    features.add(19, last, farLast)
    features.add(20, last, this.lower)
    features.add(21, last, farLast, this.lower)
    features.add(22, last, after.lower)
    features.add(25, last, this.suffixes.2)
    features.add(27, last, after.suffixes.1)
    features.add(29, this.shape, last, place)
    features.add(32, last, farLast, this.suffixes.2)
    features.add(40, this.tags)
    features.add(41, after.tags)
    features.add(42, last, this.tags)
    features.add(43, this.tags, after.tags)
    features.add(44, last, this.tags, after.tags)
    features.add(45, after.tags, farAfter.tags)
    features.add(46, last, after.tags)
    features.add(47, this.lower, after.tags)
    features.add(48, last, farLast, this.tags)
    features.add(49, this.suffixes.2, after.tags)
    features.add(50, this.tags, after.tags, farAfter.tags)
    features.add(51, last, this.lower, after.tags)
    features.add(52, last, this.suffixes.1, after.tags)
    features.add(53, this.listed, this.shape)
    features.add(54, this.listed, this.shape, place)
    features.add(55, this.listed, last, this.shape)
    features.add(56, this.listed, after.listed, after.shape)
    features.add(57, this.listed, this.suffixes.1)
  }
}
