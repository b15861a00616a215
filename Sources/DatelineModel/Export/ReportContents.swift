/// What a report is about: the part of a corpus that is shown.
public struct ReportContents: Equatable, Sendable {
  /// What it is narrowed to, in words; empty for everything.
  public var scope = ""
  /// The articles.
  public var articles: [ArticleHead] = []
  /// The events, in order of time.
  public var events: [TimelineEvent] = []
  /// The pairs that do not go together.
  public var conflicts: [Conflict] = []
  /// The claims.
  public var claims: [CorpusClaim] = []
  /// The user's notes and tags.
  public var annotations = Annotations()

  /// What `filter` shows of `corpus`.
  public init(_ corpus: Corpus, filter: Filter) {
    articles = corpus.articles(matching: filter).map { ArticleHead($0) }
    events = corpus.timeline(matching: filter)
    conflicts = corpus.conflicts(matching: filter)
    claims = corpus.claims(matching: filter)
    annotations = Annotations(corpus.decisions, corpus: corpus, lookup: Lookup(corpus))
  }

  /// What the panes of `model` show.
  init(_ model: Model, scope: String) {
    let (corpus, listing) = (model.corpus, model.listing)
    self.scope = scope
    articles = listing.articles.map { corpus.head(at: $0) }
    events = listing.events.map { corpus.facts.timeline[$0] }
    for row in listing.claims {
      switch row {
      case .heading: break
      case .conflict(let row): conflicts.append(corpus.facts.conflicts[row])
      case .claim(let row): claims.append(corpus.facts.claims[row])
      }
    }
    annotations = model.annotations
  }
}
