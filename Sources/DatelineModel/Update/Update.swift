import DatelineText

extension Model {
  /// Takes a message in and says what is to be done outside: the only writer of the model.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .key(let key):
      isUntouched = false
      let effects = press(key)
      // A step of the history outlasts a kill from the moment that it is seen.
      return hasStepped ? effects + save() : effects
    case .command(let command): return perform(command)
    case .click(let row, let column):
      isUntouched = false
      return click(row: row, column: column)
    case .resized(let size): resize(to: size)
    case .drained: freshen()
    case .settle:
      freshen()
      freshenClaims()
      settle()
      return save()
    case .scanStarted(let files):
      progress = progress ?? Progress()
      progress?.total = files
      progress?.isJoining = false
    case .read(let articles):
      stayAtTop()
      return take(articles, [])
    case .failed(let failures): return take([], failures)
    case .progressed(let files, let articles, let seconds):
      progress?.done = files
      progress?.articles = articles
      progress?.seconds = seconds
    case .joining(let articles, let total, let seconds):
      progress = Progress(joining: articles, of: total, seconds: seconds)
    case .scanFinished:
      progress = nil
      takeUpSession()
    case .resolved(let corpus, let lookup):
      stayAtTop()
      return adopt(corpus, lookup)
    case .foundNew(let articles):
      guard corpus.new != Set(articles) else { return [] }
      corpus.setNew(Set(articles))
      if place.scope != Scope() { relist() }
    case .decisionsRead(let decisions): return adopt(decisions)
    case .recorded(let decision): decided.append(decision)
    case .restored(let session): awaited = session
    case .notice(let notice): self.notice = notice
    }
    return []
  }

  /// Until the user does something the first article stays the selected one, whichever that is.
  private mutating func stayAtTop() {
    guard isUntouched, awaited == nil else { return }
    place.articles = ListPlace()
  }

  /// A key, to the prompt where one is open, else through the key table.
  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    awaited = nil
    if macro.isRecording, keymap.command(for: key, in: place.focus) != .recordMacro || prompt != nil
    {
      macro.keys.append(key)
    }
    if prompt != nil { return type(key) }
    guard let command = keymap.command(for: key, in: place.focus) else {
      notice = Notice("\(key) does nothing here; ? shows the keys")
      return []
    }
    return perform(command)
  }

  /// A command. While something covers the panes it scrolls that, or closes it.
  mutating func perform(_ command: Command) -> [Effect] {
    if overlay != nil, command != .redraw, command != .suspend, command != .quit {
      if command == .copy, case .about(let page)? = overlay { return [.copy(page.text)] }
      performInOverlay(command)
      return []
    }
    switch command.group {
    case .moving: move(command)
    case .panes: perform(pane: command)
    case .opening: perform(opening: command)
    case .narrowing, .graph: perform(narrowing: command)
    case .reader: perform(reader: command)
    case .deciding: return perform(deciding: command)
    case .program: return perform(program: command)
    }
    return []
  }

  private mutating func perform(pane command: Command) {
    switch command {
    case .articles: focus(.articles)
    case .timeline: focus(.timeline)
    case .graph: focus(.graph)
    case .claims: focus(.claims)
    case .nextPane, .rightPane: focusNext(1)
    case .previousPane: focusNext(-1)
    case .leftPane: if place.focus == .reader { focus(place.origin) } else { focusNext(-1) }
    case .zoom: toggleZoom()
    case .back: goBack()
    case .forward: goForward()
    default: break
    }
  }

  private mutating func toggleZoom() {
    guard !showsOnePane else {
      notice = Notice("each pane stands alone here")
      return
    }
    place.isZoomed.toggle()
    fit()
  }

  private mutating func perform(program command: Command) -> [Effect] {
    switch command {
    case .sort:
      order = order == .date ? .name : .date
      relist()
    case .copy: return copy()
    case .report: openReportPrompt()
    case .palette: open(.palette)
    case .help: overlay = .help(top: 0)
    case .recordMacro: toggleRecording()
    case .playMacro: return playMacro()
    case .pause:
      guard progress != nil else {
        notice = Notice("nothing is being read")
        return []
      }
      progress?.isPaused.toggle()
      return [.pauseScan(progress?.isPaused ?? false)]
    case .stop: return stopReading()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return save() + [.quit]
    default: break
    }
    return []
  }

  /// What was read stays, and everything works on it.
  private mutating func stopReading() -> [Effect] {
    guard let progress else {
      notice = Notice("nothing is being read")
      return []
    }
    notice = Notice("stopped after \(progress.articles) articles")
    return [.stopScan]
  }

  private mutating func toggleRecording() {
    if macro.isRecording {
      macro.isRecording = false
      notice = Notice("recorded \(macro.keys.count) keys; @ plays them")
    } else {
      macro = Macro()
      macro.isRecording = true
      notice = Notice("recording keys; the same key stops")
    }
  }

  private mutating func playMacro() -> [Effect] {
    guard !macro.isRecording else { return [] }
    guard !macro.keys.isEmpty else {
      notice = Notice("nothing is recorded")
      return []
    }
    // A macro that plays itself would never end.
    let keys = macro.keys.filter { keymap.command(for: $0, in: place.focus) != .playMacro }
    return keys.flatMap { press($0) }
  }

  private mutating func resize(to size: ScreenSize) {
    self.size = size
    fit()
  }

  /// Brings line breaks and scrolling up to date with size and layout.
  mutating func fit() {
    refreshReading()
    keepSelections()
    if let reader = place.reader { moveReader(toLine: reader.line) }
  }

  private mutating func click(row: Int, column: Int) -> [Effect] {
    guard overlay == nil, prompt == nil,
      let frame = layout.frames.first(where: { $0.rect.contains(row: row, column: column) })
    else { return [] }
    if frame.pane != place.focus { focus(frame.pane) }
    if let list = layout.list(of: frame.pane), list.contains(row: row, column: column) {
      select(row: rowTop(of: frame.pane) + row - list.row)
    }
    return []
  }
}
