import DatelineText

/// The edges that words of standing make: rivals and enemies, allies and friends, war between two, a
/// pact with one, and who leads whom.
struct StanceRelations {
  private static let hostile: Set<String> = Set(
    """
    rival rivals arch-rival archrival enemy enemies foe foes adversary adversaries rivalry enmity \
    hostility hostilities war clash clashes conflict fighting feud tensions animosity competition \
    battle battles confrontation insurgency rebellion standoff skirmishes
    """.split(separator: " ").map(String.init))
  private static let friendly: Set<String> = Set(
    """
    ally allies friendship alliance partnership partner partners rapprochement pact pacts backer \
    backers treaty friend friends
    """.split(separator: " ").map(String.init))
  /// Nouns that an adjective makes friendly ("close ties").
  private static let neutral: Set<String> = ["ties", "relations", "relationship", "links", "bond"]
  private static let warm: Set<String> = [
    "close", "closer", "warm", "warming", "friendly", "cordial", "strong", "fraternal", "brotherly",
  ]
  private static let leading: Set<String> = [
    "lead", "leads", "led", "leading", "head", "heads", "headed", "heading",
  ]
  private static let fighting: Set<String> = ["fight", "fights", "fought", "fighting", "battle"]

  private let view: SentenceView
  private let tree: SentenceTree

  /// Reads one sentence.
  init(_ view: SentenceView) {
    self.view = view
    tree = view.tree
  }

  /// Adds the edges to `collector`.
  func add(to collector: inout RelationCollector) {
    for token in tree.tokens {
      switch tree.partOfSpeech(token) {
      case .noun: addStance(token, to: &collector)
      case .verb: addVerb(token, to: &collector)
      default: break
      }
    }
    addCompounds(to: &collector)
  }

  // MARK: - Nouns

  private func addStance(_ token: Int, to collector: inout RelationCollector) {
    let word = tree.word(token)
    let kind: Relation.Kind
    if Self.hostile.contains(word) {
      kind = .hostileTo
    } else if Self.friendly.contains(word) || Self.neutral.contains(word) && isWarm(token) {
      kind = .alliedWith
    } else {
      return
    }
    guard let (left, right) = ends(of: token) else { return }
    collector.add(kind, from: left, to: right, detail: word, on: view.ground)
  }

  private func isWarm(_ noun: Int) -> Bool {
    let parts = tree.children(of: noun, [.amod, .compound, .nmodDescriptor])
    return parts.contains { Self.warm.contains(tree.word($0)) }
      || tree.head(noun).map { Self.warm.contains(tree.word($0)) } ?? false
  }

  /// Who stands so to whom: "war between A and B", "A's rival B", "A-B clash", "A's pact with B", "A
  /// has a friendship with B".
  private func ends(of noun: Int) -> ([Int], [Int])? {
    let phrases = tree.children(of: noun, [.nmod, .obl])
    for phrase in phrases where tree.preposition(phrase) == "between" {
      let parties = tree.entities(headed: phrase)
      if parties.count == 2 { return ([parties[0]], [parties[1]]) }
    }
    let parts = Array(
      Set(tree.children(of: noun, [.compound, .amod, .nmodDescriptor]).compactMap(tree.entity))
    ).sorted()
    if parts.count == 2 { return ([parts[0]], [parts[1]]) }
    if let (owner, bearer) = borne(noun, phrases) { return (bearer, owner) }
    let others =
      tree.children(of: noun, [.appos, .flat, .nmodDescriptor]).flatMap {
        tree.entities(headed: $0)
      }
      + phrases.filter {
        ["with", "against", "to", "towards", "toward"].contains(tree.preposition($0) ?? "")
      }.flatMap { tree.entities(headed: $0) }
    if others.isEmpty, let pair = together(noun) { return pair }
    guard !others.isEmpty else { return nil }
    var owners = tree.children(of: noun, [.nmodPossessive]).flatMap { tree.entities(headed: $0) }
    if owners.isEmpty, parts.count == 1 { owners = parts }
    if owners.isEmpty, let verb = tree.head(noun), tree.partOfSpeech(verb) == .verb {
      owners = tree.subjects(of: verb)
    }
    return owners.isEmpty ? nil : (owners, others)
  }

  /// "A, an ally of B" and "A is an ally of B": whose, and who bears the noun.
  private func borne(_ noun: Int, _ phrases: [Int]) -> (owner: [Int], bearer: [Int])? {
    let owners =
      phrases.filter { tree.preposition($0) == "of" }.flatMap { tree.entities(headed: $0) }
      + tree.children(of: noun, [.nmodPossessive]).flatMap { tree.entities(headed: $0) }
    var bearers = tree.children(of: noun, [.nsubj]).flatMap { tree.entities(headed: $0) }
    if tree.relation(noun) == .appos, let head = tree.head(noun) {
      bearers += tree.entities(headed: head)
    }
    return owners.isEmpty || bearers.isEmpty ? nil : (owners, bearers)
  }

  /// "A and B signed a pact": the two subjects of the verb whose object the noun is.
  private func together(_ noun: Int) -> ([Int], [Int])? {
    guard tree.relation(noun) == .obj, let verb = tree.head(noun) else { return nil }
    let parties = tree.subjects(of: verb)
    return parties.count == 2 ? ([parties[0]], [parties[1]]) : nil
  }

  // MARK: - Verbs

  /// "A leads B", "B, which is led by A"; "A fought alongside B against C".
  private func addVerb(_ verb: Int, to collector: inout RelationCollector) {
    let word = tree.word(verb)
    let phrases = tree.children(of: verb, [.obl, .oblAgent])
    func named(_ prepositions: Set<String>) -> [Int] {
      phrases.filter { prepositions.contains(tree.preposition($0) ?? "") }
        .flatMap { tree.entities(headed: $0) }
    }
    if Self.leading.contains(word) {
      let objects = tree.children(of: verb, [.obj]).flatMap { tree.entities(headed: $0) }
      let subjects = tree.subjects(of: verb)
      let (leaders, led) = objects.isEmpty ? (named(["by"]), subjects) : (subjects, objects)
      let bodies = led.filter { view.entities.entities[$0].type != .person }
      collector.add(.leads, from: leaders, to: bodies, on: view.ground)
    } else if Self.fighting.contains(word) {
      let fighters = tree.subjects(of: verb)
      collector.add(
        .alliedWith, from: fighters, to: named(["alongside"]), detail: word, on: view.ground)
    }
  }

  /// "A-led B": a person has an office in B, a party or movement leads it.
  private func addCompounds(to collector: inout RelationCollector) {
    for (index, next) in zip(view.mentions, view.mentions.dropFirst()) {
      let (leader, body) = (view.article.mentions[index], view.article.mentions[next])
      guard leader.span.upper < body.span.lower, body.span.lower - leader.span.upper <= 32 else {
        continue
      }
      let gap = view.article.article.text[
        ByteSpan(Int(leader.span.upper), Int(body.span.lower))]
      guard gap.hasPrefix("-led ") else { continue }
      let (leaders, bodies) = (view.found([index]), view.found([next]))
      if leader.type == .person {
        collector.add(.role, from: leaders, to: bodies, detail: "leader", on: view.ground)
      } else if gap == "-led " {
        collector.add(.leads, from: leaders, to: bodies, on: view.ground)
      }
    }
  }
}
