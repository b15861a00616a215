public import DatelineText

/// A thing that stands in a row: what selections, marks, notes and tags are about.
public enum Item: Hashable, Sendable {
  case article(ArticleID)
  /// An event, by its identifier.
  case event(String)
  case entity(EntityID)
  /// A claim, by its identifier.
  case claim(String)
}

/// The user's marks, tags, notes and corrections, on the things that the present corpus has.
public struct Annotations: Hashable, Sendable {
  /// What is marked.
  public var marks: Set<Item> = []
  /// The notes.
  public var notes: [Item: String] = [:]
  /// The tags, in order of name.
  public var tags: [Item: [String]] = [:]
  /// What the user dated, typed, named or added.
  public var corrected: Set<Item> = []

  /// Makes no annotations.
  public init() {}

  /// Replays `decisions` on what `corpus` has; what cannot be found again has no effect.
  ///
  /// Cost: the events and claims of one article for each decision about one of them.
  init(_ decisions: [Decision], corpus: Corpus, lookup: Lookup) {
    self.init()
    let merged = Self.merged(decisions)
    for decision in decisions {
      guard let subject = decision.subject ?? decision.corrects,
        var item = corpus.item(of: subject, lookup)
      else { continue }
      if case .entity(let id) = item, let kept = merged[id] { item = .entity(kept) }
      switch decision {
      case .mark(_, true): marks.insert(item)
      case .mark(_, false): marks.remove(item)
      case .note(_, let text): notes[item] = text.isEmpty ? nil : text
      case .tag(_, let name, let isSet):
        var names = Set(tags[item] ?? [])
        if isSet { names.insert(name) } else { names.remove(name) }
        tags[item] = names.isEmpty ? nil : names.sorted()
      case .setDate(_, nil): corrected.remove(item)
      case .setDate, .merge, .split, .rename, .retype, .rejectEntity, .rejectEvent, .redateEvent,
        .retypeEvent, .addEvent:
        corrected.insert(item)
      }
    }
  }

  /// Whether `item` has a tag of this name, which is folded as queries are.
  func has(tag name: String, on item: Item) -> Bool {
    tags[item]?.contains { SearchText.key($0) == name } ?? false
  }

  /// For each entity that the user merged into another: the one that is left in the end.
  private static func merged(_ decisions: [Decision]) -> [EntityID: EntityID] {
    var kept: [EntityID: EntityID] = [:]
    for case .merge(let id, let target) in decisions where id != target {
      kept[target] = nil
      kept[id] = target
      for (other, end) in kept where end == id { kept[other] = target }
    }
    return kept
  }
}

extension Decision {
  /// What a mark, a note or a tag hangs on; nil for other decisions.
  var subject: Subject? {
    switch self {
    case .mark(let subject, _), .note(let subject, _), .tag(let subject, _, _): subject
    case .setDate, .merge, .split, .rename, .retype, .rejectEntity, .rejectEvent, .redateEvent,
      .retypeEvent, .addEvent:
      nil
    }
  }
}

extension Decision {
  /// What is otherwise than the program found it by this decision; nil where nothing is left of it,
  /// or nothing was wrong.
  var corrects: Subject? {
    switch self {
    case .setDate(let article, _): .article(article)
    case .merge(_, into: let entity), .split(_, from: let entity), .rename(let entity, _),
      .retype(let entity, _):
      .entity(entity)
    case .redateEvent(let event, _), .retypeEvent(let event, _), .addEvent(let event, _, _):
      .event(event)
    case .rejectEntity, .rejectEvent, .note, .mark, .tag: nil
    }
  }
}

extension Corpus {
  /// The thing that a decision's subject is in this corpus; nil where it is gone.
  func item(of subject: Decision.Subject, _ lookup: Lookup) -> Item? {
    switch subject {
    case .article(let anchor): article(anchor.article).map { .article($0.article.id) }
    case .entity(let id): .entity(id)
    case .event(let anchor): event(at: anchor, lookup).map { .event(facts.timeline[$0].id) }
    case .claim(let anchor): claim(at: anchor).map { .claim($0.id) }
    }
  }

  /// The row of the event whose trigger `anchor` quotes, else of the first one told by a sentence
  /// that holds the quoted words.
  private func event(at anchor: QuoteAnchor, _ lookup: Lookup) -> Int? {
    guard let (article, place) = place(of: anchor) else { return nil }
    let rows = lookup.events(of: anchor.article)
    func tells(_ support: TimelineEvent.Support, _ matches: (TimelineEvent.Support) -> Bool) -> Bool
    { support.provenance.article == anchor.article && matches(support) }
    let exact = rows.first { row in
      facts.timeline[row].supports.contains { support in
        tells(support) {
          article.events.indices.contains($0.event) && article.events[$0.event].trigger == place
        }
      }
    }
    return exact
      ?? rows.first { row in
        facts.timeline[row].supports.contains { support in
          tells(support) { $0.provenance.span.contains(place) }
        }
      }
  }

  /// The first claim whose content holds the words that `anchor` quotes.
  private func claim(at anchor: QuoteAnchor) -> CorpusClaim? {
    guard let (_, place) = place(of: anchor) else { return nil }
    return claims(of: anchor.article).first { $0.provenance.span.contains(place) }
  }

  /// Where the words of `anchor` stand now.
  private func place(of anchor: QuoteAnchor) -> (AnnotatedArticle, ByteSpan)? {
    guard let article = article(anchor.article),
      let (_, span) = QuoteMatch.find(anchor, in: ArticleList([article]))
    else { return nil }
    return (article, span)
  }

  /// What a decision about `item` hangs on; nil where the item is gone.
  func subject(of item: Item, _ lookup: Lookup) -> Decision.Subject? {
    switch item {
    case .article(let id):
      article(id).flatMap { article in
        anchor(
          Provenance(
            article: id, span: article.sentences.first?.span ?? ByteSpan(0, 0)))
      }.map { .article($0) }
    case .entity(let id): .entity(id)
    case .event(let id):
      lookup.event(id).flatMap { anchor(of: facts.timeline[$0]) }.map { .event($0) }
    case .claim(let id):
      lookup.claim(id).flatMap { anchor(facts.claims[$0].provenance) }.map { .claim($0) }
    }
  }
}
