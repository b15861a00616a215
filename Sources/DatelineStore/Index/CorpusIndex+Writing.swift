internal import DatelineText
internal import FoundationEssentials
internal import GRDB

extension CorpusIndex {
  /// Stores changes, all or none.
  public func store(_ changes: [IndexChange]) throws(StoreError) {
    guard !changes.isEmpty else { return }
    try guarded {
      try pool.write { database in
        for change in changes {
          switch change {
          case .article(let article): try store(article, database)
          case .file(let name, let stamp, let count):
            try close(name, stamp: stamp, count: count, database)
          }
        }
      }
    }
  }

  /// Takes out the files that `isKept` refuses, with their articles, and what no article has any
  /// more.
  public func forgetFiles(unless isKept: (String) -> Bool) throws(StoreError) {
    try guarded {
      let gone = try pool.read { database in
        try String.fetchAll(database, sql: "SELECT name FROM file").filter { !isKept($0) }
      }
      guard try !gone.isEmpty || hasUnused() else { return }
      try pool.write { database in
        for name in gone { try forget(name, database) }
        try forgetUnused(database)
      }
    }
  }

  /// Takes out the files of these names, with their articles; nothing happens where there are none.
  ///
  /// What no article has any more is taken out by the next `forgetFiles(unless:)`. Cost: a look-up
  /// each, whatever the size of the index.
  public func forgetFiles(named names: some Sequence<String>) throws(StoreError) {
    try guarded {
      try pool.write { database in
        for name in names { try forget(name, database) }
      }
    }
  }

  private func forget(_ name: String, _ database: Database) throws {
    try run(
      "DELETE FROM article WHERE file = (SELECT id FROM file WHERE name = ?)", [name], database)
    try run("DELETE FROM file WHERE name = ?", [name], database)
  }

  /// Whether there are contents that no article has any more. Cost: two counts.
  private func hasUnused() throws -> Bool {
    try pool.read { database in
      let used = try Int.fetchOne(
        database, sql: "SELECT COUNT(DISTINCT content) FROM article WHERE content IS NOT NULL")
      return try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM content") != used
    }
  }

  private func forgetUnused(_ database: Database) throws {
    let unused =
      "SELECT id FROM content WHERE id NOT IN (SELECT content FROM article WHERE content IS NOT NULL)"
    try database.execute(sql: "DELETE FROM annotation WHERE id IN (\(unused))")
    try database.execute(sql: "DELETE FROM content WHERE id IN (\(unused))")
  }

  private func store(_ article: IndexedArticle, _ database: Database) throws {
    try run(
      "INSERT OR IGNORE INTO file (name, size, modified, node, annotator) VALUES (?, -1, 0, 0, 0)",
      [article.file], database)
    var content: Int64?
    var failure: String?
    switch article.content {
    case .known(let number): content = number
    case .new(let entry): content = try store(entry, database)
    case .failure(let reason): failure = reason
    }
    // Most files hold one article of their own name; the name is not written twice.
    let name = article.id.name == article.file ? nil : article.id.name
    try run(
      """
      INSERT OR REPLACE INTO article (file, place, name, content, failure)
      VALUES ((SELECT id FROM file WHERE name = ?), ?, ?, ?, ?)
      """, [article.file, article.place, name, content, failure], database)
  }

  /// Stores an annotation and gives its number.
  private func store(_ entry: IndexEntry, _ database: Database) throws -> Int64 {
    let old = try database.cachedStatement(sql: "SELECT id FROM content WHERE digest = ?")
    let known = try Int64.fetchOne(old, arguments: [entry.digest.data])
    try run(
      """
      INSERT INTO content (digest, annotator, visit) VALUES (?, ?, ?)
      ON CONFLICT (digest) DO UPDATE SET annotator = excluded.annotator
      """, [entry.digest.data, annotator, visit], database)
    let number = known ?? database.lastInsertedRowID
    try run(
      "INSERT OR REPLACE INTO annotation (id, bytes) VALUES (?, ?)",
      [number, Data(entry.bytes)], database)
    return number
  }

  /// Notes that a file was read to its end.
  private func close(_ name: String, stamp: FileStamp?, count: Int, _ database: Database) throws {
    try run(
      """
      INSERT INTO file (name, size, modified, node, annotator) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET size = excluded.size, modified = excluded.modified,
        node = excluded.node, annotator = excluded.annotator
      """,
      [
        name, stamp?.size ?? -1, stamp?.modified ?? 0, stamp?.node ?? 0,
        stamp == nil ? 0 : annotator,
      ], database)
    try run(
      "DELETE FROM article WHERE file = (SELECT id FROM file WHERE name = ?) AND place >= ?",
      [name, count], database)
  }

  private func run(_ sql: String, _ arguments: StatementArguments, _ database: Database) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension ContentDigest {
  /// The bytes as the database takes them.
  var data: Data { Data(bytes) }
}
