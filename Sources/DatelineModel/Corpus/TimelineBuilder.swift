import DatelineText

/// Makes the timeline: event mentions of all articles merged, titled, weighed and put in order.
enum TimelineBuilder {
  /// The events of `articles` in order of time (`TimelineRank`), the undated ones last.
  static func timeline(
    of articles: ArticleList, entities: EntityIndex, sources: SourceIndex, decisions: [Decision],
    memory: inout ResolvingMemory
  ) -> [TimelineEvent] {
    let decided = EventDecisions(decisions, articles: articles)
    var all = clusters(of: articles, entities: entities, memory: &memory)
    all.removeAll { !TimelineSelection.holds($0) || decided.rejects($0) }
    if !decided.isEmpty { all = all.map(decided.applied) }
    let known = memory.timeline.known(all, sources: sources, articles: articles)
    let clusters = known.isEmpty ? all : zip(all, known).filter { $1.event == nil }.map(\.0)
    let tellings = Telling.all(of: clusters, in: articles, entities: entities)
    var made = articles.concurrency.map(clusters.count) { index in
      event(
        of: clusters[index], tellings[index], articles: articles, entities: entities,
        sources: sources)
    }
    if !known.isEmpty {
      var new = made.makeIterator()
      made = known.compactMap { $0.event ?? new.next() }
      memory.timeline.keep(made, by: known.lazy.map(\.key))
    }
    return ordered(made)
  }

  /// The events in order of time; of those with one identifier, all but the first have a number too.
  private static func ordered(_ events: [TimelineEvent]) -> [TimelineEvent] {
    var used: [String: Int] = [:]
    var compact = CompactFacts()
    return events.sorted(by: comesFirst)
      .map { event in
        var event = compact.compacted(event)
        used[event.id, default: 0] += 1
        if let count = used[event.id], count > 1 { event.id += "-\(count)" }
        return event
      }
  }

  private static func clusters(
    of articles: ArticleList, entities: EntityIndex, memory: inout ResolvingMemory
  ) -> [EventCluster] {
    var events = ReadEvents(articles, entities: entities, memory: &memory)
    let clusters = EventMerger.clusters(
      of: events.takeRecords(), entities: entities, concurrency: articles.concurrency,
      memory: &memory.merging)
    return ClusterDates.shared(clusters, by: events)
  }

  /// Orders by time, then identifier.
  static func comesFirst(_ left: TimelineEvent, _ right: TimelineEvent) -> Bool {
    let (first, second) = (TimelineRank(left.interval), TimelineRank(right.interval))
    return first != second ? first < second : left.id < right.id
  }

  /// The timeline event of a cluster.
  private static func event(
    of cluster: EventCluster, _ tellings: [Telling], articles: ArticleList, entities: EntityIndex,
    sources: SourceIndex
  ) -> TimelineEvent {
    let order = cluster.members.indices.sorted(by: cluster.isBefore)
    let title = EventTitle(cluster, tellings, articles: articles, entities: entities)
    var event = TimelineEvent(
      id: tellings[order[0]].identifier ?? "", title: title.text, type: cluster.type)
    event.interval = cluster.interval
    event.grain = cluster.grain
    event.mode = cluster.mode
    event.modes = Set(cluster.members.compactMap(\.mode) + [cluster.mode].compactMap { $0 })
      .sorted()
    event.actors = entities.ids(Array(cluster.actors))
    event.recipients = entities.ids(Array(cluster.recipients))
    event.places = entities.ids(Array(cluster.places))
    event.status = status(of: cluster.members.map(\.status))
    let supports = SupportOrder(
      order.map { (cluster.members[$0], tellings[$0]) }, status: event.status,
      days: cluster.interval)
    event.supports = Self.supports(
      of: supports.ordered(first: title.telling), in: articles, entities: entities)
    event.sources = sources.count(
      supports.telling.map { ($0.record.article, $0.record.attributedTo) })
    event.isDateInferred = isDateInferred(cluster.members, tellings)
    event.importance = importance(
      of: event, hasQuantities: tellings.contains(where: \.hasQuantities))
    return event
  }

  /// The tellings: one for each sentence, as firm as the firmest of the mentions in it.
  private static func supports(
    of members: [SupportOrder.Member], in articles: ArticleList,
    entities: EntityIndex
  ) -> [TimelineEvent.Support] {
    var supports: [TimelineEvent.Support] = []
    for (member, telling) in members {
      var support = TimelineEvent.Support(
        provenance: Provenance(article: articles.id(at: member.article), span: telling.sentence),
        event: member.event, status: member.status)
      if member.status != .stated {
        support.claimants = entities.ids(
          Set(member.attributedTo.map { entities.party($0) ?? $0 }).sorted())
        if support.claimants.isEmpty { support.claimantText = telling.speaker }
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

  /// The firmest assertion: an event that one article states is stated, one that is only alleged is
  /// not; a denial stands only where nobody asserts the event.
  static func status(of statuses: [FactStatus]) -> FactStatus {
    let order: [FactStatus] = [
      .stated, .attributed, .unconfirmed, .planned, .denied, .hypothetical,
    ]
    return order.first(where: statuses.contains) ?? .stated
  }

  /// Whether every date that the event has hangs on a document date that was only inferred.
  private static func isDateInferred(_ members: [EventRecord], _ tellings: [Telling]) -> Bool {
    let dated = members.indices.filter { members[$0].interval != nil }
    return !dated.isEmpty && dated.allSatisfy { tellings[$0].isDateInferred }
  }

  /// Independent sources count most, then tellings, harm counted, and a firm date.
  private static func importance(of event: TimelineEvent, hasQuantities: Bool) -> Double {
    var importance = Double(event.sources) + 0.25 * Double(min(event.supports.count, 12))
    if event.grain.map({ $0 <= .day }) ?? false { importance += 1 }
    if hasQuantities { importance += 1 }
    if event.status != .stated { importance -= 0.25 }
    if [.assault, .agree, .retreat, .disaster].contains(event.type) { importance += 0.5 }
    return importance
  }
}
