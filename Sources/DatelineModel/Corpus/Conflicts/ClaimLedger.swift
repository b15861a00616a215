import DatelineText

/// The claims of a corpus with all that conflicts are judged by.
struct ClaimLedger {
  /// One claim.
  struct Entry {
    var claim: CorpusClaim
    var own: Claim
    /// The article, as an index.
    var article: Int
    /// Who says so and who is accused or asked, as entity indices.
    var speakers: [Int]
    var addressees: [Int]
    /// The timeline event, as an index.
    var event: Int?
    /// The days that the claim speaks of.
    var interval: DayInterval?
    /// The stems of the content's words, hashed.
    var words: Set<UInt64>
  }

  let entries: [Entry]
  let timeline: [TimelineEvent]
  let articles: [AnnotatedArticle]
  let entities: EntityIndex

  /// Gathers `claims`, which are in order of article and position.
  init(
    _ claims: [CorpusClaim], timeline: [TimelineEvent], articles: [AnnotatedArticle],
    entities: EntityIndex
  ) {
    self.timeline = timeline
    self.articles = articles
    self.entities = entities
    let events = timeline.indices.reduce(into: [String: Int]()) { $0[timeline[$1].id] = $1 }
    entries = claims.compactMap { claim in
      let index = articles.partitioningIndex { $0.article.id >= claim.provenance.article }
      guard index < articles.count, articles[index].claims.indices.contains(claim.claim) else {
        return nil
      }
      let own = articles[index].claims[claim.claim]
      guard own.basis == .speech else { return nil }
      let event = claim.event.flatMap { events[$0] }
      return Entry(
        claim: claim, own: own, article: index,
        speakers: claim.speakers.compactMap(entities.index),
        addressees: claim.addressees.compactMap(entities.index), event: event,
        interval: event.flatMap { timeline[$0].interval }
          ?? Self.interval(of: own, in: articles[index]),
        words: Self.words(of: own, in: articles[index]))
    }
  }

  /// The days of the first time expression in the claim's sentence.
  private static func interval(of claim: Claim, in article: AnnotatedArticle) -> DayInterval? {
    guard article.sentences.indices.contains(claim.sentence) else { return nil }
    let span = article.sentences[claim.sentence].span
    return article.timexes.first { span.contains($0.span) && $0.interval != nil }?.interval
  }

  private static func words(of claim: Claim, in article: AnnotatedArticle) -> Set<UInt64> {
    Set(claim.content.flatMap { stems(in: $0, of: article) })
  }

  /// The stems of the words in a stretch of text, hashed.
  static func stems(in span: ByteSpan, of article: AnnotatedArticle) -> [UInt64] {
    let first = article.tokens.partitioningIndex { $0.span.upper > span.lower }
    return article.tokens[first...].prefix { $0.span.lower < span.upper }
      .compactMap { WordStem.hash(article.article.text.bytes[$0.span.range]) }
  }

  /// Whether somebody of one list belongs to somebody of the other.
  func areRelated(_ left: [Int], _ right: [Int]) -> Bool {
    left.contains { one in right.contains { entities.areRelated(one, $0) } }
  }

  /// The names of entities, joined.
  func names(_ indices: [Int]) -> String {
    indices.map { entities.entities[$0].name }.joined(separator: ", ")
  }

  /// A conflict between two claims.
  func conflict(
    _ level: Conflict.Level, _ topic: String, _ first: Entry, _ second: Entry, reason: String
  ) -> Conflict {
    Conflict(
      level: level, topic: topic, first: first.claim.id, at: first.claim.provenance,
      second: second.claim.id, at: second.claim.provenance, reason: reason)
  }

  /// The clause of an event's trigger: from the comma before it to the comma after it.
  static func clause(of event: EventMention, in article: AnnotatedArticle) -> ByteSpan {
    let sentence = article.sentences[event.sentence].span
    let bytes = article.article.text.bytes
    let marks: Set<UInt8> = [0x2C, 0x3B]
    func isBreak(_ index: Int) -> Bool {
      marks.contains(bytes[index])
        && (index + 1 >= bytes.count || bytes[index + 1] <= 0x20)
    }
    var lower = Int(event.trigger.lower)
    while lower > Int(sentence.lower), !isBreak(lower - 1) { lower -= 1 }
    while lower < Int(event.trigger.lower), bytes[lower] <= 0x20 { lower += 1 }
    var upper = Int(event.trigger.upper)
    while upper < Int(sentence.upper), !isBreak(upper) { upper += 1 }
    return ByteSpan(lower, max(lower, upper))
  }
}
