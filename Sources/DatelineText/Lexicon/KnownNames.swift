import CDatelineData

/// Countries with their names, peoples and capitals, and well-known bodies with their aliases.
///
/// Parsed at first use; under 3,000 names.
package struct KnownNames: Sendable {
  /// One country.
  package struct Country: Sendable {
    /// ISO 3166-1 alpha-2 code.
    package let code: String
    /// The short name.
    package let name: String
    /// Its people and adjective ("Afghan").
    package let demonym: String?
    /// Its capital.
    package let capital: String
  }

  /// One well-known body or thing.
  package struct Body: Sendable {
    /// Its type.
    package let type: EntityType
    /// The canonical name.
    package let name: String
  }

  /// The countries in order of their codes.
  package private(set) var countries: [Country] = []
  /// The bodies in order of the list.
  package private(set) var bodies: [Body] = []
  private var countryOfName: [UInt64: Int] = [:]
  private var countryOfPeople: [UInt64: Int] = [:]
  private var countryOfSeat: [UInt64: Int] = [:]
  private var bodyOfName: [UInt64: Int] = [:]

  /// The embedded lists.
  package static let embedded = KnownNames()

  private init() {
    readCountries()
    var scanner = TableScanner(dateline_lexicon_metonyms())
    scanner.forEachRow { fields in
      guard fields.count >= 2 else { return }
      let code = TableScanner.string(fields[1])
      if let country = countries.firstIndex(where: { $0.code == code }) {
        countryOfSeat[Self.hash(fields[0])] = country
      }
    }
    scanner = TableScanner(dateline_lexicon_aliases())
    scanner.forEachRow { fields in
      guard fields.count >= 3, let type = EntityType(rawValue: TableScanner.string(fields[0]))
      else {
        return
      }
      bodyOfName[Self.hash(fields[1])] = bodies.count
      TableScanner.forEachPart(of: fields[2]) { bodyOfName[Self.hash($0)] = bodies.count }
      bodies.append(Body(type: type, name: TableScanner.string(fields[1])))
    }
  }

  private mutating func readCountries() {
    var scanner = TableScanner(dateline_lexicon_countries())
    scanner.forEachRow { fields in
      guard fields.count >= 6 else { return }
      let index = countries.count
      var demonym: String?
      TableScanner.forEachPart(of: fields[5]) { part in
        if demonym == nil { demonym = TableScanner.string(part) }
        let hash = Self.hash(part)
        if countryOfPeople[hash] == nil { countryOfPeople[hash] = index }
      }
      countryOfName[Self.hash(fields[2])] = index
      TableScanner.forEachPart(of: fields[4]) { countryOfName[Self.hash($0)] = index }
      if !fields[3].isEmpty { countryOfSeat[Self.hash(fields[3])] = index }
      countries.append(
        Country(
          code: TableScanner.string(fields[0]), name: TableScanner.string(fields[2]),
          demonym: demonym, capital: TableScanner.string(fields[3])))
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = PhraseHash()
    hash.append(folding: text)
    return hash.value
  }

  /// The country called `name`.
  package func country(named name: String) -> Country? {
    countryOfName[PhraseHash(folding: name).value].map { countries[$0] }
  }

  /// The country whose people or adjective `name` is.
  package func country(ofPeople name: String) -> Country? {
    countryOfPeople[PhraseHash(folding: name).value].map { countries[$0] }
  }

  /// The country whose government sits in `name`.
  package func country(ofSeat name: String) -> Country? {
    countryOfSeat[PhraseHash(folding: name).value].map { countries[$0] }
  }

  /// The well-known body called `name`.
  package func body(named name: String) -> Body? {
    bodyOfName[PhraseHash(folding: name).value].map { bodies[$0] }
  }
}
