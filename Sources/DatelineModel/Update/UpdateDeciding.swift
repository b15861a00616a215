import DatelineText

extension Model {
  mutating func perform(deciding command: Command) -> [Effect] {
    switch command {
    case .undo: return undo()
    case .redo: return redo()
    case .select: toggleSelection()
    case .bookmark: return toggleMark()
    case .reject: return reject()
    default: openPrompt(deciding: command)
    }
    return []
  }

  // MARK: What a decision is about

  /// The entity that a decision would be about: that under the reader's mark, the one in the title
  /// of the graph's list, or the one under the cursor of its pictures.
  var subjectEntity: EntityID? {
    if place.focus == .reader { return markedEntity }
    switch place.graph.view {
    case .matrix, .ring:
      let nodes = listing.neighbours.nodes
      return nodes.indices.contains(place.graph.list.row) ? nodes[place.graph.list.row] : nil
    case .map: return selectedPlace?.entity
    case .path:
      return relation(atRow: place.graph.list.row)?.target
    case .list: return listing.ego ?? relation(atRow: place.graph.list.row)?.source
    }
  }

  /// The entity under the reader's mark.
  var markedEntity: EntityID? {
    guard let reading, let reader = place.reader, let mark = reader.mark,
      reading.marks.indices.contains(mark), case .mention(let index) = reading.marks[mark].kind
    else { return nil }
    return entity(ofMention: index, in: reader.article)
  }

  /// What the cursor is on.
  private var item: Item? {
    switch place.focus {
    case .articles: place.articles.id.map { .article($0) }
    case .reader: place.reader.map { .article($0.article) }
    case .timeline: event(atRow: place.timeline.row).map { .event($0.id) }
    case .graph: subjectEntity.map { .entity($0) }
    case .claims: selectedClaim.map { .claim($0.id) }
    }
  }

  /// What a command that takes several is about: the selected things of the focused pane, in the
  /// order of the corpus, else what the cursor is on.
  private var items: [Item] {
    let chosen = selected.compactMap { item in row(of: item).map { (item, $0) } }
      .sorted { $0.1 < $1.1 }.map(\.0)
    return chosen.isEmpty ? [item].compactMap { $0 } : chosen
  }

  /// The row of an item in the tables of the corpus, where the focused pane lists such items.
  private func row(of item: Item) -> Int? {
    switch (place.focus, item) {
    case (.articles, .article(let id)): corpus.index(of: id)
    case (.timeline, .event(let id)): lookup.event(id)
    case (.graph, .entity(let id)): corpus.row(of: id)
    case (.claims, .claim(let id)): lookup.claim(id)
    default: nil
    }
  }

  /// What `items` are called in prompts and news.
  private func name(of items: [Item]) -> String {
    guard items.count == 1 else { return "\(items.count) rows" }
    switch items[0] {
    case .article(let id): return title(of: id)
    case .event(let id): return lookup.event(id).map { corpus.facts.timeline[$0].title } ?? id
    case .entity(let id): return corpus.name(id)
    case .claim(let id):
      return lookup.claim(id).map { quote(corpus.facts.claims[$0].provenance) } ?? id
    }
  }

  // MARK: Taking and taking back

  /// Takes decisions: at once in the corpus, and in the log by effects.
  mutating func decide(_ decisions: [Decision], notice text: String) -> [Effect] {
    guard !decisions.isEmpty else { return [] }
    undone = []
    notice = Notice(text + "; u takes it back")
    return apply(decisions)
  }

  private mutating func apply(_ decisions: [Decision]) -> [Effect] {
    together.append(decisions.count)
    for decision in decisions { corpus.decide(decision) }
    annotate()
    relist()
    return decisions.map { .record($0) } + resolve()
  }

  private mutating func undo() -> [Effect] {
    guard let last = decided.last else {
      notice = Notice("nothing to take back")
      return []
    }
    // What was decided about several rows at once is one thing to whoever did it.
    let lost = decided.suffix(max(1, together.popLast() ?? 1))
    decided.removeLast(lost.count)
    undone.append(lost.map(\.decision))
    corpus.setDecisions(decided.map(\.decision))
    annotate()
    notice = Notice(
      "taken back: \(last.decision.summary)"
        + (lost.count == 1 ? "" : ", and \(lost.count - 1) more with it"))
    relist()
    return lost.reversed().map { .undo($0.id) } + resolve()
  }

  private mutating func redo() -> [Effect] {
    guard let decisions = undone.popLast(), let last = decisions.last else {
      notice = Notice("nothing to decide again")
      return []
    }
    notice = Notice(
      "again: \(last.summary)"
        + (decisions.count == 1 ? "" : ", and \(decisions.count - 1) more with it"))
    return apply(decisions)
  }

