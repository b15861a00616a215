/// Names that were mistyped.
enum Spelling {
  /// The one of `names` that `word` is nearest to; nil where it is not near to any.
  static func nearest(to word: String, among names: [String]) -> String? {
    let word = Array(word.utf8)
    let near = names.map { ($0, distance(word, Array($0.utf8))) }
      .filter { name, distance in distance <= max(1, name.utf8.count / 4) }
    return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// How many bytes must be put in, left out, put in place of another, or swapped with the next to
  /// make one word of another (optimal string alignment). Cost: the product of both lengths.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    guard abs(left.count - right.count) <= right.count else { return .max }
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var line = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1], line[column]) + 1
        cost = min(cost, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], other == left[row - 1] {
          cost = min(cost, before[column - 1] + 1)
        }
        line.append(cost)
      }
      (before, last) = (last, line)
    }
    return last[right.count]
  }
}
