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
}
