import DatelineModel
import DatelineText

extension Screen {
  mutating func drawClaims(_ rect: Rect) {
    let rows = model.listing.claims
    let (claims, pairs) = (model.listing.claimCount, model.listing.conflictCount)
    drawTitle(
      .claims, rect, detail: "", count: "\(claims) claims" + (pairs > 0 ? ", \(pairs) clash" : ""))
    guard let list = layout.list(of: .claims) else { return }
    let top = model.place.claims.top
    for index in 0..<list.height where rows.indices.contains(top + index) {
      drawClaimRow(rows[top + index], row: top + index, at: index, in: list)
    }
    if rows.isEmpty { drawEmpty(list, in: .claims) }
    if let extra = layout.extra(of: .claims) { drawClaimDetail(extra) }
  }

  private mutating func drawClaimRow(_ claimRow: ClaimRow, row: Int, at line: Int, in list: Rect) {
    var pen = pen(list, line)
    switch claimRow {
    case .heading(let text):
      pen.skip(2)
      pen.write(text, Style(.heading), to: &grid)
    case .claim(let index):
      let claim = model.corpus.facts.claims[index]
      drawGutter(
        &pen, pane: .claims, isSelected: row == model.place.claims.row, isLinked: false,
        isChosen: model.selected.contains(.claim(claim.id)))
      let clash = model.lookup.conflicts(of: claim.id).isEmpty ? " " : "!"
      pen.write(clash + " ", Style(.conflict), to: &grid)
      pen.field(model.corpus.speaker(of: claim), width: list.width / 4, Style(.person), to: &grid)
      pen.skip()
      let kind = model.corpus.kind(ofClaimAt: index)
      if kind == .denial || kind == .nonConfirmation {
        pen.write(kind == .denial ? "denied: " : "not confirmed: ", Style(.denied), to: &grid)
      }
      pen.write(model.quote(claim.provenance), Style(.claim), to: &grid)
    case .conflict(let index):
      let conflict = model.corpus.facts.conflicts[index]
      drawGutter(
        &pen, pane: .claims, isSelected: row == model.place.claims.row, isLinked: false)
      pen.write("! ", Style(.conflict), to: &grid)
      pen.write(conflict.topic, to: &grid)
      let sides = [
        model.voice(of: conflict.first, at: conflict.firstPlace),
        model.voice(of: conflict.second, at: conflict.secondPlace),
      ]
      if !sides.allSatisfy({ conflict.topic.contains($0) }) {
        pen.write(": " + sides.joined(separator: " / "), Style(.person), to: &grid)
      }
    }
  }

  private func claim(_ id: String) -> CorpusClaim? {
    model.lookup.claim(id).map { model.corpus.facts.claims[$0] }
  }

  /// The selected claim in full, or two that clash side by side.
  private mutating func drawClaimDetail(_ rect: Rect) {
    grid.fill(
      row: rect.row, from: rect.column, to: rect.column + rect.width,
      with: appearance.horizontalRule, style: Style(.rule))
    let rect = rect.dropping(top: 1)
    let row = model.settledRow(of: .claims)
    guard model.listing.claims.indices.contains(row) else { return }
    switch model.listing.claims[row] {
    case .heading: break
    case .claim(let index):
      let claim = model.corpus.facts.claims[index]
      drawSide(claim.id, at: claim.provenance, in: rect)
    case .conflict(let index): drawConflict(model.corpus.facts.conflicts[index], in: rect)
    }
  }

  private mutating func drawConflict(_ conflict: Conflict, in rect: Rect) {
    var pen = pen(rect, 0)
    pen.skip()
    pen.write("\(conflict.level.rawValue): \(conflict.reason)", Style(.conflict), to: &grid)
    let half = (rect.width - 1) / 2
    let body = rect.dropping(top: 1)
    for row in body.row..<(body.row + body.height) {
      grid.put(
        appearance.verticalRule, row: row, column: body.column + half,
        end: body.column + half + 1, style: Style(.rule))
    }
    drawSide(
      conflict.first, at: conflict.firstPlace,
      in: Rect(row: body.row, column: body.column, height: body.height, width: half))
    drawSide(
      conflict.second, at: conflict.secondPlace,
      in: Rect(
        row: body.row, column: body.column + half + 1, height: body.height,
        width: rect.width - half - 1))
  }

  /// Who says it, where, and the words, wrapped.
  private mutating func drawSide(_ side: String, at place: Provenance, in rect: Rect) {
    guard rect.height > 0, rect.width > 4, let article = model.corpus.article(place.article) else {
      return
    }
    var head = pen(rect, 0)
    head.skip()
    head.write(model.lead(of: side, at: place), Style(.person), to: &grid)
    if let claim = claim(side), article.claims.indices.contains(claim.claim) {
      let source = article.claims[claim.claim]
      head.write("  \(source.kind.rawValue), \(source.form.rawValue)", Style(.cue), to: &grid)
    }
    if rect.height > 2 {
      var line = pen(rect, 1)
      line.skip()
      let date = DateText.text(article.date.interval)
      line.write(
        "\(date == "?" ? "undated" : date)  \(model.title(of: place.article))", Style(.dim),
        to: &grid)
    }
    let first = rect.height > 2 ? 2 : 1
    let lines = TextFlow.wrap(article.article.text.bytes, in: place.span, width: rect.width - 2)
    for (index, span) in lines.prefix(max(0, rect.height - first)).enumerated() {
      var pen = pen(rect, first + index)
      pen.skip()
      pen.write(article.article.text[span], Style(.claim), to: &grid)
    }
  }
}
