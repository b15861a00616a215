public import DatelineModel
import DatelineText

/// A small corpus made by hand, facts included, so that the screens of the browser do not change
/// with any rule of extraction.
///
/// Its texts hold wide, combining, right-to-left and invisible characters, emoji, and bytes that
/// would steer a terminal.
public enum SampleCorpus {
  /// Five articles, six entities, seven events, six relations, five claims, one conflict.
  public static let corpus = make()

  private static let harbour = EntityID("GPE:harbour")
  private static let minister = EntityID("PER:anna lind")
  private static let guardsmen = EntityID("ORG:coast guard")
  private static let union = EntityID("ORG:dock union")
  private static let tokyo = EntityID("GPE:東京")
  private static let kabul = EntityID("GPE:کابل")

  private static func make() -> Corpus {
    let articles = [strike(), talks(), denial(), wide(), hostile()]
    let failure = ArticleFailure(
      article: ArticleID("photo.jpg"), reason: "photo.jpg is a JPEG image, not text.")
    return Corpus(articles: articles, failures: [failure], facts: facts(articles))
  }

  // MARK: Articles

  private static func finish(
    _ builder: ArticleBuilder, title: String?, source: String? = nil, furniture: Int = 0
  ) -> AnnotatedArticle {
    var article = builder.article
    article.title = title
    article.source = source ?? article.source
    let first = article.sentences.count - furniture
    article.article.blocks = article.sentences.enumerated().map { index, sentence in
      Block(kind: index < first ? .paragraph : .furniture(.share), span: sentence.span)
    }
    return article
  }

  private static func strike() -> AnnotatedArticle {
    var builder = ArticleBuilder("a-strike.txt", published: "2031-05-04", source: "Daily Wire")
    builder.add("Dockers of the Dock Union stopped work in Harbour on 3 May 2031.")
    builder.mention("Dock Union", .organization)
    builder.mention("Harbour", .geopolitical)
    builder.time("3 May 2031", "2031-05-03")
    builder.event("stopped work", .protest, days: ("2031-05-03", "2031-05-03"))
    builder.add("The Dock Union said that 400 dockers had joined, more than ever before.")
    let union = builder.mention("Dock Union", .organization)
    builder.claim("400 dockers had joined, more than ever before", by: [union])
    builder.add("Share this article on every network you can think of")
    return finish(builder, title: "Dockers stop work in Harbour", furniture: 1)
  }

  private static func talks() -> AnnotatedArticle {
    var builder = ArticleBuilder("b-talks.txt", published: "2031-05-06", source: "Morning Post")
    builder.add("Minister Anna Lind met the Dock Union in Harbour on 5 May 2031.")
    builder.mention("Anna Lind", .person)
    builder.mention("Dock Union", .organization)
    builder.mention("Harbour", .geopolitical)
    builder.time("5 May 2031", "2031-05-05")
    builder.event("met", .consult, days: ("2031-05-05", "2031-05-05"))
    builder.add("Lind said that 150 dockers had joined.")
    let lind = builder.mention("Lind", .person, of: "Anna Lind")
    builder.claim("150 dockers had joined", by: [lind])
    builder.add("A second round is planned for 9 May 2031.")
    builder.time("9 May 2031", "2031-05-09")
    builder.event("planned", .consult, days: ("2031-05-09", "2031-05-09"), status: .planned)
    return finish(builder, title: "Minister meets dockers")
  }

  private static func denial() -> AnnotatedArticle {
    var builder = ArticleBuilder("c-denial.txt", source: "Evening Star")
    builder.add("The Coast Guard denied that it had fired on a boat off Harbour.")
    let guardsmen = builder.mention("Coast Guard", .organization)
    builder.mention("Harbour", .geopolitical)
    builder.event("fired", .assault, status: .denied)
    builder.claim(
      "it had fired on a boat off Harbour", by: [guardsmen], kind: .denial, polarity: .negative)
    builder.add("The Dock Union accused the Coast Guard of firing without warning.")
    let union = builder.mention("Dock Union", .organization)
    builder.mention("Coast Guard", .organization)
    builder.claim("firing without warning", by: [union], kind: .accusation)
    return finish(builder, title: nil)
  }

