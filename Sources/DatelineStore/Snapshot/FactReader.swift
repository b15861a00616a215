internal import DatelineModel
internal import DatelineText

/// Reads what `FactWriter` wrote, in the same order.
struct FactReader {
  private var input: AnnotationReader
  private let snapshot: CorpusSnapshot

  /// Starts on the bytes of one row.
  init(_ bytes: [UInt8], in snapshot: CorpusSnapshot) {
    input = AnnotationReader(bytes, text: SourceText(""))
    self.snapshot = snapshot
  }

  /// Reads what lists show of the article `id`.
  mutating func head(_ id: ArticleID) throws(AnnotationError) -> ArticleHead {
    var head = ArticleHead(id: id)
    head.title = try input.string()
    head.heading = (try input.string()) ?? head.title ?? id.name
    head.byline = try input.string()
    head.source = try input.string()
    head.url = try input.string()
    head.language = try input.string()
    head.date = DocumentDate(
      interval: try input.interval(), basis: try input.choice(DocumentDate.Basis.self),
      evidence: try input.requiredString(), span: try input.flag() ? try span() : nil)
    return head
  }

  /// Reads the type of an entity, which follows its name.
  mutating func entityType() throws(AnnotationError) -> EntityType {
    _ = try input.requiredString()
    return try input.choice(EntityType.self)
  }

  /// Reads the entity `id`.
  mutating func entity(_ id: EntityID) throws(AnnotationError) -> Entity {
    var entity = Entity(
      id: id, name: try input.requiredString(), type: try input.choice(EntityType.self))
    entity.aliases = try input.list { input throws(AnnotationError) in
      Entity.Alias(name: try input.requiredString(), count: try input.number())
    }
    entity.roles = try list { reader throws(AnnotationError) in
      Entity.Role(
        title: try reader.input.requiredString(), provenance: try reader.provenance())
    }
    entity.place = try input.flag() ? try input.place() : nil
    entity.country = try input.flag() ? try self.entity() : nil
    entity.reasons = try input.list { input throws(AnnotationError) in
      try input.requiredString()
    }
    entity.suggestions = try entities()
    entity.articles = try list { reader throws(AnnotationError) in try reader.article() }
    entity.mentions = try list { reader throws(AnnotationError) in
      Entity.MentionReference(article: try reader.article(), mention: try reader.input.number())
    }
    return entity
  }

  /// Reads an event.
  mutating func event() throws(AnnotationError) -> TimelineEvent {
    var event = TimelineEvent(
      id: try identifier(), title: try input.requiredString(),
      type: try input.choice(EventType.self))
    event.interval = try input.interval()
    event.grain = try input.grain()
    event.isDateInferred = try input.flag()
    event.mode = try input.string()
    event.modes = try list { reader throws(AnnotationError) in try reader.input.requiredString() }
    event.actors = try entities()
    event.recipients = try entities()
    event.places = try entities()
    event.status = try input.choice(FactStatus.self)
    event.supports = try list { reader throws(AnnotationError) in try reader.support() }
    event.sources = try input.number()
    event.importance = try input.value() ?? 0
    return event
  }

  /// Reads an event as far as its places, and returns these.
  mutating func places() throws(AnnotationError) -> [EntityID] {
    _ = try heading()
    _ = try input.choice(EventType.self)
    _ = try input.interval()
    _ = try input.grain()
    _ = try input.flag()
    _ = try input.string()
    _ = try list { reader throws(AnnotationError) in try reader.input.requiredString() }
    _ = try entities()
    _ = try entities()
    return try entities()
  }

  private mutating func support() throws(AnnotationError) -> TimelineEvent.Support {
    var support = TimelineEvent.Support(
      provenance: try provenance(), event: try input.number(),
      status: try input.choice(FactStatus.self))
    support.further = try list { reader throws(AnnotationError) in try reader.input.number() }
    support.claimants = try entities()
    support.claimantText = try input.requiredString()
    return support
  }

  /// Reads a relation.
  mutating func relation() throws(AnnotationError) -> Relation {
    var relation = try relationWithoutSupports()
    relation.supports = try list { reader throws(AnnotationError) in try reader.provenance() }
    relation.weight = try input.number()
    return relation
  }

