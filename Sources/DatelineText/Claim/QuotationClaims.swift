/// Gives quotations to the claims they belong to.
///
/// A quotation beside a cue is its content already; what is left over is speech whose cue stands in
/// another sentence: before a colon, or around the quotation before it ("“Yes,” he said. “We
/// will.”"), over paragraphs where the marks say that the speech goes on.
struct QuotationClaims {
  private let context: ClaimContext
  private let sources: SourceFinder
  private var owner: [Int]
  private(set) var drafts: [ClaimDraft]

  /// Takes the drafts that the sentences gave, in order of the text.
  init(_ context: ClaimContext, drafts: [ClaimDraft]) {
    self.context = context
    self.drafts = drafts
    sources = SourceFinder(context)
    owner = Array(repeating: -1, count: context.quotations.count)
    widenContents()
  }

  /// The drafts with every quotation given to its claim.
  static func assigning(_ drafts: [ClaimDraft], in context: ClaimContext) -> [ClaimDraft] {
    var claims = QuotationClaims(context, drafts: drafts)
    for index in context.quotations.indices where claims.owner[index] < 0 {
      claims.place(index)
    }
    return claims.withoutDoubles
  }

  /// The drafts without those whose content another, nearer cue has: "wrote a note saying “No.”".
  private var withoutDoubles: [ClaimDraft] {
    var nearest: [[Range<Int>]: Int] = [:]
    for (index, draft) in drafts.enumerated() where !draft.content.isEmpty {
      if let other = nearest[draft.content], distance(drafts[other]) <= distance(draft) { continue }
      nearest[draft.content] = index
    }
    return drafts.indices.filter { nearest[drafts[$0].content] == $0 }.map { drafts[$0] }
  }

  private func distance(_ draft: ClaimDraft) -> Int {
    draft.content.map { piece in
      draft.cueHead < piece.lowerBound
        ? piece.lowerBound - draft.cueHead : abs(draft.cueHead - piece.upperBound)
    }.min() ?? 0
  }

  private mutating func widenContents() {
    for index in drafts.indices {
      drafts[index].content = drafts[index].content.map(context.trimmed).filter { !$0.isEmpty }
      for piece in drafts[index].content.indices {
        let (range, held) = context.widened(drafts[index].content[piece])
        guard !range.contains(drafts[index].cueHead) else { continue }
        drafts[index].content[piece] = range
        drafts[index].quotations += held
        for quotation in held where owner[quotation] < 0 { owner[quotation] = index }
      }
      drafts[index].tidy()
    }
  }

  private mutating func place(_ index: Int) {
    let quotation = context.quotations[index]
    guard isSpeech(quotation) || isInterrupted(index) else { return }
    if let draft = introduced(quotation) ?? followed(quotation) {
      take(index, draft)
    } else if let previous = continued(index) {
      owner[index] = previous
      drafts[previous].content.append(quotation.tokens)
      drafts[previous].quotations.append(index)
      drafts[previous].tidy()
    }
  }

  /// Whether a quotation reads as speech and not as a term in quotation marks: it begins like a
  /// sentence and has the length of one.
  private func isSpeech(_ quotation: Quotation) -> Bool {
    let tokens = quotation.tokens
    guard tokens.count > 4, context.isSpoken[tokens.lowerBound] else { return false }
    return context.grammar.isCapitalized(tokens.lowerBound + 1)
  }

  /// Gives a quotation to the claim of its cue. A claim that the cue was thought to have without
  /// the quotation gives way; one that has quotations already goes on with this one.
  private mutating func take(_ index: Int, _ draft: ClaimDraft) {
    guard let known = drafts.firstIndex(where: { $0.cueHead == draft.cueHead }) else {
      owner[index] = drafts.count
      drafts.append(draft)
      drafts[owner[index]].quotations = [index]
      return
    }
    owner[index] = known
    if drafts[known].quotations.isEmpty { drafts[known].content = [] }
    drafts[known].content.append(context.quotations[index].tokens)
    drafts[known].quotations.append(index)
    drafts[known].source = drafts[known].source ?? draft.source
    drafts[known].tidy()
  }

  /// "“One of the reasons,” he said, “is the rain.”": the second half of a quotation that its cue
  /// cut in two within the sentence.
  private func isInterrupted(_ index: Int) -> Bool {
    guard index > 0, owner[index - 1] >= 0 else { return false }
    let gap =
      context.quotations[index - 1].tokens.upperBound..<context.quotations[index].tokens.lowerBound
    return gap.count < 16 && gap.contains(drafts[owner[index - 1]].cueHead)
      && !startsSentence(context.quotations[index])
  }

  /// "Cruz continued:" and then the quotation, in the same paragraph or the next.
  private func introduced(_ quotation: Quotation) -> ClaimDraft? {
    let grammar = context.grammar
    let mark = quotation.tokens.lowerBound - 1
    guard mark > 0, grammar.isPunctuation(mark),
      [UInt8(ascii: ":"), UInt8(ascii: ",")].contains(grammar.firstByte(mark)),
      let sentence = grammar.sentence(of: mark)
    else { return nil }
    let bounds = grammar.article.sentences[sentence].tokens
    let near = max(bounds.lowerBound, mark - 12)..<mark
    return near.reversed().first(where: isCue).flatMap {
      draft(cue: $0, quotation: quotation, in: bounds)
    }
  }

