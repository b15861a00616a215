/// Chooses the sense of a trigger from what stands around it.
struct EventMatcher {
  /// A sense that fits.
  struct Match {
    /// The sense.
    var sense: EventSense
    /// The noun that a condition on subject or object was met by: the event's name where the verb
    /// is light ("carried out strikes", "talks collapsed").
    var noun: Int?
  }

  private let grammar: ArticleGrammar
  private let finder: MentionFinder

  /// Matches in one article.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    finder = MentionFinder(grammar)
  }

  /// The sense with the most conditions met, then the most trusted; nil where none fits.
  func match(_ frame: EventFrame, _ senses: [EventSense]) -> Match? {
    var best: Match?
    var bestScore = -1
    for sense in senses {
      let score = sense.conditions.count * 10 + sense.weight
      guard score > bestScore else { continue }
      var noun: Int?
      let fits = sense.conditions.allSatisfy { holds($0, frame, &noun) }
      if fits {
        best = Match(sense: sense, noun: noun)
        bestScore = score
      }
    }
    return best
  }

  private func holds(_ condition: EventSense.Condition, _ frame: EventFrame, _ noun: inout Int?)
    -> Bool
  {
    switch condition {
    case .object(let set):
      guard let found = frame.object.flatMap({ head(of: $0, in: set) }) else { return false }
      noun = found
      return true
    case .subject(let set):
      guard let found = frame.subject.flatMap({ head(of: $0, in: set) }) else { return false }
      noun = noun ?? found
      return true
    case .noSubject(let set):
      return !(frame.subject.map { head(of: $0, in: set) != nil } ?? false)
    case .noPhraseOf(let preposition, let set):
      return !frame.phrases.contains {
        $0.preposition == preposition && head(of: $0.head, in: set) != nil
      }
    case .particle(let key): return frame.particles.contains(key)
    case .phrase(let preposition, let set):
      return frame.phrases.contains { phrase in
        phrase.preposition == preposition
          && (set.map { head(of: phrase.head, in: $0) != nil } ?? true)
      }
    case .noPhrase(let preposition):
      return !frame.phrases.contains { $0.preposition == preposition }
    case .noObject: return frame.object == nil
    case .complement: return frame.complement != nil
    case .noComplement: return frame.complement == nil
    case .negated: return frame.isNegated
    case .future: return frame.modal.map(EventWords.future.contains) ?? false
    case .modifier(let set): return hasModifier(frame, in: set)
    case .personal: return frame.object.map(isPersonal) ?? false
    case .organization: return frame.object.map(isOrganization) ?? false
    case .clause(let set): return hasClause(frame.trigger, in: set)
    case .noClause(let set): return !hasClause(frame.trigger, in: set)
    case .traveller: return frame.subject.map(isPerson) ?? false
    case .place(let preposition):
      return frame.phrases.contains { phrase in
        phrase.preposition == preposition && isPlace(phrase.head)
      }
    }
  }

  /// The token of a noun phrase that belongs to `set`: its head, one coordinated with it, the
  /// noun after "of" ("a series of raids", "dozens of soldiers"), or what a name is said to be ("the
  /// trawler Solveig").
  private func head(of head: Int, in set: WordSet) -> Int? {
    if set.contains(grammar.keys[head]) { return head }
    for child in grammar.children(head) {
      switch grammar.relation(child) {
      case .conj: if set.contains(grammar.keys[child]) { return child }
      case .nmod where Self.measures.contains(grammar.keys[head]):
        if set.contains(grammar.keys[child]) { return child }
      case .appos, .compound, .nmodDescriptor:
        if grammar.syntax(head).partOfSpeech == .properNoun, set.contains(grammar.keys[child]) {
          return child
        }
      default: continue
      }
    }
    return nil
  }

  private static let measures: Set<WordKey> = [
    "series", "round", "rounds", "wave", "waves", "number", "campaign", "group", "dozens",
    "hundreds", "thousands", "tens", "scores", "part", "some", "many", "string", "spate", "barrage",
    "batch", "tons", "ton", "tonnes", "amount", "amounts", "state", "kind", "share", "lot", "worth",
    "billions", "rest", "most", "piece", "stage", "stages", "end", "start", "beginning", "millions",
    "members", "types",
  ]

  private func hasModifier(_ frame: EventFrame, in set: WordSet) -> Bool {
    let noun = frame.isNominal ? frame.trigger : frame.object
    guard let noun else { return false }
    return grammar.children(noun).contains { child in
      child < noun && set.contains(grammar.keys[child])
    }
  }

  /// Whether a noun phrase names somebody: a name of a person, group, place or organisation, a
  /// pronoun of persons, or a common noun for people.
  private func isPersonal(_ head: Int) -> Bool {
    if let mention = finder.mentions(headed: head, in: head..<(head + 1)).first {
      switch grammar.article.mentions[mention].type {
      case .person, .organization, .geopolitical, .group: return true
      case .location, .facility, .event, .miscellaneous: return false
      }
    }
    if let people = Self.people, people.contains(grammar.keys[head]) { return true }
    return grammar.syntax(head).partOfSpeech == .properNoun
  }

  /// Whether a noun phrase names a body, or stands for one in a relative clause.
  private func isOrganization(_ head: Int) -> Bool {
    let isRelative = EventWords.relatives.contains(grammar.keys[head])
    let named = isRelative ? finder.antecedent(of: head) ?? head : head
    guard let mention = finder.mention(at: named) else { return false }
    return grammar.article.mentions[mention].type == .organization
  }

  /// Whether an adverbial clause of `verb`, or one coordinated with it, has a verb of `set`: "died
  /// when the ferry caught fire and capsized".
  private func hasClause(_ verb: Int, in set: WordSet) -> Bool {
    grammar.children(verb).contains { child in
      switch grammar.relation(child) {
      case .advcl:
        set.contains(grammar.keys[child])
          || grammar.children(child).contains {
            grammar.relation($0) == .conj && set.contains(grammar.keys[$0])
          }
      case .conj: set.contains(grammar.keys[child])
      default: false
      }
    }
  }

  /// Whether a noun phrase names one person: by name, by office or with "he" or "she".
  private func isPerson(_ head: Int) -> Bool {
    if Self.pronouns.contains(grammar.keys[head]) { return true }
    if let mention = finder.mention(at: head), grammar.article.mentions[mention].kind == .name {
      return grammar.article.mentions[mention].type == .person
    }
    return Self.officials?.contains(grammar.keys[head]) ?? false
  }

  private static let pronouns: Set<WordKey> = ["he", "she"]
  private static let officials = WordClasses.set("@official")

  private func isPlace(_ head: Int) -> Bool {
    guard let mention = finder.mention(at: head) else { return false }
    return [.geopolitical, .location].contains(grammar.article.mentions[mention].type)
  }

  private static let people = WordClasses.set("@person|him|her|them|us")
}
