internal import DatelineModel
internal import DatelineText

/// One step of the history as the session file has it. Fields that say nothing are left out.
struct PlaceRecord: Codable, Hashable {
  struct Row: Codable, Hashable {
    var id: String?
    var row: Int
    var top: Int
  }

  struct Relation: Codable, Hashable {
    var kind: String
    var source: String
    var target: String
  }

  struct Graph: Codable, Hashable {
    var view: String
    var ends: [String]?
    var ego: String?
    var threshold: Int
    var relation: Relation?
    var row: Int
    var top: Int
  }

  struct Reader: Codable, Hashable {
    var article: String
    var offset: Int
    var top: Int
    var line: Int
    var mark: Int?
    var highlight: [UInt32]?
    var showsFurniture: Bool
  }

  struct Scope: Codable, Hashable {
    var text: String?
    var entity: String?
    var earliest: Int32?
    var latest: Int32?
    var kinds: String?
    var trait: String?
    var article: String?
    var event: String?
  }

  var focus: Int
  var origin: Int
  var isZoomed: Bool
  var scope: Scope
  var articles: Row
  var timeline: Row
  var graph: Graph
  var claims: Row
  var claim: [String]?
  var reader: Reader?
}

// MARK: - Place to record

extension PlaceRecord {
  init(_ place: Place) {
    focus = place.focus.rawValue
    origin = place.origin.rawValue
    isZoomed = place.isZoomed
    scope = Scope(place.scope)
    articles = Row(
      id: place.articles.id?.name, row: place.articles.row, top: place.articles.top)
    timeline = Row(id: place.timeline.id, row: place.timeline.row, top: place.timeline.top)
    graph = Graph(place.graph)
    claims = Row(id: nil, row: place.claims.row, top: place.claims.top)
    switch place.claims.id {
    case .claim(let id): claim = [id]
    case .conflict(let first, let second): claim = [first, second]
    case nil: claim = nil
    }
    reader = place.reader.map { reader in
      Reader(
        article: reader.article.name, offset: reader.offset, top: reader.top, line: reader.line,
        mark: reader.mark, highlight: reader.highlight.map { [$0.lower, $0.upper] },
        showsFurniture: reader.showsFurniture)
    }
  }
}

extension PlaceRecord.Scope {
  init(_ scope: Scope) {
    text = scope.text.isEmpty ? nil : scope.text
    entity = scope.entity?.key
    earliest = scope.days?.earliest?.rawValue
    latest = scope.days?.latest?.rawValue
    kinds = scope.kinds.isEmpty ? nil : scope.kinds
    trait = scope.trait?.rawValue
    article = scope.article?.name
    event = scope.event
  }

  var scope: Scope {
    var scope = Scope()
    scope.text = text ?? ""
    scope.entity = entity.map { EntityID($0) }
    let days = (earliest.map { DayNumber(rawValue: $0) }, latest.map { DayNumber(rawValue: $0) })
    switch days {
    case (nil, nil): break
    case (let first?, let last?) where last < first: break
    default: scope.days = DayInterval(earliest: days.0, latest: days.1)
    }
    scope.kinds = kinds ?? ""
    scope.trait = trait.flatMap { Scope.Trait(rawValue: $0) }
    scope.article = article.map { ArticleID($0) }
    scope.event = event
    return scope
  }
}

extension PlaceRecord.Graph {
  init(_ graph: GraphPlace) {
    switch graph.view {
    case .list: view = "list"
    case .matrix: view = "matrix"
    case .ring: view = "ring"
    case .map: view = "map"
    case .path(let first, let last):
      view = "path"
      ends = [first.key, last.key]
    }
    ego = graph.ego?.key
    threshold = graph.threshold
    relation = graph.list.id.map {
      PlaceRecord.Relation(
        kind: $0.kind.rawValue, source: $0.source.key, target: $0.target.key)
    }
    row = graph.list.row
    top = graph.list.top
  }

  var place: GraphPlace {
    var graph = GraphPlace()
    switch (view, ends) {
    case ("matrix", _): graph.view = .matrix
    case ("ring", _): graph.view = .ring
    case ("map", _): graph.view = .map
    case ("path", let ends?) where ends.count == 2:
      graph.view = .path(EntityID(ends[0]), EntityID(ends[1]))
    default: graph.view = .list
    }
    graph.ego = ego.map { EntityID($0) }
    graph.threshold = max(1, threshold)
    graph.list.id = relation.flatMap { relation in
      Relation.Kind(rawValue: relation.kind).map {
        RelationID(
          Relation(
            kind: $0, source: EntityID(relation.source), target: EntityID(relation.target)))
      }
    }
    graph.list.row = max(0, row)
    graph.list.top = max(0, top)
    return graph
  }
}

// MARK: - Record to place

extension PlaceRecord {
  /// The place. Rows that are no more are put right by the model.
  var place: Place {
    var place = Place()
    place.focus = Pane(rawValue: focus) ?? .articles
    place.origin = Pane(rawValue: origin) ?? .articles
    place.isZoomed = isZoomed
    place.scope = scope.scope
    place.articles.id = articles.id.map { ArticleID($0) }
    (place.articles.row, place.articles.top) = (max(0, articles.row), max(0, articles.top))
    place.timeline.id = timeline.id
    (place.timeline.row, place.timeline.top) = (max(0, timeline.row), max(0, timeline.top))
    place.graph = graph.place
    switch claim?.count {
    case 1: place.claims.id = claim.map { .claim($0[0]) }
    case 2: place.claims.id = claim.map { .conflict($0[0], $0[1]) }
    default: break
    }
    (place.claims.row, place.claims.top) = (max(0, claims.row), max(0, claims.top))
    place.reader = reader?.place
    return place
  }
}

extension PlaceRecord.Reader {
  var place: ReaderPlace {
    var reader = ReaderPlace(article: ArticleID(article))
    (reader.offset, reader.top, reader.line) = (max(0, offset), max(0, top), max(0, line))
    reader.mark = mark
    reader.showsFurniture = showsFurniture
    if let highlight, highlight.count == 2, highlight[0] <= highlight[1] {
      reader.highlight = ByteSpan(Int(highlight[0]), Int(highlight[1]))
    }
    return reader
  }
}
