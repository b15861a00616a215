/// Finds what the article says that others say.
///
/// Method: cues from a lexicon (verbs with the clauses, infinitives, objects and phrases they take;
/// nouns; adjectives; "according to"; headline colons), their content and source from the
/// dependency tree, and quotations by their marks. The spans follow PolNeAR's guidelines (Newell et
/// al., "An Attribution Relations Corpus for Political News", 2018): the source is the whole noun
/// phrase, "that" belongs to the content. What is said inside a quotation is left to its speaker.
public enum ClaimTagger {
  /// The attributed claims of `annotated`, in order of the text.
  ///
  /// Cost: linear in the length of the text.
  public static func claims(in annotated: AnnotatedArticle) -> [Claim] {
    let grammar = ArticleGrammar(annotated)
    let context = ClaimContext(grammar)
    let verbs = VerbClaimFinder(context)
    let phrases = PhraseClaimFinder(context)
    var drafts: [ClaimDraft] = []
    for sentence in annotated.sentences {
      let block = annotated.article.blocks[sentence.block].kind
      let isHeading = block == .title || block == .heading
      let found =
        verbs.drafts(in: sentence.tokens)
        + phrases.drafts(in: sentence.tokens, isHeading: isHeading)
      drafts += found.sorted { $0.cueHead < $1.cueHead }
    }
    drafts = QuotationClaims.assigning(drafts, in: context)
    let assembler = ClaimAssembler(context)
    return drafts.compactMap(assembler.claim).sorted { $0.position < $1.position }
  }
}

extension Claim {
  /// Where the claim begins: by its content, then by its cue.
  fileprivate var position: ByteSpan { content.first ?? cue.first ?? ByteSpan(0, 0) }
}
