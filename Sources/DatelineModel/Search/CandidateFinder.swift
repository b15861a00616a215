import DatelineText

/// Finds rows of a stored corpus that a filter may show, by looking its words up.
struct CandidateFinder {
  private let corpus: Corpus
  private let stored: any StoredCorpus
  private let annotations: Annotations

  /// Prepares to look up in `corpus`, on which the user left `annotations`; nil where it is held, for
  /// then all is looked at.
  init?(_ corpus: Corpus, _ annotations: Annotations = Annotations()) {
    guard let stored = corpus.stored?.corpus else { return nil }
    self.corpus = corpus
    self.stored = stored
    self.annotations = annotations
  }

  /// The rows that `filter` may show, and no others where the filter `isIndexed`.
  ///
  /// Cost: proportional to the rows that have a word of the filter, a nanosecond or two each.
  func rows(of table: CorpusTable, for filter: Filter) -> RowSet {
    switch filter {
    case .word(let text), .phrase(let text): rows(of: table, for: text, .whole)
    case .prefix(let text): rows(of: table, for: text, .prefix)
    case .entity(let text):
      union(of: table, entities(bearing: text)) { stored.rows(of: table, naming: $0) }
    case .type(let text):
      text.utf8.count >= 3 && "future".hasPrefix(text)
        ? rows(of: table, .status, FactStatus.planned.rawValue)
        : rows(of: table, .type, text, isPrefix: true)
    case .source(let text):
      rows(of: table, in: sources(SearchText.words(of: text), endsInWord: text.endsInWord))
    case .language(let tag): rows(of: table, in: rows(of: .articles, .language, tag))
    case .date(let condition): rows(of: table, on: condition)
    case .status(let condition): rows(of: table, condition)
    case .everything: all(table)
    case .tag(let text):
      rows(of: table, of: annotations.tags.keys.filter { annotations.has(tag: text, on: $0) })
    case .not(let inner): inner.isIndexed ? rows(of: table, for: inner).inverted : all(table)
    case .and(let parts):
      parts.reduce(into: all(table)) { $0.formIntersection(rows(of: table, for: $1)) }
    case .or(let parts): union(of: table, parts) { rows(of: table, for: $0) }
    }
  }

  /// The rows that have a term, or a term that `text` begins.
  func rows(of table: CorpusTable, _ space: TermSpace, _ text: String, isPrefix: Bool = false)
    -> RowSet
  {
    stored.rows(of: table, having: space.term(text.utf8), isPrefix: isPrefix)
  }

  /// The rows that stand in one of `articles`.
  func rows(of table: CorpusTable, in articles: RowSet) -> RowSet {
    table == .articles ? articles : stored.rows(of: table, in: articles)
  }

  /// The rows that the entity in a row takes part in.
  func rows(of table: CorpusTable, naming entity: Int) -> RowSet {
    stored.rows(of: table, naming: entity)
  }

  /// The articles that tell one of `events`. Cost: one pass over the articles.
  func articles(telling events: RowSet) -> RowSet {
    RowSet(
      (0..<corpus.count).lazy.filter {
        stored.events(ofArticleAt: $0).contains(where: events.contains)
      },
      count: corpus.count)
  }

  /// The rows that are placed in some days.
  func rows(of table: CorpusTable, within days: DayInterval) -> RowSet {
    rows(of: table) { $0?.isPlaced(in: days) ?? false }
  }

  /// All rows.
  func all(_ table: CorpusTable) -> RowSet {
    RowSet(count: corpus.count(of: table), isFull: true)
  }

  private func rows(of table: CorpusTable, where isMet: (DayInterval?) -> Bool) -> RowSet {
    var rows = RowSet(count: corpus.count(of: table))
    for row in 0..<rows.count where isMet(stored.interval(of: table, row: row)) {
      rows.insert(row)
    }
    return rows
  }

  private func rows(of table: CorpusTable, for text: String, _ end: SearchText.WordEnd) -> RowSet {
    let words = SearchText.words(of: text)
    var rows = all(table)
    for (place, word) in words.enumerated() {
      let isOpen = place == words.count - 1 && end == .prefix && text.endsInWord
      rows.formIntersection(stored.rows(of: table, having: word, isPrefix: isOpen))
    }
    return rows
  }

  /// The articles whose source, byline, address or name has these words.
  private func sources(_ words: [[UInt8]], endsInWord: Bool) -> RowSet {
    var rows = all(.articles)
    for (place, word) in words.enumerated() {
      let isOpen = place == words.count - 1 && endsInWord
      rows.formIntersection(
        stored.rows(of: .articles, having: TermSpace.source.term(word), isPrefix: isOpen))
    }
    return rows
  }

