/// Dates an article from its own text and container.
public enum DocumentDater {
  /// The date of `annotated`, or `.unknown`.
  public static func date(of annotated: AnnotatedArticle) -> DocumentDate { .unknown }
}
