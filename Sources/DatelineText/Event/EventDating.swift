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

  private let grammar: ArticleGrammar
  /// The dated expressions: index and head token, in order.
  private let dated: [(timex: Int, head: Int)]

  /// Works in one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    dated = grammar.article.timexes.indices.compactMap { index in
      let timex = grammar.article.timexes[index]
      guard timex.interval != nil, timex.kind == .date || timex.kind == .time else { return nil }
      let tokens = grammar.tokens(in: timex.span)
      // A bare time of day ("around midnight") says nothing of the day.
      guard timex.kind == .date || tokens.count > 1 else { return nil }
      return Self.head(of: tokens, grammar).map { (index, $0) }
    }
  }

  private static func head(of tokens: Range<Int>, _ grammar: ArticleGrammar) -> Int? {
    tokens.first { token in
      grammar.syntax(token).head.map { !tokens.contains($0) } ?? true
    }
  }

  /// The dearest link that still dates an event.
  private static let limit = 8

  /// The date of the event triggered by `trigger` in the sentence of `tokens`.
  func dating(of trigger: Int, in tokens: Range<Int>, isSpeech: Bool, triggers: Set<Int>) -> Dating
  {
    let above = ancestors(of: trigger)
    var best: (cost: Int, timex: Int)?
    for candidate in candidates(in: tokens) {
      guard
        let cost = cost(
          from: candidate.head, to: trigger, above: above, isSpeech: isSpeech, triggers: triggers)
      else { continue }
      if cost <= Self.limit, best.map({ cost < $0.cost }) ?? true { best = (cost, candidate.timex) }
    }
    guard let best else { return Dating() }
    let timex = grammar.article.timexes[best.timex]
    let interval = range(from: best.timex) ?? timex.interval
    return Dating(timex: best.timex, interval: interval, grain: timex.grain)
  }

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

  private static let joints: Set<WordKey> = ["to", "-", "–", "through", "until"]

  private func candidates(in tokens: Range<Int>) -> ArraySlice<(timex: Int, head: Int)> {
    var low = 0
    var high = dated.count
    while low < high {
      let middle = (low + high) / 2
      if dated[middle].head < tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    return dated[low...].prefix { $0.head < tokens.upperBound }
  }

  /// The tokens above `token`, with what it costs to reach them; itself first.
  private func ancestors(of token: Int) -> [(token: Int, cost: Int, isReported: Bool)] {
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
    case .acl, .aclRelative, .parataxis: 4
    default: 2
    }
  }

  private func cost(
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
      cost += Self.downward(grammar.relation(current))
      if triggers.contains(head), !above.contains(where: { $0.token == head }) { cost += 4 }
      current = head
    }
    return nil
  }

  private static func downward(_ relation: DependencyRelation) -> Int {
    switch relation {
    case .ccomp, .advcl, .acl, .aclRelative: 5
    case .conj, .parataxis: 3
    default: 1
    }
  }
}
