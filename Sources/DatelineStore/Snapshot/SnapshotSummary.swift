internal import DatelineModel
internal import DatelineText

/// What lists need of a whole corpus before any of its rows, as numbers in a section of a snapshot:
/// the first frame waits for it.
struct SnapshotSummary {
  /// When all events were.
  var timeline: TimelineSummary
  /// The row of the first conflict that is a tension, or the number of conflicts.
  var firstTension: Int

  /// How many numbers stand before the counts of the density.
  private static let headCount = 8
  /// More counts than a density ever has.
  private static let mostCounts = 1 << 16

  /// Sums up a corpus that is held and resolved.
  init(_ corpus: Corpus) {
    timeline = TimelineSummary(corpus)
    let conflicts = corpus.facts.conflicts
    firstTension = conflicts.firstIndex { $0.level == .tension } ?? conflicts.count
  }

  /// Reads what `numbers` made; nil where that is not it.
  init?(_ numbers: SnapshotNumbers) {
    guard (Self.headCount...Self.mostCounts).contains(numbers.count) else { return nil }
    timeline = TimelineSummary()
    firstTension = Int(numbers[0])
    timeline.undated = Int(numbers[1])
    timeline.density.earlier = Int(numbers[2])
    timeline.density.later = Int(numbers[3])
    timeline.ends = Self.range(numbers[4], numbers[5])
    timeline.density.days = Self.range(numbers[6], numbers[7])
    timeline.density.counts = numbers.dropFirst(Self.headCount).map { Int($0) }
  }

  /// What is written: numbers of the head, then the counts.
  var numbers: [UInt32] {
    let density = timeline.density
    let head = [firstTension, timeline.undated, density.earlier, density.later]
      .map { UInt32(truncatingIfNeeded: $0) }
    let days = [timeline.ends, density.days].flatMap {
      [Self.number($0?.lowerBound), Self.number($0?.upperBound)]
    }
    return head + days + density.counts.map { UInt32(truncatingIfNeeded: $0) }
  }

  private static func number(_ day: DayNumber?) -> UInt32 {
    day.map { UInt32(bitPattern: $0.rawValue) } ?? SnapshotSection.noDay
  }

  private static func range(_ first: UInt32, _ last: UInt32) -> ClosedRange<DayNumber>? {
    guard let days = SnapshotInput.days(first, last), let lower = days.earliest,
      let upper = days.latest
    else { return nil }
    return lower...upper
  }
}

// MARK: - Relations

extension SnapshotSummary {
  private static let kinds = Relation.Kind.allCases

  /// The type of a relation, and 32 times the number of its sentences.
  static func number(of relation: Relation) -> UInt32 {
    let kind = UInt32(kinds.firstIndex(of: relation.kind) ?? 0)
    return UInt32(clamping: min(relation.supports.count, 1 << 26)) << 5 | kind
  }

  /// What `number(of:)` stands for; of a number that stands for nothing that two are named together.
  static func rank(_ number: UInt32, weight: UInt32) -> RelationRank {
    let kind = Int(number & 31)
    return RelationRank(
      kind: kind < kinds.count ? kinds[kind] : .mentionedWith, weight: Int(weight),
      supports: Int(number >> 5))
  }
}
