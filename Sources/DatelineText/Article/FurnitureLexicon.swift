internal import CDatelineData

/// The phrases by which furniture and header lines are known, and the words of dates and bylines.
///
/// The list is `furniture.tsv`: what it marks, where it counts, and the phrase in folded form.
struct FurnitureLexicon: Sendable {
  /// How a phrase must stand in a passage to count.
  enum Match: String {
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
    /// One word of a set (months, names of agencies, words of bylines).
    case word
  }

  /// The embedded list.
  static let embedded = FurnitureLexicon(parsing: dateline_lexicon_furniture())

  private var furniture: [Match: [[UInt8]: Block.Furniture]] = [:]
  private var sets: [String: Set<[UInt8]>] = [:]

  /// The most words of a listed phrase.
  static let longestPhrase = 7

  private init(parsing data: dateline_data) {
    let text = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3,
        let match = Match(rawValue: String(decoding: fields[1], as: UTF8.self))
      else { continue }
      let name = String(decoding: fields[0], as: UTF8.self)
      if let kind = Block.Furniture(rawValue: name) {
        furniture[match, default: [:]][Array(fields[2])] = kind
      } else {
        sets[name, default: []].insert(Array(fields[2]))
      }
    }
  }

  /// Whether the set `name` lists the folded word or phrase.
  func contains(_ word: [UInt8], in name: String) -> Bool { sets[name]?.contains(word) ?? false }

  /// The kind of the phrase that is all of `words`.
  func whole(_ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    guard words.count <= Self.longestPhrase else { return nil }
    return furniture[match]?[Self.joined(words[...])]
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

  private func phrase(at index: Int, _ words: [[UInt8]], _ match: Match) -> Block.Furniture? {
    guard let phrases = furniture[match] else { return nil }
    for count in stride(from: min(Self.longestPhrase, words.count - index), to: 0, by: -1) {
      if let kind = phrases[Self.joined(words[index..<(index + count)])] { return kind }
    }
    return nil
  }

  private static func joined(_ words: ArraySlice<[UInt8]>) -> [UInt8] {
    Array(words.joined(separator: [0x20]))
  }

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
    return Array(trimmed(folded[...]))
  }

  private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isPunctuation(_ byte: UInt8) -> Bool {
      byte < 0x80 && !(0x61...0x7A).contains(byte) && byte != UInt8(ascii: "#")
    }
    var word = word
    while true {
      if let first = word.first, isPunctuation(first) {
        word = word.dropFirst()
      } else if let last = word.last, isPunctuation(last) {
        word = word.dropLast()
      } else if word.count >= 3, Self.isWidePunctuation(word.prefix(3)) {
        word = word.dropFirst(3)
      } else if word.count >= 3, Self.isWidePunctuation(word.suffix(3)) {
        word = word.dropLast(3)
      } else {
        return word
      }
    }
  }

  /// Whether the three bytes are one character of general punctuation, an arrow or a symbol
  /// (U+2000 to U+2BFF).
  private static func isWidePunctuation(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == 0xE2
  }
}
