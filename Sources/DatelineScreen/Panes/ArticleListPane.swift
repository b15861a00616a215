import DatelineModel
import DatelineText

extension Screen {
  mutating func drawArticles(_ rect: Rect) {
    let shown = model.listing.articles.count
    let total = model.corpus.count
    let row = min(model.settledRow(of: .articles) + 1, shown + model.failureCount)
    drawTitle(
      .articles, rect, detail: model.order.title,
      count: shown == total ? "\(row)/\(total)" : "\(row)/\(shown) of \(total)")
    guard let list = layout.list(of: .articles) else { return }
    let top = model.place.articles.top
    for index in 0..<list.height {
      if model.listing.articles.indices.contains(top + index) {
        let article = model.corpus.head(at: model.listing.articles[top + index])
        drawArticle(article, row: top + index, at: index, in: list)
      } else if let id = model.article(atRow: top + index) {
        drawFailure(id, row: top + index, at: index, in: list)
      }
    }
    if shown + model.failureCount == 0 { drawEmpty(list, in: .articles) }
  }

  /// What an empty list says.
  mutating func drawEmpty(_ list: Rect, in pane: Pane) {
    guard list.height > 0 else { return }
    var pen = pen(list, 0)
    pen.skip(2)
    let text =
      !model.place.scope.isEmpty
      ? "nothing passes the filter" : model.progress == nil ? "nothing here" : "reading …"
    pen.write(text, Style(.dim), to: &grid)
    if pane == model.place.focus { grid.cursor = (list.row, list.column) }
  }

  /// The pen after the signs before an article.
  private mutating func gutter(_ id: ArticleID, row: Int, at index: Int, in list: Rect) -> Pen {
    var pen = pen(list, index)
    drawGutter(
      &pen, pane: .articles, isSelected: row == model.place.articles.row, isLinked: isLinked(id),
      isChosen: model.selected.contains(.article(id)))
    return pen
  }

  private func isLinked(_ id: ArticleID) -> Bool {
    model.linked.source != .articles && model.linked.articles.contains(id)
  }

  private mutating func drawFailure(_ id: ArticleID, row: Int, at index: Int, in list: Rect) {
    var pen = gutter(id, row: row, at: index, in: list)
    pen.write("! ", Style(.error), to: &grid)
    pen.write("\(id): cannot be read", Style(.error), to: &grid)
  }

  private mutating func drawArticle(
    _ article: ArticleHead, row: Int, at index: Int, in list: Rect
  ) {
    let id = article.id
    var pen = gutter(id, row: row, at: index, in: list)
    let isColored = isColored(in: .articles, isLinked: isLinked(id))
    let isWide = list.width >= 48
    let hasYears = model.listing.spansYears
    let isInferred = article.date.basis == .inferred || article.date.basis == .corpus
    let date =
      isWide
      ? DateText.dated(article.date.interval, isInferred: isInferred)
      : hasYears
        ? DateText.compact(article.date.interval, isInferred: isInferred)
        : DateText.short(article.date.interval, isInferred: isInferred)
    pen.field(
      date, width: isWide ? 12 : hasYears ? 9 : 7,
      Style(isInferred ? .uncertain : .day).colored(isColored), to: &grid)
    pen.skip()
    drawSigns(of: .article(id), &pen)
    if model.corpus.new.contains(id) {
      pen.write("*", Style(.marker), to: &grid)
      pen.skip()
    }
    if !article.isAnalyzed {
      pen.write("[\(article.language ?? "?")]", Style(.uncertain).colored(isColored), to: &grid)
      pen.skip()
    }
    let source = isWide ? article.source ?? "" : ""
    let room = pen.room - (source.isEmpty ? 0 : min(18, DisplayWidth.of(source)) + 1)
    pen.write(article.heading, limit: room, to: &grid)
    if !source.isEmpty {
      var right = pen
      right.skip(pen.room - min(18, DisplayWidth.of(source)))
      right.write(source, Style(.dim), to: &grid)
    }
  }
}
