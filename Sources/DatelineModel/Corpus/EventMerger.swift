import DatelineText

/// Decides which event mentions tell of one event.
///
/// Mentions with the finest dates come first and found clusters; every other mention joins the
/// cluster that it agrees with best, or founds its own. Two dated mentions without a common day
/// never meet, so two attacks on one province in one week stay two. A mention without a date that
/// two happenings fit equally well joins neither.
struct EventMerger {
  private let entities: EntityIndex
  private var clusters: [EventCluster] = []
  /// For each key: the clusters that have a member with it.
  private var holders = Holders<Key>()
  /// Which cluster each mention joined the last time, and which it joins now.
  private let known: MergingMemory.Choices
  private var choices: MergingMemory.Choices

  /// What mentions of one event share: the article, or the kind of event, somebody in it and about
  /// when.
  private struct Key: Hashable {
    enum Span {
      case article, day(Int32), week(Int32), year(Int32), ever

      /// A number of its own for each span.
      var code: UInt64 {
        func code(_ tag: UInt64, _ number: Int32) -> UInt64 {
          tag << 32 | UInt64(UInt32(bitPattern: number))
        }
        return switch self {
        case .article: 0
        case .ever: 1
        case .day(let day): code(1, day)
        case .week(let week): code(2, week)
        case .year(let year): code(3, year)
        }
      }
    }

    private let what: UInt64
    private let when: UInt64

    init(kind: Int, subject: Int, span: Span) {
      what =
        UInt64(truncatingIfNeeded: subject) << 16 | UInt64(UInt16(truncatingIfNeeded: kind))
      when = span.code
    }

    /// One word to hash instead of five: keys are what most of the time goes to.
    func hash(into hasher: inout Hasher) {
      hasher.combine(what &* 0x9E37_79B9_7F4A_7C15 ^ when)
    }
  }

  /// The most clusters that are looked at for one key, so that the cost stays linear where every
  /// article names the same country.
  private static let breadth = 24
  /// The same for the clusters of one article.
  private static let articleBreadth = 64
  /// The most participants, and the most others, that a record is filed under.
  private static let mostSubjects = 6
  /// How far ahead of the second best a cluster must be for an undated mention of another article.
  private static let lead = 0.25
  /// The most weeks that a record is looked for in.
  private static let mostWeeks = 16
  /// The longest interval, in days, that is looked up by weeks.
  private static let longest = 62

  /// Prepares for mentions of these entities.
  private init(entities: EntityIndex, known: MergingMemory.Choices) {
    self.entities = entities
    self.known = known
    choices = MergingMemory.Choices(keeping: known.isKeeping)
  }

  /// The clusters of mentions, those with the finest dates first.
  ///
  /// `records` are by the class of their types: classes are merged at the same time. Cost: near-linear;
  /// each record is compared with at most `breadth` clusters for each entity that its sentence names
  /// and each week that it may be of; with none, where `memory` knows what came of comparing it with
  /// the same clusters.
  static func clusters(
    of records: [[EventRecord]], entities: EntityIndex, concurrency: Concurrency,
    memory: inout MergingMemory
  ) -> [EventCluster] {
    let known = memory
    let parts = concurrency.map(records.count, grain: 1) { part in
      var merger = EventMerger(entities: entities, known: known[part])
      let list = records[part]
      // Numbers are sorted: mentions are large, and there are many.
      for index in list.indices.sorted(by: { comesFirst(list[$0], list[$1]) }) {
        merger.place(list[index])
      }
      return (clusters: merger.clusters, choices: merger.choices)
    }
    memory.keep(parts.map(\.choices))
    return parts.flatMap(\.clusters).sorted { comesFirst($0.members[0], $1.members[0]) }
  }

  /// Finer dates first, undated mentions last; then by article and position.
  private static func comesFirst(_ left: EventRecord, _ right: EventRecord) -> Bool {
    let lengths = (left.length ?? .max, right.length ?? .max)
    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
    return (left.article, left.event) < (right.article, right.event)
  }

  private mutating func place(_ record: EventRecord) {
    let subjects = Self.subjects(of: record)
    let own = Key(kind: -1, subject: record.article, span: .article)
    var candidates: [Int] = []
    holders.forEachNewest(Self.articleBreadth, of: own) { candidates.append($0) }
    let everyone = Array(record.parties)
    var sought = Self.keys(of: record, subjects, Self.sought(record))
    if !record.isDated { sought += Self.keys(of: record, everyone, [.ever]) }
    for key in sought {
      holders.forEachNewest(Self.breadth, of: key) { candidates.append($0) }
    }
    let found = choice(record, among: candidates.filter { mayAgree(record, $0) }.sorted())
    let index = found ?? clusters.count
    if found == nil {
      clusters.append(EventCluster(record))
    } else {
      clusters[index].add(record)
    }
    let filed =
      Self.keys(of: record, subjects, Self.filed(record))
      + Self.keys(of: record, everyone, [.ever])
    for key in [own] + filed { holders.add(index, to: key) }
  }

