internal import GRDB

/// The tables of the index.
///
/// ```
/// file ──< article >── content ── annotation     content has the small columns that lists show,
///                         │                      annotation the large ones
///                         └────── text           FTS5, contentless: words only
/// ```
/// `content` holds one row for each content that articles have, however many copies there are. Its
/// numbers are never used twice, for `text` keeps the words of rows that are gone until it is made
/// anew: a contentless table can forget a row only where its text is at hand.
enum IndexSchema {
  /// Part of the file name, so that programs with other tables keep to themselves.
  static let version = 1

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
      visit INTEGER NOT NULL,
      title TEXT, byline TEXT, source TEXT,
      earliest INTEGER, latest INTEGER,
      words INTEGER NOT NULL
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
    CREATE INDEX content_day ON content (earliest IS NULL, earliest, id);
    CREATE VIRTUAL TABLE text USING fts5(
      title, body, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
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
      // An annotation takes 2 to 4 kB: in pages of 4096 bytes half of each would stay empty.
      try database.execute(sql: "PRAGMA page_size = 16384")
      // The write-ahead log is synced at checkpoints: a kill loses nothing, a power cut at most
      // the last batches, and never the form of the file.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }
}
