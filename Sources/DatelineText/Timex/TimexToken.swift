/// One word, number or mark as the time rules see it.
struct TimexToken: Sendable {
  /// How a token is written and what stands before it.
  struct Form: OptionSet, Sendable {
    let rawValue: UInt8
    /// White space stands before it.
    static let spaced = Self(rawValue: 1)
    /// It begins with a capital letter.
    static let capital = Self(rawValue: 4)
    /// It has at least two letters, all of them capital.
    static let allCapitals = Self(rawValue: 8)
    /// It begins a sentence.
    static let sentenceStart = Self(rawValue: 16)
    /// A number with a decimal point.
    static let decimal = Self(rawValue: 32)
    /// A number with thousands separators.
    static let grouped = Self(rawValue: 64)
    /// A word that ends in "s", as plural nouns do.
    static let endsInS = Self(rawValue: 128)
  }

  /// The byte offset of its start.
  var lower: Int
  /// The byte offset just past its end.
  var upper: Int
  /// What it can be.
  var classes: WordClass
  /// What the word list says, or the number that the digits spell.
  var number: Int32
  /// The number of digits of a number.
  var digits: UInt8
  /// The ASCII code of a mark; "'" stands for every apostrophe and "-" for every short dash.
  var mark: UInt8
  /// How it is written.
  var form: Form
  /// The first eight letters in lower case; of a decimal number the digits after the point.
  var letters: UInt64

  /// Whether it is a word.
  var isWord: Bool { mark == 0 && letters != 0 && digits == 0 }

  /// The numbers of the list as an `Int`.
  var value: Int { Int(number) }

  /// Whether it shares a class with `other`.
  @inline(__always)
  func isAny(_ other: WordClass) -> Bool { !classes.isDisjoint(with: other) }

  /// The mark of a paragraph's end.
  static let breakMark: UInt8 = 10

  /// The token that stands between two paragraphs, so that no expression runs across.
  static func paragraphBreak(at offset: Int) -> TimexToken {
    TimexToken(
      lower: offset, upper: offset, classes: .mark, number: 0, digits: 0, mark: breakMark,
      form: .spaced, letters: 0)
  }
}
