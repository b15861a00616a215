public import DatelineText
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
        while let row = try rows.next() {
          files[row[0]] = FileStamp(size: row[1], modified: row[2], node: row[3])
        }
        return files
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
        return try row.withUnsafeData(atIndex: 1) { bytes in (row[0], bytes.map { Array($0) } ?? [])
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
          hash.combine((row[0] as String).utf8)
          hash.combine(String(row[1] as Int).utf8)
          hash.combine((row[2] as String? ?? "").utf8)
          try row.withUnsafeData(atIndex: 3) { hash.combine($0.map { Array($0) } ?? []) }
          hash.combine((row[4] as String? ?? "").utf8)
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
        return (row?[0] ?? 0, row?[1] ?? 0)
      }
    }
  }
}

// MARK: - Windows

extension CorpusIndex {
  /// Articles `range` of all, by date, the undated ones last.
  ///
  /// For a look at what is stored without resolving it; the browser reads a `CorpusSnapshot`.
  /// Cost: proportional to the end of the range, not to the corpus: 0.3 ms for the first rows, 80 ms
  /// for those after 90,000. The order of the joins is fixed so that the index of days gives it.
  public func articles(_ range: Range<Int>) throws(StoreError) -> [ArticleSummary] {
    try guarded {
      try pool.read { database in
        let rows = try Row.fetchCursor(
          database,
          sql: """
            SELECT coalesce(article.name, file.name), title, byline, source, earliest, latest,
              words, visit
            FROM content
            CROSS JOIN article ON article.content = content.id
            CROSS JOIN file ON file.id = article.file
            ORDER BY earliest IS NULL, earliest, content.id, article.file, article.place
            LIMIT ? OFFSET ?
            """, arguments: [range.count, range.lowerBound])
        var summaries: [ArticleSummary] = []
        while let row = try rows.next() { summaries.append(summary(row)) }
        return summaries
      }
    }
  }

  private func summary(_ row: Row) -> ArticleSummary {
    let earliest = (row[4] as Int32?).map { DayNumber(rawValue: $0) }
    let latest = (row[5] as Int32?).map { DayNumber(rawValue: $0) }
    let isForwards = earliest.flatMap { first in latest.map { first <= $0 } } ?? true
    let interval =
      (earliest != nil || latest != nil) && isForwards
      ? DayInterval(earliest: earliest, latest: latest) : nil
    return ArticleSummary(
      id: ArticleID(row[0]), title: row[1], byline: row[2], source: row[3], interval: interval,
      words: row[6], isNew: visit > 1 && row[7] as Int64 >= visit)
  }

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
