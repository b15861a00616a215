import DatelineText

/// Decides what is told on the timeline: what happened, not what is said again and again.
enum TimelineSelection {
  /// Acts of speech, which without a date are stances rather than events ("has long accused").
  private static let speech: Set<EventType> = [.accuse, .threaten, .reject, .concede]

  /// Whether a type is an act of speech.
  static func isTalk(_ type: EventType) -> Bool { speech.contains(type) }

  /// The confidence of an event that the user added.
  private static let certain = 100

  /// Whether a cluster belongs on the timeline.
  ///
  /// Dated events do, unless nobody asserts them. Of the undated, those do that are what their
  /// sentence chiefly tells and not only recalls ("the attack"), with somebody who acts or is acted
  /// upon, and that are more than talk; births, prices, rulings and accidents only where two articles
  /// tell them.
  static func holds(_ cluster: EventCluster) -> Bool {
    let members = cluster.members
    if members.contains(where: { $0.confidence >= certain }) { return true }
    let told = members.filter { [.stated, .attributed, .unconfirmed].contains($0.status) }
    if members.contains(where: \.isDated) {
      return !told.isEmpty || members.contains { $0.status == .planned }
    }
    if Set(told.map(\.article)).count > 1 { return true }
    guard cluster.type.isPlover else { return false }
    guard told.contains(where: { $0.isMain && !$0.isDefinite }),
      !(cluster.actors.isEmpty && cluster.recipients.isEmpty)
    else { return false }
    return !speech.contains(cluster.type) && !isStance(cluster)
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
