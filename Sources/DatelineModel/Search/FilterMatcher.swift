import DatelineText

/// Judges the things of one corpus by one filter whose years are settled.
struct FilterMatcher {
  private let corpus: Corpus
  private let filter: Filter
  /// For each entity: its names, folded.
  private let names: [EntityID: [SearchText]]
  /// For each article: its mentions with their entities; empty where the filter asks for none.
  private let mentions: [[(span: ByteSpan, entity: EntityID)]]
  private let lookup: Lookup
  private let conflicting: Conflicting
  private let annotations: Annotations
  /// Looks up what need not be judged; nil where the corpus is held.
  private let finder: CandidateFinder?

  /// Prepares to judge by `filter`.
  ///
  /// - Parameters:
  ///   - lookup: The look-up of `corpus`, where there is one already.
  ///   - annotations: The user's marks and tags, where they are known already.
  ///   - looksUp: Whether `candidates(of:)` is asked first, and only its candidates are judged.
  init(
    _ filter: Filter, corpus: Corpus, lookup: Lookup? = nil, annotations: Annotations? = nil,
    looksUp: Bool = false
  ) {
    let filter = filter.settled(in: corpus)
    let lookup = lookup ?? Lookup(corpus)
    let annotations =
      annotations
      ?? (filter.asksForAnnotations
        ? Annotations(corpus.decisions, corpus: corpus, lookup: lookup) : Annotations())
    let finder = looksUp ? CandidateFinder(corpus, annotations) : nil
    let isLookedUp = finder != nil && filter.isIndexed
    let asksForEntities = filter.asksForEntities && !isLookedUp
    self.init(
      filter, corpus, lookup, annotations, finder,
      names: asksForEntities
        ? corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = Self.names(of: $1) } : [:],
      asksForMentions: asksForEntities, asksForConflicts: filter.asksForConflicts && !isLookedUp)
  }

  /// Prepares to answer all questions about the things of `corpus` but those for entities.
  init(answeringAll corpus: Corpus, lookup: Lookup) {
    self.init(
      .everything, corpus, lookup, Annotations(), nil, names: [:], asksForMentions: false,
      asksForConflicts: true)
  }

  private init(
    _ filter: Filter, _ corpus: Corpus, _ lookup: Lookup, _ annotations: Annotations,
    _ finder: CandidateFinder?, names: [EntityID: [SearchText]], asksForMentions: Bool,
    asksForConflicts: Bool
  ) {
    self.filter = filter
    self.corpus = corpus
    self.lookup = lookup
    self.finder = finder
    self.names = names
    mentions = asksForMentions ? corpus.mentionsByArticle() : []
    conflicting = asksForConflicts ? Conflicting(corpus, lookup) : Conflicting()
    self.annotations = annotations
  }

  /// What takes part in conflicts.
  private struct Conflicting {
    var claims: Set<String> = []
    var events: Set<String> = []
    var articles: Set<ArticleID> = []

    init() {}

    init(_ corpus: Corpus, _ lookup: Lookup) {
      claims = Set(corpus.facts.conflicts.flatMap { [$0.first, $0.second] })
      for claim in claims.compactMap({ lookup.claim($0) }).map({ corpus.facts.claims[$0] }) {
        articles.insert(claim.provenance.article)
        if let event = claim.event { events.insert(event) }
      }
    }
  }

  /// The rows that may be shown, and whether all of them are; nil where each has to be judged.
  func candidates(of table: CorpusTable) -> (rows: RowSet, isExact: Bool)? {
    finder.map { ($0.rows(of: table, for: filter), filter.isIndexed) }
  }

  /// Whether the filter shows a row.
  func shows(_ table: CorpusTable, row: Int) -> Bool { shows(questions(of: table, row: row)) }

  /// What a filter can ask of a thing; nil answers count as no.
  struct Questions {
    /// Whether the thing's text has the pattern.
    var hasText: ([UInt8], SearchText.WordEnd) -> Bool
    /// The entities that take part.
    var entities: () -> [EntityID]
    /// Its types and kinds, folded.
    var types: () -> [String]
    /// The articles that it stands in, as indices.
    var articles: () -> [Int]
    /// When it was.
    var interval: DayInterval?
    /// Whether that is inferred.
    var isInferred: Bool
    /// How far it is asserted.
    var statuses: () -> [FactStatus]
    /// Independent sources.
    var sources: Int
    /// Whether it takes part in a conflict.
    var isConflicting: () -> Bool
    /// What the user's tags and marks on it hang on: of a relation the entities at its ends.
    var items: () -> [Item]
  }

  private static func names(of entity: Entity) -> [SearchText] {
    ([entity.name] + entity.aliases.map(\.name)).map { SearchText($0.utf8) }
  }

  /// Whether the filter shows the thing.
  func shows(_ thing: Questions) -> Bool { shows(thing, filter) }

  private func shows(_ thing: Questions, _ filter: Filter) -> Bool {
    switch filter {
    case .everything: true
    case .word(let text), .phrase(let text): thing.hasText(Array(text.utf8), .whole)
    case .prefix(let text): thing.hasText(Array(text.utf8), .prefix)
    case .entity(let text): thing.entities().contains { Self.bear(names[$0, default: []], text) }
    case .type(let text): hasType(thing, text)
    case .source(let text): thing.articles().contains { isFrom($0, text) }
    case .language(let tag): thing.articles().contains { corpus.head(at: $0).language == tag }
    case .date(let condition): matches(thing, condition)
    case .status(let condition): matches(thing, condition)
    case .tag(let text): thing.items().contains { annotations.has(tag: text, on: $0) }
    case .not(let inner): !shows(thing, inner)
    case .and(let parts): parts.allSatisfy { shows(thing, $0) }
    case .or(let parts): parts.contains { shows(thing, $0) }
    }
  }

  /// Whether a name of the entity has `text` at the beginning of a word.
  static func bears(_ entity: Entity, _ text: String) -> Bool {
    bear(names(of: entity), text)
  }

  private static func bear(_ names: [SearchText], _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return names.contains { $0.firstMatch(of: pattern, end: .prefix) != nil }
  }

  private func hasType(_ thing: Questions, _ text: String) -> Bool {
    if "future".hasPrefix(text), text.utf8.count >= 3 {
      return thing.statuses().contains(.planned)
    }
    return thing.types().contains { $0.hasPrefix(text) }
  }

  /// Whether an article's source, byline, address or name holds `text`.
  private func isFrom(_ index: Int, _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return corpus.head(at: index).signs.contains {
      SearchText($0.utf8).firstMatch(of: pattern, end: .prefix) != nil
    }
  }

  private func matches(_ thing: Questions, _ condition: Filter.DateCondition) -> Bool {
    switch condition {
    case .none: thing.interval == nil
    case .inferred: thing.interval != nil && thing.isInferred
    case .within(let interval): thing.interval?.isPlaced(in: interval) ?? false
    case .yearless: false
    }
  }

  private func matches(_ thing: Questions, _ condition: Filter.StatusCondition) -> Bool {
    switch condition {
    case .fact(let status): thing.statuses().contains(status)
    case .single: thing.sources == 1
    case .conflict: thing.isConflicting()
    case .copy: isCopy(thing)
    case .marked: thing.items().contains(where: annotations.marks.contains)
    case .new: corpus.isNew(thing.articles().map { corpus.id(at: $0) })
    }
  }
}

