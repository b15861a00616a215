import DatelineModel
import DatelineText
import TestSupport
import Testing

/// Scripts of keys against the model of the sample corpus.
@Suite struct BrowsingTests {
  @Test func `the newest article is on top and files that cannot be read come last`() {
    let driver = BrowserDriver()
    #expect(
      driver.articles == [
        "b-talks.txt", "a-strike.txt", "e-hostile.txt", "d-wide.txt", "c-denial.txt",
      ])
    #expect(driver.model.article(atRow: 5) == ArticleID("photo.jpg"))
    #expect(driver.model.place.focus == .articles)
  }

  @Test func `opening an article and leaving it comes back to the same row`() {
    var driver = BrowserDriver()
    driver.press("j Enter")
    #expect(driver.model.place.focus == .reader)
    #expect(driver.model.reading?.article.article.id == ArticleID("a-strike.txt"))
    driver.press("h")
    #expect(driver.model.place.focus == .articles)
    #expect(driver.model.place.articles.id == ArticleID("a-strike.txt"))
  }

  @Test func `one key opens the exact sentence of a timeline row`() {
    var driver = BrowserDriver()
    driver.press("2 < j j Enter")
    let sentence = driver.model.corpus.article(ArticleID("b-talks.txt"))?.sentences[0].span
    #expect(driver.model.place.reader?.highlight == sentence)
    #expect(driver.model.place.reader?.article == ArticleID("b-talks.txt"))
  }

  @Test func `one key opens the exact sentence of a graph edge`() throws {
    var driver = BrowserDriver()
    driver.press("3 o")
    let highlight = try #require(driver.model.place.reader?.highlight)
    let article = try #require(driver.model.reading?.article)
    #expect(article.sentences.contains { $0.span == highlight })
  }

  @Test func `a filter acts with each letter and Escape takes it back`() {
    var driver = BrowserDriver()
    driver.press("/ den")
    #expect(driver.articles == ["c-denial.txt"])
    #expect(driver.model.place.scope.text == "den")
    driver.press("Esc")
    #expect(driver.articles.count == 5)
    #expect(driver.model.place.scope.isEmpty)
  }

  @Test func `a filter survives opening and going back, and one key clears it`() {
    var driver = BrowserDriver()
    driver.press("/ lind Enter Enter [")
    #expect(driver.model.place.scope.text == "lind")
    #expect(driver.articles == ["b-talks.txt"])
    driver.press("c")
    #expect(driver.articles.count == 5)
    driver.press("[")
    #expect(driver.model.place.scope.text == "lind")
  }

  @Test func `back and forward restore pane, filter and rows`() {
    var driver = BrowserDriver()
    driver.press("j 2 j j")
    let there = driver.model.place
    driver.press("3 j [")
    #expect(driver.model.place == there)
    driver.press("[")
    #expect(driver.model.place.focus == .articles)
    driver.press("]")
    #expect(driver.model.place == there)
  }

  @Test func `a new step cuts the way forward`() {
    var driver = BrowserDriver()
    driver.press("2 3 [ 4")
    #expect(driver.model.future.isEmpty)
  }

  @Test func `three letters narrow to an entity and put it in the middle`() {
    var driver = BrowserDriver()
    driver.press("g doc Enter")
    #expect(driver.model.place.scope.entity == EntityID("ORG:dock union"))
    #expect(driver.model.listing.ego == EntityID("ORG:dock union"))
    #expect(driver.model.place.focus == .graph)
    #expect(driver.articles == ["b-talks.txt", "a-strike.txt", "c-denial.txt"])
  }

  @Test func `a range of days without a year finds its year in the corpus`() {
    var driver = BrowserDriver()
    driver.press("d 3-5may Enter")
    #expect(driver.model.place.focus == .timeline)
    #expect(driver.events == ["event-1", "event-2"])
  }

  @Test(arguments: [("fut", ["event-3"]), ("den", ["event-4"]), ("protest", ["event-1"])])
  func `the beginning of a word narrows the timeline to a type`(word: String, events: [String]) {
    var driver = BrowserDriver()
    driver.press("2 t \(word) Enter")
    #expect(driver.events == events)
  }

  @Test func `the selection marks and moves what belongs to it in the other panes`() {
    var driver = BrowserDriver()
    driver.pressAndRest("2 G")
    #expect(driver.model.linked.articles == [ArticleID("c-denial.txt")])
    #expect(driver.model.place.articles.id == ArticleID("c-denial.txt"))
  }

  @Test func `the linked panes wait until the input rests`() {
    var driver = BrowserDriver()
    let before = driver.model.linked
    driver.press("j")
    #expect(driver.model.linked == before)
    #expect(driver.model.isUnsettled)
    driver.send(.settle)
    #expect(driver.model.linked.articles == [ArticleID("a-strike.txt")])
  }

  @Test func `Space narrows all panes to the row, and Space again widens them`() {
    var driver = BrowserDriver()
    driver.press("Space")
    #expect(driver.articles == ["b-talks.txt"])
    #expect(driver.events == ["event-2", "event-3"])
    driver.press("Space")
    #expect(driver.articles.count == 5)
  }

  @Test func `a path is typed with Tab between its ends`() throws {
    var driver = BrowserDriver()
    driver.press("p lin Tab coa Enter")
    guard case .path(let first, let last) = driver.model.place.graph.view else {
      Issue.record("no path is shown")
      return
    }
    #expect([first, last] == [EntityID("PER:anna lind"), EntityID("ORG:coast guard")])
    let hops = driver.model.listing.graph.count { if case .edge = $0 { true } else { false } }
    #expect(hops >= 2)
  }

  @Test func `n and N walk the marks of the reader in order`() {
    var driver = BrowserDriver()
    driver.press("Enter n")
    #expect(driver.model.place.reader?.mark == 0)
    driver.press("n n N")
    #expect(driver.model.place.reader?.mark == 1)
  }

  @Test func `furniture is shown only when asked for`() {
    var driver = BrowserDriver()
    driver.press("j Enter")
    let lines = driver.model.reading?.lines.count ?? 0
    driver.press("w")
    #expect(driver.model.reading?.lines.count ?? 0 > lines)
  }

  @Test func `claims that clash come first, side by side`() {
    var driver = BrowserDriver()
    driver.press("4")
    #expect(
      Array(driver.model.listing.claims.prefix(2)) == [
        .heading("in conflict"), .conflict(0),
      ])
    #expect(driver.model.place.claims.row == 1)
  }
}
