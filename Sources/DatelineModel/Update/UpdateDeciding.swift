import DatelineText

extension Model {
  mutating func perform(deciding command: Command) -> [Effect] {
    switch command {
    case .undo: return undo()
    case .redo: return redo()
    case .select: toggleSelection()
    case .bookmark: return toggleMark()
    case .reject: return reject()
    case .setDate: openDatePrompt()
    case .merge: openEntityPrompt(.merge)
    case .split: openEntityPrompt(.split)
    case .rename: openEntityPrompt(.rename)
    case .retype: openEntityPrompt(.retype)
    case .tag: openSubjectPrompt(.tag)
    case .note: openSubjectPrompt(.note)
    default: break
    }
    return []
  }

  // MARK: What a decision is about

  /// The entity that a decision would be about: that under the reader's mark or the graph's cursor,
  /// else the one in the middle.
  var subjectEntity: EntityID? {
    if place.focus == .reader, let reading, let reader = place.reader, let mark = reader.mark,
      reading.marks.indices.contains(mark), case .mention(let index) = reading.marks[mark].kind
    {
      return entity(ofMention: index, in: reader.article)
    }
    if place.focus == .graph, let relation = relation(atRow: place.graph.list.row),
      place.graph.ego == nil
    {
      return relation.source == listing.ego ? relation.target : relation.source
    }
    return place.graph.ego ?? place.scope.entity ?? listing.ego
  }

  /// What notes, marks and tags would hang on.
  var subject: Decision.Subject? {
    switch place.focus {
    case .articles, .reader:
      let id = place.focus == .reader ? place.reader?.article : place.articles.id
      return id.flatMap { anchor(article: $0) }.map { .article($0) }
    case .timeline:
      return event(atRow: place.timeline.row).flatMap { anchor($0) }.map { .event($0) }
    case .graph: return subjectEntity.map { .entity($0) }
    case .claims:
      return selectedClaim.flatMap { anchor(article: $0.provenance.article) }.map { .article($0) }
    }
  }

  /// Points at an article as a whole, by its first words.
  private func anchor(article id: ArticleID) -> QuoteAnchor? {
    guard let article = corpus.article(id) else { return nil }
    let first = article.sentences.first?.span ?? ByteSpan(0, min(0, article.article.text.count))
    return QuoteAnchor(
      contentHash: hash(of: article), article: id, quote: article.article.text[first],
      offset: Int(first.lower))
  }

  /// Points at an event by the trigger of its first support.
  private func anchor(_ event: TimelineEvent) -> QuoteAnchor? { corpus.anchor(of: event) }

  private func hash(of article: AnnotatedArticle) -> String {
    var hash = ContentHash()
    hash.combine(article.article.text.bytes)
    return hash.hexadecimal
  }

  // MARK: Taking and taking back

  /// Takes a decision: at once in the corpus, and in the log by an effect.
  private mutating func decide(_ decision: Decision, notice text: String) -> [Effect] {
    undone = []
    notice = Notice(text + "; u takes it back")
    return apply(decision)
  }

  private mutating func apply(_ decision: Decision) -> [Effect] {
    corpus.decide(decision)
    annotations = Annotations(corpus.decisions)
    relist()
    return [.record(decision)] + resolve()
  }

  private mutating func undo() -> [Effect] {
    guard let last = decided.last else {
      notice = Notice("nothing to take back")
      return []
    }
    decided.removeLast()
    undone.append(last.decision)
    corpus.setDecisions(decided.map(\.decision))
    annotations = Annotations(corpus.decisions)
    notice = Notice("taken back: \(last.decision.summary)")
    relist()
    return [.undo(last.id)] + resolve()
  }

  private mutating func redo() -> [Effect] {
    guard let decision = undone.popLast() else {
      notice = Notice("nothing to decide again")
      return []
    }
    notice = Notice("again: \(decision.summary)")
    return apply(decision)
  }

  private mutating func toggleMark() -> [Effect] {
    guard let subject else { return [] }
    let isSet = !annotations.marks.contains(subject.key)
    return decide(.mark(subject: subject, isSet: isSet), notice: isSet ? "marked" : "unmarked")
  }

  private mutating func reject() -> [Effect] {
    if place.focus == .timeline, let event = event(atRow: place.timeline.row),
      let anchor = anchor(event)
    {
      return decide(.rejectEvent(anchor), notice: "rejected: \(event.title)")
    }
    guard let entity = subjectEntity, place.focus == .graph || place.focus == .reader else {
      return []
    }
    let name = corpus.name(entity)
    if place.graph.ego == entity { place.graph.ego = nil }
    if place.scope.entity == entity { place.scope.entity = nil }
    return decide(.rejectEntity(entity), notice: "\(name) is no entity")
  }

  private mutating func toggleSelection() {
    let row: SelectedRow? =
      switch place.focus {
      case .articles: place.articles.id.map { .article($0) }
      case .timeline: place.timeline.id.map { .event($0) }
      case .graph: subjectEntity.map { .entity($0) }
      case .claims: selectedClaim.map { .claim($0.id) }
      case .reader: place.reader.map { .article($0.article) }
      }
    guard let row else { return }
    if selected.remove(row) == nil { selected.insert(row) }
    select(row: selectedRow + 1)
    notice = Notice("\(selected.count) selected; f sel shows them, y copies them")
  }

  // MARK: Prompts

