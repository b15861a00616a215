public import DatelineText

/// One sentence that a query is found in.
public struct SearchHit: Hashable, Sendable {
  /// The sentence; where the query stands outside of all sentences, the place itself.
  public var provenance: Provenance
  /// The words that were found in it, in order.
  public var matches: [ByteSpan]

  /// Makes a hit.
  public init(provenance: Provenance, matches: [ByteSpan]) {
    self.provenance = provenance
    self.matches = matches
  }
}

extension Corpus {
  /// The articles that `filter` shows, in order of their identifiers.
  public func articles(matching filter: Filter) -> [AnnotatedArticle] {
    rows(of: .articles, matching: filter)?.map { article(at: $0) }
      ?? (0..<count).map { article(at: $0) }
  }

  /// The events that `filter` shows, in order of time.
  public func timeline(matching filter: Filter) -> [TimelineEvent] {
    rows(of: .events, matching: filter)?.map { facts.timeline[$0] } ?? facts.timeline.rows
  }

  /// The entities that `filter` shows, by identifier.
  public func entities(matching filter: Filter) -> [Entity] {
    rows(of: .entities, matching: filter)?.map { facts.entities[$0] } ?? facts.entities.rows
  }

  /// The claims that `filter` shows, by article and position.
  public func claims(matching filter: Filter) -> [CorpusClaim] {
    rows(of: .claims, matching: filter)?.map { facts.claims[$0] } ?? facts.claims.rows
  }

  /// The relations that `filter` shows, by source, target and kind.
  public func relations(matching filter: Filter) -> [Relation] {
    rows(of: .relations, matching: filter)?.map { facts.relations[$0] } ?? facts.relations.rows
  }

  /// The rows of a table that `filter` shows, in order; nil where it shows all. Each is judged, but of
  /// a stored corpus only those that cannot be looked up.
  private func rows(of table: CorpusTable, matching filter: Filter) -> [Int]? {
    guard !filter.isEverything else { return nil }
    let matcher = FilterMatcher(filter, corpus: self, looksUp: true)
    guard let found = matcher.candidates(of: table) else {
      return (0..<count(of: table)).filter { matcher.shows(table, row: $0) }
    }
    return found.rows.rows.filter { found.isExact || matcher.shows(table, row: $0) }
  }

  /// The conflicts one of whose claims `filter` shows, conflicts before tensions.
  public func conflicts(matching filter: Filter) -> [Conflict] {
    guard !filter.isEverything else { return facts.conflicts.rows }
    let shown = Set(claims(matching: filter).map(\.id))
    return facts.conflicts.filter { shown.contains($0.first) || shown.contains($0.second) }
  }

  /// The sentences of each article that `filter` shows which hold the most of its words, in order:
  /// where a sentence has all of them, those that have only some would bury it.
  ///
  /// A filter without words gives the sentences that tell the events and claims it shows, or name the
  /// entity it asks for; where there are none of them, the first sentence of each article.
  public func search(_ filter: Filter) -> [SearchHit] {
    let patterns = filter.patterns
    let told = patterns.isEmpty ? places(shownBy: filter) : [:]
    guard told.isEmpty else {
      return articles.indices.flatMap { hits(in: $0, at: told[articles[$0].article.id] ?? []) }
    }
    let matcher = FilterMatcher(filter, corpus: self)
    return articles.indices.filter { matcher.shows(.articles, row: $0) }
      .flatMap { hits(in: $0, patterns) }
  }

  /// Where the facts that `filter` asks for are told, by article.
  private func places(shownBy filter: Filter) -> [ArticleID: [Int]] {
    var places: [ArticleID: [Int]] = [:]
    func add(_ provenance: Provenance) {
      places[provenance.article, default: []].append(Int(provenance.span.lower))
    }
    if filter.asksForFacts {
      for event in timeline(matching: filter) {
        for support in event.supports { add(support.provenance) }
      }
      for claim in claims(matching: filter) { add(claim.provenance) }
    } else if filter.asksForEntities {
      for entity in entities(matching: filter) {
        for reference in entity.mentions {
          guard let article = article(reference.article) else { continue }
          add(
            Provenance(
              article: reference.article, span: article.mentions[reference.mention].span))
        }
      }
    }
    return places
  }

  /// The sentences of an article that hold the bytes at `offsets`, in order.
  private func hits(in index: Int, at offsets: [Int]) -> [SearchHit] {
    let article = articles[index]
    return Set(offsets.compactMap { article.sentence(at: $0) }).sorted().map { sentence in
      SearchHit(
        provenance: Provenance(
          article: article.article.id, span: article.sentences[sentence].span),
        matches: [])
    }
  }

  /// The text of an article, or what a span of it names, prepared for searching.
  func searchText(at index: Int, _ span: ByteSpan? = nil) -> SearchText {
    guard let span else {
      return SearchText(stored?.corpus.text(at: index) ?? articles.text(at: index))
    }
    return SearchText(
      stored?.corpus.text(at: index, span)
        ?? articles.text(at: index, span.range))
  }

