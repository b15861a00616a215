/// What the user saw last, where all of it was up to date: which files, and the snapshot of them.
///
/// Kept beside the index. Where files and snapshot are still the same, nothing is new, and a browser
/// need not open the index, which takes several times the memory of all else that it does. Like the
/// index it may be deleted at any time.
public struct SeenCorpus: Hashable, Sendable {
  /// Stands for the files: `ArticleSource.fingerprint(of:)`.
  public var files: String
  /// The stamp of the snapshot that was shown.
  public var stamp: SnapshotStamp

  /// Makes the record of `files` that were seen in the snapshot of `stamp`.
  public init(files: String, stamp: SnapshotStamp) {
    self.files = files
    self.stamp = stamp
  }

  /// Reads what was seen of the index at `path`; nil where nothing is known.
  public init?(ofIndexAt path: String) {
    guard let bytes = SmallFile.read(Self.place(path)) else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 5, lines[0] == Self.form else { return nil }
    files = lines[1]
    stamp = SnapshotStamp(program: lines[2], articles: lines[3], decisionDigest: lines[4])
  }

  /// Keeps it for the index at `path`.
  public func write(ofIndexAt path: String) throws(StoreError) {
    let lines = [Self.form, files, stamp.program, stamp.articles, stamp.decisions]
    try SmallFile.replace(
      Self.place(path), with: Array(lines.joined(separator: "\n").utf8))
  }

  private static let form = "dateline seen 1"
  private static func place(_ path: String) -> String { path + "-seen" }
}
