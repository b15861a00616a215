import DatelineModel

/// Lays places out on a field of cells, so that north is up and east is right.
///
/// Equirectangular: columns are degrees of longitude, rows degrees of latitude, and both axes fill the
/// field as long as neither is stretched to more than `mostStretch` times the other. A few places far
/// away do not press the others together: they stand at the edge.
struct MapProjection: Hashable, Sendable {
  /// One axis: which degrees, in hundredths, its cells cover.
  struct Axis: Hashable, Sendable {
    /// The first and the last hundredth of a degree.
    let range: ClosedRange<Int>
    /// The number of cells.
    let cells: Int

    /// The cell of a coordinate; that at the edge for one outside.
    func cell(_ value: Int) -> Int {
      let span = max(1, range.upperBound - range.lowerBound)
      let place = ((value - range.lowerBound) * (cells - 1) * 2 + span) / (span * 2)
      return max(0, min(place, cells - 1))
    }
  }

  /// How many times one axis may be stretched against the other.
  private static let mostStretch = 3
  /// The least span that is shown: below it, places are in one town.
  private static let leastSpan = 50

  let latitude: Axis
  let longitude: Axis

  /// Fits `places` into a field of `height` by `width` cells, at least one each.
  init(_ places: [MappedPlace], height: Int, width: Int) {
    let weights = places.map(\.events.count)
    var north = Self.core(Array(zip(places.map(\.latitude), weights)))
    var east = Self.core(Array(zip(places.map(\.longitude), weights)))
    // A cell is twice as high as it is wide.
    let rows = (north.upperBound - north.lowerBound) * width
    let columns = (east.upperBound - east.lowerBound) * height * 2
    if rows > columns * Self.mostStretch {
      east = Self.widened(east, to: rows / (height * 2 * Self.mostStretch))
    } else if columns > rows * Self.mostStretch {
      north = Self.widened(north, to: columns / (width * Self.mostStretch))
    }
    latitude = Axis(range: north, cells: height)
    longitude = Axis(range: east, cells: width)
  }

  /// The row and the column of a place; row 0 is the northernmost.
  func cell(of place: MappedPlace) -> (row: Int, column: Int) {
    (latitude.cells - 1 - latitude.cell(place.latitude), longitude.cell(place.longitude))
  }

  /// In which direction a place lies outside of the map; nil where it is on it.
  func direction(of place: MappedPlace) -> String? {
    let vertical =
      place.latitude > latitude.range.upperBound
      ? "N" : place.latitude < latitude.range.lowerBound ? "S" : ""
    let horizontal =
      place.longitude > longitude.range.upperBound
      ? "E" : place.longitude < longitude.range.lowerBound ? "W" : ""
    return vertical.isEmpty && horizontal.isEmpty ? nil : vertical + horizontal
  }

  /// The span of the coordinates, each as often as things happened there: without the outermost
  /// sixteenth at each end where the rest takes less than a third of all.
  private static func core(_ values: [(value: Int, weight: Int)]) -> ClosedRange<Int> {
    let sorted = values.sorted { $0.value < $1.value }
    guard let first = sorted.first?.value, let last = sorted.last?.value else {
      return 0...leastSpan
    }
    let few = sorted.reduce(0) { $0 + $1.weight } / 16
    let low = border(sorted, after: few)
    let high = max(low, border(sorted.reversed(), after: few))
    let core = max(leastSpan, high - low)
    guard last - first > core * 3 else { return widened(first...last, to: leastSpan) }
    let margin = core / 4
    return widened(max(first, low - margin)...min(last, high + margin), to: leastSpan)
  }

  private static func border(_ values: [(value: Int, weight: Int)], after few: Int) -> Int {
    var rest = few
    for (value, weight) in values {
      rest -= weight
      if rest < 0 { return value }
    }
    return values.last?.value ?? 0
  }

  private static func widened(_ range: ClosedRange<Int>, to span: Int) -> ClosedRange<Int> {
    let missing = max(0, span - (range.upperBound - range.lowerBound))
    return (range.lowerBound - missing / 2)...(range.upperBound + (missing + 1) / 2)
  }
}

extension MapProjection.Axis {
  /// The distances that lines may have, in hundredths of a degree.
  private static let steps = [10, 25, 50, 100, 200, 500, 1000, 2000, 3000, 4500, 9000]

  /// Whole coordinates at which lines are drawn: about one in `distance` cells.
  func lines(every distance: Int) -> [Int] {
    let span = range.upperBound - range.lowerBound
    let least = span * distance / max(1, cells)
    let step = Self.steps.first { $0 >= least } ?? 9000
    let first = Int((Double(range.lowerBound) / Double(step)).rounded(.up)) * step
    return Array(stride(from: first, through: range.upperBound, by: step))
  }
}
