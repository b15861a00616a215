/// What a word can be in a time expression; one word may be several things ("may", "second").
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let month = Self(rawValue: 1 << 0)
  static let weekday = Self(rawValue: 1 << 1)
  static let unit = Self(rawValue: 1 << 2)
  static let plural = Self(rawValue: 1 << 3)
  static let cardinal = Self(rawValue: 1 << 4)
  static let ordinal = Self(rawValue: 1 << 5)
  static let season = Self(rawValue: 1 << 6)
  static let dayPart = Self(rawValue: 1 << 7)
  static let dayWord = Self(rawValue: 1 << 8)
  static let decadeName = Self(rawValue: 1 << 9)
  static let pointer = Self(rawValue: 1 << 10)
  static let this = Self(rawValue: 1 << 11)
  static let that = Self(rawValue: 1 << 12)
  static let the = Self(rawValue: 1 << 13)
  static let article = Self(rawValue: 1 << 14)
  static let phase = Self(rawValue: 1 << 15)
  static let edge = Self(rawValue: 1 << 16)
  static let half = Self(rawValue: 1 << 17)
  static let approximator = Self(rawValue: 1 << 18)
  static let comparative = Self(rawValue: 1 << 19)
  static let superlative = Self(rawValue: 1 << 20)
  static let approachable = Self(rawValue: 1 << 21)
  static let than = Self(rawValue: 1 << 22)
  static let vague = Self(rawValue: 1 << 23)
  static let filler = Self(rawValue: 1 << 24)
  static let shift = Self(rawValue: 1 << 25)
  static let meridiem = Self(rawValue: 1 << 26)
  static let zone = Self(rawValue: 1 << 27)
  static let era = Self(rawValue: 1 << 28)
  static let each = Self(rawValue: 1 << 29)
  static let times = Self(rawValue: 1 << 30)
  static let per = Self(rawValue: 1 << 31)
  static let frequency = Self(rawValue: 1 << 32)
  static let pointing = Self(rawValue: 1 << 33)
  static let future = Self(rawValue: 1 << 34)
  static let former = Self(rawValue: 1 << 35)
  static let fiscal = Self(rawValue: 1 << 36)
  static let old = Self(rawValue: 1 << 37)
  static let counted = Self(rawValue: 1 << 38)
  static let preposition = Self(rawValue: 1 << 39)
  static let to = Self(rawValue: 1 << 40)
  static let futureAuxiliary = Self(rawValue: 1 << 41)
  static let modal = Self(rawValue: 1 << 42)
  static let plan = Self(rawValue: 1 << 43)
  static let presentVerb = Self(rawValue: 1 << 44)
  static let pastVerb = Self(rawValue: 1 << 45)
  static let reportVerb = Self(rawValue: 1 << 46)
  static let adverb = Self(rawValue: 1 << 47)
  static let long = Self(rawValue: 1 << 48)
  static let doubtful = Self(rawValue: 1 << 49)
  static let abbreviation = Self(rawValue: 1 << 50)
  static let holiday = Self(rawValue: 1 << 51)
  static let numbered = Self(rawValue: 1 << 52)
  static let vagueNoun = Self(rawValue: 1 << 53)
  static let willing = Self(rawValue: 1 << 54)
  static let unitLong = Self(rawValue: 1 << 55)
  static let quarterLetter = Self(rawValue: 1 << 56)
  /// A number in digits. Set by the lexer, not by the word list.
  static let digits = Self(rawValue: 1 << 60)
  /// A number in digits with an ordinal ending ("18th"). Set by the lexer.
  static let digitOrdinal = Self(rawValue: 1 << 61)
  /// A decade in digits ("1980s", "80s"). Set by the lexer.
  static let digitDecade = Self(rawValue: 1 << 62)
  /// A punctuation mark. Set by the lexer.
  static let mark = Self(rawValue: 1 << 63)

  /// The names that the word list uses, in the order of their bits.
  private static let names = [
    "month", "weekday", "unit", "plural", "cardinal", "ordinal", "season", "daypart", "dayword",
    "decadename", "pointer", "this", "that", "the", "article", "phase", "edge", "half",
    "approximator", "comparative", "superlative", "approachable", "than", "vague", "filler",
    "shift", "meridiem", "zone", "era", "each", "times", "per", "frequency", "pointing",
    "future", "former", "fiscal", "old", "counted", "preposition", "to", "futureaux", "modal",
    "plan", "presentverb", "pastverb", "reportverb", "adverb", "long", "doubtful",
    "abbreviation", "holiday", "numbered", "vaguenoun", "willing", "unitlong", "quarterletter",
  ]

  /// The class that the word list calls `name`, empty where there is none.
  init(name: Substring) {
    let bit = Self.names.firstIndex { $0 == name }
    rawValue = bit.map { 1 << UInt64($0) } ?? 0
  }

  init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// A lower-case ASCII word of at most 16 letters, packed into two machine words, so that looking
/// it up compares two integers.
struct PackedWord: Hashable, Sendable {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var count = 0

  init() {}

  /// Packs `text`; letters past the sixteenth are not kept.
  init(_ text: StaticString) {
    text.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  init(bytes: ArraySlice<UInt8>) {
    for byte in bytes { append(byte) }
  }

  /// Adds one letter in lower case.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let letter = UInt64(byte &- 65 < 26 ? byte | 32 : byte)
    if count < 8 {
      low |= letter << UInt64(8 * count)
    } else if count < 16 {
      high |= letter << UInt64(8 * (count - 8))
    }
    count += 1
  }

  /// The number that a word of up to eight digits spells; nil for other words.
  var number: Int? {
    guard count > 0, count <= 8 else { return nil }
    return (0..<count).reduce(Int?.some(0)) { value, index in
      let digit = Int(low >> UInt64(8 * index) & 0xFF) - 48
      return (0...9).contains(digit) ? value.map { $0 * 10 + digit } : nil
    }
  }

  /// A well mixed hash.
  @inline(__always)
  var mixed: Int {
    let product = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: product >> 40)
  }
}

/// The words of English time expressions, from `timewords.tsv` and `holidays.tsv`.
struct TimexLexicon: Sendable {
  /// What the list says of one word.
  struct Entry: Sendable {
    var word = PackedWord()
    var classes: WordClass = []
    var number: Int32 = 0
  }

  private var slots: [Entry]
  private let mask: Int

  /// The embedded list, read once.
  static let embedded = TimexLexicon(table: EmbeddedTable.timeWords)

  /// Reads rows of word, classes, number. Lines that begin with "#" are comments.
  init(table: EmbeddedTable) {
    var size = 64
    while size < table.rows.count * 4 { size *= 2 }
    slots = Array(repeating: Entry(), count: size)
    mask = size - 1
    for row in table.rows where row.count == 3 {
      var classes: WordClass = []
      for name in row[1].parts(at: UInt8(ascii: ",")) { classes.formUnion(WordClass(name: name)) }
      insert(
        Entry(
          word: PackedWord(bytes: Array(row[0].utf8)[...]), classes: classes,
          number: Int32(row[2]) ?? 0))
    }
  }

  private mutating func insert(_ entry: Entry) {
    var slot = entry.word.mixed & mask
    while slots[slot].word.count > 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  /// What the list says of `word`; nil for a word that it does not hold.
  @inline(__always)
  func entry(of word: PackedWord) -> Entry? {
    guard word.count > 0, word.count <= 16 else { return nil }
    var slot = word.mixed & mask
    while slots[slot].word.count > 0 {
      if slots[slot].word == word { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
