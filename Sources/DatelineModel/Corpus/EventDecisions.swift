import DatelineText

/// What the user decided about events, found again in the articles of this run.
struct EventDecisions {
  /// An event mention, by the indices of article and event.
  struct Target: Hashable {
    var article: Int
    var event: Int
  }

  private(set) var rejected: Set<Target> = []
  private(set) var intervals: [Target: DayInterval] = [:]
  private(set) var types: [Target: EventType] = [:]

  /// Replays `decisions` in order over `articles`; what cannot be found again has no effect.
  init(_ decisions: [Decision], articles: ArticleList) {
    for decision in decisions {
      switch decision {
      case .rejectEvent(let anchor):
        if let target = Self.target(anchor, in: articles) { rejected.insert(target) }
      case .redateEvent(let anchor, let interval):
        if let target = Self.target(anchor, in: articles) { intervals[target] = interval }
      case .retypeEvent(let anchor, let type):
        if let target = Self.target(anchor, in: articles) { types[target] = type }
      case .setDate, .merge, .split, .rename, .retype, .rejectEntity, .addEvent, .note, .mark, .tag:
        break
      }
    }
  }

  /// `articles` with the events that the user added, each as the last of its article.
  static func adding(_ decisions: [Decision], to articles: ArticleList)
    -> ArticleList
  {
    var articles = articles
    for case .addEvent(let anchor, let type, let interval) in decisions {
      guard let (index, span) = QuoteMatch.find(anchor, in: articles),
        let sentence = articles[index].sentence(at: Int(span.lower))
      else { continue }
      var event = EventMention(trigger: span, sentence: sentence, type: type)
      event.interval = interval
      event.grain = interval.map { $0.length == 1 ? .day : .week }
      event.confidence = 100
      articles[index].events.append(event)
    }
    return articles
  }

  /// Whether there are none about days and types.
  var isEmpty: Bool { intervals.isEmpty && types.isEmpty }

  /// Whether the user rejected one of the mentions.
  func rejects(_ cluster: EventCluster) -> Bool {
    cluster.members.contains { rejected.contains(Target(article: $0.article, event: $0.event)) }
  }

  /// The cluster with the days and the type that the user gave it.
  func applied(to cluster: EventCluster) -> EventCluster {
    var cluster = cluster
    for member in cluster.members {
      let target = Target(article: member.article, event: member.event)
      if let interval = intervals[target] { cluster.decide(interval) }
      if let type = types[target] { cluster.decide(type) }
    }
    return cluster
  }

  /// The event that an anchor points at: the one whose trigger it quotes, else the first one in the
  /// sentence that it quotes.
  private static func target(_ anchor: QuoteAnchor, in articles: ArticleList) -> Target? {
    guard let (index, span) = QuoteMatch.find(anchor, in: articles) else { return nil }
    let events = articles[index].events
    let event =
      events.firstIndex { $0.trigger == span } ?? events.firstIndex { span.contains($0.trigger) }
    return event.map { Target(article: index, event: $0) }
  }
}

extension Corpus {
  /// Points at an event by the trigger of its first support, for decisions about it; nil where its
  /// article is gone.
  public func anchor(of event: TimelineEvent) -> QuoteAnchor? {
    guard let support = event.supports.first,
      let article = article(support.provenance.article),
      article.events.indices.contains(support.event)
    else { return nil }
    let trigger = article.events[support.event].trigger
    return anchor(Provenance(article: article.article.id, span: trigger))
  }

  /// Points at a stretch of text, for decisions about it; nil where its article is gone.
  public func anchor(_ provenance: Provenance) -> QuoteAnchor? {
    guard let article = article(provenance.article) else { return nil }
    var hash = ContentHash()
    hash.combine(article.article.text.bytes)
    return QuoteAnchor(
      contentHash: hash.hexadecimal, article: provenance.article,
      quote: article.article.text[provenance.span], offset: Int(provenance.span.lower))
  }
}
