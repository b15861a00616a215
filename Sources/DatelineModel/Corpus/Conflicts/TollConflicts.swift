import DatelineText

/// Finds opposed counts: the same happening, the same victims, different speakers, ranges that have
/// no number in common. "58" and "more than 50" are compatible.
struct TollConflicts {
  /// How many sentences apart two counts of one article may be and still be of one happening.
  static let window = 2
  /// The same where a word for counting stands between them ("disputed the official count").
  static let wideWindow = 6
  /// The longest time, in days, that two counts must both be of to be of one happening.
  static let days = 7

  /// A number that a claim counts.
  struct Count: Sendable {
    /// The claim, as an index into the entries of its ledger.
    var entry: Int
    var quantity: Quantity
    var thing: CountedThing
    /// Whose victims, as entity indices with what they belong to.
    var victims: Set<Int>
    var hasOwnSide: Bool
  }

  /// What counts of one happening share.
  private struct Block: Hashable {
    enum Happening: Hashable { case article(Int), event(Int), week(Int32) }
    var victim: Int
    var happening: Happening
  }

  /// Stands for victims whose side no text gives.
  private static let nobody = -1

  private let ledger: ClaimLedger
  /// The pairs found; of pairs in which the same speakers give the same numbers, one.
  private(set) var conflicts: [Conflict] = []

  /// Compares the counts in the entries of `ledger`. Cost: counts are compared within a happening.
  init(_ ledger: ClaimLedger, counts: [Count]) {
    self.ledger = ledger
    var blocks: [Block: [Int]] = [:]
    for (index, count) in counts.enumerated() {
      for block in self.blocks(of: count) { blocks[block, default: []].append(index) }
    }
    var topics: Set<String> = []
    for first in counts.indices {
      var others: [Int] = []
      for block in self.blocks(of: counts[first]) {
        let members = blocks[block, default: []]
        let rest = members[members.partitioningIndex { $0 > first }...]
        others += near(first, rest, of: block, counts)
      }
      others.sort()
      var last: Int?
      for second in others where second != last {
        last = second
        guard let conflict = conflict(counts[first], counts[second]),
          topics.insert(conflict.topic).inserted
        else { continue }
        conflicts.append(conflict)
      }
    }
  }

  /// The most counts of one event or week that a count is compared with, so that a text which says
  /// the same thing a thousand times costs no million comparisons.
  private static let most = 200

  /// The members of a block that come after `first` and may be of its happening: in one article
  /// those a few sentences on, of an event or a week the next ones.
  private func near(_ first: Int, _ rest: ArraySlice<Int>, of block: Block, _ counts: [Count])
    -> ArraySlice<Int>
  {
    guard case .article = block.happening else { return rest.prefix(Self.most) }
    let sentence = ledger.entries[counts[first].entry].own.sentence
    return rest.prefix { index in
      ledger.entries[counts[index].entry].own.sentence <= sentence + Self.wideWindow
    }
  }

  private func blocks(of count: Count) -> [Block] {
    let entry = ledger.entries[count.entry]
    var happenings: [Block.Happening] = [.article(entry.article)]
    if let event = entry.event { happenings.append(.event(event)) }
    if let days = entry.interval, let length = days.length, length <= Self.days,
      let first = days.earliest?.rawValue, let last = days.latest?.rawValue
    {
      happenings += [first, last].map { .week($0 / 7) }
    }
    let victims = count.victims.isEmpty ? [Self.nobody] : count.victims
    return Set(happenings).flatMap { happening in
      victims.map { Block(victim: $0, happening: happening) }
    }
  }

  /// The tolls in the entries of a ledger with a victim side; a count without one gets the speaker's
  /// where the speaker admits it or another count of the sentence is of the speaker's people.
  static func counts(in ledger: ClaimLedger) -> [Count] {
    var claims: [[Int]: [Int]] = [:]
    for index in ledger.entries.indices {
      let entry = ledger.entries[index]
      claims[[entry.article, entry.own.sentence], default: []].append(index)
    }
    var counts = ledger.entries.indices.flatMap { index in
      let entry = ledger.entries[index]
      let beside = claims[[entry.article, entry.own.sentence], default: []]
      return entry.own.quantities.compactMap { quantity -> Count? in
        let thing = CountedThing(quantity)
        guard thing.isToll || thing.isCrowd,
          !beside.contains(where: { isQuoted(quantity, of: index, in: $0, ledger) })
        else { return nil }
        let victims = victims(of: quantity, index, ledger)
        return Count(
          entry: index, quantity: quantity, thing: thing, victims: victims,
          hasOwnSide: !victims.isEmpty)
      }
    }
    var sided: [[Int]: Set<Int>] = [:]
    for count in counts where count.hasOwnSide {
      let entry = ledger.entries[count.entry]
      sided[[entry.article, entry.own.sentence], default: []].formUnion(count.victims)
    }
    for index in counts.indices where counts[index].victims.isEmpty {
      let entry = ledger.entries[counts[index].entry]
      let own = Set(entry.speakers.flatMap(ledger.entities.family))
      let beside = sided[[entry.article, entry.own.sentence], default: []]
      if entry.own.kind == .admission || !beside.isDisjoint(with: own) {
        counts[index].victims = own
      }
    }
    return counts
  }

  /// Whether a count in claim `index` is what claim `other` within it says: "more than 200, far
  /// exceeding the nine claimed by the Taliban" claims no nine.
  private static func isQuoted(
    _ quantity: Quantity, of index: Int, in other: Int, _ ledger: ClaimLedger
  ) -> Bool {
    let (outer, inner) = (ledger.entries[index].own.content, ledger.entries[other].own.content)
    return other != index && inner.contains { $0.contains(quantity.span) }
      && inner.reduce(0) { $0 + $1.count } < outer.reduce(0) { $0 + $1.count }
  }

