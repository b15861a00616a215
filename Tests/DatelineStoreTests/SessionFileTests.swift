import DatelineModel
import DatelineStore
import DatelineText
import TestSupport
import Testing

@Suite struct SessionFileTests {
  /// Places that between them have every field.
  private static var places: [Place] {
    var plain = Place()
    plain.articles.id = ArticleID("a\tb\\c\nd=e.txt")
    (plain.articles.row, plain.articles.top) = (7, 3)
    plain.timeline.id = "e1"
    plain.claims.id = .conflict("c1", "c2")
    plain.scope.text = "ferry OR \"old harbour\"\t= \\"
    plain.scope.days = DayInterval(
      earliest: DayNumber(rawValue: 0), latest: DayNumber(rawValue: 20))
    plain.scope.trait = .singleSource
    var graph = Place()
    (graph.focus, graph.origin, graph.isZoomed) = (.graph, .timeline, true)
    graph.scope.entity = EntityID("GPE:کابل")
    graph.graph.view = .path(EntityID("a"), EntityID("b"))
    graph.graph.threshold = 3
    graph.graph.list.id = .relation(
      RelationID(kind: .negotiatesWith, source: EntityID("a"), target: EntityID("b")))
    graph.claims.id = .claim("c1")
    var map = Place()
    map.graph.view = .map
    map.graph.list.id = .entity(EntityID("GPE:harbour"))
    map.graph.list.row = 2
    var reading = Place()
    reading.focus = .reader
    reading.reader = ReaderPlace(article: ArticleID("news/a.txt"))
    reading.reader?.offset = 120
    reading.reader?.mark = 0
    reading.reader?.highlight = ByteSpan(0, 40)
    reading.reader?.showsFurniture = true
    return [plain, graph, map, reading]
  }

  @Test func `a session is read as it was written`() throws {
    let folder = try TemporaryFolder()
    let file = SessionFile(folder: "/news", stateHome: folder.path)
    #expect(file.read() == nil)
    let session = Session(place: Self.places[3], past: Self.places)
    try file.write(session)
    #expect(file.read() == session)
    try file.write(Session(place: Place(), past: []))
    #expect(file.read() == Session(place: Place(), past: []))
  }

  @Test(arguments: ["", "dateline session 1", "{\"place\":1}", "another\nfocus=1"])
  func `a file that is no session counts as none`(_ text: String) throws {
    let folder = try TemporaryFolder()
    let file = SessionFile(folder: "/news", stateHome: folder.path)
    try file.write(Session(place: Place(), past: []))
    try folder.write(String(file.path.dropFirst(folder.path.count + 1)), text)
    #expect(file.read() == nil)
  }

  @Test func `numbers that make no sense do no harm`() throws {
    let folder = try TemporaryFolder()
    let file = SessionFile(folder: "/news", stateHome: folder.path)
    try file.write(Session(place: Place(), past: []))
    let line =
      "focus=99\tarticles-row=-4\tfrom=99999999999\treader=a\tquote-from=9\tquote-to=3\tmark=x"
    try folder.write(
      String(file.path.dropFirst(folder.path.count + 1)), "dateline session 1\n" + line)
    let place = try #require(file.read()?.place)
    #expect(place.focus == .articles && place.articles.row == 0 && place.scope.isEmpty)
    #expect(place.reader?.highlight == nil)
  }
}
