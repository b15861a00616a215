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
    let participants = record.actors + record.recipients + record.places
    var candidates: Set<Int> = []
    for entity in participants.flatMap(entities.family) {
      candidates.formUnion(clustersByEntity[entity, default: []])
    }
    var best: (index: Int, score: Double)?
    for index in candidates.sorted() {
      let score = score(record, clusters[index])
      if score >= Self.threshold, score > (best?.score ?? 0) { best = (index, score) }
    }
    let index = best?.index ?? clusters.count
    if best == nil {
      clusters.append(EventCluster(record))
    } else {
      clusters[index].add(record)
    }
    for entity in Set(participants.flatMap(entities.family)) {
      if clustersByEntity[entity, default: []].last != index {
        clustersByEntity[entity, default: []].append(index)
      }
    }
  }

  /// How well a mention agrees with a cluster; zero where they cannot be one event.
  private func score(_ record: EventRecord, _ cluster: EventCluster) -> Double {
    guard Self.areCompatible(record.type, cluster.type) else { return 0 }
    if let mode = record.mode, let other = cluster.mode, mode != other, record.type == cluster.type
    {
      return 0
    }
    guard let time = timeScore(record, cluster) else { return 0 }
    guard let actors = overlap(record.actors, cluster.actors),
      let recipients = overlap(record.recipients, cluster.recipients),
      let places = overlap(record.places, cluster.places)
    else { return 0 }
    let trigger = cluster.members.contains { $0.trigger == record.trigger } ? 1.0 : 0
    let sentence = cluster.members.contains {
      $0.article == record.article && $0.sentence == record.sentence
    }
    let type = record.type == cluster.type ? 1.0 : 0.5
    guard actors + recipients + places > 0 else { return 0 }
    return time + 0.75 * actors + 0.75 * recipients + places + 0.5 * trigger + type
      + (sentence ? 0.5 : 0)
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

  /// Pairs of types that one happening is often told under.
  static func areCompatible(_ left: PloverType, _ right: PloverType) -> Bool {
    if left == right { return true }
    let pairs: [Set<PloverType>] = [
      [.agree, .retreat], [.agree, .cooperate], [.coerce, .sanction], [.support, .agree],
    ]
    return pairs.contains([left, right])
  }
}
