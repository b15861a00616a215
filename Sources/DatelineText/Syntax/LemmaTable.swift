internal import CDatelineData

/// What the rules need to know of particular words and endings: `lexicon/lemma.tsv`.
///
/// Its lines are "exception, class, form, lemma" for words that the rules get wrong, and "stem,
/// ending, repair" for what a verb's stem needs when "ed" or "ing" has been taken off.
struct LemmaTable: Sendable {
  /// What a stem needs to be a word.
  enum Repair: Sendable { case none, addE, undouble }

  /// The embedded table.
  static let embedded = LemmaTable(parsing: dateline_lexicon_lemma())

  private var bytes: [UInt8] = []
  /// The lemma's bytes by the hash of class and form.
  private var exceptions: [UInt64: Range<Int>] = [:]
  private var repairs: [UInt64: Repair] = [:]
  private static let longestEnding = 4

  private init(parsing data: dateline_data) {
    bytes = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: 9, omittingEmptySubsequences: false)
      if fields.count == 4, let group = fields[1].first {
        exceptions[Self.hash(fields[2], group)] = fields[3].indices
      } else if fields.count == 3 {
        repairs[Self.hash(fields[1], 0)] =
          fields[2].first == 0x65 ? .addE : fields[2].first == 0x2D ? .undouble : Repair.none
      }
    }
  }

  /// Puts the lemma in place of `word` if the word is an exception.
  func replace(_ word: inout WordEnd, _ part: PartOfSpeech) -> Bool {
    guard let lemma = exceptions[word.hash ^ UInt64(Self.group(part))] else { return false }
    word.set(bytes[lemma])
    return true
  }

  /// What the stem needs, by its longest known ending.
  func repair(of stem: WordEnd) -> Repair {
    for length in stride(from: min(Self.longestEnding, stem.count), to: 0, by: -1) {
      if let repair = repairs[stem.hash(ofLast: length)] { return repair }
    }
    return .none
  }

  /// The class of words that share lemmas, as a letter: one for each part of speech, but verbs and
  /// auxiliaries together.
  static func group(_ part: PartOfSpeech) -> UInt8 {
    let shared = part == .auxiliary ? PartOfSpeech.verb : part
    return UInt8(ascii: "a") + shared.rawValue
  }

  private static func hash(_ word: ArraySlice<UInt8>, _ group: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ UInt64(group)
  }
}
