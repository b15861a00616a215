import DatelineText

extension Model {
  /// The columns between the reader's edges and its text.
  public static let readerGutter = 2

  /// The widest line that is comfortable to read.
  static let readerMeasure = 92

  private var readerWidth: Int {
    let width = layout.rect(of: .reader)?.width ?? size.columns
    return max(1, min(Self.readerMeasure, width - Self.readerGutter))
  }

  /// Opens `article` at the byte `offset`, with `highlight` standing out.
  mutating func openReader(_ article: ArticleID, at offset: Int = 0, highlight: ByteSpan? = nil) {
    guard corpus.index(of: article) != nil else {
      let reason = corpus.failures.first { $0.article == article }?.reason
      notice = Notice(reason ?? "\(article) is not here", tone: .error)
      return
    }
    step()
    if place.focus != .reader { place.origin = place.focus }
    place.reader = ReaderPlace(article: article)
    place.reader?.highlight = highlight
    place.focus = .reader
    refreshReading()
    guard let reading else { return }
    let line = highlight == nil && offset == 0 ? 0 : reading.line(at: offset)
    // The sentence stands a third down the page, with what comes before it in sight.
    let height = self.height(of: .reader)
    place.reader?.top = max(0, min(line - height / 3, reading.lines.count - height))
    moveReader(toLine: line)
    settledRow = selectedRow
    unsettle()
  }

  /// Opens the place that `provenance` names.
  mutating func openReader(_ provenance: Provenance) {
    openReader(
      provenance.article, at: Int(provenance.span.lower), highlight: provenance.span)
  }

  /// Breaks the reader's article into lines anew where article, width or furniture changed.
  mutating func refreshReading() {
    guard let reader = place.reader, let article = corpus.article(reader.article) else {
      reading = nil
      return
    }
    let width = readerWidth
    if let reading, reading.width == width, reading.showsFurniture == reader.showsFurniture,
      reading.showsBrackets == showsBrackets, reading.article == article
    {
      return
    }
    let had = reading
    reading = Reading(
      article: article, width: width, showsFurniture: reader.showsFurniture,
      showsBrackets: showsBrackets)
    if had?.width != width || had?.showsBrackets != showsBrackets
      || reading?.article.article.id != article.article.id, let reading
    {
      let line = reading.line(at: reader.offset)
      let top = scrolledTop(
        reader.top, toShow: line, of: reading.lines.count, height: height(of: .reader))
      place.reader?.top = top
      moveReader(toLine: line)
    }
  }

  /// Puts the cursor on `line` and scrolls so that it is in sight.
  mutating func moveReader(toLine line: Int) {
    guard let reading, !reading.lines.isEmpty, var reader = place.reader else { return }
    let line = max(0, min(line, reading.lines.count - 1))
    if line != reader.line || reader.mark.map({ !isMark($0, on: line) }) ?? false {
      reader.mark = nil
    }
    reader.line = line
    reader.offset = Int(reading.lines[line].span.lower)
    reader.top = scrolledTop(
      reader.top, toShow: line, of: reading.lines.count, height: height(of: .reader))
    place.reader = reader
  }

  private func isMark(_ mark: Int, on line: Int) -> Bool {
    guard let reading, reading.marks.indices.contains(mark) else { return false }
    return reading.line(at: Int(reading.marks[mark].span.lower)) == line
  }

  /// To the next mark in the reader, or the next linked row of a list.
  mutating func walk(_ delta: Int) {
    guard place.focus == .reader else {
      walkLinked(delta)
      return
    }
    guard let reading, let reader = place.reader, !reading.marks.isEmpty else {
      notice = Notice("nothing is marked in this article")
      return
    }
    let next: Int?
    if let mark = reader.mark {
      next = mark + delta
    } else {
      let here = reading.lines[reader.line].span
      next =
        delta > 0
        ? reading.marks.firstIndex { $0.span.lower >= here.lower }
        : reading.marks.lastIndex { $0.span.lower < here.lower }
    }
    guard let next, reading.marks.indices.contains(next) else {
      notice = Notice(delta > 0 ? "no mark further down" : "no mark further up")
      return
    }
    moveReader(toLine: reading.line(at: Int(reading.marks[next].span.lower)))
    place.reader?.mark = next
    unsettle()
  }

  private mutating func walkLinked(_ delta: Int) {
    let rows =
      delta > 0
      ? Array((selectedRow + 1)..<max(selectedRow + 1, rowCount))
      : Array((0..<max(0, selectedRow)).reversed())
    if let row = rows.first(where: isLinked) {
      let links = linked
      select(row: row)
      linked = links
    } else {
      notice = Notice("no linked row in that direction")
    }
  }

  /// Whether `row` of the focused pane belongs to the selection of another pane.
  private func isLinked(_ row: Int) -> Bool {
    switch place.focus {
    case .articles: article(atRow: row).map { linked.articles.contains($0) } ?? false
    case .timeline: linked.events.contains(listing.events[row])
    case .graph:
      if listing.graph.indices.contains(row), case .edge(let relation, _) = listing.graph[row] {
        linked.relations.contains(relation)
      } else {
        false
      }
    case .claims, .reader: false
    }
  }

  mutating func perform(reader command: Command) {
    switch command {
    case .furniture:
      guard place.focus == .reader else {
        notice = Notice("open an article first")
        return
      }
      place.reader?.showsFurniture.toggle()
      refreshReading()
      if let offset = place.reader?.offset, let reading {
        moveReader(toLine: reading.line(at: offset))
      }
    case .brackets:
      showsBrackets.toggle()
      refreshReading()
    default: break
    }
  }
}