  /// The entities that the counted words mention, with what they belong to.
  private static func victims(of quantity: Quantity, _ index: Int, _ ledger: ClaimLedger)
    -> Set<Int>
  {
    guard let of = quantity.of else { return [] }
    let entry = ledger.entries[index]
    let article = ledger.articles[entry.article]
    let span = of.union(quantity.span)
    let mentions = article.mentionIndices(inSentence: entry.own.sentence)
      .filter { span.overlaps(article.mentions[$0].span) }
    return Set(
      ledger.entities.entities(article: entry.article, mentions: mentions)
        .flatMap(ledger.entities.family))
  }

  private func conflict(_ first: Count, _ second: Count) -> Conflict? {
    // The numbers first: they rule most pairs out, and cost least.
    let comparison = first.thing.compared(with: second.thing)
    guard comparison == .near || comparison == .disjoint else { return nil }
    let (left, right) = (ledger.entries[first.entry], ledger.entries[second.entry])
    guard ledger.areApart(left, right),
      first.victims.isEmpty ? isOneCount(left, right) : isOneHappening(left, right)
    else { return nil }
    let isTension = comparison == .near || hasRisen(first, second)
    return ledger.conflict(
      isTension ? .tension : .conflict, topic(first, second), left, right,
      reason: "\(ledger.speakerNames(left)) and \(ledger.speakerNames(right)) count the same "
        + "\(first.thing.isToll ? "victims" : "people") and no number fits both.")
  }

  /// Whether the greater count is of a later article: tolls rise.
  private func hasRisen(_ first: Count, _ second: Count) -> Bool {
    let days = [first, second].map { count in
      ledger.articles.interval(at: ledger.entries[count.entry].article)?.latest
    }
    guard let left = days[0], let right = days[1], left != right else { return false }
    let (earlier, later) = left < right ? (first.thing, second.thing) : (second.thing, first.thing)
    guard let most = earlier.maximum, let least = later.minimum else { return false }
    return least > most
  }

  /// "Orlan dead: 9 according to Kess, at least 200 according to Varland", the smaller number first.
  private func topic(_ first: Count, _ second: Count) -> String {
    let sides = [first, second].sorted { left, right in
      (left.thing.maximum ?? .infinity) < (right.thing.maximum ?? .infinity)
    }
    let words = sides.map { Self.words[$0.quantity.unit] ?? $0.quantity.unit }
    let isOneWord = words[0] == words[1]
    let values = zip(sides, words).map { side, word in
      let text = TableExport.text(side.quantity)
      return String(text.dropLast(side.quantity.unit.count + 1)) + (isOneWord ? "" : " " + word)
        + " according to \(ledger.speakerNames(ledger.entries[side.entry]))"
    }
    let victims = first.victims.intersection(second.victims)
    let named = victims.filter { ledger.entities.entities[$0].type != .geopolitical }
    let whose = (named.isEmpty ? victims : named).min().map { ledger.entities.entities[$0].name }
    let counted = isOneWord ? words[0] : "losses"
    return [whose, counted].compactMap { $0 }.joined(separator: " ") + ": "
      + values.joined(separator: ", ")
  }

  /// Whether two counts of nobody's side are of one happening: the same timeline event; or sentences
  /// of one article side by side, or not far apart with a word for counting between them, that do
  /// not name different places.
  private func isOneCount(_ left: ClaimLedger.Entry, _ right: ClaimLedger.Entry) -> Bool {
    if let days = left.interval, let others = right.interval, !days.overlaps(others) {
      return false
    }
    if let event = left.event, event == right.event { return true }
    guard left.article == right.article else { return false }
    let (one, other) = (places(of: left), places(of: right))
    guard one.isEmpty || other.isEmpty || !one.isDisjoint(with: other) else { return false }
    let distance = right.own.sentence - left.own.sentence
    return (0...Self.window).contains(distance)
      || (0...Self.wideWindow).contains(distance) && isAboutCounts(right)
  }

  private func places(of entry: ClaimLedger.Entry) -> Set<Int> {
    let article = ledger.articles[entry.article]
    let named = article.mentionIndices(inSentence: entry.own.sentence).filter { index in
      [.geopolitical, .location, .facility].contains(article.mentions[index].type)
        && !article.mentions[index].isMetonym
    }
    return Set(ledger.entities.entities(article: entry.article, mentions: named))
      .subtracting(entry.speakers)
  }

  private static let counting: Set<UInt64> = Set(
    "count toll figure number estimate tally".split(separator: " ").compactMap {
      WordStem.hash(Array($0.utf8)[...])
    })

  /// Whether the claim's sentence or the one before it speaks of counts.
  private func isAboutCounts(_ entry: ClaimLedger.Entry) -> Bool {
    let article = ledger.articles[entry.article]
    return [entry.own.sentence - 1, entry.own.sentence].contains { sentence in
      article.sentences.indices.contains(sentence)
        && ClaimLedger.stems(in: article.sentences[sentence].span, of: article)
          .contains(where: Self.counting.contains)
    }
  }

  private static let words = [
    "deaths": "dead", "losses": "dead", "casualties": "dead or hurt", "wounded": "hurt",
    "injured": "hurt", "arrests": "arrested", "abductions": "abducted",
  ]

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
    guard let days = left.interval?.length, let others = right.interval?.length else {
      return false
    }
    return max(days, others) <= Self.days
  }
}
