import DatelineText

/// Finds accusations that the accused denies, or does not confirm, in the same article.
struct DenialConflicts {
  /// How many sentences before a denial its accusation may stand.
  static let window = 2

  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Pairs every denial of `ledger` with the nearest accusation that it answers.
  init(_ ledger: ClaimLedger) {
    self.ledger = ledger
    for denial in ledger.entries
    where denial.own.kind == .denial || denial.own.kind == .nonConfirmation {
      guard let accusation = accusation(answeredBy: denial) else { continue }
      let accuser = ledger.speakerNames(accusation)
      guard !accuser.isEmpty else { continue }
      let verb = denial.own.kind == .denial ? "denies" : "does not confirm"
      let topic = accusation.claim.topic
      conflicts.append(
        ledger.conflict(
          .conflict, topic.isEmpty ? Self.topic(accusation, ledger) : topic, accusation, denial,
          reason: "\(ledger.speakerNames(denial)) \(verb) what \(accuser) says."))
    }
  }

  /// What is denied, in the words of who says it.
  private static func topic(_ accusation: ClaimLedger.Entry, _ ledger: ClaimLedger) -> String {
    let text = ledger.articles[accusation.article].article.text
    let words = accusation.own.content.map { text[$0] }.joined(separator: " ").onOneLine
    return ClauseWriter.cut("\(ledger.speakerNames(accusation)): “\(words)”", to: EventClause.limit)
  }

  /// The last accusation before the denial that is against the one who denies.
  private func accusation(answeredBy denial: ClaimLedger.Entry) -> ClaimLedger.Entry? {
    ledger.entries(ofArticleAt: denial.article).lazy.map { ledger.entries[$0] }
      .filter { isAnswered($0, by: denial) }.max { left, right in
        left.claim.provenance.span.lower < right.claim.provenance.span.lower
      }
  }

  private func isAnswered(_ accusation: ClaimLedger.Entry, by denial: ClaimLedger.Entry) -> Bool {
    let distance = denial.own.sentence - accusation.own.sentence
    guard (0...Self.window).contains(distance),
      accusation.claim.provenance != denial.claim.provenance, ledger.areApart(accusation, denial)
    else { return false }
    guard accusation.own.kind == .accusation else {
      return distance <= 1 && isContradicted(accusation, by: denial)
    }
    if distance <= 1, denial.own.kind == .denial, refersBack(denial) { return true }
    if !accusation.addressees.isEmpty {
      return ledger.areRelated(accusation.addressees, denial.speakers)
        || denial.speakers.isEmpty
          && accusation.addressees.contains { ledger.isMeant($0, by: denial) }
        || denial.own.kind == .denial && distance <= 1
          && !ledger.words(of: accusation).isDisjoint(with: ledger.words(of: denial))
    }
    return denial.own.kind == .denial ? distance <= 1 : distance == 0
  }

  /// The fewest words that a statement and its denial share.
  private static let leastShared = 2

  /// Whether a denial repeats what is said: most of its words are those of a statement before it ("said
  /// the doors were locked", "denied that any door was locked").
  private func isContradicted(_ statement: ClaimLedger.Entry, by denial: ClaimLedger.Entry) -> Bool
  {
    guard denial.own.kind == .denial, [.assertion, .report].contains(statement.own.kind),
      statement.own.polarity == .positive,
      statement.claim.provenance.span.lower
        < denial.claim.provenance.span.lower
    else { return false }
    let words = ledger.words(of: denial)
    let shared = words.intersection(ledger.words(of: statement)).count
    return shared >= Self.leastShared && shared * 2 >= words.count
  }

  private static let pointers: Set<Substring> = [
    "accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim",
    "claims", "it", "this", "that", "them",
  ]

  /// Whether what is denied is only what was said before: "denied the allegation".
  private func refersBack(_ denial: ClaimLedger.Entry) -> Bool {
    let text = ledger.articles[denial.article].article.text
    let words = denial.own.content.flatMap {
      SearchText.key(text[$0]).split(separator: " ")
    }
    return words.count <= 3 && words.last.map(Self.pointers.contains) ?? false
  }
}
