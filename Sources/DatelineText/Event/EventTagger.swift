/// Finds the events of an article.
public enum EventTagger {
  /// The events of `annotated`, in order of the text.
  ///
  /// Reads syntax, mentions, time expressions and claims, which must be there already.
  public static func events(in annotated: AnnotatedArticle) -> [EventMention] { [] }
}
