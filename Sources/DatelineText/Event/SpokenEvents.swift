/// The events that consist in a claim: a dated accusation or demand is an event of its own, however
/// plain its verb ("said on Friday that the army had shelled the town").
struct SpokenEvents {
  private let grammar: ArticleGrammar
  /// The first claim of each cue, by the token of the cue's first word.
  private let claims: [(cue: Int, claim: Claim)]

  /// Reads one article, whose claims are known.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    var seen: Set<Int> = []
    claims = grammar.article.claims.compactMap { claim in
      guard Self.type(of: claim) != nil, claim.basis == .speech, !claim.speakers.isEmpty,
        !claim.addressees.isEmpty, let cue = claim.cue.first,
        let head = grammar.tokens(in: cue).last(where: { grammar.syntax($0).partOfSpeech == .verb }
        ),
        seen.insert(head).inserted
      else { return nil }
      return (head, claim)
    }.sorted { $0.cue < $1.cue }
  }

  private static func type(of claim: Claim) -> EventType? {
    switch claim.kind {
    case .accusation: .accuse
    case .demand: .request
    case .assertion, .denial, .promise, .announcement, .opinion, .report, .warning, .praise,
      .admission, .offer, .nonConfirmation:
      nil
    }
  }

  /// The spoken events of a sentence that have a date and are not told by one of `triggers`.
  func events(inSentence index: Int, besides triggers: Set<Int>, _ dating: EventDating)
    -> [EventMention]
  {
    let tokens = grammar.article.sentences[index].tokens
    return claims[first(from: tokens.lowerBound)...].prefix { $0.cue < tokens.upperBound }
      .filter { !triggers.contains($0.cue) }.compactMap { item in
        guard let found = dating.dayOfSaying(item.cue, in: tokens),
          let type = Self.type(of: item.claim)
        else { return nil }
        var event = EventMention(
          trigger: grammar.article.tokens[item.cue].span, sentence: index, type: type)
        event.actors = item.claim.speakers
        event.recipients = item.claim.addressees.filter { !item.claim.speakers.contains($0) }
        event.timex = found.timex
        event.interval = found.interval
        event.grain = found.grain
        event.confidence = Self.confidence
        return event
      }
  }

  /// The first claim whose cue stands at `token` or after. Cost: a binary search.
  private func first(from token: Int) -> Int {
    var low = 0
    var high = claims.count
    while low < high {
      let middle = (low + high) / 2
      if claims[middle].cue < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Less than what a verb of accusing alone would give.
  private static let confidence: UInt8 = 50
}
