import DatelineText

extension Model {
  /// Adds what was read, and asks for the facts to be brought up to date. A stored corpus comes with
  /// all that was read.
  mutating func take(_ articles: [AnnotatedArticle], _ failures: [ArticleFailure]) -> [Effect] {
    guard !corpus.isStored else { return [] }
    for article in articles { corpus.insert(article) }
    for failure in failures { corpus.insert(failure) }
    if pending.isResolving {
      pending.articles += articles
      pending.failures += failures
    }
    lookup.sortArticles(of: corpus)
    relist()
    return resolve()
  }

  /// Asks for the facts, or waits for the copy that is away.
  mutating func resolve() -> [Effect] {
    guard !pending.isResolving else {
      pending.isStale = true
      return []
    }
    pending = Pending()
    pending.isResolving = true
    return [.resolve(corpus)]
  }

  /// Takes the resolved copy over, with what came in meanwhile.
  mutating func adopt(_ resolved: Corpus, _ lookup: Lookup) -> [Effect] {
    // The corpus came as a whole while a part of it was being resolved.
    guard resolved.isStored || !corpus.isStored else {
      pending = Pending()
      return []
    }
    let missed = pending
    let decisions = corpus.decisions
    pending = Pending()
    let new = corpus.new
    corpus = resolved
    corpus.setNew(new)
    self.lookup = lookup
    for article in missed.articles { corpus.insert(article) }
    for failure in missed.failures { corpus.insert(failure) }
    if corpus.decisions != decisions { corpus.setDecisions(decisions) }
    if !missed.articles.isEmpty, !corpus.isStored { self.lookup.sortArticles(of: corpus) }
    annotate()
    let takesSessionUp = awaited != nil && !isBusy && !missed.isStale
    // The session has rows of its own.
    guard !takesSessionUp else {
      takeUpSession()
      return []
    }
    relistAndSettle()
    return missed.isStale ? resolve() : []
  }

  /// Takes the decisions of earlier runs over.
  mutating func adopt(_ decisions: [LoggedDecision]) -> [Effect] {
    decided = decisions
    together = []
    corpus.setDecisions(decisions.map(\.decision))
    annotate()
    relist()
    return corpus.count == 0 ? [] : resolve()
  }

  /// Finds anew what marks, notes and tags hang on.
  mutating func annotate() {
    annotations = Annotations(corpus.decisions, corpus: corpus, lookup: lookup)
  }
}
