public import DatelineText

/// One file that may hold articles.
public struct SourceFile: Hashable, Sendable {
  /// Its name in the corpus: the path below the opened folder, or the file name where the file
  /// itself was named.
  public let id: ArticleID
  /// How to open it, for messages; U+FFFD stands for bytes that are no UTF-8.
  public let path: String
  /// The path exactly as the system spells it.
  let systemPath: [UInt8]
  /// Whether the user named this very file, so that a pipe is read too.
  let isNamed: Bool

  /// Makes the file at `path` under the name `id`.
  public init(id: ArticleID, path: String) {
    self.init(id: id, systemPath: Array(path.utf8), isNamed: true)
  }

  init(id: ArticleID, systemPath: [UInt8], isNamed: Bool) {
    self.id = id
    self.systemPath = systemPath
    self.isNamed = isNamed
    path = String(decoding: systemPath, as: UTF8.self)
  }

  /// Standard input: JSON Lines, one article a line.
  public static let standardInput = SourceFile(
    id: ArticleID("-"), systemPath: Array("-".utf8), isNamed: true)

  /// Whether this is standard input.
  public var isStandardInput: Bool { self == Self.standardInput }
}

/// An article, a record or a file that could not be read, with the reason.
public struct ReadingFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The article's name; for a file that could not be opened, the file's.
  public var article: ArticleID
  /// What went wrong.
  public var error: ReadingError

  /// Makes a failure.
  public init(article: ArticleID, error: ReadingError) {
    self.article = article
    self.error = error
  }

  /// What went wrong and what to do, in one plain sentence.
  public var description: String { error.description }
}

/// The files below some paths.
public struct SourceListing: Hashable, Sendable {
  /// The files: arguments in the order given, a folder's files sorted by the UTF-8 bytes of their
  /// names. No two share an identifier.
  public var files: [SourceFile]
  /// The paths and folders that could not be listed.
  public var failures: [ReadingFailure]
}
