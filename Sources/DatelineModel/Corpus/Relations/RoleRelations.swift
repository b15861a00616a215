import DatelineText

/// The edges that titles make: people and the organisations and countries that they act for, and
/// organisations and their countries.
struct RoleRelations {
  /// Nouns for offices. Our own list of what news calls people with a function.
  private static let offices: Set<String> = Set(
    """
    minister president premier chancellor king queen prince emir sultan ambassador envoy diplomat \
    secretary governor mayor senator lawmaker leader chief head chairman chairwoman director \
    commander general spokesman spokeswoman spokesperson official officer analyst fellow researcher \
    professor expert adviser advisor founder member executive judge prosecutor lawyer coach captain \
    manager correspondent representative coordinator deputy commissioner marshal colonel lieutenant \
    admiral cleric bishop archbishop pope negotiator economist scientist editor owner partner
    """.split(separator: " ").map(String.init))

  private let view: SentenceView
  private let article: AnnotatedArticle
  private let tree: SentenceTree
  private let entities: EntityIndex

  /// Reads one sentence.
  init(_ view: SentenceView) {
    self.view = view
    article = view.article
    tree = view.tree
    entities = view.entities
  }

  /// Adds the edges of the sentence's mentions to `collector`.
  func add(to collector: inout RelationCollector) {
    for index in view.mentions where article.mentions[index].kind == .name {
      let mention = article.mentions[index]
      guard let source = view.found([index]).first else { continue }
      switch mention.type {
      case .person:
        if let (target, title) = before(mention) ?? after(mention) ?? regime(of: mention) {
          collector.add(.role, from: [source], to: [target], detail: title, on: view.ground)
        }
      case .organization:
        if let country = country(of: mention, source) {
          collector.add(.memberOf, from: [source], to: [country], on: view.ground)
        }
        if let owner = possessor(of: mention) {
          collector.add(.memberOf, from: [owner], to: [source], on: view.ground)
        }
      case .geopolitical, .location, .facility, .group, .event, .miscellaneous: break
      }
    }
  }

  /// "Pakistan's foreign minister, Ishaq Dar", "US President Donald Trump", "al-Qaeda leader X":
  /// an office before the name and the name of whom it serves before the office.
  private func before(_ mention: Mention) -> (target: Int, title: String)? {
    var token = mention.tokens.lowerBound - 1
    var office: Int?
    var title: [String] = []
    while token >= tree.tokens.lowerBound, mention.tokens.lowerBound - token <= 10 {
      let word = tree.word(token)
      if let index = tree.mention(token), article.mentions[index].type == .person { return nil }
      if let target = institution(at: token) {
        return office == nil ? nil : (target, title.reversed().joined(separator: " "))
      }
      if Self.offices.contains(word), office == nil { office = token }
      guard Self.isPartOfTitle(word, tree.partOfSpeech(token), hasOffice: office != nil) else {
        return nil
      }
      if office != nil, word.first?.isLetter ?? false, word != "'s" { title.append(word) }
      token -= 1
    }
    return nil
  }

  /// "Antoine Lévesque, a senior fellow at the International Institute", "X, president of Y",
  /// "Pandya, ACLED's senior analyst": an apposition with an office and whom it serves.
  private func after(_ mention: Mention) -> (target: Int, title: String)? {
    var token = mention.tokens.upperBound
    guard tree.tokens.contains(token), tree.word(token) == "," else { return nil }
    token += 1
    var office: Int?
    var possessor: Int?
    let limit = min(tree.tokens.upperBound, token + 16)
    while token < limit {
      let word = tree.word(token)
      if word == "," || tree.partOfSpeech(token) == .verb { break }
      if let target = institution(at: token) {
        if let office {
          if isServed(target, at: token) { return (target, tree.word(office)) }
        } else {
          possessor = possessor ?? target
        }
      }
      if Self.offices.contains(word), office == nil {
        office = token
        if let possessor { return (possessor, word) }
      }
      token += 1
    }
    return nil
  }

  /// Whether an institution named after an office is the one that it serves: an organisation
  /// anywhere, a country after "of" ("fellow in South Asia" serves no country).
  private func isServed(_ target: Int, at token: Int) -> Bool {
    if entities.entities[target].type == .organization { return true }
    return tree.tokens.contains(token - 1) && ["of", "to", "for"].contains(tree.word(token - 1))
  }

  /// The organisation, country or nationality whose name ends at `token`.
  private func institution(at token: Int) -> Int? {
    guard let index = tree.mention(token) else { return nil }
    switch article.mentions[index].type {
    case .organization, .geopolitical, .group:
      return view.found([index]).first.map(entities.home)
    case .person, .location, .facility, .event, .miscellaneous: return nil
    }
  }

  private static func isPartOfTitle(_ word: String, _ tag: PartOfSpeech, hasOffice: Bool) -> Bool {
    if word == "," { return !hasOffice }
    if ["'s", "’s", "'", "of", "the", "and", "for"].contains(word) { return hasOffice }
    if word == "-" || word == "." { return true }
    switch tag {
    case .noun, .properNoun, .adjective, .other: return true
    case .adposition, .adverb, .auxiliary, .coordinator, .determiner, .interjection, .numeral,
      .particle, .pronoun, .punctuation, .subordinator, .symbol, .verb:
      return word.last == "."
    }
  }

  private static let regimes: Set<String> = [
    "regime", "government", "administration", "rule", "presidency", "leadership",
  ]

  /// "the Taliban regime under Mullah Omar", "Ghana's government of Jane Doe": whose regime a person
  /// is named with.
  private func regime(of mention: Mention) -> (target: Int, title: String)? {
    let head = mention.tokens.upperBound - 1
    guard tree.tokens.contains(head) else { return nil }
    let top = mention.tokens.first { token in
      tree.head(token).map { !mention.tokens.contains($0) } ?? true
    }
    guard let top, ["under", "of"].contains(tree.preposition(top) ?? ""),
      let noun = tree.head(top), Self.regimes.contains(tree.word(noun))
    else { return nil }
    let owners = tree.children(of: noun, [.compound, .amod, .nmodPossessive])
    guard let owner = owners.compactMap(institution).last else { return nil }
    return (owner, "head of " + tree.word(noun))
  }

  /// The country of an organ of state: named in it, or before it as its owner.
  private func country(of mention: Mention, _ source: Int) -> Int? {
    let name = article.article.text[mention.span]
    guard StateOrgans.contain(name) else { return nil }
    if let home = entities.family(source).first(where: {
      $0 != source && entities.entities[$0].type == .geopolitical
    }) {
      return home
    }
    let owner = mention.tokens.lowerBound - 1
    guard tree.tokens.contains(owner), ["'s", "’s", "'"].contains(tree.word(owner)),
      tree.tokens.contains(owner - 1), let home = tree.entity(owner - 1),
      entities.entities[home].type == .geopolitical
    else { return nil }
    return home
  }

  /// The person of "his party" and "her ministry", where the pronoun was resolved.
  private func possessor(of mention: Mention) -> Int? {
    let pronoun = mention.tokens.lowerBound - 1
    guard tree.tokens.contains(pronoun), ["his", "her"].contains(tree.word(pronoun)),
      let owner = tree.entity(pronoun), entities.entities[owner].type == .person
    else { return nil }
    return owner
  }
}