  /// The cluster that a record joins; nil where it founds its own. What came of the same candidates the
  /// last time comes of them again.
  private mutating func choice(_ record: EventRecord, among candidates: [Int]) -> Int? {
    guard known.isKeeping else { return best(record, among: candidates) }
    var state: UInt64 = 0
    var last: Int?
    for index in candidates where index != last {
      last = index
      state = StampHash.combining(state, clusters[index].state)
    }
    let found: Int?
    if let choice = known[record.stamp, state] {
      found = choice.founder.flatMap { founder in
        candidates.first { clusters[$0].members[0].stamp == founder }
      }
    } else {
      found = best(record, among: candidates)
    }
    choices.note(record.stamp, state, founder: found.map { clusters[$0].members[0].stamp })
    return found
  }

  private func best(_ record: EventRecord, among candidates: [Int]) -> Int? {
    var best: (index: Int, score: Double)?
    var second = 0.0
    var last: Int?
    for index in candidates where index != last {
      last = index
      guard let score = EventMatch(record, clusters[index], entities: entities).score else {
        continue
      }
      if score > best?.score ?? 0 {
        second = best?.score ?? 0
        best = (index, score)
      } else {
        second = max(second, score)
      }
    }
    guard let best else { return nil }
    let isOwn = !clusters[best.index].members(inArticle: record.article).isEmpty
    if !record.isDated, !isOwn, best.score - second < Self.lead { return nil }
    return best.index
  }

  /// Whether a record may be of the event of a cluster as far as days and assertion tell: most
  /// candidates fall here, before the cluster is looked at as a whole.
  private func mayAgree(_ record: EventRecord, _ index: Int) -> Bool {
    guard EventMatch.isImagined(record.status) == EventMatch.isImagined(clusters[index].status)
    else { return false }
    guard record.mode != EventKinds.unique, let days = record.interval,
      let others = clusters[index].interval
    else { return true }
    return days.overlaps(others)
  }

  // MARK: - Keys

  private static func keys(of record: EventRecord, _ subjects: [Int], _ spans: [Key.Span]) -> [Key]
  {
    let kind = EventKinds.family(record.type, record.mode)
    return subjects.flatMap { subject in
      spans.map { Key(kind: kind, subject: subject, span: $0) }
    }
  }

  /// The entities that a record is filed under: those who take part and where, then whom else the
  /// sentence names.
  private static func subjects(of record: EventRecord) -> [Int] {
    let first = record.parties.union(record.places)
    let others = record.context.subtracting(first)
    return Array(first.prefix(mostSubjects)) + others.prefix(mostSubjects)
  }

  /// When a record is filed: on its day or in its weeks; a long time by its first years; an undated
  /// one in the week of publication.
  private static func filed(_ record: EventRecord) -> [Key.Span] {
    guard let window = record.window, let first = window.earliest?.rawValue,
      let last = window.latest?.rawValue
    else { return [.ever] }
    guard let length = record.length else { return [.week(last.quotient(7))] }
    if length == 1 { return [.day(first), .week(first.quotient(7)), .year(first.quotient(366))] }
    if length <= longest { return weeks(first, last) + [.year(first.quotient(366))] }
    return years(first, last)
  }

  /// Where a record is looked for.
  private static func sought(_ record: EventRecord) -> [Key.Span] {
    guard let window = record.window, let first = window.earliest?.rawValue,
      let last = window.latest?.rawValue
    else { return [.ever] }
    guard let length = record.length else { return weeks(first, last + 14) }
    if record.mode == EventKinds.unique {
      let days = Int32(EventMatch.uniqueDays)
      return weeks(first - days, last + days)
    }
    if length == 1 { return [.day(first), .week(first.quotient(7))] }
    return length <= longest ? weeks(first, last) : years(first, last)
  }

  private static func weeks(_ first: Int32, _ last: Int32) -> [Key.Span] {
    span(first.quotient(7), last.quotient(7)).prefix(mostWeeks).map(Key.Span.week)
  }

  private static func years(_ first: Int32, _ last: Int32) -> [Key.Span] {
    span(first.quotient(366), last.quotient(366)).prefix(3).map(Key.Span.year)
  }

  /// The numbers from one to another; one alone where they run backwards.
  private static func span(_ first: Int32, _ last: Int32) -> ClosedRange<Int32> {
    first...max(first, last)
  }
}

extension Int32 {
  /// The quotient rounded down, for days before the epoch too.
  fileprivate func quotient(_ divisor: Int32) -> Int32 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
