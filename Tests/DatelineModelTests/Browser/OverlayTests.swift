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
    guard case .about(let page) = driver.model.overlay else {
      Issue.record("nothing covers the panes")
      return
    }
    let count = page.rows(width: columns).count
    #expect(page.top == max(0, count - (rows - 2)))
    #expect(page.row == count - 1)
    driver.press("PgUp PgUp PgUp PgUp PgUp PgUp")
    guard case .about(let first) = driver.model.overlay else { return }
    #expect(first.top == 0)
  }

  @Test func `both sides of a conflict open from the page about it`() throws {
    var opened: [ArticleID?] = []
    for keys in ["Enter", "n n Enter"] {
      var driver = BrowserDriver()
      driver.press("4 < a")
      driver.press(keys)
      #expect(driver.model.place.focus == .reader)
      #expect(driver.model.place.reader?.highlight != nil)
      opened.append(driver.model.place.reader?.article)
    }
    #expect(opened == [ArticleID("a-strike.txt"), ArticleID("b-talks.txt")])
  }

  @Test func `from the reader the next sentence of the row opens, and the first again`() {
    var driver = BrowserDriver()
    driver.press("4 < o")
    #expect(driver.model.place.reader?.article == ArticleID("a-strike.txt"))
    driver.press("o")
    #expect(driver.model.place.reader?.article == ArticleID("b-talks.txt"))
    driver.press("o")
    #expect(driver.model.place.reader?.article == ArticleID("a-strike.txt"))
  }

  @Test func `the page of an entity has its names, links, events and words`() throws {
    var driver = BrowserDriver()
    driver.press("g doc Enter a")
    guard case .about(let page) = driver.model.overlay else {
      Issue.record("nothing covers the panes")
      return
    }
    let text = page.lines.map(\.text)
    #expect(page.title == "Dock Union")
    #expect(text.contains("seen      4 times in 3 articles, from 2031-05-04 to 2031-05-06"))
    for line in [
      "  Dock Union accuses Coast Guard, attributed by Dock Union",
      "  2031-05-03  Dock Union stops work", "  400 dockers had joined, more than ever before",
      "  2031-05-06  Morning Post  Minister meets dockers",
    ] {
      #expect(text.contains(line))
    }
    #expect(page.lines.filter { $0.target != nil }.count >= 8)
  }

  @Test func `the page of a relation has every sentence that says so`() throws {
    var driver = BrowserDriver()
    driver.press("g doc Enter G E")
    guard case .about(let page) = driver.model.overlay else {
      Issue.record("nothing covers the panes")
      return
    }
    #expect(page.title == "Dock Union located in Harbour")
    let sentences = page.lines.compactMap(\.target).filter {
      if case .sentence = $0 { true } else { false }
    }
    #expect(Set(sentences).count == 2)
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
