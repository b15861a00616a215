import DatelineText

/// Brings the claims of all articles together: speakers as entities, linked events, topics.
enum ClaimIndex {
  /// What one article gives.
  struct Reading: Sendable {
    fileprivate var claims: [CorpusClaim]
    /// By its event mentions: what claims of them are headed by.
    fileprivate var headings: [Int: Heading]
  }

  /// An event as claims name it.
  fileprivate struct Heading: Hashable {
    var id: String
    var title: String
  }

  /// The claims of `articles` by article and position; what `memory` has is not read again.
  static func claims(
    of articles: ArticleList, entities: EntityIndex, timeline: [TimelineEvent],
    memory: inout ResolvingMemory
  ) -> [CorpusClaim] {
    let events = eventsByMention(timeline)
    @Sendable func headings(_ id: ArticleID) -> [Int: Heading] {
      events[id, default: [:]].mapValues {
        Heading(id: timeline[$0].id, title: timeline[$0].title)
      }
    }
    let unchanged = memory.unchangedWithNames.filtered { article, earlier in
      memory.claims[earlier].headings == headings(articles.id(at: article))
    }
    var used: [String: Int] = [:]
    var claims: [CorpusClaim] = []
    var compact = CompactFacts()
    memory.claims.forEach(in: articles, unchanged) { index, article in
      let read = article.claims.indices.compactMap { position -> CorpusClaim? in
        guard var claim = claim(position, in: article, at: index, entities: entities) else {
          return nil
        }
        let event = event(of: article.claims[position], in: article, events: events)
        claim.event = event.map { timeline[$0].id }
        claim.topic = topic(of: article.claims[position], event: event.map { timeline[$0] })
        return claim
      }
      return Reading(claims: read, headings: headings(article.article.id))
    } take: { _, reading in
      for var claim in reading.claims {
        used[claim.id, default: 0] += 1
        if let count = used[claim.id], count > 1 { claim.id += "-\(count)" }
        claims.append(compact.compacted(claim))
      }
    }
    return claims
  }

  /// For each article: the timeline event of each of its event mentions.
  private static func eventsByMention(_ timeline: [TimelineEvent]) -> [ArticleID: [Int: Int]] {
    var events: [ArticleID: [Int: Int]] = [:]
    for (index, event) in timeline.enumerated() {
      for support in event.supports {
        for event in [support.event] + support.further {
          events[support.provenance.article, default: [:]][event] = index
        }
      }
    }
    return events
  }

  private static func claim(
    _ position: Int, in article: AnnotatedArticle, at index: Int, entities: EntityIndex
  ) -> CorpusClaim? {
    let claim = article.claims[position]
    guard let first = claim.content.first else { return nil }
    let span = claim.content.dropFirst().reduce(first) { $0.union($1) }
    let parties = entities.parties(article: index, mentions: claim.speakers)
    let speakers = entities.ids(Set(parties.map { entities.party($0) ?? $0 }).sorted())
    let speakerText = claim.source.map { article.article.text[$0] }.joined(separator: " … ")
    guard
      ClaimSelection(article).holds(claim, speaker: speakerText, isKnown: !speakers.isEmpty)
    else { return nil }
    var hash = ContentHash()
    hash.combine(article.article.text.bytes[span.range])
    for speaker in speakers { hash.combine(speaker.key.utf8) }
    return CorpusClaim(
      id: hash.hexadecimal, provenance: Provenance(article: article.article.id, span: span),
      claim: position, speakers: speakers, speakerText: speakerText,
      addressees: entities.ids(entities.parties(article: index, mentions: claim.addressees)))
  }

  /// The first timeline event whose trigger stands in the content; else one in its sentence.
  private static func event(
    of claim: Claim, in article: AnnotatedArticle, events: [ArticleID: [Int: Int]]
  ) -> Int? {
    guard let mentions = events[article.article.id] else { return nil }
    let inside = article.events.indices.filter { event in
      claim.content.contains { $0.contains(article.events[event].trigger) }
    }
    return inside.compactMap { mentions[$0] }.first
  }

  /// What the claim is grouped under: the counted thing, else the event.
  private static func topic(of claim: Claim, event: TimelineEvent?) -> String {
    if let event { return event.title }
    return claim.quantities.first?.unit ?? ""
  }
}

extension Corpus {
  /// The claims of `article`, in order of position. Cost: a binary search.
  func claims(of article: ArticleID) -> some Collection<CorpusClaim> {
    facts.claims.made(in: article)
  }
}

extension RandomAccessCollection<CorpusClaim> {
  /// Those of `article`, in claims that are in order of article and position. Cost: a binary search.
  func made(in article: ArticleID) -> SubSequence {
    let first = partitioningIndex { $0.provenance.article >= article }
    return self[first...].prefix { $0.provenance.article == article }
  }
}
