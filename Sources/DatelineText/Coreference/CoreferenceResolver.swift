/// Brings the mentions of one article together into chains.
///
/// Names are linked by rules over their forms and by definitions in the text ("X (Y)", "X, also
/// known as Y"). Pronouns and common nouns become mentions only where they act or speak.
public enum CoreferenceResolver {
  /// Sets the chains of `annotated`, the chain of each mention, and whether it is a metonym.
  ///
  /// Cost: near-linear in the number of mentions.
  public static func resolve(_ annotated: inout AnnotatedArticle) {
    guard !annotated.tokens.isEmpty else { return }
    var builder = ChainBuilder(annotated)
    builder.build()
    annotated.mentions = builder.mentions
    annotated.chains = builder.chains
    AnaphorResolver.resolve(&annotated)
    PlaceLinker.link(&annotated)
  }
}
