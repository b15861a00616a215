import DatelineModel
import DatelineText

extension Screen {
  mutating func drawClaims(_ rect: Rect) {
    let rows = model.listing.claims
    let claims = rows.count { if case .claim = $0 { true } else { false } }
    let pairs = rows.count { if case .conflict = $0 { true } else { false } }
    drawTitle(
      .claims, rect, detail: "", count: "\(claims) claims" + (pairs > 0 ? ", \(pairs) clash" : ""))
    guard let list = layout.list(of: .claims) else { return }
    let top = model.place.claims.top
    for index in 0..<list.height where rows.indices.contains(top + index) {
      drawClaimRow(rows[top + index], row: top + index, at: index, in: list)
    }
    if rows.isEmpty { drawEmpty(list, model.progress == nil) }
    if let extra = layout.extra(of: .claims) { drawClaimDetail(extra) }
  }

  private mutating func drawClaimRow(_ claimRow: ClaimRow, row: Int, at line: Int, in list: Rect) {
    var pen = pen(list, line)
    switch claimRow {
    case .heading(let text):
      pen.skip(2)
      pen.write(text, Style(.heading), to: &grid)
    case .claim(let id):
      guard let claim = claim(id) else { return }
      drawGutter(
        &pen, pane: .claims, isSelected: row == model.place.claims.row, isLinked: false,
        isChosen: model.selected.contains(.claim(id)))
      let clash = model.lookup.conflicts(of: id).isEmpty ? " " : "!"
      pen.write(clash + " ", Style(.conflict), to: &grid)
      pen.field(model.speaker(of: claim), width: list.width / 4, Style(.person), to: &grid)
      pen.skip()
      pen.write(model.quote(claim.provenance), Style(.claim), to: &grid)
    case .conflict(let first, let second):
      guard let left = claim(first), let right = claim(second) else { return }
      drawGutter(
        &pen, pane: .claims, isSelected: row == model.place.claims.row, isLinked: false)
      pen.write("! ", Style(.conflict), to: &grid)
      let conflict = conflict(first, second)
      pen.write(conflict?.topic ?? left.topic, to: &grid)
      pen.write(
        ": \(model.speaker(of: left)) / \(model.speaker(of: right))", Style(.person), to: &grid)
    }
  }

  private func claim(_ id: String) -> CorpusClaim? {
    model.lookup.claim(id).map { model.corpus.facts.claims[$0] }
  }

  private func conflict(_ first: String, _ second: String) -> Conflict? {
    model.lookup.conflicts(of: first).lazy.map { model.corpus.facts.conflicts[$0] }.first {
      $0.first == first && $0.second == second
    }
  }

  /// The selected claim in full, or two that clash side by side.
  private mutating func drawClaimDetail(_ rect: Rect) {
    grid.fill(
      row: rect.row, from: rect.column, to: rect.column + rect.width,
      with: appearance.horizontalRule, style: Style(.rule))
    let rect = rect.dropping(top: 1)
    guard model.listing.claims.indices.contains(model.place.claims.row) else { return }
    switch model.listing.claims[model.place.claims.row] {
    case .heading: break
    case .claim(let id): if let claim = claim(id) { drawClaim(claim, in: rect) }
    case .conflict(let first, let second):
      guard let left = claim(first), let right = claim(second) else { return }
      var pen = pen(rect, 0)
      pen.skip()
      if let conflict = conflict(first, second) {
        pen.write(
          "\(conflict.level.rawValue): \(conflict.reason)", Style(.conflict), to: &grid)
      }
      let half = (rect.width - 1) / 2
      let body = rect.dropping(top: 1)
      drawClaim(
        left, in: Rect(row: body.row, column: body.column, height: body.height, width: half))
      for row in body.row..<(body.row + body.height) {
        grid.put(
          appearance.verticalRule, row: row, column: body.column + half,
          end: body.column + half + 1, style: Style(.rule))
      }
      drawClaim(
        right,
        in: Rect(
          row: body.row, column: body.column + half + 1, height: body.height,
          width: rect.width - half - 1))
    }
  }

  /// Who says it, where, and the words, wrapped.
  private mutating func drawClaim(_ claim: CorpusClaim, in rect: Rect) {
    guard rect.height > 0, rect.width > 4 else { return }
    var head = pen(rect, 0)
    head.skip()
    let source = model.corpus.article(claim.provenance.article).flatMap { article -> Claim? in
      article.claims.indices.contains(claim.claim) ? article.claims[claim.claim] : nil
    }
    head.write(model.speaker(of: claim), Style(.person), to: &grid)
    if let source {
      head.write("  \(source.kind.rawValue), \(source.form.rawValue)", Style(.cue), to: &grid)
    }
    var place = pen(rect, 1)
    if rect.height > 2 {
      place.skip()
      let article = model.corpus.article(claim.provenance.article)
      let date = article.map { DateText.text($0.date.interval) } ?? "?"
      place.write(
        "\(date == "?" ? "undated" : date)  \(model.title(of: claim.provenance.article))",
        Style(.dim), to: &grid)
    }
    guard let article = model.corpus.article(claim.provenance.article) else { return }
    let bytes = article.article.text.bytes
    let first = rect.height > 2 ? 2 : 1
    let lines = TextFlow.wrap(bytes, in: claim.provenance.span, width: rect.width - 2)
    for (index, span) in lines.prefix(max(0, rect.height - first)).enumerated() {
      var pen = pen(rect, first + index)
      pen.skip()
      pen.write(article.article.text[span], Style(.claim), to: &grid)
    }
  }
}
