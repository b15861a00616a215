import DatelineText

extension Model {
  /// What an article is and how it got its date, or why it cannot be read.
  func page(about id: ArticleID) -> AboutPage? {
    guard let article = corpus.article(id) else {
      let failure = corpus.failures.first { $0.article == id }
      return failure.map { AboutPage(id.name, [AboutPage.Line("cannot be read: " + $0.reason)]) }
    }
    var page = AboutPage(article.title ?? id.name)
    page.add("file      \(id)")
    if let source = article.source { page.add("source    \(source)") }
    if let byline = article.byline { page.add("by        \(byline)") }
    if let url = article.article.metadata.url { page.add("address   \(url)") }
    page.add("")
    page.add("date      \(DateText.text(article.date.interval))")
    page.add("found     \(article.date.basis.phrase)")
    if !article.date.evidence.isEmpty { page.add("because   \(article.date.evidence)") }
    page.add("          D sets another date")
    page.add("")
    page.add(
      "holds     " + counted(article.sentences.count, "sentence") + ", "
        + counted(article.mentions.count, "mention") + ", "
        + counted(article.timexes.count, "date") + ", " + counted(article.events.count, "event")
        + ", " + counted(article.claims.count, "claim"))
    if let original = corpus.original(of: id) {
      page.add("copy of   \(title(of: original))", .article(original))
    }
    page.lines += notes(on: .article(id))
    page.add(
      "what it tells", lookup.events(of: id).map { line(for: corpus.facts.timeline[$0]) },
      limit: 20)
    return page
  }

  /// What happened, and every sentence that tells it.
  func page(about event: TimelineEvent) -> AboutPage {
    var page = AboutPage(event.title)
    page.add("type      \(event.type.rawValue)" + (event.mode.map { ", \($0)" } ?? ""))
    page.add(
      "when      "
        + DateText.text(event.interval, grain: event.grain, isInferred: event.isDateInferred)
        + (event.isDateInferred ? "  (the article's own date was worked out)" : ""))
    for (label, ids) in [
      ("who       ", event.actors), ("whom      ", event.recipients), ("where     ", event.places),
    ] where !ids.isEmpty {
      page.add(label + ids.map { corpus.name($0) }.joined(separator: ", "), .entity(ids[0]))
    }
    page.add(
      "status    \(corpus.standing(of: event)), " + counted(event.sources, "independent source"))
    page.lines += notes(on: .event(event.id))
    for support in event.supports {
      let status = support.status == .stated ? "" : "  (\(corpus.standing(of: support)))"
      page.add("", told(support.provenance, status: status))
    }
    return page
  }

  /// What is said to hold between two entities, and every sentence that says so.
  func page(about relation: Relation) -> AboutPage {
    var page = AboutPage(words(for: relation))
    page.add("from      \(corpus.name(relation.source))", .entity(relation.source))
    page.add("to        \(corpus.name(relation.target))", .entity(relation.target))
    if let interval = relation.interval { page.add("when      \(DateText.text(interval))") }
    let by = relation.claimedBy.map { corpus.name($0) }.joined(separator: ", ")
    page.add(
      "status    \(relation.status.rawValue)" + (by.isEmpty ? "" : " by \(by)") + ", "
        + counted(relation.weight, "independent source"))
    for support in relation.supports { page.add("", told(support)) }
    return page
  }

  /// Who says what, and what does not go together with it.
  func page(about claim: CorpusClaim) -> AboutPage {
    var page = AboutPage("claim")
    let wording = corpus.wording(of: claim)
    page.add("says      \(wording.lead)", claim.speakers.first.map { .entity($0) })
    if let source = corpus.source(of: claim) {
      page.add("kind      \(source.kind.rawValue), \(source.form.rawValue)")
    }
    if !claim.topic.isEmpty { page.add("about     \(claim.topic)") }
    page.lines += notes(on: .claim(claim.id))
    page.add("", told(claim.provenance))
    if let sentence = wording.sentence { page.add("  in: \(sentence)") }
    for row in lookup.conflicts(of: claim.id) {
      let conflict = corpus.facts.conflicts[row]
      let isFirst = conflict.first == claim.id
      page.add("")
      page.add("\(conflict.level.rawValue): \(conflict.reason)")
      page.lines += side(
        isFirst ? conflict.second : conflict.first,
        at: isFirst ? conflict.secondPlace : conflict.firstPlace)
    }
    return page
  }

