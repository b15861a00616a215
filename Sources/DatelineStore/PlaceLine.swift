internal import DatelineModel
internal import DatelineText

/// One step of the history as the session file has it: a line of fields "name=value" with tabs
/// between them. Fields that say nothing are left out, and those that nobody knows passed over.
///
/// No JSON: reading that with Foundation took a tenth of the time before the first frame.
struct PlaceLine {
  private var fields: [(name: String, value: String)] = []

  /// Reads a line.
  init(_ line: String) {
    for field in line.split(separator: "\t") {
      guard let border = field.firstIndex(of: "=") else { continue }
      let value = field[field.index(after: border)...]
      fields.append((String(field[..<border]), Self.unescaped(value)))
    }
  }

  /// The line.
  var text: String {
    fields.map { $0.name + "=" + Self.escaped($0.value) }.joined(separator: "\t")
  }

  private func string(_ name: String) -> String? { fields.first { $0.name == name }?.value }
  private func number(_ name: String) -> Int? { string(name).flatMap { Int($0) } }
  /// A row, or another count that is never negative.
  private func count(_ name: String) -> Int { max(0, number(name) ?? 0) }

  private mutating func put(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { fields.append((name, value)) }
  }

  private mutating func put(_ name: String, _ value: Int?) {
    if let value, value != 0 { fields.append((name, String(value))) }
  }

  private static func escaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
      case "\t": text.append(contentsOf: "\\t".unicodeScalars)
      case "\n": text.append(contentsOf: "\\n".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }

  private static func unescaped(_ value: Substring) -> String {
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        text.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

// MARK: - Place to line

extension PlaceLine {
  /// The line of `place`.
  init(_ place: Place) {
    put("focus", place.focus.rawValue)
    put("origin", place.origin.rawValue)
    put("zoomed", place.isZoomed ? 1 : 0)
    put(place.scope)
    put("articles", id: place.articles.id?.name, place.articles.row, place.articles.top)
    put("timeline", id: place.timeline.id, place.timeline.row, place.timeline.top)
    put(place.graph)
    put("claims", id: nil, place.claims.row, place.claims.top)
    switch place.claims.id {
    case .claim(let id): put("claim", id)
    case .conflict(let first, let second):
      put("side", first)
      put("other-side", second)
    case nil: break
    }
    if let reader = place.reader { put(reader) }
  }

  private mutating func put(_ list: String, id: String?, _ row: Int, _ top: Int) {
    put(list, id)
    put(list + "-row", row)
    put(list + "-top", top)
  }

  private mutating func put(_ scope: Scope) {
    put("text", scope.text)
    put("entity", scope.entity?.key)
    // A day of its own, for 0 is one.
    put("from", scope.days?.earliest.map { String($0.rawValue) })
    put("to", scope.days?.latest.map { String($0.rawValue) })
    put("kinds", scope.kinds)
    put("trait", scope.trait?.rawValue)
    put("article", scope.article?.name)
    put("event", scope.event)
  }

  private mutating func put(_ graph: GraphPlace) {
    switch graph.view {
    case .list: break
    case .matrix: put("view", "matrix")
    case .ring: put("view", "ring")
    case .map: put("view", "map")
    case .path(let first, let last):
      put("view", "path")
      put("path-from", first.key)
      put("path-to", last.key)
    }
    put("ego", graph.ego?.key)
    put("threshold", graph.threshold)
    switch graph.list.id {
    case nil: break
    case .entity(let id): put("node", id.key)
    case .relation(let id):
      put("relation", id.kind.rawValue)
      put("source", id.source.key)
      put("target", id.target.key)
    }
    put("graph", id: nil, graph.list.row, graph.list.top)
    put("column", graph.column)
  }

  private mutating func put(_ reader: ReaderPlace) {
    put("reader", reader.article.name)
    put("offset", reader.offset)
    put("line", reader.line)
    put("line-top", reader.top)
    put("mark", reader.mark.map { String($0) })
    put("quote-from", reader.highlight.map { String($0.lower) })
    put("quote-to", reader.highlight.map { String($0.upper) })
    put("furniture", reader.showsFurniture ? 1 : 0)
  }
}

// MARK: - Line to place

extension PlaceLine {
  /// The place. Rows that are no more are put right by the model.
  var place: Place {
    var place = Place()
    place.focus = Pane(rawValue: count("focus")) ?? .articles
    place.origin = Pane(rawValue: count("origin")) ?? .articles
    place.isZoomed = number("zoomed") == 1
    place.scope = scope
    place.articles.id = string("articles").map { ArticleID($0) }
    (place.articles.row, place.articles.top) = (count("articles-row"), count("articles-top"))
    place.timeline.id = string("timeline")
    (place.timeline.row, place.timeline.top) = (count("timeline-row"), count("timeline-top"))
    place.graph = graph
    place.claims.id = string("claim").map { .claim($0) }
    if let first = string("side"), let second = string("other-side") {
      place.claims.id = .conflict(first, second)
    }
    (place.claims.row, place.claims.top) = (count("claims-row"), count("claims-top"))
    place.reader = reader
    return place
  }

  private var scope: Scope {
    var scope = Scope()
    scope.text = string("text") ?? ""
    scope.entity = string("entity").map { EntityID($0) }
    let first = number("from").flatMap { Int32(exactly: $0) }.map { DayNumber(rawValue: $0) }
    let last = number("to").flatMap { Int32(exactly: $0) }.map { DayNumber(rawValue: $0) }
    switch (first, last) {
    case (nil, nil): break
    case (let first?, let last?) where last < first: break
    default: scope.days = DayInterval(earliest: first, latest: last)
    }
    scope.kinds = string("kinds") ?? ""
    scope.trait = string("trait").flatMap { Scope.Trait(rawValue: $0) }
    scope.article = string("article").map { ArticleID($0) }
    scope.event = string("event")
    return scope
  }

  private var graph: GraphPlace {
    var graph = GraphPlace()
    switch string("view") {
    case "matrix": graph.view = .matrix
    case "ring": graph.view = .ring
    case "map": graph.view = .map
    case "path":
      if let first = string("path-from"), let last = string("path-to") {
        graph.view = .path(EntityID(first), EntityID(last))
      }
    default: break
    }
    graph.ego = string("ego").map { EntityID($0) }
    graph.threshold = max(1, count("threshold"))
    if let kind = string("relation").flatMap({ Relation.Kind(rawValue: $0) }),
      let source = string("source"), let target = string("target")
    {
      graph.list.id = .relation(
        RelationID(kind: kind, source: EntityID(source), target: EntityID(target)))
    }
    if let node = string("node") { graph.list.id = .entity(EntityID(node)) }
    (graph.list.row, graph.list.top) = (count("graph-row"), count("graph-top"))
    graph.column = count("column")
    return graph
  }

  private var reader: ReaderPlace? {
    guard let article = string("reader") else { return nil }
    var reader = ReaderPlace(article: ArticleID(article))
    (reader.offset, reader.top, reader.line) = (count("offset"), count("line-top"), count("line"))
    reader.mark = string("mark") == nil ? nil : count("mark")
    reader.showsFurniture = number("furniture") == 1
    let (first, last) = (count("quote-from"), count("quote-to"))
    if string("quote-to") != nil, first <= last, last <= Int(Int32.max) {
      reader.highlight = ByteSpan(first, last)
    }
    return reader
  }
}
