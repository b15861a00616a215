import DatelineText

/// Decides what is told on the timeline: what happened, not what is said again and again.
enum TimelineSelection {
  /// Acts of speech, which without a date are stances rather than events ("has long accused").
  private static let speech: Set<EventType> = [.accuse, .threaten, .reject, .concede]

  /// Whether a type is an act of speech.
  static func isTalk(_ type: EventType) -> Bool { speech.contains(type) }

  /// The confidence of an event that the user added.
  private static let certain = 100

  /// The confidence that one telling must have where one article tells an event. Of 128 rows on Libya
  /// and 94 on an oil spill below these, read one by one, four in five told of no event.
  private static let datedFloor = 40
  private static let undatedFloor = 45

  /// Whether a cluster belongs on the timeline.
  ///
  /// Dated events do, unless nobody asserts them. Of the undated, those do that are what their
  /// sentence chiefly tells and not only recalls ("the attack"), with somebody who acts or is acted
  /// upon, and that are more than talk, where the past tense at least puts them before their article;
  /// births, prices, rulings and accidents only where two articles tell them.
  static func holds(_ cluster: EventCluster) -> Bool {
    let members = cluster.members
    if members.contains(where: { $0.confidence >= certain }) { return true }
    let told = members.filter { [.stated, .attributed, .unconfirmed].contains($0.status) }
    let isWidelyTold = Set(told.map(\.article)).count > 1
    let isDated = members.contains(where: \.isDated)
    let floor = isDated ? datedFloor : undatedFloor
    guard isWidelyTold || members.contains(where: { $0.confidence >= floor }) else { return false }
    if isDated {
      return !told.isEmpty || members.contains { $0.status == .planned }
    }
    if isWidelyTold { return true }
    guard cluster.type.isPlover, members.contains(where: isBounded) else { return false }
    guard told.contains(where: { $0.isMain && !$0.isDefinite }),
      !(cluster.actors.isEmpty && cluster.recipients.isEmpty)
    else { return false }
    return !speech.contains(cluster.type) && !isStance(cluster)
  }

  /// Whether it is known when an event was over, or nothing can be known, its article having no date.
  private static func isBounded(_ event: EventRecord) -> Bool {
    event.interval != nil || event.window == nil
  }

  /// The stems of words for being on somebody's side, which without a date tell of no event.
  private static let stances: Set<String> = [
    "support", "back", "prais", "praise", "endorse", "salute", "welcom", "welcome", "applaud",
    "laud", "hail", "salut",
    "endors", "thank", "defend", "commend", "declar", "declare",
  ]

  private static func isStance(_ cluster: EventCluster) -> Bool {
    cluster.type == .support && cluster.triggers.isSubset(of: stances)
  }
}
