import DatelineText
import Testing

@testable import dateline_lab

@Suite struct `Numbers that are learnt` {
  @Test func `settle at the mean of what they were`() {
    var generator = SeededGenerator(seed: 1)
    let matrix = Parameter(rows: 1, columns: 2, spread: 0, &generator)
    for (count, values) in [(1, [1, -2]), (2, [3, 2]), (3, [5, 6])] as [(Int, [Float])] {
      for (index, value) in values.enumerated() { matrix.value[index] = value }
      matrix.follow(count)
    }
    #expect(matrix.value[0] == 5)
    matrix.settle()
    #expect(abs(matrix.value[0] - 3) < 1e-6)
    #expect(abs(matrix.value[1] - 2) < 1e-6)
  }
}
