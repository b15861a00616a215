public import DatelineText

/// What the file system says of a file: while it stays the same, the file is not read again.
public struct FileStamp: Hashable, Sendable {
  /// The size in bytes.
  public var size: Int64
  /// The time of the last change, in nanoseconds since 1970.
  public var modified: Int64
  /// The file's number in its file system.
  public var node: Int64

  /// Makes a stamp.
  public init(size: Int64, modified: Int64, node: Int64) {
    self.size = size
    self.modified = modified
    self.node = node
  }
}

/// The annotation of one article, ready to be stored.
public struct IndexEntry: Sendable {
  /// What stands for its content.
  public let digest: ContentDigest
  /// The annotation, packed.
  let bytes: [UInt8]

  /// Prepares an annotated article. Pure, so it may run beside others.
  public init(_ annotated: AnnotatedArticle, digest: ContentDigest) {
    self.digest = digest
    bytes = PackedBytes.sealed(AnnotationCodec.encode(annotated))
  }
}

/// One step that brings the index up to date.
public enum IndexChange: Sendable {
  /// What article number `place` of a file is.
  case article(IndexedArticle)
  /// The file was read to its end and has `count` articles; without a stamp it is to be read again
  /// the next time.
  case file(name: String, stamp: FileStamp?, count: Int)
}

/// One article of a file, or the reason why it could not be read.
public struct IndexedArticle: Sendable {
  /// What it holds.
  public enum Content: Sendable {
    /// Stored before, under this number.
    case known(Int64)
    /// To be stored.
    case new(IndexEntry)
    /// Not readable.
    case failure(reason: String)
  }

  /// The name of the file.
  public var file: String
  /// Which article of the file, from 0.
  public var place: Int
  /// Its name in the corpus.
  public var id: ArticleID
  /// What it holds.
  public var content: Content

  /// Makes the record of one article.
  public init(file: String, place: Int, id: ArticleID, content: Content) {
    self.file = file
    self.place = place
    self.id = id
    self.content = content
  }
}
