import DatelineText

// Which row of the timeline the selection of another pane leads to.
extension Model {
  /// The row that the timeline goes to; nil where it stays: its own belongs to the selection already.
  ///
  /// While the user did nothing yet its own row is nobody's choice, and where nothing belongs to the
  /// selection it goes to where most events are.
  var followingTimelineRow: Int? {
    if linked.events.isEmpty { return isUntouched ? crowdedRow : nil }
    let row = place.timeline.row
    let stays =
      !isUntouched && listing.events.indices.contains(row)
      && linked.events.contains(listing.events[row])
    return stays ? nil : tellingRow(of: linked.events)
  }

  /// How many of the events that belong to a selection are compared.
  private static let comparedEvents = 24

  /// The row of that of `events` that tells most: of those among the many, and not far from them in
  /// time, the one that most sources tell, then the one that matters most, then the first. What an
  /// article recalls of years ago is seldom what it is about.
  private func tellingRow(of events: Set<Int>) -> Int? {
    let rows = events.sorted().compactMap { listing.row(ofEvent: $0) }
    guard rows.count > 1 else { return rows.first }
    var best: (row: Int, isNear: Bool, sources: Int, importance: Double)?
    for row in rows.suffix(Self.comparedEvents) {
      guard let event = event(atRow: row) else { continue }
      let next = (
        row: row, isNear: isNear(event.interval), sources: event.sources,
        importance: event.importance
      )
      guard let known = best else {
        best = next
        continue
      }
      if (next.isNear ? 1 : 0, next.sources, next.importance)
        > (known.isNear ? 1 : 0, known.sources, known.importance)
      {
        best = next
      }
    }
    return best?.row
  }

  /// Whether a day is among those that the strip over the timeline covers.
  private func isNear(_ interval: DayInterval?) -> Bool {
    guard let days = listing.density.days, let day = interval?.earliest ?? interval?.latest else {
      return false
    }
    return days.contains(day)
  }

  /// The first row of the stretch of time that has most events. Cost: a binary search.
  private var crowdedRow: Int? {
    let density = listing.density
    guard let days = density.days, let most = density.counts.max(),
      let stretch = density.counts.firstIndex(of: most)
    else { return nil }
    let span = days.lowerBound.distance(to: days.upperBound) + 1
    let first = days.lowerBound.advanced(by: stretch * span / density.counts.count)
    let dated = listing.events.prefix(listing.events.count - listing.undated)
    let row = dated.partitioningIndex { row in
      let interval = corpus.interval(ofEventAt: row)
      return (interval?.earliest ?? interval?.latest).map { $0 >= first } ?? true
    }
    return row < dated.endIndex ? row : nil
  }
}
