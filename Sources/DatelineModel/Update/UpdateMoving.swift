public import DatelineText

extension Model {
  /// The number of rows in the list of the focused pane.
  var rowCount: Int {
    switch place.focus {
    case .articles: listing.articles.count + failureCount
    case .timeline: listing.events.count
    case .graph: graphRowCount
    case .claims: listing.claims.count
    case .reader: reading?.lines.count ?? 0
    }
  }

  /// Files that could not be read stand below the articles while nothing is narrowed.
  public var failureCount: Int { place.scope.isEmpty ? corpus.failures.count : 0 }

  private var graphRowCount: Int {
    switch place.graph.view {
    case .list, .path: listing.graph.count
    case .matrix, .ring: listing.neighbours.nodes.count
    case .map: listing.places.count
    }
  }

  /// The selected row of the focused pane.
  public var selectedRow: Int {
    switch place.focus {
    case .articles: place.articles.row
    case .timeline: place.timeline.row
    case .graph: place.graph.list.row
    case .claims: place.claims.row
    case .reader: place.reader?.line ?? 0
    }
  }

  /// The row of `pane` that counters and details speak of.
  public func settledRow(of pane: Pane) -> Int {
    if pane == place.focus { return settledRow }
    switch pane {
    case .articles: return place.articles.row
    case .timeline: return place.timeline.row
    case .graph: return place.graph.list.row
    case .claims: return place.claims.row
    case .reader: return place.reader?.line ?? 0
    }
  }

  func rowTop(of pane: Pane) -> Int {
    switch pane {
    case .articles: place.articles.top
    case .timeline: place.timeline.top
    case .graph: place.graph.list.top
    case .claims: place.claims.top
    case .reader: place.reader?.top ?? 0
    }
  }

  func height(of pane: Pane) -> Int { max(1, layout.list(of: pane)?.height ?? size.rows) }

  mutating func move(_ command: Command) {
    let height = self.height(of: place.focus)
    switch command {
    case .down: step(1)
    case .up: step(-1)
    case .pageDown: select(row: selectedRow + height)
    case .pageUp: select(row: selectedRow - height)
    case .halfPageDown: select(row: selectedRow + max(1, height / 2))
    case .halfPageUp: select(row: selectedRow - max(1, height / 2))
    case .first: select(row: 0)
    case .last: select(row: rowCount - 1)
    case .nextMark: walk(1)
    case .previousMark: walk(-1)
    default: break
    }
  }

  /// One row on, over headings.
  private mutating func step(_ delta: Int) {
    var row = selectedRow + delta
    while row >= 0, row < rowCount, isHeading(row) { row += delta }
    guard row >= 0, row < rowCount else {
      // The headings above the first row scroll into sight with it.
      if delta < 0 { select(row: selectedRow, scrollingTo: 0) }
      return
    }
    select(row: row)
  }

  private func isHeading(_ row: Int) -> Bool {
    switch place.focus {
    case .articles, .timeline, .reader: return false
    case .graph:
      guard place.graph.view.showsRelations else { return false }
      if case .heading = listing.graph[row] { return true }
      return false
    case .claims:
      if case .heading = listing.claims[row] { return true }
      return false
    }
  }

  /// Selects `row`, or the nearest one that can be selected.
  mutating func select(row: Int, scrollingTo shown: Int? = nil) {
    let count = rowCount
    guard count > 0 else { return }
    var row = max(0, min(row, count - 1))
    if isHeading(row) {
      row = (row..<count).first { !isHeading($0) } ?? (0..<row).last { !isHeading($0) } ?? row
    }
    set(row: row, in: place.focus, count: count)
    if let shown { scroll(place.focus, to: shown, count: count) }
    unsettle()
  }

  private mutating func scroll(_ pane: Pane, to row: Int, count: Int) {
    let height = self.height(of: pane)
    switch pane {
    case .articles: place.articles.scroll(to: row, of: count, height: height)
    case .timeline: place.timeline.scroll(to: row, of: count, height: height)
    case .graph: place.graph.list.scroll(to: row, of: count, height: height)
    case .claims: place.claims.scroll(to: row, of: count, height: height)
    case .reader: break
    }
  }

  /// Puts the selection of `pane` on `row`.
  mutating func set(row: Int, in pane: Pane, count: Int) {
    let height = self.height(of: pane)
    switch pane {
    case .articles:
      place.articles.select(row, of: count, height: height)
      place.articles.id = article(atRow: place.articles.row)
    case .timeline:
      place.timeline.select(row, of: count, height: height)
      place.timeline.id = event(atRow: place.timeline.row)?.id
    case .graph:
      place.graph.list.select(row, of: count, height: height)
      place.graph.list.id = graphSubject(atRow: place.graph.list.row)
    case .claims:
      place.claims.select(row, of: count, height: height)
      place.claims.id =
        listing.claims.indices.contains(place.claims.row)
        ? subject(of: listing.claims[place.claims.row]) : nil
    case .reader: moveReader(toLine: row)
    }
  }

  // MARK: What a row is

  /// The article, or the file that could not be read, in `row` of the list.
  public func article(atRow row: Int) -> ArticleID? {
    if listing.articles.indices.contains(row) {
      return corpus.id(at: listing.articles[row])
    }
    let failure = row - listing.articles.count
    return failure >= 0 && failure < failureCount ? corpus.failures[failure].article : nil
  }

