internal import CDatelineData

/// The word lists that tokens and sentences are cut by, looked up by bytes without case.
struct SegmentationLexicon: Sendable {
  /// What a listed word means to the tokeniser and the sentence splitter. One word may mean several.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    /// Never ends a sentence: "Mr.", "Lt.", "vs.".
    static let title = Roles(rawValue: 1)
    /// Does not end a sentence before a number: "No. 5", "Oct. 9".
    static let number = Roles(rawValue: 2)
    /// May end a sentence: "U.S.", "p.m.", "Inc.".
    static let plain = Roles(rawValue: 4)
    /// An abbreviation in lower case, too: "etc.", "vs.".
    static let lower = Roles(rawValue: 128)
    /// Commonly begins a sentence.
    static let starter = Roles(rawValue: 8)
    /// Stays joined over a hyphen, as in the English Web Treebank: "re-elected".
    static let prefix = Roles(rawValue: 16)
    /// Capitalised, and yet goes on after a clock time: "p.m. Monday", "p.m. Eastern".
    static let follow = Roles(rawValue: 32)
    /// A verb of saying that may follow a quotation.
    static let reporting = Roles(rawValue: 64)
    /// Every role that lets a full stop belong to the word.
    static let abbreviation: Roles = [.title, .number, .plain]
  }

  /// The embedded lists.
  static let embedded = SegmentationLexicon(parsing: dateline_lexicon_segmentation())

  private var roles: [UInt64: Roles] = [:]

  private init(parsing data: dateline_data) {
    let names: [String: Roles] = [
      "title": .title, "number": .number, "plain": .plain, "lower": .lower, "starter": .starter,
      "prefix": .prefix, "follow": .follow, "reporting": .reporting,
    ]
    let text = Array(UnsafeBufferPointer(start: data.bytes, count: data.count))
    for line in text.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 2, let role = names[String(decoding: fields[0], as: UTF8.self)]
      else { continue }
      let word = Array(fields[1])
      roles[Self.key(word, 0..<word.count), default: []].insert(role)
    }
  }

  /// The roles of the word at `range`; none for a word that is not listed or too long to be.
  func roles(of bytes: [UInt8], _ range: Range<Int>) -> Roles {
    range.count > 12 ? [] : roles[Self.key(bytes, range)] ?? []
  }

  /// FNV-1a over the bytes, ASCII letters lowered.
  private static func key(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in range {
      let byte = bytes[index]
      let lowered = byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt64(lowered)) &* 0x100_0000_01b3
    }
    return hash
  }
}
