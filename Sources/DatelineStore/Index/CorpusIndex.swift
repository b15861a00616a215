internal import DatelineText
internal import GRDB
internal import Glibc

/// What was read out of the articles of one corpus, so that it need not be read out again.
///
/// A SQLite file in write-ahead mode under the user's cache directory. It holds nothing that the
/// articles do not: it may be deleted at any time, and a damaged one is made anew. Several programs
/// may use it at once; each batch of changes is one transaction, so that a kill at any moment
/// leaves the state after some batch.
public struct CorpusIndex: Sendable {
  /// Where the file lies.
  public let path: String
  /// Whether a damaged file was thrown away at opening.
  public let wasDamaged: Bool
  let pool: DatabasePool
  /// The number of the annotator version in `annotator`.
  let annotator: Int64
  /// What new content is stamped with.
  let visit: Int64

  /// The path of the index of the corpus that is opened at `paths`, which are absolute.
  public static func path(of paths: [String], cacheHome: String) -> String {
    var hash = ContentHash()
    for path in paths { hash.combine(path.utf8) }
    return cacheHome + "/dateline/\(hash.hexadecimal).v\(IndexSchema.version).sqlite"
  }

  /// The folder that it lies in.
  public var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// Opens the index at `path`, or makes it, with the folders above it.
  ///
  /// - Parameters:
  ///   - path: Where it lies.
  ///   - version: Names the program that makes annotations; those of another are not used.
  ///   - visit: Whether the user comes to look, so that what was new before is no longer.
  /// - Throws: Why there can be no index; the articles can be read without one.
  public init(path: String, version: String, visit: IndexVisit = .none) throws(StoreError) {
    try Self.makeFolder(of: path)
    Self.removeOlder(than: path)
    do throws(StoreError) {
      try self.init(opening: path, version: version, visit: visit, wasDamaged: false)
    } catch .damaged {
      try Self.remove(path)
      try self.init(opening: path, version: version, visit: visit, wasDamaged: true)
    }
  }

  private init(opening path: String, version: String, visit: IndexVisit, wasDamaged: Bool)
    throws(StoreError)
  {
    self.path = path
    self.wasDamaged = wasDamaged
    (pool, annotator, self.visit) = try Self.openedWhole(path) {
      let pool = try DatabasePool(path: path, configuration: IndexSchema.configuration)
      try IndexSchema.migrator.migrate(pool)
      let numbers = try pool.write { database in
        (try Self.number(ofAnnotator: version, database), try Self.number(ofVisit: visit, database))
      }
      return (pool, numbers.0, numbers.1)
    }
  }

  /// Where the snapshot of the resolved corpus lies, beside the index.
  public var snapshotPath: String { Self.snapshotPath(of: path) }

  /// Where the snapshot beside the index at `path` lies.
  public static func snapshotPath(of path: String) -> String { path + "-facts" }

  /// Removes the index at `path`; nothing happens where there is none.
  public static func remove(_ path: String) throws(StoreError) {
    for ending in ["", "-wal", "-shm", "-facts", "-seen"]
    where unlink(path + ending) != 0 && errno != ENOENT {
      throw .system(path: path + ending, code: errno)
    }
  }

  /// Removes the indexes of the same corpus that older programs made: this one does not read them.
  static func removeOlder(than path: String) {
    let ending = ".v\(IndexSchema.version).sqlite"
    guard path.hasSuffix(ending) else { return }
    for version in 1..<IndexSchema.version {
      // One that cannot be removed is in nobody's way.
      try? remove(String(path.dropLast(ending.count)) + ".v\(version).sqlite")
    }
  }

  /// Writes everything from the log of changes into the file itself, and empties the log.
  ///
  /// Only size hangs on it: what is in the log is as safe. Where another program reads just now, the
  /// log stays.
  public func compact() {
    _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  /// Checks every page of the file.
  ///
  /// Cost: reads the whole file; seconds for 100,000 articles.
  public func check() throws(StoreError) {
    let answer = try guarded {
      try pool.read { try String.fetchOne($0, sql: "PRAGMA quick_check") }
    }
    if answer != "ok" { throw .damaged(path: path) }
  }
}

/// Whether the user comes to look at a corpus.
public enum IndexVisit: Sendable {
  /// The index is only brought up to date: what is new stays new for the next visit.
  case none
  /// A visit begins: new is what was added since the visit before.
  case begins
}

// MARK: - Opening

extension CorpusIndex {
  private static func number(ofAnnotator version: String, _ database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT OR IGNORE INTO annotator (version) VALUES (?)", arguments: [version])
    return try Int64.fetchOne(
      database, sql: "SELECT id FROM annotator WHERE version = ?", arguments: [version]) ?? 0
  }

  /// The number of this visit, or of the next where this is none.
  private static func number(ofVisit visit: IndexVisit, _ database: Database) throws -> Int64 {
    let last =
      try Int64.fetchOne(database, sql: "SELECT value FROM setting WHERE name = 'visit'") ?? 0
    if case .begins = visit {
      try database.execute(
        sql: "INSERT OR REPLACE INTO setting VALUES ('visit', ?)", arguments: [last + 1])
    }
    return last + 1
  }

  private static func makeFolder(of path: String) throws(StoreError) {
    var prefix = ""
    for part in path.split(separator: "/").dropLast() {
      prefix += "/" + part
      guard mkdir(prefix, 0o755) != 0, errno != EEXIST else { continue }
      var status = stat()
      let code = errno
      guard stat(prefix, &status) != 0 else { continue }
      throw code == EACCES || code == EROFS
        ? .readOnly(path: prefix) : .system(path: prefix, code: code)
    }
  }

  /// Runs `body`, which opens the database: what is no sense to SQLite then are not our tables.
  private static func openedWhole<Value>(_ path: String, _ body: () throws -> Value)
    throws(StoreError) -> Value
  {
    do throws(StoreError) { return try guarded(path, body) } catch .database {
      throw .damaged(path: path)
    }
  }

  /// Runs `body` and turns the database's errors into ours.
  func guarded<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    try Self.guarded(path, body)
  }

  private static func guarded<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError)
    -> Value
  {
    do { return try body() } catch let error as StoreError {
      throw error
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: throw .damaged(path: path)
      case .SQLITE_FULL: throw .diskFull(path: path)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: throw .readOnly(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw .busy(path: path)
      default:
        throw .database(path: path, message: error.message ?? "error \(error.resultCode.rawValue)")
      }
    } catch is RowDecodingError {
      // A value of another kind than its column has was not written by this program.
      throw .damaged(path: path)
    } catch {
      throw .database(path: path, message: "\(error)")
    }
  }
}
