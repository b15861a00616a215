/// Tells single events from what happens again and again, from talk, from games and from figures of
/// speech, and attacks from accidents.
struct EventGenericity {
  private let grammar: ArticleGrammar

  /// Works in one article.
  init(_ grammar: ArticleGrammar) { self.grammar = grammar }

  /// Whether a sentence is a title or heading.
  func isTitle(_ sentence: Int) -> Bool {
    switch grammar.article.article.blocks[grammar.article.sentences[sentence].block].kind {
    case .title, .heading: true
    default: false
    }
  }

  /// Habits and events in general: "periodic outbreaks", "they often protest", "miners die young".
  func isGeneric(_ candidate: EventCandidate, inSentence sentence: Int) -> Bool {
    let tokens = grammar.article.sentences[sentence].tokens
    let trigger = candidate.frame.trigger
    let adverbs = grammar.children(trigger).filter { grammar.relation($0) == .advmod }
    if adverbs.contains(where: { EventWords.habits.contains(grammar.keys[$0]) }) { return true }
    if isFigurative(candidate) || isSport(tokens) || isTalk(candidate) { return true }
    let syntax = grammar.syntax(trigger)
    guard candidate.frame.isNominal else {
      return candidate.type.map { !$0.isPlover } ?? false && isPresent(trigger)
        && !isTitle(sentence)
    }
    guard syntax.form == .plural,
      candidate.type.map(Self.counted.contains) ?? false
    else { return false }
    return !grammar.children(trigger).contains { child in
      switch grammar.relation(child) {
      case .det, .nummod, .nmodPossessive, .acl, .aclRelative, .nmod: true
      case .amod, .compound: grammar.mentionAt[child] >= 0
      default: false
      }
    }
  }

  /// "The agency delivers aid", "rebels fight": what is done in the present, outside a title, is done
  /// again and again.
  func isHabit(_ candidate: EventCandidate, inSentence sentence: Int) -> Bool {
    !candidate.frame.isNominal && candidate.type.map(Self.deeds.contains) ?? false
      && isPresent(candidate.frame.trigger) && !isTitle(sentence)
  }

  /// Whether a violent death or a blast is one of works and mines, and of nobody's attack: by what
  /// its sentence speaks of ("Eleven men died in an explosion on the drilling platform").
  func isMishap(_ candidate: EventCandidate, _ tokens: Range<Int>) -> Bool {
    guard candidate.type == .assault, let works = Self.works, let violence = Self.violence,
      tokens.contains(where: { works.contains(grammar.keys[$0]) })
    else { return false }
    let isByWorks = candidate.frame.subject.map { works.contains(grammar.keys[$0]) } ?? false
    return (isByWorks || tokens.contains { Self.blasts.contains(grammar.keys[$0]) })
      && !tokens.contains { violence.contains(grammar.keys[$0]) }
  }

  private static let works = WordClasses.set(
    "rig|refinery|mine|pipeline|platform|boiler|reactor|smelter|tanker|plant|factory|gas|mill")
  private static let blasts: Set<WordKey> = [
    "explosion", "explosions", "blast", "blasts", "exploded", "explode", "explodes", "blew",
  ]
  private static let violence = WordClasses.set(
    "@militants|@forces|@attack|bomb|bomber|bombing|missile|rocket|drone|shell|gunman|gunmen"
      + "|attacker|police|airstrike|sabotage|shooting|protester|siege")

  /// Types of which an event is done and not said.
  private static let deeds: Set<EventType> = [
    .cooperate, .aid, .retreat, .protest, .sanction, .mobilize, .coerce, .assault,
  ]

  /// Types of which a bare plural tells of none in particular.
  private static let counted: Set<EventType> = [.assault, .protest, .disaster]

  /// Whether a verb stands in the simple present.
  private func isPresent(_ verb: Int) -> Bool {
    let form = grammar.syntax(verb).form
    return form == .present || form == .base && grammar.child(verb, .aux, .mark) == nil
  }

  /// "I applaud", "help us": what the writer or a guest does to the reader.
  private func isTalk(_ candidate: EventCandidate) -> Bool {
    let talkers = candidate.reading.attributedTo.isEmpty ? Self.readers : Self.talkers
    return [candidate.frame.subject, candidate.frame.object].contains { word in
      word.map { grammar.mentionAt[$0] < 0 && talkers.contains(grammar.keys[$0]) } ?? false
    }
  }

  private static let talkers: Set<WordKey> = ["i", "you", "us", "me"]
  /// In the article's own voice the writer and the readers, too.
  private static let readers: Set<WordKey> = ["i", "you", "us", "me", "we"]

  /// "the fight against cancer", "a heart attack": nobody is fought.
  private func isFigurative(_ candidate: EventCandidate) -> Bool {
    guard candidate.type == .assault, let figurative = Self.figurative, let ailments = Self.ailments
    else { return false }
    let frame = candidate.frame
    if frame.phrases.contains(where: { figurative.contains(grammar.keys[$0.head]) }) { return true }
    if let object = frame.object, figurative.contains(grammar.keys[object]) { return true }
    return grammar.children(candidate.trigger).contains { ailments.contains(grammar.keys[$0]) }
  }

  /// Whether a sentence speaks of a game: by two words of sport or more.
  private func isSport(_ tokens: Range<Int>) -> Bool {
    guard let sport = Self.sport else { return false }
    var found: Set<WordKey> = []
    for token in tokens where sport.contains(grammar.keys[token]) {
      found.insert(grammar.keys[token])
      if found.count > 1 { return true }
    }
    return false
  }

  private static let figurative = WordClasses.set("@figurative")
  private static let ailments = WordClasses.set("@ailment")
  private static let sport = WordClasses.set("@sport")
}
