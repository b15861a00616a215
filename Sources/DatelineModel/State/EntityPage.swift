import DatelineText

extension Model {
  /// Who or what an entity is: names, roles, when it was seen, and what it did and said.
  func page(about id: EntityID) -> AboutPage? {
    guard let entity = corpus.entity(id) else { return nil }
    var page = AboutPage(entity.name)
    page.add("type      \(entity.type.rawValue)")
    page.add(
      "seen      " + counted(entity.mentions.count, "time") + " in "
        + counted(entity.articles.count, "article") + seen(in: entity.articles))
    if let place = entity.place { page.add("place     \(place.name), \(place.country)") }
    page.lines += notes(on: .entity(id))
    page.add("names", entity.aliases.map { AboutPage.Line("  \($0.name)  (\($0.count))") })
    page.add("roles", roles(of: entity), limit: 12)
    page.add("why these are one", entity.reasons.map { AboutPage.Line("  " + $0) })
    page.add(
      "perhaps the same; M merges",
      entity.suggestions.map { AboutPage.Line("  " + corpus.name($0), .entity($0)) })
    page.add("linked with", neighbours(of: id), limit: 12)
    page.add("took part in", events(with: entity), limit: 20)
    page.add("says", claims(by: entity), limit: 12)
    page.add("articles", entity.articles.map { line(for: $0) }, limit: 40)
    return page
  }

  /// How many articles of an entity are looked through for what it did and said: of one that stands
  /// in thousands nobody reads all.
  private static let articleLimit = 200

  private func seen(in articles: [ArticleID]) -> String {
    let days = articles.compactMap { corpus.head($0)?.date.interval?.earliest }
    guard let first = days.min(), let last = days.max() else { return "" }
    return first == last ? ", on \(first.iso)" : ", from \(first.iso) to \(last.iso)"
  }

  /// Each office once, in order of the articles' dates, with the sentence that gives it.
  private func roles(of entity: Entity) -> [AboutPage.Line] {
    var seen: Set<String> = []
    let dated = entity.roles.map { ($0, corpus.head($0.provenance.article)?.date.interval) }
    return dated.enumerated().sorted { left, right in
      let days = (left.element.1?.earliest, right.element.1?.earliest)
      guard let first = days.0, let second = days.1, first != second else {
        return left.offset < right.offset
      }
      return first < second
    }.compactMap { _, entry in
      guard seen.insert(entry.0.title.lowercased()).inserted else { return nil }
      let date = DateText.text(entry.1)
      return AboutPage.Line(
        "  \(date == "?" ? "undated" : date)  \(entry.0.title)", .sentence(entry.0.provenance))
    }
  }

  private func neighbours(of id: EntityID) -> [AboutPage.Line] {
    let relations = lookup.relations(of: id).map { corpus.facts.relations[$0] }
    let strongest = relations.enumerated().sorted { left, right in
      left.element.weight != right.element.weight
        ? left.element.weight > right.element.weight : left.offset < right.offset
    }
    return strongest.map { _, relation in
      AboutPage.Line(
        "  " + words(for: relation), relation.supports.first.map { .sentence($0) })
    }
  }

  private func events(with entity: Entity) -> [AboutPage.Line] {
    var rows: Set<Int> = []
    for article in entity.articles.prefix(Self.articleLimit) {
      rows.formUnion(lookup.events(of: article))
    }
    return rows.sorted().compactMap { row in
      let event = corpus.facts.timeline[row]
      guard
        event.actors.contains(entity.id) || event.recipients.contains(entity.id)
          || event.places.contains(entity.id)
      else { return nil }
      return line(for: event)
    }
  }

  private func claims(by entity: Entity) -> [AboutPage.Line] {
    entity.articles.prefix(Self.articleLimit).flatMap { article in
      corpus.claims(of: article).filter { $0.speakers.contains(entity.id) }.map { claim in
        AboutPage.Line("  " + quote(claim.provenance), .sentence(claim.provenance))
      }
    }
  }
}
