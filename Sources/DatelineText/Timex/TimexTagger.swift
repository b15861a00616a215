/// Finds and normalises the time expressions of an article.
public enum TimexTagger {
  /// The time expressions of `annotated`, read against its document date, in order of the text.
  public static func timexes(in annotated: AnnotatedArticle) -> [Timex3] { [] }
}
