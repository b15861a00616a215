import DatelineModel
import TestSupport
import Testing

/// The map shows where the listed events happened, and leads on from there.
@Suite struct MapTests {
  private let harbour = EntityID("GPE:harbour")

  private func map(_ keys: String = "") -> BrowserDriver {
    var driver = BrowserDriver()
    driver.pressAndRest("3 L " + keys)
    return driver
  }

  @Test func `places come by their events, the most first`() {
    let places = map().model.listing.places
    #expect(places.map(\.entity).first == harbour)
    #expect(places.map(\.events.count) == [6, 1, 1])
  }

  @Test func `a filter leaves the places of the events that pass`() {
    let driver = map("/ warning Enter")
    #expect(Set(driver.model.listing.places.map(\.entity.key)) == ["GPE:harbour", "GPE:کابل"])
    #expect(driver.model.listing.places.allSatisfy { $0.events.count == 1 })
  }

  @Test func `the cursor stays on its place while a filter comes and goes`() throws {
    var driver = map("j")
    let place = try #require(driver.model.selectedPlace?.entity)
    #expect(place != harbour)
    driver.pressAndRest("/ warning Enter")
    #expect(driver.model.selectedPlace?.entity == place)
    driver.pressAndRest("[")
    #expect(driver.model.selectedPlace?.entity == place)
  }

  @Test func `the threshold hides places of few events`() {
    #expect(map("+").model.listing.places.map(\.entity) == [harbour])
  }

  @Test func `Enter puts the place in the middle of the relations`() {
    let driver = map("Enter")
    #expect(driver.model.listing.ego == harbour)
    #expect(driver.model.place.graph.view == .list)
    var back = driver
    back.pressAndRest("[")
    #expect(back.model.place.graph.view == .map)
    #expect(back.model.listing.places.count == 3)
  }

  @Test func `Space narrows to the place and o opens what happened there`() throws {
    #expect(map("Space").model.place.scope.entity == harbour)
    let reader = try #require(map("j o").model.place.reader)
    #expect(reader.highlight != nil)
  }

  @Test func `the events of the place under the cursor are linked`() {
    let driver = map("j")
    let place = driver.model.selectedPlace
    #expect(place != nil && driver.model.linked.events == Set(place?.events ?? []))
  }

  @Test func `without places the map says so and no key does harm`() {
    var driver = map("/ zzz Enter")
    #expect(driver.model.listing.places.isEmpty)
    driver.pressAndRest("j Enter o Space a b + -")
    #expect(driver.model.selectedPlace == nil)
  }
}
