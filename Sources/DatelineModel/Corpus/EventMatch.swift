import DatelineText

/// How well an event mention agrees with the mentions of a cluster.
struct EventMatch {
  /// Agreement that tellings of one event need within an article.
  static let bar = 3.0
  /// What is needed more across articles where one or both are undated.
  static let undated = 0.25
  /// What is needed more where a year is compared with a day.
  static let total = 1.0
  /// Within how many sentences two mentions are near each other.
  static let reach = 5
  /// Over how many days tellings of what happens once may be dated.
  static let uniqueDays = 14

  private let record: EventRecord
  private let cluster: EventCluster
  private let entities: EntityIndex
  /// The cluster's members of the same article, and their sentences.
  private let members: [EventRecord]
  private let beside: [Int]

  /// Compares `record` with `cluster`.
  init(_ record: EventRecord, _ cluster: EventCluster, entities: EntityIndex) {
    self.record = record
    self.cluster = cluster
    self.entities = entities
    members = cluster.members(inArticle: record.article)
    beside = members.map(\.sentence)
  }

  /// Whether the cluster has a mention of the same article, and of the same sentence.
  private var isSameArticle: Bool { !beside.isEmpty }
  private var isSameSentence: Bool { beside.contains(record.sentence) }

  /// The agreement, where it is enough for one event; nil where it is not.
  var score: Double? {
    guard EventKinds.agree(record, cluster, inOneSentence: isSameSentence), !isDatedApart,
      Self.isImagined(record.status) == Self.isImagined(cluster.status), let time, let parties,
      let places
    else { return nil }
    if isOnce || isOneTakeover { return Self.bar + 2 + time }
    if isAnaphor { return Self.bar + 0.5 }
    if isSameSentence, !isContrasted, EventKinds.areOneType(record, cluster) || isMediated {
      return Self.bar + 2
    }
    let context = context
    guard parties + places > 0 || isTold(time, context) else { return nil }
    let score =
      time + parties + places + kind + context + counts + nearness + venue(parties, places) + echo
      + pair + known + resumption
    return score >= need ? score : nil
  }

  /// Whether one sentence sets the two beside each other: "fighting went on, while X struck the port".
  private var isContrasted: Bool {
    members.contains { member in
      member.sentence == record.sentence && member.contrast != record.contrast
    }
  }

  /// Over how many days an undated telling of what happens once may lie from a dated one.
  private static let onceDays = 60

  /// Whether both tell of what a person does once, and at about one time: nobody resigns twice in
  /// weeks, so that every telling of a resignation is of one.
  private var isOnce: Bool {
    guard record.mode == EventKinds.unique, cluster.mode == EventKinds.unique,
      record.type == cluster.type,
      record.actorSides.intersection(cluster.actorSides)
        .contains(where: { entities.entities[$0].type == .person })
    else { return false }
    if record.isDated, cluster.isDated { return true }
    guard let last = (record.window ?? record.interval)?.latest,
      let other = (cluster.interval ?? cluster.window)?.latest
    else { return false }
    return abs(last.distance(to: other)) <= Self.onceDays
  }

  /// Whether one sentence gives the two dates of their own: "was in Oslo from Monday to Friday, with
  /// talks held on Tuesday".
  private var isDatedApart: Bool {
    guard isSameSentence, let timex = record.timex else { return false }
    return members.contains { member in
      member.sentence == record.sentence
        && member.timex.map { $0 != timex } ?? false && member.interval != record.interval
    }
  }

  /// Whether both tell at about one time that one party took power.
  private var isOneTakeover: Bool {
    record.mode == EventKinds.takeover && cluster.mode == EventKinds.takeover && record.isDated
      && cluster.isDated && !record.actorSides.isDisjoint(with: cluster.actorSides)
  }

  /// How many sentences on "the visit" still is the one told of.
  private static let memory = 8

  /// Whether a noun with "the" and nothing else speaks again of what the article told before: "arrived
  /// for a visit … The visit marked".
  private var isAnaphor: Bool {
    guard record.isDefinite, !record.isDated, record.parties.isEmpty, record.places.isEmpty,
      cluster.triggers.contains(record.trigger), EventKinds.areOneType(record, cluster)
    else { return false }
    return beside.contains { (1...Self.memory).contains(record.sentence - $0) }
  }

