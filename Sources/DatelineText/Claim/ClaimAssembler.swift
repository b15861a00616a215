/// Makes claims of drafts: spans, speakers, the ones accused, kind, form, polarity, quantities.
struct ClaimAssembler {
  private let context: ClaimContext
  private let quantities: [Quantity]
  private let finder: MentionFinder
  private var grammar: ArticleGrammar { context.grammar }

  /// Prepares for the drafts of one article.
  init(_ context: ClaimContext) {
    self.context = context
    finder = MentionFinder(context.grammar)
    quantities = QuantityTagger.quantities(in: context.grammar)
  }

  /// The claim of a draft; nil where nothing is left of its content.
  func claim(_ draft: ClaimDraft) -> Claim? {
    let content = draft.content.compactMap(grammar.span)
    guard let first = draft.content.first, let sentence = grammar.sentence(of: first.lowerBound),
      let cue = grammar.span(draft.cue)
    else { return nil }
    var claim = Claim(
      source: draft.source.flatMap(grammar.span).map { [$0] } ?? [], cue: [cue],
      content: content, sentence: sentence, kind: kind(of: draft), form: form(of: draft),
      basis: draft.basis)
    claim.polarity = isNegative(draft, kind: claim.kind) ? .negative : .positive
    claim.speakers = draft.source.map(speakers) ?? []
    claim.addressees = addressees(of: draft, speakers: claim.speakers)
    claim.quantities = draft.content.flatMap(quantities(in:))
    return claim
  }

  // MARK: Who

  /// The mentions that a source consists of.
  private func speakers(_ source: Range<Int>) -> [Int] {
    head(of: source).map { finder.mentions(headed: $0, in: source) } ?? []
  }

  /// The token of `range` whose head lies outside it.
  private func head(of range: Range<Int>) -> Int? {
    range.first { token in
      guard !grammar.isPunctuation(token) else { return false }
      return grammar.syntax(token).head.map { !range.contains($0) } ?? true
    }
  }

  /// Who is accused, asked or warned: the first one named after the cue who is not speaking.
  private func addressees(of draft: ClaimDraft, speakers: [Int]) -> [Int] {
    switch draft.kind {
    case .accusation, .demand, .warning, .praise, .offer: break
    case .assertion, .denial, .promise, .announcement, .opinion, .report, .admission,
      .nonConfirmation:
      return []
    }
    guard let piece = draft.content.last, piece.upperBound > draft.cueHead else {
      return draft.content.first.flatMap { firstMention(in: $0, besides: speakers) }.map { [$0] }
        ?? []
    }
    let after = (draft.cueHead + 1)..<piece.upperBound
    return firstMention(in: after, besides: speakers).map { [$0] } ?? []
  }

  private func firstMention(in range: Range<Int>, besides speakers: [Int]) -> Int? {
    let mentions = grammar.article.mentions
    let chains = Set(speakers.compactMap { mentions[$0].chain })
    return range.lazy.compactMap { finder.mention(at: $0) }.first { index in
      !speakers.contains(index) && !(mentions[index].chain.map(chains.contains) ?? false)
    }
  }

  // MARK: What

  private func form(of draft: ClaimDraft) -> Claim.Form {
    guard !draft.quotations.isEmpty else { return .indirect }
    let quoted = draft.quotations.reduce(0) { $0 + context.quotations[$1].tokens.count }
    let whole = draft.content.reduce(0) { $0 + $1.count }
    return quoted >= whole ? .direct : .mixed
  }

  /// The cue's kind, unless a fact is left unconfirmed: "did not acknowledge" is no denial.
  private func kind(of draft: ClaimDraft) -> Claim.Kind {
    if draft.isNegated, ClaimWords.confirming.contains(grammar.keys[draft.cueHead]) {
      return .nonConfirmation
    }
    guard draft.kind == .denial,
      let verb = draft.content.first?.first(where: { !grammar.isPunctuation($0) }),
      verb + 1 < grammar.keys.count, grammar.keys[verb] == ClaimWords.to,
      ClaimWords.confirming.contains(grammar.keys[verb + 1])
    else { return draft.kind }
    return .nonConfirmation
  }

  private func isNegative(_ draft: ClaimDraft, kind: Claim.Kind) -> Bool {
    if kind == .denial || kind == .nonConfirmation { return true }
    let isInner = draft.content.contains { piece in
      guard let head = head(of: piece) else { return false }
      return context.isNegated(head)
    }
    return isInner != draft.isNegated
  }

  private func quantities(in piece: Range<Int>) -> [Quantity] {
    guard let span = grammar.span(piece) else { return [] }
    var low = 0
    var high = quantities.count
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].span.lower < span.lower { low = middle + 1 } else { high = middle }
    }
    return Array(quantities[low...].prefix { $0.span.upper <= span.upper })
  }
}