  /// For each article: the mentions that have an entity, with it.
  func mentionsByArticle() -> [[(span: ByteSpan, entity: EntityID)]] {
    if let stored = stored?.corpus {
      return (0..<count).map { index in
        let mentions = stored.article(at: index).mentions
        return mentions.indices.compactMap { mention in
          stored.entity(ofMention: mention, inArticleAt: index).map { row in
            (span: mentions[mention].span, entity: stored.entityID(at: row))
          }
        }
      }
    }
    return mentionsByArticle { $1.id }
  }

  /// For each article of a corpus that is held: the mentions that have an entity, with what `name`
  /// makes of its row and itself.
  func mentionsByArticle<Name>(_ name: (Int, Entity) -> Name) -> [[(span: ByteSpan, entity: Name)]]
  {
    let spans = articles.mapEach { _, article in article.mentions.map(\.span) }
    var table = [[(span: ByteSpan, entity: Name)]](repeating: [], count: count)
    for (row, entity) in facts.entities.enumerated() {
      let named = name(row, entity)
      // The mentions of one article follow each other.
      var last: (id: ArticleID, index: Int?)?
      for reference in entity.mentions {
        if last?.id != reference.article {
          last = (reference.article, index(of: reference.article))
        }
        guard let index = last?.index, spans[index].indices.contains(reference.mention) else {
          continue
        }
        table[index].append((spans[index][reference.mention], named))
      }
    }
    return table
  }

  private func hits(in index: Int, _ patterns: [(text: [UInt8], end: SearchText.WordEnd)])
    -> [SearchHit]
  {
    let article = articles[index]
    guard !patterns.isEmpty else {
      return article.sentences.first.map {
        [SearchHit(provenance: Provenance(article: article.article.id, span: $0.span), matches: [])]
      } ?? []
    }
    var found: [ByteSpan: (matches: [ByteSpan], words: Int)] = [:]
    let text = searchText(at: index)
    for pattern in patterns {
      var last: ByteSpan?
      for match in matches(of: pattern, in: text) {
        let sentence = article.sentence(at: Int(match.lower)).map { article.sentences[$0].span }
        let span = sentence ?? match
        found[span, default: ([], 0)].matches.append(match)
        if span != last { found[span]?.words += 1 }
        last = span
      }
    }
    let most = found.values.map(\.words).max()
    return found.filter { $0.value.words == most }.sorted { $0.key < $1.key }.map { span, hit in
      SearchHit(
        provenance: Provenance(article: article.article.id, span: span),
        matches: hit.matches.sorted())
    }
  }

  private func matches(
    of pattern: (text: [UInt8], end: SearchText.WordEnd), in text: SearchText
  ) -> [ByteSpan] {
    var matches: [ByteSpan] = []
    while let match = text.firstMatch(
      of: pattern.text, end: pattern.end, from: matches.last.map { Int($0.upper) } ?? 0)
    {
      matches.append(match)
    }
    return matches
  }
}

extension Filter {
  /// Whether any part asks for an entity.
  var asksForEntities: Bool { hasPart { if case .entity = $0 { true } else { false } } }

  /// Whether any part asks for what events and claims have and articles have not.
  var asksForFacts: Bool {
    hasPart {
      switch $0 {
      case .status(.copy), .status(.new), .status(.marked): false
      case .type, .date, .status: true
      default: false
      }
    }
  }

  /// Whether any part asks for the user's tags or marks.
  var asksForAnnotations: Bool {
    hasPart {
      switch $0 {
      case .tag, .status(.marked): true
      default: false
      }
    }
  }

  /// Whether any part asks for conflicts.
  var asksForConflicts: Bool {
    hasPart { if case .status(.conflict) = $0 { true } else { false } }
  }

  /// Whether any part that is not made of others, forbidden ones included, is one that `isSought`.
  private func hasPart(where isSought: (Filter) -> Bool) -> Bool {
    switch self {
    case .not(let inner): inner.hasPart(where: isSought)
    case .and(let parts), .or(let parts): parts.contains { $0.hasPart(where: isSought) }
    case .everything, .word, .prefix, .phrase, .entity, .type, .source, .language, .date, .status,
      .tag:
      isSought(self)
    }
  }

  /// The texts that it asks for, not those that it forbids.
  var patterns: [(text: [UInt8], end: SearchText.WordEnd)] {
    switch self {
    case .word(let text), .phrase(let text): [(Array(text.utf8), .whole)]
    case .prefix(let text): [(Array(text.utf8), .prefix)]
    case .and(let parts), .or(let parts): parts.flatMap(\.patterns)
    case .everything, .entity, .type, .source, .language, .date, .status, .tag, .not: []
    }
  }
}