  private static func wide() -> AnnotatedArticle {
    var builder = ArticleBuilder("d-wide.txt", published: "2031-04-30", source: "東京新聞")
    builder.add("東京で港湾の代表が集まり、二〇三一年四月三十日に声明を出した。")
    builder.mention("東京", .geopolitical)
    builder.add("Zoe\u{308} Nore\u{301}n 👩‍👩‍👧 flew to 東京 in the spring of 2031.")
    builder.mention("東京", .geopolitical)
    builder.add("گفتگو در کابل ادامه دارد and the talks in کابل go on.")
    builder.mention("کابل", .geopolitical)
    return finish(builder, title: "東京の港：代表が集まる 作é│")
  }

  private static func hostile() -> AnnotatedArticle {
    var builder = ArticleBuilder("e-hostile.txt", published: "2031-05-01")
    builder.add(
      "Before\u{1B}[2J\u{1B}]52;c;aGk=\u{07}after, \u{202E}reversed\u{202C} and\u{9B}31m on.")
    builder.add("Harbour was quiet on 1 May 2031.")
    builder.mention("Harbour", .geopolitical)
    builder.time("1 May 2031", "2031-05-01")
    return finish(builder, title: "Title with \u{1B}[31mescape\u{0} and\ttab")
  }

  // MARK: Facts

  private static func sentence(_ article: AnnotatedArticle, _ index: Int) -> Provenance {
    Provenance(article: article.article.id, span: article.sentences[index].span)
  }

  private static func facts(_ articles: [AnnotatedArticle]) -> CorpusFacts {
    var facts = CorpusFacts()
    facts.entities = Table(
      [
        place(
          entity(harbour, "Harbour", .geopolitical, [(0, 1), (1, 2), (2, 1), (4, 0)], articles),
          5354, 998),
        place(entity(tokyo, "東京", .geopolitical, [(3, 0), (3, 1)], articles), 3568, 13975),
        place(entity(kabul, "کابل", .geopolitical, [(3, 2)], articles), 3453, 6917),
        entity(guardsmen, "Coast Guard", .organization, [(2, 0), (2, 3)], articles),
        entity(union, "Dock Union", .organization, [(0, 0), (0, 2), (1, 1), (2, 2)], articles),
        entity(minister, "Anna Lind", .person, [(1, 0), (1, 3)], articles),
      ].sorted { $0.id < $1.id })
    facts.timeline = Table(timeline(articles))
    facts.relations = Table(relations(articles))
    facts.claims = Table(claims(articles))
    facts.conflicts = [
      Conflict(
        level: .conflict, topic: "dockers", first: "claim-1", at: facts.claims[0].provenance,
        second: "claim-2", at: facts.claims[1].provenance,
        reason: "400 and 150 cannot both be right.")
    ]
    return facts
  }

  private static func entity(
    _ id: EntityID, _ name: String, _ type: EntityType, _ mentions: [(Int, Int)],
    _ articles: [AnnotatedArticle]
  ) -> Entity {
    var entity = Entity(id: id, name: name, type: type)
    entity.mentions = mentions.map {
      Entity.MentionReference(article: articles[$0.0].article.id, mention: $0.1)
    }
    entity.articles = Array(Set(entity.mentions.map(\.article))).sorted()
    entity.aliases = [Entity.Alias(name: name, count: mentions.count)]
    return entity
  }

  /// The entity at a place on the map, in hundredths of a degree.
  private static func place(_ entity: Entity, _ latitude: Int32, _ longitude: Int32) -> Entity {
    var entity = entity
    entity.place = PlaceLink(
      name: entity.name, country: "", latitude: latitude, longitude: longitude)
    return entity
  }

