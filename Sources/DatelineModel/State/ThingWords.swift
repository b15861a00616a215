public import DatelineText

/// "1 article", "2 articles".
public func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

extension Model {
  /// The title of an article, or its name.
  public func title(of id: ArticleID) -> String {
    corpus.head(id)?.title ?? id.name
  }

  /// Who speaks on one side of a conflict and what saying it amounts to: "Acme denied"; the article
  /// itself where it tells it in its own voice.
  public func lead(of side: String, at place: Provenance) -> String {
    lookup.claim(side).map { corpus.wording(of: corpus.facts.claims[$0]).lead }
      ?? voice(of: side, at: place)
  }

  /// Who speaks on one side of a conflict: the speaker of a claim, or the article itself.
  public func voice(of side: String, at place: Provenance) -> String {
    if let row = lookup.claim(side) { return corpus.speaker(of: corpus.facts.claims[row]) }
    return "\(corpus.head(place.article)?.source ?? place.article.name) itself"
  }

  /// What all panes are narrowed to, in words.
  public var scopeWords: [String] {
    let scope = place.scope
    var words: [String] = []
    if !scope.text.isEmpty { words.append("/\(scope.text)") }
    if let entity = scope.entity { words.append(corpus.name(entity)) }
    if let days = scope.days { words.append(DateText.text(days)) }
    if !scope.kinds.isEmpty { words.append("type \(scope.kinds)") }
    if let trait = scope.trait { words.append(trait.rawValue) }
    if let article = scope.article { words.append(title(of: article)) }
    if let id = scope.event, let row = lookup.event(id) {
      words.append(corpus.facts.timeline[row].title)
    }
    return words
  }

  /// The words that a provenance points at, on one line.
  public func quote(_ provenance: Provenance) -> String {
    corpus.text(provenance).onOneLine
  }
}

extension DocumentDate.Basis {
  /// How the date was found, in plain words.
  var phrase: String {
    switch self {
    case .user: "you set it"
    case .explicit: "the text prints it"
    case .metadata: "the file states it"
    case .link: "a link or address carries it"
    case .inferred: "worked out from dates in the text"
    case .corpus: "worked out from events shared with other articles"
    case .none: "no date could be found"
    }
  }
}
