/// Finds who a verb or noun of attribution belongs to.
struct SourceFinder {
  private let context: ClaimContext
  private var grammar: ArticleGrammar { context.grammar }

  /// Looks in one article.
  init(_ context: ClaimContext) { self.context = context }

  /// What stands as the source of a verb.
  enum Subject {
    /// The noun phrase, with its head.
    case named(Range<Int>, head: Int)
    /// The verb is passive: its subject belongs to the content, with the agent as source.
    case passive(subject: Int, agent: Range<Int>?)
    /// Nobody.
    case unnamed
  }

  /// The source of the verb `verb`: its own subject, or that of the verb it hangs on.
  ///
  /// "Trump left, saying he would return": "Trump". "a report saying": "a report".
  func subject(of verb: Int) -> Subject {
    var current = verb
    for _ in 0..<6 {
      if let subject = nearestSubject(of: current), subject != verb {
        return isForeign(subject, to: verb) ? .unnamed : named(subject)
      }
      if let subject = grammar.child(current, .nsubjPassive) {
        guard current == verb else { return named(subject) }
        return .passive(subject: subject, agent: agent(of: verb))
      }
      guard let head = grammar.syntax(current).head else { break }
      switch grammar.relation(current) {
      case .conj, .xcomp, .advcl: current = head
      case .acl:
        if isPassiveParticiple(current) {
          return .passive(subject: head, agent: agent(of: current))
        }
        guard isAgent(head) || grammar.syntax(verb).form != .gerund else {
          current = head
          continue
        }
        return named(head)
      case .obj, .obl, .nmod:
        guard current != verb else { return .unnamed }
        current = head
      case .aclRelative: return named(head)
      case .parataxis where current != verb: current = head
      default: return .unnamed
      }
    }
    return .unnamed
  }

  /// The subject of a verb; of two, which a parser may give a verb of saying behind what is said, the
  /// nearer one before it.
  private func nearestSubject(of verb: Int) -> Int? {
    let subjects = grammar.children(verb).filter {
      [.nsubj, .csubj].contains(grammar.relation($0))
    }
    return subjects.last { $0 < verb } ?? subjects.first
  }

  /// Whether a subject stands in speech that the verb is not part of: a slip of the parser.
  private func isForeign(_ subject: Int, to verb: Int) -> Bool {
    context.isSpoken[subject] && context.quotationAt[subject] != context.quotationAt[verb]
  }

  private func isPassiveParticiple(_ verb: Int) -> Bool {
    grammar.syntax(verb).form == .pastParticiple
  }

  private func named(_ head: Int) -> Subject {
    if let noun = possessed(by: head) {
      let owner = context.nounPhrase(head)
      return .named(owner.lowerBound..<(noun + 1), head: noun)
    }
    return .named(context.nounPhrase(head), head: head)
  }

  /// "Kenya’s army said" with Kenya for its subject is a slip of the parser: the noun that follows the
  /// possessive mark speaks.
  private func possessed(by head: Int) -> Int? {
    var noun = head + 1
    guard noun + 1 < grammar.keys.count, ClaimWords.possessives.contains(grammar.keys[noun]),
      grammar.syntax(head + 1).form == .possessive, grammar.relation(head) != .nmodPossessive
    else { return nil }
    while noun + 1 < grammar.keys.count {
      switch grammar.syntax(noun + 1).partOfSpeech {
      case .noun, .properNoun, .adjective: noun += 1
      default: return noun > head + 1 ? noun : nil
      }
    }
    return nil
  }

  /// The phrase with "by" of a passive verb.
  func agent(of verb: Int) -> Range<Int>? {
    for child in grammar.children(verb) {
      switch grammar.relation(child) {
      case .oblAgent: return context.nounPhrase(child)
      case .obl where child > verb && caseMark(of: child).map { grammar.keys[$0] } == ClaimWords.by:
        return context.nounPhrase(child)
      default: continue
      }
    }
    return nil
  }

  /// The preposition of a noun phrase; the first where there are several.
  func caseMark(of head: Int) -> Int? { grammar.child(head, .case) }

  /// The source of a noun of speech: possessor, "by" phrase, or the subject of the verb whose
  /// object it is. "his claim that", "a warning by the bank", "they made the charge that".
  func source(ofNoun noun: Int) -> Range<Int>? {
    for child in grammar.children(noun) {
      switch grammar.relation(child) {
      case .nmodPossessive: return withoutPossessive(grammar.subtree(child))
      case .nmod where child > noun:
        if let mark = caseMark(of: child), ClaimWords.origins.contains(grammar.keys[mark]) {
          return context.nounPhrase(child)
        }
      default: continue
      }
    }
    return lightSubject(of: noun)
  }