  /// Reads what a list shows of a relation.
  mutating func relationHead() throws(AnnotationError) -> RelationHead {
    var relation = try relationWithoutSupports()
    let supports = try input.count()
    var articles = 0
    var (last, lastName): (Int?, String?) = (nil, nil)
    for _ in 0..<supports {
      let number = try input.number()
      // One that the corpus does not number is named.
      let name = number > 0 ? nil : try input.requiredString()
      if number != last || name != lastName { articles += 1 }
      (last, lastName) = (number, name)
      _ = try span()
    }
    relation.weight = try input.number()
    return RelationHead(relation, supports: supports, articles: articles)
  }

  private mutating func relationWithoutSupports() throws(AnnotationError) -> Relation {
    var relation = Relation(
      kind: try input.choice(Relation.Kind.self), source: try entity(), target: try entity())
    relation.status = try input.choice(FactStatus.self)
    relation.claimedBy = try entities()
    relation.interval = try input.interval()
    relation.detail = try input.string()
    return relation
  }

  /// Reads a relation as far as its supports, and how many there are.
  mutating func outline() throws(AnnotationError) -> RelationOutline {
    let id = RelationID(
      kind: try input.choice(Relation.Kind.self), source: try entity(), target: try entity())
    _ = try input.choice(FactStatus.self)
    _ = try entities()
    _ = try input.interval()
    _ = try input.string()
    return RelationOutline(id, supports: try input.count())
  }

  /// Reads a claim.
  mutating func claim() throws(AnnotationError) -> CorpusClaim {
    var claim = CorpusClaim(
      id: try identifier(), provenance: try provenance(), claim: try input.number(),
      speakers: try entities(), speakerText: try input.requiredString(),
      addressees: try entities())
    let number = try input.number()
    let event = number > 0 ? snapshot.heading(ofEventAt: number - 1) : nil
    claim.event = number > 0 ? event?.id : try input.string()
    claim.topic = try input.flag() ? event?.title ?? "" : try input.requiredString()
    return claim
  }

  /// Reads the identifier and the title of an event.
  mutating func heading() throws(AnnotationError) -> (id: String, title: String) {
    (try identifier(), try input.requiredString())
  }

  private mutating func identifier() throws(AnnotationError) -> String {
    guard try input.flag() else { return try input.requiredString() }
    let digits = Array("0123456789abcdef".utf8)
    let bytes = try input.slice(count: 8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads a conflict.
  mutating func conflict() throws(AnnotationError) -> Conflict {
    let level: Conflict.Level = try input.flag() ? .tension : .conflict
    let (topic, first) = (try input.requiredString(), try input.requiredString())
    let second = try input.requiredString()
    return Conflict(
      level: level, topic: topic, first: first, at: try provenance(), second: second,
      at: try provenance(), reason: try input.requiredString())
  }

  /// Reads a failure.
  mutating func failure() throws(AnnotationError) -> ArticleFailure {
    ArticleFailure(
      article: ArticleID(try input.requiredString()), reason: try input.requiredString())
  }

  private mutating func provenance() throws(AnnotationError) -> Provenance {
    let number = try input.number()
    guard number > 0 else {
      return Provenance(article: ArticleID(try input.requiredString()), span: try span())
    }
    let span = try span()
    // A place that the text does not have would be looked at on every screen.
    guard Int(span.upper) <= snapshot.textCount(at: number - 1) else { throw input.malformed }
    return Provenance(article: snapshot.articleID(at: number - 1), span: span)
  }

  private mutating func span() throws(AnnotationError) -> ByteSpan {
    let lower = try input.number()
    return ByteSpan(lower, lower + (try input.number()))
  }

  private mutating func entities() throws(AnnotationError) -> [EntityID] {
    try list { reader throws(AnnotationError) in try reader.entity() }
  }

  private mutating func article() throws(AnnotationError) -> ArticleID {
    let number = try input.number()
    return number > 0 ? snapshot.articleID(at: number - 1) : ArticleID(try input.requiredString())
  }

  private mutating func entity() throws(AnnotationError) -> EntityID {
    let number = try input.number()
    return number > 0 ? snapshot.entityID(at: number - 1) : EntityID(try input.requiredString())
  }

  private mutating func list<Element>(
    _ body: (inout FactReader) throws(AnnotationError) -> Element
  ) throws(AnnotationError) -> [Element] {
    let count = try input.count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