  /// The event in `row` of the timeline.
  public func event(atRow row: Int) -> TimelineEvent? {
    listing.events.indices.contains(row) ? corpus.facts.timeline[listing.events[row]] : nil
  }

  /// The relation in `row` of the graph.
  public func relation(atRow row: Int) -> Relation? {
    relationRow(atRow: row).map { corpus.facts.relations[$0] }
  }

  /// The row in the corpus of the relation in `row` of the graph; of a neighbour that of its
  /// strongest relation with the entity in the middle.
  func relationRow(atRow row: Int) -> Int? {
    switch place.graph.view {
    case .list, .path:
      guard listing.graph.indices.contains(row), case .edge(let relation, _) = listing.graph[row]
      else { return nil }
      return relation
    case .matrix, .ring:
      let strongest = listing.neighbours.strongest
      return strongest.indices.contains(row) ? strongest[row] : nil
    case .map: return nil
    }
  }

  /// What a row of the graph is about; nil for a heading.
  private func graphSubject(atRow row: Int) -> GraphSubject? {
    switch place.graph.view {
    case .list, .path:
      return relationRow(atRow: row).map { .relation(corpus.outline(ofRelationAt: $0).id) }
    case .matrix, .ring:
      let nodes = listing.neighbours.nodes
      return nodes.indices.contains(row) ? .entity(nodes[row]) : nil
    case .map:
      return listing.places.indices.contains(row) ? .entity(listing.places[row].entity) : nil
    }
  }

  /// The row of the graph that is about `subject`; nil where this view has none.
  private func graphRow(of subject: GraphSubject) -> Int? {
    switch (subject, place.graph.view) {
    case (.relation(let id), .list), (.relation(let id), .path):
      return corpus.row(of: id, lookup).flatMap { listing.graph.position(of: $0) }
    case (.entity(let id), .matrix), (.entity(let id), .ring):
      return listing.neighbours.nodes.firstIndex(of: id)
    case (.entity(let id), .map): return listing.places.firstIndex { $0.entity == id }
    default: return nil
    }
  }

  /// What a row of the claims pane is about; nil for a heading.
  private func subject(of row: ClaimRow) -> ClaimSubject? {
    switch row {
    case .heading: return nil
    case .claim(let claim): return .claim(corpus.facts.claims[claim].id)
    case .conflict(let row):
      let conflict = corpus.facts.conflicts[row]
      return .conflict(conflict.first, conflict.second)
    }
  }

  /// The row of the claims pane that is about `subject`.
  private func row(of subject: ClaimSubject) -> Int? {
    switch subject {
    case .claim(let id):
      return lookup.claim(id).flatMap { listing.claims.position(of: $0) }
    case .conflict(let first, let second):
      let row = lookup.conflicts(of: first).first {
        corpus.facts.conflicts[$0].first == first && corpus.facts.conflicts[$0].second == second
      }
      return row.flatMap { listing.claims.position(of: $0, isConflict: true) }
    }
  }

  // MARK: Keeping selections

  /// Finds the selected rows again after the lists changed, or their nearest neighbours.
  mutating func keepSelections() {
    keepListSelections()
    keepGraphSelection()
    unsettle()
  }

  /// Finds the selected rows of all lists but the graph again.
  mutating func keepListSelections() {
    if let id = place.articles.id {
      let row =
        corpus.index(of: id).flatMap { listing.articles.firstIndex(of: $0) }
        ?? (listing.articles.count..<(listing.articles.count + failureCount)).first {
          article(atRow: $0) == id
        }
      place.articles.row = row ?? place.articles.row
    }
    set(row: place.articles.row, in: .articles, count: listing.articles.count + failureCount)
    if let id = place.timeline.id, let index = lookup.event(id),
      let row = listing.row(ofEvent: index)
    {
      place.timeline.row = row
    }
    set(row: place.timeline.row, in: .timeline, count: listing.events.count)
    if let id = place.claims.id, let row = row(of: id) {
      place.claims.row = row
    }
    place.claims.row = selectable(place.claims.row, in: listing.claims) {
      if case .heading = $0 { true } else { false }
    }
    set(row: place.claims.row, in: .claims, count: listing.claims.count)
    settledRow = selectedRow
  }

  /// Finds the selected relation again.
  mutating func keepGraphSelection() {
    if let id = place.graph.list.id, let row = graphRow(of: id) { place.graph.list.row = row }
    let count = graphRowCount
    switch place.graph.view {
    case .list, .path:
      place.graph.list.row = selectable(place.graph.list.row, in: listing.graph) {
        if case .heading = $0 { true } else { false }
      }
    case .matrix, .ring, .map: break
    }
    set(row: place.graph.list.row, in: .graph, count: count)
    settledRow = selectedRow
  }

  private func selectable<Rows: RandomAccessCollection<Row>, Row>(
    _ row: Int, in rows: Rows, isHeading: (Row) -> Bool
  ) -> Int where Rows.Index == Int {
    guard !rows.isEmpty else { return 0 }
    let row = max(0, min(row, rows.count - 1))
    guard isHeading(rows[row]) else { return row }
    return rows[row...].firstIndex { !isHeading($0) } ?? rows[..<row].lastIndex { !isHeading($0) }
      ?? row
  }
}
