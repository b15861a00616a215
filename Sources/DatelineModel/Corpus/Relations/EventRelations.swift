import DatelineText

/// The edges that events make: attacks, accusations, visits, mediation and so on.
struct EventRelations {
  private let article: AnnotatedArticle
  private let position: Int
  private let entities: EntityIndex

  /// Reads the events of `article`, which stands at `position` in the corpus.
  init(_ article: AnnotatedArticle, at position: Int, entities: EntityIndex) {
    self.article = article
    self.position = position
    self.entities = entities
  }

  /// Adds the edges to `collector`.
  func add(to collector: inout RelationCollector) {
    for event in article.events where isFact(event) {
      let actors = entities.entities(article: position, mentions: event.actors)
      let recipients = entities.entities(article: position, mentions: event.recipients)
      let places = entities.entities(article: position, mentions: event.places)
      if event.mode == "third-party" {
        add(.mediates, event, actors, parties(of: event, except: actors + recipients), &collector)
        continue
      }
      if let kind = Self.kind(of: event.type, mode: event.mode) {
        add(kind, event, actors, recipients, &collector)
      }
      switch event.type {
      case .consult where event.mode == "visit":
        addVisit(event, actors, recipients + places, &collector)
      case .consult, .agree, .cooperate:
        addTogether(event, actors, &collector)
        addHosts(event, places, actors + recipients, &collector)
      case .assault, .coerce, .accuse, .request, .sanction, .support, .aid, .concede, .retreat,
        .reject, .threaten, .protest, .mobilize:
        break
      }
    }
  }

  /// Denied, imagined and merely planned events make no edge.
  private func isFact(_ event: EventMention) -> Bool {
    guard article.sentences.indices.contains(event.sentence) else { return false }
    switch event.status {
    case .stated, .attributed, .unconfirmed: return true
    case .planned: return [.consult, .agree].contains(event.type)
    case .denied, .hypothetical: return false
    }
  }

  /// The edge from actor to recipient that an event type makes; nil where it makes none.
  static func kind(of type: PloverType, mode: String?) -> Relation.Kind? {
    switch type {
    case .assault: .attacks
    case .accuse: .accuses
    case .request: .demands
    case .sanction: .sanctions
    case .aid, .support: .supports
    case .agree, .cooperate: .negotiatesWith
    case .coerce: mode == "arrest" ? .arrests : nil
    case .consult: mode == "visit" ? nil : .negotiatesWith
    case .concede, .retreat, .reject, .threaten, .protest, .mobilize: nil
    }
  }

  /// A person's visit to a country, and the country as host.
  private func addVisit(
    _ event: EventMention, _ visitors: [Int], _ hosts: [Int],
    _ collector: inout RelationCollector
  ) {
    var people = visitors.filter { entities.entities[$0].type == .person }
    if people.isEmpty { people = travellers(of: event) }
    var countries = Set(hosts.compactMap(entities.country)).sorted()
    if countries.isEmpty { countries = destinations(of: event) }
    countries.removeAll { country in people.contains { entities.family($0).contains(country) } }
    add(.visits, event, people, countries, &collector)
    add(.hosts, event, countries, people, &collector)
  }

  /// The one person whom the sentence names before the visit: "Pakistan's minister, Ishaq Dar,
  /// visited"; nobody where it names several.
  private func travellers(of event: EventMention) -> [Int] {
    let found = named(in: event) { mention in
      mention.type == .person && mention.span.upper <= event.trigger.lower
    }
    return found.count == 1 ? found : []
  }

  /// The one country that the sentence names after the visit, not as an owner: "visit to Pakistan's
  /// rival India" names India.
  private func destinations(of event: EventMention) -> [Int] {
    let bytes = article.article.text.bytes
    let found = named(in: event) { mention in
      mention.type == .geopolitical && mention.span.lower >= event.trigger.upper
        && !["'".utf8.first, 0xE2].contains(
          bytes.indices.contains(Int(mention.span.upper)) ? bytes[Int(mention.span.upper)] : nil)
    }.compactMap(entities.country)
    return Set(found).count == 1 ? Array(found.prefix(1)) : []
  }

  /// The entities of the names in the event's sentence that fit.
  private func named(in event: EventMention, where fits: (Mention) -> Bool) -> [Int] {
    let span = article.sentences[event.sentence].span
    let mentions = article.mentions.indices.filter {
      span.contains(article.mentions[$0].span) && fits(article.mentions[$0])
    }
    return entities.entities(article: position, mentions: mentions)
  }

  /// Talks and agreements between the actors themselves.
  private func addTogether(
    _ event: EventMention, _ actors: [Int], _ collector: inout RelationCollector
  ) {
    guard (2...3).contains(actors.count) else { return }
    for (index, actor) in actors.enumerated() {
      add(.negotiatesWith, event, [actor], Array(actors[(index + 1)...]), &collector)
    }
  }

  /// The country in which talks are held, as host of those who talk.
  private func addHosts(
    _ event: EventMention, _ places: [Int], _ guests: [Int],
    _ collector: inout RelationCollector
  ) {
    let hosts = Set(places.compactMap(entities.country)).sorted()
    let strangers = guests.filter { guest in
      !hosts.contains { entities.areRelated($0, guest) }
    }
    add(.hosts, event, hosts, strangers, &collector)
  }

  /// Between whom is mediated: the participants of the other events of the sentence.
  private func parties(of mediation: EventMention, except mediators: [Int]) -> [Int] {
    let own = entities.entities(article: position, mentions: mediation.recipients)
    let others = article.events.filter {
      $0.sentence == mediation.sentence && $0.trigger != mediation.trigger
    }.flatMap { $0.actors + $0.recipients }
    let found = Set(own + entities.entities(article: position, mentions: others))
      .subtracting(entities.entities(article: position, mentions: mediation.actors))
    return found.count <= 3 ? found.sorted() : []
  }

  private func add(
    _ kind: Relation.Kind, _ event: EventMention, _ sources: [Int], _ targets: [Int],
    _ collector: inout RelationCollector
  ) {
    let claimants = entities.entities(article: position, mentions: event.attributedTo)
    let status: FactStatus =
      event.status == .stated && !claimants.isEmpty ? .attributed : event.status
    for source in sources.compactMap(entities.party) {
      for target in targets.compactMap(entities.party)
      where !Self.areOneSide(source, target, entities) {
        collector.add(
          RelationCollector.Evidence(
            kind: kind, source: source, target: target, status: status, claimants: claimants,
            interval: event.interval, detail: nil, article: position,
            span: article.sentences[event.sentence].span))
      }
    }
  }

  /// Whether one entity is the other's own country or organisation: no edge of action runs inside.
  static func areOneSide(_ left: Int, _ right: Int, _ entities: EntityIndex) -> Bool {
    left == right || entities.family(left).contains(right) || entities.family(right).contains(left)
  }
}
