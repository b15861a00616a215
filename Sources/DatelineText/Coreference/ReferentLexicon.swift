internal import CDatelineData

/// What a noun or a given name says of whom it refers to, as lists of our own making say.
struct ReferentClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt16
  /// Tells that a man is meant.
  static let male = Self(rawValue: 1)
  /// Tells that a woman is meant.
  static let female = Self(rawValue: 2)
  /// Those who speak for a state.
  static let government = Self(rawValue: 4)
  /// The state itself, where no country stands beside it.
  static let state = Self(rawValue: 8)
  /// A body that countries and towns have.
  static let institution = Self(rawValue: 16)
  /// What an organisation goes by after it was named.
  static let body = Self(rawValue: 32)
  /// What a country goes by.
  static let country = Self(rawValue: 64)
  /// The two that an article speaks of.
  static let sides = Self(rawValue: 128)
  /// The same of people.
  static let leaders = Self(rawValue: 256)
  /// Speaks for the body that a preposition names.
  static let voice = Self(rawValue: 512)
  /// A person.
  static let person = Self(rawValue: 1024)
  /// A document, which may say something.
  static let thing = Self(rawValue: 2048)
  /// Many who act as one ("the opposition").
  static let collective = Self(rawValue: 4096)
}

/// The classes of nouns and given names by key.
enum ReferentLexicon {
  /// The classes of a word, in the singular or plural.
  static func classes(of key: WordKey) -> ReferentClass { table.classes[key] ?? [] }

  /// The name that an institution goes by ("army" is "military"); nil for other words.
  static func institution(_ key: WordKey) -> String? { table.institutions[key] }

  /// The key of two words that name an institution together ("security forces").
  static func key(_ first: WordKey, _ second: WordKey) -> WordKey? {
    table.pairs[Pair(first: first, second: second)]
  }

  private struct Pair: Hashable {
    var first: WordKey
    var second: WordKey
  }

  private struct Table {
    var classes: [WordKey: ReferentClass] = [:]
    var institutions: [WordKey: String] = [:]
    var pairs: [Pair: WordKey] = [:]
  }

  private static let names: [Substring: ReferentClass] = [
    "male": .male, "female": .female, "government": .government, "state": .state, "body": .body,
    "country": .country, "sides": .sides, "leaders": .leaders, "voice": .voice, "person": .person,
    "thing": .thing, "collective": .collective,
  ]

  private static let table: Table = {
    var table = Table()
    for row in EmbeddedTable(dateline_lexicon_referents()).rows {
      if row.count == 3, row[0] == "institution" {
        for word in row[2].words { add(word, named: String(row[1]), to: &table) }
      } else if row.count == 2, let classes = names[row[0]] {
        for word in row[1].words {
          table.classes[WordKey(word), default: []].formUnion(classes)
          guard !classes.isDisjoint(with: [.person, .thing]) else { continue }
          for form in Inflection.noun(String(word)) {
            table.classes[WordKey(form), default: []].formUnion(classes)
          }
        }
      }
    }
    return table
  }()

  /// Words of two parts are written with a hyphen.
  private static func add(_ word: Substring, named name: String, to table: inout Table) {
    let key = WordKey(word)
    table.institutions[key] = name
    table.classes[key, default: []].insert(.institution)
    let parts = word.parts(at: UInt8(ascii: "-"))
    guard parts.count == 2 else { return }
    table.pairs[Pair(first: WordKey(parts[0]), second: WordKey(parts[1]))] = key
  }
}
