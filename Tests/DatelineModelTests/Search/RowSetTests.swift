import DatelineText
import Testing

@testable import DatelineModel

@Suite struct RowSetTests {
  @Test(arguments: [0, 1, 63, 64, 65, 200]) func `a full set has each row of its table once`(
    count: Int
  ) {
    let full = RowSet(count: count, isFull: true)
    #expect(full.rows == Array(0..<count))
    #expect(full.inverted.isEmpty)
    #expect(RowSet(count: count).inverted == full)
    #expect(!full.contains(count) && !full.contains(-1))
  }

  @Test func `rows that the table lacks are left out`() {
    #expect(RowSet([-1, 3, 70, 71], count: 71).rows == [3, 70])
  }

  @Test(arguments: 0..<20) func `sets join and part as sets do`(seed: Int) {
    let count = 1 + seed * 13
    let left = Set((0..<count).filter { ($0 &* 7 &+ seed) % 3 == 0 })
    let right = Set((0..<count).filter { ($0 &* 5 &+ seed) % 4 < 2 })
    var union = RowSet(left, count: count)
    var intersection = union
    var rest = union
    union.formUnion(RowSet(right, count: count))
    intersection.formIntersection(RowSet(right, count: count))
    rest.subtract(RowSet(right, count: count))
    #expect(union.rows == left.union(right).sorted())
    #expect(intersection.rows == left.intersection(right).sorted())
    #expect(rest.rows == left.subtracting(right).sorted())
  }

  @Test(arguments: 0..<40) func `rows that lie between two are moved together`(seed: Int) {
    let count = 1 + seed * 11
    let rows = (0..<count).filter { ($0 &* 7 &+ seed) % 3 != 0 }
    let (lower, upper) = (seed % 7 * 9 - 5, count - seed % 5 * 13 + 2)
    for distance in [-70, -64, -1, 0, 1, 3, 63, 64, 65, 130] {
      var moved = RowSet([0], count: count + 50)
      moved.insert(RowSet(rows, count: count), from: lower, to: upper, movedBy: distance)
      let expected = rows.filter { $0 >= lower && $0 < upper }.map { $0 + distance }
        .filter { (0..<(count + 50)).contains($0) }
      // What would lie before the first row may be cut off with those beside it.
      guard lower + distance >= 0 else { continue }
      #expect(Set(moved.rows) == Set(expected).union([0]), "by \(distance)")
    }
  }

  @Test(arguments: 0..<20) func `numbers are told apart by a set`(seed: Int) {
    let rows = RowSet((0..<(seed * 31)).lazy.filter { $0 % 3 != seed % 3 }, count: seed * 31)
    let numbers = (0..<700).map { UInt32(($0 * 37 + seed) % 701) } + [.max]
    let kept = numbers.withUnsafeBytes { rows.rows(among: $0) }
    #expect(kept == numbers.filter { rows.contains(Int($0)) })
  }

  @Test(arguments: 0..<20) func `a list of a set shows its rows in order`(seed: Int) {
    let rows = (0..<(seed * 97)).filter { $0 &* 2_654_435_761 % 16 < seed % 17 }
    let list = RowList(RowSet(rows, count: seed * 97))
    #expect(list.count == rows.count)
    #expect(Array(list) == rows)
    #expect(list == RowList(rows))
    #expect(RowList(rows).set(of: seed * 97) == list.set(of: seed * 97))
  }

  @Test func `bits beyond the table are dropped`() {
    var set = RowSet(count: 10)
    let bits: [UInt8] = [0b1000_0001, 0xFF, 0xFF]
    bits.withUnsafeBytes { set.insert(bits: $0) }
    #expect(set.rows == [0, 7, 8, 9])
  }
}

@Suite struct SectionedRowsTests {
  @Test func `a heading stands above the rows of its section`() {
    var rows = SectionedRows()
    rows.append("in conflict", isConflicts: true, [4])
    rows.append("nothing", [])
    rows.append("claims", [7, 9])
    #expect(
      Array(rows) == [
        .heading("in conflict"), .conflict(4), .heading("claims"), .claim(7), .claim(9),
      ]
    )
    #expect(rows.position(of: 9) == 4)
    #expect(rows.position(of: 4, isConflict: true) == 1)
    #expect(rows.position(of: 4) == nil)
    #expect(SectionedRows().isEmpty)
  }
}

@Suite struct DensityTests {
  /// The days that the strip covers, from sorted days, as its description says.
  @Test func `a few events far away do not press the rest together`() throws {
    let near = (0..<24).map { DayInterval(DayNumber(rawValue: 20_000 + $0)) }
    let far = DayInterval(DayNumber(rawValue: 1_000))
    let days = try #require(Density(near + [far]).days)
    #expect(days.lowerBound.rawValue > 19_000)
    #expect(days.upperBound.rawValue == 20_023)
    #expect(Density(near + [far]).earlier == 1)
    let ancient = DayInterval(DayNumber(rawValue: -900_000_000))
    #expect(Density(near + [ancient]).days == days)
  }

  @Test(arguments: 0..<12) func `days that are counted give the strip of days that are listed`(
    seed: Int
  ) {
    let count = EventDays.many + seed
    let bounds = DayNumber(rawValue: 9_000)...DayNumber(rawValue: 9_000 + Int32(seed * 900 + 40))
    var (counted, listed) = (EventDays(count: count, within: bounds), EventDays(count: 0))
    let span = bounds.lowerBound.distance(to: bounds.upperBound)
    for number in 0..<count {
      let place = number &* 2_654_435_761 % (number % 13 == 0 ? span : max(1, span / 9))
      let first = bounds.lowerBound.advanced(by: place)
      let last = min(bounds.upperBound, first.advanced(by: number % 90))
      let interval: DayInterval? =
        switch number % 11 {
        case 0: nil
        case 1: DayInterval(earliest: first, latest: nil)
        default: DayInterval(earliest: first, latest: last)
        }
      counted.note(interval)
      listed.note(interval)
    }
    #expect(counted.density() == listed.density())
    #expect(counted.density().counts.reduce(0, +) > 0)
    let window = first(of: bounds, 30)...first(of: bounds, 39)
    #expect(counted.density(over: window) == listed.density(over: window))
    #expect(counted.undated == listed.undated)
    #expect(counted.ends == listed.ends)
  }

  private func first(of bounds: ClosedRange<DayNumber>, _ days: Int) -> DayNumber {
    bounds.lowerBound.advanced(by: days)
  }

  @Test func `a sum of events counts a few others beside them`() {
    let near = (0..<24).map { DayInterval(DayNumber(rawValue: 20_000 + $0)) }
    func summary(_ intervals: [DayInterval?]) -> TimelineSummary {
      var days = EventDays(count: intervals.count)
      for interval in intervals { days.note(interval) }
      var summary = TimelineSummary()
      summary.undated = days.undated
      summary.ends = days.ends
      summary.density = days.density()
      return summary
    }
    let more: [DayInterval?] = [near[3], nil, DayInterval(DayNumber(rawValue: 20_400))]
    let sum = summary(near).adding(summary(more), of: more)
    #expect(sum.undated == 1)
    #expect(sum.ends == DayNumber(rawValue: 20_000)...DayNumber(rawValue: 20_400))
    #expect(sum.density.days == summary(near).density.days)
    #expect(sum.density.counts.reduce(0, +) == 25)
    #expect(sum.density.later == 1)
    #expect(TimelineSummary().adding(summary(near), of: near) == summary(near))
  }
}
