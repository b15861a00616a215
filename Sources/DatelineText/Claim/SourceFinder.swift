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
      if let subject = grammar.child(current, .nsubj, .csubj), subject != verb {
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
        return named(head)
      case .aclRelative: return named(head)
      case .parataxis where current != verb: current = head
      default: return .unnamed
      }
    }
    return .unnamed
  }

  /// Whether a subject stands in speech that the verb is not part of: a slip of the parser.
  private func isForeign(_ subject: Int, to verb: Int) -> Bool {
    context.isSpoken[subject] && context.quotationAt[subject] != context.quotationAt[verb]
  }

  private func isPassiveParticiple(_ verb: Int) -> Bool {
    grammar.syntax(verb).form == .pastParticiple
  }

  private func named(_ head: Int) -> Subject {
    .named(context.nounPhrase(head), head: head)
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
      grammar.syntax(last).form == .possessive || grammar.keys[last] == ClaimWords.possessive
    else { return range }
    return range.lowerBound..<last
  }

  // MARK: Without a tree

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
    while lower > bounds.lowerBound, group - lower < 12, !grammar.isPunctuation(lower - 1),
      !ClaimWords.joints.contains(grammar.keys[lower - 1])
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
