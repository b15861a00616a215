/// Gives an event its actors, recipients and places: mentions of the article.
struct EventRoles {
  private let grammar: ArticleGrammar
  private let finder: MentionFinder
  private let doers: HarmDoers

  /// Works in one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    finder = MentionFinder(grammar)
    doers = HarmDoers(grammar)
  }

  /// The three roles, each without repetition.
  struct Roles {
    /// Who acts.
    var actors: [Int] = []
    /// Who is acted upon.
    var recipients: [Int] = []
    /// Where.
    var places: [Int] = []
  }

  /// The roles that `frame` gives an event of `type`.
  func roles(_ frame: EventFrame, type: EventType, noun: Int?) -> Roles {
    var roles = Roles()
    if HarmDoers.types.contains(type) {
      roles.actors = doers.doers(in: frame)
      addVictim(of: frame, to: &roles)
    } else if let subject = frame.subject, !finder.isOfPeople(subject) {
      if Self.suffered.contains(type) {
        add(subject, to: &roles.recipients)
      } else {
        add(subject, to: &roles.actors)
      }
    }
    addObject(frame, noun: noun, to: &roles)
    add(frame.indirect, to: &roles.recipients)
    for phrase in frame.phrases {
      place(phrase, type: type, isNominal: frame.isNominal, in: &roles)
    }
    if let noun, noun != frame.trigger, !frame.isNominal {
      addNominal(noun, type: type, to: &roles)
    }
    if roles.places.isEmpty { roles.places = settings(of: frame.trigger) }
    let actors = roles.actors
    roles.recipients.removeAll { actors.contains($0) }
    let recipients = roles.recipients
    if !Self.harms.contains(type) { roles.places.removeAll { recipients.contains($0) } }
    return roles
  }

  /// What happens between parties is done by both.
  private static let mutual: Set<EventType> = [
    .agree, .consult, .support, .cooperate, .retreat, .assault,
  ]

  /// What befalls its subject: nobody acts.
  private static let suffered: Set<EventType> = [.disaster, .life]

  private static let harms: Set<EventType> = [.assault, .coerce]

  /// What comes from those who utter it: "calls for restraint from Oslo".
  private static let uttered: Set<EventType> = [
    .agree, .consult, .support, .request, .accuse, .reject, .threaten,
  ]

  /// Of a noun that names what was done to somebody, the owner is who suffered or where it was.
  private func addVictim(of frame: EventFrame, to roles: inout Roles) {
    guard frame.isNominal, let owner = frame.subject, doers.isOfVictims(frame.trigger),
      frame.phrases.allSatisfy({ $0.head != owner })
    else { return }
    for mention in mentions(owner) {
      if isPlace(mention) { append(mention, to: &roles.places) }
      if grammar.article.mentions[mention].type == .person {
        append(mention, to: &roles.recipients)
      }
    }
  }

  private func addObject(_ frame: EventFrame, noun: Int?, to roles: inout Roles) {
    guard let object = frame.object, object != noun else { return }
    add(object, to: &roles.recipients)
    for mention in mentions(object) where isPlace(mention) { append(mention, to: &roles.places) }
  }

  /// "launched attacks on the base": the phrases of the noun that a light verb carries.
  private func addNominal(_ noun: Int, type: EventType, to roles: inout Roles) {
    let reader = EventFrameReader(grammar)
    let frame = reader.nominal(noun)
    if roles.actors.isEmpty {
      if HarmDoers.types.contains(type) {
        roles.actors = doers.doers(in: frame)
      } else {
        add(frame.subject, to: &roles.actors)
      }
    }
    for phrase in frame.phrases { place(phrase, type: type, isNominal: true, in: &roles) }
  }

  private func place(
    _ phrase: (preposition: WordKey, head: Int), type: EventType, isNominal: Bool,
    in roles: inout Roles
  ) {
    let found = mentions(phrase.head)
    guard !found.isEmpty else { return }
    switch phrase.preposition {
    case "between", "among":
      if Self.mutual.contains(type) { found.forEach { append($0, to: &roles.actors) } }
    case "for" where type == .assault && !isNominal: break  // Who is fought for is not attacked.
    case "with", "against", "to", "for", "toward", "towards":
      found.forEach { append($0, to: &roles.recipients) }
    case "of" where roles.actors.isEmpty && !Self.harms.contains(type):
      found.forEach { append($0, to: &roles.actors) }
    case "from" where isNominal && Self.uttered.contains(type):
      found.forEach { append($0, to: &roles.actors) }
    case "of", "on", "upon", "from":
      found.forEach { append($0, to: &roles.recipients) }
      for mention in found where isPlace(mention) { append(mention, to: &roles.places) }
    default:
      guard EventWords.places.contains(phrase.preposition) else { return }
      for mention in found where isPlace(mention) { append(mention, to: &roles.places) }
    }
  }

  /// The places that the clause of a trigger names deeper down: "killed 19 people at a market in
  /// Makelle" happened in Makelle.
  private func settings(of trigger: Int) -> [Int] {
    let verb = grammar.syntax(trigger).head
    let isArgument = [.nsubj, .nsubjPassive, .obj].contains(grammar.relation(trigger))
    let top = isArgument ? verb ?? trigger : trigger
    var found: [Int] = []
    for token in grammar.subtree(top) {
      guard let mention = finder.mention(at: token), isPlace(mention),
        let mark = grammar.child(token, .case), Self.within.contains(grammar.keys[mark]),
        isDirectly(token, below: top)
      else { continue }
      append(mention, to: &found)
    }
    return found
  }

  private static let within: Set<WordKey> = ["in", "at", "near", "outside", "inside"]

  /// Whether nothing but phrases lies between a token and the clause above it.
  private func isDirectly(_ token: Int, below top: Int) -> Bool {
    var current = token
    for _ in 0..<5 where current != top {
      switch grammar.relation(current) {
      case .nmod, .obl, .obj, .nsubj, .nsubjPassive, .oblAgent: break
      default: return false
      }
      guard let head = grammar.syntax(current).head else { return false }
      current = head
    }
    return current == top
  }

  private func isPlace(_ mention: Int) -> Bool {
    switch grammar.article.mentions[mention].type {
    case .geopolitical, .location, .facility: !grammar.article.mentions[mention].isMetonym
    case .person, .organization, .group, .event, .miscellaneous: false
    }
  }

  private func mentions(_ head: Int) -> [Int] {
    finder.mentions(headed: head, in: grammar.subtree(head))
  }

  private func add(_ head: Int?, to role: inout [Int]) {
    guard let head else { return }
    mentions(head).forEach { append($0, to: &role) }
  }

  private func append(_ mention: Int, to role: inout [Int]) {
    if !role.contains(mention) { role.append(mention) }
  }
}
