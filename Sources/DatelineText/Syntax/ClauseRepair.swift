/// Mends trees in which a clause lost its verb or its subject: what no grammatical sentence has.
///
/// Participles in "-ed" look like the simple past, so a parser reads "The charity donated tents" as
/// one noun phrase ("donated tents" as "used cars"). Such a tree gives the noun a subject although it
/// is no predicate: no noun without a copula has one. The participle between the two is then the verb.
enum ClauseRepair {
  /// The longest sentence, in tokens, that is looked at: beyond it trees are noise.
  private static let longest = 256

  /// Repairs the syntax of one sentence's tokens. Cost: linear in the sentence for each subject.
  static func repair(
    _ syntax: inout [TokenSyntax], in sentence: Range<Int>, isWith: (Int) -> Bool,
    isDash: (Int) -> Bool
  ) {
    guard sentence.count <= longest else { return }
    let dashes = sentence.filter { syntax[$0].partOfSpeech == .punctuation && isDash($0) }
    for token in sentence {
      if dashes.count > 1, isSubject(syntax[token].relation) {
        leaveAside(token, dashes, &syntax, in: sentence)
      }
      switch syntax[token].relation {
      case .nsubj where syntax[token].partOfSpeech != .pronoun:
        raiseVerb(for: token, &syntax, in: sentence)
      case .obl, .nmod:
        if !raiseGerund(after: token, &syntax, in: sentence, isWith: isWith),
          syntax[token].relation == .obl
        {
          takeSubject(token, &syntax, in: sentence)
        }
      case .nsubjPassive: makeActive(token, &syntax, in: sentence)
      case .acl: raiseParticiple(token, &syntax, in: sentence)
      case .obj: makeGerund(token, &syntax, in: sentence)
      case .appos: takeApposition(token, &syntax, in: sentence)
      case .conj: splitList(at: token, &syntax, in: sentence)
      default: continue
      }
    }
  }

  /// "The charity donated tents", where "tents" heads "charity" and "donated": the participle becomes
  /// the predicate, its noun the object.
  private static func raiseVerb(
    for subject: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard var noun = syntax[subject].head, noun > subject, sentence.contains(noun) else { return }
    // "Police arrested journalists" with the police as subject of the participle.
    if syntax[noun].relation == .amod, syntax[noun].form == .pastParticiple,
      let above = syntax[noun].head, above > noun, sentence.contains(above)
    {
      syntax[subject].head = above
      noun = above
    }
    guard noun > subject + 1, [.noun, .properNoun].contains(syntax[noun].partOfSpeech) else {
      return
    }
    let children = sentence.filter { syntax[$0].head == noun }
    guard !children.contains(where: { isPredicative(syntax[$0].relation) }),
      let verb = children.first(where: { token in
        token > subject && token < noun && syntax[token].relation == .amod
          && syntax[token].partOfSpeech == .verb && syntax[token].form == .pastParticiple
      })
    else { return }
    syntax[verb].head = syntax[noun].head
    syntax[verb].relation = syntax[noun].relation
    syntax[verb].form = .past
    syntax[noun].head = verb
    syntax[noun].relation = .obj
    for child in children where child != verb && movesUp(child, past: verb, syntax[child]) {
      syntax[child].head = verb
    }
    syntax[subject].head = verb
    for token in sentence.lowerBound..<subject
    where syntax[token].head == noun && syntax[token].relation == .compound {
      syntax[token].head = verb
      syntax[token].relation = .obl
    }
  }

  /// "accused Peru of bombing villages", where the gerund is called a noun: a noun has no object.
  private static func makeGerund(
    _ object: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let verb = syntax[object].head, verb < object, sentence.contains(verb),
      syntax[verb].partOfSpeech == .noun, [.obl, .advcl].contains(syntax[verb].relation),
      let mark = sentence.first(where: {
        syntax[$0].head == verb && syntax[$0].relation == .case && $0 < verb
      })
    else { return }
    syntax[verb].partOfSpeech = .verb
    syntax[verb].form = .gerund
    syntax[verb].relation = .advcl
    syntax[mark].relation = .mark
  }

