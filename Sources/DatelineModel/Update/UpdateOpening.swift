import DatelineText

extension Model {
  mutating func perform(opening command: Command) {
    switch command {
    case .open: openSelected()
    case .source: openSource()
    case .about: showAbout()
    case .evidence: showEvidence()
    default: break
    }
  }

  /// What Enter does: an article and a sentence open, an entity goes to the middle.
  private mutating func openSelected() {
    switch place.focus {
    case .articles:
      if let id = article(atRow: place.articles.row) { openReader(id) }
    case .graph: openInGraph()
    case .reader: followMark()
    case .timeline, .claims: openSource()
    }
  }

  private mutating func openInGraph() {
    switch place.graph.view {
    case .matrix, .ring:
      guard listing.neighbours.nodes.indices.contains(place.graph.list.row) else { return }
      center(listing.neighbours.nodes[place.graph.list.row])
    case .map: if let entity = selectedPlace?.entity { center(entity) }
    case .path: openSource()
    case .list:
      guard let relation = relation(atRow: place.graph.list.row) else { return }
      guard let ego = listing.ego else {
        openSource()
        return
      }
      center(relation.source == ego ? relation.target : relation.source)
    }
  }

  /// Puts `entity` in the middle of the graph.
  mutating func center(_ entity: EntityID) {
    step()
    place.graph.ego = entity
    if !place.graph.view.showsNeighbours { place.graph.view = .list }
    place.graph.list = ListPlace()
    relistGraph()
    unsettle()
  }

  /// The sentence that the selected row rests on; from the reader the next one, through all of them.
  private mutating func openSource() {
    if place.focus == .articles {
      openSelected()
      return
    }
    let supports = supports(of: place.focus == .reader ? place.origin : place.focus)
    guard !supports.isEmpty else {
      if place.focus == .reader { notice = Notice("no row leads here; [ goes back") }
      return
    }
    var next = 0
    if place.focus == .reader, let here = sentenceInReader,
      let index = supports.firstIndex(of: here)
    {
      next = (index + 1) % supports.count
    }
    openReader(supports[next])
    if supports.count > 1 {
      notice = Notice("\(next + 1) of \(supports.count) sentences; o opens the next, [ goes back")
    }
  }

  /// The sentences that the selected row rests on.
  public var selectedSupports: [Provenance] { supports(of: place.focus) }

  /// The sentences that the selected row of `pane` rests on.
  private func supports(of pane: Pane) -> [Provenance] {
    switch pane {
    case .articles, .reader: []
    case .timeline: event(atRow: place.timeline.row)?.supports.map(\.provenance) ?? []
    case .graph:
      place.graph.view == .map
        ? placeSupports : relation(atRow: place.graph.list.row)?.supports ?? []
    case .claims:
      selectedConflict.map { [$0.firstPlace, $0.secondPlace] }
        ?? selectedClaim.map { [$0.provenance] } ?? []
    }
  }

  /// The first sentence that the focused row rests on, and how many there are; of an article the
  /// graph's row tells why the two belong together.
  public var evidence: (provenance: Provenance, count: Int)? {
    let supports: [Provenance]
    switch place.focus {
    case .timeline:
      supports = event(atRow: settledRow(of: .timeline))?.supports.map(\.provenance) ?? []
    case .claims: supports = self.supports(of: .claims)
    case .articles, .graph, .reader:
      if place.graph.view == .map { return placeEvidence }
      supports = relation(atRow: settledRow(of: .graph))?.supports ?? []
    }
    return supports.first.map { ($0, supports.count) }
  }

  /// In the reader, Enter on a mark goes to what it means.
  private mutating func followMark() {
    guard let reading, let reader = place.reader, let index = reader.mark,
      reading.marks.indices.contains(index)
    else {
      notice = Notice("n goes to the next mark; Enter follows it")
      return
    }
    switch reading.marks[index].kind {
    case .mention(let mention):
      guard let entity = entity(ofMention: mention, in: reader.article) else { return }
      center(entity)
      focus(.graph)
    case .timex(let timex):
      guard let interval = reading.article.timexes[timex].interval else {
        notice = Notice("no day is known for it")
        return
      }
      narrow { $0.days = interval }
      focus(.timeline)
    case .claim(let claim): goTo(claim: claim, of: reader.article)
    case .event(let event): goTo(event: event, of: reader.article)
    }
  }

  private mutating func goTo(claim: Int, of article: ArticleID) {
    let known = corpus.facts.claims.made(in: article).firstIndex { $0.claim == claim }
    guard let known else {
      notice = Notice("this claim has no row: it says too little, or nobody is known to make it")
      return
    }
    guard let row = listing.claims.position(of: known) else {
      notice = Notice("this claim is hidden by the filter; c clears it")
      return
    }
    focus(.claims)
    select(row: row)
  }

  private mutating func goTo(event: Int, of article: ArticleID) {
    let told = lookup.events(of: article).first { row in
      corpus.facts.timeline[row].supports.contains {
        $0.provenance.article == article && $0.event == event
      }
    }
    guard let row = told.flatMap({ listing.row(ofEvent: $0) }) else {
      notice = Notice("not on the timeline, or hidden by the filter")
      return
    }
    focus(.timeline)
    select(row: row)
  }
}
