import DatelineText

/// Finds the dated statements that a sentence of an undated article may tell of too.
struct StatementIndex {
  let statements: [DatedStatement]
  /// For each place below the country, person and facility: the statements that name it.
  private var byParticular: [EntityID: [Int]] = [:]
  /// The statements of each day, as a number.
  private var byDay: [Int32: [Int]] = [:]

  /// Indexes `statements`.
  init(_ statements: [DatedStatement]) {
    self.statements = statements
    for (index, statement) in statements.enumerated() {
      for entity in statement.tale.particular { byParticular[entity, default: []].append(index) }
      byDay[statement.day.rawValue, default: []].append(index)
    }
  }

  /// The statements that share a particular name with `tale`, as indices, in order.
  func sharing(_ tale: Tale) -> [Int] {
    Set(tale.particular.flatMap { byParticular[$0, default: []] }).sorted()
  }

  /// The statements of the days from `first` to `last`, as indices; none for a long time.
  func between(_ first: DayNumber, and last: DayNumber) -> [Int] {
    guard first <= last, first.distance(to: last) <= 62 else { return [] }
    return (first.rawValue...last.rawValue).flatMap { byDay[$0, default: []] }
  }
}
