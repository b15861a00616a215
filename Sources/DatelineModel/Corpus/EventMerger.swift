import DatelineText

/// Decides which event mentions tell of one event.
///
/// Mentions with the finest dates come first and found clusters; every other mention joins the
/// cluster that it agrees with best, or founds its own. Two dated mentions without a common day
/// never meet, so two attacks on one province in one week stay two.
struct EventMerger {
  private let entities: EntityIndex
  private var clusters: [EventCluster] = []
  /// For each entity: the clusters that it takes part in.
  private var clustersByEntity: [Int: [Int]] = [:]
  /// For each sentence: the clusters that tell of it.
  private var clustersBySentence: [Sentence: [Int]] = [:]

  private struct Sentence: Hashable {
    var article: Int
    var sentence: Int
  }

  /// How much agreement a merge needs; see `score`.
  static let threshold = 3.0

  /// Prepares for mentions of these entities.
  init(entities: EntityIndex) { self.entities = entities }

  /// The clusters of `records`. Cost: each record is compared with the clusters that share an
  /// entity with it.
  static func clusters(of records: [EventRecord], entities: EntityIndex) -> [EventCluster] {
    var merger = EventMerger(entities: entities)
    for record in records.sorted(by: comesFirst) { merger.place(record) }
    return merger.clusters
  }

  /// Finer dates first, undated mentions last; then by article and position.
  private static func comesFirst(_ left: EventRecord, _ right: EventRecord) -> Bool {
    let lengths = (left.length ?? .max, right.length ?? .max)
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
    return (left.article, left.event) < (right.article, right.event)
  }

  private mutating func place(_ record: EventRecord) {
    let participants = record.actors + record.recipients + record.places + record.context
    var candidates: Set<Int> = []
    for entity in participants.flatMap(entities.family) {
      candidates.formUnion(clustersByEntity[entity, default: []])
    }
    let sentence = Sentence(article: record.article, sentence: record.sentence)
    candidates.formUnion(clustersBySentence[sentence, default: []])
    var best: (index: Int, score: Double)?
    for index in candidates.sorted() {
      let score = score(record, clusters[index])
      if score >= bar(for: record, clusters[index]), score > (best?.score ?? 0) {
        best = (index, score)
      }
    }
    let index = best?.index ?? clusters.count
    if best == nil {
      clusters.append(EventCluster(record))
    } else {
      clusters[index].add(record)
    }
    clustersBySentence[sentence, default: []].append(index)
    for entity in Set(participants.flatMap(entities.family)) {
      if clustersByEntity[entity, default: []].last != index {
        clustersByEntity[entity, default: []].append(index)
      }
    }
  }

  /// How much agreement this merge needs: more across articles without a date, and none is enough
  /// for undated talk, which parties repeat.
  private func bar(for record: EventRecord, _ cluster: EventCluster) -> Double {
    if record.isDated || cluster.members.contains(where: { $0.article == record.article }) {
      return Self.threshold
    }
    return TimelineSelection.isTalk(record.type) ? .infinity : Self.threshold + 0.5
  }

  /// How well a mention agrees with a cluster; zero where they cannot be one event.
  private func score(_ record: EventRecord, _ cluster: EventCluster) -> Double {
    let isBeside = cluster.members.contains {
      $0.article == record.article && $0.sentence == record.sentence
    }
    guard Self.areCompatible(record, cluster, inOneSentence: isBeside),
      let time = timeScore(record, cluster),
      let actors = overlap(record.actors, cluster.actors),
      let recipients = overlap(record.recipients, cluster.recipients),
      let places = overlap(record.places, cluster.places)
    else { return 0 }
    if isBeside, !record.isDated { return Self.threshold + 2 }
    let context = contextScore(record, cluster)
    guard actors + recipients + places > 0 || time >= 1 && context >= 1 else { return 0 }
    let trigger = cluster.members.contains { $0.trigger == record.trigger } ? 0.5 : 0
    let type = record.type == cluster.type ? 1.0 : 0.5
    return time + 0.75 * actors + 0.75 * recipients + places + trigger + type
      + context + countScore(record, cluster) + nearness(record, cluster)
  }

  /// Agreement of what the sentences of two articles name beside the participants: places within
  /// countries say more than countries. At most two.
  private func contextScore(_ record: EventRecord, _ cluster: EventCluster) -> Double {
    guard !cluster.members.contains(where: { $0.article == record.article }) else { return 0 }
    let shared = Set(record.context).intersection(cluster.context)
    return min(2, shared.reduce(0) { $0 + (entities.party($1) == nil ? 0.75 : 0.5) })
  }

  /// Agreement of counts: two articles that count the same number of the same thing.
  private func countScore(_ record: EventRecord, _ cluster: EventCluster) -> Double {
    cluster.members.contains { !$0.counts.isDisjoint(with: record.counts) } ? 1.5 : 0
  }

  /// More for a mention that follows another of the cluster in the same article: what comes next
  /// without a date of its own tells more of the same.
  private func nearness(_ record: EventRecord, _ cluster: EventCluster) -> Double {
    let distances = cluster.members.filter { $0.article == record.article }
      .map { record.sentence - $0.sentence }
    if distances.isEmpty { return 0 }
    return distances.contains { (0...2).contains($0) } ? 1.25 : 0.75
  }

  /// Agreement in time: more for a common day than for a common month; nil for no common day.
  private func timeScore(_ record: EventRecord, _ cluster: EventCluster) -> Double? {
    guard let days = record.interval, let others = cluster.interval else { return 0 }
    guard let common = days.intersection(others) else { return nil }
    guard let length = common.length,
      let longer = [days.length, others.length].max(by: {
        ($0 ?? .max) < ($1 ?? .max)
      }), let longer
    else { return 0 }
    if length == 1, longer == 1 { return 1.5 }
    return longer <= 8 ? 1 : longer <= 31 ? 0.5 : 0.25
  }

  /// Agreement of participants: 1 where one is the same, 0.75 where they belong together, 0 where
  /// one side names none, nil where both name some and none agree.
  private func overlap(_ left: [Int], _ right: Set<Int>) -> Double? {
    if left.isEmpty || right.isEmpty { return 0 }
    if left.contains(where: right.contains) { return 1 }
    for entity in left where right.contains(where: { entities.areRelated(entity, $0) }) {
      return 0.75
    }
    return nil
  }

  /// Whether two tellings can be of one event by type and mode.
  private static func areCompatible(
    _ record: EventRecord, _ cluster: EventCluster, inOneSentence: Bool
  ) -> Bool {
    if record.type == cluster.type {
      guard let mode = record.mode, let other = cluster.mode else { return true }
      return mode == other
    }
    let types: Set<PloverType> = [record.type, cluster.type]
    if pairs.contains(types) { return true }
    let isMediation = record.mode == "third-party" || cluster.mode == "third-party"
    return inOneSentence && isMediation
      && (types.contains(.agree) || types.contains(.retreat))
  }

  /// Types that one happening is often told under.
  private static let pairs: [Set<PloverType>] = [
    [.agree, .retreat], [.agree, .cooperate], [.coerce, .sanction], [.support, .agree],
  ]
}
