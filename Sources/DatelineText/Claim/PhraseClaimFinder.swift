/// Finds the claims that are carried by no verb: "according to", headline colons, "reportedly",
/// and nouns and adjectives of speech and thought.
struct PhraseClaimFinder {
  let context: ClaimContext
  private var grammar: ArticleGrammar { context.grammar }
  private var sources: SourceFinder { SourceFinder(context) }

  /// The claims of one sentence, in order of the text.
  func drafts(in sentence: Range<Int>, isHeading: Bool) -> [ClaimDraft] {
    var drafts: [ClaimDraft] = []
    if isHeading, let draft = headline(sentence) { drafts.append(draft) }
    for token in sentence where !context.isSpoken[token] {
      let key = grammar.keys[token]
      if key == ClaimWords.according, let draft = according(token, in: sentence) {
        drafts.append(draft)
        continue
      }
      if let draft = poll(token, in: sentence) { drafts.append(draft) }
      switch grammar.syntax(token).partOfSpeech {
      case .noun:
        if let cues = CueLexicon.nouns[key], let draft = nominal(token, cues) {
          drafts.append(draft)
        }
      case .adjective, .verb:
        if let cues = CueLexicon.adjectives[key], let draft = adjectival(token, cues) {
          drafts.append(draft)
        }
      case .adverb, .other:
        if let cue = CueLexicon.adverbs[key]?.first {
          drafts.append(adverbial(token, cue, in: sentence))
        }
      default: continue
      }
    }
    return drafts
  }

  // MARK: According to

  /// "According to the bank, prices rose." and "Prices rose, according to the bank."
  private func according(_ token: Int, in sentence: Range<Int>) -> ClaimDraft? {
    guard token + 2 < sentence.upperBound, grammar.keys[token + 1] == ClaimWords.to else {
      return nil
    }
    let source = accordingSource(token, in: sentence)
    guard !source.isEmpty else { return nil }
    let before = context.trimmed(sentence.lowerBound..<token)
    let after = context.trimmed(source.upperBound..<sentence.upperBound)
    let content: [Range<Int>]
    if before.count > after.count && before.count > 2 {
      content = [before]
    } else {
      content = [after]
    }
    return ClaimDraft(
      cueHead: token, cue: token..<(token + 2), source: source, content: content, kind: .report,
      basis: .speech)
  }

  private func accordingSource(_ token: Int, in sentence: Range<Int>) -> Range<Int> {
    var end = sentence.upperBound
    if let head = grammar.syntax(token).head, head > token, head < end,
      [.case, .mark].contains(grammar.relation(token))
    {
      end = max(min(grammar.subtree(head).upperBound, end), head + 1)
    } else {
      end = min(end, token + 16)
    }
    let range = (token + 2)..<max(end, token + 2)
    guard token == sentence.lowerBound || range.count > 16,
      let comma = range.first(where: { grammar.firstByte($0) == UInt8(ascii: ",") })
    else { return context.trimmed(range) }
    return context.trimmed(range.lowerBound..<comma)
  }

  // MARK: Headlines

  /// "Poll: Most voters undecided"; the source is short and the rest is longer.
  private func headline(_ sentence: Range<Int>) -> ClaimDraft? {
    guard let colon = sentence.first(where: { grammar.firstByte($0) == UInt8(ascii: ":") }),
      grammar.article.tokens[colon].span.count == 1
    else { return nil }
    let source = sentence.lowerBound..<colon
    let content = context.trimmed((colon + 1)..<sentence.upperBound)
    if content.count <= 4, source.count > 3, let draft = tail(content, colon: colon, source) {
      return draft
    }
    guard (1...5).contains(source.count), content.count > 3,
      isNoun(colon - 1), !Self.labels.contains(grammar.keys[sentence.lowerBound])
    else { return nil }
    return ClaimDraft(
      cueHead: colon, cue: colon..<(colon + 1), source: source, content: [content],
      kind: .assertion, basis: .speech)
  }

  /// "Taxes to rise: minister": the source comes last.
  private func tail(_ source: Range<Int>, colon: Int, _ content: Range<Int>) -> ClaimDraft? {
    guard let last = source.last, sources.isAgent(last),
      grammar.mentionAt[last] >= 0
        || !ReferentLexicon.classes(of: grammar.keys[last]).isDisjoint(with: [
          .government, .institution, .voice, .thing,
        ]) || ClaimLexicon.holds(grammar.keys[last], .expert)
    else { return nil }
    return ClaimDraft(
      cueHead: colon, cue: colon..<(colon + 1), source: source,
      content: [context.trimmed(content)], kind: .assertion, basis: .speech)
  }

  /// Words that label a headline and say nothing.
  private static let labels: Set<WordKey> = [
    "breaking", "watch", "video", "exclusive", "live", "update", "updated", "analysis", "opinion",
    "photos", "fact", "the", "a", "how", "why", "what", "listen", "read", "timeline", "explainer",
  ]

  private func isNoun(_ token: Int) -> Bool {
    switch grammar.syntax(token).partOfSpeech {
    case .noun, .properNoun, .other: true
    default: false
    }
  }

