import DatelineText

extension Model {
  /// Makes the rows of all panes anew and keeps the selections where they were. While somebody types,
  /// the claims of a stored corpus wait for a pause where they are not in sight: there are more of
  /// them than of everything else.
  mutating func relist(isTyping: Bool = false) {
    let filter = ScopeFilter(self)
    relistRows(filter, waitsForClaims: isTyping && corpus.isStored && place.focus != .claims)
    relistGraph(filter)
    keepSelections()
  }

  /// Makes the rows of all panes anew, and lets the linked panes follow in the same frame: nobody
  /// waits for what follows the selection when nothing was typed.
  ///
  /// The graph is made once, for the entity that the selection leads to: that of the most connected
  /// entity, which it would show before, takes longer than all other lists.
  mutating func relistAndSettle() {
    guard place.focus != .graph else {
      relist()
      fit()
      settle()
      return
    }
    relistRows(ScopeFilter(self))
    refreshReading()
    keepListSelections()
    settle(makingGraphAnew: true)
    fit()
    isUnsettled = false
  }

  private mutating func relistRows(_ filter: ScopeFilter, waitsForClaims: Bool = false) {
    isListingStale = false
    areClaimsStale = waitsForClaims && !place.scope.isEmpty
    if place.scope.isEmpty { listEverything() } else { list(filter) }
  }

  /// Brings the claims up to date, where they waited.
  mutating func freshenClaims() {
    guard areClaimsStale else { return }
    areClaimsStale = false
    let filter = ScopeFilter(self)
    relistClaims(filter.rows(of: .claims), filter.rows(of: .events))
    keepListSelections()
  }

  private mutating func listEverything() {
    let whole = lookup.whole
    listing.articles = articleOrder
    listing.hidden = HiddenHits()
    listing.events = whole.events
    listing.undated = whole.timeline.undated
    listing.density = whole.timeline.density
    listing.spansYears = spansYears(whole.timeline.ends)
    listing.claims = whole.claims
    listing.claimCount = whole.claimCount
    listing.conflictCount = whole.conflictCount
  }

  private mutating func list(_ filter: ScopeFilter) {
    let articles = filter.rows(of: .articles)
    listing.articles = articleOrder.filter(articles.contains)
    let events = filter.rows(of: .events)
    listing.events = RowList(events)
    let timeline = TimelineSummary(of: listing.events, in: corpus)
    listing.undated = timeline.undated
    listing.density = timeline.density
    listing.spansYears = spansYears(timeline.ends)
    if !areClaimsStale { relistClaims(filter.rows(of: .claims), events) }
    listing.hidden = hiddenHits(besides: articles, events)
  }

  /// What has the words that are being typed beside the rows that are shown. Cost: nothing where words
  /// are all that is asked for, else that of another filter.
  private func hiddenHits(besides articles: RowSet, _ events: RowSet) -> HiddenHits {
    var hidden = HiddenHits()
    var words = Scope()
    words.text = place.scope.text
    guard prompt?.kind == .filter, !words.isEmpty, words != place.scope else { return hidden }
    let filter = ScopeFilter(words, self)
    hidden.articles = filter.rows(of: .articles).size - articles.size
    hidden.events = filter.rows(of: .events).size - events.size
    return hidden
  }

  /// Whether events between `ends`, and all articles, are of several years.
  private func spansYears(_ ends: ClosedRange<DayNumber>?) -> Bool {
    let days =
      (ends.map { [$0.lowerBound, $0.upperBound] } ?? [])
      + self.ends(ofArticles: lookup.articlesByDate).flatMap { [$0.earliest, $0.latest] }
      .compactMap { $0 }
    guard let first = days.min(), let last = days.max() else { return false }
    return first.date.year != last.date.year
  }

