import DatelineText

/// What conflicts were looked for in the last time.
struct LedgerMemory: Sendable {
  private var claims: [CorpusClaim] = []
  private var timeline: [TimelineEvent] = []
  private var tellings: TellingTable?
  /// What was read out of each article.
  var parts = KeptReadings<LedgerReading.Part>()

  /// Which articles have their claims, and tell of their events, as they did; and where these stand.
  ///
  /// - Parameters:
  ///   - claims: The claims now, in order of article and position.
  ///   - ledger: What they are judged by now.
  ///   - rows: The rows of events by their identifiers.
  ///   - articles: Where the articles stand now and stood then.
  ///   - moves: Where the entities stand now and stood then.
  func unchanged(
    _ claims: [CorpusClaim], _ ledger: ClaimLedger, rows: [String: Int], articles: ArticleList,
    _ origins: ArticleOrigins, _ moves: EntityMoves?
  ) -> (origins: ArticleOrigins, events: EventMoves) {
    guard let moves, let tellings else {
      return (ArticleOrigins(keeping: origins.isKeeping), EventMoves())
    }
    let events = EventMoves(
      from: timeline, to: ledger.timeline, rows: rows, entities: ledger.entities, moves)
    let unchanged = origins.filtered { article, earlier in
      let id = articles.id(at: article)
      let own = claims.made(in: id)
      return own.elementsEqual(self.claims.made(in: id))
        && own.allSatisfy { $0.event.flatMap { rows[$0] }.map(events.isSame) ?? true }
        && ledger.tellings[article].elementsEqual(tellings[earlier]) { now, then in
          events[then.event] == now.event && then.support == now.support
        }
    }
    return (unchanged, events)
  }

  /// Keeps what conflicts are looked for in now.
  mutating func keep(_ claims: [CorpusClaim], _ ledger: ClaimLedger) {
    self.claims = claims
    timeline = ledger.timeline
    tellings = ledger.tellings
  }
}

/// Where the events of an earlier timeline stand now, as far as they are as they were, with all that can
/// be looked up of whom they name.
struct EventMoves: Sendable {
  /// For each earlier event: its row now, or -1.
  private var places: [Int32] = []
  /// For each event now: whether it is as it was.
  private var isSame: [Bool] = []

  /// Knows of no events.
  init() {}

  /// Compares the events of `timeline`, whose `rows` are by identifier, with those of `known`.
  init(
    from known: [TimelineEvent], to timeline: [TimelineEvent], rows: [String: Int],
    entities: EntityIndex, _ moves: EntityMoves
  ) {
    isSame = Array(repeating: false, count: timeline.count)
    places = known.map { event in
      guard let row = rows[event.id], timeline[row] == event else { return -1 }
      let isKnown = [event.actors, event.recipients, event.places].joined().allSatisfy {
        entities.index(of: $0).map(moves.isSame) ?? false
      }
      guard isKnown else { return -1 }
      isSame[row] = true
      return Int32(row)
    }
  }

  /// Whether an event of now is as it was.
  func isSame(_ row: Int) -> Bool { isSame.indices.contains(row) && isSame[row] }

  /// The row of an earlier event now; -1 where it is not as it was.
  subscript(earlier: Int) -> Int { Int(places[earlier]) }
}