extension FilterMatcher {
  /// How a thing stands, besides its statuses.
  func standings(of thing: Questions) -> [Standing] {
    Standing.allCases.filter { standing in
      switch standing {
      case .single: thing.sources == 1
      case .conflict: thing.isConflicting()
      case .copy: isCopy(thing)
      case .inferred: thing.interval != nil && thing.isInferred
      }
    }
  }

  private func isCopy(_ thing: Questions) -> Bool {
    thing.articles().allSatisfy { corpus.original(of: corpus.id(at: $0)) != nil }
  }

  /// Whether `test` holds for one of the texts of a row in which words are looked for; `text` is that
  /// of a claim's article, where it is at hand.
  func hasText(
    of table: CorpusTable, row: Int, in text: SourceText? = nil, _ test: (SearchText) -> Bool
  ) -> Bool {
    func has(_ string: String?) -> Bool { string.map { test(SearchText($0.utf8)) } ?? false }
    func has(_ place: Provenance) -> Bool {
      corpus.index(of: place.article).map { test(corpus.searchText(at: $0, place.span)) } ?? false
    }
    switch table {
    case .articles: return test(corpus.searchText(at: row)) || has(corpus.head(at: row).title)
    case .events:
      let event = corpus.facts.timeline[row]
      return has(event.title) || event.supports.contains { has($0.provenance) }
    case .relations:
      let relation = corpus.facts.relations[row]
      return has(relation.detail) || relation.supports.contains { has($0) }
    case .claims:
      let claim = corpus.facts.claims[row]
      if has(claim.speakerText) || has(claim.topic) { return true }
      guard let bytes = text?.bytes else { return has(claim.provenance) }
      return test(SearchText(bytes[claim.provenance.span.range.clamped(to: bytes.indices)]))
    case .entities: return Self.names(of: corpus.facts.entities[row]).contains(where: test)
    }
  }

  /// Questions about a row; `source` is a claim as its article has it, where that is at hand.
  func questions(of table: CorpusTable, row: Int, _ source: Claim? = nil) -> Questions {
    switch table {
    case .articles: questions(article: row)
    case .events: questions(event: corpus.facts.timeline[row], at: row)
    case .relations: questions(relation: corpus.facts.relations[row], at: row)
    case .claims: questions(claim: corpus.facts.claims[row], at: row, source)
    case .entities: questions(entity: corpus.facts.entities[row], at: row)
    }
  }