  /// When the first and the last of all dated articles are of. Cost: a binary search.
  private func ends(ofArticles newestFirst: [Int]) -> [DayInterval] {
    func interval(_ place: Int) -> DayInterval? {
      let row = newestFirst[place]
      guard let stored = corpus.stored else { return corpus.head(at: row).date.interval }
      return stored.corpus.interval(of: .articles, row: row)
    }
    let dated = newestFirst.indices.partitioningIndex { place in
      let interval = interval(place)
      return interval?.latest == nil && interval?.earliest == nil
    }
    return [0, dated - 1].filter(newestFirst.indices.contains).compactMap(interval)
  }

  private var articleOrder: [Int] {
    switch order {
    case .date: lookup.articlesByDate
    case .name: Array(0..<corpus.count)
    }
  }

  /// Makes the rows of the graph anew, for another entity in the middle.
  mutating func relistGraph() {
    relistGraph(ScopeFilter(self))
    keepGraphSelection()
  }

  private mutating func relistGraph(_ filter: ScopeFilter) {
    listing.ego = ego
    listing.places = place.graph.view == .map ? mappedPlaces : []
    listing.egoDensity = listing.ego.map { density(of: $0) } ?? Density()
    let passing = place.scope.isEmpty ? nil : filter.rows(of: .relations)
    func passes(_ row: Int) -> Bool {
      (passing?.contains(row) ?? true)
        && (place.graph.threshold <= 1
          || corpus.weight(ofRelationAt: row) >= place.graph.threshold)
    }
    if case .path(let first, let second) = place.graph.view {
      let all = passing?.rows ?? Array(corpus.facts.relations.indices)
      listing.graph = GraphRows(
        PathFinder(corpus: corpus, relations: all).rows(from: first, to: second))
      return
    }
    guard let ego = listing.ego else {
      listing.graph = GraphRows(families: families(passing, passes))
      if place.graph.view.showsNeighbours {
        listing.neighbours = neighbourhood(
          of: nil, among: corpus.facts.relations.indices.filter(passes))
      }
      return
    }
    let rows = lookup.relations(of: ego).filter(passes)
    listing.graph = GraphRows(
      families: corpus.grouped(rows).map { Table($0.map { UInt32($0) }) })
    if place.graph.view.showsNeighbours { listing.neighbours = neighbourhood(of: ego, among: rows) }
  }

  /// The relations of each family that pass. Cost: nothing where all do, else a nanosecond or two for
  /// each relation of the corpus.
  private func families(_ passing: RowSet?, _ passes: (Int) -> Bool) -> [Table<UInt32>] {
    guard place.graph.threshold <= 1 else {
      return corpus.groups(of: .relations).map { rows in Table(rows.filter { passes(Int($0)) }) }
    }
    return passing.map { corpus.groups(of: .relations, in: $0).map { Table($0) } }
      ?? corpus.groups(of: .relations)
  }

  /// The entity in the middle: the chosen one, that of the scope, that of the selection, or else
  /// the one with most relations. Nil while a type is asked for: then all relations are listed.
  var ego: EntityID? {
    if let chosen = place.graph.ego ?? place.scope.entity { return chosen }
    if !place.scope.kinds.isEmpty || place.scope.days != nil || !place.scope.text.isEmpty {
      return nil
    }
    return linked.ego ?? lookup.mostConnected
  }

  /// When events were that name `entity`, over the days of the timeline. Cost: of a stored corpus a
  /// few nanoseconds for each of them.
  private func density(of entity: EntityID) -> Density {
    guard let days = listing.density.days else { return Density() }
    var scope = Scope()
    scope.entity = entity
    let rows = RowList(ScopeFilter(scope, self).rows(of: .events))
    return EventDays(of: rows, in: corpus).density(over: days)
  }

