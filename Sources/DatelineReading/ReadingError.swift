/// Why a file could not be read as articles.
public enum ReadingError: Error, Hashable, Sendable {
  /// It is not there.
  case missing(path: String)
  /// It may not be read.
  case noPermission(path: String)
  /// It is no text.
  case binary(path: String, kind: String)
  /// It is larger than what is read.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A line of a JSON Lines file is no article.
  case badLine(path: String, line: Int, reason: String)
  /// The system refused.
  case system(path: String, code: Int32)
}
