import DatelineText

/// Makes the edges of the entity graph out of events, claims and roles.
enum RelationBuilder {
  /// The relations of `articles` by source, target and kind.
  static func relations(
    of articles: [AnnotatedArticle], entities: EntityIndex, sources: SourceIndex
  ) -> [Relation] {
    var collector = RelationCollector()
    for (index, article) in articles.enumerated() {
      for event in article.events where !event.isGeneric {
        add(event, article: index, in: article, entities: entities, to: &collector)
      }
    }
    return collector.relations(entities: entities, articles: articles, sources: sources)
  }

  /// The relation that an event type makes between its actor and its recipient; nil for types that
  /// make none of the graph's.
  static func kind(of type: PloverType, mode: String?) -> Relation.Kind? {
    switch type {
    case .assault: .attacks
    case .accuse: .accuses
    case .request: .demands
    case .sanction: .sanctions
    case .aid, .support: .supports
    case .agree: .negotiatesWith
    case .cooperate: .alliedWith
    case .coerce: mode == "arrest" ? .arrests : nil
    case .consult: mode == "visit" ? .visits : mode == "third-party" ? .mediates : .negotiatesWith
    case .concede, .retreat, .reject, .threaten, .protest, .mobilize: nil
    }
  }

  private static func add(
    _ event: EventMention, article index: Int, in article: AnnotatedArticle,
    entities: EntityIndex, to collector: inout RelationCollector
  ) {
    guard let kind = kind(of: event.type, mode: event.mode),
      article.sentences.indices.contains(event.sentence),
      ![.hypothetical, .denied].contains(event.status)
    else { return }
    let actors = entities.entities(article: index, mentions: event.actors)
    let recipients = entities.entities(article: index, mentions: event.recipients)
    let claimants = entities.entities(article: index, mentions: event.attributedTo)
    for actor in actors {
      for recipient in recipients where recipient != actor {
        collector.add(
          RelationCollector.Evidence(
            kind: kind, source: actor, target: recipient, status: event.status,
            claimants: claimants, interval: event.interval, detail: nil, article: index,
            span: article.sentences[event.sentence].span))
      }
    }
  }
}
