/// Finds the claims that verbs carry: "said that", "vowed to", "criticised the plan".
struct VerbClaimFinder {
  let context: ClaimContext
  var grammar: ArticleGrammar { context.grammar }
  private var sources: SourceFinder { SourceFinder(context) }

  /// The claims of the verbs in one sentence, in order of the text.
  func drafts(in sentence: Range<Int>) -> [ClaimDraft] {
    var drafts: [ClaimDraft] = []
    for token in sentence where !context.isSpoken[token] {
      guard let cues = CueLexicon.verbs[grammar.keys[token]], isVerb(token),
        var draft = draft(verb: token, cues: cues, in: sentence)
      else { continue }
      if let main = drafts.last, follows(token, main) { draft.source = main.source }
      drafts.append(draft)
    }
    return drafts
  }

  /// "…, he said, adding that", "demanding action and insisting that": a participle after a comma, or
  /// after "and" where the cue before is one too, shares the source of the verb of saying before it,
  /// wherever the parser hung it.
  private func follows(_ verb: Int, _ main: ClaimDraft) -> Bool {
    guard grammar.syntax(verb).form == .gerund, main.basis == .speech, verb > main.cueHead,
      verb > 0, grammar.child(verb, .nsubj) == nil
    else { return false }
    if ClaimWords.joints.contains(grammar.keys[verb - 1]) {
      return grammar.syntax(main.cueHead).form == .gerund
    }
    return isComma(verb - 1)
  }

  /// Untagged text is given the benefit of the doubt; the frames still have to fit.
  private func isVerb(_ token: Int) -> Bool {
    let part = grammar.syntax(token).partOfSpeech
    return part == .verb || part == .other
  }

  private func draft(verb: Int, cues: [Cue], in sentence: Range<Int>) -> ClaimDraft? {
    let subject = sources.subject(of: verb)
    for cue in cues where isAsserted(verb, cue, subject) {
      guard var content = content(of: verb, cue: cue, subject: subject, in: sentence) else {
        continue
      }
      if case .named(_, let head) = subject, !sources.isAgent(head) || isGround(verb, cue, head) {
        continue
      }
      content = content.map { context.clipped($0, cue: verb) }
      var draft = ClaimDraft(
        cueHead: verb, cue: context.verbGroup(verb), source: nil, content: content, kind: cue.kind,
        basis: cue.basis, isNegated: context.isNegated(verb))
      switch subject {
      case .named(let range, _): draft.source = range
      case .passive(_, let agent): draft.source = agent
      case .unnamed:
        if cue.frames.contains(.clause) {
          draft.source = sources.neighbours(of: verb, in: sentence)
        }
      }
      return draft
    }
    return nil
  }

  /// Whether anything was said or thought at all: "could say" and "to say" are neither, and what
  /// "I" or "you" want is talk.
  private func isAsserted(_ verb: Int, _ cue: Cue, _ subject: SourceFinder.Subject) -> Bool {
    let hasModal = grammar.children(verb).contains {
      grammar.relation($0) == .aux && ClaimWords.possibility.contains(grammar.keys[$0])
    }
    if let object = grammar.child(verb, .obj), QuantityWords.tolls[grammar.keys[object]] == "deaths"
    {
      return false
    }
    // "denying it the water it needs" withholds and says nothing.
    if cue.kind == .denial, grammar.child(verb, .iobj) != nil, grammar.child(verb, .ccomp) == nil {
      return false
    }
    // "if insurers refuse to pay": nobody has refused.
    if grammar.relation(verb) == .advcl, let mark = grammar.child(verb, .mark),
      ClaimWords.suppositions.contains(grammar.keys[mark])
    {
      return false
    }
    guard cue.basis == .attitude else { return !hasModal || cue.kind == .demand }
    guard !hasModal, case .named(_, let head) = subject else { return false }
    return !ClaimWords.talkers.contains(grammar.keys[head])
  }

  /// Whether what a subject signals or threatens is no speech: "the storm threatened the coast".
  private func isGround(_ verb: Int, _ cue: Cue, _ head: Int) -> Bool {
    guard cue.frames.contains(.object), let object = grammar.child(verb, .obj), object > verb else {
      return false
    }
    return ClaimWords.pointers.contains(grammar.keys[head])
      && grammar.child(verb, .ccomp) == nil
  }

  private func isParsed(_ token: Int) -> Bool { grammar.syntax(token).partOfSpeech != .other }

  // MARK: Content

