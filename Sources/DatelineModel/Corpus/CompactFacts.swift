import DatelineText

/// Makes facts take as little memory as they can: what many share is held once, and lists that were
/// made piece by piece lose their room to grow.
struct CompactFacts {
  private var entities = SharedValues<[EntityID]>()
  private var modes = SharedValues<[String]>()
  private var texts = SharedValues<String>()

  /// The same event.
  mutating func compacted(_ event: TimelineEvent) -> TimelineEvent {
    var event = event
    event.modes = modes.shared(event.modes)
    for list in [\TimelineEvent.actors, \.recipients, \.places] {
      event[keyPath: list] = entities.shared(event[keyPath: list])
    }
    event.supports = event.supports.map { support in
      var support = support
      support.claimants = entities.shared(support.claimants)
      support.claimantText = texts.shared(support.claimantText)
      return support
    }
    return event
  }

  /// The same claim.
  mutating func compacted(_ claim: CorpusClaim) -> CorpusClaim {
    var claim = claim
    for list in [\CorpusClaim.speakers, \.addressees] {
      claim[keyPath: list] = entities.shared(claim[keyPath: list])
    }
    claim.speakerText = texts.shared(claim.speakerText)
    claim.topic = texts.shared(claim.topic)
    return claim
  }
}
