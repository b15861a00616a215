import DatelineText

extension Model {
  /// Opens a prompt; one for a decision is about `subjects`, which are called `name`.
  mutating func open(
    _ kind: Prompt.Kind, text: String = "", about subjects: [Decision.Subject] = [],
    called name: String = ""
  ) {
    prompt = Prompt(kind: kind, origin: place, text: text)
    prompt?.subjects = subjects
    prompt?.name = name
    propose()
  }

  /// A key while a prompt is open.
  mutating func type(_ key: Key) -> [Effect] {
    if !Self.isEdit(key) {
      freshen()
      freshenClaims()
    }
    switch key {
    case .named(.enter): return accept()
    case .named(.escape), .control("c"), .control("g"): cancelPrompt()
    case .named(.tab): nextField()
    case .named(.down), .control("n"): choose(1)
    case .named(.up), .control("p"): choose(-1)
    case .named(.backspace), .control("h"): erase()
    case .control("u"): edit { $0.edit { $0 = "" } }
    case .control("k"): edit { $0.editBehind { $0 = "" } }
    case .named(.delete), .control("d"): edit { $0.editBehind { $0 = String($0.dropFirst()) } }
    case .control("w"):
      edit { prompt in
        prompt.edit { text in
          while text.last == " " { text.removeLast() }
          while let last = text.last, last != " " { text.removeLast() }
        }
      }
    case .named(.left), .control("b"): self.prompt?.move(by: -1)
    case .named(.right), .control("f"): self.prompt?.move(by: 1)
    case .named(.home), .control("a"): self.prompt?.moveToStart()
    case .named(.end), .control("e"): self.prompt?.behind = 0
    case .control("z"): return [.suspend]
    case .control("l"): return [.redraw]
    case .character(let scalar): edit { $0.edit { $0.unicodeScalars.append(scalar) } }
    case .control, .named: break
    }
    return []
  }

  /// Whether a key only changes the line.
  private static func isEdit(_ key: Key) -> Bool {
    switch key {
    case .character, .named(.backspace), .named(.delete): true
    case .control(let letter): "hukdw".unicodeScalars.contains(letter)
    default: false
    }
  }

  /// Backspace in an empty line closes it.
  private mutating func erase() {
    guard let prompt, !prompt.text.isEmpty else {
      cancelPrompt()
      return
    }
    edit { $0.edit { $0 = String($0.dropLast()) } }
  }

  private mutating func edit(_ change: (inout Prompt) -> Void) {
    guard var prompt else { return }
    change(&prompt)
    prompt.choice = 0
    self.prompt = prompt
    propose()
    if prompt.kind == .filter { narrowAsTyped { $0.text = prompt.text } }
    if prompt.kind == .kinds { narrowAsTyped { $0.kinds = prompt.text } }
  }

  /// Narrows at each letter; the step of the history is taken at Enter.
  private mutating func narrowAsTyped(_ change: (inout Scope) -> Void) {
    change(&place.scope)
    forgetRows()
    isListingStale = true
  }

  /// Makes the rows anew where letters changed the scope.
  mutating func freshen() { if isListingStale { relist(isTyping: true) } }

  private mutating func choose(_ delta: Int) {
    guard let prompt, !prompt.candidates.isEmpty else { return }
    self.prompt?.choice =
      (prompt.choice + delta + prompt.candidates.count) % prompt.candidates.count
  }

  private mutating func cancelPrompt() {
    guard let prompt else { return }
    self.prompt = nil
    if prompt.kind == .filter || prompt.kind == .kinds, prompt.origin.scope != place.scope {
      show(prompt.origin)
    }
  }

  /// Tab: from the first of two fields to the second; in a filter the words alone, without what else
  /// is narrowed to; elsewhere the next proposal.
  private mutating func nextField() {
    if let prompt, prompt.kind == .filter {
      narrowAsTyped { scope in
        scope = Scope()
        scope.text = prompt.text
      }
      return
    }
    guard let prompt, prompt.fields.count > 1, prompt.field == 0 else {
      choose(1)
      return
    }
    guard let chosen else {
      notice = Notice(
        prompt.kind == .path ? "no entity of that name" : "no such type", tone: .error)
      return
    }
    self.prompt?.taken = chosen.target
    if case .entity(let first) = chosen.target { self.prompt?.name = corpus.name(first) }
    self.prompt?.field = 1
    self.prompt?.behind = 0
    self.prompt?.choice = 0
    propose()
  }

