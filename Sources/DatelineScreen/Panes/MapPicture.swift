import DatelineModel
import DatelineText

extension Screen {
  /// The least width of a pane in which the map stands beside the list of its places.
  private static let leastMapWidth = 48

  /// The places where things happened: each a letter on the map, and its name beside it.
  mutating func drawMap(_ list: Rect) {
    let places = model.listing.places
    guard !places.isEmpty else {
      drawEmpty(list, in: .graph)
      return
    }
    let hasMap = list.width >= Self.leastMapWidth && list.height >= 4
    let legendWidth = hasMap ? min(34, list.width * 2 / 5) : list.width
    // A column is left at each side for the brackets around a place at the edge.
    let field = Rect(
      row: list.row, column: list.column + 7, height: list.height - 1,
      width: list.width - legendWidth - 9)
    let projection = MapProjection(places, height: max(1, field.height), width: max(1, field.width))
    if hasMap {
      drawLines(projection, in: field)
      drawPoints(places, projection, in: field)
    }
    let legend = Rect(
      row: list.row, column: list.column + list.width - legendWidth, height: list.height,
      width: legendWidth)
    drawLegend(places, projection, in: legend)
  }

  /// What stands for a place on the map; nil beyond the letters.
  private static func sign(_ index: Int) -> String? {
    let base: UInt8 = index < 26 ? 0x61 : 0x41
    return index < 52 ? String(Character(Unicode.Scalar(base + UInt8(index % 26)))) : nil
  }

  /// Points where lines of latitude and longitude cross, with their degrees at the edges.
  private mutating func drawLines(_ projection: MapProjection, in field: Rect) {
    let north = projection.latitude.lines(every: 3)
    let east = projection.longitude.lines(every: 10)
    for degree in north {
      let row = field.row + field.height - 1 - projection.latitude.cell(degree)
      let text = Self.degrees(degree, "N", "S")
      grid.write(
        text, row: row, column: field.column - 2 - text.utf8.count, end: field.column,
        style: Style(.dim))
      for line in east {
        let column = field.column + projection.longitude.cell(line)
        grid.put(".", row: row, column: column, end: column + 1, style: Style(.rule))
      }
    }
    for degree in east {
      let column = field.column + projection.longitude.cell(degree)
      let text = Self.degrees(degree, "E", "W")
      let end = field.column + field.width + 1
      guard column + text.utf8.count <= end else { continue }
      grid.write(
        text, row: field.row + field.height, column: column, end: end, style: Style(.dim))
    }
  }

  /// "30N", "12.5W", "0".
  private static func degrees(_ hundredths: Int, _ positive: String, _ negative: String) -> String {
    let size = abs(hundredths)
    let digits = String(size % 100 + 100).dropFirst()
    let part = size % 100 == 0 ? "" : "." + (digits.hasSuffix("0") ? digits.dropLast() : digits)
    return "\(size / 100)\(part)" + (hundredths == 0 ? "" : hundredths > 0 ? positive : negative)
  }

  /// The letters of the places, and their names where there is room; where two would share a cell
  /// the one of fewer events moves aside.
  private mutating func drawPoints(
    _ places: [MappedPlace], _ projection: MapProjection, in field: Rect
  ) {
    var taken: Set<Int> = []
    var points: [(index: Int, row: Int, column: Int)] = []
    for (index, place) in places.enumerated() {
      let here = projection.cell(of: place)
      let free = Self.nearby.lazy.map { (here.row + $0.row, here.column + $0.column) }.first {
        (0..<field.height).contains($0.0) && (0..<field.width).contains($0.1)
          && !taken.contains($0.0 * field.width + $0.1)
      }
      guard let sign = Self.sign(index), let (row, column) = free else { continue }
      taken.insert(row * field.width + column)
      let point = (index: index, row: field.row + row, column: field.column + column)
      grid.write(
        sign, row: point.row, column: point.column, end: point.column + 1,
        style: Style(index == model.place.graph.list.row ? .marker : .place))
      points.append(point)
    }
    for point in points where point.index == model.place.graph.list.row {
      // Brackets say which place is selected where no attribute can.
      drawOnMap("[", row: point.row, column: point.column - 1, in: field, Style(.marker))
      drawOnMap("]", row: point.row, column: point.column + 1, in: field, Style(.marker))
    }
    for point in points {
      let name = model.corpus.name(places[point.index].entity)
      let width = DisplayWidth.of(name)
      guard width <= Self.longestLabel else { continue }
      for column in [point.column + 2, point.column - 1 - width]
      where drawOnMap(name, row: point.row, column: column, in: field, Style(.dim)) { break }
    }
  }

  /// A longer name stands in the list alone.
  private static let longestLabel = 16

  /// Writes where the map is empty, with a blank on either side; returns whether it is.
  @discardableResult
  private mutating func drawOnMap(
    _ text: String, row: Int, column: Int, in field: Rect, _ style: Style
  ) -> Bool {
    let width = DisplayWidth.of(text)
    let edges = (field.column - 1)..<(field.column + field.width + 1)
    guard edges.contains(column), column + width <= edges.upperBound else { return false }
    let margin = width > 1 ? 1 : 0
    let around = ((column - margin)..<(column + width + margin)).clamped(to: edges)
    let isFree = around.allSatisfy { place in
      let cell = grid[row, place]
      let isBeside = place < column || place >= column + width
      return cell.scalar == 0x20 || cell.style.role == .rule
        || isBeside && (cell.scalar == 0x5B || cell.scalar == 0x5D)
    }
    guard isFree else { return false }
    grid.write(text, row: row, column: column, end: column + width, style: style)
    return true
  }

  /// A cell itself and those around it, the nearest first.
  private static let nearby: [(row: Int, column: Int)] = [
    (0, 0), (0, 1), (0, -1), (0, 2), (0, -2), (1, 0), (-1, 0), (1, 1), (-1, -1), (1, -1), (-1, 1),
    (0, 3), (0, -3), (1, 2), (-1, -2), (1, -2), (-1, 2),
  ]

  /// The letter, the name and the number of events of each place, and where those lie that are too
  /// far away for the map.
  private mutating func drawLegend(
    _ places: [MappedPlace], _ projection: MapProjection, in legend: Rect
  ) {
    let top = model.place.graph.list.top
    for index in 0..<legend.height where places.indices.contains(top + index) {
      let place = places[top + index]
      var pen = pen(legend, index)
      drawGutter(
        &pen, pane: .graph, isSelected: top + index == model.place.graph.list.row, isLinked: false)
      pen.write((Self.sign(top + index) ?? ".") + " ", Style(.heading), to: &grid)
      let count = String(place.events.count)
      let direction = projection.direction(of: place).map { " (far \($0))" } ?? ""
      let room = pen.room - count.utf8.count - 1 - direction.utf8.count
      pen.write(model.corpus.name(place.entity), Style(.place), limit: max(0, room), to: &grid)
      pen.write(direction, Style(.dim), to: &grid)
      pen.right(count, Style(.dim), to: &grid)
    }
  }
}
