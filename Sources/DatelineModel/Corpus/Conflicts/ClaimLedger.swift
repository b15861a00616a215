import DatelineText

/// The claims of a corpus, or of one of its articles, with all that conflicts are judged by.
struct ClaimLedger: Sendable {
  /// One claim.
  struct Entry: Sendable {
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
  }

  /// In order of article and position.
  let entries: [Entry]
  /// What the articles tell of the events of the timeline.
  let tellings: TellingTable
  let timeline: [TimelineEvent]
  let articles: LedgerArticles
  let entities: EntityIndex

  /// Makes a ledger without entries.
  init(
    timeline: [TimelineEvent], tellings: TellingTable, articles: ArticleList, entities: EntityIndex
  ) {
    entries = []
    self.timeline = timeline
    self.tellings = tellings
    self.articles = LedgerArticles(articles)
    self.entities = entities
  }

  /// This ledger with the claims of one article alone, which is at hand.
  ///
  /// - Parameters:
  ///   - claims: Its claims, in order of position.
  ///   - article: The article, which stands at `index`.
  ///   - event: The place of an event on the timeline.
  func reading(
    _ claims: some Sequence<CorpusClaim>, of article: AnnotatedArticle, at index: Int,
    event place: (String) -> Int?
  ) -> ClaimLedger {
    ClaimLedger(
      entries: claims.compactMap { claim in
        guard article.claims.indices.contains(claim.claim) else { return nil }
        let own = article.claims[claim.claim]
        guard own.basis == .speech else { return nil }
        let event = claim.event.flatMap(place)
        return Entry(
          claim: claim, own: own, article: index,
          speakers: Self.speakers(of: claim, own, in: article, at: index, entities),
          addressees: claim.addressees.compactMap(entities.index), event: event,
          interval: event.flatMap { timeline[$0].interval }
            ?? Self.interval(of: own, in: article))
      }, in: self, articles: articles.withAtHand(article, at: index))
  }

  /// This ledger with `entries`, which are in order of article and position.
  func holding(_ entries: [Entry]) -> ClaimLedger {
    ClaimLedger(entries: entries, in: self, articles: articles)
  }

  private init(entries: [Entry], in other: ClaimLedger, articles: LedgerArticles) {
    self.entries = entries
    tellings = other.tellings
    timeline = other.timeline
    entities = other.entities
    self.articles = articles
  }

  /// The entries of an article, as indices. Cost: a binary search.
  func entries(ofArticleAt article: Int) -> Range<Int> {
    let first = entries.partitioningIndex { $0.article >= article }
    return first..<entries.partitioningIndex { $0.article > article }
  }

  private static let pronouns: Set<String> = ["it", "he", "she", "they"]

  /// Who speaks; behind a pronoun that was not resolved, who spoke last in the sentence before.
  private static func speakers(
    of claim: CorpusClaim, _ own: Claim, in article: AnnotatedArticle, at index: Int,
    _ entities: EntityIndex
  ) -> [Int] {
    if !claim.speakers.isEmpty { return claim.speakers.compactMap(entities.index) }
    guard pronouns.contains(SearchText.key(claim.speakerText)) else { return [] }
    let earlier = article.claims.last { other in
      other.sentence == own.sentence - 1 && !other.speakers.isEmpty
    }
    return earlier.map { entities.entities(article: index, mentions: $0.speakers) } ?? []
  }

  /// Whether two claims are of two speakers who do not belong together: entities, or words for
  /// people without a name ("the interior ministry").
  func areApart(_ left: Entry, _ right: Entry) -> Bool {
    switch (left.speakers.isEmpty, right.speakers.isEmpty) {
    case (false, false): return !areRelated(left.speakers, right.speakers)
    case (true, true):
      let (one, other) = (voice(of: left), voice(of: right))
      return !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
    case (true, false): return isApart(left, from: right.speakers)
    case (false, true): return isApart(right, from: left.speakers)
    }
  }

  /// Whether words for a speaker fit none of the names of `speakers`.
  private func isApart(_ entry: Entry, from speakers: [Int]) -> Bool {
    let voice = voice(of: entry)
    return !voice.isEmpty && !speakers.contains { isNamed($0, by: voice) }
  }

  /// Whether the words for a speaker without a name may mean an entity: "the commission" for the
  /// Electoral Commission.
  func isMeant(_ entity: Int, by entry: Entry) -> Bool {
    isNamed(entity, by: voice(of: entry))
  }

  private func isNamed(_ entity: Int, by voice: Set<String>) -> Bool {
    let names = entities.entities[entity].aliases.map(\.name) + [entities.entities[entity].name]
    return names.contains { name in
      SearchText.key(name).split(separator: " ").contains { voice.contains(String($0)) }
    }
  }

  private static let empty: Set<String> = Set(
    """
    the a an its his her their it he she they which who that this these those of in on at and for \
    some many several
    """.split(separator: " ").map(String.init))

  /// The content words for a speaker without a name.
  private func voice(of entry: Entry) -> Set<String> {
    Set(SearchText.key(entry.claim.speakerText).split(separator: " ").map(String.init))
      .subtracting(Self.empty)
  }

  /// The names of those who speak, or the text's words for them.
  func speakerNames(_ entry: Entry) -> String {
    entry.speakers.isEmpty ? entry.claim.speakerText : names(entry.speakers)
  }

  /// The position of an article; nil where there is none. Cost: a binary search.
  func index(_ id: ArticleID) -> Int? {
    articles.index(of: id)
  }

  /// The article of an identifier; nil where there is none.
  func article(_ id: ArticleID) -> AnnotatedArticle? { index(id).map { articles[$0] } }

  /// The days of the first time expression in the claim's sentence.
  private static func interval(of claim: Claim, in article: AnnotatedArticle) -> DayInterval? {
    guard article.sentences.indices.contains(claim.sentence) else { return nil }
    let span = article.sentences[claim.sentence].span
    let first = article.timexes.partitioningIndex { $0.span.upper > span.lower }
    return article.timexes[first...].prefix { $0.span.lower < span.upper }
      .first { span.contains($0.span) && $0.interval != nil }?.interval
  }

  /// The stems of the words of a claim's content that carry meaning, hashed.
  func words(of entry: Entry) -> Set<UInt64> {
    Set(entry.own.content.flatMap { Self.stems(in: $0, of: articles[entry.article]) })
      .subtracting(Self.particles)
  }

  private static let particles: Set<UInt64> = Set(
    """
    the a an any no some all that this these those it its he she they his her their him them which \
    who was were is are be been being had has have having do does did will would could should may \
    might of to in on at for by with from into and or not as but than there
    """.split(separator: " ").compactMap { WordStem.hash(Array($0.utf8)[...]) })

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
