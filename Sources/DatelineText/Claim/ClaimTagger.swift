/// Finds what the article says that others say.
///
/// Method: cues from a lexicon (verbs with the clauses, infinitives, objects and phrases they take;
/// nouns; adjectives; "according to"; headline colons), their content and source from the
/// dependency tree, and quotations by their marks. The spans follow PolNeAR's guidelines (Newell et
/// al., "An Attribution Relations Corpus for Political News", 2018): the source is the whole noun
/// phrase, "that" belongs to the content. What is said inside a quotation is left to its speaker.
enum ClaimTagger {
  /// The attributed claims of an article with these quantities, in order of the text.
  ///
  /// Cost: linear in the length of the text.
  static func claims(in grammar: ArticleGrammar, _ quantities: [Quantity]) -> [Claim] {
    let annotated = grammar.article
    let context = ClaimContext(grammar)
    let verbs = VerbClaimFinder(context: context)
    let phrases = PhraseClaimFinder(context: context)
    var drafts: [ClaimDraft] = []
    for (index, sentence) in annotated.sentences.enumerated() {
      let isHeading = isHeading(index, in: annotated)
      let found =
        verbs.drafts(in: sentence.tokens)
        + phrases.drafts(in: sentence.tokens, isHeading: isHeading)
      drafts += found.sorted { $0.cueHead < $1.cueHead }
    }
    drafts += TurnClaimFinder(context).drafts()
    drafts.sort { $0.cueHead < $1.cueHead }
    drafts = QuotationClaims.assigning(withoutDenied(drafts, in: context), in: context)
    let assembler = ClaimAssembler(context, quantities)
    return drafts.flatMap { assembler.claims($0) }.sorted { $0.position < $1.position }
  }

  /// The drafts without those that are only told in what a source denies: "denied reports that the
  /// families had asked" has no family ask.
  private static func withoutDenied(_ drafts: [ClaimDraft], in context: ClaimContext)
    -> [ClaimDraft]
  {
    var denier = [Int](repeating: -1, count: context.isSpoken.count)
    for draft in drafts where draft.kind == .denial {
      for token in draft.content.joined() { denier[token] = draft.cueHead }
    }
    return drafts.filter { denier[$0.cueHead] < 0 || denier[$0.cueHead] == $0.cueHead }
  }

  /// Whether a sentence is a title or heading, or, in text that marks none, stands alone at the top.
  private static func isHeading(_ index: Int, in annotated: AnnotatedArticle) -> Bool {
    let sentences = annotated.sentences
    switch annotated.article.blocks[sentences[index].block].kind {
    case .title, .heading: return true
    default: break
    }
    guard index == 0, sentences.count > 1 else { return false }
    let gap = Int(sentences[0].span.upper)..<Int(sentences[1].span.lower)
    return annotated.article.text.bytes[gap].contains(UInt8(ascii: "\n"))
  }
}

extension Claim {
  /// Where the claim begins: by its content, then by its cue.
  fileprivate var position: ByteSpan { content.first ?? cue.first ?? ByteSpan(0, 0) }
}
