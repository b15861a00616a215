import DatelineText

/// Makes the edges of the entity graph out of events, claims, titles and nouns of standing.
enum RelationBuilder {
  /// How many sentences back the parties are looked for that a sentence speaks of without names.
  static let memory = 2

  /// The relations of `articles` by source, target and kind.
  static func relations(
    of articles: ArticleList, entities: EntityIndex, sources: SourceIndex,
    memory: inout ResolvingMemory
  ) -> [Relation] {
    var collector = RelationCollector(entities: entities)
    let moves = memory.moves
    memory.evidence.forEach(in: articles, memory.unchangedWithNames) { index, evidence in
      moves.map { evidence.moved(to: index, by: $0, entities: entities) } ?? evidence
    } read: { index, article in
      evidence(of: article, at: index, entities: entities)
    } take: { _, evidence in
      collector.add(evidence)
    }
    return collector.relations(articles: articles, sources: sources)
  }

  /// The evidence of one article.
  private static func evidence(
    of article: AnnotatedArticle, at position: Int, entities: EntityIndex
  ) -> RelationCollector {
    var collector = RelationCollector(entities: entities)
    ClaimRelations(article, at: position, entities: entities).add(to: &collector)
    let events = Dictionary(grouping: article.events, by: \.sentence)
    for view in views(of: article, at: position, entities: entities) {
      EventRelations(view).add(events[view.sentence, default: []], to: &collector)
      guard view.mentions.count > 1 else { continue }
      RoleRelations(view).add(to: &collector)
      StanceRelations(view).add(to: &collector)
    }
    return collector
  }

  /// The sentences of an article.
  private static func views(
    of article: AnnotatedArticle, at position: Int, entities: EntityIndex
  ) -> [SentenceView] {
    var mentions = [[Int]](repeating: [], count: article.sentences.count)
    for (index, mention) in article.mentions.enumerated() {
      if let sentence = article.sentence(at: Int(mention.span.lower)) {
        mentions[sentence].append(index)
      }
    }
    let parties = mentions.map { list in
      Set(
        entities.entities(article: position, mentions: list).filter {
          entities.entities[$0].type != .person
        }.compactMap(entities.party)
      ).sorted()
    }
    let shared = [article]
    return article.sentences.indices.map { sentence in
      SentenceView(
        shared: shared, position: position, sentence: sentence, mentions: mentions[sentence],
        entities: entities,
        tree: SentenceTree(
          sentence, of: article, at: position, mentions: mentions[sentence], entities: entities),
        parties: (0...memory).filter { $0 <= sentence }.map { parties[sentence - $0] })
    }
  }
}
