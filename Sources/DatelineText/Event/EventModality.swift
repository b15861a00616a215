/// Works out how far an event is asserted: from negation and auxiliaries, from the words that
/// govern it, and from the claim that it stands in.
struct EventModality {
  /// What was worked out.
  struct Reading {
    /// How far the event is asserted.
    var status: FactStatus = .stated
    /// Who says so: mention indices.
    var attributedTo: [Int] = []
    /// Whether it is said to lie ahead.
    var isFuture = false
    /// Whether it stands in the complement of a verb of saying.
    var isReported = false
  }

  private let grammar: ArticleGrammar
  private let claims: [Claim]
  /// The innermost claim over each token, or -1.
  private let claimAt: [Int32]

  /// Reads one article, whose claims are known.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    claims = grammar.article.claims
    claimAt = Self.innermost(claims, grammar)
  }

  private static func innermost(_ claims: [Claim], _ grammar: ArticleGrammar) -> [Int32] {
    var covering = [Int32](repeating: -1, count: grammar.keys.count)
    let bySize = claims.indices.sorted { claims[$0].size > claims[$1].size }
    for index in bySize {
      for piece in claims[index].content {
        for token in grammar.tokens(in: piece) { covering[token] = Int32(index) }
      }
    }
    return covering
  }

  /// How far the event of `frame` is asserted.
  func reading(of frame: EventFrame) -> Reading {
    var reading = Reading()
    if let modal = frame.modal {
      if EventWords.future.contains(modal) {
        reading.isFuture = true
        reading.status = .planned
      } else {
        reading.status = .hypothetical
      }
    }
    if frame.isNegated { reading.status = .denied }
    if isAsked(frame.trigger) { doubt(&reading) }
    climb(from: frame.trigger, &reading)
    applyClaim(at: frame.trigger, &reading)
    return reading
  }

  /// Whether the sentence of a token is a question.
  private func isAsked(_ token: Int) -> Bool {
    guard let sentence = grammar.sentence(of: token) else { return false }
    return grammar.article.sentences[sentence].tokens.suffix(2)
      .contains { grammar.firstByte($0) == UInt8(ascii: "?") }
  }

  /// Whether a verb is negated by a word of its own ("was not going to").
  private func isNegated(_ verb: Int) -> Bool {
    grammar.children(verb).contains {
      $0 < verb && EventWords.negations.contains(grammar.keys[$0])
    }
  }

  /// What an act does by being done: "went on strike to demand", "marched to protest".
  private static let utterances: Set<WordKey> = [
    "demand", "protest", "denounce", "condemn", "urge", "support", "express", "oppose", "decry",
  ]

  /// Whether a noun is ruled out: "made no mention of leaving", "no plan to leave".
  private func hasNo(_ noun: Int) -> Bool {
    grammar.child(noun, .det).map { grammar.keys[$0] == Self.no } ?? false
  }

  private static let no: WordKey = "no"
  /// What opens a clause of what did not happen, or not for certain.
  private static let exclusions: Set<WordKey> = ["without", "instead", "rather"]

  /// Follows the tree upwards over what governs the event.
  private func climb(from trigger: Int, _ reading: inout Reading) {
    var current = trigger
    for _ in 0..<7 {
      noteChildren(of: current, trigger: trigger, &reading)
      guard let head = grammar.syntax(current).head else { return }
      let relation = grammar.relation(current)
      if relation == .nmod || relation == .acl || relation == .ccomp, hasNo(head) {
        doubt(&reading)
      }
      switch relation {
      case .acl where !isPurpose(current): return
      case .ccomp, .xcomp, .obj, .obl, .nmod, .acl, .advcl, .compound:
        if relation == .ccomp, EventOperators.isReport(grammar.keys[head]) {
          reading.isReported = true
        }
        if relation == .xcomp, isNegated(head) { lower(&reading, to: .denied) }
        if isGoverned(current, by: relation) {
          let isUttered = current == trigger && Self.utterances.contains(grammar.keys[trigger])
          if relation != .advcl || !isUttered {
            apply(effect(of: head, on: current, relation), relation, &reading)
          }
        }
      case .aclRelative, .parataxis: return
      default: break
      }
      current = head
    }
  }

  /// Whether what stands above bears on an event: as its verb or noun, not as the clause in whose
  /// margin it is told ("in talks mediated by").
  private func isGoverned(_ token: Int, by relation: DependencyRelation) -> Bool {
    switch relation {
    case .ccomp, .xcomp, .obj, .compound, .acl: return true
    case .advcl: return isPurpose(token)
    case .obl, .nmod:
      return grammar.child(token, .case).map { Self.governing.contains(grammar.keys[$0]) } ?? false
    default: return false
    }
  }

  private static let governing: Set<WordKey> = [
    "to", "for", "of", "on", "against", "about", "from",
  ]

  private func noteChildren(of token: Int, trigger: Int, _ reading: inout Reading) {
    for child in grammar.children(token) {
      switch grammar.relation(child) {
      case .mark where EventWords.conditions.contains(grammar.keys[child]) && child < trigger:
        doubt(&reading)
      case .mark where Self.exclusions.contains(grammar.keys[child]),
        .case where Self.exclusions.contains(grammar.keys[child]) && token == trigger:
        lower(&reading, to: .denied)
      case .advmod where EventWords.hearsay.contains(grammar.keys[child]):
        lower(&reading, to: .unconfirmed)
      default: continue
      }
    }
  }

  private func isPurpose(_ clause: Int) -> Bool {
    grammar.child(clause, .mark).map { grammar.keys[$0] == EventWords.to } ?? false
  }

  /// How the word above an event bears on it. What an infinitive tells is to be done ("forces to
  /// fight", "free to leave"), unless the words above it tell that it was done ("the first to
  /// recognise", "used a car to kill", "was quick to help").
  private func effect(of head: Int, on event: Int, _ relation: DependencyRelation)
    -> EventOperators.Effect?
  {
    let effect = EventOperators.effect(of: grammar.keys[head])
    if [.acl, .nmod].contains(relation), isDecided(head) { return nil }
    guard effect == nil || effect == .factive, isPurpose(event) else { return effect }
    switch relation {
    case .acl: return isOneOfSeveral(head) ? nil : .hypothetical
    case .xcomp, .ccomp:
      if relation == .xcomp, grammar.child(head, .obj) != nil,
        !Self.causes.contains(grammar.keys[head])
      {
        return purpose(of: head)
      }
      let isQuality = grammar.syntax(head).partOfSpeech == .adjective
      return isQuality && !Self.achieved.contains(grammar.keys[head]) ? .hypothetical : effect
    case .advcl: return purpose(of: head)
    default: return effect
    }
  }

  /// How what is done to an end bears on that end.
  private func purpose(of verb: Int) -> EventOperators.Effect? {
    if Self.uses.contains(grammar.keys[verb]) { return nil }
    return Self.journeys.contains(grammar.keys[verb]) ? .planned : .hypothetical
  }

  /// "the decision of the government to close the port": what was decided is told as done, wherever
  /// the tree has hung it.
  private func isDecided(_ noun: Int) -> Bool {
    var current = noun
    for _ in 0..<4 {
      if Self.decisions.contains(grammar.keys[current]) {
        return grammar.child(current, .det, .nmodPossessive) != nil
      }
      guard [.nmod, .conj, .compound, .flat, .appos].contains(grammar.relation(current)),
        let head = grammar.syntax(current).head
      else { return false }
      current = head
    }
    return false
  }

  /// Nouns for an act of will that is over when it is told of.
  static let decisions: Set<WordKey> = ["decision", "decisions", "move", "moves"]

  /// "the first country to recognise", "one of the last to leave": what an infinitive tells was done.
  private func isOneOfSeveral(_ noun: Int) -> Bool {
    Self.achieved.contains(grammar.keys[noun])
      || grammar.children(noun).contains {
        $0 < noun && Self.achieved.contains(grammar.keys[$0])
      }
  }

  /// Words over an infinitive that tells what was done.
  private static let achieved: Set<WordKey> = [
    "first", "second", "third", "latest", "last", "only", "next", "one", "quick", "swift", "slow",
    "glad", "proud", "right", "wrong", "forced", "brave", "lucky", "honoured", "honored", "pleased",
  ]

  /// What is used to do something has done it.
  private static let uses = forms(of: ["use"])

  /// Who makes somebody do something has it done.
  private static let causes = forms(of: [
    "force", "compel", "cause", "lead", "help", "get", "make", "let", "drive", "prompt", "oblige",
    "push", "see", "hear", "watch", "have", "trigger",
  ])

  /// Those who set out to do something mean to.
  private static let journeys = forms(of: [
    "travel", "fly", "head", "arrive", "visit", "go", "come", "send", "dispatch", "gather", "meet",
    "convene", "return", "leave", "assemble", "summon", "sit",
  ])

  private static func forms(of verbs: [String]) -> Set<WordKey> {
    Set(verbs.flatMap { IrregularVerbs.inflections(of: Substring($0)) }.map { WordKey($0) })
  }

  private func apply(
    _ effect: EventOperators.Effect?, _ relation: DependencyRelation, _ reading: inout Reading
  ) {
    switch effect {
    case .planned:
      lower(&reading, to: .planned)
      reading.isFuture = true
    case .hypothetical: lower(&reading, to: .hypothetical)
    case .denied: lower(&reading, to: relation == .ccomp ? .denied : .hypothetical)
    case .attributed: lower(&reading, to: .attributed)
    case .factive, nil: break
    }
  }

  /// What is asked, conditional or ruled out is not even planned.
  private func doubt(_ reading: inout Reading) {
    if reading.status == .planned { reading.status = .hypothetical }
    lower(&reading, to: .hypothetical)
  }

  /// What is less than fact stays so; between two readings the first that is less than stated
  /// holds, being the closest to the event.
  private func lower(_ reading: inout Reading, to status: FactStatus) {
    if reading.status == .stated || reading.status == .attributed { reading.status = status }
  }

  private func applyClaim(at trigger: Int, _ reading: inout Reading) {
    let index = Int(claimAt[trigger])
    guard index >= 0 else { return }
    let claim = claims[index]
    guard !isFactive(claim, trigger) else { return }
    reading.isReported = reading.isReported || claim.basis == .speech
    if claim.basis == .speech { reading.attributedTo = claim.speakers }
    switch claim.kind {
    case .denial: lower(&reading, to: .denied)
    case .nonConfirmation: lower(&reading, to: .unconfirmed)
    case .promise, .offer: lower(&reading, to: .planned)
    case .demand, .warning: lower(&reading, to: .hypothetical)
    case .report where claim.source.isEmpty: lower(&reading, to: .unconfirmed)
    case .assertion, .accusation, .announcement, .opinion, .report, .praise, .admission:
      lower(&reading, to: claim.basis == .speech ? .attributed : .hypothetical)
    }
  }

  /// Whether the cue takes the event for granted: one condemns what happened.
  private func isFactive(_ claim: Claim, _ trigger: Int) -> Bool {
    guard let cue = claim.cue.first, grammar.syntax(trigger).partOfSpeech != .verb else {
      return false
    }
    let tokens = grammar.tokens(in: cue)
    let isObject = claim.basis == .attitude && claim.form == .indirect
    return isObject || tokens.contains { EventOperators.effect(of: grammar.keys[$0]) == .factive }
  }
}

extension Claim {
  /// The number of bytes of its content.
  fileprivate var size: Int { content.reduce(0) { $0 + $1.count } }
}
