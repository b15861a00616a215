public import DatelineText

/// Names an entity of the corpus by what it is, not by when it was seen: type and folded canonical
/// name, so that the same folder gives the same identifiers in any order.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The identifier itself ("GPE:pakistan").
  public let key: String

  /// Makes the identifier `key`.
  public init(_ key: String) { self.key = key }

  /// The identifier itself.
  public var description: String { key }

  /// Orders by UTF-8 bytes.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    left.key.precedesByBytes(right.key)
  }
}

/// One person, group, place or other named thing, over all articles.
public struct Entity: Hashable, Sendable {
  /// A name that the entity bears, with how often it is used.
  public struct Alias: Hashable, Sendable {
    /// The name as written.
    public var name: String
    /// How many mentions use it.
    public var count: Int

    /// Makes an alias.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// An office or title that articles give the entity.
  public struct Role: Hashable, Sendable {
    /// The office as written ("Foreign Minister").
    public var title: String
    /// Where it says so.
    public var provenance: Provenance

    /// Makes a role.
    public init(title: String, provenance: Provenance) {
      self.title = title
      self.provenance = provenance
    }
  }

  /// One mention, as an index into an article's mentions.
  public struct MentionReference: Hashable, Sendable {
    /// The article.
    public var article: ArticleID
    /// The index into its mentions.
    public var mention: Int

    /// Makes a reference.
    public init(article: ArticleID, mention: Int) {
      self.article = article
      self.mention = mention
    }
  }

  /// The identifier.
  public var id: EntityID
  /// The canonical name: the fullest common one, or the one the user chose.
  public var name: String
  /// The type.
  public var type: EntityType
  /// All names, the most frequent first; ties by name.
  public var aliases: [Alias]
  /// Roles in order of provenance.
  public var roles: [Role]
  /// Mentions by article, then position.
  public var mentions: [MentionReference]
  /// The articles that mention it, sorted.
  public var articles: [ArticleID]
  /// The place on the map, for places.
  public var place: PlaceLink?
  /// For a nationality: the country it belongs to.
  public var country: EntityID?
  /// Why names of different form were brought together, one plain sentence each.
  public var reasons: [String]
  /// Entities that look like misspellings of this one: suggestions, never merged.
  public var suggestions: [EntityID]

  /// Makes an entity that has only a name.
  public init(id: EntityID, name: String, type: EntityType) {
    self.id = id
    self.name = name
    self.type = type
    aliases = []
    roles = []
    mentions = []
    articles = []
    place = nil
    country = nil
    reasons = []
    suggestions = []
  }
}
