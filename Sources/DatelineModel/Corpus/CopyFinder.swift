import DatelineText

/// Finds articles that are copies of others, by shingle containment.
///
/// Method: Broder, "On the resemblance and containment of documents" (1997): runs of words are
/// hashed, a fixed share of the hashes is kept as a sketch, and sketches are compared.
enum CopyFinder {
  /// Words in a shingle.
  static let width = 5
  /// The share of the shorter article that must stand in the other. Wire copy in which a paper
  /// changes every tenth word keeps 0.59; unrelated pages of one site share at most 0.27 (their
  /// furniture), two reports of one press conference less than a tenth.
  static let containment = 0.35
  /// One hash in this many is kept.
  static let sampling: UInt64 = 4

  /// For each copy: the article that it copies, the one that is longest, or first by name.
  ///
  /// Cost: linear in the text, plus one step for each shingle that articles share.
  static func copies(in articles: [AnnotatedArticle]) -> [ArticleID: ArticleID] {
    let sketches = articles.map(sketch)
    var holders: [UInt64: [Int32]] = [:]
    for (index, sketch) in sketches.enumerated() {
      for hash in sketch { holders[hash, default: []].append(Int32(index)) }
    }
    var copies: [ArticleID: ArticleID] = [:]
    for (index, sketch) in sketches.enumerated() where !sketch.isEmpty {
      var shared: [Int: Int] = [:]
      for hash in sketch {
        for other in holders[hash, default: []].prefix(64) where Int(other) != index {
          shared[Int(other), default: 0] += 1
        }
      }
      let originals = shared.filter { other, count in
        isOriginal(other, of: index, sketches: sketches)
          && Double(count) >= containment * Double(sketch.count)
      }.keys
      if let original = originals.min(by: { isOriginal($0, of: $1, sketches: sketches) }) {
        copies[articles[index].article.id] = articles[original].article.id
      }
    }
    return copies
  }

  /// Whether `other` goes before `index` as an original: longer, or first among equals.
  private static func isOriginal(_ other: Int, of index: Int, sketches: [Set<UInt64>]) -> Bool {
    let lengths = (sketches[other].count, sketches[index].count)
    return lengths.0 != lengths.1 ? lengths.0 > lengths.1 : other < index
  }

  /// The kept hashes of an article's word shingles; at least twelve shingles make an article.
  private static func sketch(_ article: AnnotatedArticle) -> Set<UInt64> {
    let bytes = article.article.text.bytes
    var words: [UInt64] = []
    for sentence in article.sentences {
      for token in article.tokens[sentence.tokens] {
        if let hash = wordHash(bytes[token.span.range]) { words.append(hash) }
      }
    }
    guard words.count >= width + 12 else { return [] }
    var sketch: Set<UInt64> = []
    for start in 0...(words.count - width) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for word in words[start..<(start + width)] { hash = (hash ^ word) &* 0x100_0000_01B3 }
      hash ^= hash >> 29
      if hash % sampling == 0 { sketch.insert(hash) }
    }
    return sketch
  }

  /// FNV-1a over the letters and digits of a token, case folded; nil for punctuation.
  private static func wordHash(_ token: ArraySlice<UInt8>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isWord = false
    for byte in token {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if (0x61...0x7A).contains(folded) || (0x30...0x39).contains(folded) { isWord = true }
      // Letters of other scripts; what begins with C2 and E2 is punctuation.
      if byte >= 0xC3, byte != 0xE2 { isWord = true }
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
    }
    return isWord ? hash : nil
  }
}
