internal import CDatelineData

/// A set of words by class or by name, for the conditions of event senses.
struct WordSet: Sendable {
  /// The classes, one bit each.
  var classes: UInt64 = 0
  /// Single words, in all their forms.
  var words: Set<WordKey> = []

  /// Whether the word is named or belongs to one of the classes.
  func contains(_ key: WordKey) -> Bool {
    classes & WordClasses.classes(of: key) != 0 || words.contains(key)
  }
}

/// The classes of nouns that event senses ask for ("talks", "sanctions", "aid").
enum WordClasses {
  private static let table: (names: [Substring: UInt64], members: [WordKey: UInt64]) = {
    var names: [Substring: UInt64] = [:]
    var members: [WordKey: UInt64] = [:]
    for row in EmbeddedTable(dateline_lexicon_event_classes()).rows where row.count == 2 {
      let bit: UInt64 = 1 << UInt64(names.count)
      names[row[0]] = bit
      for word in row[1].words {
        for form in Inflection.noun(String(word)) { members[WordKey(form), default: 0] |= bit }
      }
    }
    return (names, members)
  }()

  /// The classes that a word belongs to, one bit each.
  static func classes(of key: WordKey) -> UInt64 { table.members[key] ?? 0 }

  /// The bit of a class; nil where there is no such class.
  static func bit(named name: Substring) -> UInt64? { table.names[name] }

  /// Reads a set written "@talks|@visit|journey"; nil where a class is unknown.
  static func set(_ text: Substring) -> WordSet? {
    var set = WordSet()
    for part in text.parts(at: UInt8(ascii: "|")) {
      if part.first == "@" {
        guard let bit = bit(named: part.dropFirst()) else { return nil }
        set.classes |= bit
      } else {
        for form in Inflection.noun(String(part)) { set.words.insert(WordKey(form)) }
      }
    }
    return set
  }
}
