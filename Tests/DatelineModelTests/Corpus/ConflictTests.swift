import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct ConflictTests {
  private func conflicts(_ articles: AnnotatedArticle...) -> [Conflict] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    return corpus.facts.conflicts.rows
  }

  /// A sentence in which `speaker` counts dead people of `side`.
  private func toll(
    _ builder: inout ArticleBuilder, _ speaker: String, _ number: String, _ side: String,
    minimum: Double?, maximum: Double?, unit: String = "deaths", kind: Claim.Kind = .assertion
  ) {
    builder.add("\(speaker) said \(number) \(side) soldiers died .")
    let source = builder.mention(speaker, .geopolitical)
    builder.mention(side, .geopolitical)
    builder.claim(
      "\(number) \(side) soldiers died", by: [source], kind: kind,
      quantities: [
        Quantity(
          span: builder.span(number), minimum: minimum, maximum: maximum, unit: unit,
          of: builder.span("\(side) soldiers"))
      ])
  }

  /// Two counts in one article.
  private func pair(
    _ first: (String, Double?, Double?), _ second: (String, Double?, Double?),
    units: (String, String) = ("deaths", "deaths"),
    speakers: (String, String) = ("Varland", "Kess"),
    sides: (String, String) = ("Orlan", "Orlan")
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    toll(
      &builder, speakers.0, first.0, sides.0, minimum: first.1, maximum: first.2, unit: units.0)
    toll(
      &builder, speakers.1, second.0, sides.1, minimum: second.1, maximum: second.2, unit: units.1)
    return builder.article
  }

  @Test func `counts of the same victims without a common number conflict`() throws {
    let found = conflicts(pair(("200", 200, nil), ("9", 9, 9)))
    let conflict = try #require(found.first)
    #expect(found.count == 1)
    #expect(conflict.level == .conflict)
    #expect(conflict.reason.contains("Varland") && conflict.reason.contains("Kess"))
  }

  @Test func `counts that go together are no conflict`() {
    #expect(conflicts(pair(("58", 58, 58), ("50", 50, nil))).isEmpty, "58 is above 50")
    #expect(
      conflicts(pair(("9", 9, 9), ("40", 40, 40), units: ("deaths", "casualties"))).isEmpty,
      "casualties may be more than deaths")
    #expect(
      conflicts(pair(("9", 9, 9), ("40", 40, 40), units: ("deaths", "wounded"))).isEmpty,
      "other things are counted")
    #expect(
      conflicts(pair(("9", 9, 9), ("40", 40, 40), speakers: ("Kess", "Kess"))).isEmpty,
      "one speaker may count anew")
    #expect(
      conflicts(pair(("9", 9, 9), ("40", 40, 40), sides: ("Orlan", "Vessan"))).isEmpty,
      "other victims")
  }

  @Test func `nearly equal counts are a tension`() {
    #expect(
      conflicts(pair(("100", 100, 100), ("96", 96, 96))).map(\.level) == [.tension])
  }

  @Test func `counts of different days do not conflict`() {
    var articles: [AnnotatedArticle] = []
    for (id, day, number) in [("a", "2021-03-09", 9.0), ("b", "2021-04-09", 40.0)] {
      var builder = ArticleBuilder(id, published: "2021-05-20")
      builder.add("\(id) said on \(day) that \(Int(number)) Orlan soldiers died .")
      let source = builder.mention(id, .organization)
      builder.mention("Orlan", .group)
      builder.time(day, day)
      builder.claim(
        "\(Int(number)) Orlan soldiers died", by: [source],
        quantities: [
          Quantity(
            span: builder.span("\(Int(number)) Orlan"), minimum: number, maximum: number,
            unit: "deaths", of: builder.span("Orlan soldiers"))
        ])
      articles.append(builder.article)
    }
    #expect(conflicts(articles[0], articles[1]).isEmpty)
  }

  @Test func `a higher toll in a later article is a tension, for tolls rise`() {
    func report(_ id: String, _ speaker: String, _ number: Double, published: String)
      -> AnnotatedArticle
    {
      var builder = ArticleBuilder(id, published: published)
      toll(
        &builder, speaker, String(Int(number)), "Orlan", minimum: number, maximum: number)
      let side = builder.mention("Orlan", .geopolitical)
      builder.event("died", .assault, recipients: [side], days: ("2021-03-09", "2021-03-09"))
      return builder.article
    }
    let levels = { (first: String, second: String) in
      self.conflicts(
        report("a", "Varland", 34, published: first), report("b", "Kess", 61, published: second)
      ).map(\.level)
    }
    #expect(levels("2021-03-10", "2021-03-12") == [.tension])
    #expect(levels("2021-03-12", "2021-03-10") == [.conflict])
    #expect(levels("2021-03-10", "2021-03-10") == [.conflict])
  }

  @Test func `the topic of opposed counts gives both with their speakers`() {
    #expect(
      conflicts(pair(("200", 200, nil), ("9", 9, 9))).map(\.topic)
        == ["Orlan dead: 9 according to Kess, at least 200 according to Varland"])
  }

  @Test func `two speakers without a side for the victims conflict only side by side`() {
    func report(rain: Int, places: (String, String)) -> [Conflict] {
      var builder = ArticleBuilder("a", published: "2021-03-20")
      for (speaker, number, place) in [("Varland", 27.0, places.0), ("Kess", 100, places.1)] {
        if number == 100 { for round in 0..<rain { builder.add("It rained , day \(round) .") } }
        builder.add("\(speaker) said \(Int(number)) were held in \(place) .")
        let source = builder.mention(speaker, .geopolitical)
        builder.mention(place, .location)
        builder.claim(
          "\(Int(number)) were held", by: [source],
          quantities: [
            Quantity(
              span: builder.span("\(Int(number))"), minimum: number, maximum: number,
              unit: "arrests")
          ])
      }
      return conflicts(builder.article)
    }
    #expect(report(rain: 0, places: ("Orla", "Orla")).count == 1)
    #expect(report(rain: 0, places: ("Orla", "Vess")).isEmpty, "other places")
    #expect(report(rain: 9, places: ("Orla", "Orla")).isEmpty, "too far apart")
  }

  @Test func `one happening on two days is a conflict where place and count agree`() {
    func blast(_ id: String, _ day: String, dead: Double) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("A blast killed \(Int(dead)) in Orla , as \(id) told .")
      let place = builder.mention("Orla", .location)
      builder.event("blast", .assault, places: [place], days: (day, day))
      var article = builder.article
      article.events[0].quantities = [
        Quantity(
          span: builder.span("\(Int(dead))"), minimum: dead, maximum: dead, unit: "deaths")
      ]
      return article
    }
    let first = blast("a", "2021-03-09", dead: 19)
    #expect(conflicts(first, blast("b", "2021-03-10", dead: 19)).map(\.level) == [.conflict])
    #expect(conflicts(first, blast("b", "2021-03-10", dead: 23)).isEmpty, "another count")
    #expect(conflicts(first, blast("b", "2021-05-10", dead: 19)).isEmpty, "long after")
  }

  @Test func `fact here and the accuser's word there is a tension`() {
    func strike(_ id: String, by claimant: String?) -> AnnotatedArticle {
      var builder = ArticleBuilder(id, published: "2021-03-20")
      builder.add("Varland struck Kess as \(claimant ?? id) told .")
      let actor = builder.mention("Varland", .geopolitical)
      let victim = builder.mention("Kess", .geopolitical)
      let speaker = claimant.map { builder.mention($0, .geopolitical) }
      builder.event(
        "struck", .assault, actors: [actor], recipients: [victim],
        days: ("2021-03-09", "2021-03-09"), status: claimant == nil ? .stated : .attributed)
      var article = builder.article
      article.events[0].attributedTo = speaker.map { [$0] } ?? []
      return article
    }
    #expect(conflicts(strike("a", by: nil), strike("b", by: "Kess")).map(\.level) == [.tension])
    #expect(conflicts(strike("a", by: nil), strike("b", by: nil)).isEmpty)
    #expect(conflicts(strike("a", by: nil), strike("b", by: "Orlan")).isEmpty, "no party to it")
  }

  private func accusation(
    answer kind: Claim.Kind, by denier: String, sentencesLater distance: Int = 1
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland blamed Kess for the raid .")
    let accuser = builder.mention("Varland", .geopolitical)
    let accused = builder.mention("Kess", .geopolitical)
    builder.claim("Kess for the raid", by: [accuser], against: [accused], kind: .accusation)
    for number in 1..<max(1, distance) { builder.add("Sentence \(number) speaks of rain .") }
    builder.add("\(denier) commented on the raid .")
    let speaker = builder.mention(denier, .geopolitical)
    builder.claim("the raid", by: [speaker], kind: kind, polarity: .negative)
    return builder.article
  }

  @Test(arguments: [Claim.Kind.denial, .nonConfirmation])
  func `an accusation and the answer of the accused conflict`(kind: Claim.Kind) throws {
    let conflict = try #require(conflicts(accusation(answer: kind, by: "Kess")).first)
    #expect(conflict.reason.hasPrefix("Kess"))
    #expect(conflict.reason.contains(kind == .denial ? "denies" : "does not confirm"))
  }

  @Test func `what answers no accusation is no conflict`() {
    #expect(conflicts(accusation(answer: .nonConfirmation, by: "Press")).isEmpty)
    #expect(conflicts(accusation(answer: .denial, by: "Varland")).isEmpty)
    #expect(conflicts(accusation(answer: .denial, by: "Kess", sentencesLater: 4)).isEmpty)
    #expect(conflicts(accusation(answer: .assertion, by: "Kess")).isEmpty)
  }

  /// A statement of a witness, and what the police say to it.
  private func answer(_ content: String, by speaker: String = "Kess") -> AnnotatedArticle {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland said police fired shots .")
    builder.claim("police fired shots", by: [builder.mention("Varland", .geopolitical)])
    builder.add("\(speaker) said \(content) .")
    let source = builder.mention(speaker, .geopolitical)
    builder.claim(content, by: [source], polarity: .negative)
    return builder.article
  }

  @Test func `a statement and its contrary by another speaker conflict`() throws {
    let conflict = try #require(conflicts(answer("no shots were fired")).first)
    #expect(conflict.level == .conflict)
    #expect(conflict.reason == "Kess states the contrary of what Varland says.")
    #expect(conflicts(answer("no shots were fired", by: "Varland")).isEmpty)
    #expect(conflicts(answer("no talks with the shops were held")).isEmpty)
  }

  @Test(arguments: [Claim.Kind.assertion, .denial])
  func `what somebody says that another said is no contrary`(kind: Claim.Kind) {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland said Kess told it no shots were fired .")
    let varland = builder.mention("Varland", .geopolitical)
    builder.claim("Kess told it no shots were fired", by: [varland])
    let kess = builder.mention("Kess", .geopolitical)
    builder.claim("no shots were fired", by: [kess], kind: kind, polarity: .negative)
    #expect(conflicts(builder.article).isEmpty)
  }

  @Test(arguments: ["the report", "the report pure invention"])
  func `a denial that points back is one of the statement before it`(content: String) throws {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland said the bank will close .")
    builder.claim("the bank will close", by: [builder.mention("Varland", .geopolitical)])
    builder.add("Kess denied \(content) .")
    let source = builder.mention("Kess", .geopolitical)
    builder.claim(content, by: [source], kind: .denial, polarity: .negative)
    let conflict = try #require(conflicts(builder.article).first)
    #expect(conflict.reason == "Kess denies what Varland says.")
  }

  @Test func `an unprovoked act that the article calls a retaliation is a conflict`() throws {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("On Saturday , Kess launched retaliatory attacks on Varland .")
    let kess = builder.mention("Kess", .geopolitical)
    let varland = builder.mention("Varland", .geopolitical)
    builder.event(
      "attacks", .assault, actors: [kess], recipients: [varland],
      days: ("2021-03-20", "2021-03-20"))
    builder.add("Varland spoke of unprovoked attacks on homes .")
    builder.claim("unprovoked attacks on homes", by: [builder.mention("Varland", .geopolitical)])
    let conflict = try #require(conflicts(builder.article).first)
    #expect(
      builder.article.article.text[conflict.secondPlace.span]
        == "Kess launched retaliatory attacks on Varland .")
  }

  @Test func `fighting on the day after a halt that was claimed is a conflict`() {
    #expect(conflicts(halt(), fighting("2021-03-13")).count == 1)
    #expect(conflicts(halt(), fighting("2021-03-16")).isEmpty, "a new outbreak")
    #expect(conflicts(halt(), fighting("2021-03-11")).isEmpty, "before the halt")
  }

  private func halt() -> AnnotatedArticle {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Kess said it halted its raids on Friday .")
    let kess = builder.mention("Kess", .geopolitical)
    builder.event(
      "halted", .retreat, mode: "ceasefire", actors: [kess], days: ("2021-03-12", "2021-03-12"),
      status: .attributed)
    builder.claim("it halted its raids on Friday", by: [kess])
    return builder.article
  }

  private func fighting(_ day: String) -> AnnotatedArticle {
    var builder = ArticleBuilder("b", published: "2021-03-21")
    builder.add("Fighting of Kess and Varland raged on that day .")
    let actors = [
      builder.mention("Kess", .geopolitical), builder.mention("Varland", .geopolitical),
    ]
    builder.event("Fighting", .assault, actors: actors, days: (day, day))
    return builder.article
  }
}
