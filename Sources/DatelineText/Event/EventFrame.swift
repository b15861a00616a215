/// What stands around a trigger: its participants as heads of phrases.
struct EventFrame {
  /// The triggering token.
  let trigger: Int
  /// Whether the trigger is a noun.
  let isNominal: Bool
  /// The head of the subject; of a passive verb, the agent.
  var subject: Int?
  /// Whether the subject is that of another clause which does not control this one.
  var isSubjectGuessed = false
  /// The head of the object; of a passive verb, the subject.
  var object: Int?
  /// The head of the indirect object.
  var indirect: Int?
  /// The head of the clause or infinitive that completes the trigger.
  var complement: Int?
  /// The prepositional phrases: preposition and head.
  var phrases: [(preposition: WordKey, head: Int)] = []
  /// The particles.
  var particles: [WordKey] = []
  /// Whether the trigger is negated.
  var isNegated = false
  /// The modal or future auxiliary, where there is one.
  var modal: WordKey?
}

/// Reads frames off the dependency tree: passives, coordination, relative clauses, control, the
/// possessors and phrases of nouns.
struct EventFrameReader {
  private let grammar: ArticleGrammar
  private let finder: MentionFinder

  /// Reads one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    finder = MentionFinder(grammar)
  }

  /// The frame of the verb `verb`.
  func verbal(_ verb: Int) -> EventFrame {
    var frame = EventFrame(trigger: verb, isNominal: false)
    var passiveSubject: Int?
    for child in grammar.children(verb) {
      switch grammar.relation(child) {
      case .nsubj, .csubj: addSubject(child, to: &frame)
      case .nsubjPassive, .csubjPassive: passiveSubject = child
      case .obj: addObject(child, to: &frame)
      case .iobj: frame.indirect = child
      case .ccomp, .xcomp: frame.complement = frame.complement ?? child
      case .compoundParticle: frame.particles.append(grammar.keys[child])
      case .aux:
        if EventWords.modals.contains(grammar.keys[child]) { frame.modal = grammar.keys[child] }
      case .obl, .oblAgent, .nmod, .advcl: addPhrase(child, to: &frame)
      case .advmod, .case:
        if EventWords.negations.contains(grammar.keys[child]) { frame.isNegated = true }
        if EventWords.particles.contains(grammar.keys[child]) {
          frame.particles.append(grammar.keys[child])
        }
      default: continue
      }
    }
    // A participle after a form of "be" is passive, whatever the parser made of its subject.
    if passiveSubject == nil, grammar.syntax(verb).form == .pastParticiple,
      let subject = frame.subject,
      subject < verb, grammar.children(verb).contains(where: { isBe($0, before: verb) })
    {
      passiveSubject = subject
    }
    // "with talks held on Monday": a participle with a subject of its own is passive.
    if passiveSubject == nil, grammar.syntax(verb).form == .pastParticiple,
      grammar.relation(verb) == .acl, grammar.child(verb, .aux) == nil, let subject = frame.subject,
      subject == verb - 1
    {
      passiveSubject = subject
    }
    completeRoles(&frame, passiveSubject: passiveSubject)
    return frame
  }

  /// The subject of a finite verb that a parser hung elsewhere: a phrase right before the verb that is
  /// read as one with a date ("On Tuesday Kenyan forces shelled"), or a name behind "after" ("days after
  /// Oslo and Riga signed"). Nil where there is none.
  func lostSubject(of verb: Int) -> Int? {
    guard grammar.syntax(verb).form == .past, verb > 0 else { return nil }
    let phrase = grammar.children(verb).filter { child in
      child < verb && [.obl, .nmod].contains(grammar.relation(child)) && !isTime(child)
        && grammar.children(child).contains { isTime($0) && $0 < child }
    }.last
    if let phrase, phrase == verb - 1 { return phrase }
    guard grammar.relation(verb) == .advcl, let mention = finder.mention(at: verb - 1),
      grammar.article.mentions[mention].kind == .name, !isTime(verb - 1),
      grammar.syntax(verb - 1).head != verb
    else { return nil }
    var head = grammar.head(of: grammar.article.mentions[mention].tokens) ?? verb - 1
    if grammar.relation(head) == .conj, let first = grammar.syntax(head).head { head = first }
    return head < verb ? head : nil
  }

  private func isTime(_ token: Int) -> Bool {
    let timexes = grammar.article.timexes
    let span = grammar.article.tokens[token].span
    let index = timexes.firstIndex(endingAfter: span.lower)
    return timexes.indices.contains(index) && timexes[index].span.lower <= span.lower
  }

  /// Of two subjects that a parser gives a verb, a name goes before the title beside it: "Opposition
  /// leader Mara Lind rejected".
  private func addSubject(_ child: Int, to frame: inout EventFrame) {
    guard let first = frame.subject else { return frame.subject = child }
    if child < frame.trigger, finder.mention(at: first) == nil, finder.mention(at: child) != nil {
      frame.subject = child
    }
  }

  /// Of two objects the first is the recipient where it is a name, and else a part of the second:
  /// "gave Peru aid", "send rescue teams", "killed more than 20 rebels".
  private func addObject(_ child: Int, to frame: inout EventFrame) {
    if let first = frame.object {
      guard !isTime(child) else { return }
      if finder.mention(at: first) != nil { frame.indirect = first }
    }
    frame.object = child
  }

  private func isBe(_ token: Int, before verb: Int) -> Bool {
    token < verb && EventWords.be.contains(grammar.keys[token])
  }

  private func addPhrase(_ child: Int, to frame: inout EventFrame) {
    let marks = grammar.children(child).filter {
      grammar.relation($0) == .case || grammar.relation($0) == .mark
    }
    for mark in marks { frame.phrases.append((grammar.keys[mark], child)) }
    if grammar.relation(child) == .advcl, frame.complement == nil,
      marks.contains(where: { grammar.keys[$0] == EventWords.to })
    {
      frame.complement = child
    }
  }

  /// Turns passives round and takes missing roles from the clause above.
  private func completeRoles(_ frame: inout EventFrame, passiveSubject: Int?) {
    let verb = frame.trigger
    let isReducedPassive =
      grammar.relation(verb) == .acl && grammar.syntax(verb).form == .pastParticiple
    if let passiveSubject {
      frame.object = passiveSubject
      frame.subject = agent(of: frame)
    } else if isReducedPassive {
      frame.object = frame.object ?? grammar.syntax(verb).head
      frame.subject = agent(of: frame)
    } else if frame.subject == nil, isPassive(frame) {
      frame.object = controller(of: verb)
      frame.subject = agent(of: frame)
    } else if frame.subject == nil {
      if let lost = lostSubject(of: verb) {
        frame.subject = lost
        frame.phrases.removeAll { $0.head == lost }
      } else {
        frame.subject = controller(of: verb)
        frame.isSubjectGuessed = [.ccomp, .parataxis].contains(grammar.relation(verb))
      }
    }
    if frame.object == nil, grammar.relation(verb) == .aclRelative,
      let antecedent = grammar.syntax(verb).head, frame.subject.map({ !isRelative($0) }) ?? false
    {
      frame.object = antecedent
    }
    if grammar.relation(verb) == .conj, let head = grammar.syntax(verb).head {
      // "to organise and arm the opposition": an object behind both is of both.
      if frame.object == nil, let shared = grammar.child(head, .obj), shared > verb {
        frame.object = shared
      }
      shareAuxiliaries(of: head, with: &frame)
    }
  }

  /// Whether a verb without a subject is passive, so that whoever controls it suffers: "after being
  /// tortured", "died, killed by rebels".
  private func isPassive(_ frame: EventFrame) -> Bool {
    let verb = frame.trigger
    guard frame.object == nil, grammar.syntax(verb).form == .pastParticiple else { return false }
    if grammar.child(verb, .auxPassive) != nil { return true }
    return grammar.relation(verb) == .advcl && grammar.child(verb, .aux) == nil
      && agent(of: frame) != nil
  }

  private func isRelative(_ token: Int) -> Bool {
    EventWords.relatives.contains(grammar.keys[token])
  }

  private func shareAuxiliaries(of head: Int, with frame: inout EventFrame) {
    guard frame.modal == nil, grammar.child(frame.trigger, .aux, .nsubj, .nsubjPassive) == nil
    else { return }
    for child in grammar.children(head) where grammar.relation(child) == .aux {
      if EventWords.modals.contains(grammar.keys[child]) { frame.modal = grammar.keys[child] }
    }
  }

  private func agent(of frame: EventFrame) -> Int? {
    frame.phrases.first { $0.preposition == EventWords.by }?.head
  }

  /// The subject of the clause that a verb without one hangs on; of a participle after a noun, the
  /// noun.
  func controller(of verb: Int) -> Int? {
    var current = verb
    for _ in 0..<5 {
      guard let head = grammar.syntax(current).head else { return nil }
      switch grammar.relation(current) {
      case .acl where current == verb && isInfinitive(verb):
        return purposeful(head)
      case .acl where current == verb && isJoining(verb): return joiner(above: verb)
      case .acl, .aclRelative: return head
      case .ccomp, .parataxis:
        // Who reports is not who did what is reported.
        if EventOperators.isReport(grammar.keys[head]) { return nil }
        if let subject = grammar.child(head, .nsubj, .nsubjPassive) { return subject }
        current = head
      case .conj, .xcomp, .advcl:
        // "accused Denmark of shelling the port": the accused acts.
        if current == verb, EventOperators.effect(of: grammar.keys[head]) == .attributed,
          let accused = grammar.child(head, .obj, .nsubjPassive)
        {
          return accused
        }
        if grammar.relation(current) == .xcomp, let object = grammar.child(head, .obj),
          object < verb
        {
          return object
        }
        if let subject = grammar.child(head, .nsubj, .nsubjPassive) { return subject }
        current = head
      default: return nil
      }
    }
    return nil
  }

  /// "joined the others in calling for calm": what those who joined do too.
  private func isJoining(_ verb: Int) -> Bool {
    grammar.syntax(verb).form == .gerund && joiner(above: verb) != nil
      && grammar.child(verb, .mark).map { EventWords.places.contains(grammar.keys[$0]) } ?? false
  }

  private func joiner(above verb: Int) -> Int? {
    var current = verb
    for _ in 0..<4 {
      guard let head = grammar.syntax(current).head else { return nil }
      if EventWords.joins.contains(grammar.keys[head]) { return grammar.child(head, .nsubj) }
      current = head
    }
    return nil
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    grammar.child(verb, .mark).map { grammar.keys[$0] == EventWords.to } ?? false
  }

  /// Who is to do what a noun names with an infinitive: the noun's owner ("its campaign to expel"),
  /// else who does something with it ("launched a campaign to expel"); else the noun itself.
  private func purposeful(_ noun: Int) -> Int? {
    if let owner = grammar.child(noun, .nmodPossessive) { return owner }
    guard let verb = grammar.syntax(noun).head, grammar.syntax(verb).partOfSpeech == .verb else {
      return noun
    }
    switch grammar.relation(noun) {
    case .obj, .obl:
      if let subject = grammar.child(verb, .nsubj), subject < verb { return subject }
      guard grammar.relation(verb) == .conj, let first = grammar.syntax(verb).head else {
        return noun
      }
      return grammar.child(first, .nsubj) ?? noun
    default: return noun
    }
  }

  /// The frame of the noun `noun`: "the attack on the base by rebels", "Pakistan's strikes".
  func nominal(_ noun: Int) -> EventFrame {
    var frame = EventFrame(trigger: noun, isNominal: true)
    for child in grammar.children(noun) {
      switch grammar.relation(child) {
      case .nmodPossessive: frame.subject = child
      case .nmod, .obl: addPhrase(child, to: &frame)
      case .acl, .ccomp, .xcomp:
        if grammar.syntax(child).form == .pastParticiple {
          for inner in grammar.children(child) { addPhrase(inner, to: &frame) }
        } else {
          frame.complement = child
        }
      case .det, .advmod:
        if EventWords.negations.contains(grammar.keys[child]) { frame.isNegated = true }
      case .aclRelative: frame.subject = frame.subject ?? blamed(by: child)
      default: continue
      }
    }
    if let by = agent(of: frame) { frame.subject = by }
    if frame.subject == nil { frame.subject = demonym(before: noun) }
    return frame
  }

  /// "the attack, which the council blamed on rebels": whom it is blamed on.
  private func blamed(by verb: Int) -> Int? {
    guard EventWords.blames.contains(grammar.keys[verb]) else { return nil }
    return grammar.children(verb).first { child in
      guard [.obl, .nmod].contains(grammar.relation(child)),
        let mark = grammar.child(child, .case)
      else { return false }
      return EventWords.blamedMarks.contains(grammar.keys[mark])
    }
  }

  /// "Pakistani airstrikes": a modifier that names a group or a place.
  private func demonym(before noun: Int) -> Int? {
    grammar.children(noun).first { child in
      guard [.amod, .compound].contains(grammar.relation(child)),
        let mention = finder.mention(at: child)
      else { return false }
      switch grammar.article.mentions[mention].type {
      case .group, .organization, .geopolitical, .person: return true
      case .location, .facility, .event, .miscellaneous: return false
      }
    }
  }
}

