public import DatelineText

extension Model {
  /// Shows all about the selected thing: names, reasons, sources, notes.
  mutating func showAbout() {
    switch place.focus {
    case .articles: if let id = place.articles.id { showAbout(article: id) }
    case .reader:
      if let entity = markedEntity {
        showAbout(entity: entity)
      } else if let id = place.reader?.article {
        showAbout(article: id)
      }
    case .timeline:
      if let event = event(atRow: place.timeline.row) { showAbout(event) }
    case .graph: showAboutGraph()
    case .claims: if let claim = selectedClaim { showAbout(claim) }
    }
  }

  private var markedEntity: EntityID? {
    guard let reading, let reader = place.reader, let mark = reader.mark,
      reading.marks.indices.contains(mark), case .mention(let index) = reading.marks[mark].kind
    else { return nil }
    return entity(ofMention: index, in: reader.article)
  }

  private mutating func showAboutGraph() {
    if let entity = place.graph.ego ?? place.scope.entity {
      showAbout(entity: entity)
    } else if let relation = relation(atRow: place.graph.list.row) {
      let ego = listing.ego ?? relation.source
      showAbout(entity: relation.source == ego ? relation.target : relation.source)
    }
  }

  private mutating func show(_ title: String, _ lines: [String]) {
    overlay = .about(title: title, lines: lines, top: 0)
  }

  private mutating func showAbout(article id: ArticleID) {
    guard let article = corpus.article(id) else {
      if let failure = corpus.failures.first(where: { $0.article == id }) {
        show(id.name, ["cannot be read: " + failure.reason])
      }
      return
    }
    var lines = ["file      \(id)"]
    if let source = article.source { lines.append("source    \(source)") }
    if let byline = article.byline { lines.append("by        \(byline)") }
    if let url = article.article.metadata.url { lines.append("address   \(url)") }
    lines.append("")
    lines.append("date      \(DateText.text(article.date.interval))")
    lines.append("found     \(article.date.basis.phrase)")
    if !article.date.evidence.isEmpty { lines.append("because   \(article.date.evidence)") }
    lines.append("          D sets another date")
    lines.append("")
    lines.append(
      "holds     \(article.sentences.count) sentences, \(article.mentions.count) mentions, "
        + "\(article.timexes.count) dates, \(article.events.count) events, "
        + "\(article.claims.count) claims")
    if let original = corpus.facts.copies[id] { lines.append("copy of   \(original)") }
    lines += notes(on: ["article:" + id.name])
    show(article.title ?? id.name, lines)
  }

  private mutating func showAbout(entity id: EntityID) {
    guard let entity = corpus.entity(id) else { return }
    var lines = [
      "type      \(entity.type.rawValue)",
      "seen      \(entity.mentions.count) times in \(entity.articles.count) articles",
      "", "names",
    ]
    lines += entity.aliases.map { "  \($0.name)  (\($0.count))" }
    if !entity.roles.isEmpty { lines += ["", "roles"] }
    for role in entity.roles {
      let line = "  \(role.title)  (\(role.provenance.article))"
      if lines.last != line { lines.append(line) }
    }
    if !entity.reasons.isEmpty { lines += ["", "why these are one"] }
    lines += entity.reasons.map { "  " + $0 }
    if !entity.suggestions.isEmpty { lines += ["", "perhaps the same; M merges"] }
    lines += entity.suggestions.map { "  " + corpus.name($0) }
    lines += ["", "articles"] + entity.articles.map { "  \(title(of: $0))" }
    lines += notes(on: ["entity:" + id.key])
    show(entity.name, lines)
  }

  private mutating func showAbout(_ event: TimelineEvent) {
    var lines = [
      "type      \(event.type.rawValue)" + (event.mode.map { ", \($0)" } ?? ""),
      "when      "
        + DateText.text(event.interval, grain: event.grain, isInferred: event.isDateInferred),
    ]
    func list(_ label: String, _ ids: [EntityID]) {
      guard !ids.isEmpty else { return }
      lines.append(label + ids.map { corpus.name($0) }.joined(separator: ", "))
    }
    list("who       ", event.actors)
    list("whom      ", event.recipients)
    list("where     ", event.places)
    lines.append("status    \(event.status.rawValue), \(event.sources) independent sources")
    for support in event.supports {
      lines += ["", "\(support.provenance.article)  (\(support.status.rawValue))"]
      lines.append("  " + quote(support.provenance))
    }
    lines += notes(on: event.annotationKeys)
    show(event.title, lines)
  }

  private mutating func showAbout(_ claim: CorpusClaim) {
    var lines = ["says      \(speaker(of: claim))"]
    if let source = corpus.source(of: claim) {
      lines.append("kind      \(source.kind.rawValue), \(source.form.rawValue)")
    }
    if !claim.topic.isEmpty { lines.append("about     \(claim.topic)") }
    lines += ["", "\(title(of: claim.provenance.article))", "  " + quote(claim.provenance)]
    for row in lookup.conflicts(of: claim.id) {
      let conflict = corpus.facts.conflicts[row]
      let isFirst = conflict.first == claim.id
      let place = isFirst ? conflict.secondPlace : conflict.firstPlace
      lines += ["", "\(conflict.level.rawValue): \(conflict.reason)"]
      lines += [
        "  \(voice(of: isFirst ? conflict.second : conflict.first, at: place)):",
        "  " + quote(place),
      ]
    }
    show("claim", lines)
  }

  private func notes(on keys: [String]) -> [String] {
    var lines: [String] = []
    for key in keys {
      if annotations.marks.contains(key) { lines.append("marked") }
      if let tags = annotations.tags[key] {
        lines.append("tags      " + tags.joined(separator: " "))
      }
      if let note = annotations.notes[key] { lines.append("note      " + note) }
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  // MARK: Words for things

  /// The title of an article, or its name.
  public func title(of id: ArticleID) -> String {
    corpus.head(id)?.title ?? id.name
  }

  /// Who makes a claim, in words.
  public func speaker(of claim: CorpusClaim) -> String {
    if !claim.speakers.isEmpty {
      return claim.speakers.map { corpus.name($0) }.joined(separator: ", ")
    }
    return claim.speakerText.isEmpty ? "someone" : claim.speakerText
  }

  /// Who speaks on one side of a conflict: the speaker of a claim, or the article itself.
  public func voice(of side: String, at place: Provenance) -> String {
    if let row = lookup.claim(side) { return speaker(of: corpus.facts.claims[row]) }
    return "\(corpus.head(place.article)?.source ?? place.article.name) itself"
  }

  /// The words that a provenance points at, on one line.
  public func quote(_ provenance: Provenance) -> String {
    corpus.text(provenance).split { $0.isWhitespace }.joined(separator: " ")
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
