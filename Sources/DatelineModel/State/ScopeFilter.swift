import DatelineText

/// A scope made ready to be asked about many rows.
struct ScopeFilter {
  private let scope: Scope
  private let corpus: Corpus
  private let lookup: Lookup
  private let annotations: Annotations
  private let selected: Set<Item>
  /// Judges by the words typed; nil where there are none.
  private let matcher: FilterMatcher?
  /// Looks up what need not be judged; nil where the corpus is held.
  private let finder: CandidateFinder?
  /// Where the entity is mentioned, in a corpus that is held.
  private var mentions: [ArticleID: [ByteSpan]] = [:]
  /// The row of the entity in a corpus that is stored.
  private var entityRow: Int?
  /// The event that all is narrowed to.
  private let event: TimelineEvent?

  /// Makes a filter of the scope of `model`.
  init(_ model: Model) { self.init(model.place.scope, model) }

  /// Makes a filter of another scope.
  init(_ scope: Scope, _ model: Model) {
    self.init(scope, model.corpus, model.lookup, model.annotations, model.selected)
  }

  /// Makes a filter that narrows nothing, for `words` and `has`.
  init(_ corpus: Corpus, lookup: Lookup) {
    self.init(Scope(), corpus, lookup, Annotations(), [])
  }

  private init(
    _ scope: Scope, _ corpus: Corpus, _ lookup: Lookup, _ annotations: Annotations,
    _ selected: Set<Item>
  ) {
    self.scope = scope
    self.corpus = corpus
    self.lookup = lookup
    self.annotations = annotations
    self.selected = selected
    matcher = Filter(typed: scope.text).map {
      FilterMatcher(
        $0, corpus: corpus, lookup: lookup, annotations: annotations, looksUp: true)
    }
    finder = CandidateFinder(corpus)
    event = scope.event.flatMap { lookup.event($0) }.map { corpus.facts.timeline[$0] }
    guard let id = scope.entity, let row = corpus.row(of: id) else { return }
    if finder != nil {
      entityRow = row
      return
    }
    for reference in corpus.facts.entities[row].mentions {
      guard let article = corpus.article(reference.article),
        article.mentions.indices.contains(reference.mention)
      else { continue }
      mentions[reference.article, default: []].append(article.mentions[reference.mention].span)
    }
  }

  // MARK: Rows

  /// The rows of a table that pass.
  ///
  /// Cost: of a stored corpus proportional to what the words of the scope find; what cannot be
  /// looked up is judged row by row.
  func rows(of table: CorpusTable) -> RowSet {
    guard let finder else {
      let count = corpus.count(of: table)
      let passing = (0..<count).lazy.filter { row in
        passes(table, row: row) && matcher?.shows(table, row: row) ?? true
      }
      return RowSet(passing, count: count)
    }
    var rows = finder.all(table)
    narrow(&rows, of: table, finder)
    if scope.event != nil || !isTraitStored {
      rows = RowSet(rows.rows.lazy.filter { passes(table, row: $0) }, count: rows.count)
    }
    guard let matcher, let found = matcher.candidates(of: table) else { return rows }
    rows.formIntersection(found.rows)
    guard !found.isExact else { return rows }
    return RowSet(rows.rows.lazy.filter { matcher.shows(table, row: $0) }, count: rows.count)
  }

  /// Takes out what the parts of the scope besides its words are known to refuse.
  private func narrow(_ rows: inout RowSet, of table: CorpusTable, _ finder: CandidateFinder) {
    if let article = scope.article {
      let index = corpus.index(of: article)
      rows.formIntersection(
        finder.rows(of: table, in: RowSet([index].compactMap { $0 }, count: corpus.count)))
    }
    if let event {
      let articles = event.articles.compactMap { corpus.index(of: $0) }
      rows.formIntersection(
        finder.rows(of: table, in: RowSet(articles, count: corpus.count)))
    }
    if scope.entity != nil, table != .relations {
      rows.formIntersection(
        entityRow.map { finder.rows(of: table, naming: $0) } ?? RowSet(count: rows.count))
    }
    if let days = scope.days { rows.formIntersection(self.rows(of: table, touching: days, finder)) }
    if !scope.kinds.isEmpty, table != .articles {
      rows.formIntersection(
        finder.rows(of: table, .kind, scope.kinds.lowercased(), isPrefix: true))
    }
    if scope.trait == .new { rows.formIntersection(finder.rows(of: table, in: finder.newArticles)) }
    if let trait = scope.trait, isTraitStored {
      rows.formIntersection(finder.rows(of: table, .trait, trait.rawValue))
    }
  }

