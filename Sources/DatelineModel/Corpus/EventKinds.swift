import DatelineText

/// Which types and modes tellings of one event may have.
enum EventKinds {
  /// Types that one happening is often told under.
  private static let families: [[EventType]] = [
    [.agree, .retreat, .cooperate, .support], [.coerce, .sanction], [.assault, .disaster, .life],
  ]

  private static let pairs: [Set<EventType>] = [
    [.agree, .retreat], [.agree, .cooperate], [.coerce, .sanction], [.support, .agree],
    [.disaster, .life], [.assault, .life], [.sanction, .justice],
  ]

  /// Types that tellings of one event may have: no event is told under types of two of these.
  ///
  /// Who brings others together meets them, and is told with what they agree on.
  static let classes: [Set<EventType>] = {
    var classes: [Set<EventType>] = [
      [.agree, .retreat, .cooperate, .support, .consult], [.coerce, .sanction, .justice],
      [.assault, .disaster, .life],
    ]
    for type in EventType.allCases where !classes.contains(where: { $0.contains(type) }) {
      classes.append([type])
    }
    return classes
  }()

  /// The place of the class of a type.
  static func `class`(of type: EventType) -> Int { places[type] ?? 0 }

  private static let places: [EventType: Int] = classes.enumerated().reduce(into: [:]) {
    for type in $1.element { $0[type] = $1.offset }
  }

  /// The mode of events in which third parties bring others together.
  static let mediation = "third-party"

  /// The mode of what somebody does once.
  static let unique = "resign"

  /// The mode of taking power in a country, which nobody does twice within a year or two.
  static let takeover = "takeover"

  /// Types whose modes say how, not what: two modes of them may be one event.
  private static let loose: Set<EventType> = [.request, .reject, .accuse, .agree]

  /// A number that types which may be told under each other share.
  static func family(_ type: EventType, _ mode: String?) -> Int {
    if mode == mediation { return 0 }
    if mode == unique { return -1 - (EventType.allCases.firstIndex(of: type) ?? 0) }
    return families.firstIndex { $0.contains(type) }
      ?? families.count + (EventType.allCases.firstIndex(of: type) ?? 0)
  }

  /// Whether the parties of an event do the same to each other.
  static func isMutual(_ type: EventType, _ mode: String?) -> Bool {
    switch type {
    case .agree, .cooperate: true
    case .consult: mode != "visit"
    case .retreat: mode == "ceasefire"
    default: false
    }
  }

  /// Whether type and mode are the same as far as both are known.
  static func areOneType(_ record: EventRecord, _ cluster: EventCluster) -> Bool {
    guard record.type == cluster.type else { return false }
    guard let mode = record.mode, let other = cluster.mode else { return true }
    return mode == other || loose.contains(record.type)
  }

  /// Whether two tellings can be of one event by type and mode.
  static func agree(_ record: EventRecord, _ cluster: EventCluster, inOneSentence: Bool) -> Bool {
    if areOneType(record, cluster) { return true }
    let types: Set<EventType> = [record.type, cluster.type]
    if types.count == 2, pairs.contains(types) { return true }
    if record.isMediation, cluster.hasMediation { return true }
    return inOneSentence && (record.isMediation || cluster.hasMediation)
      && (types.contains(.agree) || types.contains(.retreat))
  }
}
