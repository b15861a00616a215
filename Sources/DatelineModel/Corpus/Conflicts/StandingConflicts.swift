import DatelineText

/// Finds happenings that one article states as fact and another only has from those to whom
/// it was done: "stated here, alleged there".
struct StandingConflicts {
  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Searches the timeline of `ledger`.
  init(_ ledger: ClaimLedger) {
    self.ledger = ledger
    conflicts = ledger.timeline.compactMap(conflict)
  }

  /// The first telling that states an event and the first of another article that only alleges it.
  private func conflict(_ event: TimelineEvent) -> Conflict? {
    guard event.type == .assault || event.type == .coerce || event.type == .accuse,
      event.articles.count > 1
    else { return nil }
    let stated = event.supports.filter { $0.status == .stated }
    let stating = Set(stated.map(\.provenance.article))
    for telling in event.supports where isAlleged(telling, of: event) {
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

  /// Whether a telling is unconfirmed, or comes from those to whom it was done: who says what he did
  /// himself alleges nothing.
  private func isAlleged(_ telling: TimelineEvent.Support, of event: TimelineEvent) -> Bool {
    if telling.status == .unconfirmed { return true }
    guard telling.status == .attributed, let index = ledger.index(telling.provenance.article)
    else { return false }
    let article = ledger.articles[index]
    guard article.events.indices.contains(telling.event) else { return false }
    let claimants = ledger.entities.entities(
      article: index, mentions: article.events[telling.event].attributedTo)
    let actors = event.actors.compactMap(ledger.entities.index)
    let victims = event.recipients.compactMap(ledger.entities.index)
    return ledger.areRelated(claimants, victims) && !ledger.areRelated(claimants, actors)
  }
}
