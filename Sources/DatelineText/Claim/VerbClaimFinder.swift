/// Finds the claims that verbs carry: "said that", "vowed to", "criticised the plan".
struct VerbClaimFinder {
  private let context: ClaimContext
  private let sources: SourceFinder
  private var grammar: ArticleGrammar { context.grammar }

  /// Looks in one article.
  init(_ context: ClaimContext) {
    self.context = context
    sources = SourceFinder(context)
  }

  /// The claims of the verbs in one sentence, in order of the text.
  func drafts(in sentence: Range<Int>) -> [ClaimDraft] {
    sentence.compactMap { token in
      guard !context.isSpoken[token], let cues = CueLexicon.verbs[grammar.keys[token]],
        isVerb(token)
      else { return nil }
      return draft(verb: token, cues: cues, in: sentence)
    }
  }

  /// Untagged text is given the benefit of the doubt; the frames still have to fit.
  private func isVerb(_ token: Int) -> Bool {
    let part = grammar.syntax(token).partOfSpeech
    return part == .verb || part == .other
  }

  private func draft(verb: Int, cues: [Cue], in sentence: Range<Int>) -> ClaimDraft? {
    let subject = sources.subject(of: verb)
    for cue in cues {
      guard let content = content(of: verb, cue: cue, subject: subject, in: sentence) else {
        continue
      }
      var draft = ClaimDraft(
        cueHead: verb, cue: context.verbGroup(verb), source: nil, content: content, kind: cue.kind,
        basis: cue.basis, isNegated: context.isNegated(verb))
      switch subject {
      case .named(let range, _): draft.source = range
      case .passive(_, let agent): draft.source = agent
      case .unnamed:
        if !isParsed(verb) { draft.source = sources.neighbours(of: verb, in: sentence) }
      }
      return draft
    }
    return nil
  }

  private func isParsed(_ token: Int) -> Bool { grammar.syntax(token).partOfSpeech != .other }

  // MARK: Content

  private func content(
    of verb: Int, cue: Cue, subject: SourceFinder.Subject, in sentence: Range<Int>
  ) -> [Range<Int>]? {
    if case .passive(let head, let agent) = subject {
      return passiveContent(of: verb, cue: cue, subject: head, agent: agent)
    }
    if cue.frames.contains(.clause) {
      if let clause = clause(of: verb, cue: cue, in: sentence) { return clause }
      if let around = parenthetical(verb, subject: subject, cue: cue, in: sentence) {
        return around
      }
    }
    guard isNamed(subject, verb) else { return nil }
    if cue.frames.contains(.infinitive), let clause = infinitive(of: verb, cue: cue) {
      return [clause]
    }
    if cue.frames.contains(.gerund), let gerund = grammar.child(verb, .xcomp),
      grammar.syntax(gerund).form == .gerund
    {
      return [grammar.subtree(gerund)]
    }
    if cue.frames.contains(.phrase), let phrase = phrase(of: verb, cue: cue) { return [phrase] }
    if cue.frames.contains(.object), let object = object(of: verb) { return [object] }
    return nil
  }

  /// Whether somebody is named as the one who says or thinks: beyond full clauses nothing attributes
  /// without ("Answered by", "Thank you"). Untagged text shows no subjects.
  private func isNamed(_ subject: SourceFinder.Subject, _ verb: Int) -> Bool {
    if case .named = subject { return true }
    return !isParsed(verb)
  }

  /// "said that it rained", "said it rained", "it rained, he said" as the parser sees it.
  private func clause(of verb: Int, cue: Cue, in sentence: Range<Int>) -> [Range<Int>]? {
    if let clause = grammar.child(verb, .ccomp) {
      let subtree = grammar.subtree(clause)
      if clause > verb { return [max(subtree.lowerBound, verb + 1)..<subtree.upperBound] }
      return [subtree.lowerBound..<min(subtree.upperBound, verb)]
    }
    guard let start = opener(after: verb, cue: cue, in: sentence) else { return nil }
    let end = isParsed(verb) ? max(grammar.subtree(verb).upperBound, start) : sentence.upperBound
    return end > start ? [start..<end] : nil
  }

  /// Where a clause of content begins that the parser missed: at "that", a quotation, a colon.
  private func opener(after verb: Int, cue: Cue, in sentence: Range<Int>) -> Int? {
    var token = context.verbGroup(verb).upperBound
    let limit = min(sentence.upperBound, token + (cue.frames.contains(.addressee) ? 12 : 4))
    while token < limit {
      if context.opensQuotation(token) { return token }
      let isMark = grammar.isPunctuation(token)
      if !isMark, ClaimWords.openers.contains(grammar.keys[token]),
        !isParsed(verb) || grammar.keys[token] == ClaimWords.that
      {
        return token
      }
      if isMark, grammar.firstByte(token) == UInt8(ascii: ":") { return token + 1 }
      if isMark, grammar.firstByte(token) != UInt8(ascii: ",") { return nil }
      token += 1
    }
    return nil
  }

