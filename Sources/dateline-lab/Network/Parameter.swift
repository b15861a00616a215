import DatelineText

/// A matrix that is learnt, with the gradient of its numbers and the state of Adam.
///
/// The memory is never given back: a program trains few matrices and needs them to its end.
struct Parameter {
  /// The number of rows and of columns.
  let rows, columns: Int
  /// The numbers, row by row.
  let value: UnsafeMutablePointer<Float>
  /// The gradient of the loss by each number.
  let gradient: UnsafeMutablePointer<Float>
  private let mean: UnsafeMutablePointer<Float>
  private let square: UnsafeMutablePointer<Float>
  /// What each number was in the mean where that was asked for.
  private let trail: UnsafeMutablePointer<Float>

  /// A matrix of random numbers between plus and minus `spread`.
  init(rows: Int, columns: Int, spread: Float, _ generator: inout SeededGenerator) {
    (self.rows, self.columns) = (rows, columns)
    let count = rows * columns
    func zeros() -> UnsafeMutablePointer<Float> {
      let start = UnsafeMutablePointer<Float>.allocate(capacity: count)
      start.initialize(repeating: 0, count: count)
      return start
    }
    (value, gradient, mean, square, trail) = (zeros(), zeros(), zeros(), zeros(), zeros())
    guard spread > 0 else { return }
    for index in 0..<count { value[index] = Float.random(in: -spread...spread, using: &generator) }
  }

  /// The number of numbers.
  var count: Int { rows * columns }
  /// The numbers as a matrix.
  var view: MatrixView { MatrixView(start: value, row: columns) }
  /// The numbers of one row.
  func row(_ index: Int) -> UnsafeMutablePointer<Float> { value + index * columns }

  /// Changes the numbers of the rows in `range` by their gradient, which is forgotten (Kingma and
  /// Ba 2015). `step` counts from 1.
  func learn(_ range: Range<Int>, rate: Float, step: Int) {
    let (fade, squareFade): (Float, Float) = (0.9, 0.98)
    let correction = Self.correction(squareFade, step).squareRoot() / Self.correction(fade, step)
    for index in (range.lowerBound * columns)..<(range.upperBound * columns) {
      let slope = gradient[index]
      gradient[index] = 0
      mean[index] += (1 - fade) * (slope - mean[index])
      square[index] += (1 - squareFade) * (slope * slope - square[index])
      value[index] -= rate * correction * mean[index] / (square[index].squareRoot() + 1e-8)
    }
  }

  /// Takes the numbers as they are into their mean, as its part number `count`, from 1.
  func follow(_ count: Int) {
    let share = 1 / Float(count)
    for index in 0..<self.count { trail[index] += share * (value[index] - trail[index]) }
  }

  /// Exchanges the numbers for their mean.
  func settle() { value.update(from: trail, count: count) }

  /// What makes up for a mean that began with zero: one minus `fade` to the power of `step`.
  private static func correction(_ fade: Float, _ step: Int) -> Float {
    var (power, base, rest): (Float, Float, Int) = (1, fade, min(step, 1 << 14))
    while rest > 0 {
      if rest & 1 == 1 { power *= base }
      base *= base
      rest >>= 1
    }
    return 1 - power
  }
}
