import DatelineText

/// The tokens of a shortened clause.
struct ClauseTokens {
  /// The phrase put before the clause: a subject shared with another clause.
  var prefix: [Int] = []
  /// The tokens that stay in any case, in order.
  var core: Set<Int> = []
  /// Phrases that may go to save room, in order of the text.
  var options: [[Int]] = []

  /// Leaves out the last phrase that may go; false when no more than `least` are left.
  mutating func dropLastOption(keeping least: Int) -> Bool {
    options.count > least && options.popLast() != nil
  }

  /// The clause's own tokens, in order.
  var clause: [Int] { (Array(core) + options.joined()).sorted() }
}

/// Chooses what of a sentence belongs to the clause of a trigger.
struct ClauseShape {
  private let tree: SentenceTree
  private let isTime: ([Int]) -> Bool

  /// Works in one sentence; `isTime` tells whether a phrase says when.
  init(_ tree: SentenceTree, isTime: @escaping ([Int]) -> Bool) {
    self.tree = tree
    self.isTime = isTime
  }

  private static let subjectRelations: Set<DependencyRelation> = [
    .nsubj, .nsubjPassive, .nsubjOuter, .csubj, .csubjPassive, .expl,
  ]

  /// The word that heads the title: the verb of the trigger's clause, or the noun that names the
  /// event where that noun is not itself the subject or object of a verb.
  func head(for trigger: Int) -> Int {
    var token = trigger
    for _ in tree.tokens {
      guard let head = tree.head(token) else { return token }
      switch tree.relation(token) {
      // What must be done is demanded, not done: who demands it belongs to the title.
      case .ccomp where isObliged(token): token = head
      case .xcomp, .compound, .amod, .aux, .auxPassive, .cop, .flat, .compoundParticle:
        token = head
      case .nsubj, .nsubjPassive,
        .obj where !isVerbal(token) && isVerbal(head):
        token = head
      default: return token
      }
    }
    return token
  }

  private func isObliged(_ verb: Int) -> Bool {
    tree.children(of: verb, [.aux]).contains {
      ["must", "should", "ought"].contains(tree.word($0))
    }
  }

  /// The subjects of a clause.
  func subjects(of head: Int) -> [Int] { tree.children(of: head, Self.subjectRelations) }

  /// The subject that a clause without one shares with the clause it hangs on: of coordinated verbs,
  /// of a participle beside its noun, of an adverbial participle. Nil where it has its own.
  func sharedSubject(of head: Int, form: WordForm) -> Int? {
    guard isVerbal(head), subjects(of: head).isEmpty else { return nil }
    var token = head
    for _ in tree.tokens {
      guard let parent = tree.head(token) else { return nil }
      switch tree.relation(token) {
      case .acl, .aclRelative: return parent
      // A gerund may be read as a noun behind its preposition.
      case .nmod where form == .gerund: return parent
      case .obl where form == .gerund: return controller(of: token, below: parent)
      case .advcl where form == .past || form == .present: return nil
      case .xcomp:
        if let object = tree.children(of: parent, [.obj]).first ?? subjects(of: parent).first {
          return object
        }
        token = parent
      case .conj, .advcl:
        if let object = controller(of: token, below: parent) { return object }
        if let subject = subjects(of: parent).first { return subject }
        token = parent
      default: return nil
      }
    }
    return nil
  }

  /// "accused Peru of shelling Quito", "kept them from leaving": the object does what the
  /// participle behind the preposition says.
  private func controller(of clause: Int, below parent: Int) -> Int? {
    guard [.advcl, .obl].contains(tree.relation(clause)), let mark = tree.preposition(clause),
      ["of", "for", "from"].contains(mark)
    else { return nil }
    return tree.children(of: parent, [.obj]).last { $0 < clause }
  }

  /// Whether a clause without a subject, or with a pronoun that nothing was found for, can only be
  /// understood with the name of who acts.
  func needsActor(_ head: Int, subjects: [Int]) -> Bool {
    guard isVerb(head), tree.children(of: head, [.auxPassive]).isEmpty else { return false }
    return subjects.allSatisfy { isOpenPronoun($0) }
  }

  /// Whether a pronoun stands for nothing that is known.
  func isOpenPronoun(_ token: Int) -> Bool {
    tree.partOfSpeech(token) == .pronoun && tree.entity(token) == nil
      && tree.relation(token) != .expl && !isRelative(token)
      && !["i", "we", "you"].contains(tree.word(token))
  }

