/// Finds the names in an article.
public enum NameTagger {
  /// The named mentions of `annotated`, in order of the text.
  public static func mentions(in annotated: AnnotatedArticle) -> [Mention] { [] }
}