  private mutating func openDatePrompt() {
    let id = place.focus == .reader ? place.reader?.article : place.articles.id
    guard let id, let article = corpus.article(id) else { return }
    open(.setDate, text: article.date.interval?.earliest?.iso ?? "")
  }

  private mutating func openEntityPrompt(_ kind: Prompt.Kind) {
    guard let entity = subjectEntity else {
      notice = Notice("choose an entity first: g")
      return
    }
    open(kind, text: kind == .rename ? corpus.name(entity) : "")
  }

  private mutating func openSubjectPrompt(_ kind: Prompt.Kind) {
    guard let subject else { return }
    open(kind, text: kind == .note ? annotations.notes[subject.key] ?? "" : "")
  }

  /// Enter in a prompt that asks for a decision.
  mutating func decide(_ prompt: Prompt, chosen: Prompt.Candidate?) -> [Effect] {
    switch prompt.kind {
    case .setDate: return decideDate(prompt.text)
    case .tag, .note: return decide(prompt, about: subject)
    case .rename, .retype, .merge, .split:
      guard let entity = subjectEntity else { return [] }
      return decide(prompt, chosen: chosen, about: entity)
    default: return []
    }
  }

  private mutating func decide(_ prompt: Prompt, about subject: Decision.Subject?) -> [Effect] {
    guard let subject else { return [] }
    guard prompt.kind == .tag else {
      return decide(
        .note(subject: subject, text: prompt.text),
        notice: prompt.text.isEmpty ? "note removed" : "noted")
    }
    guard !prompt.text.isEmpty else { return [] }
    let isSet = !(annotations.tags[subject.key] ?? []).contains(prompt.text)
    return decide(
      .tag(subject: subject, name: prompt.text, isSet: isSet),
      notice: isSet ? "tagged \(prompt.text)" : "tag \(prompt.text) removed")
  }

  private mutating func decide(
    _ prompt: Prompt, chosen: Prompt.Candidate?, about entity: EntityID
  ) -> [Effect] {
    let name = corpus.name(entity)
    switch (prompt.kind, chosen?.target) {
    case (.rename, _) where !prompt.text.isEmpty:
      return decide(.rename(entity, to: prompt.text), notice: "\(name) is now \(prompt.text)")
    case (.retype, .text(let word)):
      guard let type = EntityType(rawValue: word) else { return [] }
      return decide(.retype(entity, to: type), notice: "\(name) is \(word)")
    case (.merge, .entity(let other)) where other != entity:
      place.graph.ego = other
      if place.scope.entity == entity { place.scope.entity = other }
      return decide(
        .merge(entity, into: other), notice: "\(name) is the same as \(corpus.name(other))")
    case (.split, .text(let alias)):
      return decide(.split(name: alias, from: entity), notice: "\(alias) stands for itself")
    default:
      notice = Notice("nothing of that name", tone: .error)
      return []
    }
  }

  private mutating func decideDate(_ text: String) -> [Effect] {
    let id = place.focus == .reader ? place.reader?.article : place.articles.id
    guard let id, let anchor = anchor(article: id) else { return [] }
    if text.isEmpty {
      return decide(
        .setDate(article: anchor, day: nil), notice: "date of \(id) left to the program")
    }
    let days = corpus.facts.timeline.compactMap { $0.interval?.earliest }
    guard let interval = DateRange.parse(text, days: days), let day = interval.earliest,
      interval.latest == day
    else {
      notice = Notice("one day, please: 2025-10-24 or 24oct", tone: .error)
      return []
    }
    return decide(.setDate(article: anchor, day: day), notice: "\(id) is of \(day.iso)")
  }
}

extension Decision.Subject {
  /// A plain key for sets and dictionaries.
  var key: String {
    switch self {
    case .article(let anchor): "article:" + anchor.article.name
    case .entity(let id): "entity:" + id.key
    case .event(let anchor): "event:\(anchor.article.name):\(anchor.offset)"
    }
  }
}

extension TimelineEvent {
  /// The keys under which notes and marks on it may be found: one for each support.
  public var annotationKeys: [String] {
    supports.map { "event:\($0.provenance.article.name):\($0.provenance.span.lower)" }
  }
}

extension Annotations {
  /// Replays `decisions`.
  init(_ decisions: [Decision]) {
    self.init()
    for decision in decisions {
      switch decision {
      case .mark(let subject, true): marks.insert(subject.key)
      case .mark(let subject, false): marks.remove(subject.key)
      case .note(let subject, let text): notes[subject.key] = text.isEmpty ? nil : text
      case .tag(let subject, let name, let isSet):
        var names = Set(tags[subject.key] ?? [])
        if isSet { names.insert(name) } else { names.remove(name) }
        tags[subject.key] = names.isEmpty ? nil : names.sorted()
      case .setDate, .merge, .split, .rename, .retype, .rejectEntity, .rejectEvent, .redateEvent,
        .retypeEvent, .addEvent:
        break
      }
    }
  }
}

extension Decision {
  /// A few words for undo and redo.
  var summary: String {
    switch self {
    case .setDate: "date of an article"
    case .merge: "merging entities"
    case .split: "splitting a name off"
    case .rename: "renaming"
    case .retype: "type of an entity"
    case .rejectEntity: "rejecting an entity"
    case .rejectEvent: "rejecting an event"
    case .redateEvent: "date of an event"
    case .retypeEvent: "type of an event"
    case .addEvent: "adding an event"
    case .note: "note"
    case .mark: "mark"
    case .tag: "tag"
    }
  }
}
