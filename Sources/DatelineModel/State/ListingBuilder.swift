import DatelineText

extension Model {
  /// Makes the rows of all panes anew and keeps the selections where they were.
  mutating func relist() {
    isListingStale = false
    let filter = ScopeFilter(self)
    let isOpen = place.scope.isEmpty
    listing.articles = isOpen ? articleOrder : articleOrder.filter { filter.passes(articleAt: $0) }
    let events = Array(corpus.facts.timeline.indices)
    listing.events = isOpen ? events : events.filter { filter.passes(corpus.facts.timeline[$0]) }
    let dated = listing.events.compactMap { corpus.interval(ofEventAt: $0) }
    listing.undated = listing.events.count - dated.count
    listing.density = Density(dated)
    relistGraph(filter)
    relistClaims(filter)
    keepSelections()
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
    listing.egoDensity = listing.ego.map { density(of: $0) } ?? Density()
    let facts = corpus.facts
    let rows = listing.ego.map { lookup.relations(of: $0) } ?? Array(facts.relations.indices)
    let passing = rows.filter {
      facts.relations[$0].weight >= place.graph.threshold && filter.passes(facts.relations[$0])
    }
    switch place.graph.view {
    case .list: listing.graph = grouped(passing)
    case .path(let first, let second):
      let all = facts.relations.indices.filter { filter.passes(facts.relations[$0]) }
      listing.graph = PathFinder(corpus: corpus, relations: all).rows(from: first, to: second)
    case .matrix, .ring:
      listing.graph = grouped(passing)
      listing.neighbours = neighbourhood(of: listing.ego, among: passing)
    }
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

  /// When `entity` took part in events, over the days of the timeline. Cost: the events of its
  /// articles; of many articles a part that is spread over all of them.
  private func density(of entity: EntityID) -> Density {
    guard let days = listing.density.days, let articles = corpus.entity(entity)?.articles else {
      return Density()
    }
    let step = max(1, articles.count / 64)
    var rows: Set<Int> = []
    for index in stride(from: 0, to: articles.count, by: step) {
      rows.formUnion(lookup.events(of: articles[index]))
    }
    let intervals = rows.sorted().compactMap { row -> DayInterval? in
      let event = corpus.facts.timeline[row]
      let takesPart =
        event.actors.contains(entity) || event.recipients.contains(entity)
        || event.places.contains(entity)
      return takesPart ? event.interval : nil
    }
    return Density(intervals, over: days)
  }

  /// Relations under headings, the strongest first within each.
  private func grouped(_ relations: [Int]) -> [GraphRow] {
    var rows: [GraphRow] = []
    let facts = corpus.facts
    for family in RelationFamily.allCases {
      let members = relations.filter { RelationFamily(facts.relations[$0].kind) == family }
      guard !members.isEmpty else { continue }
      rows.append(.heading(family.rawValue))
      let sorted = members.sorted { left, right in
        let (first, second) = (facts.relations[left], facts.relations[right])
        if first.weight != second.weight { return first.weight > second.weight }
        if first.supports.count != second.supports.count {
          return first.supports.count > second.supports.count
        }
        return left < right
      }
      rows += sorted.map { .edge(relation: $0, hop: 0) }
    }
    return rows
  }

  /// The nearest neighbours and how often each two are connected.
  private func neighbourhood(of ego: EntityID?, among relations: [Int]) -> Neighbourhood {
    var weights: [EntityID: Int] = [:]
    for row in relations {
      let relation = corpus.facts.relations[row]
      for end in [relation.source, relation.target] where end != ego {
        weights[end, default: 0] += relation.supports.count
      }
    }
    let nearest = weights.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var result = Neighbourhood()
    result.total = nearest.count
    result.nodes = (ego.map { [$0] } ?? []) + nearest.prefix(20).map(\.key)
    var seats: [EntityID: Int] = [:]
    for (seat, node) in result.nodes.enumerated() { seats[node] = seat }
    result.weights = Array(
      repeating: Array(repeating: 0, count: result.nodes.count), count: result.nodes.count)
    for node in result.nodes {
      for row in lookup.relations(of: node) {
        let relation = corpus.facts.relations[row]
        // Each edge is met from both ends; it is counted from its source.
        guard relation.source == node, let first = seats[relation.source],
          let second = seats[relation.target]
        else { continue }
        result.weights[first][second] += relation.supports.count
        result.weights[second][first] = result.weights[first][second]
      }
    }
    return result
  }

  // MARK: Claims

  private mutating func relistClaims(_ filter: ScopeFilter) {
    let facts = corpus.facts
    let isOpen = place.scope.isEmpty
    let passing =
      isOpen
      ? Array(facts.claims.indices)
      : facts.claims.indices.filter { filter.passes(facts.claims[$0]) }
    // A side is a claim, or an event that the article tells in its own voice.
    let ids =
      isOpen
      ? []
      : Set(passing.map { facts.claims[$0].id }).union(listing.events.map { facts.timeline[$0].id })
    var rows: [ClaimRow] = []
    listing.claimCount = passing.count
    listing.conflictCount = 0
    for level in [Conflict.Level.conflict, .tension] {
      let pairs = facts.conflicts.indices.filter { row in
        let conflict = facts.conflicts[row]
        return conflict.level == level
          && (isOpen || ids.contains(conflict.first) || ids.contains(conflict.second))
      }
      guard !pairs.isEmpty else { continue }
      rows.append(.heading(level == .conflict ? "in conflict" : "in tension"))
      listing.conflictCount += pairs.count
      rows += pairs.map { .conflict($0) }
    }
    var members: [Claim.Kind: [Int]] = [:]
    for row in passing {
      if let kind = corpus.kind(ofClaimAt: row) { members[kind, default: []].append(row) }
    }
    for kind in Claim.Kind.allCases {
      guard let members = members[kind] else { continue }
      rows.append(.heading(kind.plural))
      rows += speakersFirst(members).map { .claim($0) }
    }
    listing.claims = rows
  }

  /// What the entity of the scope says itself comes before what is said of it.
  private func speakersFirst(_ claims: [Int]) -> [Int] {
    guard let entity = place.scope.entity else { return claims }
    func speaks(_ row: Int) -> Bool { corpus.facts.claims[row].speakers.contains(entity) }
    return claims.filter(speaks) + claims.filter { !speaks($0) }
  }
}

/// The headings under which relations are listed.
enum RelationFamily: String, CaseIterable {
  case talks = "says, meets and mediates"
  case sides = "leads, supports and belongs"
  case clashes = "conflicts"
  case places = "same place"
  case mentions = "named together"

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
