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
  private let conflicting: Set<String>
  private let tags: SubjectTags

  /// Prepares to judge by `filter`; `lookup` is that of `corpus`, where there is one already.
  init(_ filter: Filter, corpus: Corpus, lookup: Lookup? = nil) {
    self.corpus = corpus
    self.lookup = lookup ?? Lookup(corpus)
    self.filter = filter.settled(in: corpus)
    names =
      filter.asksForEntities
      ? corpus.facts.entities.reduce(into: [:]) { names, entity in
        names[entity.id] = Self.names(of: entity)
      } : [:]
    mentions = filter.asksForEntities ? corpus.mentionsByArticle() : []
    conflicting = Set(corpus.facts.conflicts.flatMap { [$0.first, $0.second] })
    tags = SubjectTags(corpus.decisions)
  }

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
    /// Tags, folded, and whether it is marked.
    var tags: () -> (names: Set<String>, isMarked: Bool)
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
    case .entity(let text): thing.entities().contains { bears($0, text) }
    case .type(let text): hasType(thing, text)
    case .source(let text): thing.articles().contains { isFrom($0, text) }
    case .language(let tag): thing.articles().contains { corpus.head(at: $0).language == tag }
    case .date(let condition): matches(thing, condition)
    case .status(let condition): matches(thing, condition)
    case .tag(let text): thing.tags().names.contains(text)
    case .not(let inner): !shows(thing, inner)
    case .and(let parts): parts.allSatisfy { shows(thing, $0) }
    case .or(let parts): parts.contains { shows(thing, $0) }
    }
  }

  /// Whether a name of the entity has `text` at the beginning of a word.
  func bears(_ entity: EntityID, _ text: String) -> Bool {
    let pattern = Array(text.utf8)
    return names[entity, default: []].contains {
      $0.firstMatch(of: pattern, end: .prefix) != nil
    }
  }

  private func hasType(_ thing: Questions, _ text: String) -> Bool {
    if "future".hasPrefix(text), text.utf8.count >= 3 {
      return thing.statuses().contains(.planned)
    }
    return thing.types().contains { $0.hasPrefix(text) }
  }

  /// Whether an article's source, byline, address or name holds `text`.
  private func isFrom(_ index: Int, _ text: String) -> Bool {
    let article = corpus.head(at: index)
    let pattern = Array(text.utf8)
    let signs = [article.source, article.byline, article.url, article.id.name]
    return signs.compactMap { $0 }.contains {
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
    case .copy:
      thing.articles().allSatisfy { index in
        corpus.facts.copies[corpus.id(at: index)] != nil
      }
    case .marked: thing.tags().isMarked
    case .new: corpus.isNew(thing.articles().map { corpus.id(at: $0) })
    }
  }
}

extension FilterMatcher {
  /// Whether the text between two offsets of an article, or its title or byline, has `pattern`.
  private func hasText(
    _ index: Int, _ pattern: [UInt8], _ end: SearchText.WordEnd, in span: ByteSpan? = nil
  ) -> Bool {
    corpus.searchText(at: index, span).firstMatch(of: pattern, end: end) != nil
  }

  private func hasText(_ string: String?, _ pattern: [UInt8], _ end: SearchText.WordEnd) -> Bool {
    guard let string else { return false }
    return SearchText(string.utf8).firstMatch(of: pattern, end: end) != nil
  }

  /// Questions about an article.
  func questions(article index: Int) -> Questions {
    let article = corpus.head(at: index)
    let id = article.id
    return Questions(
      hasText: { hasText(index, $0, $1) || hasText(article.title, $0, $1) },
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
      isConflicting: {
        corpus.facts.claims.contains {
          $0.provenance.article == id && conflicting.contains($0.id)
        }
      },
      tags: { tags.of(article: id) })
  }

