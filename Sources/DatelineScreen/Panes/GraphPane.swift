import DatelineModel
import DatelineText

extension Screen {
  mutating func drawGraph(_ rect: Rect) {
    drawTitle(.graph, rect, detail: graphDetail, count: graphCount)
    drawSparkline(rect)
    guard let list = layout.list(of: .graph) else { return }
    switch model.place.graph.view {
    case .list, .path: drawRelations(list)
    case .matrix: drawMatrix(list)
    case .ring: drawRing(list)
    case .map: drawMap(list)
    }
    if let extra = layout.extra(of: .graph) { drawEvidence(extra) }
  }

  private var graphDetail: String {
    switch model.place.graph.view {
    case .path(let first, let last):
      return "\(model.corpus.name(first)) .. to .. \(model.corpus.name(last))"
    case .map: return "where things happened"
    case .list, .matrix, .ring:
      guard let ego = model.listing.ego else { return "all relations" }
      let type = model.corpus.type(of: ego).map { " (\($0.rawValue))" } ?? ""
      return model.corpus.name(ego) + type
    }
  }

  /// When events were that name the entity in the middle, as a few bars below the timeline's, in the
  /// title where there is room.
  private mutating func drawSparkline(_ rect: Rect) {
    let width = 16
    let start = 9 + DisplayWidth.of(graphDetail) + 2
    guard rect.height >= 3, model.place.graph.view != .map,
      !model.listing.egoDensity.counts.allSatisfy({ $0 == 0 }),
      start + width + 2 + DisplayWidth.of(graphCount) <= rect.width
    else { return }
    let style = Style(model.place.focus == .graph ? .focusedTitle : .title)
    var pen = pen(rect, 0)
    pen.skip(start)
    var bars = ""
    for bar in Bars(appearance).scalars(model.listing.egoDensity, width: width) {
      bars.unicodeScalars.append(bar)
    }
    pen.write(bars, style, limit: width, to: &grid)
  }

  private var graphCount: String {
    switch model.place.graph.view {
    case .list, .path: break
    case .ring: return shown(model.ringSeats(height: graphHeight, width: graphWidth))
    case .matrix: return shown(min(20, model.listing.neighbours.nodes.count - 1))
    case .map: return placeCount
    }
    let edges = model.listing.edgeCount
    let threshold = model.place.graph.threshold
    return counted(edges, "relation") + (threshold > 1 ? ", >=\(threshold) sources" : "")
  }

  private var placeCount: String {
    let threshold = model.place.graph.threshold
    let least = threshold > 1 ? " of >=\(threshold) events" : ""
    return counted(model.listing.places.count, "place") + least
  }

  private var graphHeight: Int { layout.list(of: .graph)?.height ?? 0 }
  private var graphWidth: Int { layout.list(of: .graph)?.width ?? 0 }

  /// How many of the neighbours are drawn, and where the others are.
  private func shown(_ count: Int) -> String {
    let total = model.listing.neighbours.total
    return count < total ? "\(max(0, count)) of \(total), e lists all" : counted(total, "neighbour")
  }

  private mutating func drawRelations(_ list: Rect) {
    let rows = model.listing.graph
    let top = model.place.graph.list.top
    for index in 0..<list.height where rows.indices.contains(top + index) {
      switch rows[top + index] {
      case .heading(let text):
        var pen = pen(list, index)
        pen.skip(2)
        pen.write(text, Style(.heading), to: &grid)
      case .edge(let relation, let hop):
        drawRelation(relation, hop: hop, row: top + index, at: index, in: list)
      }
    }
    if rows.isEmpty { drawEmpty(list, in: .graph) }
  }

