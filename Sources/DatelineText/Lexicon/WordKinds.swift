import CDatelineData

/// What kind of thing a common word mostly means: a person, a group, a place, an act of speech.
///
/// The kinds are the lexicographer files of WordNet 3.0 (Fellbaum 1998); of a word with several
/// senses, the kind that is most frequent in its sense-tagged texts.
struct WordKinds: Sendable {
  private var table = PhraseTable(capacity: 40_000)

  /// The embedded list.
  static let embedded = WordKinds()

  /// The kinds of the word with the hash `hash`, one bit each; mostly one, none where it is not listed.
  @inline(__always)
  subscript(hash: UInt64) -> UInt32 { table[hash] }

  /// Asks for the memory that looking up `hash` will need: worth it some words ahead.
  @inline(__always)
  func prefetch(_ hash: UInt64) { table.prefetch(hash) }

  private init() {
    var scanner = TableScanner(dateline_lexicon_kinds())
    var kind: UInt32 = 1
    scanner.forEachRow { fields in
      guard fields.count >= 2 else { return }
      let isVerb = fields[0].first == UInt8(ascii: "v")
      TableScanner.forEachPart(of: fields[1]) { add($0, kind, isVerb: isVerb) }
      kind <<= 1
    }
    table.settle()
  }

  /// Adds a word and its regular forms: the plural of a noun; "-s" and "-ed" of a verb.
  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ kind: UInt32, isVerb: Bool) {
    var stem = PhraseHash()
    for byte in word.dropLast() { stem.append(byte) }
    guard let last = word.last else { return }
    var whole = stem
    whole.append(last)
    table.add(kind, to: whole.value)
    let isSoft = last == UInt8(ascii: "y") && !Self.isVowel(word.dropLast().last)
    let isHissing = Self.hisses(last, after: word.dropLast().last)
    func form(_ stem: PhraseHash, _ ending: StaticString) -> UInt64 {
      var hash = stem
      ending.withUTF8Buffer { for byte in $0 { hash.append(byte) } }
      return hash.value
    }
    table.add(kind, to: isSoft ? form(stem, "ies") : form(whole, isHissing ? "es" : "s"))
    guard isVerb else { return }
    table.add(
      kind,
      to: isSoft ? form(stem, "ied") : form(whole, last == UInt8(ascii: "e") ? "d" : "ed"))
  }

  private static func isVowel(_ byte: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }

  private static func hisses(_ last: UInt8, after previous: UInt8?) -> Bool {
    switch last {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): true
    case UInt8(ascii: "h"): previous == UInt8(ascii: "c") || previous == UInt8(ascii: "s")
    default: false
    }
  }
}
