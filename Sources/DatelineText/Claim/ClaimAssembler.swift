/// Makes claims of drafts: spans, speakers, the ones accused, kind, form, polarity, quantities.
struct ClaimAssembler {
  private let context: ClaimContext
  private let quantities: [Quantity]
  private let finder: MentionFinder
  private let kinds: ClaimKinds
  private var grammar: ArticleGrammar { context.grammar }

  /// Prepares for the drafts of one article with these quantities.
  init(_ context: ClaimContext, _ quantities: [Quantity]) {
    self.context = context
    finder = MentionFinder(context.grammar)
    self.quantities = quantities
    kinds = ClaimKinds(context)
  }

  /// The claims of a draft: one for each sentence of what is said; none where nothing is left of
  /// its content. They share source and cue.
  func claims(_ draft: ClaimDraft) -> [Claim] {
    guard let cue = grammar.span(draft.cue) else { return [] }
    let speakers = draft.source.map { self.speakers($0) } ?? []
    let source = draft.source.flatMap { grammar.span($0) }.map { [$0] } ?? []
    return sentences(of: draft).compactMap { part in
      guard let first = part.first, let sentence = grammar.sentence(of: first.lowerBound) else {
        return nil
      }
      var claim = Claim(
        source: source, cue: [cue], content: part.compactMap { grammar.span($0) },
        sentence: sentence,
        kind: kinds.kind(of: draft, part, speakers: speakers), form: form(of: part),
        basis: draft.basis)
      claim.polarity = isNegative(draft, part, kind: claim.kind) ? .negative : .positive
      claim.speakers = speakers
      claim.addressees = addressees(of: draft, part, kind: claim.kind, speakers: speakers)
      claim.quantities = part.flatMap { quantities(in: $0) }
      return claim
    }
  }

  /// The pieces of the content by sentence. A few words that end or begin a piece stay with the
  /// sentence beside them.
  private func sentences(of draft: ClaimDraft) -> [[Range<Int>]] {
    var parts: [[Range<Int>]] = []
    var last = -1
    for piece in draft.content {
      var start = piece.lowerBound
      while start < piece.upperBound {
        let sentence = grammar.sentence(of: start) ?? last
        var end = start + 1
        while end < piece.upperBound, grammar.sentence(of: end) ?? sentence == sentence {
          end += 1
        }
        if parts.isEmpty || sentence != last, end - start >= Self.shortest || parts.isEmpty {
          parts.append([start..<end])
        } else if let before = parts[parts.count - 1].last, before.upperBound == start {
          parts[parts.count - 1][parts[parts.count - 1].count - 1] = before.lowerBound..<end
        } else {
          parts[parts.count - 1].append(start..<end)
        }
        last = sentence
        start = end
      }
    }
    return parts
  }

  /// Fewer tokens make no claim of their own ("Yes.", a closing mark).
  private static let shortest = 4

  // MARK: Who

  /// The mentions that a source consists of.
  private func speakers(_ source: Range<Int>) -> [Int] {
    guard var head = grammar.head(of: source) else { return [] }
    // "Kenya’s army", which the parser may have hung on Kenya.
    if head + 1 < source.upperBound, ClaimWords.possessives.contains(grammar.keys[head + 1]) {
      head = source.upperBound - 1
    }
    if finder.isOfPeople(head) { return [] }
    let found = finder.mentions(headed: head, in: source)
    guard found.contains(where: { isOwner($0, of: head) }) else { return found }
    let named = grammar.children(head).filter {
      source.contains($0) && [.appos, .flat].contains(grammar.relation($0))
    }
    return named.compactMap(finder.mention)
  }

  /// Whether a mention is the person whom the one who speaks belongs to: "his lawyer", "a spokeswoman
  /// for Ms Voss", "the president's office" are others, while a person's statement is the person's.
  private func isOwner(_ mention: Int, of head: Int) -> Bool {
    guard finder.mention(at: head) == nil,
      grammar.article.mentions[mention].type == .person,
      !ReferentLexicon.classes(of: grammar.keys[head]).contains(.thing),
      !ClaimWords.evidence.contains(grammar.keys[head]),
      var token = grammar.head(of: grammar.article.mentions[mention].tokens)
    else { return false }
    for _ in 0..<4 where token != head {
      if [.nmodPossessive, .nmod].contains(grammar.relation(token)) { return true }
      guard let above = grammar.syntax(token).head else { return false }
      token = above
    }
    return false
  }

  /// Who is accused, asked or warned: the first one named after the cue who is not speaking.
  private func addressees(
    of draft: ClaimDraft, _ part: [Range<Int>], kind: Claim.Kind, speakers: [Int]
  ) -> [Int] {
    switch kind {
    case .accusation, .demand, .warning, .praise, .offer: break
    case .assertion, .denial, .promise, .announcement, .opinion, .report, .admission,
      .nonConfirmation:
      return []
    }
    guard let piece = part.last, piece.upperBound > draft.cueHead else {
      return part.first.flatMap { firstMention(in: $0, besides: speakers) }.map { [$0] } ?? []
    }
    let start = max(draft.cueHead + 1, part.count == 1 ? piece.lowerBound - Self.reach : 0)
    let after = min(start, piece.upperBound)..<piece.upperBound
    return firstMention(in: after, besides: speakers).map { [$0] } ?? []
  }

  /// How far before its content the one who is asked may stand ("urged the government to").
  private static let reach = 8

  private func firstMention(in range: Range<Int>, besides speakers: [Int]) -> Int? {
    let mentions = grammar.article.mentions
    let chains = Set(speakers.compactMap { mentions[$0].chain })
    return range.lazy.compactMap { finder.mention(at: $0) }.first { index in
      !speakers.contains(index) && !(mentions[index].chain.map(chains.contains) ?? false)
    }
  }

  // MARK: What

  private func form(of part: [Range<Int>]) -> Claim.Form {
    var quoted = 0
    var whole = 0
    for piece in part {
      whole += piece.count
      quoted += piece.count { context.quotationAt[$0] >= 0 }
    }
    return quoted == 0 ? .indirect : quoted >= whole ? .direct : .mixed
  }

  private func isNegative(_ draft: ClaimDraft, _ part: [Range<Int>], kind: Claim.Kind) -> Bool {
    if kind == .denial || kind == .nonConfirmation { return true }
    let isInner = part.contains { piece in
      guard let head = grammar.head(of: piece) else { return false }
      return context.isNegated(head) || context.hasNoOne(head)
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