  private func content(
    of verb: Int, cue: Cue, subject: SourceFinder.Subject, in sentence: Range<Int>
  ) -> [Range<Int>]? {
    if case .passive(let head, let agent) = subject {
      return passiveContent(of: verb, cue: cue, subject: head, agent: agent)
    }
    if cue.frames.contains(.clause) || isEvidence(subject, cue) {
      if let clause = clause(of: verb, cue: cue, subject: subject, in: sentence) { return clause }
      if let around = parenthetical(verb, subject: subject, cue: cue, in: sentence) {
        return around
      }
    }
    guard isNamed(subject, verb) else { return nil }
    if cue.frames.contains(.figure), let figure = figure(of: verb) { return [figure] }
    if cue.frames.contains(.whole), let whole = whole(of: verb) { return [whole] }
    if isEvidence(subject, cue), let object = whole(of: verb) { return [object] }
    if cue.frames.contains(.infinitive), let clause = infinitive(of: verb, cue: cue) {
      return [clause]
    }
    if cue.frames.contains(.gerund), let gerund = grammar.child(verb, .xcomp),
      grammar.syntax(gerund).form == .gerund
    {
      return [grammar.subtree(gerund)]
    }
    if cue.frames.contains(.phrase), let phrase = phrase(of: verb, cue: cue) {
      return [throughQuotation(phrase)]
    }
    if cue.frames.contains(.object), let object = object(of: verb) {
      return [throughQuotation(object)]
    }
    return nil
  }

  /// Whether a poll or a document shows or finds.
  private func isEvidence(_ subject: SourceFinder.Subject, _ cue: Cue) -> Bool {
    guard cue.frames.contains(.evidence), case .named(_, let head) = subject else { return false }
    return ClaimWords.evidence.contains(grammar.keys[head])
  }

  /// Whether somebody is named as the one who says or thinks: beyond full clauses nothing attributes
  /// without ("Answered by", "Thank you"). Untagged text shows no subjects.
  private func isNamed(_ subject: SourceFinder.Subject, _ verb: Int) -> Bool {
    if case .named = subject { return true }
    return !isParsed(verb)
  }

  /// "said that it rained", "said it rained", "it rained, he said" as the parser sees it.
  private func clause(
    of verb: Int, cue: Cue, subject: SourceFinder.Subject, in sentence: Range<Int>
  ) -> [Range<Int>]? {
    for clause in grammar.children(verb) where clause > verb {
      guard grammar.relation(clause) == .ccomp else { continue }
      let subtree = grammar.subtree(clause)
      guard hasVerb(subtree) else { continue }
      return [completed(max(subtree.lowerBound, verb + 1)..<subtree.upperBound, in: sentence)]
    }
    guard
      let start = opener(after: verb, cue: cue, in: sentence)
        ?? distantThat(after: verb, in: sentence)
        ?? direct(after: verb, cue: cue, subject: subject, in: sentence)
    else { return nil }
    let end = isParsed(verb) ? max(grammar.subtree(verb).upperBound, start) : sentence.upperBound
    if end > start + 1 { return [start..<end] }
    return sentence.upperBound > start ? [start..<sentence.upperBound] : nil
  }

  /// Where a clause without "that" begins, after a verb that takes nothing but clauses: at the
  /// noun, pronoun or determiner that comes next.
  private func direct(
    after verb: Int, cue: Cue, subject: SourceFinder.Subject, in sentence: Range<Int>
  ) -> Int? {
    let next = context.verbGroup(verb).upperBound
    let isGerund = grammar.syntax(verb).form == .gerund
    guard cue.basis == .speech, !cue.frames.contains(.object), next < sentence.upperBound,
      verb > sentence.lowerBound,
      isGerund || !grammar.isPunctuation(verb - 1) || closesAside(verb - 1, of: subject),
      isParsed(verb)
    else { return nil }
    switch grammar.syntax(next).partOfSpeech {
    case .pronoun, .determiner, .noun, .properNoun, .adjective, .numeral: break
    case .verb where grammar.syntax(next).form == .gerund: break
    default: return nil
    }
    return hasVerb(next..<sentence.upperBound) ? next : nil
  }

  /// Whether a comma before the verb closes an aside in its subject: "One author, Anna Berg, said".
  private func closesAside(_ token: Int, of subject: SourceFinder.Subject) -> Bool {
    guard case .named(let range, _) = subject, isComma(token) else { return false }
    return range.upperBound == token && (range.lowerBound..<token).contains(where: isComma)
      || range.upperBound == token && range.lowerBound > 0 && isComma(range.lowerBound - 1)
  }

  /// A clause that goes on where the parser broke it off: words follow without a mark that are
  /// neither an adjunct nor another clause.
  private func completed(_ clause: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    let next = clause.upperBound
    guard next < sentence.upperBound, !grammar.isPunctuation(next), !context.isTime(next) else {
      return clause
    }
    switch grammar.syntax(next).partOfSpeech {
    case .verb, .auxiliary, .noun, .properNoun, .pronoun, .adjective, .determiner, .particle:
      return clause.lowerBound..<sentence.upperBound
    default: return clause
    }
  }

