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

  @Test func `a claim in the reader that has no row leads to no other claim`() throws {
    let sample = SampleCorpus.corpus
    var facts = sample.facts
    let lost = try #require(facts.claims.rows.dropFirst().first)
    facts.claims = Table(facts.claims.rows.filter { $0.id != lost.id })
    var driver = BrowserDriver(
      corpus: Corpus(
        articles: (0..<sample.count).map { sample.articles[$0] }, facts: facts))
    let index = try #require(driver.articles.firstIndex(of: lost.provenance.article.name))
    driver.press("1 <")
    for _ in 0..<index { driver.press("j") }
    driver.press("Enter")
    func mark() -> Mark.Kind? {
      driver.model.place.reader?.mark.flatMap { driver.model.reading?.marks[$0].kind }
    }
    for _ in 0..<50 where mark() != .claim(lost.claim) { driver.press("n") }
    try #require(mark() == .claim(lost.claim))
    driver.press("Enter")
    #expect(driver.model.place.focus == .reader)
    #expect(driver.model.notice != nil)
  }

  @Test func `a model of one pane shows one alone, whatever was taken up`() {
    var model = Model(size: ScreenSize(rows: 24, columns: 80), showsOnePane: true)
    _ = model.update(.resolved(SampleCorpus.corpus, Lookup(SampleCorpus.corpus)))
    #expect(!model.place.isZoomed && model.layout.frames.count == 1)
    _ = model.update(.key(.character("z")))
    #expect(!model.place.isZoomed && model.layout.frames.count == 1)
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

  @Test func `Escape takes one filter after another, the last one first`() {
    var driver = BrowserDriver()
    driver.press("/ lind Enter 2 Space")
    let (text, event) = (driver.model.place.scope.text, driver.model.place.scope.event)
    #expect(text == "lind" && event != nil)
    driver.press("Esc")
    #expect(driver.model.place.scope.text == "lind")
    #expect(driver.model.place.scope.event == nil)
    driver.press("Esc")
    #expect(driver.model.place.scope.isEmpty)
    driver.press("Esc")
    #expect(driver.model.place.scope.isEmpty)
    driver.press("[ [")
    #expect(driver.model.place.scope.event == event)
    driver.press("c")
    #expect(driver.model.place.scope.isEmpty)
  }

  @Test func `Escape leaves the reader before it takes a filter away`() {
    var driver = BrowserDriver()
    driver.press("/ lind Enter Enter Esc")
    #expect(driver.model.place.focus == .articles)
    #expect(driver.model.place.scope.text == "lind")
  }

  @Test func `the timeline follows to the event that most tell, not to the oldest`() {
    // An article that recalls what was long ago, and tells what others tell too.
    var (articles, events) = ([AnnotatedArticle](), [TimelineEvent]())
    func tell(_ day: String, in article: AnnotatedArticle, id: String, sources: Int) {
      var event = TimelineEvent(id: id, title: id, type: .consult)
      event.interval = DayInterval(ArticleBuilder.day(day))
      event.supports = [
        TimelineEvent.Support(
          provenance: Provenance(article: article.article.id, span: article.sentences[0].span),
          event: 0, status: .stated)
      ]
      event.sources = sources
      events.append(event)
    }
    for number in 1...6 {
      var builder = ArticleBuilder("a\(number).txt", published: "2031-05-0\(number)")
      builder.add("Something happened.")
      articles.append(builder.article)
    }
    tell("1977-02-01", in: articles[5], id: "old", sources: 9)
    for number in 10...29 {
      tell("2031-04-\(number)", in: articles[number % 5], id: "other \(number)", sources: 1)
    }
    tell("2031-05-06", in: articles[5], id: "small", sources: 1)
    tell("2031-05-07", in: articles[5], id: "great", sources: 3)
    var facts = CorpusFacts()
    facts.timeline = Table(events)
    let driver = BrowserDriver(corpus: Corpus(articles: articles, facts: facts))
    #expect(driver.articles.first == "a6.txt")
    #expect(driver.model.place.timeline.id == "great")
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
