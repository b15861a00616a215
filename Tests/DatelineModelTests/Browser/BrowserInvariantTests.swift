import DatelineModel
import DatelineText
import TestSupport
import Testing

/// What holds after every message, whatever the messages are.
@Suite struct BrowserInvariantTests {
  private static func check(_ model: Model, after step: String) {
    let rows: [(Pane, Int, Int, Int)] = [
      (
        .articles, model.place.articles.row, model.place.articles.top,
        model.listing.articles.count + model.failureCount
      ),
      (
        .timeline, model.place.timeline.row, model.place.timeline.top, model.listing.events.count
      ),
      (.claims, model.place.claims.row, model.place.claims.top, model.listing.claims.count),
    ]
    for (pane, row, top, count) in rows {
      #expect(row >= 0 && row < max(1, count), "\(pane) row \(row) of \(count) after \(step)")
      guard let height = model.layout.list(of: pane)?.height, height > 0, count > 0 else {
        continue
      }
      #expect(
        top <= row && row < top + height,
        "\(pane) row \(row) is out of sight (\(top)) after \(step)")
    }
    if let reader = model.place.reader, let reading = model.reading, !reading.lines.isEmpty {
      #expect(reading.lines.indices.contains(reader.line), "reader line after \(step)")
      if let mark = reader.mark { #expect(reading.marks.indices.contains(mark)) }
    }
    #expect(Set(model.listing.articles).count == model.listing.articles.count)
    #expect(Array(model.listing.events) == model.listing.events.sorted(), "time runs forwards")
  }

  /// Keys that a person, or a cat on the keyboard, may press.
  private static let keys: [Key] = {
    var keys = "jkhlnNgdtfpmreacbxXuyzsGwvoq/?:[]<>1234 #iDMSRTQ@+-".unicodeScalars.map {
      Key.character($0)
    }
    keys += "abeo1235".unicodeScalars.map { .character($0) }
    keys += Key.Name.allCases.map { .named($0) }
    keys += "udlrnp".unicodeScalars.map { .control($0) }
    return keys
  }()

  @Test(arguments: 0..<10)
  func `any sequence of keys keeps every selection in its list and in sight`(
    seed: UInt64
  ) {
    var random = TestSupport.SeededGenerator(seed: seed)
    var driver = BrowserDriver()
    for _ in 0..<120 {
      let number = Int.random(in: 0..<100, using: &random)
      let message: Message
      if number < 4 {
        message = .resized(
          ScreenSize(
            rows: Int.random(in: 1...60, using: &random),
            columns: Int.random(in: 1...220, using: &random)))
      } else if number < 12 {
        message = .settle
      } else {
        message = .key(Self.keys.randomElement(using: &random) ?? .named(.enter))
      }
      driver.send(message)
      Self.check(driver.model, after: "\(message) with seed \(seed)")
    }
  }

  @Test(arguments: 0..<4) func `filters only hide`(seed: UInt64) {
    var random = TestSupport.SeededGenerator(seed: seed)
    var driver = BrowserDriver()
    let all = (driver.articles, driver.events)
    for _ in 0..<12 {
      driver.press("/")
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        driver.send(
          .key(.character("abcdelnort: -\"(".unicodeScalars.randomElement(using: &random) ?? "a")))
        #expect(Set(driver.articles).isSubset(of: all.0))
        #expect(Set(driver.events).isSubset(of: all.1))
      }
      driver.press("Enter Esc")
      #expect(driver.articles == all.0)
      #expect(driver.events == all.1)
    }
  }

  @Test func `the end state does not depend on how the articles arrived`() {
    let articles = Array(SampleCorpus.corpus.articles)
    var one = BrowserDriver(corpus: Corpus())
    one.send(.read(articles))
    var two = BrowserDriver(corpus: Corpus())
    for article in articles.reversed() { two.send(.read([article])) }
    #expect(one.model.corpus == two.model.corpus)
    #expect(one.model.listing == two.model.listing)
  }

  @Test func `articles that arrive while facts are made are kept`() {
    let articles = Array(SampleCorpus.corpus.articles)
    var model = Model(size: ScreenSize(rows: 24, columns: 80))
    guard case .resolve(let copy)? = model.update(.read([articles[0]])).first else {
      Issue.record("the facts are asked for")
      return
    }
    #expect(model.update(.read([articles[1]])).isEmpty)
    let effects = model.update(.resolved(copy, Lookup(copy)))
    #expect(model.corpus.articles.count == 2)
    #expect(effects == [.resolve(model.corpus)])
  }
}
