internal import CDatelineData

/// The inflected forms of English words, so that lexicons list base forms alone.
///
/// Method: the spelling rules of Quirk et al., "A Comprehensive Grammar of the English Language",
/// chapters 3 and 5. Where a final consonant may or may not be doubled, both spellings are given:
/// a form that nobody writes costs one unused entry.
enum Inflection {
  /// The forms of the verb `base`: itself, third person, past, participle, gerund.
  static func verb(_ base: String, irregular: [Substring] = []) -> [String] {
    var forms = [base, adding("s", to: base), gerund(base)]
    if let doubled = doubledConsonant(base) { forms.append(doubled + "ing") }
    if irregular.isEmpty {
      forms += past(base)
    } else {
      forms += irregular.map(String.init)
    }
    return forms
  }

  /// The forms of the noun `base`: singular and plural.
  static func noun(_ base: String) -> [String] { [base, adding("s", to: base)] }

  private static func isVowel(_ character: Character?) -> Bool {
    character.map { "aeiou".contains($0) } ?? false
  }

  private static func adding(_ ending: String, to base: String) -> String {
    if base.hasSuffix("man") { return base.dropLast(2) + "en" }
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return base.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { base.hasSuffix($0) }
    return base + (hisses || base == "go" || base == "do" ? "es" : ending)
  }

  private static func gerund(_ base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    let isSilent = base.hasSuffix("e") && !base.hasSuffix("ee") && !base.hasSuffix("ye")
    return (isSilent ? String(base.dropLast()) : base) + "ing"
  }

  private static func past(_ base: String) -> [String] {
    if base.hasSuffix("e") { return [base + "d"] }
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return [base.dropLast() + "ied"] }
    guard let doubled = doubledConsonant(base) else { return [base + "ed"] }
    return [base + "ed", doubled + "ed"]
  }

  /// "stop" gives "stopp"; nil where the end is not consonant, vowel, consonant.
  private static func doubledConsonant(_ base: String) -> String? {
    let end = Array(base.suffix(3))
    guard end.count == 3, let last = end.last, !isVowel(last), !"wxyh".contains(last),
      isVowel(end[1]), !isVowel(end[0]) || base.contains("qu")
    else { return nil }
    return base + String(last)
  }
}

/// The irregular verbs: base form to past and participle.
enum IrregularVerbs {
  /// The forms besides the regular ones, by base form.
  static let forms: [Substring: [Substring]] = {
    var forms: [Substring: [Substring]] = [:]
    for row in EmbeddedTable(dateline_lexicon_irregular_verbs()).rows where row.count == 2 {
      forms[row[0]] = row[1].split(separator: " ")
    }
    return forms
  }()

  /// All forms of the verb `base`, regular or not.
  static func inflections(of base: Substring) -> [String] {
    Inflection.verb(String(base), irregular: forms[base] ?? [])
  }
}
