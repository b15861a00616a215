import DatelineText

/// Finds fighting that goes on after one side says that it has ended.
struct CessationConflicts {
  /// How many days after the end that is claimed fighting is held to contradict it; later fighting
  /// is a new outbreak.
  static let days = 1

  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Compares claims of a halt with the fighting that other articles state.
  init(_ ledger: ClaimLedger) {
    self.ledger = ledger
    let fights = fights()
    var compared: Set<[String]> = []
    for entry in ledger.entries {
      guard let event = halt(of: entry), let day = event.interval?.latest else { continue }
      for first in (day.rawValue - Self.longest)...(day.rawValue + Int32(Self.days)) {
        for index in fights[first, default: []] {
          let fighting = ledger.timeline[index]
          guard contradicts(fighting, halt: event, by: entry, on: day),
            let conflict = conflict(entry, event, fighting),
            compared.insert([event.id, fighting.id, ledger.speakerNames(entry)]).inserted
          else { continue }
          conflicts.append(conflict)
        }
      }
    }
  }

  /// The longest fighting, in days, that a halt is compared with.
  private static let longest: Int32 = 7

  /// For each first day, as a number: the fighting that articles state, as indices.
  private func fights() -> [Int32: [Int]] {
    var fights: [Int32: [Int]] = [:]
    for (index, event) in ledger.timeline.enumerated()
    where event.type == .assault && event.status == .stated && event.mode != "takeover" {
      if let first = event.interval?.earliest { fights[first.rawValue, default: []].append(index) }
    }
    return fights
  }

  /// Whether a claim may announce that fighting ends.
  static func mayBeHalt(_ entry: ClaimLedger.Entry, in ledger: ClaimLedger) -> Bool {
    entry.own.polarity == .positive
      && entry.event.map { ledger.timeline[$0].type == .retreat } ?? false
  }

  /// The halt that a claim announces: an end of fighting known to two days.
  private func halt(of entry: ClaimLedger.Entry) -> TimelineEvent? {
    guard Self.mayBeHalt(entry, in: ledger), let index = entry.event else { return nil }
    let event = ledger.timeline[index]
    guard event.mode == "ceasefire" || event.mode == nil && tellsOfEnd(event),
      event.status != .planned, let length = event.interval?.length, length <= 2
    else { return nil }
    return event
  }

  /// The stems of words for an end of fighting: who gives way in another manner stops no fight.
  private static let ends: Set<String> = [
    "halt", "stop", "stopp", "ceas", "cease", "end", "suspend", "paus", "pause", "ceasefir",
    "ceasefire", "truce", "armistice", "cessation", "conclud", "conclude",
  ]

  private func tellsOfEnd(_ event: TimelineEvent) -> Bool {
    event.supports.contains { support in
      guard let article = ledger.article(support.provenance.article) else { return false }
      let trigger = article.article.text[article.events[support.event].trigger]
      return Self.ends.contains(EventRecord.stem(trigger))
    }
  }

  private func contradicts(
    _ fighting: TimelineEvent, halt: TimelineEvent, by entry: ClaimLedger.Entry, on day: DayNumber
  ) -> Bool {
    guard let first = fighting.interval?.earliest, let last = fighting.interval?.latest,
      day <= last, day < last || day < first,
      day.distance(to: first) <= Self.days, first.distance(to: last) <= Int(Self.longest)
    else { return false }
    let parties = (halt.actors + halt.recipients).compactMap(ledger.entities.index)
    let fighters = (fighting.actors + fighting.recipients).compactMap(ledger.entities.index)
    return ledger.areRelated(parties, fighters)
  }

  /// The pair of the claim and the first sentence of another article that states the fighting.
  private func conflict(
    _ entry: ClaimLedger.Entry, _ halt: TimelineEvent, _ fighting: TimelineEvent
  ) -> Conflict? {
    let support = fighting.supports.first { support in
      support.status == .stated && support.provenance.article != entry.claim.provenance.article
    }
    guard let support, let article = ledger.article(support.provenance.article) else { return nil }
    let clause = ClaimLedger.clause(of: article.events[support.event], in: article)
    return Conflict(
      level: .conflict, topic: halt.title, first: entry.claim.id, at: entry.claim.provenance,
      second: fighting.id, at: Provenance(article: article.article.id, span: clause),
      reason: "The fighting is told of days after the end that is claimed.")
  }
}
