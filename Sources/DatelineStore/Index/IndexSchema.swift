internal import GRDB

/// The tables of the index.
///
/// ```
/// file ──< article >── content ── annotation     the large columns apart from the small ones
/// ```
/// `content` holds one row for each content that articles have, however many copies there are. Its
/// numbers are never used twice, for another program may be about to refer to one. The words of the
/// articles are looked up in the snapshot of the resolved corpus, which has them with those of
/// events, claims and edges: a second index of words here took a tenth of all room.
enum IndexSchema {
  /// Part of the file name, so that programs with other tables keep to themselves.
  static let version = 2

  /// Steps from one form of the tables to the next; steps that were published never change.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("tables") { database in
      try database.execute(sql: tables)
    }
    return migrator
  }

  private static let tables = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
    CREATE TABLE annotator (id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE);
    CREATE TABLE content (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      digest BLOB NOT NULL UNIQUE,
      annotator INTEGER NOT NULL,
      visit INTEGER NOT NULL
    );
    CREATE TABLE annotation (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      size INTEGER NOT NULL, modified INTEGER NOT NULL, node INTEGER NOT NULL,
      annotator INTEGER NOT NULL
    );
    CREATE TABLE article (
      file INTEGER NOT NULL, place INTEGER NOT NULL,
      name TEXT,
      content INTEGER,
      failure TEXT,
      PRIMARY KEY (file, place)
    ) WITHOUT ROWID;
    CREATE INDEX article_content ON article (content);
    """

  /// How every connection is set up.
  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "dateline"
    // Another program may be writing a batch.
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      guard !database.configuration.readonly else { return }
      // An annotation takes 2 to 3 kB: in pages of 4096 bytes half of each would stay empty.
      try database.execute(sql: "PRAGMA page_size = 16384")
      // The write-ahead log is synced at checkpoints: a kill loses nothing, a power cut at most
      // the last batches, and never the form of the file.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }
}
