import DatelineText

/// Finds opposite accounts of one happening: "unprovoked" against "retaliatory".
struct AccountConflicts {
  /// How many sentences apart two accounts of one article may stand.
  static let window = 2

  /// Words that exclude each other as descriptions of one act. Beginnings of words, of our own
  /// choice from the ways in which parties describe violence, trials and votes.
  private static let opposites: [(left: [String], right: [String])] = [
    (["unprovoked"], ["retaliat", "reprisal", "revenge", "provoked"]),
    (["accident"], ["deliberate", "intentional"]),
    (["peaceful"], ["violent", "riot"]),
    (["baseless", "groundless", "unfounded"], ["proven", "confirmed"]),
    (["self-defence", "self-defense"], ["aggression", "unprovoked"]),
    (["lawful", "legal"], ["unlawful", "illegal"]),
  ]

  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Searches the claims of `ledger`.
  init(_ ledger: ClaimLedger) {
    self.ledger = ledger
    for entry in ledger.entries {
      let words = words(of: entry)
      for (left, right) in Self.opposites {
        for (own, other) in [(left, right), (right, left)]
        where words.contains(where: { word in own.contains(where: word.hasPrefix) }) {
          if let conflict = conflict(of: entry, against: other) { conflicts.append(conflict) }
        }
      }
    }
  }

  private func words(of entry: ClaimLedger.Entry) -> [String] {
    let text = ledger.articles[entry.article].article.text
    return entry.own.content.flatMap { Self.words(text[$0]) }
  }

  private static func words(_ text: String) -> [String] {
    SearchText.query(text).split { !SearchText.isWord($0) && $0 != 0x2D }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The nearest event that the article itself tells with a word of `opposite`, of an act that the
  /// claim names too.
  private func conflict(of entry: ClaimLedger.Entry, against opposite: [String]) -> Conflict? {
    let article = ledger.articles[entry.article]
    for (index, telling) in ledger.tellings[entry.article] {
      let event = ledger.timeline[index]
      let mention = article.events[event.supports[telling].event]
      guard abs(mention.sentence - entry.own.sentence) <= Self.window else { continue }
      let clause = ClaimLedger.clause(of: mention, in: article)
      let words = Self.words(article.article.text[clause])
      let acts = Set(ClaimLedger.stems(in: mention.trigger, of: article))
      guard words.contains(where: { word in opposite.contains(where: word.hasPrefix) }),
        !clause.overlaps(entry.claim.provenance.span),
        !acts.isDisjoint(with: ledger.words(of: entry))
      else { continue }
      return Conflict(
        level: .conflict, topic: event.title, first: entry.claim.id,
        at: entry.claim.provenance, second: event.id,
        at: Provenance(article: article.article.id, span: clause),
        reason: "Opposite accounts of one act.")
    }
    return nil
  }
}
