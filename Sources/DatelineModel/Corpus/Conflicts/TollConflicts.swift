import DatelineText

/// Finds opposed counts: the same happening, the same victims, different speakers, ranges that have
/// no number in common. "58" and "more than 50" are compatible.
struct TollConflicts {
  /// How many sentences apart two counts of one article may be and still be of one happening.
  static let window = 2

  private struct Count {
    var entry: Int
    var thing: CountedThing
    /// Whose victims, as entity indices with what they belong to.
    var victims: Set<Int>
    var hasOwnSide: Bool
  }

  private let ledger: ClaimLedger
  /// The pairs found.
  private(set) var conflicts: [Conflict] = []

  /// Compares the counts of `ledger`.
  init(_ ledger: ClaimLedger) {
    self.ledger = ledger
    let counts = counts()
    for (position, first) in counts.enumerated() {
      for second in counts[(position + 1)...] {
        if let conflict = conflict(first, second, among: counts) { conflicts.append(conflict) }
      }
    }
  }

  /// The tolls with a victim side; a count without one gets the speaker's where the speaker admits
  /// it or another count of the sentence is of the speaker's people.
  private func counts() -> [Count] {
    var counts = ledger.entries.indices.flatMap { index in
      ledger.entries[index].own.quantities.map(CountedThing.init).enumerated()
        .filter(\.element.isToll).map { position, thing in
          let victims = victims(of: ledger.entries[index].own.quantities[position], index)
          return Count(
            entry: index, thing: thing, victims: victims, hasOwnSide: !victims.isEmpty)
        }
    }
    for index in counts.indices where counts[index].victims.isEmpty {
      let entry = ledger.entries[counts[index].entry]
      let own = Set(entry.speakers.flatMap(ledger.entities.family))
      let isNamedBeside = counts.contains { other in
        let beside = ledger.entries[other.entry]
        return other.hasOwnSide && beside.article == entry.article
          && beside.own.sentence == entry.own.sentence && !other.victims.isDisjoint(with: own)
      }
      if entry.own.kind == .admission || isNamedBeside { counts[index].victims = own }
    }
    return counts.filter { !$0.victims.isEmpty }
  }

  /// The entities that the counted words mention, with what they belong to.
  private func victims(of quantity: Quantity, _ index: Int) -> Set<Int> {
    guard let of = quantity.of else { return [] }
    let entry = ledger.entries[index]
    let article = ledger.articles[entry.article]
    let span = of.union(quantity.span)
    let mentions = article.mentions.indices.filter { span.overlaps(article.mentions[$0].span) }
    return Set(
      ledger.entities.entities(article: entry.article, mentions: mentions)
        .flatMap(ledger.entities.family))
  }

  private func conflict(_ first: Count, _ second: Count, among counts: [Count]) -> Conflict? {
    let (left, right) = (ledger.entries[first.entry], ledger.entries[second.entry])
    guard !left.speakers.isEmpty, !right.speakers.isEmpty,
      !ledger.areRelated(left.speakers, right.speakers),
      !first.victims.isDisjoint(with: second.victims)
    else { return nil }
    let comparison = first.thing.compared(with: second.thing)
    guard comparison == .disjoint || comparison == .near,
      isOneHappening(left, right) || hasTwin(of: first, near: second, among: counts)
        || hasTwin(of: second, near: first, among: counts)
    else { return nil }
    let topic =
      "\(left.own.quantities.first?.unit ?? "losses"): "
      + ledger.names(first.victims.intersection(second.victims).sorted().suffix(1))
    return ledger.conflict(
      comparison == .disjoint ? .conflict : .tension, topic, left, right,
      reason: "\(ledger.names(left.speakers)) and \(ledger.names(right.speakers)) count the same "
        + "victims and no number fits both.")
  }

  /// Whether two claims speak of one happening: the same timeline event, or sentences side by side,
  /// or days in common; never days without one in common.
  private func isOneHappening(_ left: ClaimLedger.Entry, _ right: ClaimLedger.Entry) -> Bool {
    if let days = left.interval, let others = right.interval, !days.overlaps(others) {
      return false
    }
    if let event = left.event, event == right.event { return true }
    if left.article == right.article {
      return abs(left.own.sentence - right.own.sentence) <= Self.window
    }
    guard let days = left.interval, let others = right.interval, let length = days.length,
      let other = others.length
    else { return false }
    return max(length, other) <= 7
  }

  /// Whether another article repeats `count` beside `other`: the same speaker, victims and value.
  private func hasTwin(of count: Count, near other: Count, among counts: [Count]) -> Bool {
    counts.contains { twin in
      let (entry, own) = (ledger.entries[twin.entry], ledger.entries[count.entry])
      return entry.article == ledger.entries[other.entry].article && entry.article != own.article
        && ledger.areRelated(entry.speakers, own.speakers)
        && !twin.victims.isDisjoint(with: count.victims)
        && twin.thing.compared(with: count.thing) == .compatible
        && isOneHappening(entry, ledger.entries[other.entry])
    }
  }
}