/// The function words that the readers of events look at.
enum EventWords {
  static let by: WordKey = "by"
  static let to: WordKey = "to"
  static let relatives: Set<WordKey> = ["who", "which", "that", "whom"]
  static let negations: Set<WordKey> = ["not", "n't", "never", "no", "neither"]
  /// Adverbs that taggers mistake for particles and the reverse.
  static let particles: Set<WordKey> = ["out", "off", "up", "down", "back", "over", "in"]
  /// Auxiliaries of the future.
  static let future: Set<WordKey> = ["will", "'ll", "wo", "shall", "would", "'d"]
  /// Auxiliaries of obligation.
  static let obligation: Set<WordKey> = ["must", "should", "ought"]
  /// Auxiliaries of possibility.
  static let possibility: Set<WordKey> = ["can", "could", "may", "might"]
  /// All auxiliaries that take a fact out of the present and past.
  static let modals = future.union(obligation).union(possibility)
  /// Words that open a condition.
  static let conditions: Set<WordKey> = ["if", "unless", "whether", "should"]
  /// Adverbs of habit.
  static let habits: Set<WordKey> = [
    "often", "usually", "frequently", "regularly", "periodically", "repeatedly", "routinely",
    "always", "traditionally", "sometimes", "generally", "typically", "rarely", "occasionally",
  ]
  /// Verbs that lay a deed on somebody, and the prepositions that name them.
  static let blames: Set<WordKey> = ["blamed", "blame", "blames", "pinned", "pin", "attributed"]
  static let blamedMarks: Set<WordKey> = ["on", "to"]
  /// Verbs of doing what others do.
  static let joins: Set<WordKey> = ["joined", "joins", "join", "joining"]
  /// The forms of "be" that make passives.
  static let be: Set<WordKey> = ["been", "was", "were", "is", "are", "be", "being", "'s", "'re"]
  /// Auxiliaries of the perfect, and adverbs that go with it.
  static let perfect: Set<WordKey> = [
    "has", "have", "had", "'ve", "having", "previously", "earlier", "already", "once", "formerly",
    "originally", "initially",
  ]
  /// Auxiliaries of the present perfect.
  static let presentPerfect: Set<WordKey> = ["has", "have", "'ve"]
  /// Adverbs of hearsay.
  static let hearsay: Set<WordKey> = ["reportedly", "allegedly", "purportedly", "supposedly"]
  /// Prepositions of place.
  static let places: Set<WordKey> = [
    "in", "at", "near", "across", "outside", "inside", "around", "along", "into", "over", "within",
    "throughout", "on",
  ]
}