  /// Two sides that do not go together, one below the other.
  func page(about conflict: Conflict) -> AboutPage {
    var page = AboutPage("\(conflict.level.rawValue): \(conflict.topic)")
    page.add(conflict.reason)
    page.add("", side(conflict.first, at: conflict.firstPlace))
    page.add("", side(conflict.second, at: conflict.secondPlace))
    return page
  }

  private func side(_ id: String, at place: Provenance) -> [AboutPage.Line] {
    let row = lookup.claim(id)
    let wording = row.map { corpus.wording(of: corpus.facts.claims[$0]) }
    let lead = wording?.lead ?? "\(voice(of: id, at: place)) says"
    return [AboutPage.Line(lead + ":")] + told(place)
      + (wording?.sentence.map { [AboutPage.Line("  in: \($0)")] } ?? [])
  }

  // MARK: Lines

  /// The article and the words that tell something; both lead there.
  private func told(_ provenance: Provenance, status: String = "") -> [AboutPage.Line] {
    [
      AboutPage.Line(heading(for: provenance.article) + status, .sentence(provenance)),
      AboutPage.Line("  " + quote(provenance), .sentence(provenance)),
    ]
  }

  /// An article with its date, so that a sentence is never read without either.
  private func heading(for id: ArticleID) -> String {
    let article = corpus.head(id)
    let date = DateText.text(article?.date.interval)
    return [date == "?" ? "undated" : date, article?.source, title(of: id)].compactMap { $0 }
      .joined(separator: "  ")
  }

  /// An article in a list.
  func line(for id: ArticleID) -> AboutPage.Line {
    AboutPage.Line("  " + heading(for: id), .article(id))
  }

  /// An event in a list.
  func line(for event: TimelineEvent) -> AboutPage.Line {
    let date = DateText.dated(event.interval, isInferred: event.isDateInferred)
    let status = event.status == .stated ? "" : "  (\(corpus.standing(of: event)))"
    return AboutPage.Line(
      "  \(date == "?" ? "undated" : date)  \(event.title)\(status)",
      event.supports.first.map { .sentence($0.provenance) })
  }

  /// A relation in words: "Pakistan accuses India, attributed by Pakistan".
  func words(for relation: Relation) -> String {
    let kind = relation.kind.rawValue.split(separator: "-").joined(separator: " ")
    let detail = relation.detail.map { " (\($0))" } ?? ""
    let by = relation.claimedBy.map { corpus.name($0) }.joined(separator: ", ")
    let status =
      relation.status == .stated
      ? "" : ", \(relation.status.rawValue)" + (by.isEmpty ? "" : " by \(by)")
    return corpus.name(relation.source) + " \(kind) " + corpus.name(relation.target) + detail
      + status
  }

  /// The user's mark, tags and note on a thing.
  func notes(on item: Item) -> [AboutPage.Line] {
    var lines: [AboutPage.Line] = []
    if annotations.corrected.contains(item) {
      lines.append(AboutPage.Line("corrected by you"))
    }
    if annotations.marks.contains(item) { lines.append(AboutPage.Line("marked")) }
    if let tags = annotations.tags[item] {
      lines.append(AboutPage.Line("tags      " + tags.joined(separator: " ")))
    }
    if let note = annotations.notes[item] { lines.append(AboutPage.Line("note      " + note)) }
    return lines
  }
}
