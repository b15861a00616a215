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
    facts.entities = resolution.entities
    let index = EntityIndex(resolution, articles: articles)
    let sources = SourceIndex(articles, copies: facts.copies, entities: index)
    facts.timeline = TimelineBuilder.timeline(
      of: articles, entities: index, sources: sources, decisions: decisions)
    facts.claims = ClaimIndex.claims(of: articles, entities: index, timeline: facts.timeline)
    facts.conflicts = ConflictFinder.conflicts(
      of: facts.claims, timeline: facts.timeline, articles: articles, entities: index)
    facts.relations = RelationBuilder.relations(
      of: articles, entities: index, sources: sources)
    return facts
  }
}
