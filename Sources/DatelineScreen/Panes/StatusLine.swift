import DatelineModel
import DatelineText

extension Screen {
  /// The top row: what is open, what it is narrowed to, and whether history goes back and forward.
  mutating func drawHeader() {
    let rect = layout.header
    guard rect.height > 0 else { return }
    grid.fill(row: rect.row, from: 0, to: rect.width, with: " ", style: Style(.title))
    let title = Style(.title)
    var pen = pen(rect, 0)
    let history =
      (model.past.isEmpty ? "" : "[ back") + (model.future.isEmpty ? "" : " ] forward") + " "
    let end = pen.right(history, title, to: &grid)
    pen.write(" dateline ", title, limit: max(0, end - pen.column), to: &grid)
    let words = model.scopeWords
    // What is filtered is said first, so that it never falls off the end.
    if !words.isEmpty {
      pen.write(
        "only: " + words.joined(separator: ", "), Style(.match),
        limit: max(0, end - pen.column), to: &grid)
      pen.write("  c clears  ", title, limit: max(0, end - pen.column), to: &grid)
    }
    pen.write(
      "\(model.name)  \(model.corpus.count) articles", title,
      limit: max(0, end - pen.column), to: &grid)
  }

  /// The bottom row: the prompt, else news, else progress and the keys that matter here.
  mutating func drawStatus() {
    let rect = layout.status
    guard rect.height > 0 else { return }
    var pen = pen(rect, 0)
    if let prompt = model.prompt {
      drawPrompt(prompt, &pen)
      return
    }
    if let notice = model.notice {
      pen.skip()
      pen.write(notice.text, Style(notice.tone == .error ? .error : .prompt), to: &grid)
      return
    }
    pen.skip()
    if model.macro.isRecording { pen.write("recording ", Style(.marker), to: &grid) }
    if let progress = model.progress {
      pen.write(Self.text(progress) + "  ", Style(.prompt), to: &grid)
    } else if model.isBusy {
      pen.write("making facts  ", Style(.prompt), to: &grid)
    }
    if let text = markText {
      pen.write(text, Style(.prompt), to: &grid)
      return
    }
    drawHints(&pen)
  }

  private static func text(_ progress: Progress) -> String {
    let word = progress.isJoining ? "joining" : progress.isPaused ? "paused" : "reading"
    guard progress.total > 0 else { return "listing" }
    var text = "\(word) \(progress.articles) articles"
    if progress.total > 1 { text = "\(word) \(progress.done)/\(progress.total)" }
    // Before the first second a rate is a guess.
    guard progress.seconds >= 1, progress.articles > 0, !progress.isPaused else { return text }
    text += ", \(Int((Double(progress.articles) / progress.seconds).rounded()))/s"
    // How long a file is tells nobody before its end.
    guard progress.total > 1, progress.done > 0 else { return text }
    let rest = progress.seconds * Double(progress.total - progress.done) / Double(progress.done)
    return text + (rest < 90 ? ", \(Int(rest)) s left" : ", \(Int(rest / 60)) min left")
  }

  /// The keys that matter in this pane, from the key table.
  private mutating func drawHints(_ pen: inout Pen) {
    let commands: [Command]
    switch model.place.focus {
    case .articles: commands = [.open, .pin, .filter, .entity, .dates, .about, .setDate]
    case .timeline: commands = [.open, .pin, .filter, .dates, .kinds, .about]
    case .graph: commands = [.open, .source, .path, .matrix, .ring, .map, .about]
    case .claims: commands = [.open, .kinds, .entity, .traits, .about]
    case .reader: commands = [.nextMark, .leftPane, .about, .furniture, .copy, .back]
    }
    for command in commands + [.help, .quit] {
      guard let key = model.keymap.keys(for: command).first else { continue }
      let word = Self.hint(command)
      guard pen.room > word.utf8.count + key.description.utf8.count + 2 else { return }
      pen.write(key.description, Style(.prompt), to: &grid)
      pen.write(" \(word)  ", Style(.hint), to: &grid)
    }
  }

  /// One word for a command.
  private static func hint(_ command: Command) -> String {
    switch command {
    case .open: "open"
    case .source: "source"
    case .pin: "narrow"
    case .filter: "filter"
    case .entity: "entity"
    case .dates: "days"
    case .kinds: "type"
    case .traits: "only"
    case .about: "about"
    case .setDate: "date"
    case .path: "path"
    case .matrix: "matrix"
    case .ring: "ring"
    case .map: "map"
    case .nextMark: "next mark"
    case .leftPane: "leave"
    case .furniture: "whole text"
    case .copy: "copy"
    case .back: "back"
    case .help: "help"
    case .quit: "quit"
    default: command.name
    }
  }

