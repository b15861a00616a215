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

  /// For each copy: the origin of its group, which is the article of the earliest day where days are
  /// known, then one that an agency sends, then the longest, then the first by name.
  ///
  /// Cost: linear in the text, plus one step for each shingle that articles share.
  static func copies(in articles: ArticleList, memory: inout ResolvingMemory)
    -> [ArticleID: ArticleID]
  {
    var sketches: [[UInt64]] = []
    memory.sketches.forEach(in: articles, memory.unchanged) {
      sketch($1)
    } take: { _, sketch in
      sketches.append(sketch)
    }
    let longest = longestOriginals(in: articles, by: sketches)
    var groups: [Int: [Int]] = [:]
    for index in longest.keys.sorted() {
      var root = index
      // An original is longer, or as long and earlier by name: the way up ends.
      while let next = longest[root] { root = next }
      groups[root, default: [root]].append(index)
    }
    var copies: [ArticleID: ArticleID] = [:]
    for (root, members) in groups {
      let origin = origin(of: members, longest: root, articles)
      for member in members where member != origin {
        copies[articles.id(at: member)] = articles.id(at: origin)
      }
    }
    return copies
  }

  /// The origin of a group of which one member is the longest.
  private static func origin(of members: [Int], longest: Int, _ articles: ArticleList) -> Int {
    members.min { rank($0, longest, articles) < rank($1, longest, articles) } ?? longest
  }

  private static func rank(_ index: Int, _ longest: Int, _ articles: ArticleList)
    -> (Int32, Int, Int, Int)
  {
    let article = articles[index]
    return (
      article.date.anchor?.rawValue ?? .max, isOfAgency(article) ? 0 : 1, index == longest ? 0 : 1,
      index
    )
  }

  /// Whether the dateline or the line of the source names an agency: "KABUL, Oct 13 (Reuters) -".
  private static func isOfAgency(_ article: AnnotatedArticle) -> Bool {
    let lines = article.article.blocks.filter { $0.kind == .dateline || $0.kind == .source }
    let texts =
      lines.map { article.article.text[$0.span] } + [article.article.metadata.source ?? ""]
    return texts.contains { text in
      text.split { !$0.isLetter }.contains { agencies.contains($0.lowercased()) }
    }
  }

  private static let agencies: Set<String> = [
    "ap", "reuters", "afp", "upi", "dpa", "tass", "xinhua", "ansa", "efe", "pti", "ians", "anadolu",
    "kyodo", "yonhap", "interfax", "bloomberg",
  ]

  /// For each copy, as an index: the longest article that holds it.
  private static func longestOriginals(in articles: ArticleList, by sketches: [[UInt64]])
    -> [Int: Int]
  {
    let counts = sketches.map(\.count)
    let shared = SharedShingles(sketches)
    var tally = [Int32](repeating: 0, count: articles.count)
    var copies: [Int: Int] = [:]
    for index in articles.indices where counts[index] > 0 {
      var met: [Int] = []
      shared.forEachHolder(ofShinglesIn: index) { other in
        guard other != index else { return }
        if tally[other] == 0 { met.append(other) }
        tally[other] += 1
      }
      let originals = met.filter { other in
        isOriginal(other, of: index, counts)
          && Double(tally[other]) >= containment * Double(counts[index])
      }
      for other in met { tally[other] = 0 }
      if let original = originals.min(by: { isOriginal($0, of: $1, counts) }) {
        copies[index] = original
      }
    }
    return copies
  }

  /// Whether `other` goes before `index` as an original: longer, or first among equals.
  private static func isOriginal(_ other: Int, of index: Int, _ counts: [Int]) -> Bool {
    counts[other] != counts[index] ? counts[other] > counts[index] : other < index
  }

  /// The kept hashes of an article's word shingles, sorted, each once; at least twelve shingles make
  /// an article.
  private static func sketch(_ article: AnnotatedArticle) -> [UInt64] {
    let words = article.article.text.bytes.withUnsafeBufferPointer { bytes in
      article.sentences.flatMap { sentence in
        article.tokens[sentence.tokens].compactMap { token in
          wordHash(UnsafeBufferPointer(rebasing: bytes[token.span.range]))
        }
      }
    }
    guard words.count >= width + 12 else { return [] }
    var sketch: [UInt64] = []
    for start in 0...(words.count - width) {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for word in start..<(start + width) { hash = (hash ^ words[word]) &* 0x100_0000_01B3 }
      hash ^= hash >> 29
      if hash % sampling == 0 { sketch.append(hash) }
    }
    sketch.sort()
    var last: UInt64?
    sketch.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
    return sketch
  }

  /// FNV-1a over the letters and digits of a token, case folded; nil for punctuation.
  private static func wordHash(_ token: UnsafeBufferPointer<UInt8>) -> UInt64? {
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
