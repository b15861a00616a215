/// Cuts the extracted blocks of an article into tokens and sentences.
public enum SentenceSplitter {
  /// The tokens and sentences of `article`, in order of the text.
  public static func split(_ article: Article) -> (tokens: [Token], sentences: [Sentence]) {
    ([], [])
  }
}
