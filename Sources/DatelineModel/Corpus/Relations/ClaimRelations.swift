import DatelineText

/// The edges that claims make: who accuses whom, who demands something of whom, who denies.
struct ClaimRelations {
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
      let span = article.sentences[claim.sentence].span
      let speakers = entities.entities(article: position, mentions: claim.speakers)
      let addressees = entities.entities(article: position, mentions: claim.addressees)
      for source in speakers.compactMap(entities.party) {
        for target in addressees.compactMap(entities.party)
        where !EventRelations.areOneSide(source, target, entities) {
          collector.add(
            RelationCollector.Evidence(
              kind: kind, source: source, target: target, status: .stated, claimants: [],
              interval: nil, detail: nil, article: position, span: span))
        }
      }
    }
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
