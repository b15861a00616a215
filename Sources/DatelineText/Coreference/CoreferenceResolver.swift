/// Brings the mentions of one article together into chains.
public enum CoreferenceResolver {
  /// Fills in the chains of `annotated` and the chain of every mention that can be resolved.
  public static func resolve(_ annotated: inout AnnotatedArticle) {}
}
