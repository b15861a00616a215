/// Reads common noun phrases that refer to somebody the article names, or may name.
struct NominalReader {
  /// What a noun phrase refers to by its words alone.
  enum Reading {
    /// One of two just spoken of: "the former", "the latter".
    case one(isFirst: Bool)
    /// Two at once: "both sides", "the two leaders".
    case pair(ofPeople: Bool)
    /// The state of the mention beside it ("Kenyan officials").
    case government(owner: Int)
    /// The state, of which the article must say which ("the government").
    case state
    /// A body of a country or town, with its plain name; the owner is a mention.
    case institution(String, owner: Int?)
    /// A country ("the country").
    case country
    /// An organisation named before ("the company").
    case body
    /// A person with an office or trade ("the foreign minister").
    case person(isDefinite: Bool)
    /// A document that may speak; a definite one in which a body makes something known speaks for it.
    case document(isProclaimed: Bool)
  }

  private let grammar: ArticleGrammar
  private let finder: MentionFinder
  private let lexicon = NameLexicon.embedded

  /// Reads in one article, whose names are known.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    finder = MentionFinder(grammar)
  }

  /// The reading of the phrase that `head` is the head of; nil for what refers to nobody.
  func reading(_ head: Int) -> Reading? {
    let key = grammar.keys[head]
    let classes = ReferentLexicon.classes(of: key)
    let isDefinite = hasDeterminer(head)
    if let isFirst = Self.choices[key] { return isDefinite ? .one(isFirst: isFirst) : nil }
    if isPair(head) { return .pair(ofPeople: false) }
    if isDual(head, classes) { return .pair(ofPeople: !classes.contains(.sides)) }
    if let institution = institution(head, isDefinite: isDefinite) { return institution }
    if classes.contains(.government), let owner = owner(of: head, orBody: true) {
      return .government(owner: owner)
    }
    if isDefinite, !isNamed(head) {
      if classes.contains(.state) { return .state }
      if classes.contains(.country) { return .country }
      if classes.contains(.body) { return .body }
    }
    if classes.contains(.person) || isOffice(head) { return .person(isDefinite: isDefinite) }
    guard classes.contains(.thing) else { return nil }
    return .document(isProclaimed: isDefinite && ClaimLexicon.holds(key, .proclamation))
  }

  private static let choices: [WordKey: Bool] = ["former": true, "latter": false]

  private static let definite: Set<WordKey> = ["the", "this", "that"]

  private func hasDeterminer(_ head: Int) -> Bool {
    grammar.children(head).contains {
      $0 < head && grammar.relation($0) == .det && Self.definite.contains(grammar.keys[$0])
    }
  }

  /// "The two clashed": a numeral that stands for those spoken of.
  func isPair(_ token: Int) -> Bool {
    guard grammar.keys[token] == Self.two, hasDeterminer(token) else { return false }
    switch grammar.relation(token) {
    case .nsubj, .nsubjPassive, .obj, .obl, .nmod: return true
    default: return false
    }
  }

  private static let two: WordKey = "two"

  /// "both sides", "the two countries", "the sides".
  private func isDual(_ head: Int, _ classes: ReferentClass) -> Bool {
    guard !classes.isDisjoint(with: [.sides, .leaders]),
      grammar.syntax(head).form == .plural || grammar.syntax(head).partOfSpeech == .other
    else { return false }
    let before = grammar.children(head).prefix { $0 < head }
    if before.contains(where: { Self.twos.contains(grammar.keys[$0]) }) { return true }
    return Self.alwaysTwo.contains(grammar.keys[head]) && hasDeterminer(head)
      && before.allSatisfy { grammar.relation($0) != .amod }
  }

  private static let twos: Set<WordKey> = ["two", "both"]
  private static let alwaysTwo: Set<WordKey> = ["sides", "neighbors", "neighbours", "rivals"]

  private func institution(_ head: Int, isDefinite: Bool) -> Reading? {
    var name = ReferentLexicon.institution(grammar.keys[head])
    if head > 0, let pair = ReferentLexicon.key(grammar.keys[head - 1], grammar.keys[head]) {
      name = ReferentLexicon.institution(pair)
    } else if head > 0, name != nil, isSpecified(head) {
      return nil
    }
    guard let name else { return nil }
    let owner = owner(of: head)
    return owner == nil && !isDefinite ? nil : .institution(name, owner: owner)
  }

  /// Whether an adjective or noun that names nobody narrows the noun down ("rebel forces").
  private func isSpecified(_ head: Int) -> Bool {
    grammar.children(head).contains {
      guard $0 < head, finder.mention(at: $0) == nil else { return false }
      return grammar.relation($0) == .compound || grammar.relation($0) == .amod
    }
  }

  /// The country, people or town that a noun is named with ("Kenyan", "Kenya’s"), or with `orBody`
  /// an organisation.
  func owner(of head: Int, orBody: Bool = false) -> Int? {
    for child in grammar.children(head) where child < head {
      switch grammar.relation(child) {
      case .nmodPossessive, .amod, .compound, .nmodDescriptor, .nmodUnmarked:
        if let mention = finder.mention(at: child), isOwner(mention, orBody: orBody) {
          return mention
        }
      default: continue
      }
    }
    var before = head - 1
    if before >= 0, ClaimWords.possessives.contains(grammar.keys[before]) { before -= 1 }
    guard before >= 0, let mention = finder.mention(at: before), isOwner(mention, orBody: orBody)
    else {
      return nil
    }
    return mention
  }

  private func isOwner(_ mention: Int, orBody: Bool) -> Bool {
    switch grammar.article.mentions[mention].type {
    case .geopolitical, .group: true
    case .organization: orBody
    case .person, .location, .facility, .event, .miscellaneous: false
    }
  }

  /// Whether a name beside the noun says whom it means ("the Northern Front’s leadership").
  private func isNamed(_ head: Int) -> Bool {
    grammar.children(head).contains { child in
      switch grammar.relation(child) {
      case .nmodPossessive, .amod, .compound, .nmodDescriptor, .appos, .flat:
        finder.mention(at: child) != nil
      default: false
      }
    }
  }

  /// Whether the lists know the noun as an office or trade.
  func isOffice(_ head: Int) -> Bool {
    let classes = lexicon.classes(of: grammar.article.text(head))
    return !classes.isDisjoint(with: [.office, .occupation])
  }

  /// The words of an office, in lower case: "foreign", "minister".
  func office(_ head: Int) -> [String] {
    let modifiers = grammar.children(head).filter { child in
      guard child < head, finder.mention(at: child) == nil else { return false }
      return grammar.relation(child) == .compound || grammar.relation(child) == .amod
    }
    return (modifiers + [head]).map { grammar.article.text($0).lowercased() }
  }

  /// The tokens of the phrase from its determiner to its head.
  func phrase(_ head: Int) -> Range<Int> {
    let first = grammar.children(head).first { child in
      switch grammar.relation(child) {
      case .det, .detPredeterminer, .amod, .compound, .nummod, .nmodPossessive: child < head
      default: false
      }
    }
    let lower = first.map { max(grammar.subtree($0).lowerBound, head - 6) } ?? head
    return min(lower, head)..<(head + 1)
  }
}
