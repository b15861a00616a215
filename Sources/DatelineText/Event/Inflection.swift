internal import CDatelineData

/// The inflected forms of English words, so that lexicons list base forms alone.
///
/// Method: the spelling rules of Quirk et al., "A Comprehensive Grammar of the English Language",
/// chapters 3 and 5. Where a final consonant may or may not be doubled, both spellings are given:
/// a form that nobody writes costs one unused entry.
enum Inflection {
  /// The forms of the verb `base`: itself, third person, past, participle, gerund.
  static func verb(_ base: String, irregular: [Substring] = []) -> [String] {
    let letters = Array(base.utf8)
    let doubled = doubledConsonant(letters)
    var forms = [letters, addingS(to: letters), gerund(letters)]
    if let doubled { forms.append(doubled + Array("ing".utf8)) }
    if irregular.isEmpty { forms += past(letters, doubled) }
    return forms.map { String(decoding: $0, as: UTF8.self) } + irregular.map(String.init)
  }

  /// The forms of the noun `base`: singular and plural.
  static func noun(_ base: String) -> [String] {
    [base, String(decoding: addingS(to: Array(base.utf8)), as: UTF8.self)]
  }

  /// The keys of all forms of the nouns in a list with blanks between them.
  static func keys(ofNouns nouns: String) -> Set<WordKey> {
    Set(nouns.words.flatMap { noun(String($0)) }.map { WordKey($0) })
  }

  private static func isVowel(_ letter: UInt8?) -> Bool {
    letter.map { "aeiou".utf8.contains($0) } ?? false
  }

  private static func ends(_ base: [UInt8], _ ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard base.count >= count else { return false }
    return base[(base.count - count)...]
      .elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: count))
  }

  /// Whether the base ends in y after a consonant, which becomes i.
  private static func hasSoftEnd(_ base: [UInt8]) -> Bool {
    ends(base, "y") && !isVowel(base.dropLast().last)
  }

  private static func addingS(to base: [UInt8]) -> [UInt8] {
    if ends(base, "man") { return Array(base.dropLast(2) + "en".utf8) }
    if hasSoftEnd(base) { return Array(base.dropLast() + "ies".utf8) }
    let hisses =
      ends(base, "s") || ends(base, "x") || ends(base, "z") || ends(base, "ch") || ends(base, "sh")
    let isShort = base.elementsEqual("go".utf8) || base.elementsEqual("do".utf8)
    return base + (hisses || isShort ? "es" : "s").utf8
  }

  private static func gerund(_ base: [UInt8]) -> [UInt8] {
    if ends(base, "ie") { return Array(base.dropLast(2) + "ying".utf8) }
    let isSilent = ends(base, "e") && !ends(base, "ee") && !ends(base, "ye")
    return Array((isSilent ? base.dropLast() : base[...]) + "ing".utf8)
  }

  private static func past(_ base: [UInt8], _ doubled: [UInt8]?) -> [[UInt8]] {
    if ends(base, "e") { return [base + "d".utf8] }
    if hasSoftEnd(base) { return [Array(base.dropLast() + "ied".utf8)] }
    let plain = base + "ed".utf8
    return doubled.map { [plain, $0 + "ed".utf8] } ?? [plain]
  }

  /// "stop" gives "stopp"; nil where the end is not consonant, vowel, consonant.
  private static func doubledConsonant(_ base: [UInt8]) -> [UInt8]? {
    let end = Array(base.suffix(3))
    guard end.count == 3, !isVowel(end[2]), !"wxyh".utf8.contains(end[2]), isVowel(end[1]),
      !isVowel(end[0]) || zip(base, base.dropFirst()).contains(where: { $0 == 0x71 && $1 == 0x75 })
    else { return nil }
    return base + [end[2]]
  }
}

/// The irregular verbs: base form to past and participle.
enum IrregularVerbs {
  /// The forms besides the regular ones, by base form.
  static let forms: [Substring: [Substring]] = {
    var forms: [Substring: [Substring]] = [:]
    for row in EmbeddedTable(dateline_lexicon_irregular_verbs()).rows where row.count == 2 {
      forms[row[0]] = row[1].words
    }
    return forms
  }()

  /// All forms of the verb `base`, regular or not.
  static func inflections(of base: Substring) -> [String] {
    Inflection.verb(String(base), irregular: forms[base] ?? [])
  }
}