  /// "Police arrested six journalists", read as police who were arrested: a participle that modifies
  /// a noun is passive and has no object, so where nothing else is said of the noun it is the verb.
  private static func raiseParticiple(
    _ verb: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let noun = syntax[verb].head, noun < verb, sentence.contains(noun),
      syntax[noun].relation == .root, syntax[verb].form == .pastParticiple,
      [.noun, .properNoun].contains(syntax[noun].partOfSpeech),
      sentence.contains(where: { syntax[$0].head == verb && syntax[$0].relation == .obj })
    else { return }
    let children = sentence.filter { syntax[$0].head == noun }
    guard
      !children.contains(where: { child in
        isPredicative(syntax[child].relation) || isSubject(syntax[child].relation)
      })
    else { return }
    syntax[verb].head = syntax[noun].head
    syntax[verb].relation = .root
    syntax[verb].form = .past
    syntax[noun].head = verb
    syntax[noun].relation = .nsubj
    for child in children where child > verb && movesUp(child, past: verb, syntax[child]) {
      syntax[child].head = verb
    }
  }

  private static func isPredicative(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .cop, .aux, .auxPassive, .obj, .xcomp: true
    default: false
    }
  }

  /// Whether what hung on the noun belongs to the verb: all that stands before the verb, and the
  /// adjuncts after it.
  private static func movesUp(_ child: Int, past verb: Int, _ syntax: TokenSyntax) -> Bool {
    if child < verb { return true }
    switch syntax.relation {
    case .obl, .oblUnmarked, .oblTemporal, .advcl, .ccomp, .parataxis, .punct, .mark: return true
    default: return false
    }
  }

  /// "The minister … had arrived", where "minister" is an adjunct without a preposition and the verb
  /// has no subject.
  private static func takeSubject(
    _ noun: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let verb = syntax[noun].head, noun < verb, sentence.contains(verb),
      syntax[verb].partOfSpeech == .verb, syntax[verb].relation == .root,
      [.noun, .properNoun].contains(syntax[noun].partOfSpeech)
    else { return }
    for token in sentence {
      guard let head = syntax[token].head else { continue }
      if head == noun, [.case, .mark].contains(syntax[token].relation) { return }
      if head == verb, isSubject(syntax[token].relation) { return }
    }
    syntax[noun].relation = .nsubj
  }

  /// "After hours of talks, the two sides emerged", where "sides" was read as another word for
  /// "hours" and the verb has no subject.
  private static func takeApposition(
    _ noun: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let adjunct = syntax[noun].head, sentence.contains(adjunct), adjunct < noun,
      syntax[adjunct].relation == .obl, let verb = syntax[adjunct].head, verb > noun,
      sentence.contains(verb), syntax[verb].relation == .root,
      [.past, .present].contains(syntax[verb].form),
      [.noun, .properNoun].contains(syntax[noun].partOfSpeech),
      !sentence.contains(where: { syntax[$0].head == verb && isSubject(syntax[$0].relation) })
    else { return }
    syntax[noun].head = verb
    syntax[noun].relation = .nsubj
  }

  /// "In Lima, Chile and Peru signed", where all three were read as one list behind "in" and the verb
  /// has no subject of its own: what follows the first mark is the subject.
  private static func splitList(
    at noun: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let place = syntax[noun].head, sentence.contains(place), place + 1 < noun,
      [.obl, .nsubj].contains(syntax[place].relation), let verb = syntax[place].head, verb > noun,
      sentence.contains(verb), syntax[verb].relation == .root,
      [.past, .present].contains(syntax[verb].form),
      [.noun, .properNoun].contains(syntax[noun].partOfSpeech),
      syntax[verb - 1].partOfSpeech != .punctuation
    else { return }
    let parts = sentence.filter { syntax[$0].head == place }
    let listed = parts.filter { syntax[$0].relation == .conj }
    let below = sentence.filter { syntax[$0].head == noun }
    guard listed.first == noun, !below.contains(where: { syntax[$0].relation == .cc }),
      listed.count > 1 || below.contains(where: { syntax[$0].relation == .conj }),
      parts.contains(where: { syntax[$0].relation == .case && $0 < place }),
      (place + 1..<noun).contains(where: { syntax[$0].partOfSpeech == .punctuation }),
      !sentence.contains(where: {
        $0 != place && syntax[$0].head == verb && isSubject(syntax[$0].relation)
      })
    else { return }
    syntax[place].relation = .obl
    (syntax[noun].head, syntax[noun].relation) = (verb, .nsubj)
    for other in listed.dropFirst() { syntax[other].head = noun }
  }

  /// "The two sides—led by Peru and Chile—agreed", where Chile was read as the subject: what stands
  /// between dashes is not, but the noun before them.
  private static func leaveAside(
    _ subject: Int, _ dashes: [Int], _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let verb = syntax[subject].head, let close = dashes.first(where: { $0 > subject }),
      close < verb, sentence.contains(verb), let open = dashes.last(where: { $0 < subject }),
      open > sentence.lowerBound,
      (close + 1..<verb).allSatisfy({
        [.auxiliary, .adverb, .particle].contains(syntax[$0].partOfSpeech)
      })
    else { return }
    var noun = open - 1
    while let head = syntax[noun].head, head < noun, sentence.contains(head),
      [.nmod, .flat].contains(syntax[noun].relation)
    {
      noun = head
    }
    guard [.noun, .properNoun, .pronoun].contains(syntax[noun].partOfSpeech) else { return }
    // A verb below the noun would make a ring.
    var above = verb
    for _ in sentence {
      guard let head = syntax[above].head else { break }
      if head == noun { return }
      above = head
    }
    (syntax[noun].head, syntax[noun].relation) = (verb, syntax[subject].relation)
    (syntax[subject].head, syntax[subject].relation) = (noun, .parataxis)
  }

  /// "with Peru pledging aid", where the gerund hangs on a noun before "with": what stands between the
  /// two is its subject. Whether anything was changed.
  private static func raiseGerund(
    after noun: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>,
    isWith: (Int) -> Bool
  ) -> Bool {
    guard let above = syntax[noun].head, above < noun, sentence.contains(above),
      let mark = sentence.first(where: {
        syntax[$0].head == noun && syntax[$0].relation == .case && $0 < noun && isWith($0)
      }), let gerund = gerund(after: noun, syntax, in: sentence), syntax[gerund].head == above,
      syntax[gerund].relation == .acl
    else { return false }
    var verb = above
    for _ in 0..<sentence.count where syntax[verb].partOfSpeech != .verb {
      guard let head = syntax[verb].head, sentence.contains(head) else { break }
      verb = head
    }
    syntax[noun].head = gerund
    syntax[noun].relation = .nsubj
    syntax[mark].head = gerund
    syntax[mark].relation = .mark
    syntax[gerund].head = verb
    syntax[gerund].relation = .advcl
    return true
  }

  /// The gerund that stands right after a noun and its parts.
  private static func gerund(after noun: Int, _ syntax: [TokenSyntax], in sentence: Range<Int>)
    -> Int?
  {
    var next = noun + 1
    while sentence.contains(next), syntax[next].head == noun,
      [.flat, .punct].contains(syntax[next].relation)
    {
      next += 1
    }
    return sentence.contains(next) && syntax[next].form == .gerund ? next : nil
  }

  private static func isSubject(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .nsubj, .nsubjPassive, .nsubjOuter, .csubj, .csubjPassive, .expl: true
    default: false
    }
  }

  /// "The two sides emerged": without an auxiliary no verb is passive.
  private static func makeActive(
    _ subject: Int, _ syntax: inout [TokenSyntax], in sentence: Range<Int>
  ) {
    guard let verb = syntax[subject].head, sentence.contains(verb), subject < verb,
      syntax[verb].partOfSpeech == .verb, syntax[verb].relation == .root,
      syntax[verb].form == .pastParticiple,
      !sentence.contains(where: { token in
        syntax[token].head == verb && token < verb
          && [.aux, .auxPassive, .cop].contains(syntax[token].relation)
      })
    else { return }
    syntax[subject].relation = .nsubj
    syntax[verb].form = .past
  }
}
