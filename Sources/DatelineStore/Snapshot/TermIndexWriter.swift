internal import DatelineModel
internal import DatelineText

/// Gathers which rows have which terms, and which have one that begins with one or two
/// given bytes: so many terms begin alike that their rows are joined beforehand.
struct TermIndexWriter {
  private var terms = TermTable()
  private var prefixes = TermTable()
  /// For each term: the numbers of its beginnings.
  private var beginnings: [[Int]] = []
  private var termRows = Postings()
  private var prefixRows = Postings()
  private var entityRows = Postings()
  private let entityCount: Int

  /// Up to so many bytes, the rows of all terms that begin with them are joined: of longer beginnings
  /// there are few terms, and joined rows take as much room as all words.
  static let longestPrefix = 2

  /// Takes in all rows of `corpus`. Cost: one pass over all that can be searched.
  init(_ corpus: Corpus, lookup: Lookup) {
    entityCount = corpus.facts.entities.count
    let source = CorpusTerms(corpus, lookup: lookup)
    for table in CorpusTable.allCases {
      let parts = Self.parts(of: table, corpus)
      corpus.articles.concurrency.forEach(parts.count) { part in
        let article = Self.article(of: parts[part], table, corpus)
        return parts[part].map { RowTerms(source, table, $0, in: article) }
      } take: { part, rows in
        for (row, terms) in zip(parts[part], rows) {
          terms.forEach { add($0, table, row) }
          for entity in terms.entities { _ = entityRows.add(entity, table, row: row) }
        }
      }
    }
  }

  /// The rows that are read together: the claims of one article, which then is made once; any other
  /// row by itself.
  private static func parts(of table: CorpusTable, _ corpus: Corpus) -> [Range<Int>] {
    let count = corpus.count(of: table)
    guard table == .claims else { return (0..<count).map { $0..<($0 + 1) } }
    let claims = corpus.facts.claims
    let starts = (0..<count).filter {
      $0 == 0 || claims[$0 - 1].provenance.article != claims[$0].provenance.article
    }
    return zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }
  }

  /// The article of the claims in `rows`.
  private static func article(of rows: Range<Int>, _ table: CorpusTable, _ corpus: Corpus)
    -> AnnotatedArticle?
  {
    guard table == .claims, let first = rows.first else { return nil }
    return corpus.article(corpus.facts.claims[first].provenance.article)
  }

  /// What one row has.
  private struct RowTerms: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    let entities: [Int]

    init(
      _ source: CorpusTerms, _ table: CorpusTable, _ row: Int, in article: AnnotatedArticle?
    ) {
      entities = source.entities(of: table, row: row)
      source.forEach(of: table, row: row, in: article) { term in
        bytes += term
        ends.append(bytes.count)
      }
    }

    func forEach(_ body: (ArraySlice<UInt8>) -> Void) {
      var start = 0
      for end in ends {
        body(bytes[start..<end])
        start = end
      }
    }
  }

  private mutating func add(_ term: ArraySlice<UInt8>, _ table: CorpusTable, _ row: Int) {
    guard !term.isEmpty else { return }
    let number = terms.number(of: term)
    if number == beginnings.count {
      let lengths = 1...min(Self.longestPrefix, term.count)
      beginnings.append(lengths.map { prefixes.number(of: term.prefix($0)) })
    }
    guard termRows.add(number, table, row: row) else { return }
    for prefix in beginnings[number] { _ = prefixRows.add(prefix, table, row: row) }
  }

  /// Writes the sections of terms.
  func write(to output: inout SnapshotOutput) throws(StoreError) {
    try write(terms, .terms, termRows, .termRows, to: &output)
    try write(prefixes, .prefixes, prefixRows, .prefixRows, to: &output)
    try output.rows(.entityRows, count: entityCount) { entityRows.bytes($0) }
  }

  private func write(
    _ table: TermTable, _ keys: SnapshotSection, _ postings: Postings, _ rows: SnapshotSection,
    to output: inout SnapshotOutput
  ) throws(StoreError) {
    let order = table.sorted
    try output.rows(keys, count: order.count) { Array(table[order[$0]]) }
    try output.rows(rows, count: order.count) { postings.bytes(order[$0]) }
  }
}
