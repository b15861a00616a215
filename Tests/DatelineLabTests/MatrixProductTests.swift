import DatelineText
import Testing

@testable import dateline_lab

@Suite struct `Products of matrices` {
  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
  }

  @Test(arguments: [
    (1, 1, 8), (5, 3, 8), (6, 7, 16), (7, 64, 24), (13, 96, 48), (4, 2050, 16), (12, 2050, 24),
  ])
  func `are summed in the order of the inner index, whatever their size`(
    rows: Int, inner: Int, columns: Int
  ) {
    let left = numbers(rows * inner, seed: 1)
    let right = numbers(inner * columns, seed: 2)
    let before = numbers(rows * columns, seed: 3)
    for isTransposed in [false, true] {
      var expected = before
      for row in 0..<rows {
        for column in 0..<columns {
          var sum: Float = 0
          for index in 0..<inner {
            let factor = isTransposed ? left[index * rows + row] : left[row * inner + index]
            sum += factor * right[index * columns + column]
          }
          expected[row * columns + column] += sum
        }
      }
      var found = before
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          found.withUnsafeMutableBufferPointer { found in
            guard let left = left.baseAddress, let right = right.baseAddress,
              let result = found.baseAddress
            else { return }
            addProduct(
              isTransposed
                ? MatrixView(start: left, row: rows).transposed
                : MatrixView(start: left, row: inner),
              MatrixView(start: right, row: columns), to: result, rows: rows, inner: inner,
              columns: columns)
          }
        }
      }
      #expect(found == expected)
    }
  }
}
