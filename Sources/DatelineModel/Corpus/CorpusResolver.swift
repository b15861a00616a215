import DatelineText

/// Works out what the articles of a corpus say together, one step after the other.
enum CorpusResolver {
  /// The facts of `articles`, which must be in order of their identifiers, whose chains were
  /// resolved to `resolution`.
  static func facts(
    of articles: [AnnotatedArticle], entities resolution: EntityResolution, decisions: [Decision]
  ) -> CorpusFacts {
    var facts = CorpusFacts()
    facts.copies = CopyFinder.copies(in: articles)
    facts.entities = Table(resolution.entities)
    let index = EntityIndex(resolution, articles: articles)
    let sources = SourceIndex(articles, copies: facts.copies, entities: index)
    let timeline = TimelineBuilder.timeline(
      of: articles, entities: index, sources: sources, decisions: decisions)
    let claims = ClaimIndex.claims(of: articles, entities: index, timeline: timeline)
    facts.timeline = Table(timeline)
    facts.claims = Table(claims)
    facts.conflicts = Table(
      ConflictFinder.conflicts(
        of: claims, timeline: timeline, articles: articles, entities: index))
    facts.relations = Table(
      RelationBuilder.relations(of: articles, entities: index, sources: sources))
    return facts
  }
}
