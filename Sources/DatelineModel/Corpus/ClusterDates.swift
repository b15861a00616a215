import DatelineText

/// Dates events by those that a text puts on the same day.
///
/// An article may tell that a visit began on the day of a raid, and another one give the day of the
/// raid: only once mentions are merged can the visit be dated.
enum ClusterDates {
  /// The clusters, those without a date of their own on the day of the one they share it with.
  static func shared(_ clusters: [EventCluster], by events: ReadEvents) -> [EventCluster] {
    var holders: [Int: [Int: Int]] = [:]
    for (index, cluster) in clusters.enumerated() {
      for member in cluster.members { holders[member.article, default: [:]][member.event] = index }
    }
    var clusters = clusters
    for (article, pairs) in events.sameDays.enumerated() {
      for pair in pairs {
        guard let left = holders[article]?[pair.event], let right = holders[article]?[pair.other],
          left != right
        else { continue }
        if let days = days(of: clusters[right], for: clusters[left]) {
          clusters[left].share(stretched(days, by: pair.further))
        } else if let days = days(of: clusters[left], for: clusters[right]) {
          clusters[right].share(days)
        }
      }
    }
    settings(of: &clusters, holders: holders, events.meetings)
    return clusters
  }

  /// The longest meeting, in days, that dates what came of it.
  private static let longest = 31

  /// Dates what was said or agreed by the visit or meeting that its sentence names: "The visit brought
  /// the two closer, with Peru pledging aid."
  private static func settings(
    of clusters: inout [EventCluster], holders: [Int: [Int: Int]], _ meetings: [[Int: [Int]]]
  ) {
    for index in clusters.indices where !clusters[index].isDated && speaks(clusters[index]) {
      for member in clusters[index].members where !clusters[index].isDated {
        for beside in meetings[member.article][member.event, default: []] {
          guard let other = holders[member.article]?[beside], other != index,
            let days = clusters[other].interval, days.length.map({ $0 <= longest }) ?? false,
            clusters[index].interval?.overlaps(days) ?? true
          else { continue }
          clusters[index].share(days)
          break
        }
      }
    }
  }

  /// Whether an event is one of words and pledges, which meetings bring.
  private static func speaks(_ cluster: EventCluster) -> Bool {
    switch cluster.type {
    case .agree, .support, .request, .cooperate, .reject:
      cluster.status == .stated || cluster.status == .attributed
    case .consult, .concede, .aid, .retreat, .accuse, .threaten, .protest, .sanction, .mobilize,
      .coerce, .assault, .disaster, .life, .justice, .personnel, .business:
      false
    }
  }

  /// The one day of an event, where it can be that of another without a date.
  private static func days(of known: EventCluster, for other: EventCluster) -> DayInterval? {
    guard let days = known.interval, days.length == 1 else { return nil }
    if other.isDated { return other.interval == days ? days : nil }
    return other.interval?.overlaps(days) ?? true ? days : nil
  }

  private static func stretched(_ days: DayInterval, by further: Int) -> DayInterval {
    DayInterval(
      earliest: days.earliest, latest: days.latest.map { $0.advanced(by: further) })
  }
}
