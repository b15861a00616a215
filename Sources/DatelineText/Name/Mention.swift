/// The types of named entities.
public enum EntityType: String, Hashable, Sendable, CaseIterable, Comparable {
  case person = "PER"
  case organization = "ORG"
  case geopolitical = "GPE"
  case location = "LOC"
  case facility = "FAC"
  /// A nationality, or an ethnic or religious group.
  case group = "NORP"
  case event = "EVENT"
  case miscellaneous = "MISC"

  /// Orders as declared.
  public static func < (left: EntityType, right: EntityType) -> Bool {
    let order = allCases
    guard let first = order.firstIndex(of: left), let second = order.firstIndex(of: right) else {
      return false
    }
    return first < second
  }
}

/// One place in the text that names, or refers to, an entity.
public struct Mention: Hashable, Sendable {
  /// How it refers.
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// By name.
    case name
    /// By a common noun ("the minister").
    case nominal
    /// By a pronoun ("he").
    case pronoun
  }

  /// Where it stands: titles, "the" and the possessive mark outside.
  public var span: ByteSpan
  /// Its tokens, as indices into the article's tokens. Where a name is part of a compound token
  /// ("Pashtun-dominated") this is the token that holds it.
  public var tokens: Range<Int>
  /// How it refers.
  public var kind: Kind
  /// Its type.
  public var type: EntityType
  /// The chain of this article that it belongs to, as an index into `AnnotatedArticle.chains`;
  /// nil for a nominal or pronoun that could not be resolved.
  public var chain: Int?
  /// Whether a place stands for its government here ("Islamabad denied").
  public var isMetonym: Bool
  /// The title or office before or after it ("Foreign Minister"), where there is one.
  public var role: ByteSpan?

  /// Makes a mention.
  public init(
    span: ByteSpan, tokens: Range<Int>, kind: Kind = .name, type: EntityType, chain: Int? = nil,
    isMetonym: Bool = false, role: ByteSpan? = nil
  ) {
    self.span = span
    self.tokens = tokens
    self.kind = kind
    self.type = type
    self.chain = chain
    self.isMetonym = isMetonym
    self.role = role
  }
}

/// The mentions of one entity within one article.
public struct CoreferenceChain: Hashable, Sendable {
  /// The fullest name the article gives.
  public var name: String
  /// The type that the mentions vote for.
  public var type: EntityType
  /// Mentions as indices into `AnnotatedArticle.mentions`, in order of the text.
  public var mentions: [Int]
  /// For a capital that stands for a government: the name of the country.
  public var governmentOf: String?
  /// The gazetteer's record of a place, where one was chosen.
  public var place: PlaceLink?
  /// Why mentions of different form were brought together, one plain phrase a step.
  public var reasons: [String]

  /// Makes a chain.
  public init(
    name: String, type: EntityType, mentions: [Int], governmentOf: String? = nil,
    place: PlaceLink? = nil, reasons: [String] = []
  ) {
    self.name = name
    self.type = type
    self.mentions = mentions
    self.governmentOf = governmentOf
    self.place = place
    self.reasons = reasons
  }
}

/// A place of the gazetteer.
public struct PlaceLink: Hashable, Sendable {
  /// The gazetteer's name of the place.
  public var name: String
  /// ISO 3166-1 alpha-2 code of the country.
  public var country: String
  /// Code of the first-level division, where there is one.
  public var admin1: String?
  /// Degrees north, in hundredths.
  public var latitude: Int32?
  /// Degrees east, in hundredths.
  public var longitude: Int32?

  /// Makes a link.
  public init(
    name: String, country: String, admin1: String? = nil, latitude: Int32? = nil,
    longitude: Int32? = nil
  ) {
    self.name = name
    self.country = country
    self.admin1 = admin1
    self.latitude = latitude
    self.longitude = longitude
  }
}
