import DatelineText

/// The events that were made of clusters the last time.
struct TimelineMemory: Sendable {
  /// All that an event is made of.
  struct Key: Hashable, Sendable {
    /// Stands for the mentions, in their order.
    private let members: UInt64
    /// Stands for the articles that those of the mentions copy.
    private let originals: UInt64
    private let interval: DayInterval?
    private let grain: Grain?
    private let type: EventType
    private let mode: String?

    /// Describes a cluster, whose days and type may have come from elsewhere than its members.
    init(_ cluster: EventCluster, sources: SourceIndex, articles: ArticleList) {
      members = cluster.state
      interval = cluster.interval
      grain = cluster.grain
      type = cluster.type
      mode = cluster.mode
      var originals: UInt64 = 0
      for (number, member) in cluster.members.enumerated() {
        let original = sources.original(of: member.article)
        guard original != member.article else { continue }
        originals = StampHash.combining(originals, UInt64(number))
        for byte in articles.id(at: original).name.utf8 {
          originals = StampHash.combining(originals, UInt64(byte))
        }
      }
      self.originals = originals
    }
  }

  private let isKeeping: Bool
  private var events: [Key: TimelineEvent] = [:]

  /// Makes a memory of nothing.
  init(keeping: Bool) { isKeeping = keeping }

  /// For each of `clusters`: its event, as far as it is known, and what it is known by. Nothing is known
  /// by anything where nothing is kept.
  func known(_ clusters: [EventCluster], sources: SourceIndex, articles: ArticleList)
    -> [(key: Key, event: TimelineEvent?)]
  {
    guard isKeeping else { return [] }
    return clusters.map { cluster in
      let key = Key(cluster, sources: sources, articles: articles)
      return (key, events[key])
    }
  }

  /// Keeps `made`, the events of what has these keys.
  mutating func keep(_ made: [TimelineEvent], by keys: some Sequence<Key>) {
    guard isKeeping else { return }
    events = Dictionary(zip(keys, made)) { first, _ in first }
  }
}
