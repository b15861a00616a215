import DatelineText

/// Makes the timeline: event mentions of all articles merged, titled, weighed and put in order.
enum TimelineBuilder {
  /// Mentions below this confidence stay off the timeline.
  static let confidenceFloor = 30

  /// The events of `articles` in order of time, the undated ones last.
  static func timeline(
    of articles: ArticleList, entities: EntityIndex, sources: SourceIndex,
    decisions: [Decision]
  ) -> [TimelineEvent] {
    let records = records(of: articles, entities: entities)
    let decided = EventDecisions(decisions, articles: articles)
    var used: [String: Int] = [:]
    let clusters = ClusterDates.shared(
      EventMerger.clusters(of: records, entities: entities), in: articles
    ).filter { TimelineSelection.holds($0) && !decided.rejects($0) }.map(decided.applied)
    return articles.concurrency.map(clusters.count) {
      event(of: clusters[$0], articles: articles, entities: entities, sources: sources)
    }
    .sorted(by: comesFirst)
    .map { event in
      var event = event
      used[event.id, default: 0] += 1
      if let count = used[event.id], count > 1 { event.id += "-\(count)" }
      return event
    }
  }

  /// The mentions that belong on a timeline.
  private static func records(of articles: ArticleList, entities: EntityIndex)
    -> [EventRecord]
  {
    articles.mapEach { index, article in
      article.events.indices.compactMap { event in
        let mention = article.events[event]
        guard !mention.isGeneric, article.sentences.indices.contains(mention.sentence),
          mention.confidence >= confidenceFloor || article.recalls(mention)
        else { return nil }
        return EventRecord(article: index, event: event, in: article, entities: entities)
      }
    }.flatMap { $0 }
  }

  /// Orders by first day, last day, then identifier; events with an open or no interval last.
  static func comesFirst(_ left: TimelineEvent, _ right: TimelineEvent) -> Bool {
    let keys = (sortKey(left), sortKey(right))
    return keys.0 != keys.1 ? keys.0 < keys.1 : left.id < right.id
  }

  private static func sortKey(_ event: TimelineEvent) -> (Int32, Int32) {
    guard let first = event.interval?.earliest, let last = event.interval?.latest else {
      return (.max, (event.interval?.earliest ?? event.interval?.latest)?.rawValue ?? .max)
    }
    return (first.rawValue, last.rawValue)
  }

  /// The timeline event of a cluster.
  private static func event(
    of cluster: EventCluster, articles: ArticleList, entities: EntityIndex,
    sources: SourceIndex
  ) -> TimelineEvent {
    let members = cluster.members.sorted { ($0.article, $0.event) < ($1.article, $1.event) }
    let title = EventTitle(cluster, articles: articles, entities: entities).text
    var event = TimelineEvent(
      id: identifier(of: members[0], in: articles), title: title, type: cluster.type)
    event.interval = cluster.interval
    event.grain = cluster.grain
    event.mode = cluster.mode
    event.modes = Set(members.compactMap(\.mode) + [cluster.mode].compactMap { $0 }).sorted()
    event.actors = entities.ids(Array(cluster.actors))
    event.recipients = entities.ids(Array(cluster.recipients))
    event.places = entities.ids(Array(cluster.places))
    event.supports = supports(of: members, in: articles, entities: entities)
    event.status = status(of: members.map(\.status))
    event.sources = sources.count(members.map { ($0.article, $0.attributedTo) })
    event.isDateInferred = isDateInferred(members, articles)
    event.importance = importance(of: event, members: members, articles: articles)
    return event
  }

  /// The tellings: one for each sentence, as firm as the firmest of the mentions in it.
  private static func supports(
    of members: [EventRecord], in articles: ArticleList, entities: EntityIndex
  ) -> [TimelineEvent.Support] {
    var supports: [TimelineEvent.Support] = []
    for member in members {
      let article = articles[member.article]
      var support = TimelineEvent.Support(
        provenance: Provenance(
          article: article.article.id, span: article.sentences[member.sentence].span),
        event: member.event, status: member.status)
      if member.status != .stated {
        support.claimants = entities.ids(
          Set(member.attributedTo.map { entities.party($0) ?? $0 }).sorted())
        if support.claimants.isEmpty { support.claimantText = article.source(of: member) }
      }
      guard var last = supports.last, last.provenance == support.provenance else {
        supports.append(support)
        continue
      }
      if status(of: [last.status, support.status]) == last.status {
        last.further.append(support.event)
        support = last
      } else {
        support.further = [last.event] + last.further
      }
      supports[supports.count - 1] = support
    }
    return supports
  }

  /// Derived from the first support's sentence and the place of the trigger in it.
  private static func identifier(of record: EventRecord, in articles: ArticleList) -> String {
    let article = articles[record.article]
    let sentence = article.sentences[record.sentence].span
    let trigger = article.events[record.event].trigger
    var hash = ContentHash()
    hash.combine(article.article.text.bytes[sentence.range])
    hash.combine(String(trigger.lower - sentence.lower).utf8)
    return hash.hexadecimal
  }

  /// The firmest assertion: an event that one article states is stated, one that is only alleged is
  /// not; a denial stands only where nobody asserts the event.
  static func status(of statuses: [FactStatus]) -> FactStatus {
    let order: [FactStatus] = [
      .stated, .attributed, .unconfirmed, .planned, .denied, .hypothetical,
    ]
    return order.first(where: statuses.contains) ?? .stated
  }

  /// Whether every date that the event has hangs on a document date that was only inferred.
  private static func isDateInferred(_ members: [EventRecord], _ articles: ArticleList)
    -> Bool
  {
    let dated = members.filter { $0.interval != nil }
    return !dated.isEmpty
      && dated.allSatisfy { member in
        let article = articles[member.article]
        let timex = article.events[member.event].timex
        let isRelative = timex.map {
          article.timexes.indices.contains($0) && article.timexes[$0].isRelative
        }
        return [.inferred, .corpus].contains(article.date.basis) && isRelative ?? true
      }
  }

  /// Independent sources count most, then tellings, harm counted, and a firm date.
  private static func importance(
    of event: TimelineEvent, members: [EventRecord], articles: ArticleList
  ) -> Double {
    var importance = Double(event.sources) + 0.25 * Double(min(event.supports.count, 12))
    if event.grain.map({ $0 <= .day }) ?? false { importance += 1 }
    if members.contains(where: { !articles[$0.article].events[$0.event].quantities.isEmpty }) {
      importance += 1
    }
    if event.status != .stated { importance -= 0.25 }
    if [.assault, .agree, .retreat].contains(event.type) { importance += 0.5 }
    return importance
  }
}

extension AnnotatedArticle {
  /// The words for who tells an event that stands in what somebody said; empty where nobody is named.
  fileprivate func source(of record: EventRecord) -> String {
    let trigger = events[record.event].trigger
    let first = claims.partitioningIndex { $0.sentence >= record.sentence }
    let claim = claims[first...].prefix { $0.sentence == record.sentence }.last { claim in
      claim.basis == .speech && claim.content.contains { $0.contains(trigger) }
    }
    return claim?.source.first.map { article.text[$0] } ?? ""
  }
}
