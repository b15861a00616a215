import DatelineText

/// Event mentions held to tell of one event.
struct EventCluster {
  private(set) var members: [EventRecord]
  /// The days on which all dated members may have happened.
  private(set) var interval: DayInterval?
  private(set) var grain: Grain?
  private(set) var mode: String?
  /// Participants and places of all members, as entity indices.
  private(set) var actors: Set<Int>
  private(set) var recipients: Set<Int>
  private(set) var places: Set<Int>
  /// All entities that the members' sentences name.
  private(set) var context: Set<Int>

  /// Makes the cluster of one mention.
  init(_ record: EventRecord) {
    members = [record]
    interval = record.interval
    grain = record.grain
    mode = record.mode
    actors = Set(record.actors)
    recipients = Set(record.recipients)
    places = Set(record.places)
    context = Set(record.context)
  }

  /// The type that the user gave it.
  private var decidedType: PloverType?

  /// The type that the user gave it, else that of the member that is trusted most, the first among
  /// equals.
  var type: PloverType {
    decidedType
      ?? members.max { left, right in
        left.confidence != right.confidence
          ? left.confidence < right.confidence
          : (left.article, left.event) > (right.article, right.event)
      }?.type ?? .consult
  }

  /// Adds a mention that tells of the same event.
  mutating func add(_ record: EventRecord) {
    members.append(record)
    if let days = record.interval {
      interval = interval.map { $0.intersection(days) ?? $0 } ?? days
      grain = [grain, record.grain].compactMap { $0 }.min()
    }
    mode = mode ?? record.mode
    actors.formUnion(record.actors)
    recipients.formUnion(record.recipients)
    places.formUnion(record.places)
    context.formUnion(record.context)
  }

  /// Sets the days that the user gave it.
  mutating func decide(_ interval: DayInterval) {
    self.interval = interval
    grain = interval.length == 1 ? .day : .week
  }

  /// Sets the type that the user gave it, which may not have the mode that was found.
  mutating func decide(_ type: PloverType) {
    if type != self.type { mode = nil }
    decidedType = type
  }
}
