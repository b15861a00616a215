import DatelineText

/// The event mentions of a corpus that belong on a timeline, and what sentences say of their days.
struct ReadEvents {
  /// The mentions, by the class of their types.
  private var records = [[EventRecord]](repeating: [], count: EventKinds.classes.count)
  /// For each article: the events that a sentence puts on one day.
  private(set) var sameDays: [[SameDay]] = []
  /// For each article and event: the visits and meetings that its sentence tells, itself included.
  private(set) var meetings: [[Int: [Int]]] = []

  /// Mentions below this confidence stay off the timeline.
  static let confidenceFloor = 30

  /// What one article gives.
  struct Reading: Sendable {
    fileprivate var records: [EventRecord]
    fileprivate var sameDays: [SameDay]
    fileprivate var meetings: [Int: [Int]]
  }

  /// Reads the events of `articles`, but for what `memory` has. Cost: one pass over these.
  init(_ articles: ArticleList, entities: EntityIndex, memory: inout ResolvingMemory) {
    let (moves, round) = (memory.moves, memory.round)
    memory.events.forEach(in: articles, memory.unchangedWithNames) { index, reading in
      var reading = reading
      if let moves { reading.records = reading.records.map { $0.moved(to: index, by: moves) } }
      return reading
    } read: { index, article in
      Reading(
        records: Self.records(of: article, at: index, entities: entities, round: round),
        sameDays: SameDay.pairs(in: article), meetings: Self.meetings(in: article))
    } take: { _, read in
      for record in read.records { records[EventKinds.class(of: record.type)].append(record) }
      sameDays.append(read.sameDays)
      meetings.append(read.meetings)
    }
  }

  /// Hands the mentions over, so that they are not held longer than they are needed.
  mutating func takeRecords() -> [[EventRecord]] {
    let taken = records
    records = []
    return taken
  }

  private static func records(
    of article: AnnotatedArticle, at index: Int, entities: EntityIndex, round: UInt64
  ) -> [EventRecord] {
    article.events.indices.compactMap { event in
      let mention = article.events[event]
      guard !mention.isGeneric, article.sentences.indices.contains(mention.sentence),
        mention.confidence >= confidenceFloor || article.recalls(mention)
      else { return nil }
      var record = EventRecord(article: index, event: event, in: article, entities: entities)
      record.stamp = round << 48 | UInt64(index) << 24 | UInt64(event)
      return record
    }
  }

  private static func meetings(in article: AnnotatedArticle) -> [Int: [Int]] {
    var meetings: [Int: [Int]] = [:]
    for event in article.events.indices {
      let told = article.eventsBeside(at: event).filter { article.events[$0].type == .consult }
      if !told.isEmpty { meetings[event] = told }
    }
    return meetings
  }
}
