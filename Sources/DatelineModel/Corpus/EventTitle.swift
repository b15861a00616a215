import DatelineText

/// Makes the title of a timeline row: who did what to whom where, in a few words.
struct EventTitle {
  /// The title.
  let text: String

  /// The most characters of a clause that stands for a title.
  static let clauseLimit = 90

  /// Titles a cluster from its participants and type; without participants, by its clause.
  init(_ cluster: EventCluster, articles: [AnnotatedArticle], entities: EntityIndex) {
    let weights = Self.weights(cluster)
    func names(_ indices: Set<Int>) -> [String] {
      indices.sorted { (-weights[$0, default: 0], $0) < (-weights[$1, default: 0], $1) }
        .prefix(2).map { entities.entities[$0].name }
    }
    let actors = names(cluster.actors)
    let recipients = names(cluster.recipients.subtracting(cluster.actors))
    let places = names(
      cluster.places.subtracting(cluster.actors).subtracting(cluster.recipients))
    let phrase = EventPhrase(cluster.type, mode: cluster.mode)
    if actors.isEmpty, recipients.isEmpty {
      text = Self.clause(of: cluster, articles: articles) ?? phrase.noun
      return
    }
    var words = actors.isEmpty ? phrase.noun : Self.list(actors)
    if !actors.isEmpty {
      words += " " + (actors.count > 1 ? phrase.plural : phrase.singular)
      if !recipients.isEmpty { words += phrase.link + " " + Self.list(recipients) }
    } else {
      words += ": " + Self.list(recipients)
    }
    if let place = places.first { words += ", " + place }
    text = words
  }

  /// How many members name each participant.
  private static func weights(_ cluster: EventCluster) -> [Int: Int] {
    cluster.members.reduce(into: [:]) { weights, member in
      for entity in member.actors + member.recipients + member.places {
        weights[entity, default: 0] += 1
      }
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: " and ") }

  /// The shortest sentence that tells the event, cut at a word.
  private static func clause(of cluster: EventCluster, articles: [AnnotatedArticle]) -> String? {
    let sentences = cluster.members.map { member in
      let article = articles[member.article]
      return article.article.text[article.sentences[member.sentence].span]
    }
    guard let sentence = sentences.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else {
      return nil
    }
    let plain = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard plain.count > clauseLimit else { return plain }
    let cut = plain.prefix(clauseLimit)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
  }
}

/// The words for a PLOVER type and mode.
struct EventPhrase {
  /// After one actor ("strikes").
  let singular: String
  /// After several actors ("strike").
  let plural: String
  /// What stands before the recipient, with a blank before it (" with"), or nothing.
  let link: String
  /// Without an actor ("Air strike").
  let noun: String

  /// The words for `type` in `mode`.
  init(_ type: PloverType, mode: String?) {
    let words =
      mode.flatMap { Self.modes["\(type.rawValue)/\($0)"] } ?? Self.types[type]
      ?? ("acts", "act", " on", "Event")
    (singular, plural, link, noun) = words
  }

  private typealias Words = (String, String, String, String)

  private static let types: [PloverType: Words] = [
    .agree: ("agrees", "agree", " with", "Agreement"),
    .consult: ("meets", "meet", "", "Meeting"),
    .support: ("backs", "back", "", "Backing"),
    .concede: ("gives way", "give way", " to", "Concession"),
    .cooperate: ("cooperates", "cooperate", " with", "Cooperation"),
    .aid: ("aids", "aid", "", "Aid"),
    .retreat: ("pulls back", "pull back", " from", "Retreat"),
    .request: ("makes demands", "make demands", " on", "Demand"),
    .accuse: ("accuses", "accuse", "", "Accusation"),
    .reject: ("refuses", "refuse", "", "Refusal"),
    .threaten: ("threatens", "threaten", "", "Threat"),
    .protest: ("protests", "protest", " against", "Protest"),
    .sanction: ("sanctions", "sanction", "", "Sanction"),
    .mobilize: ("shows force", "show force", " against", "Show of force"),
    .coerce: ("coerces", "coerce", "", "Coercion"),
    .assault: ("attacks", "attack", "", "Attack"),
  ]

  private static let modes: [String: Words] = [
    "CONSULT/visit": ("visits", "visit", "", "Visit"),
    "CONSULT/phone": ("telephones", "telephone", "", "Telephone call"),
    "CONSULT/third-party": ("mediates", "mediate", " between", "Mediation"),
    "CONSULT/multilateral": ("confers", "confer", " with", "Conference"),
    "RETREAT/ceasefire": ("halts fighting", "agree to a ceasefire", " with", "Ceasefire"),
    "RETREAT/withdraw": ("withdraws", "withdraw", " from", "Withdrawal"),
    "RETREAT/release": ("releases", "release", "", "Release"),
    "RETREAT/resign": ("resigns", "resign", " from", "Resignation"),
    "RETREAT/disarm": ("disarms", "disarm", "", "Disarmament"),
    "ACCUSE/investigate": ("investigates", "investigate", "", "Investigation"),
    "SANCTION/convict": ("convicts", "convict", "", "Conviction"),
    "SANCTION/expel": ("expels", "expel", "", "Expulsion"),
    "SANCTION/withdraw": ("withdraws", "withdraw", " from", "Withdrawal"),
    "COERCE/arrest": ("arrests", "arrest", "", "Arrest"),
    "COERCE/deport": ("deports", "deport", "", "Deportation"),
    "COERCE/restrict": ("restricts", "restrict", "", "Restriction"),
    "COERCE/seize": ("seizes", "seize", " from", "Seizure"),
    "COERCE/censor": ("censors", "censor", "", "Censorship"),
    "COERCE/cyber": ("attacks by computer", "attack by computer", "", "Computer attack"),
    "ASSAULT/abduct": ("abducts", "abduct", "", "Abduction"),
    "ASSAULT/aerial": ("strikes from the air at", "strike from the air at", "", "Air strike"),
    "ASSAULT/drone": ("sends drones against", "send drones against", "", "Drone attack"),
    "ASSAULT/explosives": ("bombs", "bomb", "", "Bombing"),
    "ASSAULT/suicide-attack": ("bombs", "bomb", "", "Suicide attack"),
    "ASSAULT/firearms": ("shoots at", "shoot at", "", "Shooting"),
    "ASSAULT/heavy-weapons": ("shells", "shell", "", "Shelling"),
    "ASSAULT/torture": ("tortures", "torture", "", "Torture"),
    "PROTEST/riot": ("riots", "riot", " against", "Riot"),
    "PROTEST/strike": ("strikes", "strike", " against", "Strike"),
    "PROTEST/hunger": ("goes on hunger strike", "go on hunger strike", " against", "Hunger strike"),
  ]
}
