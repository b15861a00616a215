/// Finds who does harm, where the grammar says so and nowhere else.
///
/// For most events a neighbouring name is a fair guess of who acts. A wrong perpetrator does more damage
/// than a missing one: here only the subject of an active verb, a phrase with "by" and the owner of an
/// attack count, and a pronoun only where the name it stands for is close by.
struct HarmDoers {
  private let grammar: ArticleGrammar
  private let finder: MentionFinder

  /// Works in one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    finder = MentionFinder(grammar)
  }

  /// The types of harm.
  static let types: Set<EventType> = [.assault, .coerce, .protest]

  /// Who does what `frame` tells, as mentions; nobody where that is not said.
  func doers(in frame: EventFrame) -> [Int] {
    guard let subject = frame.subject, !frame.isSubjectGuessed, !finder.isOfPeople(subject),
      !isReflexive(frame.object), !isLoss(frame)
    else { return [] }
    let isAgent = frame.phrases.contains { $0.head == subject }
    if frame.isNominal, !isAgent, isOfVictims(frame.trigger) { return [] }
    return named(by: subject)
  }

  /// Whether a noun names what was done to those whom its owner or first part names, or where it was
  /// done: "the Lima bombing", "Lincoln's assassination", "the Cairo uprising".
  func isOfVictims(_ noun: Int) -> Bool { Self.suffered.contains(grammar.keys[noun]) }

  private static let suffered = Inflection.keys(
    ofNouns:
      "killing murder massacre assassination death bombing shooting kidnapping abduction torture "
      + "stabbing beating slaying lynching execution riot uprising unrest protest demonstration "
      + "revolution upheaval turmoil rampage stampede hijacking arrest detention imprisonment")

  private static let reflexives: Set<WordKey> = [
    "himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself",
  ]

  private func isReflexive(_ object: Int?) -> Bool {
    object.map { Self.reflexives.contains(grammar.keys[$0]) } ?? false
  }

  private static let lives: Set<WordKey> = ["life", "lives"]
  private static let losing: Set<WordKey> = ["lost", "lose", "loses", "losing"]

  /// "who lost their lives": whoever loses a life suffers.
  private func isLoss(_ frame: EventFrame) -> Bool {
    guard Self.losing.contains(grammar.keys[frame.trigger]), let object = frame.object else {
      return false
    }
    return Self.lives.contains(grammar.keys[object])
  }

  // MARK: Names

  /// The mentions that the noun phrase of `head` names, and no name that only stands near.
  private func named(by head: Int, depth: Int = 0) -> [Int] {
    if EventWords.relatives.contains(grammar.keys[head]), finder.mention(at: head) == nil {
      guard depth < 2, let noun = finder.antecedent(of: head) else { return [] }
      return named(by: noun, depth: depth + 1)
    }
    let heads =
      [head] + grammar.children(head).filter { $0 > head && grammar.relation($0) == .conj }
    let found = heads.flatMap { mention(at: $0) }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The mentions of one noun: its own, else the name that says whose body it is ("Egypt's army",
  /// "Kenyan troops") or which it is ("the militia Harrab").
  private func mention(at noun: Int) -> [Int] {
    if let own = finder.mention(at: noun) { return isFirm(own) ? [own] : [] }
    var owners: [Int] = []
    for child in grammar.children(noun) {
      guard let name = finder.mention(at: child), isFirm(name) else { continue }
      switch grammar.relation(child) {
      case .appos, .flat: return [name]
      case .amod, .compound, .nmodPossessive, .nmodDescriptor: owners.append(name)
      default: continue
      }
    }
    return isPeople(noun) ? [] : owners.suffix(1)
  }

  /// Whether a noun is of people who act for themselves, whatever their country.
  private func isPeople(_ noun: Int) -> Bool {
    let key = grammar.keys[noun]
    if finder.isOfPeople(noun) { return true }
    return ReferentLexicon.classes(of: key).contains(.person)
      && Self.combatants.map { !$0.contains(key) } ?? true
  }

  private static let combatants = WordClasses.set(
    "@forces|@militants|police|officer|policeman|agent")

  /// The sentences within which a pronoun must find its name.
  private static let reach = 1

  /// Whether a mention is a name or noun, or a pronoun whose name stands in its sentence or, for a
  /// person, the one before: what it stands for further off is a guess.
  private func isFirm(_ mention: Int) -> Bool {
    let mentions = grammar.article.mentions
    guard mentions[mention].kind == .pronoun else { return true }
    guard let chain = mentions[mention].chain,
      let sentence = grammar.sentence(of: mentions[mention].tokens.lowerBound)
    else { return false }
    let first = mentions[mention].type == .person ? max(0, sentence - Self.reach) : sentence
    let tokens = grammar.article.sentences[first].tokens.lowerBound
    return grammar.article.chains[chain].mentions.contains { other in
      mentions[other].kind == .name && mentions[other].tokens.lowerBound >= tokens
        && mentions[other].tokens.lowerBound < mentions[mention].tokens.lowerBound
    }
  }
}
