import DatelineText

/// Finds happenings that one article states as fact and another only has from those to whom
/// it was done: "stated here, alleged there".
struct StandingConflicts {
  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Searches the timeline of `ledger`; `alleged` are the tellings that only those make to whom it was
  /// done.
  init(_ ledger: ClaimLedger, alleged: Set<TellingTable.Place>) {
    self.ledger = ledger
    conflicts = ledger.timeline.enumerated().compactMap { index, event in
      conflict(event) { telling in
        event.supports[telling].status == .unconfirmed
          || alleged.contains(TellingTable.Place(event: index, support: telling))
      }
    }
  }

  /// The first telling that states an event and the first of another article that only alleges it.
  private func conflict(_ event: TimelineEvent, where isAlleged: (Int) -> Bool) -> Conflict? {
    guard Self.mayBeAlleged(event), event.articles.count > 1 else { return nil }
    let stated = event.supports.filter { $0.status == .stated }
    let stating = Set(stated.map(\.provenance.article))
    for (index, telling) in event.supports.enumerated() where isAlleged(index) {
      // What its own article states too is no mere allegation; any other telling is elsewhere.
      guard !stating.contains(telling.provenance.article), let other = stated.first else {
        continue
      }
      return Conflict(
        level: .tension, topic: event.title, first: event.id, at: other.provenance,
        second: event.id, at: telling.provenance,
        reason: "Stated as fact by \(other.provenance.article.name), "
          + "alleged in \(telling.provenance.article.name).")
    }
    return nil
  }

  /// Whether an event is of a kind that is done to somebody, and told more than once.
  private static func mayBeAlleged(_ event: TimelineEvent) -> Bool {
    [.assault, .coerce, .accuse].contains(event.type) && event.supports.count > 1
  }

  /// The tellings of an article that come from those to whom it was done: who says what he did himself
  /// alleges nothing.
  static func alleged(in article: AnnotatedArticle, at index: Int, _ ledger: ClaimLedger)
    -> [TellingTable.Place]
  {
    ledger.tellings[index].filter { place in
      let event = ledger.timeline[place.event]
      guard mayBeAlleged(event), event.supports[place.support].status == .attributed,
        article.events.indices.contains(event.supports[place.support].event)
      else { return false }
      let claimants = ledger.entities.entities(
        article: index,
        mentions: article.events[event.supports[place.support].event].attributedTo)
      let actors = event.actors.compactMap(ledger.entities.index)
      let victims = event.recipients.compactMap(ledger.entities.index)
      return ledger.areRelated(claimants, victims) && !ledger.areRelated(claimants, actors)
    }
  }
}
