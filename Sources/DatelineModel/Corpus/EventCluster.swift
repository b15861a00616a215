import DatelineText

/// Event mentions held to tell of one event.
struct EventCluster {
  private(set) var members: [EventRecord]
  /// The days on which all dated members may have happened.
  private(set) var interval: DayInterval?
  private(set) var grain: Grain?
  /// The first mode that a member has, that of mediation aside.
  private var ownMode: String?
  /// Whether a member tells of a mediation, and whether all do.
  private(set) var hasMediation: Bool
  private var isMediation: Bool
  /// Participants of all members, as entity indices, with how many members name them.
  private var actorCounts: [Int: Int] = [:]
  private var recipientCounts: [Int: Int] = [:]
  /// Places of all members.
  private(set) var places: Set<Int>
  /// The sides of the participants.
  private(set) var actorSides: Set<Int>
  private(set) var recipientSides: Set<Int>
  /// All entities that the members' sentences name, as sides.
  private(set) var context: Set<Int>
  /// The days that the members' news is about.
  private(set) var window: DayInterval?
  /// The stems of the members' triggers, and what they count.
  private(set) var triggers: Set<String>
  private(set) var counts: Set<String>
  /// For each article: the sentences of its members.
  private(set) var sentences: [Int: [Int]]
  /// How many members give each interval.
  private var votes: [DayInterval: Int] = [:]
  /// The member that is trusted most, the first among equals.
  private var chief: EventRecord
  /// The type that the user gave it.
  private var decidedType: PloverType?

  /// Makes the cluster of one mention.
  init(_ record: EventRecord) {
    members = [record]
    interval = record.interval
    grain = record.grain
    isMediation = record.isMediation
    hasMediation = record.isMediation
    ownMode = record.isMediation ? nil : record.mode
    places = Set(record.places)
    actorSides = record.actorSides
    recipientSides = record.recipientSides
    context = record.context
    window = record.window
    triggers = [record.trigger]
    counts = record.counts
    sentences = [record.article: [record.sentence]]
    votes = record.interval.map { [$0: 1] } ?? [:]
    chief = record
    count(record)
  }

  /// What puts a member before others: that it tells the thing itself, not who brought it about, then
  /// how far it is trusted.
  private static func rank(_ record: EventRecord) -> (Int, Int, Int, Int) {
    (record.isMediation ? 1 : 0, -record.confidence, record.article, record.event)
  }

  private mutating func count(_ record: EventRecord) {
    for entity in record.actors { actorCounts[entity, default: 0] += 1 }
    for entity in record.recipients { recipientCounts[entity, default: 0] += 1 }
  }

  /// Who acts, over all members: whoever more members have act than suffer, without those that only
  /// a few of many tellings name.
  var actors: Set<Int> { common(actorCounts, unless: recipientCounts) }

  /// Who is acted upon, by the same rule.
  var recipients: Set<Int> {
    common(recipientCounts, unless: actorCounts).subtracting(isMutual ? [] : actors)
  }

  private var isMutual: Bool { EventKinds.isMutual(type, mode) }

  /// Of many tellings, the share that must name a participant.
  private static let share = 5

  private func common(_ counts: [Int: Int], unless others: [Int: Int]) -> Set<Int> {
    let most = max(counts.values.max() ?? 0, others.values.max() ?? 0)
    return Set(
      counts.filter { entity, count in
        count * Self.share >= most && (isMutual || count >= others[entity, default: 0])
      }.keys)
  }

  /// The type that the user gave it, else that of the member that is trusted most.
  var type: PloverType { decidedType ?? chief.type }

  /// The mode: mediation only where all members tell of one.
  var mode: String? { isMediation ? EventKinds.mediation : ownMode }

  /// Everybody who takes part, on whatever side.
  var parties: Set<Int> { actorSides.union(recipientSides) }

  /// How far the member that is trusted most asserts it.
  var status: FactStatus { chief.status }

  /// Whether both its first and its last day are known.
  var isDated: Bool { interval?.length != nil }

  /// Adds a mention that tells of the same event.
  mutating func add(_ record: EventRecord) {
    members.append(record)
    if let days = record.interval { narrow(to: days, record.grain) }
    if let days = record.window { window = window.map { $0.intersection(days) ?? $0 } ?? days }
    isMediation = isMediation && record.isMediation
    hasMediation = hasMediation || record.isMediation
    if !record.isMediation { ownMode = ownMode ?? record.mode }
    count(record)
    places.formUnion(record.places)
    actorSides.formUnion(record.actorSides)
    recipientSides.formUnion(record.recipientSides)
    context.formUnion(record.context)
    triggers.insert(record.trigger)
    counts.formUnion(record.counts)
    sentences[record.article, default: []].append(record.sentence)
    if Self.rank(record) < Self.rank(chief) { chief = record }
  }

  /// Takes the days of another member into account: those that all have in common, else those that
  /// most members give.
  private mutating func narrow(to days: DayInterval, _ grain: Grain?) {
    votes[days, default: 0] += 1
    self.grain = [self.grain, grain].compactMap { $0 }.min()
    guard let own = interval else {
      interval = days
      return
    }
    if let common = own.intersection(days) {
      interval = common
    } else if votes[days, default: 0] > votes[own, default: 0] {
      interval = days
    }
  }

  /// Sets the days that another event, told to fall on the same day, gives it.
  mutating func share(_ days: DayInterval) {
    interval = days
    grain = days.length == 1 ? .day : nil
  }

  /// Sets the days that the user gave it.
  mutating func decide(_ interval: DayInterval) {
    self.interval = interval
    grain = interval.length == 1 ? .day : .week
  }

  /// Sets the type that the user gave it, which may not have the mode that was found.
  mutating func decide(_ type: PloverType) {
    if type != self.type {
      ownMode = nil
      isMediation = false
    }
    decidedType = type
  }
}
