public import DatelineText

extension Model {
  /// The linked panes are behind the selection.
  mutating func unsettle() { isUnsettled = true }

  /// Lets the other panes follow the selection: marks what belongs to it and moves there; the graph
  /// is made anew where another entity comes to the middle, or where that is asked for.
  mutating func settle(makingGraphAnew: Bool = false) {
    isUnsettled = false
    settledRow = selectedRow
    let before = linked.ego
    var links = Linked()
    links.source = place.focus
    switch place.focus {
    case .articles: if let id = place.articles.id { link(article: id, &links) }
    case .timeline: if let event = event(atRow: place.timeline.row) { link(event, &links) }
    case .graph:
      links.ego = before
      if let place = selectedPlace { link(place, &links) }
      if let row = relationRow(atRow: place.graph.list.row) { link(relationAt: row, &links) }
    case .claims: if let claim = selectedClaim { link(claim, &links) }
    case .reader: linkReader(&links)
    }
    linked = links
    if makingGraphAnew || listing.ego != ego { relistGraph() }
    moveLinkedPanes()
  }

  private func link(article id: ArticleID, _ links: inout Linked) {
    links.articles = [id]
    links.events = Set(lookup.events(of: id))
    links.relations = Set(lookup.relations(in: id))
    links.ego = lookup.mainEntity(of: id)
  }

  private func link(_ event: TimelineEvent, _ links: inout Linked) {
    links.articles = Set(event.articles)
    if let row = lookup.event(event.id) { links.events = [row] }
    let people = event.actors + event.recipients + event.places
    links.ego = people.first { !lookup.relations(of: $0).isEmpty }
    // A sentence that tells of both stands in an article of both.
    for row in Set(event.articles.flatMap { lookup.relations(in: $0) }) {
      let ends = corpus.outline(ofRelationAt: row).id
      guard people.contains(ends.source) || people.contains(ends.target) else { continue }
      if shareText(corpus.facts.relations[row].supports, event.supports.map(\.provenance)) {
        links.relations.insert(row)
      }
    }
  }

  private func link(_ place: MappedPlace, _ links: inout Linked) {
    links.events = Set(place.events)
    links.articles = Set(
      place.events.prefix(Self.articleLimit).flatMap { corpus.facts.timeline[$0].articles })
  }

  /// How many articles of a fact are looked through for what belongs to it: of one that thousands
  /// tell nobody goes through all.
  private static let articleLimit = 200

  private func link(relationAt row: Int, _ links: inout Linked) {
    let relation = corpus.facts.relations[row]
    links.relations = [row]
    links.articles = Set(relation.articles)
    let told = Dictionary(grouping: relation.supports, by: \.article)
    for article in relation.articles.prefix(Self.articleLimit) {
      for row in lookup.events(of: article)
      where shareText(
        told[article] ?? [], corpus.facts.timeline[row].supports.map(\.provenance))
      {
        links.events.insert(row)
      }
    }
  }

  private func link(_ claim: CorpusClaim, _ links: inout Linked) {
    links.articles = [claim.provenance.article]
    if let row = claim.event.flatMap({ lookup.event($0) }) { links.events = [row] }
    links.ego = (claim.speakers + claim.addressees).first { !lookup.relations(of: $0).isEmpty }
  }

  /// The reader's sentence under the cursor leads the other panes.
  private func linkReader(_ links: inout Linked) {
    guard let reading, let reader = place.reader else { return }
    links.articles = [reader.article]
    guard let sentence = sentenceUnderCursor else { return }
    let here = [Provenance(article: reader.article, span: sentence)]
    links.events = Set(
      lookup.events(of: reader.article).filter {
        shareText(corpus.facts.timeline[$0].supports.map(\.provenance), here)
      })
    if let mark = reader.mark, reading.marks.indices.contains(mark),
      case .mention(let mention) = reading.marks[mark].kind
    {
      links.ego = entity(ofMention: mention, in: reader.article)
    }
    links.ego =
      links.ego
      ?? links.events.sorted().lazy.compactMap { row in
        corpus.facts.timeline[row].actors.first { !lookup.relations(of: $0).isEmpty }
      }.first ?? linked.ego
  }

  /// The sentence under the reader's cursor.
  var sentenceUnderCursor: ByteSpan? {
    guard let reading, let reader = place.reader else { return nil }
    if let mark = reader.mark, reading.marks.indices.contains(mark),
      let index = reading.article.sentence(at: Int(reading.marks[mark].span.lower))
    {
      return reading.article.sentences[index].span
    }
    if let index = reading.article.sentence(at: reader.offset) {
      return reading.article.sentences[index].span
    }
    return nil
  }

  /// Whether two facts rest on the same sentence.
  private func shareText(_ left: [Provenance], _ right: [Provenance]) -> Bool {
    left.contains { first in
      right.contains { $0.article == first.article && $0.span.overlaps(first.span) }
    }
  }

  /// The entity that a mention belongs to.
  public func entity(ofMention mention: Int, in article: ArticleID) -> EntityID? {
    lookup.entity(of: Entity.MentionReference(article: article, mention: mention)).map {
      corpus.facts.entities[$0].id
    }
  }

  /// Scrolls the panes that follow to the first row that belongs to the selection, unless theirs
  /// belongs to it already.
  private mutating func moveLinkedPanes() {
    if place.focus != .articles, !linked.articles.isEmpty,
      place.articles.id.map({ !linked.articles.contains($0) }) ?? true,
      let row = firstRow(of: linked.articles)
    {
      set(row: row, in: .articles, count: listing.articles.count + failureCount)
    }
    if place.focus != .timeline, let row = followingTimelineRow {
      set(row: row, in: .timeline, count: listing.events.count)
    }
    guard place.focus != .graph, place.graph.view == .list, !linked.relations.isEmpty else {
      return
    }
    let row = listing.graph.firstIndex {
      if case .edge(let relation, _) = $0 { linked.relations.contains(relation) } else { false }
    }
    if let row { set(row: row, in: .graph, count: listing.graph.count) }
  }

  /// The first row of the article list that shows one of `articles`.
  private func firstRow(of articles: Set<ArticleID>) -> Int? {
    let wanted = RowSet(articles.compactMap { corpus.index(of: $0) }, count: corpus.count)
    return listing.articles.firstIndex { wanted.contains($0) }
  }

  /// The pair of claims in the selected row of the claims pane.
  var selectedConflict: Conflict? {
    guard listing.claims.indices.contains(place.claims.row),
      case .conflict(let row) = listing.claims[place.claims.row]
    else { return nil }
    return corpus.facts.conflicts[row]
  }

  /// The claim in the selected row of the claims pane; of a pair the first.
  var selectedClaim: CorpusClaim? {
    guard listing.claims.indices.contains(place.claims.row) else { return nil }
    switch listing.claims[place.claims.row] {
    case .heading: return nil
    case .claim(let row): return corpus.facts.claims[row]
    case .conflict(let row):
      let conflict = corpus.facts.conflicts[row]
      return (lookup.claim(conflict.first) ?? lookup.claim(conflict.second))
        .map { corpus.facts.claims[$0] }
    }
  }
}
