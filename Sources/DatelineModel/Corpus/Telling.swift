import DatelineText

/// What the timeline shows of one telling of an event, read out of its article.
struct Telling: Sendable {
  /// Its sentence.
  var sentence = ByteSpan(0, 0)
  /// Derived from the sentence and the place of the trigger in it; of the first telling of an event.
  var identifier: String?
  /// The words for who tells it, where it stands in what somebody said; empty where nobody is named.
  var speaker = ""
  /// Whether its date hangs on a document date that was only inferred.
  var isDateInferred = false
  var hasQuantities = false
  /// The last day on which its article can have been published, where the date of that is known and
  /// not inferred.
  var published: DayNumber?
  /// A clause that may become the title.
  var title: EventTitle.Candidate?

  /// The tellings of each of `clusters`, in the order of their members.
  ///
  /// Cost: one pass over the articles that have some.
  static func all(
    of clusters: [EventCluster], in articles: ArticleList, entities: EntityIndex
  ) -> [[Telling]] {
    var places: [Place] = []
    for (cluster, row) in clusters.enumerated() {
      let first = row.members.indices.min { row.isBefore($0, $1) }
      for member in row.members.indices {
        places.append(
          Place(
            article: Int32(row.members[member].article), cluster: Int32(cluster),
            member: Int32(member), isFirst: member == first))
      }
    }
    places.sort { ($0.article, $0.cluster, $0.member) < ($1.article, $1.cluster, $1.member) }
    var starts: [Int] = []
    for (index, place) in places.enumerated()
    where index == 0 || places[index - 1].article != place.article {
      starts.append(index)
    }
    var tellings = clusters.map { [Telling](repeating: Telling(), count: $0.members.count) }
    let (all, firsts) = (places, starts)
    articles.concurrency.forEach(firsts.count) { number in
      let end = number + 1 < firsts.count ? firsts[number + 1] : all.count
      let article = articles[Int(all[firsts[number]].article)]
      return all[firsts[number]..<end].map { place in
        let member = clusters[Int(place.cluster)].members[Int(place.member)]
        return Telling(member, place, in: article, entities: entities)
      }
    } take: { number, list in
      for (place, telling) in zip(all[firsts[number]...], list) {
        tellings[Int(place.cluster)][Int(place.member)] = telling
      }
    }
    return tellings
  }

  /// A member of a cluster, by the article that it stands in.
  private struct Place: Sendable {
    var article: Int32
    var cluster: Int32
    var member: Int32
    var isFirst: Bool
  }

  private init() {}

  private init(
    _ record: EventRecord, _ place: Place, in article: AnnotatedArticle, entities: EntityIndex
  ) {
    let event = article.events[record.event]
    sentence = article.sentences[record.sentence].span
    if place.isFirst {
      var hash = ContentHash()
      hash.combine(article.article.text.bytes[sentence.range])
      hash.combine(String(event.trigger.lower - sentence.lower).utf8)
      identifier = hash.hexadecimal
    }
    if record.status != .stated { speaker = article.source(of: record) }
    let isRelative = event.timex.map {
      article.timexes.indices.contains($0) && article.timexes[$0].isRelative
    }
    isDateInferred =
      [.inferred, .corpus].contains(article.date.basis) && isRelative ?? true
    hasQuantities = !event.quantities.isEmpty
    switch article.date.basis {
    case .user, .explicit, .metadata, .link: published = article.date.interval?.latest
    case .inferred, .corpus, .none: break
    }
    if place.member < EventTitle.tellings {
      title = EventTitle.candidate(record, in: article, entities: entities)
    }
  }
}

extension EventCluster {
  /// Whether a member stands before another in the articles.
  func isBefore(_ left: Int, _ right: Int) -> Bool {
    (members[left].article, members[left].event) < (members[right].article, members[right].event)
  }
}

extension AnnotatedArticle {
  /// The words for who tells an event that stands in what somebody said; empty where nobody is named.
  fileprivate func source(of record: EventRecord) -> String {
    let trigger = events[record.event].trigger
    let first = claims.partitioningIndex { $0.sentence >= record.sentence }
    let claim = claims[first...].prefix { $0.sentence == record.sentence }.last { claim in
      claim.basis == .speech && claim.content.contains { $0.contains(trigger) }
    }
    return claim?.source.first.map { article.text[$0] } ?? ""
  }
}
