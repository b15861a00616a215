extension Timex3 {
  /// The number of whole days, weeks, months or years that the value of a duration names, with its
  /// unit ("P2D" is two days); nil for clock units, vague and mixed values.
  var wholeDuration: (count: Int, unit: Character)? {
    guard kind == .duration, value.first == "P", let unit = value.last, "DWMY".contains(unit),
      let count = Int(value.dropFirst().dropLast()), (1...500).contains(count)
    else { return nil }
    return (count, unit)
  }
}

extension DayNumber {
  /// The day that lies `count` units (days, weeks, months or years: D, W, M, Y) before.
  func before(_ count: Int, _ unit: Character) -> DayNumber {
    let (year, month, day) = date
    switch unit {
    case "W": return advanced(by: -7 * count)
    case "M":
      let months = year * 12 + month - 1 - count
      return DayNumber(year: months / 12, month: months % 12 + 1, day: min(day, 28))
    case "Y": return DayNumber(year: year - count, month: month, day: min(day, 28))
    default: return advanced(by: -count)
    }
  }
}

extension [Timex3] {
  /// The index of the first expression that ends after `offset`; their count where there is none.
  /// Cost: a binary search.
  func firstIndex(endingAfter offset: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].span.upper <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
