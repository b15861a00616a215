import DatelineText

/// A report in Markdown: what happened, who says what, where it clashes, each with its sentence.
public struct ReportExport: Sendable {
  private let corpus: Corpus
  private let contents: ReportContents

  /// Reports `contents` of `corpus`, which must be resolved.
  public init(_ corpus: Corpus, _ contents: ReportContents) {
    self.corpus = corpus
    self.contents = contents
  }

  /// Reports what `filter` shows of `corpus`, which must be resolved.
  public init(_ corpus: Corpus, filter: Filter = .everything) {
    self.init(corpus, ReportContents(corpus, filter: filter))
  }

  /// The report.
  public var markdown: String {
    var text = "# Report\n\n"
    text += counted(contents.articles.count, "article")
    if !contents.scope.isEmpty { text += ", only: " + Markup.markdown(contents.scope) }
    text += "\n\n## Articles\n\n"
    for article in contents.articles { text += line(of: article) }
    text += "\n## Timeline\n\n"
    for event in contents.events { text += section(of: event) }
    if !contents.conflicts.isEmpty {
      text += "\n## Conflicting claims\n\n"
      let claims = corpus.facts.claims.reduce(into: [:]) { $0[$1.id] = $1 }
      for conflict in contents.conflicts { text += section(of: conflict, claims: claims) }
    }
    text += "\n## Claims\n\n"
    for claim in contents.claims { text += line(of: claim) + notes(on: .claim(claim.id)) }
    return text
  }

  /// What the user noted about a thing, below its line.
  private func notes(on item: Item) -> String {
    let tags = contents.annotations.tags[item] ?? []
    let lines =
      [contents.annotations.corrected.contains(item) ? "Corrected by hand" : nil]
      + [contents.annotations.notes[item].map { "Note: " + $0 }]
      + [tags.isEmpty ? nil : "Tags: " + tags.joined(separator: ", ")]
    return lines.compactMap { $0 }.map { "  - \(Markup.markdown($0))\n" }.joined()
  }

  private func line(of article: ArticleHead) -> String {
    let name = Markup.markdown(article.id.name)
    let title = article.title.map { ": " + Markup.markdown($0) } ?? ""
    var text = "- \(name)\(title) — \(Self.days(article.date.interval))"
    if !article.date.evidence.isEmpty {
      text += " (\(article.date.basis.rawValue): \(Markup.markdown(article.date.evidence)))"
    }
    return text + "\n" + notes(on: .article(article.id))
  }

  private func section(of event: TimelineEvent) -> String {
    var text = "- **\(event.isDateInferred ? "about " : "")\(Self.days(event.interval))** "
    text += Markup.markdown(event.title) + " "
    text += "(\(event.type.rawValue), \(Markup.markdown(corpus.standing(of: event))), "
    text += "\(event.sources) \(event.sources == 1 ? "source" : "sources"))\n"
    for support in event.supports { text += "  - " + quote(support.provenance) + "\n" }
    return text + notes(on: .event(event.id))
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
    let wording = corpus.wording(of: claim)
    let sentence = wording.sentence.map { ", in “\(Markup.markdown($0))”" } ?? ""
    return "- \(Markup.markdown(wording.lead)): “\(Markup.markdown(wording.words))”\(sentence)"
      + " — \(Markup.markdown(claim.provenance.article.name))\n"
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