  /// "“It works,” the man at the door said": a cue soon after the closing mark.
  private func followed(_ quotation: Quotation) -> ClaimDraft? {
    let grammar = context.grammar
    guard let sentence = grammar.sentence(of: quotation.tokens.upperBound - 1) else { return nil }
    let bounds = grammar.article.sentences[sentence].tokens
    let after = quotation.tokens.upperBound..<max(bounds.upperBound, quotation.tokens.upperBound)
    if after.isEmpty { return trailing(quotation, sentence: sentence + 1) }
    return after.prefix(12).first(where: isCue).flatMap {
      draft(cue: $0, quotation: quotation, in: after.lowerBound..<bounds.upperBound)
    }
  }

  /// "“They are missing.” Trump said.": a cue that a full stop parts from its quotation, in a sentence
  /// that says nothing else.
  private func trailing(_ quotation: Quotation, sentence: Int) -> ClaimDraft? {
    let sentences = context.grammar.article.sentences
    guard sentence < sentences.count, sentences[sentence].block == quotation.block else {
      return nil
    }
    let bounds = sentences[sentence].tokens
    guard bounds.lowerBound == quotation.tokens.upperBound, bounds.count <= 8,
      let cue = bounds.first(where: isCue)
    else { return nil }
    let rest = (cue + 1)..<bounds.upperBound
    guard rest.allSatisfy({ context.grammar.isPunctuation($0) || context.isTime($0) }) else {
      return nil
    }
    return draft(cue: cue, quotation: quotation, in: bounds)
  }

  /// Whether a token is a verb that may stand beside a quotation, and itself is not quoted.
  private func isCue(_ token: Int) -> Bool {
    guard !context.isSpoken[token], quotable(token) != nil else { return false }
    return [.verb, .other].contains(context.grammar.syntax(token).partOfSpeech)
  }

  private func quotable(_ token: Int) -> Cue? {
    CueLexicon.verbs[context.grammar.keys[token]]?.first {
      !$0.frames.isDisjoint(with: [.clause, .quotation])
    }
  }

  private func draft(cue verb: Int, quotation: Quotation, in bounds: Range<Int>) -> ClaimDraft? {
    guard let cue = quotable(verb) else { return nil }
    var draft = ClaimDraft(
      cueHead: verb, cue: context.verbGroup(verb), source: nil, content: [quotation.tokens],
      kind: cue.kind, basis: cue.basis)
    if case .named(let range, _) = sources.subject(of: verb),
      range.upperBound <= quotation.tokens.lowerBound
        || range.lowerBound >= quotation.tokens.upperBound
    {
      draft.source = range
    } else {
      draft.source = sources.neighbours(of: verb, in: bounds)
    }
    return draft
  }

  /// The claim that the quotation before belongs to, where nothing parts the two but its cue.
  private func continued(_ index: Int) -> Int? {
    guard index > 0, owner[index - 1] >= 0 else { return nil }
    let previous = context.quotations[index - 1]
    let quotation = context.quotations[index]
    let gap = quotation.tokens.lowerBound - previous.tokens.upperBound
    if previous.isOpen, gap <= 2 { return owner[index - 1] }
    if opensParagraph(quotation), isNextParagraph(previous, quotation) { return owner[index - 1] }
    let claim = drafts[owner[index - 1]]
    let isSplit = claim.cueHead >= previous.tokens.upperBound && gap < 40
    let isNext = gap <= 2
    guard isSplit || isNext, startsSentence(quotation) || isNext || isInterrupted(index) else {
      return nil
    }
    return sameParagraph(previous, quotation) ? owner[index - 1] : nil
  }

  /// Whether a quotation is the first thing in its paragraph.
  private func opensParagraph(_ quotation: Quotation) -> Bool {
    let bytes = context.grammar.article.article.text.bytes
    var index = Int(quotation.span.lower)
    while index > 0, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
    return index == 0 || bytes[index - 1] == UInt8(ascii: "\n")
  }

  /// Whether exactly one paragraph break parts two quotations.
  private func isNextParagraph(_ first: Quotation, _ second: Quotation) -> Bool {
    let bytes = context.grammar.article.article.text.bytes
    let gap = bytes[Int(first.span.upper)..<max(Int(second.span.lower), Int(first.span.upper))]
    guard gap.count < 400 else { return false }
    var breaks = 0
    var isInBreak = false
    for byte in gap where byte != UInt8(ascii: " ") {
      if byte == UInt8(ascii: "\n"), !isInBreak { breaks += 1 }
      isInBreak = byte == UInt8(ascii: "\n")
    }
    return breaks == 1
  }

  private func startsSentence(_ quotation: Quotation) -> Bool {
    guard let sentence = context.grammar.sentence(of: quotation.tokens.lowerBound) else {
      return false
    }
    return context.grammar.article.sentences[sentence].tokens.lowerBound
      == quotation.tokens.lowerBound
  }

  /// Texts without parsed structure come as one block, in which a blank line parts paragraphs.
  private func sameParagraph(_ first: Quotation, _ second: Quotation) -> Bool {
    guard first.block == second.block else { return false }
    let bytes = context.grammar.article.article.text.bytes
    let gap = Int(first.span.upper)..<Int(second.span.lower)
    return !gap.dropLast().contains {
      bytes[$0] == UInt8(ascii: "\n") && bytes[$0 + 1] == UInt8(ascii: "\n")
    }
  }
}
