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

  @Test func `a note is written, shown again to be changed, and removed when emptied`() {
    var driver = BrowserDriver()
    driver.press("i check Enter")
    #expect(Array(driver.model.annotations.notes.values) == ["check"])
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
}
