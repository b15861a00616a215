import DatelineText

/// The edges that events make: attacks, accusations, visits, mediation and so on.
struct EventRelations {
  private let view: SentenceView
  private let entities: EntityIndex

  /// Reads the events of one sentence.
  init(_ view: SentenceView) {
    self.view = view
    entities = view.entities
  }

  /// Adds the edges of `events`, which the sentence tells, to `collector`.
  func add(_ events: [EventMention], to collector: inout RelationCollector) {
    let facts = events.filter(isFact)
    let mediators = facts.filter { $0.mode == "third-party" }.flatMap(mediators)
    for event in facts {
      let ground = view.ground(of: event)
      if event.mode == "third-party" { addMediation(event, ground, &collector) }
      var actors = doers(of: event, among: events)
      let recipients = view.acting(event.recipients)
      switch event.type {
      case .consult where event.mode == "visit":
        addVisit(event, actors, recipients, ground, &collector)
      case .consult, .agree:
        actors.removeAll(where: mediators.contains)
        addTalks(event, actors + recipients, besides: mediators, ground, &collector)
      case .sanction, .aid:
        add(event, actors.map { entities.state(ofOfficial: $0) ?? $0 }, recipients, &collector)
      case .assault:
        let harmed = recipients.isEmpty ? targets(of: event) : recipients.map(state(ofOrgan:))
        add(event, actors, harmed, &collector)
      case .cooperate:
        addTogether(.alliedWith, actors + recipients, ground, &collector)
      case .coerce, .accuse, .request, .support, .concede, .retreat, .reject, .threaten, .protest,
        .mobilize:
        add(event, actors, recipients, &collector)
      case .disaster, .life, .justice, .personnel, .business: break
      }
    }
  }

  /// The state whose army or organ a body is: who attacks a state's forces attacks the state.
  private func state(ofOrgan body: Int) -> Int {
    guard entities.entities[body].type == .organization else { return body }
    let side = entities.side(body)
    return entities.party(side) ?? side
  }

  /// Who acts: without a person who only tells of it.
  private func doers(of event: EventMention, among events: [EventMention]) -> [Int] {
    let isSpoken = [.accuse, .request, .reject, .threaten, .concede].contains(event.type)
    let tellers = isSpoken ? [] : view.found(event.attributedTo)
    return view.acting(event.doers(among: events)).filter {
      !tellers.contains($0) || entities.entities[$0].type != .person
    }
  }

  /// Denied, imagined and merely planned events make no edge.
  private func isFact(_ event: EventMention) -> Bool {
    switch event.status {
    case .stated, .attributed: true
    // Hearsay makes nobody an attacker.
    case .unconfirmed: ![.assault, .coerce].contains(event.type)
    case .planned: [.consult, .agree].contains(event.type)
    case .denied, .hypothetical: false
    }
  }

  /// The edge from actor to recipient that an event type makes; nil where it makes none.
  private static func kind(of type: EventType, mode: String?) -> Relation.Kind? {
    switch type {
    case .assault: .attacks
    case .accuse: .accuses
    case .request: .demands
    case .sanction: .sanctions
    case .aid, .support: .supports
    case .coerce: mode == "arrest" ? .arrests : nil
    case .agree, .cooperate, .consult, .concede, .retreat, .reject, .threaten, .protest, .mobilize,
      .disaster, .life, .justice, .personnel, .business:
      nil
    }
  }

  private func add(
    _ event: EventMention, _ actors: [Int], _ recipients: [Int],
    _ collector: inout RelationCollector
  ) {
    guard let kind = Self.kind(of: event.type, mode: event.mode) else { return }
    collector.add(kind, from: actors, to: recipients, on: view.ground(of: event))
  }

  /// The countries in which an attack without a named target happens.
  private func targets(of event: EventMention) -> [Int] {
    Set(view.found(event.places).compactMap(entities.country)).sorted()
  }

  // MARK: - Visits

  /// A person's visit to a country, and the country as host.
  private func addVisit(
    _ event: EventMention, _ visitors: [Int], _ hosts: [Int], _ ground: RelationCollector.Ground,
    _ collector: inout RelationCollector
  ) {
    if isReception(event) {
      let guests = hosts.filter { entities.entities[$0].type == .person }
      let hosts = visitors.map { entities.state(ofOfficial: $0) ?? $0 }
      collector.add(.hosts, from: hosts, to: guests, on: ground)
      collector.add(
        .visits, from: guests, to: hosts.compactMap(entities.country), on: ground)
      return
    }
    var people = visitors.filter { entities.entities[$0].type == .person }
    if people.isEmpty {
      let tellers = view.found(event.attributedTo)
      people = travellers(of: event).filter { !tellers.contains($0) }
    }
    let places = hosts + view.found(event.places)
    var countries = Set(places.compactMap(entities.country)).sorted()
    if countries.isEmpty { countries = destinations(of: event) }
    countries.removeAll { country in people.contains { entities.family($0).contains(country) } }
    collector.add(.visits, from: people, to: countries, on: ground)
    collector.add(.hosts, from: countries, to: people, on: ground)
  }