  /// Whether a verb has neither object nor complement, so that its adjuncts carry what it tells.
  func isBare(_ head: Int) -> Bool {
    isVerb(head)
      && tree.children(of: head, [.obj, .iobj, .xcomp, .nsubjPassive, .auxPassive, .cop]).isEmpty
  }

  /// Whether the clause under `head` can be read by itself: a phrase, or a verb with a subject that
  /// tells what is done. What is to be done ("a plan to close"), a bare infinitive ("made the spill
  /// look small") and a clause about its object ("the war that it began") cannot.
  func isWhole(_ head: Int, hasSubject: Bool) -> Bool {
    guard isVerbal(head) else { return true }
    guard hasSubject else { return false }
    let isInfinitive = tree.children(of: head, [.mark]).contains { tree.word($0) == "to" }
    if isInfinitive || isBareInfinitive(head) { return false }
    guard tree.relation(head) == .aclRelative else { return true }
    let (subjects, objects) = (subjects(of: head), tree.children(of: head, [.obj]))
    guard !objects.contains(where: isRelative) else { return false }
    return subjects.isEmpty || subjects.contains(where: isRelative) || !objects.isEmpty
  }

  private func isBareInfinitive(_ head: Int) -> Bool {
    isVerb(head) && tree.form(head) == .base && tree.children(of: head, [.aux]).isEmpty
      && [.ccomp, .xcomp, .acl, .advcl].contains(tree.relation(head))
  }

  /// Whether the kept tokens open and end as a clause or noun phrase does: not with a preposition, a
  /// conjunction ("at least 12 people" does), a relative pronoun or a verb, nor with a word that leads
  /// on to another.
  func isRounded(_ kept: ClauseTokens) -> Bool {
    let clause = kept.clause
    guard let first = kept.prefix.first ?? clause.first, let last = clause.last else {
      return false
    }
    let isCount = (kept.prefix + clause).prefix(3).contains { tree.partOfSpeech($0) == .numeral }
    let isOpen =
      Self.joints.contains(tree.partOfSpeech(first)) && !isCount || isRelative(first)
      || [.verb, .auxiliary].contains(tree.partOfSpeech(first)) && tree.form(first) != .gerund
    return !isOpen && tree.relation(last) != .case && !Self.leads.contains(tree.word(last))
  }

  private static let joints: Set<PartOfSpeech> = [.adposition, .subordinator, .coordinator]
  private static let leads: Set<String> = ["a", "an", "the", "what", "which", "that", "and", "to"]

  /// Whether a phrase of few words names nobody and so says little ("The meeting").
  func isVague(_ head: Int, _ kept: ClauseTokens) -> Bool {
    !isVerbal(head) && kept.prefix.count + kept.clause.count < Self.fewest
      && kept.clause.allSatisfy { tree.entity($0) == nil }
  }

  private static let fewest = 4

  /// What stays of the clause or phrase under `head`.
  func kept(under head: Int) -> ClauseTokens {
    var kept = ClauseTokens()
    if isVerbal(head) {
      keepClause(head, in: &kept)
    } else {
      kept.core.formUnion(phrase(head).drop(while: isOpening))
    }
    return kept
  }

  private func isOpening(_ token: Int) -> Bool {
    [.case, .cc, .mark].contains(tree.relation(token))
  }