  private func rows(of table: CorpusTable, touching days: DayInterval, _ finder: CandidateFinder)
    -> RowSet
  {
    var rows = finder.rows(of: table, within: days)
    if table == .articles {
      rows.formUnion(finder.articles(telling: finder.rows(of: .events, within: days)))
    }
    return rows
  }

  /// Whether the trait, if there is one, can be looked up.
  private var isTraitStored: Bool {
    scope.trait.map { Scope.Trait.stored.contains($0) } ?? true
  }

  /// Whether a row passes the scope but for its words.
  private func passes(_ table: CorpusTable, row: Int) -> Bool {
    switch table {
    case .articles: passes(articleAt: row)
    case .events: passes(corpus.facts.timeline[row])
    case .relations: passes(corpus.facts.relations[row])
    case .claims: passes(corpus.facts.claims[row])
    case .entities: true
    }
  }

  // MARK: Articles

  private func passes(articleAt index: Int) -> Bool {
    let article = corpus.head(at: index)
    let id = article.id
    if let wanted = scope.article, wanted != id { return false }
    if let event, !event.articles.contains(id) { return false }
    if scope.entity != nil, finder == nil, mentions[id] == nil { return false }
    if let days = scope.days, !touches(article, days) { return false }
    return passes(scope.trait, article)
  }

  private func touches(_ article: ArticleHead, _ days: DayInterval) -> Bool {
    if article.date.interval?.isPlaced(in: days) ?? false { return true }
    return lookup.events(of: article.id).contains { row in
      corpus.facts.timeline[row].interval?.isPlaced(in: days) ?? false
    }
  }

  private func passes(_ trait: Scope.Trait?, _ article: ArticleHead) -> Bool {
    let item = Item.article(article.id)
    switch trait {
    case nil, .singleSource, .conflict: return true
    case .undated: return article.date.interval == nil
    case .marked: return annotations.marks.contains(item)
    case .noted: return annotations.notes[item] != nil
    case .selected: return selected.contains(item)
    case .inferred: return article.date.basis == .inferred || article.date.basis == .corpus
    case .copy: return corpus.original(of: article.id) != nil
    case .new: return corpus.new.contains(article.id)
    }
  }

  // MARK: Events

  private func passes(_ event: TimelineEvent) -> Bool {
    if let wanted = scope.event, wanted != event.id { return false }
    if let article = scope.article,
      !event.supports.contains(where: { $0.provenance.article == article })
    {
      return false
    }
    if let days = scope.days, !(event.interval?.isPlaced(in: days) ?? false) { return false }
    if let entity = scope.entity, finder == nil, !involves(event, entity) { return false }
    if !KindWords.match(scope.kinds, words(of: event)) { return false }
    return passes(scope.trait, event)
  }

  private func words(of event: TimelineEvent) -> [String] {
    KindWords.of(event.type) + event.statuses.flatMap { KindWords.of($0) } + event.modeWords
      + KindWords.ofTitle(event.title)
  }

  private func involves(_ event: TimelineEvent, _ entity: EntityID) -> Bool {
    event.actors.contains(entity) || event.recipients.contains(entity)
      || event.places.contains(entity)
      || event.supports.contains { isMentioned(in: $0.provenance) }
  }

  private func isMentioned(in provenance: Provenance) -> Bool {
    mentions[provenance.article]?.contains { provenance.span.overlaps($0) } ?? false
  }

  private func passes(_ trait: Scope.Trait?, _ event: TimelineEvent) -> Bool {
    switch trait {
    case nil, .copy, .conflict: true
    case .new: corpus.isNew(event.articles)
    case .singleSource: event.sources <= 1
    case .undated: event.interval == nil
    case .marked: annotations.marks.contains(.event(event.id))
    case .noted: annotations.notes[.event(event.id)] != nil
    case .selected: selected.contains(.event(event.id))
    case .inferred: event.isDateInferred
    }
  }

  // MARK: Relations

