import DatelineText

extension EventMention {
  /// Who acts, as mentions: in "Varland accused Kess of carrying out attacks" not those who accuse,
  /// whom the grammar may name, but the accused.
  ///
  /// - Parameter events: The events of the same sentence.
  func doers(among events: some Sequence<EventMention>) -> [Int] {
    guard status == .attributed || status == .unconfirmed, !actors.isEmpty else { return actors }
    let accusation = events.first { other in
      other.type == .accuse && other.trigger.upper <= trigger.lower
        && Set(other.actors) == Set(actors) && !other.recipients.isEmpty
    }
    return accusation?.recipients ?? actors
  }
}

extension AnnotatedArticle {
  /// Whether an event only recalls one: "the visit", without a date or anybody named.
  func recalls(_ event: EventMention) -> Bool {
    event.timex == nil && event.actors.isEmpty && event.recipients.isEmpty && event.places.isEmpty
      && event.status == .stated && event.type == .consult && isDefinite(event)
  }

  /// Whether an event is told by a noun with "the" or an owner: "the visit", "the US withdrawal", "its
  /// return".
  func isDefinite(_ event: EventMention) -> Bool {
    let token = tokens.partitioningIndex { $0.span.upper > event.trigger.lower }
    guard syntax.indices.contains(token), syntax[token].partOfSpeech == .noun else { return false }
    return (max(0, token - 4)..<token).contains { other in
      guard syntax[other].head == token else { return false }
      return syntax[other].relation == .nmodPossessive
        || syntax[other].relation == .det && ["the", "The"].contains(text(other))
    }
  }

  /// Whether an event is only spoken of: its noun stands with a verb in the present or future that
  /// tells something else ("the clash shows", "the visit will help").
  func isPresupposed(_ event: EventMention) -> Bool {
    let trigger = tokens.partitioningIndex { $0.span.upper > event.trigger.lower }
    guard syntax.indices.contains(trigger) else { return false }
    if syntax[trigger].form == .gerund { return isManner(trigger) }
    guard syntax[trigger].partOfSpeech == .noun else { return false }
    var current = trigger
    for _ in 0..<6 {
      guard let head = syntax[current].head else { return false }
      current = head
      if [.verb, .adjective].contains(syntax[current].partOfSpeech) { break }
    }
    guard syntax[current].relation == .root,
      article.blocks[sentences[event.sentence].block].kind == .paragraph
    else { return false }
    if syntax[current].partOfSpeech == .adjective { return true }
    guard syntax[current].partOfSpeech == .verb else { return false }
    switch syntax[current].form {
    case .present, .base: return true
    case .none, .past, .pastParticiple, .gerund, .modal, .plural, .possessive: return false
    }
  }

  /// Whether a gerund only tells how something in a relative clause is done: "the methods that it used
  /// in silencing critics".
  private func isManner(_ gerund: Int) -> Bool {
    guard gerund > 0, syntax[gerund - 1].head == gerund,
      [.adposition, .subordinator].contains(syntax[gerund - 1].partOfSpeech)
    else { return false }
    var current = gerund
    for _ in 0..<4 {
      guard let head = syntax[current].head else { return false }
      current = head
      if syntax[current].relation == .aclRelative { return true }
    }
    return false
  }

  /// The verb of the clause with "while" in which an event is told; nil where it is in none.
  func contrastingClause(of event: EventMention) -> Int? {
    var current = tokens.partitioningIndex { $0.span.upper > event.trigger.lower }
    for _ in 0..<8 {
      guard syntax.indices.contains(current), let head = syntax[current].head else { return nil }
      if syntax[current].relation == .advcl, isMarkedByWhile(current, head) { return current }
      current = head
    }
    return nil
  }

  private func isMarkedByWhile(_ verb: Int, _ head: Int) -> Bool {
    guard head < verb else { return false }
    return (head..<verb).contains { token in
      syntax[token].head == verb && syntax[token].relation == .mark
        && article.text[tokens[token].span].lowercased() == "while"
    }
  }

  /// Who mediates in a sentence, as mentions.
  func mediators(inSentence sentence: Int) -> [Int] {
    let first = events.partitioningIndex { $0.sentence >= sentence }
    return events[first...].prefix { $0.sentence == sentence }
      .filter { $0.mode == EventKinds.mediation }.flatMap(\.actors)
  }

  /// The events of the sentence of the event at `index`: events stand in order of their sentences.
  func eventsBeside(_ index: Int) -> [EventMention] {
    eventsBeside(at: index).map { events[$0] }
  }

  /// The same as indices, in order.
  func eventsBeside(at index: Int) -> [Int] {
    let sentence = events[index].sentence
    let before = events.indices[..<index].reversed().prefix { events[$0].sentence == sentence }
    let after = events.indices[index...].prefix { events[$0].sentence == sentence }
    return before.reversed() + after
  }
}
