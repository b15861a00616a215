/// Links an event to the time expression that dates it.
///
/// Method: of the dated expressions in the sentence the one nearest in the tree, where a step out of
/// a clause or through another event costs more than a step within; a date on the verb of saying
/// dates what was said only for events that consist in saying. Without one, tense and the document
/// date bound the event on one side.
struct EventDating {
  /// A date and where it came from.
  struct Dating {
    /// The time expression, as an index.
    var timex: Int?
    /// The days that are possible.
    var interval: DayInterval?
    /// The unit in which they are known.
    var grain: Grain?
  }

  let grammar: ArticleGrammar
  /// The dated expressions: index and head token, in order.
  private let dated: [(timex: Int, head: Int)]
  /// The bare times of day: tokens, in order.
  let clocks: [Int]

  /// Works in one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    clocks = grammar.article.timexes.compactMap { timex in
      let tokens = grammar.tokens(in: timex.span)
      return timex.kind == .time && tokens.count == 1 ? tokens.lowerBound : nil
    }
    dated = grammar.article.timexes.indices.compactMap { index in
      let timex = grammar.article.timexes[index]
      let tokens = grammar.tokens(in: timex.span)
      if Self.recent(timex, tokens, grammar) != nil {
        return grammar.head(of: tokens).map { (index, $0) }
      }
      guard timex.interval != nil, timex.kind == .date || timex.kind == .time else { return nil }
      // "the day after the storm" is a day that only the storm tells.
      if tokens.count == 2, tokens.upperBound < grammar.keys.count,
        grammar.keys[tokens.lowerBound] == Self.the,
        Self.order[grammar.keys[tokens.upperBound]] != nil
      {
        return nil
      }
      // A bare time of day ("around midnight") says nothing of the day.
      guard timex.kind == .date || tokens.count > 1 else { return nil }
      return grammar.head(of: tokens).map { (index, $0) }
    }
  }

  /// The dearest link that still dates an event.
  static let limit = 8

  /// The date of the event triggered by `trigger` in the sentence of `tokens`.
  func dating(of trigger: Int, in tokens: Range<Int>, isSpeech: Bool, triggers: Set<Int>) -> Dating
  {
    let above = ancestors(of: trigger)
    var best: (cost: Int, timex: Int)?
    for candidate in candidates(in: tokens) {
      guard
        var cost = cost(
          from: candidate.head, to: trigger, above: above, isSpeech: isSpeech, triggers: triggers)
      else { continue }
      if stands(candidate.head, behind: trigger, triggers) { cost = min(cost, Self.adjacency) }
      if cost <= Self.limit, best.map({ cost < $0.cost }) ?? true { best = (cost, candidate.timex) }
    }
    guard let best else {
      return simultaneous(trigger).map {
        dating(of: $0, in: tokens, isSpeech: isSpeech, triggers: triggers)
      } ?? Dating()
    }
    let timex = grammar.article.timexes[best.timex]
    let tokensOfTimex = grammar.tokens(in: timex.span)
    let interval =
      range(from: best.timex) ?? prolonged(timex.interval, after: best.timex, in: tokens)
      ?? stretched(timex.interval, over: trigger)
      ?? timex.interval ?? Self.recent(timex, tokensOfTimex, grammar)
    guard let interval, let head = grammar.head(of: tokensOfTimex),
      let moved =
        (stands(head, behind: trigger, triggers) ? nil : shifted(interval, trigger, from: head))
        ?? bounded(interval, head, by: trigger)
    else { return Dating(timex: best.timex, interval: interval, grain: timex.grain) }
    let isDay = moved.earliest != nil && moved.earliest == moved.latest
    return Dating(timex: best.timex, interval: moved, grain: isDay ? .day : nil)
  }

  /// The verb of the clause behind `verb` that tells what happened at the same time: "died when the
  /// ship sank on Monday".
  private func simultaneous(_ verb: Int) -> Int? {
    grammar.children(verb).first { child in
      child > verb && grammar.relation(child) == .advcl
        && grammar.child(child, .mark, .advmod).map { Self.meanwhile.contains(grammar.keys[$0]) }
          ?? false
    }
  }

  private static let meanwhile: Set<WordKey> = ["when", "as", "while"]

  /// What it costs at most to link an event to the date right behind it.
  private static let adjacency = 4
  /// How many tokens behind it such a date may stand.
  private static let reach = 7

  /// Whether a date stands behind an event's trigger with nothing but the rest of its own phrase
  /// between them ("after the return to power in May"): it tells of that event, wherever the tree
  /// has hung it.
  private func stands(_ timex: Int, behind trigger: Int, _ triggers: Set<Int>) -> Bool {
    guard trigger < timex, timex - trigger <= Self.reach else { return false }
    return (trigger + 1..<timex).allSatisfy { token in
      switch grammar.syntax(token).partOfSpeech {
      case .verb, .auxiliary, .pronoun, .coordinator, .subordinator: false
      default: !grammar.isPunctuation(token) && !triggers.contains(token)
      }
    }
  }

  /// The day on which something was said, for a verb of saying whose own adjunct it is: "said on
  /// Friday", "said at a conference on Friday".
  func dayOfSaying(_ verb: Int, in tokens: Range<Int>) -> Dating? {
    let found = candidates(in: tokens).first { candidate in
      guard let above = grammar.syntax(candidate.head).head else { return false }
      if above == verb { return true }
      guard grammar.syntax(above).head == verb, let mark = grammar.child(above, .case) else {
        return false
      }
      return Self.settings.contains(grammar.keys[mark])
    }
    guard let found, let interval = grammar.article.timexes[found.timex].interval,
      let first = interval.earliest, let last = interval.latest, first.distance(to: last) < 8
    else { return nil }
    return Dating(
      timex: found.timex, interval: interval, grain: grammar.article.timexes[found.timex].grain)
  }

  private static let the: WordKey = "the"
  private static let settings: Set<WordKey> = ["at", "in", "during"]

  /// "from 3 to 5 January": the days from the first to the last of two expressions that a joint
  /// links.
  private func range(from index: Int) -> DayInterval? {
    let timexes = grammar.article.timexes
    guard index + 1 < timexes.count, let first = timexes[index].interval?.earliest,
      let last = timexes[index + 1].interval?.latest, first < last,
      timexes[index].span.upper <= timexes[index + 1].span.lower
    else { return nil }
    let gap = grammar.tokens(
      in: ByteSpan(Int(timexes[index].span.upper), Int(timexes[index + 1].span.lower)))
    guard gap.count == 1, Self.joints.contains(grammar.keys[gap.lowerBound]) else { return nil }
    return DayInterval(earliest: first, latest: last)
  }

  /// The days of an event that "after" or "before" parts from the date: "opened on Monday, two days
  /// after the strike", "met on Monday after the vote". Nil where nothing parts them.
  private func shifted(_ date: DayInterval, _ trigger: Int, from timex: Int) -> DayInterval? {
    var current = trigger
    for _ in 0..<5 {
      if grammar.subtree(current).contains(timex) { return nil }
      if let mark = opening(of: current), let isLater = Self.order[grammar.keys[mark]] {
        return shifted(date, isLater: isLater, by: distance(before: mark))
      }
      guard let head = grammar.syntax(current).head else { return nil }
      current = head
    }
    return nil
  }

  /// The word that opens a clause or phrase, be it hung on the clause's subject.
  private func opening(of token: Int) -> Int? {
    if let mark = grammar.child(token, .case, .mark) { return mark }
    guard grammar.relation(token) == .advcl else { return nil }
    return EventFrameReader(grammar).lostSubject(of: token).flatMap { grammar.child($0, .case) }
  }

  /// Whether the date lies after what follows the word.
  private static let order: [WordKey: Bool] = ["after": true, "following": true, "before": false]

  /// The days of an event that is told to lie before or after what a date tells of: "after Friday's
  /// strike they fled", "since May 2021 prices have risen", "stayed until Monday". Nil where no such
  /// word stands between the date and the event.
  private func bounded(_ date: DayInterval, _ timex: Int, by trigger: Int) -> DayInterval? {
    var current = timex
    for _ in 0..<5 {
      if grammar.subtree(current).contains(trigger) { return nil }
      if let mark = grammar.child(current, .case, .mark), mark < timex,
        let bound = Self.bounds[grammar.keys[mark]]
      {
        return bound == .since
          ? DayInterval(earliest: date.earliest, latest: nil)
          : shifted(date, isLater: bound == .before, by: distance(before: mark))
      }
      guard let head = grammar.syntax(current).head, head != trigger else { return nil }
      current = head
    }
    return nil
  }

  private enum Bound { case since, after, before }

  private static let bounds: [WordKey: Bound] = [
    "since": .since, "after": .after, "following": .after, "before": .before, "until": .before,
    "till": .before,
  ]

  private func shifted(_ date: DayInterval, isLater: Bool, by days: Int?) -> DayInterval {
    guard let days else {
      return isLater
        ? DayInterval(earliest: nil, latest: date.latest)
        : DayInterval(earliest: date.earliest, latest: nil)
    }
    let step = isLater ? -days : days
    return DayInterval(
      earliest: date.earliest?.advanced(by: step), latest: date.latest?.advanced(by: step))
  }

  /// The number of days that stands right before a token ("two days after", "a week before").
  private func distance(before token: Int) -> Int? {
    let end = grammar.article.tokens[token].span.lower
    let timexes = grammar.article.timexes
    var low = 0
    var high = timexes.count
    while low < high {
      let middle = (low + high) / 2
      if timexes[middle].span.lower < end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, timexes[low - 1].span.upper <= end, end - timexes[low - 1].span.upper <= 1,
      let (count, unit) = timexes[low - 1].wholeDuration, unit == "D" || unit == "W"
    else { return nil }
    return unit == "W" ? 7 * count : count
  }

  /// "in the past year", "over the last two weeks": the days up to the document date.
  private static func recent(_ timex: Timex3, _ tokens: Range<Int>, _ grammar: ArticleGrammar)
    -> DayInterval?
  {
    guard let (count, unit) = timex.wholeDuration, let anchor = grammar.article.date.anchor,
      tokens.prefix(2).contains(where: { recents.contains(grammar.keys[$0]) })
    else { return nil }
    return DayInterval(earliest: anchor.before(count, unit), latest: anchor)
  }

  private static let recents: Set<WordKey> = ["past", "last"]

  /// "began on 15 October and went on for the next two days": the days that a duration adds to a day
  /// named before it in the sentence.
  private func prolonged(_ interval: DayInterval?, after index: Int, in sentence: Range<Int>)
    -> DayInterval?
  {
    guard let interval, let first = interval.earliest, interval.latest == first else { return nil }
    for next in grammar.article.timexes[(index + 1)...].prefix(3) {
      let tokens = grammar.tokens(in: next.span)
      guard sentence.contains(tokens.lowerBound) else { return nil }
      guard let (count, unit) = next.wholeDuration, unit == "D" || unit == "W",
        tokens.prefix(2).contains(where: { Self.nexts.contains(grammar.keys[$0]) })
      else { continue }
      return DayInterval(
        earliest: first, latest: first.advanced(by: unit == "W" ? 7 * count : count))
    }
    return nil
  }

  private static let nexts: Set<WordKey> = ["next", "following", "another"]

  private static let joints: Set<WordKey> = ["to", "-", "–", "through", "until"]

  func candidates(in tokens: Range<Int>) -> ArraySlice<(timex: Int, head: Int)> {
    var low = 0
    var high = dated.count
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].head < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return dated[low...].prefix { $0.head < tokens.upperBound }
  }

  /// The tokens above `token`, with what it costs to reach them; itself first.
  func ancestors(of token: Int) -> [(token: Int, cost: Int, isReported: Bool)] {
    var path = [(token: token, cost: 0, isReported: false)]
    var current = token
    while path.count < 12, let head = grammar.syntax(current).head, let last = path.last {
      let relation = grammar.relation(current)
      let isReported =
        (relation == .ccomp || relation == .parataxis)
        && EventOperators.isReport(grammar.keys[head])
      path.append(
        (head, last.cost + Self.upward(relation), last.isReported || isReported))
      current = head
    }
    return path
  }

  private static func upward(_ relation: DependencyRelation) -> Int {
    switch relation {
    case .xcomp, .obj, .nsubj, .nsubjPassive, .compound: 1
    case .obl, .nmod, .conj, .ccomp, .advcl: 2
    case .acl, .parataxis: 4
    // Who did something on a day may have done before what a relative clause tells of him.
    case .aclRelative: 6
    default: 2
    }
  }

  func cost(
    from timex: Int, to trigger: Int, above: [(token: Int, cost: Int, isReported: Bool)],
    isSpeech: Bool, triggers: Set<Int>
  ) -> Int? {
    var cost = 0
    var current = timex
    for _ in 0..<10 {
      if let meeting = above.first(where: { $0.token == current }) {
        guard !meeting.isReported || isSpeech else { return nil }
        return cost + meeting.cost
      }
      guard let head = grammar.syntax(current).head else { return nil }
      cost += isTelling(current) ? 1 : Self.downward(grammar.relation(current))
      if triggers.contains(head), !above.contains(where: { $0.token == head }) { cost += 4 }
      current = head
    }
    return nil
  }

  /// Whether a relative clause only tells when its noun was: "the walkout, which began on Monday".
  private func isTelling(_ verb: Int) -> Bool {
    grammar.relation(verb) == .aclRelative && Self.aspects.contains(grammar.keys[verb])
  }

  private static let aspects: Set<WordKey> = [
    "began", "started", "happened", "occurred", "erupted", "ended", "opened", "took", "came",
  ]

  private static func downward(_ relation: DependencyRelation) -> Int {
    switch relation {
    case .ccomp, .advcl: 5
    // What a date tells of a noun beside the event, it does not tell of the event.
    case .acl, .aclRelative: 9
    case .conj, .parataxis: 3
    default: 1
    }
  }
}
