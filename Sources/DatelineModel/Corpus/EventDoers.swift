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
  /// The events of the sentence of the event at `index`: events stand in order of their sentences.
  func eventsBeside(_ index: Int) -> [EventMention] {
    let sentence = events[index].sentence
    let before = events[..<index].reversed().prefix { $0.sentence == sentence }
    let after = events[index...].prefix { $0.sentence == sentence }
    return before.reversed() + after
  }
}
