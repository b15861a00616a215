import DatelineText

/// Event mentions held to tell of one event.
struct EventCluster {
  private(set) var members: [EventRecord]
  /// Stands for the members in their order.
  private(set) var state: UInt64
  /// The days on which all dated members may have happened.
  private(set) var interval: DayInterval?
  private(set) var grain: Grain?
  /// The first mode that a member has, that of mediation aside.
  private var ownMode: String?
  /// Whether a member tells of a mediation, and whether all do.
  private(set) var hasMediation: Bool
  private var isMediation: Bool
  /// Places of all members.
  private(set) var places: EntitySet
  /// The sides of the participants.
  private(set) var actorSides: EntitySet
  private(set) var recipientSides: EntitySet
  /// All entities that the members' sentences name, as sides.
  private(set) var context: EntitySet
  /// The days that the members' news is about.
  private(set) var window: DayInterval?
  /// The stems of the members' triggers, and what they count.
  private(set) var triggers: Set<String>
  private(set) var counts: Set<String>
  /// For each article: its members; only where they are many.
  private var membersOfArticle: [Int: [Int]] = [:]
  /// How many members give each interval; only where they are many.
  private var votes: [DayInterval: Int] = [:]
  /// The member that is trusted most, the first among equals.
  private var chiefIndex = 0
  /// The type that the user gave it.
  private var decidedType: EventType?

  /// Makes the cluster of one mention.
  init(_ record: EventRecord) {
    members = [record]
    state = StampHash.of(record.stamp)
    interval = record.interval
    grain = record.grain
    isMediation = record.isMediation
    hasMediation = record.isMediation
    ownMode = record.isMediation ? nil : record.mode
    places = record.places
    actorSides = record.actorSides
    recipientSides = record.recipientSides
    context = record.context
    window = record.window
    triggers = [record.trigger]
    counts = record.counts
  }

  private var chief: EventRecord { members[chiefIndex] }

  /// So many members are looked through for those of an article, and for those that give a day.
  private static let few = 16

  /// The members that stand in an article, in the order in which they came.
  func members(inArticle article: Int) -> [EventRecord] {
    if members.count > Self.few {
      return membersOfArticle[article, default: []].map { members[$0] }
    }
    return members.filter { $0.article == article }
  }

  private mutating func note(_ index: Int) {
    guard members.count > Self.few else { return }
    let first = membersOfArticle.isEmpty ? 0 : index
    for index in first...index {
      membersOfArticle[members[index].article, default: []].append(index)
      if let days = members[index].interval { votes[days, default: 0] += 1 }
    }
  }

  /// What puts a member before others: that it tells the thing itself, not who brought it about, then
  /// how far it is trusted.
  private static func rank(_ record: EventRecord) -> (Int, Int, Int, Int) {
    (record.isMediation ? 1 : 0, -record.confidence, record.article, record.event)
  }

  /// Participants of all members, with how many members name them. Cost: a pass over the members.
  private func counts(_ participants: (EventRecord) -> EntitySet) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for member in members {
      for entity in participants(member) { counts[entity, default: 0] += 1 }
    }
    return counts
  }

  /// Who acts, over all members: whoever more members have act than suffer, without those that only
  /// a few of many tellings name.
  var actors: EntitySet { common(counts(\.actors), unless: counts(\.recipients)) }

  /// Who is acted upon, by the same rule.
  var recipients: EntitySet {
    common(counts(\.recipients), unless: counts(\.actors))
      .subtracting(isMutual ? EntitySet() : actors)
  }

  private var isMutual: Bool { EventKinds.isMutual(type, mode) }

  /// Of many tellings, the share that must name a participant.
  private static let share = 5

  private func common(_ counts: [Int: Int], unless others: [Int: Int]) -> EntitySet {
    let most = max(counts.values.max() ?? 0, others.values.max() ?? 0)
    return EntitySet(
      counts.filter { entity, count in
        count * Self.share >= most && (isMutual || count >= others[entity, default: 0])
      }.keys)
  }

  /// The type that the user gave it, else that of the member that is trusted most.
  var type: EventType { decidedType ?? chief.type }

  /// The mode: mediation only where all members tell of one.
  var mode: String? { isMediation ? EventKinds.mediation : ownMode }

  /// Everybody who takes part, on whatever side.
  var parties: EntitySet { actorSides.union(recipientSides) }

  /// How far the member that is trusted most asserts it.
  var status: FactStatus { chief.status }

  /// Whether both its first and its last day are known.
  var isDated: Bool { interval?.length != nil }

  /// Adds a mention that tells of the same event.
  mutating func add(_ record: EventRecord) {
    members.append(record)
    state = StampHash.combining(state, record.stamp)
    note(members.count - 1)
    if let days = record.interval { narrow(to: days, record.grain) }
    if let days = record.window { window = window.map { $0.intersection(days) ?? $0 } ?? days }
    isMediation = isMediation && record.isMediation
    hasMediation = hasMediation || record.isMediation
    if !record.isMediation { ownMode = ownMode ?? record.mode }
    places.formUnion(record.places)
    actorSides.formUnion(record.actorSides)
    recipientSides.formUnion(record.recipientSides)
    context.formUnion(record.context)
    triggers.insert(record.trigger)
    counts.formUnion(record.counts)
    if Self.rank(record) < Self.rank(chief) { chiefIndex = members.count - 1 }
  }

  /// Takes the days of another member into account: those that all have in common, else those that
  /// most members give.
  private mutating func narrow(to days: DayInterval, _ grain: Grain?) {
    self.grain = [self.grain, grain].compactMap { $0 }.min()
    guard let own = interval else {
      interval = days
      return
    }
    if let common = own.intersection(days) {
      interval = common
    } else if votes(for: days) > votes(for: own) {
      interval = days
    }
  }

  /// How many members give these days.
  private func votes(for days: DayInterval) -> Int {
    members.count > Self.few
      ? votes[days, default: 0] : members.reduce(0) { $0 + ($1.interval == days ? 1 : 0) }
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
  mutating func decide(_ type: EventType) {
    if type != self.type {
      ownMode = nil
      isMediation = false
    }
    decidedType = type
  }
}
