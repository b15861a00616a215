/// Tags the words of a sentence from left to right with a linear model.
///
/// Two passes: the first sees the words around and the tags before; the second sees the first
/// pass's tags on both sides as well.
package struct PartOfSpeechTagger: Sendable {
  /// The weights of the first pass.
  package var first: WeightTable
  /// The weights of the second pass.
  package var second: WeightTable

  /// Makes a tagger with these weights.
  package init(first: WeightTable, second: WeightTable) {
    self.first = first
    self.second = second
  }

  /// The labels of the words, as numbers of `TagSet`, written to `tags`.
  package func tag(_ words: SentenceWords, into tags: inout [UInt8]) {
    var drafts: [UInt8] = []
    run(first, words, drafts: nil, into: &drafts)
    run(second, words, drafts: drafts, into: &tags)
  }

  /// One pass.
  package func run(
    _ table: WeightTable, _ words: SentenceWords, drafts: [UInt8]?, into tags: inout [UInt8]
  ) {
    tags.removeAll(keepingCapacity: true)
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: TagSet.count)
    for index in words.words.indices {
      TaggerFeatures.collect(words, at: index, before: tags, drafts: drafts, into: &features)
      for label in scores.indices { scores[label] = 0 }
      table.score(features, into: &scores)
      var best = 0
      for label in 1..<TagSet.count where scores[label] > scores[best] { best = label }
      tags.append(UInt8(best))
    }
  }
}

/// The features of the tagger.
package enum TaggerFeatures {
  private static let outside = SentenceWords.Word()

  /// Replaces `features` by those of the word at `index`, given the tags before it and, in the
  /// second pass, the first pass's tags of the whole sentence.
  package static func collect(
    _ words: SentenceWords, at index: Int, before tags: [UInt8], drafts: [UInt8]?,
    into features: inout [UInt64]
  ) {
    features.removeAll(keepingCapacity: true)
    let all = words.words
    func word(_ position: Int) -> SentenceWords.Word {
      all.indices.contains(position) ? all[position] : outside
    }
    let this = all[index]
    let (before, after) = (word(index - 1), word(index + 1))
    let (farBefore, farAfter) = (word(index - 2), word(index + 2))
    let last = UInt64(index > 0 ? tags[index - 1] : 250)
    let farLast = UInt64(index > 1 ? tags[index - 2] : 250)
    let place: UInt64 = (index == 0 ? 1 : 0) | words.style << 1
    func add(_ template: Int, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(FeatureHash(template, a, b, c).value)
    }
    add(1, this.exact)
    add(2, this.lower)
    add(3, before.lower)
    add(4, after.lower)
    add(5, farBefore.lower)
    add(6, farAfter.lower)
    add(7, before.lower, this.lower)
    add(8, this.lower, after.lower)
    add(9, before.lower, after.lower)
    add(10, this.suffixes.0)
    add(11, this.suffixes.1)
    add(12, this.suffixes.2)
    add(13, this.suffixes.3)
    add(14, this.prefixes.0, this.shape)
    add(15, this.prefixes.1)
    add(16, this.prefixes.2)
    add(17, this.shape, place)
    add(18, last)
    add(19, last, farLast)
    add(20, last, this.lower)
    add(21, last, farLast, this.lower)
    add(22, last, after.lower)
    add(23, after.suffixes.2)
    add(24, before.suffixes.2)
    add(25, last, this.suffixes.2)
    add(26, this.shape, before.shape, after.shape)
    add(27, last, after.suffixes.1)
    add(28, after.lower, farAfter.lower)
    add(29, this.shape, last, place)
    add(30, this.suffixes.2, this.shape, place)
    add(31, this.suffixes.1, after.suffixes.1)
    add(32, last, farLast, this.suffixes.2)
    guard let drafts else { return }
    let own = UInt64(drafts[index])
    let next = UInt64(index + 1 < drafts.count ? drafts[index + 1] : 250)
    let farNext = UInt64(index + 2 < drafts.count ? drafts[index + 2] : 250)
    add(40, next)
    add(41, next, farNext)
    add(42, last, next)
    add(43, this.lower, next)
    add(44, last, this.lower, next)
    add(45, own, last, next)
    add(46, own, next, farNext)
    add(47, this.suffixes.2, next)
    add(48, own, this.lower)
    add(49, farLast, last << 8 | next, farNext)
    add(50, this.lower, next, farNext)
  }
}
