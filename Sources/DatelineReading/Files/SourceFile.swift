public import DatelineText
internal import Glibc

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
  /// What the file system said of it when it was found; nil for what is no regular file.
  public let status: FileStatus?

  /// Makes the file at `path` under the name `id`.
  public init(id: ArticleID, path: String) {
    self.init(id: id, systemPath: Array(path.utf8), isNamed: true)
  }

  init(id: ArticleID, systemPath: [UInt8], isNamed: Bool, status: FileStatus? = nil) {
    self.id = id
    self.status = status
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

/// Size, time and number of a file.
public struct FileStatus: Hashable, Sendable {
  /// The size in bytes.
  public var size: Int64
  /// The time of the last change, in nanoseconds since 1970.
  public var modified: Int64
  /// The file's number in its file system.
  public var node: Int64

  /// What `stat` says; nil for what is no regular file.
  init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    modified =
      Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    node = Int64(truncatingIfNeeded: status.st_ino)
  }
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