  private func passes(_ relation: Relation) -> Bool {
    if let article = scope.article, !relation.supports.contains(where: { $0.article == article }) {
      return false
    }
    if let event,
      !relation.supports.contains(where: { support in
        event.supports.contains {
          $0.provenance.article == support.article && $0.provenance.span.overlaps(support.span)
        }
      })
    {
      return false
    }
    if let days = scope.days, !(relation.interval?.isPlaced(in: days) ?? false) { return false }
    if !KindWords.match(scope.kinds, KindWords.of(relation)) { return false }
    return passes(scope.trait, relation)
  }

  private func passes(_ trait: Scope.Trait?, _ relation: Relation) -> Bool {
    let ends = [Item.entity(relation.source), .entity(relation.target)]
    return switch trait {
    case nil, .copy, .conflict, .inferred: true
    case .new: corpus.isNew(relation.articles)
    case .singleSource: relation.weight <= 1
    case .undated: relation.interval == nil
    case .marked: ends.contains { annotations.marks.contains($0) }
    case .noted: ends.contains { annotations.notes[$0] != nil }
    case .selected: ends.contains { selected.contains($0) }
    }
  }

  // MARK: Claims

  private func passes(_ claim: CorpusClaim) -> Bool {
    if let article = scope.article, claim.provenance.article != article { return false }
    if let event, claim.event != event.id, !isPart(claim, of: event) { return false }
    if let days = scope.days, !touches(claim, days) { return false }
    if let entity = scope.entity, finder == nil, !claim.speakers.contains(entity),
      !claim.addressees.contains(entity), !isMentioned(in: claim.provenance)
    {
      return false
    }
    if !scope.kinds.isEmpty, !KindWords.match(scope.kinds, words(of: claim)) { return false }
    return passes(scope.trait, claim)
  }

  private func words(of claim: CorpusClaim, _ source: Claim? = nil) -> [String] {
    (source ?? corpus.source(of: claim)).map { KindWords.of($0, topic: claim.topic) } ?? []
  }

  private func isPart(_ claim: CorpusClaim, of event: TimelineEvent) -> Bool {
    event.supports.contains {
      $0.provenance.article == claim.provenance.article
        && $0.provenance.span.overlaps(claim.provenance.span)
    }
  }

  private func touches(_ claim: CorpusClaim, _ days: DayInterval) -> Bool {
    guard let id = claim.event, let row = lookup.event(id) else { return false }
    return corpus.facts.timeline[row].interval?.isPlaced(in: days) ?? false
  }

  private func passes(_ trait: Scope.Trait?, _ claim: CorpusClaim) -> Bool {
    switch trait {
    case nil, .copy, .inferred: true
    case .new: corpus.isNew([claim.provenance.article])
    case .marked: annotations.marks.contains(.claim(claim.id))
    case .noted: annotations.notes[.claim(claim.id)] != nil
    case .conflict: !lookup.conflicts(of: claim.id).isEmpty
    case .singleSource:
      claim.event.flatMap { lookup.event($0) }.map { corpus.facts.timeline[$0].sources <= 1 }
        ?? lookup.conflicts(of: claim.id).isEmpty
    case .undated: claim.event.flatMap { lookup.event($0) } == nil
    case .selected: selected.contains(.claim(claim.id))
    }
  }
}

// MARK: - What is indexed

extension ScopeFilter {
  /// The words by which the user may ask for the type of a row; none for articles. `source` is a claim
  /// as its article has it, where that is at hand.
  func words(of table: CorpusTable, row: Int, _ source: Claim? = nil) -> [String] {
    switch table {
    case .articles, .entities: []
    case .events: words(of: corpus.facts.timeline[row])
    case .relations: KindWords.of(corpus.facts.relations[row])
    case .claims: words(of: corpus.facts.claims[row], source)
    }
  }

  /// Whether a row has a trait that does not hang on the user.
  func has(_ trait: Scope.Trait, of table: CorpusTable, row: Int) -> Bool {
    switch table {
    case .articles: passes(trait, corpus.head(at: row))
    case .events: passes(trait, corpus.facts.timeline[row])
    case .relations: passes(trait, corpus.facts.relations[row])
    case .claims: passes(trait, corpus.facts.claims[row])
    case .entities: false
    }
  }
}

extension Scope.Trait {
  /// The traits that are the same for every user and visit.
  static let stored: [Self] = [.singleSource, .undated, .conflict, .inferred, .copy]
}
