import DatelineText

/// The edges that nouns of standing make: rivals and enemies, allies and friends, war between two,
/// ties with one.
struct StanceRelations {
  private static let hostile: Set<String> = [
    "rival", "arch-rival", "archrival", "enemy", "foe", "adversary", "rivalry", "enmity",
    "hostility", "hostilities", "war", "clash", "clashes", "conflict", "fighting", "feud",
    "tensions", "animosity", "competition",
  ]
  private static let friendly: Set<String> = [
    "ally", "allies", "friendship", "alliance", "partnership", "partner", "rapprochement", "pact",
    "cooperation", "backer", "backers",
  ]

  private let tree: SentenceTree
  private let entities: EntityIndex
  private let position: Int
  private let span: ByteSpan

  /// Reads one sentence.
  init(
    _ sentence: Int, of article: AnnotatedArticle, at position: Int, entities: EntityIndex,
    tree: SentenceTree
  ) {
    self.tree = tree
    self.entities = entities
    self.position = position
    span = article.sentences[sentence].span
  }

  /// Adds the edges to `collector`.
  func add(to collector: inout RelationCollector) {
    for token in tree.tokens where tree.partOfSpeech(token) == .noun {
      let word = tree.word(token)
      let kind: Relation.Kind
      if Self.hostile.contains(word) {
        kind = .hostileTo
      } else if Self.friendly.contains(word) {
        kind = .alliedWith
      } else {
        continue
      }
      guard let (left, right) = ends(of: token) else { continue }
      for source in left.compactMap(entities.party) {
        for target in right.compactMap(entities.party)
        where !EventRelations.areOneSide(source, target, entities) {
          collector.add(
            RelationCollector.Evidence(
              kind: kind, source: source, target: target, status: .stated, claimants: [],
              interval: nil, detail: word, article: position, span: span))
        }
      }
    }
  }

  /// Who stands so to whom: "war between A and B", "A's rival B", "A-B clash", "A's pact with B".
  private func ends(of noun: Int) -> ([Int], [Int])? {
    let phrases = tree.children(of: noun, [.nmod, .obl])
    for phrase in phrases where tree.preposition(phrase) == "between" {
      let parties = tree.entities(headed: phrase)
      if parties.count == 2 { return ([parties[0]], [parties[1]]) }
    }
    let owners = tree.children(of: noun, [.nmodPossessive]).flatMap {
      tree.entities(headed: $0)
    }
    let others =
      tree.children(of: noun, [.appos, .flat, .nmodDescriptor]).flatMap {
        tree.entities(headed: $0)
      }
      + phrases.filter {
        ["with", "against", "to", "towards"].contains(tree.preposition($0) ?? "")
      }
      .flatMap { tree.entities(headed: $0) }
    if !owners.isEmpty, !others.isEmpty { return (owners, others) }
    let parts = tree.children(of: noun, [.compound, .amod]).compactMap(tree.entity)
    if Set(parts).count == 2 { return ([parts[0]], [parts[parts.count - 1]]) }
    return nil
  }
}
