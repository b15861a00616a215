import DatelineModel
import DatelineText
import TestSupport
import Testing

/// What covers the panes, and what the user is told while articles come in.
@Suite struct OverlayTests {
  @Test(arguments: [(12, 40), (24, 80), (6, 30)])
  func `the last line about a thing can be reached, and nothing beyond it`(
    rows: Int, columns: Int
  ) throws {
    var driver = BrowserDriver(rows: rows, columns: columns)
    driver.press("2 < j a G")
    guard case .about(_, let lines, let top) = driver.model.overlay else {
      Issue.record("nothing covers the panes")
      return
    }
    let count = AboutText.wrapped(lines, width: columns).count
    #expect(top == max(0, count - (rows - 2)))
    driver.press("PgUp PgUp PgUp PgUp PgUp PgUp")
    guard case .about(_, _, let first) = driver.model.overlay else { return }
    #expect(first == 0)
  }

  @Test func `a broken line keeps its indentation, and a whole one its columns`() {
    #expect(AboutText.wrapped(["a    b", ""], width: 20) == ["a    b", ""])
    let broken = AboutText.wrapped(["  one two three four five"], width: 18)
    #expect(broken == ["  one two three", "  four five"])
    let labelled = AboutText.wrapped(["because   one two three four five  six seven"], width: 32)
    #expect(labelled == ["because   one two three four", "          five six seven"])
  }

  @Test func `until the user does something the newest article stays on top`() throws {
    var driver = BrowserDriver(corpus: Corpus())
    for (name, day) in [("old", "2031-01-01"), ("new", "2031-05-01"), ("middle", "2031-03-01")] {
      var article = ArticleBuilder(name, published: day)
      article.add("Nothing happened.")
      driver.send(.read([article.article]))
    }
    #expect(driver.model.place.articles.row == 0)
    #expect(driver.model.place.articles.id == ArticleID("new"))
    driver.press("j")
    var article = ArticleBuilder("newest", published: "2031-06-01")
    article.add("Nothing happened.")
    driver.send(.read([article.article]))
    #expect(driver.model.place.articles.id == ArticleID("middle"))
  }

  @Test func `reading is stopped where something is read`() {
    var driver = BrowserDriver()
    driver.press("K")
    #expect(!driver.effects.contains(.stopScan))
    driver.send(.scanStarted(files: 9))
    driver.press("K")
    #expect(driver.effects.contains(.stopScan))
  }

  @Test func `a filter that is taken up again is announced`() {
    var first = BrowserDriver()
    first.press("/ lind Enter")
    let session = Session(place: first.model.place, past: [])
    var second = BrowserDriver()
    second.send(.restored(session))
    second.send(.scanFinished)
    #expect(second.model.place.scope.text == "lind")
    #expect(second.model.notice?.text.contains("narrowed") == true)
    second.press("c")
    #expect(second.model.place.scope.isEmpty)
  }

  @Test func `a list begins at its top where what was selected does not pass`() {
    var driver = BrowserDriver()
    driver.press("G / har Enter")
    #expect(driver.articles.count > 1)
    #expect(driver.model.place.articles.row == 0)
  }

  @Test func `letters that wait are taken in before the rows are made anew`() {
    var driver = BrowserDriver()
    for scalar in "/lind".unicodeScalars { driver.send(.key(.character(scalar))) }
    #expect(driver.model.isListingStale)
    #expect(driver.articles.count == 5)
    driver.send(.drained)
    #expect(driver.articles == ["b-talks.txt"])
  }
}