  private mutating func drawRelation(
    _ index: Int, hop: Int, row: Int, at line: Int, in list: Rect
  ) {
    let head = model.corpus.head(ofRelationAt: index)
    let relation = head.relation
    var pen = pen(list, line)
    let isLinked = model.linked.source != .graph && model.linked.relations.contains(index)
    let isColored = isColored(in: .graph, isLinked: isLinked)
    drawGutter(
      &pen, pane: .graph, isSelected: row == model.place.graph.list.row, isLinked: isLinked)
    pen.skip(1 + hop * 2)
    let tail = relationTail(head, width: list.width)
    let end = max(pen.column, pen.end - DisplayWidth.of(tail) - 1)
    let kind = relation.kind.rawValue
    if let ego = model.listing.ego, isEgoView, relation.source == ego || relation.target == ego {
      let isOutward = relation.source == ego
      let arrow = relation.kind.isSymmetric ? "<->" : isOutward ? "-->" : "<--"
      pen.write(arrow + " ", Style(.dim), limit: max(0, end - pen.column), to: &grid)
      pen.field(
        kind, width: min(17, max(0, end - pen.column)), Style(.event).colored(isColored), to: &grid)
      writeName(isOutward ? relation.target : relation.source, &pen, end: end, isColored)
    } else {
      writeName(relation.source, &pen, end: end - 6 - kind.utf8.count, isColored)
      let arrow = relation.kind.isSymmetric ? " <-\(kind)-> " : " -\(kind)-> "
      pen.write(
        arrow, Style(.event).colored(isColored), limit: max(0, end - pen.column), to: &grid)
      writeName(relation.target, &pen, end: end, isColored)
    }
    writeStatus(of: relation, &pen, end: end, isColored)
    // While the pane follows, how strong and how old a relation is matters of those that are linked.
    if isColored { pen.right(tail, Style(.dim), to: &grid) }
  }

  private var isEgoView: Bool {
    if case .path = model.place.graph.view { false } else { true }
  }

  private mutating func writeName(
    _ id: EntityID, _ pen: inout Pen, end: Int, _ isColored: Bool
  ) {
    let type = isColored ? model.corpus.type(of: id) : nil
    let style = type.map { Style(Role($0), isLight: true) } ?? .plain
    pen.write(model.corpus.name(id), style, limit: max(0, end - pen.column), to: &grid)
  }

  private mutating func writeStatus(
    of relation: Relation, _ pen: inout Pen, end: Int, _ isColored: Bool
  ) {
    if let detail = relation.detail {
      pen.write(" (\(detail))", Style(.dim), limit: max(0, end - pen.column), to: &grid)
    }
    let status = FactStatusWord(relation.status)
    guard !status.word.isEmpty else { return }
    let by =
      relation.claimedBy.isEmpty
      ? "" : " by " + relation.claimedBy.map { model.corpus.name($0) }.joined(separator: ", ")
    pen.write(
      " (\(status.word)\(by))", status.style.colored(isColored), limit: max(0, end - pen.column),
      to: &grid)
  }

  /// Strength, days and number of articles.
  private func relationTail(_ head: RelationHead, width: Int) -> String {
    // That more than one article says so is what stands out.
    let count = head.articles < 2 ? "" : "\(head.articles) art"
    guard width >= 60 else { return count }
    let bar = String(repeating: "#", count: min(6, head.supports))
    // Two ends that do not fit their column would push the bar out of its own.
    let interval = head.relation.interval
    let whole = DateText.text(interval)
    let days = whole == "?" ? "" : whole.utf8.count > 16 ? DateText.dated(interval) : whole
    return bar + String(repeating: " ", count: 7 - bar.count) + days
      + String(repeating: " ", count: max(1, 22 - days.utf8.count - count.utf8.count)) + count
  }

  /// The sentence that proves the selected row.
  private mutating func drawEvidence(_ rect: Rect) {
    guard let support = model.evidence else { return }
    let article = model.corpus.head(support.provenance.article)
    let date = article.map { DateText.text($0.date.interval) } ?? ""
    // Of a long path its end tells most, and the words are to have room beside it.
    let whole = article?.source ?? article?.id.name ?? ""
    let file = whole.split(separator: "/").last.map(String.init) ?? whole
    let source = rect.height > 1 || whole.utf8.count <= 24 ? whole : String(file.prefix(24))
    let words = date.isEmpty || date == "?" ? source : "\(date) \(source)"
    let place = "  \(words)  1/\(support.count)"
    var pen = pen(rect, 0)
    pen.skip()
    pen.write("why: ", Style(.dim), to: &grid)
    let text = "\"" + model.quote(support.provenance) + "\""
    guard rect.height > 1 else {
      pen.write(text, limit: max(0, pen.room - DisplayWidth.of(place)), to: &grid)
      pen.write(place, Style(.dim), to: &grid)
      return
    }
    pen.write(text, to: &grid)
    var second = self.pen(rect, 1)
    second.skip(6)
    second.write(place, Style(.dim), to: &grid)
  }
}

extension Role {
  /// The role of a name of this type.
  init(_ type: EntityType) {
    switch type {
    case .person: self = .person
    case .organization: self = .organization
    case .geopolitical, .location, .facility: self = .place
    case .group: self = .group
    case .event, .miscellaneous: self = .otherName
    }
  }
}
