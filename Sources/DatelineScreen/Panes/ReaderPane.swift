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
    let language = article.isAnalyzed ? nil : "[\(article.language ?? "?"), not analysed]"
    let detail = [
      date == "?" ? "undated" : date, language, article.source, ArticleHead(article).heading,
    ]
    .compactMap { $0 }.joined(separator: "  ")
    drawTitle(
      .reader, rect, detail: detail,
      count: "\(min(model.settledRow(of: .reader) + 1, reading.lines.count))/\(reading.lines.count)"
    )
    linkTitle(of: article, rect)
    guard let list = layout.list(of: .reader) else { return }
    for index in 0..<list.height where reading.lines.indices.contains(reader.top + index) {
      drawLine(reader.top + index, of: reading, reader, at: index, in: list)
    }
  }

  /// Lets the word READER lead to the article's own address, or to its file.
  private mutating func linkTitle(of article: AnnotatedArticle, _ rect: Rect) {
    guard let base = appearance.baseAddress, rect.height >= 3 else { return }
    let name = article.article.id.name
    let address =
      article.article.metadata.url ?? (name.contains("#") ? "" : base + Self.escaped(name))
    let start = rect.column + 1
    let end = min(rect.column + rect.width, start + Pane.reader.title.utf8.count)
    grid.link(row: rect.row, columns: start..<max(start, end), to: address)
  }

  /// A path as it stands in an address.
  private static func escaped(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && scalar.properties.isAlphabetic || 0x30...0x39 ~= byte
        || "/._-~".utf8.contains(byte)
      if isPlain {
        text.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += digits.utf8.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return text
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
        isAsked ? "|" : ":", row: row, column: list.column + 1, end: list.column + 2,
        style: Style(isAsked ? .match : .claim))
    }
    let painter = LinePainter(
      reading: reading, reader: reader, line: line, showsBrackets: model.showsBrackets)
    grid.write(
      painter.scalars(isFocused: model.place.focus == .reader), row: row,
      column: list.column + Model.readerGutter, end: list.column + list.width)
  }
}

/// Paints one line of the reader: roles from the annotations, byte by byte.
private struct LinePainter {
  let reading: Reading
  let reader: ReaderPlace
  let line: FlowLine
  let showsBrackets: Bool
  private let marks: [Mark]
  private let current: Mark?
  private let claims: [ByteSpan]

  init(reading: Reading, reader: ReaderPlace, line: FlowLine, showsBrackets: Bool) {
    self.reading = reading
    self.reader = reader
    self.line = line
    self.showsBrackets = showsBrackets
    marks = reading.marks.filter { $0.span.overlaps(line.span) }
    current = reader.mark.flatMap {
      reading.marks.indices.contains($0) ? reading.marks[$0] : nil
    }
    claims = reading.claimSpans.filter { $0.overlaps(line.span) }
  }

  /// The scalars of the line with their styles. A run of blanks, or a line end inside a sentence,
  /// is one blank.
  func scalars(isFocused: Bool) -> [StyledScalar] {
    let bytes = reading.article.article.text.bytes
    let base = baseRole
    var run: [StyledScalar] = []
    var offset = Int(line.span.lower)
    let stop = Int(line.span.upper)
    var wasBlank = false
    while offset < stop {
      let (scalar, length) = TextFlow.decode(bytes, at: offset, end: stop)
      let isBlank = scalar == " " || (0x09...0x0D).contains(scalar.value)
      if !isBlank || !wasBlank {
        if showsBrackets { run += brackets(opening: true, at: offset) }
        run.append(
          StyledScalar(
            scalar: isBlank ? " " : scalar, style: style(at: offset, base: base),
            holdsCursor: isFocused && current.map { Int($0.span.lower) == offset } ?? false))
        if showsBrackets { run += brackets(opening: false, at: offset + length) }
      }
      wasBlank = isBlank
      offset += length
    }
    return run
  }

  /// The brackets that stand at `offset`, for terminals without attributes.
  private func brackets(opening: Bool, at offset: Int) -> [StyledScalar] {
    marks.compactMap { mark in
      guard Int(opening ? mark.span.lower : mark.span.upper) == offset,
        let brackets = mark.brackets
      else { return nil }
      return StyledScalar(
        scalar: opening ? brackets.opening : brackets.closing, style: Style(.rule))
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

  private func style(at offset: Int, base: Role) -> Style {
    var style = Style(base)
    style.isHighlighted = reader.highlight?.contains(offset) ?? false
    style.isCurrent = current?.span.contains(offset) ?? false
    if base == .plain, claims.contains(where: { $0.contains(offset) }) {
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