  private func lightSubject(of noun: Int) -> Range<Int>? {
    guard let verb = grammar.syntax(noun).head else { return nil }
    switch grammar.relation(noun) {
    case .obj, .obl, .xcomp:
      guard grammar.syntax(verb).partOfSpeech == .verb else { return nil }
      if case .named(let range, _) = subject(of: verb), !range.contains(noun) { return range }
      return nil
    default: return nil
    }
  }

  /// A possessor without its mark.
  func withoutPossessive(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, range.count > 1,
      grammar.syntax(last).form == .possessive
        || ClaimWords.possessives.contains(grammar.keys[last])
    else { return range }
    return range.lowerBound..<last
  }

  // MARK: Who can speak

  /// Whether a noun phrase can name one who speaks or thinks. Names, pronouns, people, bodies and
  /// documents can; nouns of events, and those whose endings tell an abstraction, cannot. Other
  /// nouns are given the benefit of the doubt.
  func isAgent(_ head: Int) -> Bool {
    if grammar.mentionAt[head] >= 0 { return !isNamedEvent(head) }
    let key = grammar.keys[head]
    if EventWords.relatives.contains(key), let above = antecedent(of: head) {
      return grammar.syntax(above).partOfSpeech == .noun ? isAgent(above) : true
    }
    guard grammar.syntax(head).partOfSpeech == .noun else { return true }
    let speaks: ReferentClass = [
      .person, .government, .institution, .body, .voice, .thing, .state, .collective, .country,
      .sides, .leaders,
    ]
    if !ReferentLexicon.classes(of: key).isDisjoint(with: speaks) { return true }
    if ClaimWords.evidence.contains(key) || ClaimLexicon.holds(key, .expert) { return true }
    let word = grammar.article.text(head).lowercased()
    if !NameLexicon.embedded.classes(of: word).isDisjoint(with: Self.speakingClasses) {
      return true
    }
    if EventLexicon.nouns[key] != nil { return false }
    return !Self.abstractEndings.contains { word.hasSuffix($0) }
  }

  private static let speakingClasses: NameClass = [
    .office, .occupation, .organizationHead, .groupNoun, .institution, .honorific,
  ]

  private static let abstractEndings = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ism", "ance",
    "ence",
    "ship", "ships", "dom", "ency", "ancy", "th", "ure", "ing", "ings",
  ]

  private func isNamedEvent(_ head: Int) -> Bool {
    grammar.article.mentions[Int(grammar.mentionAt[head])].type == .event
  }

  /// The noun that the relative clause of a pronoun hangs on.
  private func antecedent(of pronoun: Int) -> Int? {
    MentionFinder(grammar).antecedent(of: pronoun)
  }

  // MARK: Without a tree

  /// Where the bracket opens that a token closes: "Jason Holm (R-Utah) said".
  private func bracket(endingAt token: Int) -> Int? {
    guard grammar.firstByte(token) == UInt8(ascii: ")") else { return nil }
    return (max(0, token - 8)..<token).last { grammar.firstByte($0) == UInt8(ascii: "(") }
  }

  /// The words beside a verb of saying, read without a tree: those before it back to the last
  /// mark, or, where a mark stands right before it, those after it ("“No,” said the minister").
  func neighbours(of verb: Int, in bounds: Range<Int>) -> Range<Int>? {
    var group = context.verbGroup(verb).lowerBound
    if group - 2 > bounds.lowerBound, grammar.firstByte(group - 1) == UInt8(ascii: ","),
      context.quotationAt[group - 1] < 0, context.quotationAt[group - 2] < 0
    {
      group -= 1
    }
    var lower = group
    if lower > bounds.lowerBound, let bracket = bracket(endingAt: lower - 1) { lower = bracket }
    while lower > bounds.lowerBound, group - lower < 12, !grammar.isPunctuation(lower - 1),
      !ClaimWords.joints.contains(grammar.keys[lower - 1]),
      grammar.keys[lower - 1] != ClaimWords.with
    {
      lower -= 1
    }
    if lower < group { return lower..<group }
    var upper = verb + 1
    while upper < bounds.upperBound, upper - verb < 12, !grammar.isPunctuation(upper) { upper += 1 }
    guard upper > verb + 1, grammar.syntax(verb + 1).partOfSpeech != .adposition else { return nil }
    return (verb + 1)..<upper
  }
}
