import CDatelineData

/// What lists say of a word or phrase, as a set.
package struct NameClass: OptionSet, Hashable, Sendable {
  /// The bits.
  package let rawValue: UInt32

  /// Makes a set of bits.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  // Names. A class of names is looked for from a capitalised word on.
  package static let country = NameClass(rawValue: 1 << 0)
  package static let demonym = NameClass(rawValue: 1 << 1)
  package static let city = NameClass(rawValue: 1 << 2)
  package static let town = NameClass(rawValue: 1 << 3)
  package static let division = NameClass(rawValue: 1 << 4)
  package static let region = NameClass(rawValue: 1 << 5)
  package static let given = NameClass(rawValue: 1 << 6)
  package static let surname = NameClass(rawValue: 1 << 7)
  package static let fullName = NameClass(rawValue: 1 << 8)
  package static let militant = NameClass(rawValue: 1 << 9)
  package static let institution = NameClass(rawValue: 1 << 10)
  package static let business = NameClass(rawValue: 1 << 11)
  package static let seat = NameClass(rawValue: 1 << 12)

  // Cues.
  package static let honorific = NameClass(rawValue: 1 << 13)
  package static let office = NameClass(rawValue: 1 << 14)
  package static let officeModifier = NameClass(rawValue: 1 << 15)
  package static let occupation = NameClass(rawValue: 1 << 16)
  package static let organizationHead = NameClass(rawValue: 1 << 17)
  package static let locationHead = NameClass(rawValue: 1 << 18)
  package static let polityHead = NameClass(rawValue: 1 << 19)
  package static let facilityHead = NameClass(rawValue: 1 << 20)
  package static let eventHead = NameClass(rawValue: 1 << 21)
  package static let workHead = NameClass(rawValue: 1 << 22)
  package static let particle = NameClass(rawValue: 1 << 23)
  package static let suffix = NameClass(rawValue: 1 << 24)
  package static let reporting = NameClass(rawValue: 1 << 25)
  package static let calendar = NameClass(rawValue: 1 << 26)
  package static let groupNoun = NameClass(rawValue: 1 << 27)
  package static let placeWord = NameClass(rawValue: 1 << 28)
  package static let common = NameClass(rawValue: 1 << 29)
  package static let function = NameClass(rawValue: 1 << 30)
  /// The phrase so far is the beginning of a longer one.
  package static let goesOn = NameClass(rawValue: 1 << 31)

  /// All classes of names.
  package static let names = NameClass(rawValue: 0x1FFF)
}

