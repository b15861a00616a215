import DatelineModel
import DatelineText
import TestSupport
import Testing

@Suite struct RelationTests {
  private func relations(_ articles: AnnotatedArticle...) -> [String] {
    var corpus = Corpus()
    for article in articles { corpus.insert(article) }
    corpus.resolve()
    let names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
    return corpus.facts.relations.map { relation in
      "\(names[relation.source] ?? "") \(relation.kind.rawValue) \(names[relation.target] ?? "") "
        + "\(relation.status.rawValue) \(relation.weight)"
    }
  }

  private func event(
    _ id: String, _ type: EventType, mode: String? = nil, status: FactStatus = .stated,
    types: (EntityType, EntityType) = (.geopolitical, .geopolitical)
  ) -> AnnotatedArticle {
    var builder = ArticleBuilder(id, published: "2021-03-20")
    builder.add("Varland did it to Kess , said \(id) .")
    let actor = builder.mention("Varland", types.0)
    let recipient = builder.mention("Kess", types.1)
    builder.event("did", type, mode: mode, actors: [actor], recipients: [recipient], status: status)
    return builder.article
  }

  @Test func `tellings of one edge are one relation, weighed by sources`() {
    #expect(
      relations(event("a", .assault), event("b", .assault)) == ["Varland attacks Kess stated 2"])
  }

  @Test func `a telling without a beginning leaves the days of the others`() {
    func happened(_ id: String, from first: String?, to last: String) -> AnnotatedArticle {
      var article = event(id, .assault)
      article.events[0].interval = DayInterval(
        earliest: first.map { ArticleBuilder.day($0) }, latest: ArticleBuilder.day(last))
      return article
    }
    func interval(_ articles: AnnotatedArticle...) -> DayInterval? {
      var corpus = Corpus()
      for article in articles { corpus.insert(article) }
      corpus.resolve()
      return corpus.facts.relations.first { $0.kind == .attacks }?.interval
    }
    let open = happened("a", from: nil, to: "2021-03-19")
    let known = happened("b", from: "2021-03-05", to: "2021-03-05")
    #expect(interval(open, known) == DayInterval(ArticleBuilder.day("2021-03-05")))
    #expect(
      interval(open) == DayInterval(earliest: nil, latest: ArticleBuilder.day("2021-03-19")))
  }

  @Test func `what is only alleged is never stated`() {
    #expect(
      relations(event("a", .support, status: .attributed))
        == ["Varland supports Kess attributed 1"])
    #expect(
      relations(event("a", .support, status: .attributed), event("b", .support))
        == ["Varland supports Kess stated 2"])
  }

  @Test(arguments: [FactStatus.denied, .hypothetical, .planned])
  func `what did not happen makes no edge`(status: FactStatus) {
    #expect(relations(event("a", .assault, status: status)).isEmpty)
  }

  @Test func `a visit gives visitor and host`() {
    let visit = event("a", .consult, mode: "visit", types: (.person, .geopolitical))
    #expect(relations(visit) == ["Kess hosts Varland stated 1", "Varland visits Kess stated 1"])
  }

  @Test func `an accusation is stated, for it was made`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland blamed Kess .")
    let speaker = builder.mention("Varland", .geopolitical)
    let accused = builder.mention("Kess", .geopolitical)
    builder.claim("Kess", by: [speaker], against: [accused], kind: .accusation)
    #expect(relations(builder.article) == ["Varland accuses Kess stated 1"])
  }

  @Test(arguments: [
    ("Varland 's foreign minister Ana Bel spoke .", "Varland", EntityType.geopolitical),
    ("Varland president Ana Bel spoke .", "Varland", .geopolitical),
    ("Ana Bel , a senior fellow at the Kess Institute , spoke .", "Kess Institute", .organization),
    ("Ana Bel , Varland 's envoy , spoke .", "Varland", .geopolitical),
  ])
  func `a title ties a person to whom it serves`(
    sentence: String, target: String, type: EntityType
  ) {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add(sentence)
    builder.mention("Ana Bel", .person)
    builder.mention(target, type)
    #expect(relations(builder.article) == ["Ana Bel role \(target) stated 1"])
  }

  @Test(arguments: [
    "Varland 's minister spoke and Ana Bel listened .", "Ana Bel left Varland .",
    "Varland thanked Ana Bel , a baker .",
  ])
  func `without a title there is no role`(sentence: String) {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add(sentence)
    builder.mention("Ana Bel", .person)
    builder.mention("Varland", .geopolitical)
    #expect(relations(builder.article).isEmpty)
  }

  @Test func `an organ of state belongs to the country named before it`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland 's Foreign Ministry and Varland 's Football Club met .")
    builder.mention("Varland", .geopolitical)
    builder.mention("Foreign Ministry", .organization)
    builder.mention("Football Club", .organization)
    #expect(relations(builder.article) == ["Foreign Ministry member-of Varland stated 1"])
  }

  @Test func `who receives a guest is host, not visitor`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland received Ana Bel .")
    let host = builder.mention("Varland", .geopolitical)
    let guest = builder.mention("Ana Bel", .person)
    builder.event("received", .consult, mode: "visit", actors: [host], recipients: [guest])
    #expect(
      relations(builder.article) == [
        "Varland hosts Ana Bel stated 1", "Ana Bel visits Varland stated 1",
      ])
  }

  @Test func `those who mediate do not negotiate with each other`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Orlan and Dura mediated a truce of Varland and Kess .")
    let mediators = ["Orlan", "Dura"].map { builder.mention($0, .geopolitical) }
    let parties = ["Varland", "Kess"].map { builder.mention($0, .geopolitical) }
    builder.event("mediated", .consult, mode: "third-party", actors: mediators)
    builder.event("truce", .agree, actors: mediators + parties)
    #expect(
      relations(builder.article) == [
        "Dura mediates Kess stated 1", "Dura mediates Varland stated 1",
        "Kess negotiates-with Varland stated 1", "Orlan mediates Kess stated 1",
        "Orlan mediates Varland stated 1",
      ])
  }

  @Test func `people of a nationality are not its state`() {
    func expulsion(of people: String) -> [String] {
      var builder = ArticleBuilder("a", published: "2021-03-20")
      builder.add("France arrested German \(people) and Germany spoke .")
      let actor = builder.mention("France", .geopolitical)
      let victims = builder.mention("German", .group)
      builder.mention("Germany", .geopolitical)
      builder.event("arrested", .coerce, mode: "arrest", actors: [actor], recipients: [victims])
      return relations(builder.article)
    }
    #expect(expulsion(of: "refugees").isEmpty)
    #expect(expulsion(of: "soldiers") == ["France arrests Germany stated 1"])
  }

  @Test func `a denial is addressed to the one who accused`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland blamed Kess .")
    let accuser = builder.mention("Varland", .geopolitical)
    let accused = builder.mention("Kess", .geopolitical)
    builder.claim("Kess", by: [accuser], against: [accused], kind: .accusation)
    builder.add("Kess denied it .")
    builder.claim("it", by: [builder.mention("Kess", .geopolitical)], kind: .denial)
    #expect(
      relations(builder.article) == [
        "Kess denies Varland stated 1", "Varland accuses Kess stated 1",
      ])
  }

  @Test func `a visit leads to the country that is named, not to a place of the same state`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Ana Bel visited Peru near Tacna .")
    let guest = builder.mention("Ana Bel", .person)
    let host = builder.mention("Peru", .geopolitical)
    builder.mention("Tacna", .geopolitical)
    builder.event("visited", .consult, mode: "visit", actors: [guest], recipients: [host])
    var article = builder.article
    article.chains[1].place = PlaceLink(name: "Peru", country: "PE")
    article.chains[2].place = PlaceLink(name: "Tacna", country: "PE", admin1: "23")
    #expect(
      relations(article) == ["Peru hosts Ana Bel stated 1", "Ana Bel visits Peru stated 1"])
  }

  @Test func `support that somebody is charged with is not stated`() {
    func praise(_ beginning: String) -> [String] {
      var builder = ArticleBuilder("a", published: "2021-03-20")
      builder.add("\(beginning) Varland supporting Kess .")
      let speaker = builder.mention("Varland", .geopolitical)
      let praised = builder.mention("Kess", .geopolitical)
      builder.claim("Kess", by: [speaker], against: [praised], kind: .praise)
      return relations(builder.article)
    }
    #expect(praise("They accuse") == ["Varland supports Kess attributed 1"])
    #expect(praise("They saw") == ["Varland supports Kess stated 1"])
  }

  @Test func `the accused acts in what he is accused of, not the accuser`() {
    var builder = ArticleBuilder("a", published: "2021-03-20")
    builder.add("Varland accused Kess of carrying out attacks on Orla .")
    let accuser = builder.mention("Varland", .geopolitical)
    let accused = builder.mention("Kess", .geopolitical)
    let victim = builder.mention("Orla", .geopolitical)
    builder.event("accused", .accuse, actors: [accuser], recipients: [accused])
    builder.event(
      "attacks", .assault, actors: [accuser], recipients: [victim], status: .attributed)
    #expect(
      relations(builder.article)
        == ["Kess attacks Orla attributed 1", "Varland accuses Kess stated 1"])
  }
}