  private var chosen: Prompt.Candidate? {
    guard let prompt, prompt.candidates.indices.contains(prompt.choice) else { return nil }
    return prompt.candidates[prompt.choice]
  }

  // MARK: Proposals

  private mutating func propose() {
    guard let prompt else { return }
    let candidates = self.candidates(for: prompt)
    self.prompt?.candidates = candidates
  }

  private func candidates(for prompt: Prompt) -> [Prompt.Candidate] {
    switch prompt.kind {
    case .entity, .path: return entityCandidates(prompt.text)
    case .merge:
      guard case .entity(let id)? = prompt.subjects.first else { return [] }
      return entityCandidates(prompt.text).filter { $0.target != .entity(id) }
    case .palette: return commandCandidates(prompt.text)
    case .traits: return textCandidates(Scope.Trait.allCases.map(\.rawValue), prompt.text)
    case .retype: return textCandidates(EntityType.allCases.map(\.rawValue), prompt.text)
    case .retypeEvent: return eventTypeCandidates(prompt.text)
    case .addEvent: return prompt.field == 0 ? eventTypeCandidates(prompt.text) : []
    case .split:
      guard case .entity(let id)? = prompt.subjects.first else { return [] }
      return textCandidates(corpus.entity(id)?.aliases.map(\.name) ?? [], prompt.text)
    case .filter, .dates, .kinds, .setDate, .redateEvent, .rename, .tag, .note, .report: return []
    }
  }

  private func entityCandidates(_ text: String) -> [Prompt.Candidate] {
    corpus.entities(matching: text).map { entity in
      Prompt.Candidate(
        label: "\(entity.name) (\(entity.type.rawValue), \(entity.articles.count) art)",
        target: .entity(entity.id))
    }
  }

  /// Commands whose name holds the letters of `text` in order, the tightest match first.
  private func commandCandidates(_ text: String) -> [Prompt.Candidate] {
    let found = Command.allCases.compactMap { command -> (Command, Int)? in
      FuzzyMatch.score(text, in: command.name).map { (command, $0) }
        ?? FuzzyMatch.score(text, in: command.help).map { (command, $0 + 100) }
    }
    return found.enumerated().sorted { left, right in
      left.element.1 != right.element.1
        ? left.element.1 < right.element.1 : left.offset < right.offset
    }.prefix(12).map { _, entry in
      let keys = keymap.keys(for: entry.0).map(\.description).joined(separator: " ")
      return Prompt.Candidate(
        label: "\(entry.0.name)  \(keys)  \(entry.0.help)", target: .command(entry.0))
    }
  }

  private func textCandidates(_ texts: [String], _ typed: String) -> [Prompt.Candidate] {
    let typed = typed.lowercased()
    return texts.filter { typed.isEmpty || $0.lowercased().hasPrefix(typed) }.map {
      Prompt.Candidate(label: $0, target: .text($0))
    }
  }

  /// The types of events with their everyday words, any of which may be typed.
  private func eventTypeCandidates(_ typed: String) -> [Prompt.Candidate] {
    EventType.allCases.filter { KindWords.match(typed, KindWords.of($0)) }.map { type in
      let words = KindWords.of(type).dropFirst().joined(separator: ", ")
      return Prompt.Candidate(
        label: "\(type.rawValue.lowercased())  \(words)", target: .text(type.rawValue))
    }
  }

  // MARK: Enter

  private mutating func accept() -> [Effect] {
    guard let prompt else { return [] }
    if prompt.fields.count > 1, prompt.field == 0 {
      nextField()
      return []
    }
    let chosen = self.chosen
    self.prompt = nil
    let effects = answer(prompt, chosen)
    // What was refused is mended where it stands; what is typed next must not be taken for commands.
    if notice?.tone == .error, self.prompt == nil, prompt.kind != .palette { self.prompt = prompt }
    return effects
  }