/// The lists of names and cue words, as one table of folded phrases.
///
/// Parsed at first use; about 100,000 phrases.
package struct NameLexicon: Sendable {
  private var table = PhraseTable(capacity: 131_000)

  /// The embedded lists.
  package static let embedded = NameLexicon()

  /// The classes of the phrase with the hash `hash`.
  @inline(__always)
  package func classes(_ hash: UInt64) -> NameClass { NameClass(rawValue: table[hash]) }

  /// Asks for the memory that looking up `hash` will need: worth it some words ahead.
  @inline(__always)
  package func prefetch(_ hash: UInt64) { table.prefetch(hash) }

  /// The classes of the phrase `text`.
  package func classes(of text: String) -> NameClass { classes(PhraseHash(folding: text).value) }

  private init() {
    addCountries()
    addPlaces()
    addActors()
    addBodies()
    addPeople()
    table.settle()
    addProperNames()
    addCues()
    addCommonWords()
    var scanner = TableScanner(dateline_lexicon_metonyms())
    scanner.forEachRow { fields in add(fields[0], .seat) }
    scanner = TableScanner(dateline_lexicon_aliases())
    scanner.forEachRow { fields in
      guard fields.count >= 3 else { return }
      let classes: NameClass = fields[0].first == UInt8(ascii: "G") ? .region : .institution
      add(fields[1], classes)
      TableScanner.forEachPart(of: fields[2]) { add($0, classes) }
    }
    table.settle()
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ classes: NameClass) {
    table.add(text, classes: classes.rawValue, beginning: NameClass.goesOn.rawValue)
  }

  private mutating func addCountries() {
    var scanner = TableScanner(dateline_lexicon_countries())
    scanner.forEachRow { fields in
      guard fields.count >= 6 else { return }
      add(fields[2], .country)
      TableScanner.forEachPart(of: fields[4]) { add($0, .country) }
      TableScanner.forEachPart(of: fields[5]) { add($0, .demonym) }
    }
  }

  private mutating func addPlaces() {
    var scanner = TableScanner(dateline_lexicon_places())
    scanner.forEachRow { fields in
      guard fields.count >= 6, let kind = fields[0].first else { return }
      let isLarge = (TableScanner.integer(fields[5]) ?? 0) >= 200
      let classes: NameClass =
        switch kind {
        case UInt8(ascii: "A"): .division
        case UInt8(ascii: "C"): .city
        case UInt8(ascii: "P"): .city
        default: isLarge ? .city : .town
        }
      add(fields[1], classes)
      TableScanner.forEachPart(of: fields[2]) { add($0, classes) }
    }
  }

  private mutating func addActors() {
    var scanner = TableScanner(dateline_lexicon_actors())
    scanner.forEachRow { fields in
      guard fields.count >= 3, let kind = fields[0].first else { return }
      let classes: NameClass =
        switch kind {
        case UInt8(ascii: "M"): .militant
        case UInt8(ascii: "B"): .business
        default: .institution
        }
      add(fields[1], classes)
      TableScanner.forEachPart(of: fields[2]) { add($0, classes) }
    }
  }

  private mutating func addBodies() {
    var scanner = TableScanner(dateline_lexicon_bodies())
    scanner.forEachRow { fields in
      guard fields.count >= 2, let kind = fields[0].first else { return }
      let classes: NameClass = kind == UInt8(ascii: "B") ? .business : .institution
      TableScanner.forEachPart(of: fields[1]) { add($0, classes) }
    }
  }

  private mutating func addPeople() {
    var scanner = TableScanner(dateline_lexicon_people())
    scanner.forEachRow { fields in
      guard fields.count >= 2, let kind = fields[0].first else { return }
      let classes: NameClass =
        kind == UInt8(ascii: "G") ? .given : kind == UInt8(ascii: "S") ? .surname : .fullName
      add(fields[1], classes)
    }
  }

  private mutating func addProperNames() {
    var scanner = TableScanner(dateline_lexicon_proper())
    scanner.forEachRow { fields in
      guard fields.count >= 2, let kind = fields[0].first else { return }
      let classes: NameClass =
        switch kind {
        case UInt8(ascii: "L"): .region
        case UInt8(ascii: "M"): .militant
        case UInt8(ascii: "O"): .institution
        case UInt8(ascii: "P"): .fullName
        default: .surname
        }
      // A place that is a polity as well says no more.
      if classes == .region {
        var hash = PhraseHash()
        hash.append(folding: fields[1])
        guard self.classes(hash.value).isDisjoint(with: [.country, .division, .city, .town]) else {
          return
        }
      }
      add(fields[1], classes)
    }
  }

  private mutating func addCues() {
    var scanner = TableScanner(dateline_lexicon_name_cues())
    scanner.forEachRow { fields in
      guard fields.count >= 2, let classes = Self.cueClasses[TableScanner.string(fields[0])] else {
        return
      }
      TableScanner.forEachPart(of: fields[1]) { add($0, classes) }
    }
  }

  private static let cueClasses: [String: NameClass] = [
    "honorific": .honorific, "rank": .office, "office": .office, "occupation": .occupation,
    "officemod": .officeModifier, "org": .organizationHead, "loc": .locationHead,
    "gpe": .polityHead, "fac": .facilityHead, "event": .eventHead, "misc": .workHead,
    "particle": .particle, "suffix": .suffix, "say": .reporting, "month": .calendar,
    "groupnoun": .groupNoun, "placeword": .placeWord, "region": .region,
    "polity": [.region, .division], "norp": .demonym,
    "function": .function,
  ]

  private mutating func addCommonWords() {
    var scanner = TableScanner(dateline_lexicon_common())
    scanner.forEachRow { fields in add(fields[0], .common) }
  }
}