  private func rows(of table: CorpusTable, on condition: Filter.DateCondition) -> RowSet {
    switch condition {
    case .none: rows(of: table) { $0 == nil }
    case .inferred: rows(of: table, .status, Standing.inferred.rawValue)
    case .within(let days): rows(of: table, within: days)
    case .yearless: RowSet(count: corpus.count(of: table))
    }
  }

  private func rows(of table: CorpusTable, _ condition: Filter.StatusCondition) -> RowSet {
    switch condition {
    case .fact(let status): rows(of: table, .status, status.rawValue)
    case .single: rows(of: table, .status, Standing.single.rawValue)
    case .conflict: rows(of: table, .status, Standing.conflict.rawValue)
    case .copy: rows(of: table, .status, Standing.copy.rawValue)
    case .marked: rows(of: table, of: annotations.marks)
    case .new: rows(of: table, in: newArticles)
    }
  }

  /// The rows of some things, and of the relations of those that are entities.
  private func rows(of table: CorpusTable, of items: some Sequence<Item>) -> RowSet {
    RowSet(items.flatMap { rows(of: table, of: $0) }, count: corpus.count(of: table))
  }

  private func rows(of table: CorpusTable, of item: Item) -> [Int] {
    switch (item, table) {
    case (.article(let id), .articles): [stored.index(of: id)].compactMap { $0 }
    case (.event(let id), .events): [stored.row(ofEvent: id)].compactMap { $0 }
    case (.claim(let id), .claims): [stored.row(ofClaim: id)].compactMap { $0 }
    case (.entity(let id), .entities): [stored.row(of: id)].compactMap { $0 }
    case (.entity(let id), .relations):
      stored.row(of: id).map { stored.relations(ofEntityAt: $0) } ?? []
    case (.article, _), (.event, _), (.claim, _), (.entity, _): []
    }
  }

  /// The articles that are new to the user.
  var newArticles: RowSet {
    RowSet(corpus.new.compactMap { corpus.index(of: $0) }, count: corpus.count)
  }

  /// The rows of the entities that have `text` at the beginning of a word of a name.
  private func entities(bearing text: String) -> [Int] {
    let found = rows(of: .entities, for: text, .prefix).rows
    return text.isPlainWord
      ? found : found.filter { FilterMatcher.bears(corpus.facts.entities[$0], text) }
  }

  /// The rows of the entities that have `name`, which is in lower case.
  func entities(named name: String) -> [Int] { rows(of: .entities, .name, name).rows }

  /// The first entities, those in most articles before others, of whose names one may have a word
  /// that `text` begins, and that `fits` accepts.
  func entities(begunBy text: String, most limit: Int, where fits: (Entity) -> Bool) -> [Entity] {
    let rows = rows(of: .entities, for: SearchText.key(text), .prefix)
    var found: [Entity] = []
    for row in stored.entitiesByWeight.lazy.map({ Int($0) }) where rows.contains(row) {
      let entity = corpus.facts.entities[row]
      if fits(entity) { found.append(entity) }
      if found.count == limit { break }
    }
    return found
  }

  /// The rows of the entities of whose names one may hold `text` anywhere.
  func entities(holding text: String) -> [Int] {
    let words = SearchText.words(of: SearchText.key(text))
    guard let first = words.first else { return [] }
    var rows = stored.rows(of: .entities, holding: first)
    for (place, word) in words.enumerated().dropFirst() {
      rows.formIntersection(
        stored.rows(of: .entities, having: word, isPrefix: place == words.count - 1))
    }
    return rows.rows
  }

  private func union<Part>(of table: CorpusTable, _ parts: [Part], _ rows: (Part) -> RowSet)
    -> RowSet
  {
    parts.reduce(into: RowSet(count: corpus.count(of: table))) { $0.formUnion(rows($1)) }
  }
}

/// How an assertion stands, besides its own status.
enum Standing: String, CaseIterable {
  case single, conflict, copy, inferred
}

extension Filter {
  /// Whether the rows that it shows can be looked up, and need not be looked at.
  var isIndexed: Bool {
    switch self {
    case .word(let text), .phrase(let text), .prefix(let text), .source(let text):
      text.isPlainWord
    case .everything, .entity, .type, .language, .date, .tag: true
    case .status(let condition): condition != .new
    case .not(let inner): inner.isIndexed
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isIndexed)
    }
  }
}

extension String {
  /// Whether a folded query is one word.
  fileprivate var isPlainWord: Bool { !isEmpty && utf8.allSatisfy(SearchText.isWord) }
  /// Whether the last word of a folded query may go on.
  fileprivate var endsInWord: Bool { utf8.last.map(SearchText.isWord) ?? false }
}
