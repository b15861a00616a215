/// A trigger with the sense it was found in, before it becomes an event.
struct EventCandidate {
  /// What stands around the trigger.
  var frame: EventFrame
  /// The sense.
  var sense: EventSense
  /// The noun that names the event where the verb is light.
  var noun: Int?
  /// How far it is asserted.
  var reading: EventModality.Reading
  /// The type; nil for a commitment to something unknown.
  var type: EventType?
  /// How far down the sentence it stands; the main clause is 0.
  var depth = 0
  /// Whether it consists in saying something about what is to come.
  var isSpeech: Bool { type.map { Self.spoken.contains($0) } ?? true }

  private static let spoken: Set<EventType> = [
    .agree, .request, .reject, .threaten, .accuse, .support,
  ]

  /// Whether it is what somebody says must be done, which tells of an event only on a day of its own.
  var isOpinion = false

  /// Makes a candidate; its type is the sense's until commitments are resolved.
  init(frame: EventFrame, sense: EventSense, noun: Int?, reading: EventModality.Reading) {
    self.frame = frame
    self.sense = sense
    self.noun = noun
    self.reading = reading
    if case .type(let type) = sense.outcome { self.type = type }
  }

  /// The mode of the sense.
  var mode: String? { sense.mode }

  /// The token that names the event: the noun of a light verb, else the trigger.
  var trigger: Int { namesEvent ? noun ?? frame.trigger : frame.trigger }

  /// Whether the noun, and not the verb, is the event's name.
  var namesEvent = false

  /// Whether an event of `type` does its recipient good, harm, or neither.
  static func isFriendly(_ type: EventType) -> Bool? {
    switch type {
    case .agree, .consult, .support, .concede, .cooperate, .aid, .retreat: true
    case .threaten, .protest, .sanction, .mobilize, .coerce, .assault: false
    case .request, .accuse, .reject, .disaster, .life, .justice, .personnel, .business: nil
    }
  }

  /// The mode of what a court does: a sentence to come is a date in its calendar and threatens nobody.
  private static let verdict = "convict"

  /// PLOVER codes what is announced by what the announcement does: help to come is an agreement,
  /// harm to come a threat, and help that is ruled out a rejection. Meetings stay meetings.
  mutating func resolveCommitment() {
    guard let type, reading.isFuture, let modal = frame.modal,
      EventWords.future.contains(modal), type != .consult || reading.isReported,
      mode != Self.verdict,
      let isFriendly = Self.isFriendly(type), reading.status != .hypothetical
    else { return }
    if frame.isNegated {
      guard isFriendly else { return }
      self.type = .reject
    } else {
      self.type = isFriendly ? .agree : .threaten
    }
    reading.status = .stated
  }
}

/// Chooses among the candidates of one sentence and puts them in order.
struct EventSelection {
  private let grammar: ArticleGrammar

  /// Works in one article.
  init(_ grammar: ArticleGrammar) { self.grammar = grammar }

  /// The candidates that are events of their own, what the sentence chiefly tells first.
  ///
  /// A noun that a light verb carries is one event with it; what an agreement, demand, refusal or
  /// threat is about has not happened and is not told as an event.
  func selected(_ candidates: [EventCandidate]) -> [EventCandidate] {
    var candidates = candidates
    var dropped: Set<Int> = []
    for index in candidates.indices {
      absorbNoun(of: index, in: &candidates, &dropped)
      resolve(index, in: &candidates, &dropped)
    }
    for index in candidates.indices where !dropped.contains(index) {
      dropContents(of: index, in: candidates, &dropped)
    }
    var kept = candidates.indices.filter { !dropped.contains($0) }.map { candidates[$0] }
    kept.removeAll { $0.type == nil }
    for index in kept.indices { kept[index].depth = depth(of: kept[index]) }
    return kept.sorted { ($0.depth, $0.frame.trigger) < ($1.depth, $1.frame.trigger) }
  }

  private func absorbNoun(
    of index: Int, in candidates: inout [EventCandidate], _ dropped: inout Set<Int>
  ) {
    guard let noun = candidates[index].noun, !candidates[index].frame.isNominal,
      let other = candidates.firstIndex(where: { $0.frame.trigger == noun && $0.frame.isNominal })
    else { return }
    dropped.insert(other)
    if candidates[other].type == candidates[index].type {
      candidates[index].namesEvent = true
      candidates[index].sense.mode = candidates[other].mode ?? candidates[index].mode
    }
  }

