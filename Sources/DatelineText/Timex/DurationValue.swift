/// The values of durations in TIMEX3.
enum DurationValue {
  /// The value of `amount` units ("P2D", "PT48H", "PXY", "P2.5Y", "PT30M").
  static func text(_ unit: TimeUnit, _ amount: Amount) -> String {
    let prefix = unit.isClock ? "PT" : "P"
    switch amount {
    case .vague: return prefix + "X" + (unit == .fortnight ? "W" : unit.designator)
    case .whole(let count):
      let (base, factor) = unit.scaled
      return prefix + "\(count.multipliedReportingOverflow(by: factor).partialValue)"
        + base.designator
    case .andHalf(let count): return half(unit, count)
    case .decimal(let whole, let fraction):
      return fraction == 5 ? half(unit, whole) : prefix + "\(whole).\(fraction)" + unit.designator
    }
  }

  /// The value of a number and a half, in the next smaller unit where that is exact.
  private static func half(_ unit: TimeUnit, _ count: Int) -> String {
    func joined(_ prefix: String, _ halves: String) -> String {
      let whole = count == 0 ? "" : "\(count)" + unit.designator
      return prefix + whole + halves
    }
    switch unit {
    case .minute: return joined("PT", "30S")
    case .hour: return joined("PT", "30M")
    case .day: return count == 0 ? "PT12H" : "P\(count)DT12H"
    case .year: return joined("P", "6M")
    case .decade: return "P\(count * 10 + 5)Y"
    case .century: return "P\(count * 100 + 50)Y"
    case .second, .week, .fortnight, .weekend, .month, .quarter:
      return "P\(count).5" + unit.designator
    }
  }
}