  /// "The bill, he said, is dead.": what stands around a verb of saying and its subject.
  private func parenthetical(
    _ verb: Int, subject: SourceFinder.Subject, cue: Cue, in sentence: Range<Int>
  ) -> [Range<Int>]? {
    guard cue.frames.contains(.quotation) || cue.basis == .speech else { return nil }
    var group = context.verbGroup(verb)
    if case .named(let range, _) = subject, range.upperBound <= group.lowerBound {
      guard group.lowerBound - range.upperBound <= 2 else { return nil }
      group = range.lowerBound..<group.upperBound
    } else if case .named(let range, _) = subject, range.lowerBound >= group.upperBound {
      group = group.lowerBound..<range.upperBound
    }
    guard group.lowerBound > sentence.lowerBound, grammar.isPunctuation(group.lowerBound - 1),
      isComma(group.lowerBound - 1) || context.closesQuotation(group.lowerBound - 1)
    else { return nil }
    var content = [sentence.lowerBound..<group.lowerBound]
    if group.upperBound < sentence.upperBound, isComma(group.upperBound) {
      content.append((group.upperBound + 1)..<sentence.upperBound)
    }
    return content
  }

  private func isComma(_ token: Int) -> Bool {
    grammar.firstByte(token) == UInt8(ascii: ",")
  }

  /// "vowed to fight", "urged them to fight".
  private func infinitive(of verb: Int, cue: Cue) -> Range<Int>? {
    for child in grammar.children(verb) where child > verb {
      let relation = grammar.relation(child)
      guard relation == .xcomp || relation == .ccomp || relation == .advcl else { continue }
      let subtree = grammar.subtree(child)
      let mark = (verb + 1..<max(child, verb + 1)).first { grammar.keys[$0] == ClaimWords.to }
      guard let mark else { continue }
      let isNegated = mark > verb + 1 && ClaimWords.negations.contains(grammar.keys[mark - 1])
      let start = isNegated ? mark - 1 : mark
      if cue.frames.contains(.addressee), let object = grammar.child(verb, .obj), object < start {
        return grammar.subtree(object).lowerBound..<subtree.upperBound
      }
      return start..<subtree.upperBound
    }
    return nil
  }

  /// "called for restraint": the noun phrase without the preposition.
  private func phrase(of verb: Int, cue: Cue) -> Range<Int>? {
    for child in grammar.children(verb) where child > verb {
      switch grammar.relation(child) {
      case .obl, .advcl, .ccomp, .nmod, .xcomp, .obj:
        guard let mark = grammar.child(child, .case, .mark),
          cue.prepositions.contains(grammar.keys[mark])
        else { continue }
        let subtree = grammar.subtree(child)
        return min(mark + 1, subtree.upperBound - 1)..<subtree.upperBound
      default: continue
      }
    }
    return nil
  }

  /// The object with what completes it ("accused him of theft").
  private func object(of verb: Int) -> Range<Int>? {
    guard let object = grammar.child(verb, .obj), object > verb else { return nil }
    let range = grammar.subtree(object)
    return range.lowerBound..<max(range.upperBound, complementEnd(of: verb, after: object))
  }

  /// Where the last complement of a verb ends: phrases of time and place are none.
  private func complementEnd(of verb: Int, after object: Int) -> Int {
    var end = object + 1
    for child in grammar.children(verb) where child > object {
      switch grammar.relation(child) {
      case .xcomp, .ccomp: end = max(end, grammar.subtree(child).upperBound)
      case .obl, .advcl:
        guard let mark = grammar.child(child, .case, .mark),
          ClaimWords.complements.contains(grammar.keys[mark]), mark > object
        else { continue }
        end = max(end, grammar.subtree(child).upperBound)
      default: continue
      }
    }
    return end
  }

  /// "Trump is expected to win", "he was accused of theft by the court": the subject belongs to
  /// the content.
  private func passiveContent(of verb: Int, cue: Cue, subject: Int, agent: Range<Int>?)
    -> [Range<Int>]?
  {
    let own = grammar.subtree(subject)
    let subjectRange = own.upperBound <= verb ? own : min(own.lowerBound, verb)..<verb
    if let clause = grammar.child(verb, .ccomp), clause > verb,
      cue.frames.contains(.clause) || cue.frames.contains(.infinitive)
    {
      return [grammar.subtree(clause)]
    }
    if !cue.frames.isDisjoint(with: [.infinitive, .addressee, .clause]),
      let clause = grammar.child(verb, .xcomp), clause > verb
    {
      return [subjectRange, grammar.subtree(clause)]
    }
    guard cue.frames.contains(.object), agent != nil || cue.kind == .accusation else { return nil }
    let end = complementEnd(of: verb, after: verb)
    if end > verb + 1 { return [subjectRange, (verb + 1)..<end] }
    return agent == nil ? nil : [subjectRange]
  }
}