  // MARK: Decisions without a question

  private mutating func toggleMark() -> [Effect] {
    let items = self.items
    // Of several all are marked, unless all are.
    let isSet = !items.allSatisfy(annotations.marks.contains)
    selected.subtract(items)
    return decide(
      items.compactMap { corpus.subject(of: $0, lookup) }.map { .mark(subject: $0, isSet: isSet) },
      notice: (isSet ? "marked " : "unmarked ") + name(of: items))
  }

  private mutating func reject() -> [Effect] {
    let items = place.focus == .reader ? markedEntity.map { [.entity($0)] } ?? [] : self.items
    let decisions = items.compactMap { item -> Decision? in
      switch (item, corpus.subject(of: item, lookup)) {
      case (.entity(let id), _): .rejectEntity(id)
      case (_, .event(let anchor)?): .rejectEvent(anchor)
      default: nil
      }
    }
    guard !decisions.isEmpty else {
      notice = Notice("only an entity or an event can be rejected: 2, 3, or n in the reader")
      return []
    }
    let name = name(of: items)
    // What is narrowed to something that is gone would show nothing.
    for item in items {
      if case .entity(let id) = item { place.replace(id, by: nil) }
      if case .event(let id) = item, place.scope.event == id { place.scope.event = nil }
    }
    selected.subtract(items)
    return decide(decisions, notice: "rejected: \(name)")
  }

  private mutating func toggleSelection() {
    guard let item else { return }
    if selected.remove(item) == nil { selected.insert(item) }
    select(row: selectedRow + 1)
    notice = Notice("\(selected.count) selected; f sel shows them, y copies them")
  }

  // MARK: Prompts

  private mutating func openPrompt(deciding command: Command) {
    switch (command, place.focus) {
    case (.setDate, .timeline): openEventPrompt(.redateEvent)
    case (.retype, .timeline): openEventPrompt(.retypeEvent)
    case (.setDate, .articles), (.setDate, .reader): openDatePrompt()
    case (.setDate, _): notice = Notice("dates are set in the article list and the timeline")
    case (.addEvent, _): openAddingPrompt()
    case (.merge, _): openEntityPrompt(.merge)
    case (.split, _): openEntityPrompt(.split)
    case (.rename, _): openEntityPrompt(.rename)
    case (.retype, _): openEntityPrompt(.retype)
    case (.tag, _): openSubjectPrompt(.tag)
    case (.note, _): openSubjectPrompt(.note)
    default: break
    }
  }

  private mutating func openDatePrompt() {
    guard let item, case .article(let id) = item, let article = corpus.article(id),
      let subject = corpus.subject(of: item, lookup)
    else { return }
    open(
      .setDate, text: article.date.interval?.earliest?.iso ?? "", about: [subject],
      called: title(of: id))
  }

  private mutating func openEventPrompt(_ kind: Prompt.Kind) {
    guard let event = event(atRow: place.timeline.row), let anchor = corpus.anchor(of: event)
    else { return }
    let days = event.interval.map { [$0.earliest, $0.latest] } ?? []
    let text = Set(days).compactMap { $0?.iso }.sorted().joined(separator: "..")
    open(
      kind, text: kind == .redateEvent ? text : "", about: [.event(anchor)], called: event.title)
  }

  /// Asks for type and days of an event that the sentence in the reader tells.
  private mutating func openAddingPrompt() {
    guard place.focus == .reader, let sentence = sentenceInReader,
      let anchor = corpus.anchor(sentence)
    else {
      notice = Notice("open the sentence that tells the event first")
      return
    }
    open(.addEvent, about: [.event(anchor)], called: "“\(quote(sentence))”")
  }

  private mutating func openEntityPrompt(_ kind: Prompt.Kind) {
    guard let entity = subjectEntity else {
      notice = Notice("choose an entity first: g, or n in the reader")
      return
    }
    open(
      kind, text: kind == .rename ? corpus.name(entity) : "", about: [.entity(entity)],
      called: corpus.name(entity))
  }

  private mutating func openSubjectPrompt(_ kind: Prompt.Kind) {
    let items = self.items
    let subjects = items.compactMap { corpus.subject(of: $0, lookup) }
    guard !subjects.isEmpty else { return }
    let note = items.count == 1 ? annotations.notes[items[0]] ?? "" : ""
    open(kind, text: kind == .note ? note : "", about: subjects, called: name(of: items))
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