  /// "In a poll of nurses, most agreed."
  private func poll(_ token: Int, in sentence: Range<Int>) -> ClaimDraft? {
    guard token == sentence.lowerBound, grammar.keys[token] == ClaimWords.inside,
      let head = grammar.syntax(token).head, head > token,
      ClaimWords.polls.contains(grammar.keys[head])
    else { return nil }
    let source = context.trimmed((token + 1)..<max(grammar.subtree(head).upperBound, head + 1))
    let content = context.trimmed(source.upperBound..<sentence.upperBound)
    guard content.count > 3 else { return nil }
    return ClaimDraft(
      cueHead: token, cue: token..<(token + 1), source: source, content: [content], kind: .report,
      basis: .speech)
  }

  // MARK: Nouns, adjectives, adverbs

  /// "his claim that it rained", "the threat to leave", "criticism of the plan".
  private func nominal(_ noun: Int, _ cues: [Cue]) -> ClaimDraft? {
    guard !isRefused(noun) else { return nil }
    for cue in cues {
      guard let content = nominalContent(noun, cue), !content.isEmpty else { continue }
      let source = sources.source(ofNoun: noun)
      guard source != nil || cue.basis == .speech && cue.frames.contains(.clause) else { continue }
      return ClaimDraft(
        cueHead: noun, cue: noun..<(noun + 1), source: source.map(context.trimmed),
        content: [content], kind: cue.kind, basis: cue.basis, isNegated: context.isNegated(noun))
    }
    return nil
  }

  /// Whether a verb denies the noun, or leaves it unconfirmed: "denied reports that", "has not confirmed
  /// the claim that". The verb is the cue then, and its subject says the opposite of the noun.
  private func isRefused(_ noun: Int) -> Bool {
    guard [.obj, .obl, .nmod].contains(grammar.relation(noun)),
      let verb = grammar.syntax(noun).head,
      grammar.child(noun, .nmodPossessive) == nil, let cues = CueLexicon.verbs[grammar.keys[verb]]
    else { return false }
    return cues.contains { $0.kind == .denial }
      || context.isNegated(verb) && ClaimWords.confirming.contains(grammar.keys[verb])
  }

  private func nominalContent(_ noun: Int, _ cue: Cue) -> Range<Int>? {
    for child in grammar.children(noun) where child > noun {
      let subtree = grammar.subtree(child)
      switch grammar.relation(child) {
      case .acl, .ccomp, .xcomp, .aclRelative:
        let mark = grammar.child(child, .mark).map { grammar.keys[$0] }
        if cue.frames.contains(.clause), mark == ClaimWords.that { return subtree }
        if cue.frames.contains(.infinitive), mark == ClaimWords.to { return subtree }
        if cue.frames.contains(.clause), mark == nil, isBareClause(child, after: noun) {
          return subtree
        }
      case .nmod:
        guard cue.frames.contains(.phrase), let mark = sources.caseMark(of: child),
          cue.prepositions.contains(grammar.keys[mark])
        else { continue }
        return (mark + 1)..<subtree.upperBound
      default: continue
      }
    }
    return nil
  }

  /// "amid fears the dam will break": a finite clause with a subject of its own right after the noun.
  private func isBareClause(_ verb: Int, after noun: Int) -> Bool {
    guard grammar.relation(verb) != .aclRelative, grammar.subtree(verb).lowerBound == noun + 1,
      let subject = grammar.child(verb, .nsubj, .nsubjPassive), subject < verb
    else { return false }
    return !EventWords.relatives.contains(grammar.keys[subject])
  }

  /// "he is confident that", "critical of the plan", "eager to leave".
  private func adjectival(_ adjective: Int, _ cues: [Cue]) -> ClaimDraft? {
    guard grammar.relation(adjective) != .amod,
      case .named(let source, let head) = sources.subject(of: adjective), head != adjective
    else { return nil }
    for cue in cues {
      guard let content = adjectivalContent(adjective, cue), !content.isEmpty else { continue }
      return ClaimDraft(
        cueHead: adjective, cue: context.verbGroup(adjective), source: source, content: [content],
        kind: cue.kind, basis: cue.basis, isNegated: context.isNegated(adjective))
    }
    return nil
  }

  private func adjectivalContent(_ adjective: Int, _ cue: Cue) -> Range<Int>? {
    for child in grammar.children(adjective) where child > adjective {
      let subtree = grammar.subtree(child)
      switch grammar.relation(child) {
      case .ccomp where cue.frames.contains(.clause): return subtree
      case .xcomp where cue.frames.contains(.infinitive): return subtree
      case .obl, .advcl, .nmod:
        guard cue.frames.contains(.phrase), let mark = grammar.child(child, .case, .mark),
          cue.prepositions.contains(grammar.keys[mark])
        else { continue }
        return min(mark + 1, subtree.upperBound - 1)..<subtree.upperBound
      default: continue
      }
    }
    return nil
  }

  /// "were reportedly killed": the clause of the adverb's verb, without a source.
  private func adverbial(_ adverb: Int, _ cue: Cue, in sentence: Range<Int>) -> ClaimDraft {
    var content = [sentence]
    if let verb = grammar.syntax(adverb).head {
      let clause = grammar.subtree(verb)
      if clause.contains(adverb) {
        content = [clause.lowerBound..<adverb, (adverb + 1)..<clause.upperBound]
      }
    }
    return ClaimDraft(
      cueHead: adverb, cue: adverb..<(adverb + 1), source: nil,
      content: content.filter { !$0.isEmpty },
      kind: cue.kind, basis: cue.basis)
  }
}
