import DatelineText

/// The edges that claims make: who accuses whom, who demands something of whom, who denies.
struct ClaimRelations {
  /// How many sentences before a denial what it denies may stand.
  static let window = 1

  private let article: AnnotatedArticle
  private let position: Int
  private let entities: EntityIndex

  /// Reads the claims of `article`, which stands at `position` in the corpus.
  init(_ article: AnnotatedArticle, at position: Int, entities: EntityIndex) {
    self.article = article
    self.position = position
    self.entities = entities
  }

  /// Adds the edges to `collector`. That a claim was made is what the article states.
  func add(to collector: inout RelationCollector) {
    for claim in article.claims where article.sentences.indices.contains(claim.sentence) {
      guard let kind = Self.kind(of: claim.kind) else { continue }
      var ground = RelationCollector.Ground(
        article: position, span: article.sentences[claim.sentence].span)
      if kind == .supports, isCharged(claim) { ground.status = .attributed }
      collector.add(
        kind, from: found(claim.speakers), to: addressees(of: claim), on: ground)
    }
  }

  /// Beginnings of words by which others say what a speaker does.
  private static let charges = ["accus", "alleg", "blam", "charg", "claim", "suspect"]

  /// Whether somebody else charges the speaker with it: "accuses Varland of praising the rebels".
  private func isCharged(_ claim: Claim) -> Bool {
    guard let cue = claim.cue.first ?? claim.content.first else { return false }
    return article.tokens[article.sentences[claim.sentence].tokens]
      .prefix { $0.span.upper <= cue.lower }
      .contains { token in
        let word = SearchText.key(article.article.text[token.span])
        return Self.charges.contains(where: word.hasPrefix)
      }
  }

  private func found(_ mentions: [Int]) -> [Int] {
    entities.entities(article: position, mentions: mentions)
  }

  /// Whom a claim is against. A denial is addressed to those who said what it denies.
  private func addressees(of claim: Claim) -> [Int] {
    guard claim.addressees.isEmpty, claim.kind == .denial else { return found(claim.addressees) }
    let speakers = found(claim.speakers)
    let accusation = article.claims.last { other in
      other.kind == .accusation && (0...Self.window).contains(claim.sentence - other.sentence)
        && !found(other.speakers).contains { speaker in
          speakers.contains { entities.areRelated(speaker, $0) }
        }
    }
    return accusation.map { found($0.speakers) } ?? []
  }

  private static func kind(of claim: Claim.Kind) -> Relation.Kind? {
    switch claim {
    case .accusation: .accuses
    case .demand: .demands
    case .denial: .denies
    case .praise: .supports
    case .assertion, .promise, .announcement, .opinion, .report, .warning, .admission, .offer,
      .nonConfirmation:
      nil
    }
  }
}
