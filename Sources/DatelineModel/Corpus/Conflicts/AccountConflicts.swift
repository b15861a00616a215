import DatelineText

/// Finds opposite accounts of one happening: "unprovoked" against "retaliatory".
struct AccountConflicts {
  /// How many sentences apart two accounts of one article may stand.
  static let window = 2

  /// Words that exclude each other as descriptions of one act. Beginnings of words, of our own
  /// choice from the ways in which parties describe violence, trials and votes.
  private static let opposites = words.map { pair in
    (left: pair.left.map { Array($0.utf8) }, right: pair.right.map { Array($0.utf8) })
  }

  private static let words: [(left: [String], right: [String])] = [
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
        where Self.hold(words, own) {
          if let conflict = conflict(of: entry, against: other) { conflicts.append(conflict) }
        }
      }
    }
  }

  private func words(of entry: ClaimLedger.Entry) -> [ArraySlice<UInt8>] {
    let text = ledger.articles[entry.article].article.text
    return entry.own.content.flatMap { Self.words(text[$0]) }
  }

  private static func words(_ text: String) -> [ArraySlice<UInt8>] {
    SearchText.query(text).split { !SearchText.isWord($0) && $0 != 0x2D }
  }

  /// Whether one of `words` begins with one of `beginnings`.
  private static func hold(_ words: [ArraySlice<UInt8>], _ beginnings: [[UInt8]]) -> Bool {
    words.contains { word in beginnings.contains { word.starts(with: $0) } }
  }

  /// The nearest event that the article itself tells with a word of `opposite`, of an act that the
  /// claim names too.
  private func conflict(of entry: ClaimLedger.Entry, against opposite: [[UInt8]]) -> Conflict? {
    let article = ledger.articles[entry.article]
    for telling in ledger.tellings[entry.article] {
      let event = ledger.timeline[telling.event]
      guard event.supports[telling.support].status == .stated else { continue }
      let mention = article.events[event.supports[telling.support].event]
      guard abs(mention.sentence - entry.own.sentence) <= Self.window else { continue }
      let clause = ClaimLedger.clause(of: mention, in: article)
      let words = Self.words(article.article.text[clause])
      let acts = Set(ClaimLedger.stems(in: mention.trigger, of: article))
      guard Self.hold(words, opposite),
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