  /// How much agreement it takes: undated talk, which parties repeat, never is one event across
  /// articles.
  private var need: Double {
    if isSameArticle { return Self.bar }
    if record.isDated, cluster.isDated { return isTotal ? Self.bar + Self.total : Self.bar }
    let isUndatedTalk = !record.isDated && TimelineSelection.isTalk(record.type)
    return isUndatedTalk ? .infinity : Self.bar + Self.undated
  }

  /// Whether time and context alone can make one event, where nobody who takes part is named twice:
  /// the same day in one article, a common week and several names in two.
  private func isTold(_ time: Double, _ context: Double) -> Bool {
    if isSameArticle { return time >= 1.5 }
    let isKnownMode = record.mode != nil && record.mode == cluster.mode
    return context >= 1 && (time >= 1 || time > 0 && isKnownMode)
  }

  /// Whether one side speaks of months or more and the other of days: mostly a total or a campaign.
  private var isTotal: Bool {
    guard let left = record.length, let right = cluster.interval?.length else { return false }
    return max(left, right) > 31 && min(left, right) <= 8
  }

  /// Whether a telling is of what did not, or not yet, happen: it tells of no happening.
  static func isImagined(_ status: FactStatus) -> Bool {
    status == .hypothetical || status == .denied
  }

  /// Whether one side tells of those who mediate what the other side tells of.
  private var isMediated: Bool {
    record.isMediation != (cluster.mode == EventKinds.mediation)
  }

  // MARK: - Features

  private var kind: Double {
    if record.isMediation, cluster.hasMediation { return 1.75 }
    var kind = record.type == cluster.type ? 1.0 : 0.5
    if let mode = record.mode, mode == cluster.mode { kind += 0.75 }
    if cluster.triggers.contains(record.trigger) { kind += 0.5 }
    return kind
  }

  /// Agreement in time: more for a common day than for a common month; nil for no common day.
  /// Undated mentions agree a little with what news of their day is about.
  private var time: Double? {
    if let days = record.interval, let others = cluster.interval {
      guard let common = days.intersection(others) else { return timeOfUnique(days, others) }
      if let length = common.length, let left = days.length, let right = others.length {
        let longer = max(left, right)
        // Days that overlap at their ends alone are those of what came one after the other.
        if length < min(left, right), longer <= 8 { return nil }
        if length == 1, longer == 1 { return 1.5 }
        return longer <= 8 ? 1 : longer <= 31 ? 0.5 : 0.25
      }
    }
    guard let window = record.window, let other = cluster.window else { return 0 }
    return window.overlaps(other) ? 0.25 : -0.25
  }

  /// Nobody resigns twice within days: articles that differ about the day tell of one resignation.
  private func timeOfUnique(_ days: DayInterval, _ others: DayInterval) -> Double? {
    guard record.mode == EventKinds.unique, cluster.mode == EventKinds.unique else { return nil }
    let starts = [days.earliest, others.earliest].compactMap { $0 }
    let ends = [days.latest, others.latest].compactMap { $0 }
    // Reports of what is about to happen end before it does.
    let known = starts.count == 2 ? starts : ends
    guard known.count == 2, abs(known[0].distance(to: known[1])) <= Self.uniqueDays else {
      return nil
    }
    return 0.5
  }

  /// Agreement of who takes part; nil where the same role has different parties.
  private var parties: Double? {
    if isMediated, record.parties.isDisjoint(with: cluster.parties) { return 0 }
    if EventKinds.isMutual(record.type, record.mode) {
      return agreement(record.parties, cluster.parties)
    }
    guard let actors = agreement(record.actorSides, cluster.actorSides) else { return nil }
    if let recipients = agreement(record.recipientSides, cluster.recipientSides) {
      return actors + recipients
    }
    return isNamedBeside ? actors + 0.25 : nil
  }

