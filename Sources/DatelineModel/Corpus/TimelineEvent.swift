public import DatelineText

/// One event over all articles: what they tell of it, merged, with every support kept.
public struct TimelineEvent: Hashable, Sendable {
  /// One article's telling of the event.
  public struct Support: Hashable, Sendable {
    /// The sentence that tells it.
    public var provenance: Provenance
    /// The index into the article's events.
    public var event: Int
    /// Further events of the sentence that tell the same, as indices.
    public var further: [Int]
    /// How far this telling asserts it.
    public var status: FactStatus
    /// Who says so, sorted; empty for the article's own voice and for those who are no entity.
    public var claimants: [EntityID]
    /// The article's words for who says so, where nobody of `claimants` does ("officials").
    public var claimantText: String

    /// Makes a support.
    public init(provenance: Provenance, event: Int, status: FactStatus) {
      self.provenance = provenance
      self.event = event
      self.status = status
      further = []
      claimants = []
      claimantText = ""
    }
  }

  /// Derived from the content of its first support, so that it stays the same between runs.
  public var id: String
  /// The days on which it may have happened; nil for an undated event.
  public var interval: DayInterval?
  /// The unit in which the date is known.
  public var grain: Grain?
  /// Whether the date hangs on a document date that was only inferred.
  public var isDateInferred: Bool
  /// A short readable title.
  public var title: String
  /// The type.
  public var type: EventType
  /// The mode.
  public var mode: String?
  /// The modes of all tellings, sorted: an agreement may be told as what others mediated, too.
  public var modes: [String]
  /// Who acts, sorted.
  public var actors: [EntityID]
  /// Who is acted upon, sorted.
  public var recipients: [EntityID]
  /// Where, sorted.
  public var places: [EntityID]
  /// How far it is asserted, over all supports.
  public var status: FactStatus
  /// Every telling, by article and position.
  public var supports: [Support]
  /// The number of independent sources: copies count once.
  public var sources: Int
  /// How much it matters in this corpus; larger is more.
  public var importance: Double

  /// Makes an event without supports.
  public init(id: String, title: String, type: EventType) {
    self.id = id
    self.title = title
    self.type = type
    interval = nil
    grain = nil
    isDateInferred = false
    mode = nil
    modes = []
    actors = []
    recipients = []
    places = []
    status = .stated
    supports = []
    sources = 0
    importance = 0
  }

  /// Those who say so where the event is not stated, sorted.
  public var claimants: [EntityID] {
    guard status != .stated else { return [] }
    return Set(supports.filter { $0.status == status }.flatMap(\.claimants)).sorted()
  }

  /// Its status, then that of each telling: what was announced stays planned in the announcement.
  var statuses: [FactStatus] { [status] + supports.map(\.status) }

  /// Its modes and what they are called ("third-party", "Mediation").
  var modeWords: [String] {
    let all = [mode].compactMap { $0 } + modes
    return all + (all.contains(EventKinds.mediation) ? ["mediation"] : [])
  }

  /// What is left of it where `articles` no longer tell it; nil where nobody else does.
  public func without(_ articles: Set<ArticleID>) -> TimelineEvent? {
    var left = self
    left.supports.removeAll { articles.contains($0.provenance.article) }
    guard !left.supports.isEmpty else { return nil }
    left.status = TimelineBuilder.status(of: left.supports.map(\.status))
    left.sources = min(sources, Set(left.articles).count)
    return left
  }

  /// The articles that tell it, sorted and without repetition.
  public var articles: [ArticleID] {
    supports.reduce(into: []) { articles, support in
      if articles.last != support.provenance.article { articles.append(support.provenance.article) }
    }
  }
}