  /// "vowed to attack", "ready to help": a commitment takes its type from what is committed to.
  private func resolve(
    _ index: Int, in candidates: inout [EventCandidate], _ dropped: inout Set<Int>
  ) {
    guard candidates[index].type == nil, let complement = candidates[index].frame.complement else {
      return
    }
    let content = grammar.subtree(complement)
    let inner = candidates.indices.first {
      $0 != index && content.contains(candidates[$0].frame.trigger) && candidates[$0].type != nil
    }
    guard let inner, let type = candidates[inner].type,
      let isFriendly = EventCandidate.isFriendly(type)
    else { return }
    candidates[index].type = isFriendly ? .agree : .threaten
    candidates[index].sense.mode = nil
    dropped.insert(inner)
  }

  private func dropContents(
    of index: Int, in candidates: [EventCandidate], _ dropped: inout Set<Int>
  ) {
    let outer = candidates[index]
    guard let type = outer.type, [.agree, .request, .reject, .threaten].contains(type) else {
      return
    }
    var contents: [Range<Int>] = []
    if let complement = outer.frame.complement { contents.append(grammar.subtree(complement)) }
    if let object = outer.frame.object, object > outer.frame.trigger {
      contents.append(grammar.subtree(object))
    }
    for phrase in outer.frame.phrases where Self.contentMarks.contains(phrase.preposition) {
      contents.append(grammar.subtree(phrase.head))
    }
    for other in candidates.indices
    where other != index && candidates[other].sense.mode != Self.mediation {
      let trigger = candidates[other].frame.trigger
      if contents.contains(where: { $0.contains(trigger) }), !isRelative(trigger, below: outer) {
        dropped.insert(other)
      }
    }
  }

  /// The mode of those who bring parties to agree: no part of what they agree on.
  private static let mediation = "third-party"

  private static let contentMarks: Set<WordKey> = ["for", "to", "on", "of", "upon"]

  /// Whether a relative clause parts a trigger from the event above it: what it tells is told apart.
  private func isRelative(_ trigger: Int, below outer: EventCandidate) -> Bool {
    var current = trigger
    for _ in 0..<8 {
      if grammar.relation(current) == .aclRelative { return true }
      guard let head = grammar.syntax(current).head, head != outer.frame.trigger else {
        return false
      }
      current = head
    }
    return false
  }

  /// How far below the main statement of the sentence a trigger stands; verbs of saying do not
  /// count.
  private func depth(of candidate: EventCandidate) -> Int {
    var depth = candidate.frame.isNominal ? 1 : 0
    var current = candidate.frame.trigger
    for _ in 0..<12 {
      guard let head = grammar.syntax(current).head else { break }
      switch grammar.relation(current) {
      case .ccomp, .parataxis: depth += EventOperators.isReport(grammar.keys[head]) ? 0 : 1
      case .xcomp, .obj, .nsubj, .nsubjPassive, .conj: depth += 1
      case .advcl, .obl, .nmod: depth += 2
      case .acl, .aclRelative: depth += 3
      default: depth += 1
      }
      current = head
    }
    return depth
  }
}

/// How much an event mention is to be trusted.
struct EventConfidence {
  private let grammar: ArticleGrammar

  /// Works in one article.
  init(_ grammar: ArticleGrammar) { self.grammar = grammar }

  /// The confidence, 0 to 100: the sense's weight, then whether it is dated, whether its parties
  /// are named, how far it is asserted and how deep in the sentence it stands.
  func confidence(of event: EventMention, _ candidate: EventCandidate) -> UInt8 {
    var points = (candidate.frame.isNominal ? 15 : 30) + 5 * candidate.sense.weight
    if event.timex != nil { points += 15 }
    points += event.actors.isEmpty ? -10 : 8
    if !event.recipients.isEmpty || !event.places.isEmpty { points += 5 }
    points -= min(candidate.depth, 6) * 3
    if event.isGeneric { points -= 30 }
    switch event.status {
    case .stated, .attributed: break
    case .unconfirmed: points -= 5
    case .planned: points -= 10
    case .denied: points -= 25
    case .hypothetical: points -= 35
    }
    return UInt8(max(0, min(100, points)))
  }
}
