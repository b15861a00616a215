import DatelineText

/// For each article of a list: where it stood when the articles were resolved before, if all that
/// readings of it are made of is as it was then.
struct ArticleOrigins: Sendable {
  /// The earlier positions, or -1; empty where nothing is known.
  private var places: [Int32] = []
  /// Whether readings are to be kept for the next time.
  let isKeeping: Bool

  /// Knows nothing.
  init(keeping: Bool) { isKeeping = keeping }

  /// Finds the articles of `articles` that stand in `known` as they are. Cost: a pass over both;
  /// articles that share their storage are compared without a look at it.
  init(of articles: ArticleList, among known: ArticleList) {
    isKeeping = true
    places.reserveCapacity(articles.count)
    var other = 0
    for index in articles.indices {
      let id = articles.id(at: index)
      while other < known.count, known.id(at: other) < id { other += 1 }
      let isKnown = other < known.count && articles.isSame(at: index, as: known, at: other)
      places.append(isKnown ? Int32(other) : -1)
    }
  }

  /// The earlier position of an article; nil where it has to be read.
  subscript(index: Int) -> Int? {
    guard !places.isEmpty, places[index] >= 0 else { return nil }
    return Int(places[index])
  }

  /// Those of them for which `holds`, which is given the position now and the earlier one.
  func filtered(_ holds: (Int, Int) -> Bool) -> ArticleOrigins {
    var origins = self
    for index in places.indices where places[index] >= 0 && !holds(index, Int(places[index])) {
      origins.places[index] = -1
    }
    return origins
  }
}

/// What one step reads out of each article, kept from one resolving to the next.
struct KeptReadings<Reading: Sendable>: Sendable {
  /// By the positions of the articles then.
  private var readings: [Reading] = []

  /// What was read the last time of the article that stood at a position.
  subscript(earlier: Int) -> Reading { readings[earlier] }

  /// Hands what `read` makes of each article to `take`, in order; what is known is not read again.
  ///
  /// - Parameters:
  ///   - origins: Which readings are those of the last time.
  ///   - moved: Makes of a reading of the last time what it would be at another position.
  mutating func forEach(
    in articles: ArticleList, _ origins: ArticleOrigins,
    moved: @escaping @Sendable (Int, Reading) -> Reading = { $1 },
    read: @escaping @Sendable (Int, AnnotatedArticle) -> Reading, take: (Int, Reading) -> Void
  ) {
    let known = readings
    readings = []
    var kept: [Reading] = []
    articles.concurrency.forEach(articles.count) { index in
      origins[index].map { moved(index, known[$0]) } ?? read(index, articles[index])
    } take: { index, reading in
      if origins.isKeeping { kept.append(reading) }
      take(index, reading)
    }
    readings = kept
  }
}
