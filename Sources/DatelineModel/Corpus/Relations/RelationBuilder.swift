import DatelineText

/// Makes the edges of the entity graph out of events, claims, titles and nouns of standing.
enum RelationBuilder {
  /// The relations of `articles` by source, target and kind.
  static func relations(
    of articles: [AnnotatedArticle], entities: EntityIndex, sources: SourceIndex
  ) -> [Relation] {
    var collector = RelationCollector()
    for (position, article) in articles.enumerated() {
      EventRelations(article, at: position, entities: entities).add(to: &collector)
      ClaimRelations(article, at: position, entities: entities).add(to: &collector)
      let mentions = mentionsBySentence(of: article)
      for sentence in article.sentences.indices where mentions[sentence].count > 1 {
        let tree = SentenceTree(
          sentence, of: article, at: position, mentions: mentions[sentence], entities: entities)
        RoleRelations(
          sentence, of: article, at: position, entities: entities, tree: tree
        ).add(mentions[sentence], to: &collector)
        StanceRelations(
          sentence, of: article, at: position, entities: entities, tree: tree
        ).add(to: &collector)
      }
    }
    return collector.relations(entities: entities, articles: articles, sources: sources)
  }

  /// For each sentence: its mentions, as indices.
  private static func mentionsBySentence(of article: AnnotatedArticle) -> [[Int]] {
    var mentions = [[Int]](repeating: [], count: article.sentences.count)
    for (index, mention) in article.mentions.enumerated() {
      if let sentence = article.sentence(at: Int(mention.span.lower)) {
        mentions[sentence].append(index)
      }
    }
    return mentions
  }
}
