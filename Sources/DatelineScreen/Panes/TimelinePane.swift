import DatelineModel
import DatelineText

extension Screen {
  mutating func drawTimeline(_ rect: Rect) {
    let rows = model.listing.events
    let total = model.corpus.facts.timeline.count
    let row = rows.isEmpty ? 0 : min(model.settledRow(of: .timeline) + 1, rows.count)
    var count = rows.count == total ? "\(row)/\(total)" : "\(row)/\(rows.count) of \(total)"
    if model.listing.undated > 0 { count += ", \(model.listing.undated) undated" }
    drawTitle(.timeline, rect, detail: "", count: count)
    if let strip = layout.extra(of: .timeline) { drawStrip(strip) }
    guard let list = layout.list(of: .timeline) else { return }
    let top = model.place.timeline.top
    for index in 0..<list.height where rows.indices.contains(top + index) {
      drawEvent(rows[top + index], row: top + index, at: index, in: list)
    }
    if rows.isEmpty { drawEmpty(list, in: .timeline) }
  }

  private mutating func drawEvent(_ index: Int, row: Int, at line: Int, in list: Rect) {
    let event = model.corpus.facts.timeline[index]
    var pen = pen(list, line)
    let isLinked = model.linked.source != .timeline && model.linked.events.contains(index)
    let isColored = isColored(in: .timeline, isLinked: isLinked)
    drawGutter(
      &pen, pane: .timeline, isSelected: row == model.place.timeline.row, isLinked: isLinked,
      isChosen: model.selected.contains(.event(event.id)))
    let isWide = list.width >= 70
    let hasYears = model.listing.spansYears
    let isNarrow = list.width < 40
    let isFirstUndated = line == 0 || row == model.listing.events.count - model.listing.undated
    let date =
      event.interval == nil
      // The word is the heading of the section, and stays in sight like one.
      ? isFirstUndated ? "undated" : ""
      : isWide
        ? DateText.text(event.interval, grain: event.grain, isInferred: event.isDateInferred)
        : hasYears
          ? isNarrow
            ? DateText.compact(event.interval, isInferred: event.isDateInferred)
            : DateText.dated(event.interval, isInferred: event.isDateInferred)
          : DateText.short(event.interval, isInferred: event.isDateInferred)
    let role: Role =
      event.interval == nil ? .heading : event.isDateInferred ? .uncertain : .day
    pen.field(
      date, width: isWide ? 17 : hasYears && !isNarrow ? 13 : hasYears ? 9 : 8,
      Style(role).colored(isColored), to: &grid)
    let status = FactStatusWord(event.status)
    let articles = event.articles.count
    // Most events are told once; that more tell one is what stands out.
    let tail = articles < 2 ? "" : list.width >= 40 ? "\(articles) art" : "\(articles)"
    let end = pen.end - (tail.isEmpty ? 0 : tail.utf8.count + 1)
    if isWide {
      pen.field(
        "[\(event.type.rawValue.lowercased())]", width: 13, Style(.event).colored(isColored),
        to: &grid)
    }
    drawSigns(of: .event(event.id), &pen)
    if !status.word.isEmpty {
      let teller = isWide && event.status == .attributed ? event.claimants.first : nil
      let word = status.word + (teller.map { " by \(model.corpus.name($0))" } ?? "")
      pen.write(
        word + ": ", status.style.colored(isColored), limit: max(0, end - pen.column), to: &grid)
    }
    pen.write(event.title, limit: max(0, end - pen.column), to: &grid)
    pen.right(tail, Style(.dim), to: &grid)
  }

  /// How many events fall on each stretch of time, as one row of bars between two dates.
  private mutating func drawStrip(_ rect: Rect) {
    let density = model.listing.density
    guard let first = density.days?.lowerBound, let last = density.days?.upperBound else { return }
    var pen = pen(rect, 0)
    pen.skip(2)
    pen.write((density.earlier > 0 ? "<" : "") + first.iso, Style(.dim), to: &grid)
    pen.skip()
    let width = pen.room - 13
    guard width >= 8 else { return }
    for bar in Bars(appearance).scalars(density, width: width) {
      if bar != " " {
        grid.put(bar, row: pen.row, column: pen.column, end: pen.end, style: Style(.strip))
      }
      pen.skip()
    }
    pen.skip()
    pen.write(last.iso + (density.later > 0 ? ">" : ""), Style(.dim), to: &grid)
  }
}
