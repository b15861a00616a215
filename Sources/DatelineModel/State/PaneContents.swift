/// What a pane is drawn of: where two are equal, so are the cells of the pane.
///
/// A model without what the pane does not show; a new part of the model counts as shown until it is
/// left out here. Cost of comparing: two that share their storage, as all lists do that were not made
/// anew, are not gone through.
public struct PaneContents: Equatable, Sendable {
  private var model: Model

  fileprivate init(_ model: Model, of pane: Pane) {
    self.model = model
    leaveOutPlaces(besides: pane)
    if pane != .reader { self.model.reading = nil }
    if pane != .claims { self.model.listing.leaveOutClaims() }
    self.model.past = []
    self.model.future = []
    self.model.prompt = nil
    self.model.overlay = nil
    self.model.notice = nil
    // An empty list says whether more may come.
    self.model.progress = model.progress.map { _ in Progress() }
    self.model.macro = Macro()
    self.model.decided = []
    self.model.together = []
    self.model.undone = []
    self.model.isListingStale = false
    self.model.areClaimsStale = false
    self.model.isUnsettled = false
    self.model.isUntouched = false
    self.model.hasStepped = false
    self.model.awaited = nil
    self.model.saved = nil
    self.model.pending = Pending()
  }

  private mutating func leaveOutPlaces(besides pane: Pane) {
    if pane != .articles { model.place.articles = ListPlace() }
    if pane != .timeline { model.place.timeline = ListPlace() }
    if pane != .graph { model.place.graph = GraphPlace() }
    if pane != .claims { model.place.claims = ListPlace() }
    if pane != .reader { model.place.reader = nil }
    model.place.origin = .articles
  }
}

extension Model {
  /// What `pane` shows of the model. Cost: constant.
  public func contents(of pane: Pane) -> PaneContents { PaneContents(self, of: pane) }
}
