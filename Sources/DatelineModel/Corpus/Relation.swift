public import DatelineText

/// One edge of the entity graph: directed, typed, dated, and weighted by its sources.
public struct Relation: Hashable, Sendable {
  /// The types of relation.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case accuses, attacks, arrests, sanctions, demands, denies, hosts, leads, mediates, role,
      supports, visits
    case alliedWith = "allied-with"
    case hostileTo = "hostile-to"
    case memberOf = "member-of"
    case negotiatesWith = "negotiates-with"
    /// Named together in a sentence, where no more is known.
    case mentionedWith = "mentioned-with"
    case locatedIn = "located-in"

    /// Whether direction means nothing.
    public var isSymmetric: Bool {
      switch self {
      case .alliedWith, .hostileTo, .negotiatesWith, .mentionedWith: true
      case .accuses, .attacks, .arrests, .sanctions, .demands, .denies, .hosts, .leads, .mediates,
        .role, .supports, .visits, .memberOf, .locatedIn:
        false
      }
    }
  }

  /// The type.
  public var kind: Kind
  /// Where the edge starts.
  public var source: EntityID
  /// Where it ends.
  public var target: EntityID
  /// How far it is asserted: a claimed edge is never `stated`.
  public var status: FactStatus
  /// Who claims it, where it is only claimed; sorted.
  public var claimedBy: [EntityID]
  /// The first and the last day that the supports give; nil where undated.
  public var interval: DayInterval?
  /// A word of detail ("foreign minister" for a role).
  public var detail: String?
  /// The sentences that say so, in order.
  public var supports: [Provenance]
  /// The number of independent sources.
  public var weight: Int

  /// Makes a relation without supports.
  public init(kind: Kind, source: EntityID, target: EntityID) {
    self.kind = kind
    self.source = source
    self.target = target
    status = .stated
    claimedBy = []
    interval = nil
    detail = nil
    supports = []
    weight = 0
  }

  /// What is left of it where `articles` no longer say so; nil where nobody else does.
  public func without(_ articles: Set<ArticleID>) -> Relation? {
    var left = self
    left.supports.removeAll { articles.contains($0.article) }
    guard !left.supports.isEmpty else { return nil }
    left.weight = min(weight, left.articles.count)
    return left
  }

  /// The articles that say so, sorted and without repetition.
  public var articles: [ArticleID] {
    supports.reduce(into: []) { articles, support in
      if articles.last != support.article { articles.append(support.article) }
    }
  }
}

/// What lists group and order relations by.
public struct RelationRank: Hashable, Sendable {
  /// Its type.
  public var kind: Relation.Kind
  /// The number of independent sources.
  public var weight: Int
  /// How many sentences say so.
  public var supports: Int

  /// Makes the rank of what so many sources and sentences say.
  public init(kind: Relation.Kind, weight: Int, supports: Int) {
    self.kind = kind
    self.weight = weight
    self.supports = supports
  }
}

/// What a relation is, without the sentences that it rests on.
public struct RelationOutline: Hashable, Sendable {
  /// Its type and its ends.
  public var id: RelationID
  /// How many sentences say so.
  public var supports: Int

  /// Makes the outline of what so many sentences say.
  public init(_ id: RelationID, supports: Int) {
    self.id = id
    self.supports = supports
  }

  /// The outline of `relation`.
  public init(_ relation: Relation) {
    self.init(RelationID(relation), supports: relation.supports.count)
  }
}

/// A relation without the sentences that it rests on, as a list shows it.
public struct RelationHead: Hashable, Sendable {
  /// The relation; its supports are left out.
  public var relation: Relation
  /// How many sentences say so.
  public var supports: Int
  /// In how many articles.
  public var articles: Int

  /// Makes the head of what so many sentences of so many articles say.
  public init(_ relation: Relation, supports: Int, articles: Int) {
    self.relation = relation
    self.supports = supports
    self.articles = articles
  }

  /// The head of `relation`.
  public init(_ relation: Relation) {
    self.init(relation, supports: relation.supports.count, articles: relation.articles.count)
    self.relation.supports = []
  }
}