  /// Questions about an event.
  func questions(event: TimelineEvent) -> Questions {
    let indices = event.articles.compactMap { corpus.index(of: $0) }
    return Questions(
      hasText: { pattern, end in
        hasText(event.title, pattern, end)
          || event.supports.contains { support in
            corpus.index(of: support.provenance.article).map {
              hasText($0, pattern, end, in: support.provenance.span)
            } ?? false
          }
      },
      entities: {
        event.actors + event.recipients + event.places
          + event.supports.flatMap { mentioned(in: $0.provenance) }
      },
      types: { Self.types(event) }, articles: { indices }, interval: event.interval,
      isInferred: event.isDateInferred,
      statuses: { [event.status] + event.supports.map(\.status) }, sources: event.sources,
      isConflicting: {
        corpus.facts.claims.contains { $0.event == event.id && conflicting.contains($0.id) }
      },
      tags: { tags.of(event: event, in: corpus) })
  }

  /// Questions about an entity.
  func questions(entity: Entity) -> Questions {
    Questions(
      hasText: { pattern, end in
        Self.names(of: entity).contains { $0.firstMatch(of: pattern, end: end) != nil }
      },
      entities: { [entity.id] },
      types: { [SearchText.key(entity.type.rawValue), entity.type.plainName] },
      articles: { entity.articles.compactMap { corpus.index(of: $0) } }, interval: nil,
      isInferred: false, statuses: { [] }, sources: entity.articles.count,
      isConflicting: { false }, tags: { tags.of(entity: entity.id) })
  }

  /// Questions about a claim.
  func questions(claim: CorpusClaim) -> Questions {
    let index = corpus.index(of: claim.provenance.article)
    let event = claim.event.flatMap { lookup.event($0) }.map { corpus.facts.timeline[$0] }
    return Questions(
      hasText: { pattern, end in
        hasText(claim.speakerText, pattern, end) || hasText(claim.topic, pattern, end)
          || (index.map { hasText($0, pattern, end, in: claim.provenance.span) } ?? false)
      },
      entities: { claim.speakers + claim.addressees + mentioned(in: claim.provenance) },
      types: { corpus.source(of: claim).map(Self.types) ?? [] },
      articles: { index.map { [$0] } ?? [] },
      interval: event?.interval, isInferred: event?.isDateInferred ?? false,
      statuses: { [corpus.source(of: claim)?.kind == .denial ? .denied : .attributed] },
      sources: event?.sources ?? 1, isConflicting: { conflicting.contains(claim.id) },
      tags: { ([], false) })
  }

  /// Questions about a relation.
  func questions(relation: Relation) -> Questions {
    let indices = relation.articles.compactMap { corpus.index(of: $0) }
    return Questions(
      hasText: { pattern, end in
        hasText(relation.detail, pattern, end)
          || relation.supports.contains { support in
            corpus.index(of: support.article).map {
              hasText($0, pattern, end, in: support.span)
            } ?? false
          }
      },
      entities: { [relation.source, relation.target] + relation.claimedBy },
      types: { [relation.kind.rawValue] }, articles: { indices }, interval: relation.interval,
      isInferred: false, statuses: { [relation.status] }, sources: relation.weight,
      isConflicting: { false }, tags: { ([], false) })
  }

  /// The entities that a stretch of text mentions.
  private func mentioned(in provenance: Provenance) -> [EntityID] {
    guard !mentions.isEmpty, let index = corpus.index(of: provenance.article) else { return [] }
    return mentions[index].filter { provenance.span.contains($0.span) }.map(\.entity)
  }

  private static func types(_ event: TimelineEvent) -> [String] {
    [SearchText.key(event.type.rawValue)] + (event.mode.map { [SearchText.key($0)] } ?? [])
  }

  /// The kind of a claim, and "casualties" where it counts harm to people.
  private static func types(_ claim: Claim) -> [String] {
    let harm: Set<String> = ["deaths", "casualties", "injured", "wounded", "losses"]
    return [claim.kind.rawValue]
      + (claim.quantities.contains { harm.contains($0.unit) } ? ["casualties"] : [])
  }
}
