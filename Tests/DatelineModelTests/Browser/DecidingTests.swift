import DatelineModel
import DatelineText
import TestSupport
import Testing

/// Decisions are taken by key, recorded, and taken back.
@Suite struct DecidingTests {
  private func recorded(_ driver: BrowserDriver) -> [Decision] {
    driver.effects.compactMap { if case .record(let decision) = $0 { decision } else { nil } }
  }

  @Test func `a date that the user types is a decision`() throws {
    var driver = BrowserDriver()
    driver.press("G k D ^U 2031-05-07 Enter")
    let decision = try #require(recorded(driver).first)
    guard case .setDate(let anchor, let day) = decision else {
      Issue.record("not a date: \(decision)")
      return
    }
    #expect(anchor.article == ArticleID("c-denial.txt"))
    #expect(day == DayNumber(year: 2031, month: 5, day: 7))
  }

  @Test func `a date that is no day is refused`() {
    var driver = BrowserDriver()
    driver.press("D ^U 2031-02-30 Enter")
    #expect(recorded(driver).isEmpty)
    #expect(driver.model.notice?.tone == .error)
  }

  @Test func `merging goes by the letters of the other name`() {
    var driver = BrowserDriver()
    driver.press("g coa Enter M doc Enter")
    #expect(
      recorded(driver) == [.merge(EntityID("ORG:coast guard"), into: EntityID("ORG:dock union"))])
  }

  @Test func `undo takes the last decision back by its line and redo takes it again`() {
    var driver = BrowserDriver()
    driver.press("b")
    #expect(driver.model.annotations.marks.count == 1)
    let line = driver.model.decided.last?.id
    driver.press("u")
    #expect(driver.model.annotations.marks.isEmpty)
    #expect(driver.effects.contains { if case .undo(let id) = $0 { id == line } else { false } })
    driver.press("^R")
    #expect(driver.model.annotations.marks.count == 1)
    #expect(driver.model.corpus.decisions.count == 1)
  }

  @Test func `what was decided about several rows at once is taken back at once`() {
    var driver = BrowserDriver()
    driver.press("b j x x b")
    let all = driver.model.annotations.marks.count
    #expect(all > 2)
    driver.press("u")
    #expect(driver.model.annotations.marks.count == 1)
    driver.press("^R")
    #expect(driver.model.annotations.marks.count == all)
    driver.press("u u")
    #expect(driver.model.annotations.marks.isEmpty)
  }

  @Test func `a page about a row is copied whole`() {
    var driver = BrowserDriver()
    driver.press("2 < j a y")
    guard case .copy(let text)? = driver.effects.last, case .about(let page)? = driver.model.overlay
    else {
      Issue.record("nothing was copied, or the page was closed")
      return
    }
    #expect(text.hasPrefix(page.title))
    for line in page.lines { #expect(text.contains(line.text)) }
  }

  @Test func `a note is written, shown again to be changed, and removed when emptied`() {
    var driver = BrowserDriver()
    driver.press("i check Enter")
    #expect(Array(driver.model.annotations.notes.values) == ["check"])
    #expect(driver.model.annotations.notes.keys.first == .article(ArticleID("b-talks.txt")))
    driver.press("i")
    #expect(driver.model.prompt?.text == "check")
    driver.press("^U Enter")
    #expect(driver.model.annotations.notes.isEmpty)
  }

  @Test func `copying gives the sentence with its source`() {
    var driver = BrowserDriver()
    driver.press("2 < j y")
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("“Dockers of the Dock Union stopped work in Harbour on 3 May 2031.”"))
    #expect(text.contains("Daily Wire, 2031-05-04, a-strike.txt"))
  }

  @Test func `a macro plays its keys again`() {
    var driver = BrowserDriver()
    driver.press("Q j j Q < @")
    #expect(driver.model.place.articles.row == 2)
  }

  @Test func `a marked event is found again by the filter for what is marked`() {
    var driver = BrowserDriver()
    driver.press("2 < j b f marked Enter")
    #expect(driver.events == ["event-1"])
    driver.press("c b")
    #expect(driver.model.annotations.marks.isEmpty)
  }

  @Test func `a claim is marked itself, not its article`() {
    var driver = BrowserDriver()
    driver.press("4 G b f marked Enter")
    #expect(driver.model.listing.claimCount == 1)
    #expect(driver.articles.isEmpty)
  }

  @Test func `a question says what the decision is about`() {
    var driver = BrowserDriver()
    driver.press("g coa Enter R")
    #expect(driver.model.prompt?.name == "Coast Guard")
    driver.press("Esc M")
    #expect(driver.model.prompt?.name == "Coast Guard")
    driver.press("Esc c 2 < j D")
    #expect(driver.model.prompt?.name == "Dock Union stops work")
    driver.press("Esc 1 < D")
    #expect(driver.model.prompt?.name == "Minister meets dockers")
  }

  @Test func `an event gets other days and another type from the timeline`() throws {
    var driver = BrowserDriver()
    driver.press("2 < j D ^U 4-5may Enter T attack Enter")
    let decisions = recorded(driver)
    guard decisions.count == 2, case .redateEvent(let anchor, let days) = decisions[0],
      case .retypeEvent(let same, let type) = decisions[1]
    else {
      Issue.record("not two decisions about an event: \(decisions)")
      return
    }
    #expect(anchor == same)
    #expect(anchor.quote == "stopped work")
    #expect(days.earliest == ArticleBuilder.day("2031-05-04"))
    #expect(days.latest == ArticleBuilder.day("2031-05-05"))
    #expect(type == .assault)
  }

  @Test func `an event that was missed is added from its sentence`() throws {
    var driver = BrowserDriver()
    driver.press("2 < j Enter A protest Tab 3may Enter")
    let decision = try #require(recorded(driver).last)
    guard case .addEvent(let anchor, let type, let days) = decision else {
      Issue.record("no event: \(decision)")
      return
    }
    #expect(anchor.quote.hasPrefix("Dockers of the Dock Union stopped work"))
    #expect(type == .protest)
    #expect(days == DayInterval(ArticleBuilder.day("2031-05-03")))
  }

  @Test func `several selected rows are marked, tagged and rejected at once`() {
    var driver = BrowserDriver()
    driver.press("2 < j x x b")
    #expect(driver.model.annotations.marks.count == 2)
    #expect(driver.model.selected.isEmpty)
    driver.press("< j x x # key Enter")
    #expect(driver.model.annotations.tags.count == 2)
    driver.press("< j x x X")
    let rejected = recorded(driver).count { if case .rejectEvent = $0 { true } else { false } }
    #expect(rejected == 2)
  }

  @Test func `what was selected in another pane is left alone`() {
    var driver = BrowserDriver()
    driver.press("2 < j x 1 < b")
    #expect(driver.model.annotations.marks == [.article(ArticleID("b-talks.txt"))])
    #expect(driver.model.selected.count == 1)
  }

  @Test func `marks on an entity go with it into the one it is merged with`() {
    var driver = BrowserDriver()
    driver.press("g coa Enter b M doc Enter")
    #expect(driver.model.annotations.marks == [.entity(EntityID("ORG:dock union"))])
  }

  @Test func `an answer that is refused stays in its line, to be mended`() {
    var driver = BrowserDriver()
    driver.press("D ^U 2031-13-45 Enter")
    #expect(driver.model.prompt?.text == "2031-13-45")
    #expect(driver.model.notice?.tone == .error)
    driver.press("^U 2031-05-08 Enter")
    #expect(driver.model.prompt == nil)
    #expect(recorded(driver).count == 1)
  }

  @Test func `rejecting the one event that is left to see shows the others again`() {
    var driver = BrowserDriver()
    let count = driver.events.count
    driver.press("2 < j Space")
    #expect(driver.events.count == 1)
    driver.press("X")
    #expect(driver.model.place.scope.isEmpty)
    #expect(driver.events.count >= count - 1)
  }

  @Test func `an entity is not proposed as the same as itself`() {
    var driver = BrowserDriver()
    driver.press("g coa Enter M coa")
    #expect(driver.model.prompt?.candidates.isEmpty == true)
  }

  @Test func `places of the history follow an entity that was merged`() {
    var driver = BrowserDriver()
    driver.press("g coa Enter 1 3 M doc Enter [")
    #expect(driver.model.place.scope.entity == EntityID("ORG:dock union"))
    #expect(driver.model.place.graph.ego == EntityID("ORG:dock union"))
  }

  @Test func `what the user dated by hand says so until that is taken back`() {
    var driver = BrowserDriver()
    driver.press("2 < j D ^U 4may Enter")
    #expect(driver.model.annotations.corrected.count == 1)
    driver.press("u 1 < D ^U 2031-05-07 Enter")
    #expect(driver.model.annotations.corrected == [.article(ArticleID("b-talks.txt"))])
    driver.press("D ^U Enter")
    #expect(driver.model.annotations.corrected.isEmpty)
  }
}