  /// Whether the one who acts is the host: "the president received the envoy".
  private func isReception(_ event: EventMention) -> Bool {
    let word = EventRecord.stem(view.article.article.text[event.trigger])
    return ["receiv", "receive", "host", "welcom", "welcome", "greet"].contains(word)
  }

  /// The one person whom the sentence names before the visit: "Pakistan's minister, Ishaq Dar,
  /// visited"; nobody where it names several.
  private func travellers(of event: EventMention) -> [Int] {
    let found = named { mention in
      mention.type == .person && mention.span.upper <= event.trigger.lower
    }
    return found.count == 1 ? found : []
  }

  /// The one country that the sentence names after the visit, not as an owner: "visit to Pakistan's
  /// rival India" names India.
  private func destinations(of event: EventMention) -> [Int] {
    let bytes = view.article.article.text.bytes
    let found = named { mention in
      mention.type == .geopolitical && mention.span.lower >= event.trigger.upper
        && !["'".utf8.first, 0xE2].contains(
          bytes.indices.contains(Int(mention.span.upper)) ? bytes[Int(mention.span.upper)] : nil)
    }.compactMap(entities.country)
    return Set(found).count == 1 ? Array(found.prefix(1)) : []
  }

  /// The entities of the names in the sentence that fit.
  private func named(where fits: (Mention) -> Bool) -> [Int] {
    view.found(view.mentions.filter { fits(view.article.mentions[$0]) })
  }

  // MARK: - Talks

  /// Talks and agreements: between those who take part, or the two parties that are spoken of; the
  /// country in which they are held is host; officials talk for their states.
  private func addTalks(
    _ event: EventMention, _ named: [Int], besides mediators: [Int],
    _ ground: RelationCollector.Ground, _ collector: inout RelationCollector
  ) {
    let hosts = Set(view.found(event.places).compactMap(entities.country)).sorted()
    var parties = named
    // "how to meet up" is nobody's meeting, while "talks were held" are of those spoken of.
    let isOpen = named.isEmpty && view.token(of: event).map { view.tree.partOfSpeech($0) } == .verb
    if parties.count < 2, event.type == .consult, !isOpen {
      let others = view.pair(except: mediators + hosts)
      if named.allSatisfy({ party in others.contains { entities.areOneSide(party, $0) } }) {
        parties = others
      }
    }
    addTogether(.negotiatesWith, parties, ground, &collector)
    let states = Set(parties.compactMap { entities.state(ofOfficial: $0) })
    addTogether(.negotiatesWith, states.sorted(), ground, &collector)
    guard event.type == .consult else { return }
    let guests = parties.filter { guest in
      !hosts.contains { entities.areRelated($0, guest) }
    }
    collector.add(.hosts, from: hosts, to: guests, on: ground)
  }

  /// One edge between each two of a few parties.
  private func addTogether(
    _ kind: Relation.Kind, _ parties: [Int], _ ground: RelationCollector.Ground,
    _ collector: inout RelationCollector
  ) {
    guard (2...3).contains(parties.count) else { return }
    for (index, party) in parties.enumerated() {
      collector.add(kind, from: [party], to: Array(parties[(index + 1)...]), on: ground)
    }
  }

  // MARK: - Mediation

  /// Between whom is mediated: those named with "between", else the pair that is spoken of.
  private func addMediation(
    _ event: EventMention, _ ground: RelationCollector.Ground, _ collector: inout RelationCollector
  ) {
    let mediators = mediators(of: event)
    guard !mediators.isEmpty else { return }
    let between = phrases(of: event, ["between", "among"])
    let parties = between.count > 1 ? between : view.pair(except: mediators)
    collector.add(.mediates, from: mediators, to: parties, on: ground)
  }

  /// Who mediates: the actors, else those whom the noun names ("mediation from Oman").
  private func mediators(of event: EventMention) -> [Int] {
    let between = phrases(of: event, ["between", "among"])
    let actors = view.acting(event.actors).filter { !between.contains($0) }
    return actors.isEmpty ? phrases(of: event, ["by", "from", "of"]) : actors
  }

  /// The entities of the phrases that hang on an event's trigger with one of `prepositions`.
  private func phrases(of event: EventMention, _ prepositions: Set<String>) -> [Int] {
    guard let token = view.token(of: event) else { return [] }
    return view.tree.children(of: token, [.nmod, .obl, .oblAgent]).filter {
      prepositions.contains(view.tree.preposition($0) ?? "")
    }.flatMap { view.tree.entities(headed: $0) }
  }
}

extension EntityIndex {
  /// Whether one entity is the other's own country or organisation.
  func areOneSide(_ left: Int, _ right: Int) -> Bool {
    left == right || family(left).contains(right) || family(right).contains(left)
  }
}
