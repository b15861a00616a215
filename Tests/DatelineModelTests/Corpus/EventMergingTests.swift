import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct EventMergingTests {
  /// An article that tells of one strike.
  private func strike(
    _ id: String, actor: String = "Varland", place: String = "Orla",
    days: (String, String)?, mode: String? = nil, text: String? = nil
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-03-20")
    builder.add(text ?? "\(actor) struck \(place) as report \(id) told .")
    let actorMention = builder.mention(actor, .geopolitical)
    let placeMention = builder.mention(place, .geopolitical)
    builder.event(
      "struck", .assault, mode: mode, actors: [actorMention], places: [placeMention], days: days)
    return builder.article
  }

  private func timeline(_ articles: AnnotatedArticle...) -> [TimelineEvent] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus.facts.timeline.rows
  }

  @Test func `two tellings of one day are one event with both supports`() throws {
    let events = timeline(
      strike("a", days: ("2021-03-09", "2021-03-09")),
      strike("b", days: ("2021-03-09", "2021-03-09")))
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.articles.map(\.name) == ["a", "b"])
    #expect(event.sources == 2)
    #expect(event.title == "Attack: Varland, Orla")
  }

  @Test func `two attacks on one place in one week stay two`() {
    let events = timeline(
      strike("a", days: ("2021-03-09", "2021-03-09")),
      strike("b", days: ("2021-03-12", "2021-03-12")))
    #expect(
      events.map(\.interval) == [
        DayInterval(ArticleBuilder.day("2021-03-09")),
        DayInterval(ArticleBuilder.day("2021-03-12")),
      ])
  }

  @Test func `a telling that knows only the week joins the one that knows the day`() {
    let events = timeline(
      strike("a", days: ("2021-03-08", "2021-03-14")),
      strike("b", days: ("2021-03-09", "2021-03-09")))
    #expect(events.map(\.interval) == [DayInterval(ArticleBuilder.day("2021-03-09"))])
  }

  @Test func `different actors, places or weapons are different events`() {
    let day = ("2021-03-09", "2021-03-09")
    #expect(timeline(strike("a", days: day), strike("b", actor: "Norrmark", days: day)).count == 2)
    #expect(timeline(strike("a", days: day), strike("b", place: "Vess", days: day)).count == 2)
    #expect(
      timeline(strike("a", days: day, mode: "aerial"), strike("b", days: day, mode: "firearms"))
        .count == 2)
  }

  @Test func `two words for one event in a sentence are one telling`() throws {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland struck Orla in a raid .")
    let actor = builder.mention("Varland", .geopolitical)
    let place = builder.mention("Orla", .geopolitical)
    let day = ("2021-03-09", "2021-03-09")
    for word in ["struck", "raid"] {
      builder.event(word, .assault, actors: [actor], places: [place], days: day)
    }
    let event = try #require(timeline(builder.article).first)
    #expect(event.supports.count == 1)
    #expect(event.supports.first?.further.count == 1)
    #expect(event.sources == 1)
  }

  /// An article that tells of one resignation.
  private func resignation(_ id: String, _ name: String, day: String?) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-03-20")
    builder.add("\(name) resigned .")
    let person = builder.mention(name, .person)
    builder.event(
      "resigned", .retreat, mode: "resign", actors: [person], days: day.map { ($0, $0) })
    return builder.article
  }

  @Test func `one person's resignation is one event, with and without its day`() {
    let events = timeline(
      resignation("a", "Anna Berg", day: "2021-03-09"),
      resignation("b", "Anna Berg", day: "2021-03-10"), resignation("c", "Anna Berg", day: nil),
      resignation("d", "Olaf Dahl", day: "2021-03-10"))
    #expect(events.map(\.articles.count).sorted() == [1, 3])
  }

  @Test func `a year's total is not the attack of one day`() {
    #expect(
      timeline(
        strike("a", days: ("2021-01-01", "2021-12-31")),
        strike("b", days: ("2021-03-09", "2021-03-09"))
      ).count == 2)
  }

  @Test func `an undated telling that fits two attacks joins neither`() {
    let dated = [
      strike("a", days: ("2021-03-09", "2021-03-09")),
      strike("b", days: ("2021-03-12", "2021-03-12")),
    ]
    #expect(timeline(dated[0], strike("c", days: nil)).map(\.articles.count) == [2])
    #expect(timeline(dated[0], dated[1], strike("c", days: nil)).map(\.articles.count).max() == 1)
  }

  @Test func `what was only imagined or denied is no telling of what happened`() {
    for status in [FactStatus.hypothetical, .denied] {
      var imagined = strike("b", days: ("2021-03-09", "2021-03-09"))
      imagined.events[0].status = status
      let events = timeline(strike("a", days: ("2021-03-09", "2021-03-09")), imagined)
      #expect(events.map(\.articles.count) == [1])
    }
  }

  @Test func `an attack on a city and one on its country are one`() throws {
    func raid(_ id: String, on place: String, _ record: PlaceLink) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Peru struck \(place) at dawn .")
      let actor = builder.mention("Peru", .geopolitical)
      let target = builder.mention(place, .geopolitical)
      builder.event(
        "struck", .assault, actors: [actor], recipients: [target],
        days: ("2021-03-09", "2021-03-09"))
      var article = builder.article
      article.chains[1].place = record
      return article
    }
    let chile = PlaceLink(name: "Chile", country: "CL")
    let arica = PlaceLink(
      name: "Arica", country: "CL", admin1: "16", latitude: -1847, longitude: -7031)
    let tacna = PlaceLink(
      name: "Tacna", country: "PE", admin1: "23", latitude: -1801, longitude: -7025)
    #expect(timeline(raid("a", on: "Chile", chile), raid("b", on: "Arica", arica)).count == 1)
    #expect(timeline(raid("a", on: "Chile", chile), raid("b", on: "Tacna", tacna)).count == 2)
  }

  @Test func `nobody resigns twice in a week, whatever days articles give`() throws {
    func resignation(_ id: String, _ day: String) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Ana Bel resigned as \(id) told .")
      let actor = builder.mention("Ana Bel", .person)
      builder.event("resigned", .retreat, mode: "resign", actors: [actor], days: (day, day))
      return builder.article
    }
    let events = timeline(
      resignation("a", "2021-03-10"), resignation("b", "2021-03-11"),
      resignation("c", "2021-03-11"))
    #expect(events.map(\.interval) == [DayInterval(ArticleBuilder.day("2021-03-11"))])
    #expect(timeline(resignation("a", "2021-03-10"), resignation("b", "2021-06-11")).count == 2)
  }

  @Test func `undated events come last, and only those that two articles tell`() {
    let dated = strike("b", place: "Vess", days: ("2021-03-09", "2021-03-09"))
    let events = timeline(strike("a", days: nil), strike("c", days: nil), dated)
    #expect(events.map { $0.interval == nil } == [false, true])
    #expect(timeline(strike("a", days: nil), dated).map { $0.interval == nil } == [false])
  }

  @Test func `a copy is no second source`() throws {
    let text =
      "Varland struck Orla at dawn and the mayor said that the market hall burned down while the "
      + "fire brigade waited for water that never came because the pumps had been cut the day before"
    let events = timeline(
      strike("a", days: ("2021-03-09", "2021-03-09"), text: text),
      strike("b", days: ("2021-03-09", "2021-03-09"), text: text + " ."))
    let event = try #require(events.first)
    #expect(event.articles.count == 2)
    #expect(event.sources == 1)
  }

  @Test func `articles that cite one agency are one source`() {
    func telling(_ id: String, citing source: String, _ type: EntityType) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Varland struck Orla as \(source) told \(id) .")
      let actor = builder.mention("Varland", .geopolitical)
      let teller = builder.mention(source, type)
      builder.event(
        "struck", .assault, actors: [actor], days: ("2021-03-09", "2021-03-09"),
        status: .attributed)
      var article = builder.article
      article.events[0].attributedTo = [teller]
      return article
    }
    let agency = ["a", "b"].map { telling($0, citing: "Kess News Agency", .organization) }
    #expect(timeline(agency[0], agency[1]).map(\.sources) == [1])
    let officials = ["a", "b"].map { telling($0, citing: "Kess", .geopolitical) }
    #expect(timeline(officials[0], officials[1]).map(\.sources) == [2])
  }

  @Test func `a generic mention is no event`() {
    var article = strike("a", days: nil)
    article.events[0].isGeneric = true
    #expect(timeline(article).isEmpty)
  }

  @Test(arguments: 0..<20)
  func `the order of arrival does not matter`(seed: Int) {
    let articles = (0..<8).map { number in
      strike(
        "n\(number)", actor: number % 3 == 0 ? "Varland" : "Norrmark",
        place: number % 2 == 0 ? "Orla" : "Vess",
        days: number == 7
          ? nil
          : (
            "2021-03-0\(number % 4 + 1)",
            number % 5 == 0 ? "2021-03-09" : "2021-03-0\(number % 4 + 1)"
          ))
    }
    var ordered = Corpus()
    for article in articles { ordered.insert(article) }
    ordered.resolve()
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var shuffled = Corpus()
    for (_, article) in articles.map({ article -> (UInt64, AnnotatedArticle) in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33, article)
    }).sorted(by: { $0.0 < $1.0 }) {
      shuffled.insert(article)
      if state % 3 == 0 { shuffled.resolve() }
    }
    shuffled.resolve()
    #expect(shuffled == ordered)
  }
}
