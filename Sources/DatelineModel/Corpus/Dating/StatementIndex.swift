import DatelineText

/// Finds the dated statements that a sentence of an undated article may tell of too.
struct StatementIndex {
  let statements: [DatedStatement]
  /// For each statement its day, and where the entities that it mentions begin: what most are passed
  /// over by, side by side.
  private let days: [DayNumber]
  private var firstEntities: [Int32] = [0]
  private var entities: [Int32] = []
  /// For each place below the country, person and facility: the statements that name it, by day.
  private var byParticular: [Int32: [Int]] = [:]
  /// The same for every entity.
  private var byEntity: [Int32: [Int]] = [:]

  /// A name that stands in more statements than this tells no happening apart: it is compared with
  /// none of them, so that the work stays linear in the number of articles.
  private static let most = 4096
  /// The longest time, in days, that statements are looked up in.
  private static let longest = 62

  /// Indexes `statements`. Cost: a sort by day.
  init(_ statements: [DatedStatement]) {
    self.statements = statements
    days = statements.map(\.day)
    for statement in statements {
      entities += statement.tale.entities
      firstEntities.append(Int32(entities.count))
    }
    for index in statements.indices.sorted(by: { (days[$0], $0) < (days[$1], $1) }) {
      for entity in statements[index].tale.particular {
        byParticular[entity, default: []].append(index)
      }
      for entity in statements[index].tale.entities { byEntity[entity, default: []].append(index) }
    }
  }

  /// The statements of days that fit which share a particular name with `tale` and a second name, as
  /// indices, in order: no bar is reached by one name alone.
  func sharing(_ tale: Tale, where fits: (DayNumber) -> Bool) -> [Int] {
    var found: [Int] = []
    for entity in tale.particular {
      guard let known = byParticular[entity], known.count <= Self.most else { continue }
      for candidate in known where fits(days[candidate]) && sharesTwo(candidate, with: tale) {
        found.append(candidate)
      }
    }
    return Array(SortedSet(found))
  }

  /// Whether a statement mentions two of the entities that `tale` does.
  private func sharesTwo(_ candidate: Int, with tale: Tale) -> Bool {
    var shared = 0
    entities[Int(firstEntities[candidate])..<Int(firstEntities[candidate + 1])]
      .walkCommon(tale.entities) { _ in
        shared += 1
        return shared < 2
      }
    return shared == 2
  }

  /// The statements of the days from `first` to `last` that share two entities with `tale`, and some
  /// that share one, as indices, in order; none for a long time.
  ///
  /// What shares two shares one that is not the most frequent of them.
  func between(_ first: DayNumber, and last: DayNumber, sharingTwoWith tale: Tale) -> [Int] {
    var lists = tale.entities.compactMap { byEntity[$0] }.map { window($0, first, last) }
    guard lists.count > 1,
      let longest = lists.indices.max(by: { lists[$0].count < lists[$1].count })
    else { return [] }
    lists.remove(at: longest)
    return Set(lists.joined()).sorted()
  }

  /// The statements of the days from `first` to `last` that name one of `particular`, as indices, in
  /// order; none for a long time.
  func between(
    _ first: DayNumber, and last: DayNumber, naming particular: Set<Int32>
  ) -> [Int] {
    Set(particular.lazy.compactMap { byParticular[$0] }.flatMap { window($0, first, last) })
      .sorted()
  }

  /// What of statements in order of their days is of the days from `first` to `last`.
  private func window(_ list: [Int], _ first: DayNumber, _ last: DayNumber) -> ArraySlice<Int> {
    guard first <= last, first.distance(to: last) <= Self.longest else { return [] }
    let start = list.partitioningIndex { days[$0] >= first }
    return list[start...].prefix { days[$0] <= last }
  }
}
