import DatelineText

extension Model {
  /// Enter in a prompt that asks for a decision.
  mutating func decide(_ prompt: Prompt, chosen: Prompt.Candidate?) -> [Effect] {
    switch prompt.kind {
    case .tag, .note: return annotate(prompt)
    default: break
    }
    switch prompt.subjects.first {
    case .article(let anchor)?: return decideDate(prompt, of: anchor)
    case .event(let anchor)?: return decide(prompt, chosen: chosen, about: anchor)
    case .entity(let entity)?: return decide(prompt, chosen: chosen, about: entity)
    case .claim?, nil: return []
    }
  }

  private mutating func refuse(_ text: String) -> [Effect] {
    notice = Notice(text, tone: .error)
    return []
  }

  private mutating func annotate(_ prompt: Prompt) -> [Effect] {
    let text = prompt.text
    let items = prompt.subjects.compactMap { corpus.item(of: $0, lookup) }
    if prompt.kind == .note {
      selected.subtract(items)
      return decide(
        prompt.subjects.map { .note(subject: $0, text: text) },
        notice: text.isEmpty ? "note removed" : "noted on \(prompt.name)")
    }
    guard !text.isEmpty else { return [] }
    let isSet = !items.allSatisfy { annotations.tags[$0]?.contains(text) ?? false }
    selected.subtract(items)
    return decide(
      prompt.subjects.map { .tag(subject: $0, name: text, isSet: isSet) },
      notice: isSet ? "tagged \(text): \(prompt.name)" : "tag \(text) removed")
  }

  private mutating func decide(
    _ prompt: Prompt, chosen: Prompt.Candidate?, about entity: EntityID
  ) -> [Effect] {
    let name = corpus.name(entity)
    switch (prompt.kind, chosen?.target) {
    case (.rename, _) where !prompt.text.isEmpty:
      return decide([.rename(entity, to: prompt.text)], notice: "\(name) is now \(prompt.text)")
    case (.retype, .text(let word)):
      guard let type = EntityType(rawValue: word) else { return [] }
      return decide([.retype(entity, to: type)], notice: "\(name) is \(word)")
    case (.merge, .entity(let other)) where other != entity:
      followMerge(of: entity, into: other)
      place.graph.ego = other
      return decide(
        [.merge(entity, into: other)],
        notice: "\(name) (\(typeName(of: entity))) is the same as "
          + "\(corpus.name(other)) (\(typeName(of: other)))")
    case (.split, .text(let alias)):
      return decide([.split(name: alias, from: entity)], notice: "\(alias) stands for itself")
    default: return refuse("nothing of that name")
    }
  }

  /// Lets the present place and those of the history be about what the user made of an entity.
  private mutating func followMerge(of entity: EntityID, into other: EntityID) {
    place.replace(entity, by: other)
    for step in past.indices { past[step].replace(entity, by: other) }
    for step in future.indices { future[step].replace(entity, by: other) }
  }

  private func typeName(of entity: EntityID) -> String {
    corpus.entity(entity)?.type.rawValue ?? "?"
  }

  /// The days that were typed; missing years are those of the corpus.
  private func days(_ text: String) -> DayInterval? {
    DateRange.parse(text, days: corpus.facts.timeline.compactMap { $0.interval?.earliest })
  }

  private mutating func decideDate(_ prompt: Prompt, of anchor: QuoteAnchor) -> [Effect] {
    if prompt.text.isEmpty {
      return decide(
        [.setDate(article: anchor, day: nil)],
        notice: "date of \(anchor.article) left to the program")
    }
    guard let interval = days(prompt.text), let day = interval.earliest, interval.latest == day
    else { return refuse("one day, please: 2025-10-24 or 24oct") }
    return decide(
      [.setDate(article: anchor, day: day)], notice: "\(anchor.article) is of \(day.iso)")
  }

  private mutating func decide(
    _ prompt: Prompt, chosen: Prompt.Candidate?, about event: QuoteAnchor
  ) -> [Effect] {
    let target = prompt.kind == .addEvent ? prompt.taken : chosen?.target
    if prompt.kind == .redateEvent {
      guard let interval = days(prompt.text) else {
        return refuse("no days: try 9-19oct, oct 2025")
      }
      return decide(
        [.redateEvent(event, interval: interval)],
        notice: "\(prompt.name): \(DateText.text(interval))")
    }
    guard case .text(let word)? = target, let type = EventType(rawValue: word) else {
      return refuse("no such type")
    }
    guard prompt.kind == .addEvent else {
      return decide(
        [.retypeEvent(event, to: type)], notice: "\(prompt.name): \(word.lowercased())")
    }
    let interval = days(prompt.text)
    guard interval != nil || prompt.text.isEmpty else {
      return refuse("no days: try 9-19oct, oct 2025, or nothing")
    }
    return decide([.addEvent(event, type: type, interval: interval)], notice: "event added")
  }
}
