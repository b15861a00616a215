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
  /// Where the entity is mentioned.
  private var mentions: [ArticleID: [ByteSpan]] = [:]
  /// The event that all is narrowed to.
  private let event: TimelineEvent?

  init(_ model: Model) {
    scope = model.place.scope
    corpus = model.corpus
    lookup = model.lookup
    annotations = model.annotations
    selected = model.selected
    matcher = Filter(typed: scope.text).map {
      FilterMatcher($0, corpus: model.corpus, lookup: model.lookup)
    }
    event = scope.event.flatMap { model.lookup.event($0) }.map { model.corpus.facts.timeline[$0] }
    if let id = scope.entity, let entity = model.corpus.entity(id) {
      for reference in entity.mentions {
        guard let article = model.corpus.article(reference.article),
          article.mentions.indices.contains(reference.mention)
        else { continue }
        mentions[reference.article, default: []].append(article.mentions[reference.mention].span)
      }
    }
  }

  // MARK: Articles

  func passes(articleAt index: Int) -> Bool {
    let article = corpus.head(at: index)
    let id = article.id
    if let wanted = scope.article, wanted != id { return false }
    if let event, !event.articles.contains(id) { return false }
    if scope.entity != nil, mentions[id] == nil { return false }
    if let days = scope.days, !touches(article, days) { return false }
    guard passesTrait(article) else { return false }
    guard let matcher else { return true }
    return matcher.shows(matcher.questions(article: index))
  }

  private func touches(_ article: ArticleHead, _ days: DayInterval) -> Bool {
    if article.date.interval?.isPlaced(in: days) ?? false { return true }
    return lookup.events(of: article.id).contains { row in
      corpus.facts.timeline[row].interval?.isPlaced(in: days) ?? false
    }
  }

  private func passesTrait(_ article: ArticleHead) -> Bool {
    let item = Item.article(article.id)
    switch scope.trait {
    case nil, .singleSource, .conflict: return true
    case .undated: return article.date.interval == nil
    case .marked: return annotations.marks.contains(item)
    case .noted: return annotations.notes[item] != nil
    case .selected: return selected.contains(item)
    case .inferred: return article.date.basis == .inferred || article.date.basis == .corpus
    case .copy: return corpus.facts.copies[article.id] != nil
    case .new: return corpus.new.contains(article.id)
    }
  }

  // MARK: Events

  func passes(_ event: TimelineEvent) -> Bool {
    if let wanted = scope.event, wanted != event.id { return false }
    if let article = scope.article,
      !event.supports.contains(where: { $0.provenance.article == article })
    {
      return false
    }
    if let days = scope.days, !(event.interval?.isPlaced(in: days) ?? false) { return false }
    if let entity = scope.entity, !involves(event, entity) { return false }
    if !KindWords.match(scope.kinds, words(of: event)) { return false }
    guard passesTrait(event) else { return false }
    return matcher.map { $0.shows($0.questions(event: event)) } ?? true
  }

  private func words(of event: TimelineEvent) -> [String] {
    KindWords.of(event.type) + KindWords.of(event.status) + [event.mode].compactMap { $0 }
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

  private func passesTrait(_ event: TimelineEvent) -> Bool {
    switch scope.trait {
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

  func passes(_ relation: Relation) -> Bool {
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
    guard passesTrait(relation) else { return false }
    return matcher.map { $0.shows($0.questions(relation: relation)) } ?? true
  }

  private func passesTrait(_ relation: Relation) -> Bool {
    let ends = [Item.entity(relation.source), .entity(relation.target)]
    return switch scope.trait {
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

  func passes(_ claim: CorpusClaim) -> Bool {
    if let article = scope.article, claim.provenance.article != article { return false }
    if let event, claim.event != event.id, !isPart(claim, of: event) { return false }
    if let days = scope.days, !touches(claim, days) { return false }
    if let entity = scope.entity, !claim.speakers.contains(entity),
      !claim.addressees.contains(entity), !isMentioned(in: claim.provenance)
    {
      return false
    }
    if !scope.kinds.isEmpty {
      guard let source = corpus.source(of: claim) else { return false }
      if !KindWords.match(scope.kinds, KindWords.of(source, topic: claim.topic)) { return false }
    }
    guard passesTrait(claim) else { return false }
    return matcher.map { $0.shows($0.questions(claim: claim)) } ?? true
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

  private func passesTrait(_ claim: CorpusClaim) -> Bool {
    switch scope.trait {
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