  /// Where "that" opens a clause behind adjuncts: "said in a statement on Friday that".
  private func distantThat(after verb: Int, in sentence: Range<Int>) -> Int? {
    let start = context.verbGroup(verb).upperBound
    for token in start..<max(start, min(sentence.upperBound, start + 14)) {
      if grammar.keys[token] == ClaimWords.that, grammar.syntax(token).partOfSpeech != .determiner {
        return token > start ? token : nil
      }
      switch grammar.syntax(token).form {
      case .past, .present, .modal: return nil
      // "denied it, saying that": the clause is what the participle says.
      case .gerund where CueLexicon.verbs[grammar.keys[token]] != nil: return nil
      default: if context.quotationAt[token] >= 0 { return nil }
      }
    }
    return nil
  }

  private func hasVerb(_ range: Range<Int>) -> Bool {
    range.contains {
      let part = grammar.syntax($0).partOfSpeech
      return part == .verb || part == .auxiliary || context.quotationAt[$0] >= 0
    }
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
    guard isClosed(afterAddressee(of: verb, cue, from: group.upperBound), in: sentence),
      isClause(sentence.lowerBound..<group.lowerBound)
    else { return nil }
    var content = [sentence.lowerBound..<group.lowerBound]
    if let rest = resumption(after: group, in: sentence) { content.append(rest) }
    return content
  }

  /// Behind whom a verb is said to: "…, the president told reporters on Friday".
  private func afterAddressee(of verb: Int, _ cue: Cue, from token: Int) -> Int {
    guard cue.frames.contains(.addressee), let object = grammar.child(verb, .iobj, .obj),
      object >= token, grammar.subtree(object).lowerBound == token
    else { return token }
    return grammar.subtree(object).upperBound
  }

  /// What goes on after "…, he said, ": another quotation, or the rest of an indirect statement.
  private func resumption(after group: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
    let next = group.upperBound + 1
    guard next < sentence.upperBound, isComma(group.upperBound) else { return nil }
    if context.closesQuotation(group.lowerBound - 1), !context.opensQuotation(next) { return nil }
    switch grammar.syntax(next).partOfSpeech {
    case .subordinator, .coordinator: return nil
    default: break
    }
    guard grammar.syntax(next).form != .gerund, grammar.keys[next] != ClaimWords.who,
      CueLexicon.verbs[grammar.keys[next]] == nil
    else { return nil }
    return next..<sentence.upperBound
  }

  /// Whether nothing that could be content follows a verb of saying: a mark, a time, a place.
  private func isClosed(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, !grammar.isPunctuation(token) else { return true }
    switch grammar.syntax(token).partOfSpeech {
    case .adposition, .adverb, .subordinator, .other: return true
    case .properNoun, .noun:
      return [.oblTemporal, .obl, .oblUnmarked].contains(grammar.relation(token))
    default: return false
    }
  }

  /// Whether a stretch holds a finite verb or speech.
  private func isClause(_ range: Range<Int>) -> Bool {
    range.contains { token in
      if context.isSpoken[token] { return true }
      switch grammar.syntax(token).form {
      case .past, .present, .modal: return true
      default: return grammar.syntax(token).partOfSpeech == .other
      }
    }
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

  /// "put the crowd at 400": the count and its number.
  private func figure(of verb: Int) -> Range<Int>? {
    guard let object = grammar.child(verb, .obj), object > verb,
      ClaimWords.figures.contains(grammar.keys[object])
    else { return nil }
    let start = grammar.subtree(object).lowerBound
    let limit = grammar.subtree(verb).upperBound
    guard
      let mark = (object + 1..<max(object + 1, limit - 1)).first(where: {
        grammar.keys[$0] == ClaimWords.at
      }),
      let number = (mark + 1..<min(mark + 5, limit)).first(where: {
        grammar.syntax($0).partOfSpeech == .numeral
      })
    else { return nil }
    return start..<max(number + 1, grammar.subtree(number).upperBound)
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
        if grammar.keys[mark] == ClaimWords.asWord, let object = grammar.child(verb, .obj),
          object > verb, object < child
        {
          return grammar.subtree(object).lowerBound..<subtree.upperBound
        }
        let end = max(subtree.upperBound, purposeEnd(of: verb, after: child))
        return min(mark + 1, subtree.upperBound - 1)..<end
      default: continue
      }
    }
    return nil
  }

  /// Where the infinitive after a phrase ends: "called on them to leave".
  private func purposeEnd(of verb: Int, after phrase: Int) -> Int {
    for child in grammar.children(verb) where child > phrase {
      switch grammar.relation(child) {
      case .xcomp, .advcl, .ccomp:
        if let mark = grammar.child(child, .mark), grammar.keys[mark] == ClaimWords.to {
          return grammar.subtree(child).upperBound
        }
      default: continue
      }
    }
    return 0
  }
}
