import DatelineText

/// A report in Markdown: what happened, who says what, where it clashes, each with its sentence.
public struct ReportExport: Sendable {
  private let corpus: Corpus
  private let filter: Filter
  private let names: [EntityID: String]

  /// Reports what `filter` shows of `corpus`, which must be resolved.
  public init(_ corpus: Corpus, filter: Filter = .everything) {
    self.corpus = corpus
    self.filter = filter
    names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
  }

  /// The report.
  public var markdown: String {
    var text = "# Report\n\n"
    text += "\(corpus.articles(matching: filter).count) articles\n\n## Articles\n\n"
    for article in corpus.articles(matching: filter) { text += line(of: article) }
    text += "\n## Timeline\n\n"
    for event in corpus.timeline(matching: filter) { text += section(of: event) }
    let conflicts = corpus.conflicts(matching: filter)
    if !conflicts.isEmpty {
      text += "\n## Conflicting claims\n\n"
      let claims = corpus.facts.claims.reduce(into: [:]) { $0[$1.id] = $1 }
      for conflict in conflicts { text += section(of: conflict, claims: claims) }
    }
    text += "\n## Claims\n\n"
    for claim in corpus.claims(matching: filter) { text += line(of: claim) }
    return text
  }

  private func line(of article: AnnotatedArticle) -> String {
    let name = Markup.markdown(article.article.id.name)
    let title = article.title.map { ": " + Markup.markdown($0) } ?? ""
    var text = "- \(name)\(title) — \(Self.days(article.date.interval))"
    if !article.date.evidence.isEmpty {
      text += " (\(article.date.basis.rawValue): \(Markup.markdown(article.date.evidence)))"
    }
    return text + "\n"
  }

  private func section(of event: TimelineEvent) -> String {
    var text = "- **\(Self.days(event.interval))** \(Markup.markdown(event.title)) "
    text += "(\(event.type.rawValue), \(event.status.rawValue), "
    text += "\(event.sources) \(event.sources == 1 ? "source" : "sources"))\n"
    for support in event.supports { text += "  - " + quote(support.provenance) + "\n" }
    return text
  }

  private func section(of conflict: Conflict, claims: [String: CorpusClaim]) -> String {
    var text = "- **\(Markup.markdown(conflict.topic))** (\(conflict.level.rawValue)): "
    text += Markup.markdown(conflict.reason) + "\n"
    for (id, place) in [
      (conflict.first, conflict.firstPlace), (conflict.second, conflict.secondPlace),
    ] {
      text += "  " + (claims[id].map(line) ?? "- the article: " + quote(place) + "\n")
    }
    return text
  }

  private func line(of claim: CorpusClaim) -> String {
    let speakers =
      claim.speakers.isEmpty
      ? claim.speakerText : claim.speakers.map { names[$0] ?? $0.key }.joined(separator: ", ")
    let speaker = speakers.isEmpty ? "unnamed" : speakers
    return "- \(Markup.markdown(speaker)): " + quote(claim.provenance) + "\n"
  }

  private func quote(_ provenance: Provenance) -> String {
    let text = corpus.article(provenance.article)?.article.text[provenance.span] ?? ""
    return "“\(Markup.markdown(text))” — \(Markup.markdown(provenance.article.name))"
  }

  /// Days as text: one day, a range, or "undated".
  static func days(_ interval: DayInterval?) -> String {
    switch (interval?.earliest, interval?.latest) {
    case (nil, nil): "undated"
    case (let first?, let last?) where first == last: first.iso
    case (let first?, let last?): first.iso + " to " + last.iso
    case (let first?, nil): "since " + first.iso
    case (nil, let last?): "until " + last.iso
    }
  }
}
