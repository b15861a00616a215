/// Tells what kind of claim a source makes where the cue alone does not: "said" may carry an
/// accusation, a denial, a demand, a promise, a warning or an opinion.
///
/// The rules look at who stands as subject of what is said (the speaker or another party), at
/// modals, at negation, and at words for wrongs; the lists are `claim-words.tsv`. What fits no rule
/// keeps the kind of its cue.
struct ClaimKinds {
  private let context: ClaimContext
  private let finder: MentionFinder
  private var grammar: ArticleGrammar { context.grammar }

  /// Judges in one article.
  init(_ context: ClaimContext) {
    self.context = context
    finder = MentionFinder(context.grammar)
  }

  /// The kind of the part `pieces` of what `draft` says, by `speakers`.
  func kind(of draft: ClaimDraft, _ pieces: [Range<Int>], speakers: [Int]) -> Claim.Kind {
    if isUnconfirmed(draft) { return .nonConfirmation }
    if draft.basis == .speech, isCalledFalse(draft) { return .denial }
    guard draft.basis == .speech, Self.plain.contains(draft.kind) else { return draft.kind }
    let chains = Set(speakers.compactMap { grammar.article.mentions[$0].chain })
    for piece in pieces {
      if let kind = performed(in: piece) ?? content(piece, chains) { return kind }
    }
    return ofSource(draft, speakers) ?? draft.kind
  }

  /// The kinds that say nothing yet of what is said.
  private static let plain: Set<Claim.Kind> = [.assertion, .report, .opinion]

  // MARK: The cue

  /// A fact that is left unconfirmed: "did not acknowledge", "declined to comment" are no denials.
  private func isUnconfirmed(_ draft: ClaimDraft) -> Bool {
    if draft.isNegated, ClaimWords.confirming.contains(grammar.keys[draft.cueHead]) { return true }
    guard draft.kind == .denial,
      let verb = draft.content.first?.first(where: { !grammar.isPunctuation($0) }),
      verb + 1 < grammar.keys.count, grammar.keys[verb] == ClaimWords.to
    else { return false }
    return ClaimWords.confirming.contains(grammar.keys[verb + 1])
  }

  /// Experts give opinions, documents of states announce, polls and records report.
  private func ofSource(_ draft: ClaimDraft, _ speakers: [Int]) -> Claim.Kind? {
    guard draft.kind == .assertion || draft.kind == .report, let source = draft.source,
      let head = grammar.head(of: source)
    else { return nil }
    if ClaimLexicon.holds(grammar.keys[head], .proclamation) { return .announcement }
    if ClaimWords.evidence.contains(grammar.keys[head]) { return .report }
    if isExpert(head, in: source) { return .opinion }
    let mentions = grammar.article.mentions
    let chains = Set(
      speakers.compactMap { mentions[$0].type == .person ? mentions[$0].chain : nil })
    return chains.contains(where: isExpert) ? .opinion : nil
  }

  private func isExpert(_ head: Int, in source: Range<Int>) -> Bool {
    if ClaimLexicon.holds(grammar.keys[head], .expert) { return true }
    return grammar.children(head).contains { child in
      guard source.contains(child) else { return false }
      switch grammar.relation(child) {
      case .appos, .compound, .nmodDescriptor, .flat:
        return ClaimLexicon.holds(grammar.keys[child], .expert)
      default: return false
      }
    }
  }

  /// Whether the article calls the person of a chain an expert anywhere.
  private func isExpert(_ chain: Int) -> Bool {
    let article = grammar.article
    guard article.chains.indices.contains(chain) else { return false }
    return article.chains[chain].mentions.prefix(8).contains { index in
      let mention = article.mentions[index]
      guard mention.kind == .name else { return false }
      if let role = mention.role,
        grammar.tokens(in: role).contains(where: { ClaimLexicon.holds(grammar.keys[$0], .expert) })
      {
        return true
      }
      guard let head = grammar.head(of: mention.tokens) else { return false }
      return isExpert(head, in: grammar.subtree(head))
    }
  }

  // MARK: What is said

  /// "We condemn", "I promise", "we hope that they": who says so does so.
  private func performed(in piece: Range<Int>) -> Claim.Kind? {
    for token in piece.prefix(3) where ClaimLexicon.holds(grammar.keys[token], .speakerWord) {
      guard let verb = grammar.syntax(token).head, piece.contains(verb), verb > token,
        grammar.relation(token) == .nsubj, grammar.syntax(verb).form != .past,
        !context.isNegated(verb), let cue = CueLexicon.verbs[grammar.keys[verb]]?.first,
        grammar.child(verb, .aux) == nil
      else { continue }
      if ClaimLexicon.holds(grammar.keys[verb], .wish) { return .demand }
      return Self.plain.contains(cue.kind) && cue.kind != .opinion ? nil : cue.kind
    }
    return nil
  }

