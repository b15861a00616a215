import DatelineText

/// Finds accusations that the accused denies or does not confirm, and statements that another
/// speaker states the contrary of, in the same article.
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
    conflicts += ledger.entries.filter { Self.isStatement($0, .negative) }.compactMap(contradiction)
  }

  /// The nearest statement that a negative one contradicts ("no shots were fired", "police fired shots").
  private func contradiction(by negative: ClaimLedger.Entry) -> Conflict? {
    let statements = ledger.entries(ofArticleAt: negative.article).lazy.map { ledger.entries[$0] }
      .filter { statement in
        Self.isStatement(statement, .positive) && ledger.areApart(statement, negative)
          && abs(negative.own.sentence - statement.own.sentence) <= Self.window
          && !Self.isWithin(negative, statement) && repeats(negative, statement)
      }
    let nearest = statements.min { left, right in
      abs(negative.own.sentence - left.own.sentence)
        < abs(negative.own.sentence - right.own.sentence)
    }
    guard let statement = nearest else { return nil }
    let names = [statement, negative].map(ledger.speakerNames)
    guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
    return ledger.conflict(
      .conflict, Self.topic(statement, ledger), statement, negative,
      reason: "\(names[1]) states the contrary of what \(names[0]) says.")
  }

  /// Whether one claim tells the other, or part of it ("A said that B had said").
  private static func isWithin(_ one: ClaimLedger.Entry, _ other: ClaimLedger.Entry) -> Bool {
    one.own.content.contains { span in other.own.content.contains(where: span.overlaps) }
  }

  private static func isStatement(_ entry: ClaimLedger.Entry, _ polarity: Claim.Polarity) -> Bool {
    [.assertion, .report].contains(entry.own.kind) && entry.own.polarity == polarity
  }

  /// What is denied, in the words of who says it.
  private static func topic(_ accusation: ClaimLedger.Entry, _ ledger: ClaimLedger) -> String {
    let text = ledger.articles[accusation.article].article.text
    let words = accusation.own.content.map { text[$0] }.joined(separator: " ").onOneLine
    return ClauseWriter.cut("\(ledger.speakerNames(accusation)): “\(words)”", to: EventClause.limit)
  }

  /// The last accusation before the denial that is against the one who denies; where there is none, the
  /// last statement that the denial answers.
  private func accusation(answeredBy denial: ClaimLedger.Entry) -> ClaimLedger.Entry? {
    let answered = ledger.entries(ofArticleAt: denial.article).lazy.map { ledger.entries[$0] }
      .filter { isAnswered($0, by: denial) }
    func last(_ entries: [ClaimLedger.Entry]) -> ClaimLedger.Entry? {
      entries.max { $0.claim.provenance.span.lower < $1.claim.provenance.span.lower }
    }
    return last(answered.filter { $0.own.kind == .accusation }) ?? last(Array(answered))
  }

  private func isAnswered(_ accusation: ClaimLedger.Entry, by denial: ClaimLedger.Entry) -> Bool {
    let distance = denial.own.sentence - accusation.own.sentence
    guard (0...Self.window).contains(distance),
      !Self.isWithin(denial, accusation), ledger.areApart(accusation, denial)
    else { return false }
    let pointsBack = distance <= 1 && denial.own.kind == .denial && refersBack(denial)
    guard accusation.own.kind == .accusation else {
      return Self.isStatement(accusation, .positive) && pointsBack
        || distance <= 1 && isContradicted(accusation, by: denial)
    }
    if pointsBack { return true }
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
    denial.own.kind == .denial && Self.isStatement(statement, .positive)
      && statement.claim.provenance.span.lower < denial.claim.provenance.span.lower
      && repeats(denial, statement)
  }

  /// Whether most words of one claim are those of another.
  private func repeats(_ denial: ClaimLedger.Entry, _ statement: ClaimLedger.Entry) -> Bool {
    let words = ledger.words(of: denial)
    let shared = words.intersection(ledger.words(of: statement)).count
    return shared >= Self.leastShared && shared * 2 >= words.count
  }

  private static let pointers: Set<Substring> = [
    "accusation", "accusations", "allegation", "allegations", "charge", "charges", "claim",
    "claims", "report", "reports", "it", "this", "that", "them",
  ]

  /// Whether what is denied is only what was said before: "denied the allegation", "called the report
  /// pure invention".
  private func refersBack(_ denial: ClaimLedger.Entry) -> Bool {
    let text = ledger.articles[denial.article].article.text
    let words = denial.own.content.flatMap {
      SearchText.key(text[$0]).split(separator: " ")
    }
    return words.count <= 3 && words.last.map(Self.pointers.contains) ?? false
      || (2...4).contains(words.count) && words[0] == "the" && Self.pointers.contains(words[1])
  }
}
