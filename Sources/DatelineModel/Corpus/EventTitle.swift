import DatelineText

/// Makes the title of a timeline row: what happened, in the words of the telling that says it best.
struct EventTitle {
  /// The title.
  let text: String
  /// The telling that the title is taken from; nil where it is made of names.
  let telling: EventRecord?

  /// The most tellings that are read for a title.
  static let tellings = 12

  /// A clause that may become the title, and how far it is from the best.
  struct Candidate: Sendable {
    var rank: Int
    var clause: String
  }

  /// Titles a cluster by the clause of one of its tellings; where no telling has a clause, by what it
  /// is called and whom it names.
  init(
    _ cluster: EventCluster, _ tellings: [Telling], articles: ArticleList, entities: EntityIndex
  ) {
    let clauses = tellings.prefix(Self.tellings).enumerated().compactMap { member, telling in
      telling.title.map { (member: member, title: $0) }
    }
    let status = TimelineBuilder.status(of: cluster.members.map(\.status))
    // What only a source says is no title of what others state.
    let asserted = clauses.filter { cluster.members[$0.member].status == status }
    let best = (asserted.isEmpty ? clauses : asserted).min {
      ($0.title.rank, $0.title.clause) < ($1.title.rank, $1.title.clause)
    }
    text =
      best?.title.clause
      ?? Self.caption(cluster, tellings, articles: articles) { entities.entities[$0].name }
    telling = best.map { cluster.members[$0.member] }
  }

  /// The clause of one telling; nil where it has none.
  static func candidate(
    _ member: EventRecord, in article: AnnotatedArticle, entities: EntityIndex
  ) -> Candidate? {
    let names = { (entity: Int) in entities.entities[entity].name }
    let tree = SentenceTree(
      member.sentence, of: article, at: member.article,
      mentions: article.mentionIndices(inSentence: member.sentence), entities: entities)
    let trigger = article.events[member.event].trigger
    let actor = member.actors.count == 1 ? member.actors.first.map(names) : nil
    let clause = EventClause(
      trigger: trigger, in: tree, of: article, name: names,
      isPerson: { entities.entities[$0].type == .person }, actor: actor)
    return clause.map { Candidate(rank: rank($0, of: member), clause: $0.text) }
  }

  /// How far a clause is from the best title: one that names who acts, is whole, told in the
  /// article's own voice and neither curt nor long comes first.
  private static func rank(_ clause: EventClause, of member: EventRecord) -> Int {
    var rank = abs(clause.text.length - 60) / 10
    if !clause.namesSubject { rank += 3 }
    if clause.isCut { rank += 4 }
    if !clause.isWhole { rank += 4 }
    if member.status != .stated { rank += 2 }
    if !member.isMain { rank += 1 }
    // How many died says more of an accident than how it came about.
    if member.type == .disaster, !member.counts.isEmpty { rank -= 4 }
    return rank
  }

  /// What the event is called and whom it names ("Air strike: Peru, Quito"); without names its
  /// shortest sentence.
  private static func caption(
    _ cluster: EventCluster, _ tellings: [Telling], articles: ArticleList,
    names: (Int) -> String
  ) -> String {
    let noun = cluster.type.noun(mode: cluster.mode)
    var parties: [Int] = []
    for entity in [cluster.actors, cluster.recipients, cluster.places].joined()
    where !parties.contains(entity) {
      parties.append(entity)
    }
    guard parties.isEmpty else {
      return noun + ": " + parties.prefix(3).map(names).joined(separator: ", ")
    }
    let sentences = zip(cluster.members, tellings).map { member, telling in
      String(
        decoding: articles.text(at: member.article, telling.sentence.range), as: UTF8.self)
    }
    guard let shortest = sentences.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else {
      return noun
    }
    return ClauseWriter.cut(shortest.onOneLine, to: EventClause.limit)
  }
}

extension EventType {
  /// What an event of this type is called ("Attack"), by its mode where that says more ("Air strike").
  func noun(mode: String?) -> String {
    mode.flatMap { Self.nouns["\(rawValue)/\($0)"] } ?? Self.nouns[rawValue] ?? rawValue
  }

  private static let nouns = [
    "AGREE": "Agreement", "CONSULT": "Meeting", "SUPPORT": "Backing", "CONCEDE": "Concession",
    "COOPERATE": "Cooperation", "AID": "Aid", "RETREAT": "Retreat", "REQUEST": "Demand",
    "ACCUSE": "Accusation", "REJECT": "Refusal", "THREATEN": "Threat", "PROTEST": "Protest",
    "SANCTION": "Sanction", "MOBILIZE": "Show of force", "COERCE": "Coercion",
    "ASSAULT": "Attack", "CONSULT/visit": "Visit", "CONSULT/phone": "Telephone call",
    "CONSULT/third-party": "Mediation", "CONSULT/multilateral": "Conference",
    "RETREAT/ceasefire": "Ceasefire", "RETREAT/withdraw": "Withdrawal",
    "RETREAT/release": "Release", "RETREAT/resign": "Resignation",
    "RETREAT/disarm": "Disarmament", "ACCUSE/investigate": "Investigation",
    "SANCTION/convict": "Conviction", "SANCTION/expel": "Expulsion",
    "SANCTION/withdraw": "Withdrawal", "COERCE/arrest": "Arrest",
    "COERCE/deport": "Deportation", "COERCE/restrict": "Restriction", "COERCE/seize": "Seizure",
    "COERCE/censor": "Censorship", "COERCE/cyber": "Computer attack",
    "ASSAULT/abduct": "Abduction", "ASSAULT/aerial": "Air strike",
    "ASSAULT/drone": "Drone attack", "ASSAULT/explosives": "Bombing",
    "ASSAULT/suicide-attack": "Suicide attack", "ASSAULT/firearms": "Shooting",
    "ASSAULT/heavy-weapons": "Shelling", "ASSAULT/torture": "Torture", "PROTEST/riot": "Riot",
    "PROTEST/strike": "Strike", "PROTEST/hunger": "Hunger strike",
    "ASSAULT/takeover": "Seizure of power", "DISASTER": "Disaster",
    "DISASTER/accident": "Accident", "DISASTER/disease": "Outbreak", "LIFE": "Life",
    "LIFE/die": "Death", "LIFE/injure": "Injury", "LIFE/marry": "Marriage",
    "LIFE/be-born": "Birth", "JUSTICE": "Court case", "JUSTICE/rule": "Ruling",
    "JUSTICE/trial": "Trial", "JUSTICE/appeal": "Appeal", "PERSONNEL": "Change of office",
    "PERSONNEL/elect": "Election", "PERSONNEL/start": "Appointment",
    "PERSONNEL/end": "Departure", "BUSINESS": "Business", "BUSINESS/own": "Takeover",
    "BUSINESS/merge": "Merger", "BUSINESS/end": "Bankruptcy", "BUSINESS/jobs": "Job cuts",
    "BUSINESS/market": "Market",
  ]
}
