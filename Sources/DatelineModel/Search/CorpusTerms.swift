public import DatelineText

/// The tables of a corpus that filters choose rows of.
public enum CorpusTable: Int, Hashable, Sendable, CaseIterable {
  case articles, events, relations, claims, entities
}

/// What a term says of a row: the first byte of the term, smaller than all bytes of words. A term
/// without such a byte is a word of the row's text.
enum TermSpace: UInt8 {
  /// A type or kind, as `type:` asks for it.
  case type = 1
  /// A word of a type, as the prompt for types asks for it.
  case kind
  /// A status, as `status:` asks for it.
  case status
  /// A property that the scope may ask for.
  case trait
  /// The language of an article.
  case language
  /// A word of the source, byline, address or name of an article.
  case source
  /// A whole name of an entity, in lower case.
  case name

  /// The term that says `text`.
  func term(_ text: some Sequence<UInt8>) -> [UInt8] { [rawValue] + text }
}

/// What can be asked of each row of a resolved corpus, as terms to be indexed: so a filter looks up
/// what it would otherwise have to judge row by row.
///
/// Made out of the same answers that `FilterMatcher` gives, so that both find the same.
public struct CorpusTerms: Sendable {
  private let corpus: Corpus
  private let matcher: FilterMatcher
  private let scope: ScopeFilter
  private let entityRows: [EntityID: Int]
  /// For each article: its mentions that have an entity, with the row of it.
  private let mentions: [[(span: ByteSpan, entity: Int)]]

  /// Prepares the terms of `corpus`, which is held; `lookup` is its look-up.
  public init(_ corpus: Corpus, lookup: Lookup) {
    self.corpus = corpus
    matcher = FilterMatcher(answeringAll: corpus, lookup: lookup)
    scope = ScopeFilter(corpus, lookup: lookup)
    entityRows = corpus.facts.entities.enumerated().reduce(into: [:]) {
      $0[$1.element.id] = $1.offset
    }
    mentions = corpus.mentionsByArticle { row, _ in row }
  }

  /// Calls `body` with each term of a row; with some more than once.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - row: The row.
  ///   - article: Of a claim: its article, where that is at hand.
  ///   - body: Takes a term.
  public func forEach(
    of table: CorpusTable, row: Int, in article: AnnotatedArticle? = nil,
    _ body: (ArraySlice<UInt8>) -> Void
  ) {
    let claim = article.flatMap { $0.claim(corpus.facts.claims[row]) }
    _ = matcher.hasText(of: table, row: row, in: article?.article.text) { text in
      text.forEachWord(body)
      return false
    }
    func say(_ space: TermSpace, _ texts: some Sequence<String>) {
      for text in texts { body(space.term(text.utf8)[...]) }
    }
    guard table != .entities else {
      say(.name, corpus.facts.entities[row].lowercasedNames)
      return
    }
    let thing = matcher.questions(of: table, row: row, claim)
    say(.type, thing.types())
    say(.status, thing.statuses().map(\.rawValue))
    say(.status, matcher.standings(of: thing).map(\.rawValue))
    say(.kind, scope.words(of: table, row: row, claim).map { $0.lowercased() })
    say(.trait, Scope.Trait.stored.filter { scope.has($0, of: table, row: row) }.map(\.rawValue))
    guard table == .articles else { return }
    let head = corpus.head(at: row)
    say(.language, [head.language].compactMap { $0 })
    for sign in head.signs {
      SearchText(sign.utf8).forEachWord { body(TermSpace.source.term($0)[...]) }
    }
  }

  /// The rows of the entities that take part in a row, some more than once.
  public func entities(of table: CorpusTable, row: Int) -> [Int] {
    switch table {
    case .entities: return []
    case .articles: return mentions[row].map(\.entity)
    case .events:
      let event = corpus.facts.timeline[row]
      return rows(event.actors + event.recipients + event.places)
        + event.supports.flatMap { mentioned(in: $0.provenance) }
    case .claims:
      let claim = corpus.facts.claims[row]
      return rows(claim.speakers + claim.addressees) + mentioned(in: claim.provenance)
    case .relations:
      let relation = corpus.facts.relations[row]
      return rows([relation.source, relation.target] + relation.claimedBy)
    }
  }

  private func rows(_ ids: [EntityID]) -> [Int] { ids.compactMap { entityRows[$0] } }

  /// The entities that a stretch of text mentions.
  private func mentioned(in place: Provenance) -> [Int] {
    guard let index = corpus.index(of: place.article) else { return [] }
    return mentions[index].lazy.filter { place.span.overlaps($0.span) }.map(\.entity)
  }
}

extension SearchText {
  /// Calls `body` with each word: a run of letters and digits.
  func forEachWord(_ body: (ArraySlice<UInt8>) -> Void) {
    var index = 0
    while index < bytes.count {
      guard Self.isWord(bytes[index]), bytes[index] != Self.filler else {
        index += 1
        continue
      }
      let start = index
      var hasFillers = false
      while index < bytes.count, Self.isWord(bytes[index]) {
        if bytes[index] == Self.filler { hasFillers = true }
        index += 1
      }
      let word = bytes[start..<index]
      body(hasFillers ? word.filter { $0 != Self.filler }[...] : word)
    }
  }

  /// The words of a folded query.
  static func words(of query: String) -> [[UInt8]] {
    query.utf8.split { !isWord($0) }.map(Array.init)
  }
}

extension ArticleHead {
  /// What `src:` looks at.
  var signs: [String] { [source, byline, url, id.name].compactMap { $0 } }
}

extension Corpus {
  /// How many rows a table has.
  public func count(of table: CorpusTable) -> Int {
    switch table {
    case .articles: count
    case .events: facts.timeline.count
    case .relations: facts.relations.count
    case .claims: facts.claims.count
    case .entities: facts.entities.count
    }
  }
}
