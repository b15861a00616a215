import CDatelineData

/// The countries, families of names and outlets that stories are made of.
struct NewsWorld: Sendable {
  /// A country with its neighbours as indices into `countries`.
  struct Country {
    var name: String
    var capital: String
    var demonym: String
    var family: Int
    var neighbours: [Int]
    var towns: [String]
  }

  /// A family of names.
  struct Names {
    var men: [String]
    var women: [String]
    var surnames: [String]
  }

  /// A newspaper or agency.
  struct Outlet {
    var name: String
    var city: String
    var header: NewsHeader
    var hasCurlyQuotes: Bool
    var language: NewsLanguage

    /// Its name in lower case with hyphens.
    var slug: String { NewsWorld.slug(of: name) }
  }

  let countries: [Country]
  let names: [Names]
  let outlets: [Outlet]

  /// Reads the world from its text and from the embedded list of countries.
  init() {
    let families = WorldTemplate.people.split(separator: "\n").map { $0.split(separator: "|") }
    let order = families.map { $0[0] }
    names = families.map { fields in
      let lists = fields[1...].map { $0.split(separator: ",").map(String.init) }
      return Names(men: lists[0], women: lists[1], surnames: lists[2])
    }
    let facts = Self.countryFacts()
    let lines = WorldTemplate.countries.split(separator: "\n").map {
      $0.split(separator: " ", maxSplits: 3)
    }
    let codes = lines.map { $0[0] }
    countries = lines.map { fields in
      let fact = facts[fields[0]] ?? ["", "", "", "", "", ""]
      return Country(
        name: fact[2], capital: fact[3],
        demonym: fact[5].split(separator: "|").first.map(String.init) ?? fact[2],
        family: order.firstIndex(of: fields[1]) ?? 0,
        neighbours: fields[2].split(separator: ",").compactMap { codes.firstIndex(of: $0) },
        towns: fields[3].split(separator: "|").map(String.init))
    }
    outlets = WorldTemplate.outlets.split(separator: "\n").map { line in
      let fields = line.split(separator: "|").map(String.init)
      return Outlet(
        name: fields[0], city: fields[1], header: NewsHeader(rawValue: fields[2]) ?? .plain,
        hasCurlyQuotes: fields[3] == "curly", language: NewsLanguage(rawValue: fields[4]) ?? .en)
    }
  }

  /// The lines of the embedded list of countries by ISO code.
  private static func countryFacts() -> [Substring: [String]] {
    let data = dateline_lexicon_countries()
    let text = Substring(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
    var facts: [Substring: [String]] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      if fields.count > 5 { facts[fields[0]] = fields.map(String.init) }
    }
    return facts
  }

  /// `text` in lower-case ASCII letters and digits, joined by hyphens.
  static func slug(of text: String) -> String {
    let words = text.utf8.split { byte in
      !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39)
    }
    return words.map { word in
      String(decoding: word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }.joined(separator: "-")
  }
}

/// Where an outlet prints the date.
enum NewsHeader: String {
  /// Under the headline and byline.
  case title
  /// After a label ("Published: ").
  case labelled
  /// In the dateline before the first sentence ("GENEVA, Oct 9 —").
  case wire
  /// On a line of its own, alone.
  case plain
  /// Nowhere.
  case none
}

/// The languages that news is made in.
enum NewsLanguage: String {
  case en, es, fr, de, ar
}