  /// What the mark under the cursor means.
  private var markText: String? {
    guard model.place.focus == .reader, let reading = model.reading,
      let index = model.place.reader?.mark, reading.marks.indices.contains(index)
    else { return nil }
    let article = reading.article
    let mark = reading.marks[index]
    let text = article.article.text[mark.span]
    switch mark.kind {
    case .mention(let mention):
      guard let id = model.entity(ofMention: mention, in: article.article.id),
        let entity = model.corpus.entity(id)
      else { return "\(article.mentions[mention].type.rawValue)  \(text)" }
      return "\(entity.type.rawValue)  \(entity.name), in \(entity.articles.count) articles"
        + "  Enter: its relations"
    case .timex(let timex):
      let timex = article.timexes[timex]
      let days = timex.interval.map { "  " + DateText.text($0) } ?? ""
      return "\(timex.kind.rawValue)  \(timex.value)\(days)  Enter: these days"
    case .claim(let claim):
      let claim = article.claims[claim]
      let speaker = claim.source.map { article.article.text[$0] }.joined(separator: " ")
      return "\(claim.kind.rawValue)  by \(speaker.isEmpty ? "someone" : speaker)  Enter: claims"
    case .event(let event):
      let event = article.events[event]
      let days = DateText.text(event.interval)
      return "\(event.type.rawValue)  told here as \(event.status.rawValue)  "
        + "\(days == "?" ? "undated" : days)  Enter: timeline"
    }
  }

  // MARK: Prompt

  private mutating func drawPrompt(_ prompt: Prompt, _ pen: inout Pen) {
    let label = prompt.label
    pen.write(label.before, Style(.prompt), to: &grid)
    pen.write(label.name, limit: pen.room / 2, to: &grid)
    pen.write(label.after, Style(.prompt), to: &grid)
    // Of a long line what is being typed is seen.
    var (before, behind) = prompt.parts
    while DisplayWidth.of(before) >= pen.room, !before.isEmpty { before.removeFirst() }
    pen.write(before, to: &grid)
    grid.cursor = (pen.row, pen.column)
    pen.write(behind, to: &grid)
    pen.skip(2)
    if let refusal = model.notice, refusal.tone == .error {
      pen.write(refusal.text, Style(.error), to: &grid)
    } else if pen.room > 8 {
      pen.write(hint(for: prompt), Style(.dim), to: &grid)
    }
    drawCandidates(prompt)
  }

  private func hint(for prompt: Prompt) -> String {
    switch prompt.kind {
    case .filter, .kinds:
      let hidden = model.listing.hidden
      return counted(model.listing.articles.count, "article") + ", "
        + counted(model.listing.events.count, "event")
        + (hidden.isEmpty
          ? ""
          : "; \(hidden.articles) and \(hidden.events) hidden by other filters, Tab shows them")
    case .dates: return "9-19oct, oct 2025, 2025-10-09..2025-10-19"
    case .setDate: return "(such as 2025-10-24; empty: as the program finds)"
    case .redateEvent: return "(such as 24oct, 9-19oct, oct 2025, 2025-10-09..2025-10-19)"
    case .addEvent where prompt.field == 1: return "(such as 24oct, oct 2025; empty: unknown)"
    case .path where prompt.candidates.isEmpty && !prompt.text.isEmpty: return "no match"
    case .path: return prompt.field == 0 ? "Tab: the other end" : "Enter: show"
    case .rename, .tag, .note, .report: return ""
    case .entity, .traits, .palette, .retype, .retypeEvent, .addEvent, .merge, .split:
      return prompt.candidates.isEmpty && !prompt.text.isEmpty ? "no match" : ""
    }
  }

  /// The proposals above the line.
  private mutating func drawCandidates(_ prompt: Prompt) {
    guard !prompt.candidates.isEmpty else { return }
    let count = min(prompt.candidates.count, 8, layout.status.row - 1)
    guard count > 0 else { return }
    let rect = Rect(
      row: layout.status.row - count, column: 0, height: count,
      width: min(layout.status.width, 72))
    grid.clear(rect)
    let first = max(0, min(prompt.choice - count + 1, prompt.candidates.count - count))
    for index in 0..<count {
      var pen = pen(rect, index)
      let isChosen = first + index == prompt.choice
      pen.write(isChosen ? "> " : "  ", Style(.marker), to: &grid)
      pen.write(
        prompt.candidates[first + index].label, Style(isChosen ? .focusedTitle : .plain), to: &grid)
    }
  }
}
