extension Model {
  /// How many steps back are kept.
  static let historyLimit = 200

  /// Notes the present place before a step away from it; the steps forward are cut off.
  mutating func step() {
    hasStepped = true
    if past.last != place { past.append(place) }
    if past.count > Self.historyLimit { past.removeFirst(past.count - Self.historyLimit) }
    future = []
  }

  /// Gives `pane` the focus.
  mutating func focus(_ pane: Pane) {
    guard pane != place.focus else { return }
    step()
    if place.focus == .graph || pane == .graph, place.graph.ego == nil { freezeEgo() }
    place.focus = pane
    if pane != .reader { place.origin = pane }
    fit()
  }

  /// The entity in the middle of the graph stays while the user works there.
  private mutating func freezeEgo() {
    guard place.scope.isEmpty, let ego = listing.ego else { return }
    linked.ego = ego
  }

  mutating func focusNext(_ delta: Int) {
    let panes: [Pane] =
      place.reader == nil
      ? [.articles, .timeline, .graph, .claims] : [.articles, .timeline, .graph, .claims, .reader]
    guard let index = panes.firstIndex(of: place.focus) else { return }
    focus(panes[(index + delta + panes.count) % panes.count])
  }

  mutating func goBack() {
    guard let last = past.popLast() else {
      notice = Notice("this is the first place")
      return
    }
    hasStepped = true
    future.append(place)
    show(last)
  }

  mutating func goForward() {
    guard let next = future.popLast() else {
      notice = Notice("this is the latest place")
      return
    }
    hasStepped = true
    past.append(place)
    show(next)
  }

  /// Restores a place with its filter, pane and positions.
  mutating func show(_ other: Place) {
    let needsRows =
      other.scope != place.scope || other.graph.view != place.graph.view
      || other.graph.ego != place.graph.ego || other.graph.threshold != place.graph.threshold
    place = other
    if needsRows { relist() }
    refreshReading()
    keepSelections()
    // The scroll position is part of the place; only a smaller window may change it.
    if let reader = other.reader { moveReader(toLine: reader.line) }
  }

  /// Takes the session of an earlier run up, once all articles and facts are there.
  mutating func takeUpSession() {
    guard let session = awaited, !isBusy else { return }
    awaited = nil
    isUntouched = false
    past = session.past
    place = session.place
    if let reader = place.reader, corpus.index(of: reader.article) == nil { place.reader = nil }
    if place.focus == .reader, place.reader == nil { place.focus = place.origin }
    if place.focus == .reader, place.origin == .reader { place.origin = .articles }
    relistAndSettle()
    saved = place
    if !place.scope.isEmpty {
      notice = Notice("taken up where you left it, narrowed as it was: c shows everything")
    }
  }

  /// Asks for the session file to be written where the place changed.
  mutating func save() -> [Effect] {
    guard saved != place, corpus.count > 0, awaited == nil else { return [] }
    saved = place
    hasStepped = false
    return [.save(Session(place: place, past: past))]
  }
}
