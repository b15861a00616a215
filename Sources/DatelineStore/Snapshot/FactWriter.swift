internal import DatelineModel
internal import DatelineText

/// Writes the rows of a snapshot: other rows are named by their numbers.
struct FactWriter {
  /// The numbers of articles and entities.
  struct Names {
    private var articles: [ArticleID: Int] = [:]
    private var entities: [EntityID: Int] = [:]
    private var events: [String: (row: Int, title: String)] = [:]

    /// Numbers the articles, entities and events of `corpus`.
    init(_ corpus: Corpus) {
      for index in corpus.articles.indices { articles[corpus.articles.id(at: index)] = index }
      for (row, entity) in corpus.facts.entities.enumerated() { entities[entity.id] = row }
      for (row, event) in corpus.facts.timeline.enumerated() {
        events[event.id] = (row, event.title)
      }
    }

    /// The number of an article; nil for one that is not in the corpus.
    func number(of article: ArticleID) -> Int? { articles[article] }
    /// The number of an entity.
    func number(of entity: EntityID) -> Int? { entities[entity] }
    /// The number and the title of an event.
    func event(_ id: String) -> (row: Int, title: String)? { events[id] }
  }

  private var output = AnnotationWriter(SourceText(""))
  private let names: Names

  /// The bytes that `body` writes.
  static func bytes(_ names: Names, _ body: (inout FactWriter) -> Void) -> [UInt8] {
    var writer = FactWriter(names: names)
    body(&writer)
    return writer.output.bytes
  }

  private init(names: Names) { self.names = names }

  /// Writes what lists show of an article.
  mutating func write(_ head: ArticleHead) {
    output.string(head.title)
    // The first sentence of an article without a title is in its text, but far away.
    output.string(head.title == nil ? head.heading : nil)
    output.string(head.byline)
    output.string(head.source)
    output.string(head.url)
    output.string(head.language)
    output.write(head.date.interval)
    output.choice(head.date.basis)
    output.string(head.date.evidence)
    output.byte(head.date.span == nil ? 0 : 1)
    if let span = head.date.span { write(span) }
  }

  /// Writes an entity.
  mutating func write(_ entity: Entity) {
    output.string(entity.name)
    output.choice(entity.type)
    output.list(entity.aliases) { output, alias in
      output.string(alias.name)
      output.number(alias.count)
    }
    output.number(entity.roles.count)
    for role in entity.roles {
      output.string(role.title)
      write(role.provenance)
    }
    output.byte(entity.place == nil ? 0 : 1)
    if let place = entity.place { output.write(place) }
    output.byte(entity.country == nil ? 0 : 1)
    if let country = entity.country { write(country) }
    output.list(entity.reasons) { $0.string($1) }
    write(entity.suggestions)
    output.number(entity.articles.count)
    for article in entity.articles { write(article) }
    output.number(entity.mentions.count)
    for mention in entity.mentions {
      write(mention.article)
      output.number(mention.mention)
    }
  }

  /// Writes an event.
  mutating func write(_ event: TimelineEvent) {
    write(identifier: event.id)
    output.string(event.title)
    output.choice(event.type)
    output.write(event.interval)
    output.write(event.grain)
    output.byte(event.isDateInferred ? 1 : 0)
    output.string(event.mode)
    output.number(event.modes.count)
    for mode in event.modes { output.string(mode) }
    write(event.actors)
    write(event.recipients)
    write(event.places)
    output.choice(event.status)
    output.number(event.supports.count)
    for support in event.supports {
      write(support.provenance)
      output.number(support.event)
      output.choice(support.status)
      output.number(support.further.count)
      for event in support.further { output.number(event) }
      write(support.claimants)
      output.string(support.claimantText)
    }
    output.number(event.sources)
    output.write(event.importance)
  }

  /// Writes a relation.
  mutating func write(_ relation: Relation) {
    output.choice(relation.kind)
    write(relation.source)
    write(relation.target)
    output.choice(relation.status)
    write(relation.claimedBy)
    output.write(relation.interval)
    output.string(relation.detail)
    output.number(relation.supports.count)
    for support in relation.supports { write(support) }
    output.number(relation.weight)
  }

  /// Writes a claim.
  mutating func write(_ claim: CorpusClaim) {
    write(identifier: claim.id)
    write(claim.provenance)
    output.number(claim.claim)
    write(claim.speakers)
    output.string(claim.speakerText)
    write(claim.addressees)
    // Most claims of an event are headed by its title.
    let event = claim.event.flatMap { names.event($0) }
    output.number(event.map { $0.row + 1 } ?? 0)
    if event == nil { output.string(claim.event) }
    output.byte(event?.title == claim.topic ? 1 : 0)
    if event?.title != claim.topic { output.string(claim.topic) }
  }

  /// Writes a conflict.
  mutating func write(_ conflict: Conflict) {
    output.byte(conflict.level == .conflict ? 0 : 1)
    output.string(conflict.topic)
    output.string(conflict.first)
    output.string(conflict.second)
    write(conflict.firstPlace)
    write(conflict.secondPlace)
    output.string(conflict.reason)
  }

  /// Writes a failure.
  mutating func write(_ failure: ArticleFailure) {
    output.string(failure.article.name)
    output.string(failure.reason)
  }

  /// Writes an identifier: one of 16 hexadecimal digits in eight bytes.
  private mutating func write(identifier: String) {
    let digits = Array(identifier.utf8)
    let isPlain =
      digits.count == 16
      && digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isPlain, let value = UInt64(identifier, radix: 16) else {
      output.byte(0)
      return output.string(identifier)
    }
    output.byte(1)
    for shift in stride(from: 56, through: 0, by: -8) {
      output.byte(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  private mutating func write(_ provenance: Provenance) {
    write(provenance.article)
    write(provenance.span)
  }

  private mutating func write(_ span: ByteSpan) {
    output.number(Int(span.lower))
    output.number(span.count)
  }

  private mutating func write(_ entities: [EntityID]) {
    output.number(entities.count)
    for entity in entities { write(entity) }
  }

  private mutating func write(_ article: ArticleID) {
    let number = names.number(of: article)
    output.number(number.map { $0 + 1 } ?? 0)
    if number == nil { output.string(article.name) }
  }

  private mutating func write(_ entity: EntityID) {
    let number = names.number(of: entity)
    output.number(number.map { $0 + 1 } ?? 0)
    if number == nil { output.string(entity.key) }
  }
}
