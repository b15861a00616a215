import DatelineText

/// Finds days that differ: two rows of the timeline that tell the same, with the same count and at
/// the same place, on days close to each other.
struct DateConflicts {
  /// How far apart, in days, two days may be and still be meant as one.
  static let days = 7

  private struct Block: Hashable {
    var type: EventType
    var place: EntityID
    var count: String
  }

  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Compares the events of `ledger`, for which `counts` gives the numbers that their sentences count.
  /// Cost: events are compared where type, place and a count agree.
  init(_ ledger: ClaimLedger, counts: [Int: Set<String>]) {
    self.ledger = ledger
    var blocks: [Block: [Int]] = [:]
    for (index, event) in ledger.timeline.enumerated() where Self.mayDiffer(event) {
      for count in counts[index, default: []] {
        for place in event.places {
          blocks[Block(type: event.type, place: place, count: count), default: []].append(index)
        }
      }
    }
    var seen: Set<[Int]> = []
    let days = ledger.timeline.map { $0.interval?.earliest?.rawValue ?? .max }
    for members in blocks.values {
      for (position, first) in members.enumerated() {
        // Rows of the timeline are in order of their days.
        let near = members[(position + 1)...].prefix { days[$0] - days[first] <= Self.days }
        for second in near { seen.insert([first, second]) }
      }
    }
    conflicts = seen.sorted { $0.lexicographicallyPrecedes($1) }
      .compactMap { conflict(ledger.timeline[$0[0]], ledger.timeline[$0[1]]) }
  }

  /// Whether an event may be told of another day: it has one, and a place.
  private static func mayDiffer(_ event: TimelineEvent) -> Bool {
    event.interval?.length == 1 && !event.places.isEmpty
  }

  /// The counts above ten that the sentences of an article give of such events, by event.
  static func counts(in article: AnnotatedArticle, at index: Int, _ ledger: ClaimLedger)
    -> [(event: Int, counts: [String])]
  {
    ledger.tellings[index].compactMap { telling in
      let event = ledger.timeline[telling.event]
      guard mayDiffer(event) else { return nil }
      let mention = event.supports[telling.support].event
      guard article.events.indices.contains(mention) else { return nil }
      let counts = article.events[mention].quantities.compactMap(EventRecord.count)
      return counts.isEmpty ? nil : (telling.event, counts)
    }
  }

  private func conflict(_ first: TimelineEvent, _ second: TimelineEvent) -> Conflict? {
    guard let day = first.interval?.earliest, let other = second.interval?.earliest,
      day != other, abs(day.distance(to: other)) <= Self.days,
      Set(first.articles).isDisjoint(with: second.articles),
      first.mode == second.mode || first.mode == nil || second.mode == nil,
      isSame(first.actors, second.actors), isSame(first.recipients, second.recipients),
      let left = first.supports.first, let right = second.supports.first
    else { return nil }
    let isFirm = !first.isDateInferred && !second.isDateInferred
    return Conflict(
      level: isFirm ? .conflict : .tension, topic: "\(first.title): \(day.iso) / \(other.iso)",
      first: first.id, at: left.provenance, second: second.id, at: right.provenance,
      reason: "The same happening, by place and number, on two days.")
  }

  /// Whether participants agree, as far as both sides name any.
  private func isSame(_ left: [EntityID], _ right: [EntityID]) -> Bool {
    left.isEmpty || right.isEmpty
      || ledger.areRelated(
        left.compactMap(ledger.entities.index), right.compactMap(ledger.entities.index))
  }
}
