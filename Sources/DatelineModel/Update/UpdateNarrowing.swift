import DatelineText

extension Model {
  mutating func perform(narrowing command: Command) {
    switch command {
    case .filter: open(.filter, text: place.scope.text)
    case .entity: open(.entity)
    case .dates: open(.dates)
    case .kinds: open(.kinds)
    case .traits: open(.traits)
    case .path: open(.path)
    case .pin: pin()
    case .clear: clear()
    case .stepOut: stepOut()
    case .matrix: showGraph(.matrix)
    case .ring: showGraph(.ring)
    case .map: showGraph(.map)
    case .egoList: showGraph(.list)
    case .raiseThreshold: setThreshold(place.graph.threshold + 1)
    case .lowerThreshold: setThreshold(place.graph.threshold - 1)
    default: break
    }
  }

  /// Changes the scope as one step of the history.
  mutating func narrow(_ change: (inout Scope) -> Void) {
    var scope = place.scope
    change(&scope)
    guard scope != place.scope else { return }
    step()
    place.scope = scope
    forgetRows()
    relist()
  }

  /// Lets each list begin at its top, where what was selected in it does not pass the new scope.
  mutating func forgetRows() {
    (place.articles.row, place.articles.top) = (0, 0)
    (place.timeline.row, place.timeline.top) = (0, 0)
    (place.graph.list.row, place.graph.list.top) = (0, 0)
    (place.claims.row, place.claims.top) = (0, 0)
  }

  /// Takes all filters away, and what was chosen in the graph; where there is none of that, takes one
  /// step out.
  private mutating func clear() {
    guard place.scope.isEmpty, place.graph.ego == nil, place.graph.view == .list else {
      step()
      place.scope = Scope()
      resetGraph()
      relist()
      return
    }
    stepOut()
  }

  /// One step out, the innermost first: out of the reader, of the selection of several rows, of what
  /// was chosen in the graph, and of one filter after another.
  private mutating func stepOut() {
    if place.focus == .reader {
      focus(place.origin)
    } else if !selected.isEmpty {
      selected = []
    } else if place.graph.view != .list || place.graph.ego != nil {
      step()
      resetGraph()
      relistGraph()
      unsettle()
    } else if !place.scope.isEmpty {
      let wider = scopeBeforeLastFilter
      narrow { $0 = wider }
      if !wider.isEmpty { notice = Notice("the last filter is gone; c takes all away") }
    } else {
      notice = Notice("everything is shown; [ goes back, q quits")
    }
  }

  private mutating func resetGraph() {
    place.graph.ego = nil
    place.graph.view = .list
  }

  /// What was narrowed before the last filter came, as the history has it: the latest scope that
  /// asks for less and for nothing else.
  private var scopeBeforeLastFilter: Scope {
    past.last { $0.scope != place.scope && $0.scope.asksForLess(than: place.scope) }?.scope
      ?? Scope()
  }

  /// Narrows all panes to the selected row, or widens again where they are.
  private mutating func pin() {
    switch place.focus {
    case .articles:
      guard let id = article(atRow: place.articles.row) else { return }
      narrow { $0.article = $0.article == id ? nil : id }
    case .timeline:
      guard let event = event(atRow: place.timeline.row) else { return }
      narrow { $0.event = $0.event == event.id ? nil : event.id }
    case .graph: pinGraphRow()
    case .claims:
      guard let claim = selectedClaim else { return }
      if let speaker = claim.speakers.first {
        narrow { $0.entity = $0.entity == speaker ? nil : speaker }
      } else {
        narrow { $0.article = $0.article == nil ? claim.provenance.article : nil }
      }
    case .reader: select(row: selectedRow + height(of: .reader))
    }
  }

  private mutating func pinGraphRow() {
    switch place.graph.view {
    case .matrix, .ring:
      guard listing.neighbours.nodes.indices.contains(place.graph.list.row) else { return }
      let node = listing.neighbours.nodes[place.graph.list.row]
      narrow { $0.entity = $0.entity == node ? nil : node }
    case .map:
      guard let entity = selectedPlace?.entity else { return }
      narrow { $0.entity = $0.entity == entity ? nil : entity }
    case .list, .path:
      guard let relation = relation(atRow: place.graph.list.row) else { return }
      let other = relation.source == listing.ego ? relation.target : relation.source
      narrow { $0.entity = $0.entity == other ? nil : other }
    }
  }

  private mutating func showGraph(_ view: GraphView) {
    step()
    place.graph.view = view
    place.graph.list = ListPlace()
    if let ego = listing.ego { place.graph.ego = ego }
    place.focus = .graph
    place.origin = .graph
    relistGraph()
    if view.showsNeighbours, listing.ego == nil, let ego = lookup.mostConnected {
      place.graph.ego = ego
      relistGraph()
    }
    fit()
  }

  private mutating func setThreshold(_ threshold: Int) {
    guard threshold >= 1 else {
      notice = Notice("all relations are shown")
      return
    }
    place.graph.threshold = threshold
    relistGraph()
    unsettle()
  }
}