  /// Whether the one acted upon here is named in what the other side tells: "shelled Orla" and
  /// "shelled the Varlandian town of Orla".
  private var isNamedBeside: Bool {
    let (here, there) = (record.recipientSides, cluster.recipientSides)
    return !here.subtracting(cluster.actorSides).isDisjoint(with: cluster.context)
      || !there.subtracting(record.actorSides).isDisjoint(with: record.context)
  }

  /// 0.75 for one party in common, 1 for more, 0.5 where parties belong together, 0 where one
  /// side names none, nil where both name some and none agree.
  private func agreement(_ left: EntitySet, _ right: EntitySet) -> Double? {
    if left.isEmpty || right.isEmpty { return 0 }
    let common = left.intersection(right).count
    if common > 0 { return common == 1 ? 0.75 : isSameArticle ? 1.25 : 1 }
    return left.contains { one in right.contains { entities.areRelated(one, $0) } } ? 0.5 : nil
  }

  /// Agreement of places: 1 for the same, 0.5 for a place within the other, nil for places apart.
  private var places: Double? {
    if record.places.isEmpty || cluster.places.isEmpty { return 0 }
    if record.places.contains(where: { cluster.places.contains($0) }) { return 1 }
    let isWithin = record.places.contains { one in
      cluster.places.contains { entities.isWithin(one, $0) || entities.isWithin($0, one) }
    }
    return isWithin ? 0.5 : nil
  }

  /// Agreement of what the sentences of two articles name beside the participants: places within
  /// countries say more than countries. At most two.
  private var context: Double {
    guard !isSameArticle else { return 0 }
    let shared = record.context.intersection(cluster.context)
      .subtracting(record.parties.intersection(cluster.parties))
      .subtracting(cluster.places.intersection(record.places))
    return min(2, shared.reduce(0) { $0 + (entities.land($1) == nil ? 0.75 : 0.5) })
  }

  /// More where the same parties meet in the same town.
  private func venue(_ parties: Double, _ places: Double) -> Double {
    EventKinds.isMutual(record.type, record.mode) && parties >= 1 && places >= 1 ? 0.5 : 0
  }

  /// More for a noun with "the" that another article dates: "the US withdrawal" is the one that readers
  /// know of.
  private var known: Double {
    guard !isSameArticle, record.isDefinite, !record.isDated, let mode = record.mode,
      mode == cluster.mode, cluster.isDated,
      !record.actorSides.isDisjoint(with: cluster.actorSides)
    else { return 0 }
    return 1
  }

  /// More where an article speaks again of talks between the same two without a date.
  private var resumption: Double {
    isSameArticle && !record.isDated && record.type == .consult && record.parties.count == 2
      && record.parties == cluster.parties ? 0.5 : 0
  }

  /// More where two articles tell of fighting between the same two states, one of them by year or
  /// month alone: two states seldom go to war twice within it.
  private var pair: Double {
    guard !isSameArticle, record.type == .assault, record.parties == cluster.parties,
      record.parties.count == 2,
      record.parties.allSatisfy({ entities.entities[$0].type == .geopolitical }),
      let left = record.length, let right = cluster.interval?.length, max(left, right) > 31,
      min(left, right) > 8
    else { return 0 }
    return 0.75
  }

  /// More where an article speaks again, without a date, of what one person did in the same mode:
  /// "arrived for talks … The envoy's visit was his first".
  private var echo: Double {
    guard isSameArticle, !record.isDated, let mode = record.mode, mode == cluster.mode else {
      return 0
    }
    let common = record.actorSides.intersection(cluster.actorSides)
    return common.contains { entities.entities[$0].type == .person } ? 0.5 : 0
  }

  /// Agreement of counts: two articles that count the same number of the same thing.
  private var counts: Double {
    cluster.counts.isDisjoint(with: record.counts) ? 0 : 1.5
  }

  /// More for a mention that follows another of the cluster in the same article: what comes next
  /// without a date of its own tells more of the same; far from it the same word must tell it.
  private var nearness: Double {
    let distances = beside.map { record.sentence - $0 }
    if distances.contains(where: { (0...2).contains($0) }) { return 1.25 }
    if distances.contains(where: { abs($0) <= Self.reach }) { return 0.75 }
    return !beside.isEmpty && cluster.triggers.contains(record.trigger) ? 0.5 : 0
  }
}
