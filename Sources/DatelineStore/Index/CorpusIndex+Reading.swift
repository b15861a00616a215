public import DatelineText
internal import FoundationEssentials
internal import GRDB

extension CorpusIndex {
  /// The files whose articles are all stored as this program annotates them, with their stamps.
  ///
  /// Cost: one pass over the table of files, 0.1 s for 100,000.
  public func files() throws(StoreError) -> [String: FileStamp] {
    try guarded {
      try pool.read { database in
        var files: [String: FileStamp] = [:]
        let rows = try Row.fetchCursor(
          database, sql: "SELECT name, size, modified, node FROM file WHERE annotator = ?",
          arguments: [annotator])
        while let row = try rows.next() { files[try row.decode(atIndex: 0)] = try Self.stamp(row) }
        return files
      }
    }
  }

  /// Those of `files()` that have these names. Cost: a look-up each.
  public func files(named names: some Sequence<String>) throws(StoreError) -> [String: FileStamp] {
    try guarded {
      try pool.read { database in
        let statement = try database.cachedStatement(
          sql: "SELECT name, size, modified, node FROM file WHERE name = ? AND annotator = ?")
        var files: [String: FileStamp] = [:]
        for name in names {
          let row = try Row.fetchOne(statement, arguments: [name, annotator])
          if let row { files[name] = try Self.stamp(row) }
        }
        return files
      }
    }
  }

  /// The stamp of a file in a row that has its name first.
  private static func stamp(_ row: Row) throws -> FileStamp {
    FileStamp(
      size: try row.decode(atIndex: 1), modified: try row.decode(atIndex: 2),
      node: try row.decode(atIndex: 3))
  }

  /// The names of the files that begin with an article of the same name, as most files do.
  ///
  /// Cost: one pass over the table of articles.
  public func articlesNamedAsFiles() throws(StoreError) -> [String] {
    try guarded {
      try pool.read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT file.name FROM article JOIN file ON file.id = article.file
            WHERE article.name IS NULL AND content IS NOT NULL
            """)
      }
    }
  }

  /// A stored annotation with its number.
  public struct Stored: Sendable {
    /// Its number, by which articles refer to it.
    public var number: Int64
    /// The annotation, of the article that was asked for.
    public var annotated: AnnotatedArticle
  }

  /// The annotation of `article`, whose digest is `digest`; nil where there is none that this
  /// program made and can read.
  ///
  /// What its place in the file system says of its date is not looked at here.
  /// Cost: one look-up, and decoding.
  public func annotation(of article: Article, digest: ContentDigest) throws(StoreError) -> Stored? {
    let row = try guarded {
      try pool.read { database -> (Int64, [UInt8])? in
        let statement = try database.cachedStatement(
          sql: """
            SELECT annotation.id, bytes FROM content JOIN annotation USING (id)
            WHERE digest = ? AND annotator = ?
            """)
        let row = try Row.fetchOne(statement, arguments: [digest.data, annotator])
        guard let row else { return nil }
        return try row.withUnsafeData(atIndex: 1) { data in
          (
            try row.decode(atIndex: 0),
            data.flatMap { $0.withUnsafeBytes(PackedBytes.opened) } ?? []
          )
        }
      }
    }
    guard let (number, bytes) = row,
      let annotated = try? AnnotationCodec.decode(bytes, article: article)
    else { return nil }
    return Stored(number: number, annotated: annotated)
  }

  /// Stands for all that is stored: the names of the articles, their contents, and failures.
  ///
  /// Cost: one pass over the table of articles, a microsecond each.
  public func fingerprint() throws(StoreError) -> String {
    try guarded {
      try pool.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT file.name, place, article.name, digest, failure FROM article
            JOIN file ON file.id = article.file LEFT JOIN content ON content.id = article.content
            """)
        // A sum does not depend on the order of the rows.
        var sum: UInt64 = 0
        while let row = try rows.next() {
          var hash = ContentHash()
          hash.combine(try row.decode(String.self, atIndex: 0).utf8)
          hash.combine(String(try row.decode(Int.self, atIndex: 1)).utf8)
          hash.combine((try row.decode(String?.self, atIndex: 2) ?? "").utf8)
          try row.withUnsafeData(atIndex: 3) { hash.combine($0.map { Array($0) } ?? []) }
          hash.combine((try row.decode(String?.self, atIndex: 4) ?? "").utf8)
          sum &+= hash.value
        }
        return String(sum, radix: 16)
      }
    }
  }

  /// How many articles are stored, and how many could not be read.
  public func counts() throws(StoreError) -> (articles: Int, failures: Int) {
    try guarded {
      try pool.read { database in
        let sql = "SELECT COUNT(content), COUNT(failure) FROM article"
        let row = try Row.fetchOne(database, sql: sql)
        guard let row else { return (0, 0) }
        return (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
      }
    }
  }
}

// MARK: - Visits

extension CorpusIndex {
  /// The articles that were added or changed since the visit before this one, by name.
  public func newArticles() throws(StoreError) -> [ArticleID] {
    guard visit > 1 else { return [] }
    let names = try guarded {
      try pool.read { database in
        try String.fetchAll(
          database,
          sql: """
            SELECT coalesce(article.name, file.name) FROM content
            JOIN article ON article.content = content.id
            JOIN file ON file.id = article.file
            WHERE visit >= ?
            """, arguments: [visit])
      }
    }
    return names.map { ArticleID($0) }.sorted()
  }
}
