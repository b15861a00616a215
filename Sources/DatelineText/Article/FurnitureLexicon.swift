internal import CDatelineData

/// The phrases by which furniture and header lines are known, and the words of dates and bylines.
///
/// The list is `furniture.tsv`: what it marks, where it counts, and the phrase in folded form.
struct FurnitureLexicon: Sendable {
  /// How a phrase must stand in a passage to count.
  enum Match: String, CaseIterable {
    /// It is the whole passage.
    case whole
    /// It is the whole passage, and the passage lies before or after the body.
    case edge
    /// It begins a short passage.
    case start
    /// It begins a passage after the body.
    case tail
    /// It stands anywhere in a passage after the body.
    case within
    /// As `within`, but not enough by itself.
    case hint
  }

  /// The sets of words and phrases that are not furniture by themselves.
  enum Words: String, CaseIterable {
    case month, weekday, label, dateword, byline, bylineword, desk, source, sourceend, notplace,
      functionword, captionstart, captionend
  }

  /// The embedded list.
  static let embedded = FurnitureLexicon(parsing: dateline_lexicon_furniture())

  /// By match, the kinds of phrases, under the phrases' hashes.
  private var furniture = [[UInt64: Block.Furniture]](repeating: [:], count: Match.allCases.count)
  /// By set, the hashes of the phrases.
  private var sets = [Set<UInt64>](repeating: [], count: Words.allCases.count)

  /// The most words of a listed phrase.
  static let longestPhrase = 7

  private init(parsing data: dateline_data) {
    let text = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3 else { continue }
      let name = String(decoding: fields[0], as: UTF8.self)
      let hash = fields[2].reduce(Self.hashStart, Self.mixed)
      if let set = Words(rawValue: name) {
        sets[Self.index(set)].insert(hash)
      } else if let kind = Block.Furniture(rawValue: name),
        let match = Match(rawValue: String(decoding: fields[1], as: UTF8.self))
      {
        furniture[Self.index(match)][hash] = kind
      }
    }
  }

  private static func index(_ match: Match) -> Int {
    switch match {
    case .whole: 0
    case .edge: 1
    case .start: 2
    case .tail: 3
    case .within: 4
    case .hint: 5
    }
  }

  private static func index(_ words: Words) -> Int {
    switch words {
    case .month: 0
    case .weekday: 1
    case .label: 2
    case .dateword: 3
    case .byline: 4
    case .bylineword: 5
    case .desk: 6
    case .source: 7
    case .sourceend: 8
    case .notplace: 9
    case .functionword: 10
    case .captionstart: 11
    case .captionend: 12
    }
  }

  // FNV-1a, 64 bits.
  private static let hashStart: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Whether the set lists the folded word.
  func contains(_ word: [UInt8], in set: Words) -> Bool {
    sets[Self.index(set)].contains(word.reduce(Self.hashStart, Self.mixed))
  }

  /// Whether the set lists the phrase of these folded words.
  func contains(phrase words: some Collection<[UInt8]>, in set: Words) -> Bool {
    guard words.count <= Self.longestPhrase else { return false }
    return sets[Self.index(set)].contains(words.reduce(Self.hashStart, Self.joined))
  }

  private static func joined(_ hash: UInt64, _ word: [UInt8]) -> UInt64 {
    word.reduce(hash == hashStart ? hash : mixed(hash, 0x20), mixed)
  }

  /// The kind of the phrase that is all of `words`.
  func whole(_ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    guard words.count <= Self.longestPhrase else { return nil }
    return furniture[Self.index(match)][words.reduce(Self.hashStart, Self.joined)]
  }

  /// The kind of the longest phrase that begins `words`.
  func start(_ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    phrase(at: 0, words, match)
  }

  /// The kind of the first phrase that stands anywhere in `words`.
  func within(_ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    words.indices.lazy.compactMap { phrase(at: $0, words, match) }.first
  }

  /// The kinds of all phrases that stand in `words`.
  func all(_ words: [[UInt8]], _ match: Match) -> [Block.Furniture] {
    words.indices.compactMap { phrase(at: $0, words, match) }
  }

  /// The kind of the longest phrase that begins at `index`.
  private func phrase(at index: Int, _ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    let phrases = furniture[Self.index(match)]
    var hash = Self.hashStart
    var found: Block.Furniture?
    for word in words[index...].prefix(Self.longestPhrase) {
      hash = Self.joined(hash, word)
      found = phrases[hash] ?? found
    }
    return found
  }
}

// MARK: - Folding

extension FurnitureLexicon {
  /// Folds a word: ASCII letters lowered, typographic apostrophes plain, each run of digits one
  /// "#", other punctuation at both ends gone.
  static func fold(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if folded.last != UInt8(ascii: "#") { folded.append(UInt8(ascii: "#")) }
      case 0xE2 where word[index...].starts(with: [0xE2, 0x80, 0x99]):
        folded.append(UInt8(ascii: "'"))
        index += 2
      default: folded.append(byte)
      }
      index += 1
    }
    trim(&folded)
    return folded
  }

  private static func trim(_ word: inout [UInt8]) {
    while let last = word.last {
      if isPunctuation(last) {
        word.removeLast()
      } else if word.count >= 3, word[word.count - 3] == 0xE2 {
        word.removeLast(3)
      } else {
        break
      }
    }
    var start = 0
    while start < word.count {
      if isPunctuation(word[start]) {
        start += 1
      } else if word[start] == 0xE2, start + 3 <= word.count {
        // General punctuation, arrows and symbols (U+2000 to U+2FFF) all begin with this byte.
        start += 3
      } else {
        break
      }
    }
    if start > 0 { word.removeFirst(start) }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte < 0x80 && !(0x61...0x7A).contains(byte) && byte != UInt8(ascii: "#")
  }
}
