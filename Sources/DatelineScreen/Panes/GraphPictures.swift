import DatelineModel
import DatelineText

extension Screen {
  /// Who with whom: a digit per cell, the binary logarithm of the shared supports.
  mutating func drawMatrix(_ list: Rect) {
    let nodes = model.listing.neighbours.nodes
    let shown = min(nodes.count, 20, max(0, list.height - 1), max(0, (list.width - 20) / 2))
    guard shown > 1 else {
      drawEmpty(list, in: .graph)
      return
    }
    let nameWidth = min(28, list.width - 6 - shown * 2)
    var head = pen(list, 0)
    head.skip(nameWidth + 5)
    for seat in 0..<shown {
      head.write(Self.letter(seat) + " ", Style(.heading), to: &grid)
    }
    for seat in 0..<shown {
      var pen = pen(list, seat + 1)
      drawGutter(
        &pen, pane: .graph, isSelected: seat == model.place.graph.list.row, isLinked: false)
      pen.field(
        model.corpus.name(nodes[seat]), width: nameWidth, nameStyle(nodes[seat]), to: &grid)
      pen.write(" " + Self.letter(seat) + " ", Style(.heading), to: &grid)
      for other in 0..<shown {
        let weight = model.listing.neighbours.weights[seat][other]
        let text = seat == other ? "-" : weight == 0 ? "." : String(min(9, Self.logarithm(weight)))
        pen.write(text + " ", Style(weight == 0 ? .dim : .strip), to: &grid)
      }
    }
  }

  private static func letter(_ seat: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(0x61 + seat % 26))))
  }

  /// 1 for one, 2 for two and three, 3 for four to seven …
  private static func logarithm(_ weight: Int) -> Int {
    Int.bitWidth - weight.leadingZeroBitCount
  }

  private func nameStyle(_ id: EntityID) -> Style {
    model.corpus.type(of: id).map { Style(Role($0)) } ?? .plain
  }

  /// The entity in the middle, its nearest neighbours at fixed places around it.
  mutating func drawRing(_ list: Rect) {
    let nodes = model.listing.neighbours.nodes
    guard let ego = nodes.first, list.height >= 5, list.width >= 40 else {
      drawEmpty(list, in: .graph)
      return
    }
    let seats = model.ringSeats(height: list.height, width: list.width)
    let middle = list.height / 2
    let name = "[ \(model.corpus.name(ego)) ]"
    let width = min(DisplayWidth.of(name), list.width / 3)
    let left = list.column + (list.width - width) / 2
    var center = pen(list, middle)
    center.skip(left - list.column)
    center.write(name, nameStyle(ego), limit: width, to: &grid)
    let leftSeats = (seats + 1) / 2
    for seat in 0..<seats {
      let isLeft = seat < leftSeats
      let number = isLeft ? seat : seat - leftSeats
      let count = isLeft ? leftSeats : seats - leftSeats
      let row = count == 1 ? middle : number * (list.height - 1) / max(1, count - 1)
      drawSeat(
        nodes[seat + 1], seat: seat + 1, row: row, isLeft: isLeft, list: list,
        center: left..<(left + width))
    }
    drawSpine(list, center: left..<(left + width), seats: seats, leftSeats: leftSeats)
    if model.place.graph.list.row == 0, model.place.focus == .graph {
      grid.cursor = (list.row + middle, left)
    }
  }

  private mutating func drawSeat(
    _ id: EntityID, seat: Int, row: Int, isLeft: Bool, list: Rect, center: Range<Int>
  ) {
    let isSelected = model.place.graph.list.row == seat && model.place.focus == .graph
    let name = (isSelected ? ">" : " ") + model.corpus.name(id)
    let nameWidth = min(DisplayWidth.of(name), list.width / 4)
    let spine = isLeft ? center.lowerBound - 4 : center.upperBound + 3
    var pen = pen(list, row)
    // Names stand at the outer edges, so that the lines between have room for their labels.
    if !isLeft { pen.skip(list.width - nameWidth) }
    let start = pen.column
    if isSelected { grid.cursor = (pen.row, start) }
    pen.write(name, nameStyle(id), limit: nameWidth, to: &grid)
    let line =
      isLeft
      ? (pen.column + 1)..<max(pen.column + 1, spine) : (spine + 1)..<max(spine + 1, start - 1)
    drawSpoke(
      to: id, by: model.listing.neighbours.strongest[seat],
      in: Rect(row: pen.row, column: line.lowerBound, height: 1, width: line.count),
      isLeft: isLeft)
  }

  /// The line to a neighbour: what relates the two, in which direction, and whether that is only
  /// said.
  private mutating func drawSpoke(
    to id: EntityID, by row: Int?, in line: Rect, isLeft: Bool
  ) {
    let ends = line.column..<(line.column + line.width)
    grid.fill(
      row: line.row, from: ends.lowerBound, to: ends.upperBound, with: appearance.horizontalRule,
      style: Style(.rule))
    guard line.width > 4, let row else { return }
    let relation = model.corpus.facts.relations[row]
    let isOutward = relation.target == id
    if relation.kind.isSymmetric || isOutward == isLeft {
      grid.write(
        "<", row: line.row, column: ends.lowerBound, end: ends.upperBound, style: Style(.event))
    }
    if relation.kind.isSymmetric || isOutward != isLeft {
      grid.write(
        ">", row: line.row, column: ends.upperBound - 1, end: ends.upperBound, style: Style(.event))
    }
    let status = FactStatusWord(relation.status)
    let words = (status.word.isEmpty ? "" : status.word + ": ") + relation.kind.rawValue
    let width = min(DisplayWidth.of(words) + 2, line.width - 2)
    guard width >= 6 else { return }
    var pen = pen(line, 0)
    pen.skip((line.width - width) / 2)
    pen.write(" ", to: &grid)
    pen.write(
      words, status.word.isEmpty ? Style(.event) : status.style, limit: width - 2, to: &grid)
    pen.write(" ", to: &grid)
  }

  /// The upright lines that join the seats on each side to the middle.
  private mutating func drawSpine(_ list: Rect, center: Range<Int>, seats: Int, leftSeats: Int) {
    let middle = list.row + list.height / 2
    for (column, count, inner) in [
      (center.lowerBound - 4, leftSeats, (center.lowerBound - 3)..<(center.lowerBound - 1)),
      (center.upperBound + 3, seats - leftSeats, (center.upperBound + 1)..<(center.upperBound + 3)),
    ] where count > 0 {
      let rows = count > 1 ? list.row..<(list.row + list.height) : middle..<(middle + 1)
      let mark = count > 1 ? appearance.verticalRule : appearance.horizontalRule
      for row in rows {
        grid.put(mark, row: row, column: column, end: column + 1, style: Style(.rule))
      }
      grid.fill(
        row: middle, from: inner.lowerBound, to: inner.upperBound,
        with: appearance.horizontalRule, style: Style(.rule))
    }
  }
}

extension Model {
  /// How many neighbours a ring of this size shows.
  func ringSeats(height: Int, width: Int) -> Int {
    let most = min(width >= 100 ? 12 : 8, (height - 1) * 2)
    return max(0, min(listing.neighbours.nodes.count - 1, most))
  }
}
