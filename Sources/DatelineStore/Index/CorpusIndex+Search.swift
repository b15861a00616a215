public import DatelineText
internal import GRDB

extension CorpusIndex {
  /// The articles whose words match `query`, by name; nil where the query makes no sense.
  ///
  /// The query is one of SQLite's FTS5: words, "phrases", prefix*, AND OR NOT, `title: word`.
  /// Letters match without case and accents.
  /// Cost: proportional to the hits of the rarest word, not to the corpus.
  public func articles(matching query: String) throws(StoreError) -> [ArticleID]? {
    let names = try guarded {
      try pool.read { database -> [String]? in
        guard let pattern = try? database.makeFTS5Pattern(rawPattern: query, forTable: "text")
        else { return nil }
        return try String.fetchAll(
          database,
          sql: """
            SELECT coalesce(article.name, file.name) FROM text
            JOIN article ON article.content = text.rowid
            JOIN file ON file.id = article.file
            WHERE text MATCH ?
            """, arguments: [pattern])
      }
    }
    return names.map { names in names.map { ArticleID($0) }.sorted() }
  }
}