  private mutating func answer(_ prompt: Prompt, _ chosen: Prompt.Candidate?) -> [Effect] {
    switch prompt.kind {
    case .filter:
      do throws(FilterError) {
        _ = try Filter.parse(prompt.text)
      } catch {
        show(prompt.origin)
        return refuse(error.message)
      }
      keepNarrowed(prompt)
      if !listing.hidden.isEmpty {
        let hidden = listing.hidden
        notice = Notice(
          "other filters hide \(counted(hidden.articles, "article")) and "
            + "\(counted(hidden.events, "event")) more: / Tab shows them")
      }
    case .kinds:
      guard listing.events.count + listing.graph.count + listing.claims.count > 0 else {
        show(prompt.origin)
        return refuse("nothing of the type \(prompt.text); try med, cas, fut or acc")
      }
      keepNarrowed(prompt)
    case .dates: acceptDates(prompt.text)
    case .traits:
      guard case .text(let name)? = chosen?.target else { return refuse("no such trait") }
      narrow { $0.trait = Scope.Trait(rawValue: name) }
    case .entity:
      guard case .entity(let id)? = chosen?.target else { return refuse("no entity of that name") }
      focusEntity(id)
    case .path:
      guard case .entity(let last)? = chosen?.target, case .entity(let first)? = prompt.taken else {
        return refuse("no entity of that name")
      }
      showPath(from: first, to: last)
    case .palette:
      guard case .command(let command)? = chosen?.target else { return refuse("no such command") }
      return perform(command)
    case .setDate, .redateEvent, .rename, .retype, .retypeEvent, .addEvent, .merge, .split, .tag,
      .note:
      return decide(prompt, chosen: chosen)
    case .report: return report(to: prompt.text)
    }
    return []
  }

  private mutating func refuse(_ text: String) -> [Effect] {
    notice = Notice(text, tone: .error)
    return []
  }

  private mutating func keepNarrowed(_ prompt: Prompt) {
    guard prompt.origin.scope != place.scope else { return }
    let narrowed = place
    place = prompt.origin
    step()
    place = narrowed
  }

  private mutating func acceptDates(_ text: String) {
    if text.isEmpty {
      narrow { $0.days = nil }
      return
    }
    let days = corpus.facts.timeline.compactMap { $0.interval?.earliest }
    guard let interval = DateRange.parse(text, days: days) else {
      notice = Notice("no days: try 9-19oct, oct 2025 or 2025-10-09..2025-10-19", tone: .error)
      return
    }
    narrow { $0.days = interval }
    place.focus = .timeline
    place.origin = .timeline
    place.timeline = ListPlace()
    fit()
  }

  /// Narrows all panes to an entity and puts it in the middle of the graph.
  private mutating func focusEntity(_ id: EntityID) {
    step()
    place.scope.entity = id
    forgetRows()
    place.graph.ego = id
    place.graph.view = .list
    place.graph.list = ListPlace()
    place.focus = .graph
    place.origin = .graph
    relist()
    fit()
  }

  private mutating func showPath(from first: EntityID, to last: EntityID) {
    step()
    place.graph.view = .path(first, last)
    place.graph.list = ListPlace()
    place.focus = .graph
    place.origin = .graph
    relistGraph()
    fit()
  }
}

/// Matches typed letters against a name in which they occur in order.
enum FuzzyMatch {
  /// How loosely `typed` fits `name`, 0 for an exact beginning; nil where it does not.
  static func score(_ typed: String, in name: String) -> Int? {
    let typed = Array(typed.lowercased().unicodeScalars)
    let name = Array(name.lowercased().unicodeScalars)
    var position = 0
    var score = 0
    for scalar in typed {
      guard let next = name[position...].firstIndex(of: scalar) else { return nil }
      // Letters that follow one another or begin a word cost nothing.
      let isWordStart = next == 0 || name[next - 1] == "-" || name[next - 1] == " "
      if next != position, !isWordStart { score += next - position }
      if isWordStart, next != position { score += 1 }
      // Who types a name begins with a word of it.
      if position == 0, !isWordStart { score += name.count }
      position = next + 1
    }
    return score
  }
}
