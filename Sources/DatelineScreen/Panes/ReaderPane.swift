import DatelineModel
import DatelineText

extension Screen {
  mutating func drawReader(_ rect: Rect) {
    guard let reading = model.reading, let reader = model.place.reader else {
      drawTitle(.reader, rect, detail: "", count: "")
      return
    }
    let article = reading.article
    let isInferred = article.date.basis == .inferred || article.date.basis == .corpus
    let date = DateText.text(article.date.interval, isInferred: isInferred)
    let detail = [date == "?" ? "undated" : date, article.source, Self.title(of: article)]
      .compactMap { $0 }.joined(separator: "  ")
    drawTitle(
      .reader, rect, detail: detail, count: "\(reader.line + 1)/\(reading.lines.count)")
    guard let list = layout.list(of: .reader) else { return }
    for index in 0..<list.height where reading.lines.indices.contains(reader.top + index) {
      drawLine(reader.top + index, of: reading, reader, at: index, in: list)
    }
  }

  private mutating func drawLine(
    _ number: Int, of reading: Reading, _ reader: ReaderPlace, at index: Int, in list: Rect
  ) {
    let line = reading.lines[number]
    let row = list.row + index
    let isCursor = number == reader.line
    if isCursor {
      grid.put(
        appearance.marker, row: row, column: list.column, end: list.column + 1,
        style: Style(.marker))
      if model.place.focus == .reader { grid.cursor = (row, list.column) }
    }
    guard !line.span.isEmpty else { return }
    let isAsked = reader.highlight.map { $0.overlaps(line.span) } ?? false
    let isClaimed = reading.claimSpans.contains { $0.overlaps(line.span) }
    if isAsked || isClaimed {
      grid.put(
        isAsked ? "|" : "\"", row: row, column: list.column + 1, end: list.column + 2,
        style: Style(isAsked ? .match : .claim))
    }
    var line2 = LinePainter(reading: reading, reader: reader, line: line)
    line2.showsBrackets = model.showsBrackets
    line2.paint(
      on: &grid, row: row, column: list.column + Model.readerGutter,
      end: list.column + list.width, isFocused: model.place.focus == .reader)
  }
}

/// Paints one line of the reader: roles from the annotations, byte by byte.
private struct LinePainter {
  let reading: Reading
  let reader: ReaderPlace
  let line: FlowLine
  var showsBrackets = false

  init(reading: Reading, reader: ReaderPlace, line: FlowLine) {
    self.reading = reading
    self.reader = reader
    self.line = line
  }

  func paint(on grid: inout Grid, row: Int, column: Int, end: Int, isFocused: Bool) {
    let bytes = reading.article.article.text.bytes
    let marks = reading.marks.filter { $0.span.overlaps(line.span) }
    let current = reader.mark.flatMap {
      reading.marks.indices.contains($0) ? reading.marks[$0] : nil
    }
    let base = baseRole
    var column = column
    var offset = Int(line.span.lower)
    let stop = Int(line.span.upper)
    var wasBlank = false
    while offset < stop {
      let (scalar, length) = TextFlow.decode(bytes, at: offset, end: stop)
      let isBlank = scalar == " " || (0x09...0x0D).contains(scalar.value)
      // A run of blanks, or a line end inside a sentence, is one blank.
      if !isBlank || !wasBlank {
        let style = self.style(at: offset, marks: marks, current: current, base: base)
        if showsBrackets { bracket(true, offset, marks, &column, &grid, row: row, end: end) }
        if let current, Int(current.span.lower) == offset, isFocused { grid.cursor = (row, column) }
        guard
          let next = grid.put(
            isBlank ? " " : scalar, row: row, column: column, end: end, style: style)
        else { return }
        column = next
        if showsBrackets {
          bracket(false, offset + length, marks, &column, &grid, row: row, end: end)
        }
      }
      wasBlank = isBlank
      offset += length
    }
  }

  private func bracket(
    _ opens: Bool, _ offset: Int, _ marks: [Mark], _ column: inout Int, _ grid: inout Grid,
    row: Int, end: Int
  ) {
    for mark in marks {
      let text: String
      switch mark.kind {
      case .mention: text = opens ? "{" : "}"
      case .timex: text = opens ? "<" : ">"
      case .claim, .event: continue
      }
      let place = opens ? mark.span.lower : mark.span.upper
      if Int(place) == offset {
        column = grid.write(text, row: row, column: column, end: end, style: Style(.rule))
      }
    }
  }

  private var baseRole: Role {
    guard let block = line.block else { return .plain }
    switch reading.article.article.blocks[block].kind {
    case .title, .heading: return .heading
    case .furniture, .quoted: return .dim
    case .byline, .source, .dateline, .dateLine, .caption: return .hint
    case .paragraph, .listItem: return .plain
    }
  }

  private func style(at offset: Int, marks: [Mark], current: Mark?, base: Role) -> Style {
    var style = Style(base)
    style.isHighlighted = reader.highlight?.contains(offset) ?? false
    style.isCurrent = current?.span.contains(offset) ?? false
    if base == .plain, reading.claimSpans.contains(where: { $0.contains(offset) }) {
      style.role = .claim
    }
    // The innermost mark wins; names and dates go before the verbs around them.
    var rank = 0
    for mark in marks where mark.span.contains(offset) {
      let (role, weight) = self.role(of: mark)
      if weight >= rank { (style.role, rank) = (role, weight) }
    }
    return style
  }

  private func role(of mark: Mark) -> (Role, Int) {
    switch mark.kind {
    case .mention(let index): (Role(reading.article.mentions[index].type), 3)
    case .timex: (.date, 4)
    case .claim: (.cue, 2)
    case .event: (.event, 1)
    }
  }
}