  private static func timeline(_ articles: [AnnotatedArticle]) -> [TimelineEvent] {
    func event(
      _ id: String, _ title: String, _ type: EventType, _ day: String?, _ article: Int,
      _ line: Int,
      who: [EntityID] = [], at places: [EntityID] = [harbour], status: FactStatus = .stated
    ) -> TimelineEvent {
      var event = TimelineEvent(id: id, title: title, type: type)
      event.interval = day.map { DayInterval(ArticleBuilder.day($0)) }
      event.grain = day == nil ? nil : .day
      event.actors = who
      event.places = places
      event.status = status
      event.supports = [
        TimelineEvent.Support(
          provenance: sentence(articles[article], line), event: 0, status: status)
      ]
      event.sources = 1
      event.importance = 1
      return event
    }
    var meeting = event(
      "event-2", "Anna Lind meets Dock Union", .consult, "2031-05-05", 1, 0, who: [minister, union])
    meeting.isDateInferred = true
    return [
      event(
        "event-0", "代表が集まる in 東京", .consult, "2031-04-30", 3, 0, who: [tokyo],
        at: [harbour, tokyo]),
      event("event-1", "Dock Union stops work", .protest, "2031-05-03", 0, 0, who: [union]),
      meeting,
      event(
        "event-3", "Anna Lind to meet Dock Union", .consult, "2031-05-09", 1, 2, who: [minister],
        status: .planned),
      event(
        "event-4", "Coast Guard fires on boat", .assault, nil, 2, 0, who: [guardsmen],
        status: .denied),
      event(
        "event-5", "Coast Guard fires without warning", .assault, nil, 2, 1, who: [guardsmen],
        at: [harbour, kabul], status: .attributed),
    ]
  }

  private static func relations(_ articles: [AnnotatedArticle]) -> [Relation] {
    func relation(
      _ kind: Relation.Kind, _ source: EntityID, _ target: EntityID, _ supports: [Provenance],
      day: String? = nil, status: FactStatus = .stated, by: [EntityID] = []
    ) -> Relation {
      var relation = Relation(kind: kind, source: source, target: target)
      relation.supports = supports
      relation.weight = Set(supports.map(\.article)).count
      relation.interval = day.map { DayInterval(ArticleBuilder.day($0)) }
      relation.status = status
      relation.claimedBy = by
      return relation
    }
    return [
      relation(.locatedIn, guardsmen, harbour, [sentence(articles[2], 0)]),
      relation(
        .accuses, union, guardsmen, [sentence(articles[2], 1)], status: .attributed, by: [union]),
      relation(
        .locatedIn, union, harbour, [sentence(articles[0], 0), sentence(articles[1], 0)],
        day: "2031-05-03"),
      relation(.negotiatesWith, minister, union, [sentence(articles[1], 0)], day: "2031-05-05"),
      relation(.visits, minister, harbour, [sentence(articles[1], 0)], day: "2031-05-05"),
      relation(.mentionedWith, tokyo, kabul, [sentence(articles[3], 2)]),
    ]
  }

  private static func claims(_ articles: [AnnotatedArticle]) -> [CorpusClaim] {
    func claim(
      _ id: String, _ article: Int, _ index: Int, _ speaker: EntityID, topic: String,
      event: String? = nil
    ) -> CorpusClaim {
      let content = articles[article].claims[index].content
      return CorpusClaim(
        id: id,
        provenance: Provenance(
          article: articles[article].article.id,
          span: content.dropFirst().reduce(content[0]) { $0.union($1) }),
        claim: index, speakers: [speaker], speakerText: speaker.key, event: event, topic: topic)
    }
    return [
      claim("claim-1", 0, 0, union, topic: "dockers", event: "event-1"),
      claim("claim-2", 1, 0, minister, topic: "dockers", event: "event-1"),
      claim("claim-3", 2, 0, guardsmen, topic: "shots", event: "event-4"),
      claim("claim-4", 2, 1, union, topic: "shots", event: "event-5"),
    ]
  }
}
