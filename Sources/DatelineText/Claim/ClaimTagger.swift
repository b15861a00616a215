/// Finds what the article says that others say.
public enum ClaimTagger {
  /// The attributed claims of `annotated`, in order of the text.
  public static func claims(in annotated: AnnotatedArticle) -> [Claim] { [] }
}