  /// The kind that the clause in `piece` tells.
  private func content(_ piece: Range<Int>, _ speakers: Set<Int>) -> Claim.Kind? {
    guard let root = predicate(of: piece) else { return nil }
    let subject = grammar.child(root, .nsubj, .nsubjPassive)
    let isOwn = subject.map { isSpeaker($0, speakers) } ?? false
    let modal = modal(of: root)
    if let modal, ClaimLexicon.holds(modal, .obligation), !isOwn { return .demand }
    if subject == nil, isImperative(root, piece) { return .demand }
    if isDismissal(root, piece) { return .denial }
    let isOpen = subject.map { grammar.keys[$0] == ClaimWords.it } ?? !isOwn
    if isOpen, context.isNegated(root), ClaimLexicon.holds(grammar.keys[root], .clear) {
      return .nonConfirmation
    }
    if isOwn, context.isNegated(root) {
      if let modal, EventWords.future.contains(modal) { return .warning }
      return modal == nil && grammar.syntax(root).form != .present ? .denial : nil
    }
    if isOwn, let modal, EventWords.future.contains(modal) { return .promise }
    if isWrong(in: piece, speakers) { return .accusation }
    if let modal, !isOwn,
      ClaimLexicon.holds(modal, .possibility) || EventWords.future.contains(modal),
      piece.contains(where: { ClaimLexicon.holds(grammar.keys[$0], .harm) })
    {
      return .warning
    }
    return nil
  }

  /// The verb or predicate that heads what is said.
  private func predicate(of piece: Range<Int>) -> Int? {
    guard let head = grammar.head(of: piece) else { return nil }
    if grammar.syntax(head).partOfSpeech == .verb || grammar.child(head, .nsubj, .cop) != nil {
      return head
    }
    return piece.first { grammar.syntax($0).partOfSpeech == .verb }
  }

  private func modal(of verb: Int) -> WordKey? {
    for child in grammar.children(verb) where grammar.relation(child) == .aux {
      let key = grammar.keys[child]
      if EventWords.modals.contains(key) || ClaimLexicon.holds(key, .obligation) { return key }
    }
    return ClaimLexicon.holds(grammar.keys[verb], .need) ? grammar.keys[verb] : nil
  }

  /// "Stop the war": a base form that begins a quotation, without subject.
  private func isImperative(_ root: Int, _ piece: Range<Int>) -> Bool {
    guard grammar.syntax(root).form == .base, context.isSpoken[root] else { return false }
    return grammar.child(root, .aux, .mark) == nil
      && !(piece.lowerBound..<root).contains { !grammar.isPunctuation($0) }
  }

  /// "is baseless", "was a lie", "had nothing to do with".
  private func isDismissal(_ root: Int, _ piece: Range<Int>) -> Bool {
    if ClaimLexicon.holds(grammar.keys[root], .falsehood), !context.isNegated(root) { return true }
    return grammar.children(root).contains {
      piece.contains($0) && [.obj, .xcomp].contains(grammar.relation($0))
        && ClaimLexicon.holds(grammar.keys[$0], .nothing)
    }
  }

  /// "called the report pure invention", "dismissed the charges as baseless": what is said of
  /// something ends in a word for what is false.
  private func isCalledFalse(_ draft: ClaimDraft) -> Bool {
    guard !draft.isNegated, ClaimWords.calling.contains(grammar.keys[draft.cueHead]),
      let last = draft.content.last?.last(where: { !grammar.isPunctuation($0) })
    else { return false }
    return ClaimLexicon.holds(grammar.keys[last], .falsehood)
  }

  /// Whether a noun phrase is the speaker: "I", "we", a pronoun or name of the speaker’s chain.
  private func isSpeaker(_ head: Int, _ speakers: Set<Int>) -> Bool {
    if ClaimLexicon.holds(grammar.keys[head], .speakerWord) { return true }
    guard let mention = finder.mention(at: head),
      let chain = grammar.article.mentions[mention].chain
    else {
      return speakers.isEmpty && grammar.syntax(head).partOfSpeech == .pronoun
        && !context.isSpoken[head] && grammar.keys[head] != ClaimWords.there
        && grammar.child(head, .det) == nil
    }
    return speakers.contains(chain)
  }

  /// Whether a wrong is told of somebody else: a word for a wrong whose doer is not the speaker,
  /// where another party is named.
  private func isWrong(in piece: Range<Int>, _ speakers: Set<Int>) -> Bool {
    var hasOther = false
    var hasWrong = false
    for token in piece {
      if let mention = finder.mention(at: token), !hasOther {
        let chain = grammar.article.mentions[mention].chain
        hasOther = chain.map { !speakers.contains($0) } ?? false
      }
      if !hasWrong { hasWrong = isWrong(token, speakers) }
      if hasOther, hasWrong { return true }
    }
    return false
  }

  private func isWrong(_ token: Int, _ speakers: Set<Int>) -> Bool {
    let key = grammar.keys[token]
    if ClaimLexicon.holds(key, .wrong) {
      let owner = grammar.child(token, .nmodPossessive, .nsubj)
      return !(owner.map { isSpeaker($0, speakers) } ?? false)
    }
    guard ClaimLexicon.holds(key, .wrongdoing), grammar.syntax(token).partOfSpeech == .verb,
      let doer = EventFrameReader(grammar).verbal(token).subject
    else { return false }
    return !isSpeaker(doer, speakers) && finder.mention(at: doer) != nil
      && !context.isNegated(token)
  }
}
