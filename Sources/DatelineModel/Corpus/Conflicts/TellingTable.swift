import DatelineText

/// For each article: the supports of timeline events that stand in it.
struct TellingTable: Sendable {
  /// A support of an event of the timeline.
  struct Place: Hashable, Sendable {
    /// The event, as a row of the timeline.
    var event: Int
    /// Which of its supports.
    var support: Int
  }

  private var events: [Int32] = []
  private var supports: [Int32] = []
  /// For each article: its first place; and the end.
  private var starts: [Int32]

  /// Finds the articles of the supports of `timeline`. Cost: a binary search for each support.
  init(_ timeline: [TimelineEvent], articles: ArticleList) {
    var homes: [Int32] = []
    for event in timeline {
      for support in event.supports {
        homes.append(Int32(articles.index(of: support.provenance.article) ?? -1))
      }
    }
    starts = [Int32](repeating: 0, count: articles.count + 1)
    for home in homes where home >= 0 { starts[Int(home) + 1] += 1 }
    for article in articles.indices { starts[article + 1] += starts[article] }
    let count = Int(starts[articles.count])
    events = [Int32](repeating: 0, count: count)
    supports = events
    var next = starts
    var number = 0
    for (event, row) in timeline.enumerated() {
      for support in row.supports.indices {
        let home = Int(homes[number])
        number += 1
        guard home >= 0 else { continue }
        let place = Int(next[home])
        events[place] = Int32(event)
        supports[place] = Int32(support)
        next[home] += 1
      }
    }
  }

  /// The places in an article, in order of the timeline.
  subscript(article: Int) -> some RandomAccessCollection<Place> {
    (Int(starts[article])..<Int(starts[article + 1])).lazy.map {
      Place(event: Int(events[$0]), support: Int(supports[$0]))
    }
  }
}
