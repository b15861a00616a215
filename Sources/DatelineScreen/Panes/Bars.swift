import DatelineModel

/// Counts over stretches of time as one row of bars.
struct Bars {
  private let pictures: Appearance.Pictures

  /// Makes bars of what the terminal can show.
  init(_ appearance: Appearance) { pictures = appearance.pictures }

  /// The bars of `density` in at most `width` columns; a blank where nothing happened.
  func scalars(_ density: Density, width: Int) -> [Unicode.Scalar] {
    let steps = pictures == .braille ? width * 2 : width
    let counts = Self.spread(density.counts, over: min(steps, density.counts.count * 3))
    let most = counts.max() ?? 1
    guard pictures == .braille else {
      return counts.map { bar(of: $0, most: most, steps: pictures == .ascii ? ascii : blocks) }
    }
    return stride(from: 0, to: counts.count, by: 2).map { index in
      let right = index + 1 < counts.count ? counts[index + 1] : 0
      return dots(left: counts[index], right: right, most: most)
    }
  }

  private let ascii: [Unicode.Scalar] = [".", ":", "-", "=", "+", "*", "#"]
  private let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The counts over so many columns, each at the middle of its stretch, so that few days spread
  /// evenly over many columns.
  private static func spread(_ counts: [Int], over width: Int) -> [Int] {
    var result = Array(repeating: 0, count: max(0, width))
    guard !result.isEmpty else { return result }
    for (index, count) in counts.enumerated() where count > 0 {
      result[(2 * index + 1) * result.count / (2 * counts.count)] += count
    }
    return result
  }

  private func bar(of count: Int, most: Int, steps: [Unicode.Scalar]) -> Unicode.Scalar {
    count == 0 ? " " : steps[Self.height(of: count, most: most, heights: steps.count) - 1]
  }

  private func dots(left: Int, right: Int, most: Int) -> Unicode.Scalar {
    // The dots of a cell from below: 7 3 2 1 on the left, 8 6 5 4 on the right.
    var bits: UInt32 = 0
    let columns: [(Int, [UInt32])] = [(left, [0x40, 4, 2, 1]), (right, [0x80, 0x20, 0x10, 8])]
    for (count, column) in columns where count > 0 {
      for bit in column.prefix(Self.height(of: count, most: most, heights: 4)) { bits |= bit }
    }
    return bits == 0 ? " " : Unicode.Scalar(0x2800 + bits) ?? " "
  }

  /// From 1 for few to `heights` for most. Square roots keep single events visible beside a crowd.
  private static func height(of count: Int, most: Int, heights: Int) -> Int {
    let share = (Double(count) / Double(max(1, most))).squareRoot()
    return 1 + min(heights - 1, Int(share * Double(heights - 1) + 0.5))
  }
}