  private func keepClause(_ head: Int, in kept: inout ClauseTokens) {
    kept.core.insert(head)
    for child in tree.children(of: head) {
      switch tree.relation(child) {
      case .nsubj, .nsubjPassive, .nsubjOuter, .obj, .iobj:
        kept.core.formUnion(isRelative(child) ? antecedent(of: head) : phrase(child))
        if child > head, let clause = restriction(of: child) {
          kept.core.formUnion(subtree(clause))
        }
      case .aux, .auxPassive, .cop, .compoundParticle, .expl, .nummod, .det, .compound, .flat,
        .nmodPossessive:
        kept.core.formUnion(phrase(child))
      case .case where !isVerb(head), .amod where !isVerb(head):
        kept.core.formUnion(phrase(child))
      case .advmod where Self.qualifiers.contains(tree.word(child)): kept.core.insert(child)
      // "stepped down", whatever the parser calls the second word.
      case .advmod where child == head + 1 && Self.particles.contains(tree.word(child)):
        kept.core.insert(child)
      case .xcomp: keepClause(child, in: &kept)
      // "a flight to help nationals": what is to be done is not told as done.
      case .mark where tree.relation(head) == .xcomp,
        .mark where tree.relation(head) == .acl && tree.word(child) == "to":
        kept.core.insert(child)
      case .obl, .oblAgent, .nmod:
        let phrase = phrase(child)
        if child > head, !isTime(phrase), !phrase.contains(where: isRelative),
          restriction(of: child) == nil
        {
          kept.options.append(phrase)
        }
      // "were killed when the ferry caught fire": how it came about.
      case .ccomp where child > head, .advcl where child > head && isOpenedByWhen(child):
        var inner = ClauseTokens()
        keepClause(child, in: &inner)
        inner.core.formUnion(
          tree.children(of: child, [.advmod, .mark]).filter {
            Self.interrogatives.contains(tree.word($0))
          })
        kept.options.append(inner.clause)
      default: break
      }
    }
    kept.options.sort { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private func isOpenedByWhen(_ clause: Int) -> Bool {
    tree.children(of: clause, [.advmod, .mark]).contains { tree.word($0) == "when" }
  }

  private static let interrogatives: Set<String> = ["why", "how", "when", "where", "whether", "if"]

  /// Adverbs without which a clause says more than its sentence.
  private static let qualifiers: Set<String> = [
    "not", "n't", "n’t", "never", "no", "nearly", "almost", "implicitly", "reportedly", "allegedly",
    "supposedly", "purportedly", "apparently", "partly", "partially", "hardly", "barely", "tacitly",
    "possibly", "perhaps", "probably",
  ]

  private static let particles: Set<String> = [
    "down", "up", "out", "off", "back", "over", "aside", "away", "in", "apart",
  ]

  /// The tokens of a noun phrase without its relative clauses and asides, in order.
  func phrase(_ head: Int) -> [Int] { tokens(under: head, where: keeps) }

  /// The tokens under `head`, itself included, in order; of what is not kept nothing is looked at.
  private func tokens(under head: Int, where isKept: (_ child: Int, _ parent: Int) -> Bool) -> [Int]
  {
    var found: [Int] = []
    var waiting = [head]
    while let next = waiting.popLast() {
      found.append(next)
      waiting += tree.children(of: next).filter { isKept($0, next) }
    }
    return found.sorted()
  }

  private func keeps(_ child: Int, below head: Int) -> Bool {
    switch tree.relation(child) {
    case .aclRelative, .advcl, .advclRelative, .parataxis, .punct, .discourse, .ccomp, .dep,
      .vocative, .list, .dislocated, .reparandum:
      false
    case .obl, .oblTemporal, .oblUnmarked, .nmodTemporal: false
    case .nmod: !isTime(phrase(child))
    case .appos: extent(child) <= 4 && tree.partOfSpeech(child) != .numeral
    case .acl: extent(child) <= 4 && !isSetOff(child)
    case .conj, .cc: !isVerb(head)
    default: true
    }
  }

  /// The clause without which "the" phrase under `noun` says nothing ("the extent to which prices rose",
  /// "the aim of closing the port"), where a phrase does not keep it; nil where there is none.
  private func restriction(of noun: Int) -> Int? {
    guard tree.partOfSpeech(noun) == .noun,
      tree.children(of: noun, [.det]).contains(where: { tree.word($0) == "the" })
    else { return nil }
    return tree.children(of: noun, [.acl, .aclRelative]).first {
      $0 > noun && !keeps($0, below: noun) && !isSetOff($0)
    }
  }

  /// Whether a mark parts a phrase from what stands before it.
  private func isSetOff(_ token: Int) -> Bool {
    guard let first = subtree(token).first, first > tree.tokens.lowerBound else { return false }
    return tree.relation(first) == .punct || tree.relation(first - 1) == .punct
  }

  /// All tokens under `token`, itself included, in order.
  private func subtree(_ token: Int) -> [Int] { tokens(under: token) { _, _ in true } }

  /// How many tokens hang below `token`, itself included, counted to five.
  private func extent(_ token: Int) -> Int {
    var count = 0
    var waiting = [token]
    while let next = waiting.popLast(), count < 5 {
      count += 1
      waiting += tree.children(of: next)
    }
    return count
  }

  private func antecedent(of head: Int) -> [Int] {
    guard tree.relation(head) == .aclRelative, let noun = tree.head(head) else { return [] }
    return Array(phrase(noun).drop(while: isOpening))
  }

  private func isRelative(_ token: Int) -> Bool {
    tree.partOfSpeech(token) == .pronoun
      && ["who", "whom", "which", "that"].contains(tree.word(token))
  }

  private func isVerb(_ token: Int) -> Bool { tree.partOfSpeech(token) == .verb }

  /// Whether a token heads a clause: a verb, or a noun or adjective with a copula.
  private func isVerbal(_ token: Int) -> Bool {
    isVerb(token) || !tree.children(of: token, [.cop]).isEmpty
  }
}
