internal import CDatelineData

/// The words that tell kinds of claims, by class and inflected form, of our own making.
enum ClaimLexicon {
  /// The classes.
  struct WordClass: OptionSet, Sendable {
    let rawValue: UInt16
    /// Names one who knows a field: what such a one says is an opinion.
    static let expert = Self(rawValue: 1)
    /// A document in which a state or body makes something known.
    static let proclamation = Self(rawValue: 2)
    /// "I" and "we".
    static let speakerWord = Self(rawValue: 4)
    /// A verb of wishing, which in the first person asks for something.
    static let wish = Self(rawValue: 8)
    /// An auxiliary of duty.
    static let obligation = Self(rawValue: 16)
    /// A verb of duty ("need", "have").
    static let need = Self(rawValue: 32)
    /// An auxiliary of possibility.
    static let possibility = Self(rawValue: 64)
    /// A predicate that calls a charge untrue.
    static let falsehood = Self(rawValue: 128)
    /// "nothing", as in "had nothing to do with".
    static let nothing = Self(rawValue: 256)
    /// A noun or adjective for a wrong.
    static let wrong = Self(rawValue: 512)
    /// A verb for doing a wrong.
    static let wrongdoing = Self(rawValue: 1024)
    /// A noun for harm to come.
    static let harm = Self(rawValue: 2048)
    /// A predicate that, negated, leaves a fact open: "it was not clear".
    static let clear = Self(rawValue: 4096)
  }

  /// Whether a word belongs to a class.
  static func holds(_ key: WordKey, _ wanted: WordClass) -> Bool {
    table[key].map { $0.contains(wanted) } ?? false
  }

  private static let names: [Substring: WordClass] = [
    "expert": .expert, "proclamation": .proclamation, "speaker": .speakerWord, "wish": .wish,
    "obligation": .obligation, "need": .need, "possibility": .possibility,
    "falsehood": .falsehood, "nothing": .nothing, "wrong": .wrong, "wrongdoing": .wrongdoing,
    "harm": .harm, "clear": .clear,
  ]

  private static let table: [WordKey: WordClass] = {
    var table: [WordKey: WordClass] = [:]
    for row in EmbeddedTable(dateline_lexicon_claim_words()).rows where row.count == 3 {
      guard let wordClass = names[row[0]] else { continue }
      for word in row[2].words {
        for form in forms(of: word, row[1]) {
          table[WordKey(form), default: []].formUnion(wordClass)
        }
      }
    }
    return table
  }()

  /// The forms of a word: of a verb (v), of a noun (n), or itself alone.
  private static func forms(of word: Substring, _ partOfSpeech: Substring) -> [String] {
    switch partOfSpeech {
    case "v": IrregularVerbs.inflections(of: word)
    case "n": Inflection.noun(String(word))
    default: [String(word)]
    }
  }
}