  /// The nearest neighbours and how often each two are connected.
  private func neighbourhood(of ego: EntityID?, among relations: [Int]) -> Neighbourhood {
    var weights: [EntityID: Int] = [:]
    for row in relations {
      let relation = corpus.outline(ofRelationAt: row)
      for end in [relation.id.source, relation.id.target] where end != ego {
        weights[end, default: 0] += relation.supports
      }
    }
    let nearest = weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var result = Neighbourhood()
    result.total = nearest.count
    result.nodes = (ego.map { [$0] } ?? []) + nearest.prefix(20).map(\.key)
    let strongest = ego.map { strongestRelations(of: $0) } ?? [:]
    result.strongest = result.nodes.map { strongest[$0] }
    var seats: [EntityID: Int] = [:]
    for (seat, node) in result.nodes.enumerated() { seats[node] = seat }
    result.weights = Array(
      repeating: Array(repeating: 0, count: result.nodes.count), count: result.nodes.count)
    for node in result.nodes {
      for row in lookup.relations(of: node) {
        let relation = corpus.outline(ofRelationAt: row)
        // Each edge is met from both ends; it is counted from its source.
        guard relation.id.source == node, let first = seats[relation.id.source],
          let second = seats[relation.id.target]
        else { continue }
        result.weights[first][second] += relation.supports
        result.weights[second][first] = result.weights[first][second]
      }
    }
    return result
  }

  /// For each neighbour of `ego` the strongest relation among those that are listed, the first of
  /// equals; that two are named together counts least.
  private func strongestRelations(of ego: EntityID) -> [EntityID: Int] {
    var best: [EntityID: (row: Int, strength: Int)] = [:]
    for case .edge(let row, _) in listing.graph {
      let relation = corpus.outline(ofRelationAt: row)
      let other = relation.id.source == ego ? relation.id.target : relation.id.source
      let strength = relation.id.kind == .mentionedWith ? 0 : relation.supports
      if strength > best[other]?.strength ?? -1 { best[other] = (row, strength) }
    }
    return best.mapValues(\.row)
  }

  // MARK: Claims

  /// Lists the claims in `claims`, and the pairs with a side in `claims` or `events`.
  private mutating func relistClaims(_ claims: RowSet, _ events: RowSet) {
    var rows = SectionedRows()
    listing.conflictCount = 0
    for section in corpus.clashes {
      let pairs = section.rows.filter { row in
        corpus.sides(ofConflictAt: row, lookup).contains {
          $0.table == .claims ? claims.contains($0.row) : events.contains($0.row)
        }
      }
      listing.conflictCount += pairs.count
      rows.append(section.heading, isConflicts: true, Table(pairs.map { UInt32($0) }))
    }
    listing.claimCount = 0
    for (kind, members) in zip(Claim.Kind.allCases, corpus.groups(of: .claims, in: claims)) {
      listing.claimCount += members.count
      rows.append(kind.plural, Table(speakersFirst(members)))
    }
    listing.claims = rows
  }

  /// What the entity of the scope says itself comes before what is said of it.
  private func speakersFirst(_ claims: [UInt32]) -> [UInt32] {
    guard let entity = place.scope.entity else { return claims }
    let (others, own) = claims.reduce(into: ([UInt32](), [UInt32]())) { parts, row in
      if corpus.facts.claims[Int(row)].speakers.contains(entity) {
        parts.1.append(row)
      } else {
        parts.0.append(row)
      }
    }
    return own + others
  }
}

/// The headings under which relations are listed.
enum RelationFamily: Int, CaseIterable {
  case talks, sides, clashes, places, mentions

  /// What is written above its relations.
  var heading: String {
    switch self {
    case .talks: "says, meets and mediates"
    case .sides: "leads, supports and belongs"
    case .clashes: "conflicts"
    case .places: "same place"
    case .mentions: "named together"
    }
  }

  /// The heading for `kind`.
  init(_ kind: Relation.Kind) {
    switch kind {
    case .negotiatesWith, .mediates, .hosts, .visits, .demands, .denies: self = .talks
    case .leads, .role, .supports, .alliedWith, .memberOf: self = .sides
    case .accuses, .attacks, .arrests, .sanctions, .hostileTo: self = .clashes
    case .locatedIn: self = .places
    case .mentionedWith: self = .mentions
    }
  }
}

extension Claim.Kind {
  /// The heading for claims of this kind.
  var plural: String {
    switch self {
    case .praise: "praise"
    case .denial: "denials"
    default: rawValue + "s"
    }
  }
}
