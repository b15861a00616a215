import DatelineText

extension Model {
  /// Shows all about what the cursor is on; in the graph, about the entity in the middle.
  mutating func showAbout() {
    if place.focus == .graph, listing.ego != nil, !isPath {
      show(subjectEntity.flatMap { page(about: $0) })
    } else {
      showEvidence()
    }
  }

  /// Shows what the selected row is with every sentence that it rests on.
  mutating func showEvidence() {
    let page: AboutPage? =
      switch place.focus {
      case .articles: place.articles.id.flatMap { self.page(about: $0) }
      case .reader:
        markedEntity.flatMap { self.page(about: $0) }
          ?? place.reader.flatMap { self.page(about: $0.article) }
      case .timeline: event(atRow: place.timeline.row).map { self.page(about: $0) }
      case .graph: relation(atRow: place.graph.list.row).map { self.page(about: $0) }
      case .claims:
        selectedConflict.map { self.page(about: $0) } ?? selectedClaim.map { self.page(about: $0) }
      }
    show(page)
  }

  private var isPath: Bool {
    if case .path = place.graph.view { true } else { false }
  }

  private mutating func show(_ page: AboutPage?) {
    guard var page else { return }
    // The cursor begins where it can be followed, if that is in sight.
    let rows = page.rows(width: size.columns)
    let first = rows.prefix(overlayHeight).firstIndex { page.lines[$0.line].target != nil }
    page.row = first ?? 0
    overlay = .about(page)
  }

  /// The rows below the title of what covers the panes.
  private var overlayHeight: Int { max(1, size.rows - 2) }

  /// In how many columns the key table stands: a wide window shows it whole.
  public var helpColumns: Int { size.columns >= 130 ? 2 : 1 }

  /// A command while something covers the panes: scrolls it, follows a line of it, or closes it.
  mutating func performInOverlay(_ command: Command) {
    switch overlay {
    case .help(let top):
      guard let delta = overlayStep(command) else {
        overlay = nil
        return
      }
      let count = HelpTable(keymap).lines.count + HelpTable.signs.count
      overlay = .help(top: max(0, min(top + delta, count - overlayHeight * helpColumns)))
    case .about(let page): perform(command, in: page)
    case nil: break
    }
  }

  /// How far a command moves; nil for one that does not.
  private func overlayStep(_ command: Command) -> Int? {
    let page = max(1, overlayHeight - 1)
    return switch command {
    case .down: 1
    case .up: -1
    case .pageDown, .halfPageDown, .pin: page
    case .pageUp, .halfPageUp: -page
    case .first: -100_000
    case .last: 100_000
    default: nil
    }
  }

  private mutating func perform(_ command: Command, in page: AboutPage) {
    var page = page
    let rows = page.rows(width: size.columns)
    if let delta = overlayStep(command) {
      page.move(to: page.row + delta, of: rows.count, height: overlayHeight)
      overlay = .about(page)
      return
    }
    func leads(_ row: Int) -> Bool {
      // A line that is broken counts once.
      page.lines[rows[row].line].target != nil && (row == 0 || rows[row - 1].line != rows[row].line)
    }
    switch command {
    case .nextMark, .previousMark:
      let next =
        command == .nextMark
        ? rows.indices.dropFirst(page.row + 1).first(where: leads)
        : rows.indices.prefix(page.row).last(where: leads)
      if let next { page.move(to: next, of: rows.count, height: overlayHeight) }
      overlay = .about(page)
    case .open, .source:
      overlay = nil
      guard rows.indices.contains(page.row), let target = page.lines[rows[page.row].line].target
      else { return }
      follow(target)
    default: overlay = nil
    }
  }

  private mutating func follow(_ target: AboutPage.Target) {
    switch target {
    case .sentence(let provenance): openReader(provenance)
    case .article(let id): openReader(id)
    case .entity(let id):
      center(id)
      focus(.graph)
    }
  }
}
