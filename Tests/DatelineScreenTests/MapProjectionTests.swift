import DatelineModel
import TestSupport
import Testing

@testable import DatelineScreen

@Suite struct MapProjectionTests {
  private func place(_ latitude: Int, _ longitude: Int, events: Int = 1) -> MappedPlace {
    MappedPlace(
      entity: EntityID("GPE:\(latitude),\(longitude)"), latitude: latitude, longitude: longitude,
      events: Array(0..<events))
  }

  @Test func `north is up and east is right, to the edges of the field`() {
    let (north, south) = (place(3100, 3000), place(2400, 3600))
    let map = MapProjection([north, south], height: 10, width: 40)
    #expect(map.cell(of: north) == (0, 0))
    #expect(map.cell(of: south) == (9, 39))
    #expect(map.direction(of: north) == nil)
  }

  @Test func `one place stands in the middle`() {
    let only = place(3000, 3100)
    let map = MapProjection([only], height: 9, width: 41)
    #expect(map.cell(of: only) == (4, 20))
  }

  @Test func `a place far away stands at the edge and does not press the others together`() {
    let near = (0..<40).map { place(3000 + $0 * 5, 3100 + $0 * 5) }
    let far = place(3890, -7703)
    let map = MapProjection(near + [far], height: 10, width: 40)
    #expect(map.direction(of: far) == "NW")
    #expect(map.cell(of: far) == (0, 0))
    #expect(map.cell(of: near[0]).row > 5)
    #expect(map.cell(of: near[39]).column - map.cell(of: near[0]).column > 15)
  }

  @Test func `neither axis is stretched beyond recognition`() {
    let (west, east) = (place(3000, 1000), place(3010, 5000))
    let map = MapProjection([west, east], height: 20, width: 40)
    #expect(abs(map.cell(of: west).row - map.cell(of: east).row) <= 1)
  }

  @Test(arguments: 0..<20) func `every place has a cell of the field`(seed: UInt64) {
    var random = TestSupport.SeededGenerator(seed: seed)
    let places = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      place(
        Int.random(in: -9000...9000, using: &random),
        Int.random(in: -18000...18000, using: &random),
        events: Int.random(in: 1...9, using: &random))
    }
    let (height, width) = (
      Int.random(in: 1...30, using: &random), Int.random(in: 1...80, using: &random)
    )
    let map = MapProjection(places, height: height, width: width)
    for place in places {
      let cell = map.cell(of: place)
      #expect((0..<height).contains(cell.row) && (0..<width).contains(cell.column))
    }
  }

  @Test func `lines stand at round degrees, a few cells apart`() {
    let axis = MapProjection.Axis(range: 2180...3180, cells: 40)
    #expect(axis.lines(every: 10) == [2500, 3000])
  }
}
