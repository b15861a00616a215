extension WeightTable {
  /// Quantises `rows` and lays them out.
  ///
  /// - Parameters:
  ///   - labels: the number of labels, at most 256.
  ///   - rows: the weights; each feature once.
  ///   - pruning: weights whose amount is below this part of the largest weight are dropped, and
  ///     with them features that keep none. 0.01 typically halves a table at no loss.
  ///
  /// A feature whose line is full is dropped, too, the weakest first: about one in a hundred where
  /// most have few labels.
  public init(labels: Int, rows: [Row], pruning: Float) {
    precondition(labels <= 256, "a label fits a byte")
    let largest = rows.reduce(Float(0)) { $1.weights.reduce($0) { max($0, abs($1)) } }
    let scale = largest > 0 ? largest / 127 : 1
    let floor = pruning * largest
    var packer = WeightPacker(labels: labels)
    for row in rows {
      packer.add(
        row.feature,
        row.weights.map { abs($0) < floor ? 0 : Int8(max(-127, min(127, ($0 / scale).rounded()))) })
    }
    guard let table = WeightTable(stored: packer.packed(scale: scale)) else {
      preconditionFailure("a packed table can be read")
    }
    self = table
  }
}

/// Lays out a weight table.
private struct WeightPacker {
  /// A feature, what goes to its places, and how strong it is.
  private struct Entry {
    let feature: UInt64
    let places: [[UInt8]]
    let strength: Int
  }

  private let labels: Int
  private let isRows: Bool
  private var entries: [Entry] = []

  init(labels: Int) {
    self.labels = labels
    isRows = labels <= 3
  }

  /// The number of places of a line, of which three quarters are to be filled.
  private var capacity: Int { isRows ? 12 : 8 }

  mutating func add(_ feature: UInt64, _ quanta: [Int8]) {
    let strength = quanta.reduce(0) { max($0, abs(Int($1))) }
    guard strength > 0 else { return }
    let places = isRows ? [quanta.map { UInt8(bitPattern: $0) }] : Self.pairs(quanta)
    entries.append(
      Entry(feature: feature, places: Array(places.prefix(capacity)), strength: strength))
  }

  /// The labels with their weights, strongest first, three to a place.
  private static func pairs(_ quanta: [Int8]) -> [[UInt8]] {
    let ranked = quanta.indices.filter { quanta[$0] != 0 }.sorted {
      (abs(Int(quanta[$1])), $0) < (abs(Int(quanta[$0])), $1)
    }
    return stride(from: 0, to: ranked.count, by: 3).map { start in
      ranked[start..<min(start + 3, ranked.count)].flatMap {
        [UInt8($0), UInt8(bitPattern: quanta[$0])]
      }
    }
  }

  /// The whole file.
  func packed(scale: Float) -> [UInt8] {
    let wanted = entries.reduce(0) { $0 + $1.places.count }
    let count = wanted * 4 / (capacity * 3) + 1
    var lines = [UInt8](repeating: 0, count: WeightTable.lineSize * count)
    var filled = [Int](repeating: 0, count: count)
    for entry in entries.sorted(by: { ($1.strength, $0.feature) < ($0.strength, $1.feature) }) {
      let line = Int(WeightTable.line(of: entry.feature, among: UInt64(count)))
      for place in entry.places where filled[line] < capacity {
        write(entry.feature, place, to: &lines, line * WeightTable.lineSize, filled[line])
        filled[line] += 1
      }
    }
    return header(scale: scale, lines: count) + lines
  }

  private func write(
    _ feature: UInt64, _ values: [UInt8], to lines: inout [UInt8], _ line: Int, _ place: Int
  ) {
    let check = WeightTable.check(feature)
    lines[line + 2 * place] = UInt8(check & 0xFF)
    lines[line + 2 * place + 1] = UInt8(check >> 8)
    let first = line + 2 * capacity + (isRows ? 3 : 6) * place
    for (offset, value) in values.enumerated() { lines[first + offset] = value }
  }

  private func header(scale: Float, lines: Int) -> [UInt8] {
    var header = WeightTable.magic
    header += [UInt8(labels & 0xFF), UInt8(labels >> 8), isRows ? 1 : 0, WeightTable.version]
    for word in [scale.bitPattern, UInt32(lines)] {
      header += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) }
    }
    return header + [UInt8](repeating: 0, count: WeightTable.lineSize - header.count)
  }
}