  private func hasText(
    _ table: CorpusTable, _ row: Int, _ pattern: [UInt8], _ end: SearchText.WordEnd
  ) -> Bool {
    hasText(of: table, row: row) { $0.firstMatch(of: pattern, end: end) != nil }
  }

  /// Questions about an article.
  private func questions(article index: Int) -> Questions {
    let article = corpus.head(at: index)
    let id = article.id
    return Questions(
      hasText: { hasText(.articles, index, $0, $1) },
      entities: { mentions.isEmpty ? [] : mentions[index].map(\.entity) },
      types: {
        let article = corpus.article(at: index)
        return article.events.map { SearchText.key($0.type.rawValue) }
          + article.claims.flatMap(Self.types)
      },
      articles: { [index] }, interval: article.date.interval,
      isInferred: [.inferred, .corpus].contains(article.date.basis),
      statuses: { corpus.article(at: index).events.map(\.status) },
      sources: 1,
      isConflicting: { conflicting.articles.contains(id) },
      items: { [.article(id)] })
  }

  /// Questions about an event.
  private func questions(event: TimelineEvent, at row: Int) -> Questions {
    let indices = event.articles.compactMap { corpus.index(of: $0) }
    return Questions(
      hasText: { hasText(.events, row, $0, $1) },
      entities: {
        event.actors + event.recipients + event.places
          + event.supports.flatMap { mentioned(in: $0.provenance) }
      },
      types: { Self.types(event) }, articles: { indices }, interval: event.interval,
      isInferred: event.isDateInferred,
      statuses: { event.statuses }, sources: event.sources,
      isConflicting: { conflicting.events.contains(event.id) },
      items: { [.event(event.id)] })
  }

  /// Questions about an entity.
  private func questions(entity: Entity, at row: Int) -> Questions {
    Questions(
      hasText: { hasText(.entities, row, $0, $1) },
      entities: { [entity.id] },
      types: { [SearchText.key(entity.type.rawValue), entity.type.plainName] },
      articles: { entity.articles.compactMap { corpus.index(of: $0) } }, interval: nil,
      isInferred: false, statuses: { [] }, sources: entity.articles.count,
      isConflicting: { false }, items: { [.entity(entity.id)] })
  }

  /// Questions about a claim.
  private func questions(claim: CorpusClaim, at row: Int, _ known: Claim?) -> Questions {
    let source = { known ?? corpus.source(of: claim) }
    let index = corpus.index(of: claim.provenance.article)
    let event = claim.event.flatMap { lookup.event($0) }.map { corpus.facts.timeline[$0] }
    return Questions(
      hasText: { hasText(.claims, row, $0, $1) },
      entities: { claim.speakers + claim.addressees + mentioned(in: claim.provenance) },
      types: { source().map(Self.types) ?? [] },
      articles: { index.map { [$0] } ?? [] },
      interval: event?.interval, isInferred: event?.isDateInferred ?? false,
      statuses: { [source()?.kind == .denial ? .denied : .attributed] },
      sources: event?.sources ?? 1, isConflicting: { conflicting.claims.contains(claim.id) },
      items: { [.claim(claim.id)] })
  }

  /// Questions about a relation.
  private func questions(relation: Relation, at row: Int) -> Questions {
    let indices = relation.articles.compactMap { corpus.index(of: $0) }
    return Questions(
      hasText: { hasText(.relations, row, $0, $1) },
      entities: { [relation.source, relation.target] + relation.claimedBy },
      types: { [relation.kind.rawValue] }, articles: { indices }, interval: relation.interval,
      isInferred: false, statuses: { [relation.status] }, sources: relation.weight,
      isConflicting: { false }, items: { [.entity(relation.source), .entity(relation.target)] })
  }

  /// The entities that a stretch of text mentions.
  private func mentioned(in provenance: Provenance) -> [EntityID] {
    guard !mentions.isEmpty, let index = corpus.index(of: provenance.article) else { return [] }
    return mentions[index].filter { provenance.span.overlaps($0.span) }.map(\.entity)
  }

  private static func types(_ event: TimelineEvent) -> [String] {
    ([event.type.rawValue, event.type.noun(mode: event.mode)] + event.modeWords)
      .map(SearchText.key)
  }

  /// The kind of a claim, and "casualties" where it counts harm to people.
  private static func types(_ claim: Claim) -> [String] {
    let harm: Set<String> = ["deaths", "casualties", "injured", "wounded", "losses"]
    return [claim.kind.rawValue]
      + (claim.quantities.contains { harm.contains($0.unit) } ? ["casualties"] : [])
  }
}
