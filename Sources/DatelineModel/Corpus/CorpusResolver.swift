import DatelineText

/// Works out what the articles of a corpus say together, one step after the other.
enum CorpusResolver {
  /// The facts of `articles`, which must be in order of their identifiers, whose chains were
  /// resolved to `resolution`; `report` hears of each step. What `memory` knows is not worked out again.
  static func facts(
    of articles: ArticleList, entities resolution: EntityResolution, decisions: [Decision],
    memory: inout ResolvingMemory, reportingTo report: (ResolvingStep) -> Void
  ) -> CorpusFacts {
    var facts = CorpusFacts()
    memory.begin(articles)
    report(.copies)
    facts.copies = CopyFinder.copies(in: articles, memory: &memory)
    facts.entities = Table(resolution.entities)
    report(.events)
    let index = EntityIndex(resolution, articles: articles)
    memory.meet(index)
    let sources = SourceIndex(articles, copies: facts.copies, entities: index)
    let timeline = TimelineBuilder.timeline(
      of: articles, entities: index, sources: sources, decisions: decisions,
      memory: &memory)
    report(.claims)
    let claims = ClaimIndex.claims(
      of: articles, entities: index, timeline: timeline, memory: &memory)
    facts.timeline = Table(timeline)
    facts.claims = Table(claims)
    report(.conflicts)
    facts.conflicts = Table(
      ConflictFinder.conflicts(
        of: claims, timeline: timeline, articles: articles, entities: index, memory: &memory))
    report(.relations)
    facts.relations = Table(
      RelationBuilder.relations(
        of: articles, entities: index, sources: sources, memory: &memory))
    return facts
  }
}
