/// What the names of an article's chains tell of those who bear them.
struct ReferentNaming {
  /// The chains, with those of institutions that are named by common nouns alone added at the end.
  private(set) var chains: [CoreferenceChain]
  private var genders: [Referent.Gender]
  private var byName: [String: Int] = [:]

  /// Reads the chains of `annotated`.
  init(_ annotated: AnnotatedArticle) {
    chains = annotated.chains
    genders = []
    for (index, chain) in chains.enumerated() {
      let name = FoldedText.fold(chain.name)
      if chain.type == .organization, byName[name] == nil { byName[name] = index }
    }
    genders = chains.map { chain in
      chain.type == .person ? Self.gender(of: chain, in: annotated) : .unknown
    }
  }

  /// The sex that a person's titles, the words right before the name or the given name tell.
  private static func gender(of chain: CoreferenceChain, in annotated: AnnotatedArticle)
    -> Referent.Gender
  {
    for index in chain.mentions.prefix(16) where annotated.mentions.indices.contains(index) {
      let mention = annotated.mentions[index]
      if let role = mention.role {
        let told = gender(ofWords: annotated.article.text[role][...])
        if told != .unknown { return told }
      }
      let before = mention.tokens.lowerBound - 1
      guard before >= 0 else { continue }
      let told = gender(ofWords: annotated.text(before)[...])
      if told != .unknown { return told }
    }
    let words = chain.name.words
    guard words.count > 1, let given = words.first else { return .unknown }
    return gender(ofWords: given)
  }

  private static func gender(ofWords text: Substring) -> Referent.Gender {
    for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "." }) {
      let classes = ReferentLexicon.classes(of: WordKey(word))
      if classes.contains(.male) != classes.contains(.female) {
        return classes.contains(.male) ? .male : .female
      }
    }
    return .unknown
  }

  /// The sex that a title tells.
  func gender(ofWords text: String) -> Referent.Gender { Self.gender(ofWords: text[...]) }

  /// The referent of a chain.
  func referent(_ chain: Int, isMetonym: Bool) -> Referent {
    var referent = Referent(
      chains: [chain], isMetonym: isMetonym && isSeat(chain), sort: .thing,
      type: chains[chain].type)
    switch chains[chain].type {
    case .person:
      referent.sort = .person
      referent.gender = genders[chain]
    case .group: referent.sort = .many
    case .organization, .geopolitical: break
    case .location, .facility, .event, .miscellaneous: referent.isAgent = false
    }
    return referent
  }

  /// Whether a chain is a seat of government.
  func isSeat(_ chain: Int) -> Bool { chains[chain].governmentOf != nil }

  /// Whether the name of a referent ends in `word`, without case.
  func isCalled(_ word: String, _ referent: Referent) -> Bool {
    guard referent.type == .organization, referent.chains.count == 1 else { return false }
    let name = chains[referent.chains[0]].name.lowercased()
    return name == word || name.hasSuffix(" " + word)
  }

  /// The chain of the body `name` of the country or town that `chain` is; it is added where the
  /// article names none.
  mutating func institution(_ name: String, of chain: Int, owner: String?) -> Int {
    let full = "\(adjective(of: chain, owner)) \(name)"
    let key = FoldedText.fold(full)
    if let known = byName[key] { return known }
    byName[key] = chains.count
    chains.append(CoreferenceChain(name: full, type: .organization, mentions: []))
    genders.append(.unknown)
    return chains.count - 1
  }

  /// "Kenyan" for Kenya and its people; "US" for the United States; the name itself for a town.
  private func adjective(of chain: Int, _ owner: String?) -> String {
    guard let country = country(of: chain) else { return owner ?? chains[chain].name }
    return country.code == "US" ? "US" : country.demonym ?? country.name
  }

  private func country(of chain: Int) -> KnownNames.Country? {
    let known = KnownNames.embedded
    let name = chains[chain].governmentOf ?? chains[chain].name
    switch chains[chain].type {
    case .geopolitical: return known.country(named: name)
    case .group: return known.country(ofPeople: name)
    case .person, .organization, .location, .facility, .event, .miscellaneous: return nil
    }
  }

  /// Whether a referent is a country, by its name, its people or its seat.
  func isCountry(_ referent: Referent) -> Bool {
    referent.chains.first.flatMap(country) != nil
  }

  /// Whether a referent can be a side: a country or an organisation.
  func isParty(_ referent: Referent) -> Bool {
    referent.type == .organization || isCountry(referent)
  }

  /// What tells two sides apart: the country, else the chain.
  func party(_ referent: Referent) -> String {
    guard let chain = referent.chains.first else { return "" }
    return country(of: chain)?.code ?? "\(chain)"
  }
}

/// Who holds which office, as the titles beside names tell.
struct RoleIndex {
  private struct Entry {
    var words: [String]
    var chain: Int
    var token: Int
  }

  /// By the last word of the office, in order of the text.
  private var byHead: [String: [Entry]] = [:]

  /// Reads the titles of `annotated`.
  init(_ annotated: AnnotatedArticle) {
    for mention in annotated.mentions where mention.type == .person {
      guard let chain = mention.chain, let role = mention.role else { continue }
      let words = annotated.article.text[role].lowercased()
        .split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map { String($0) }
      for word in words {
        byHead[word, default: []].append(
          Entry(words: words, chain: chain, token: mention.tokens.lowerBound))
      }
    }
  }

  /// The chain of the last person before `token` whose title has all words of an office; else the
  /// one person that bears it anywhere.
  func holder(of office: [String], before token: Int) -> Int? {
    guard let head = office.last, let entries = byHead[head] else { return nil }
    let nearest = entries.suffix(64)
    func fits(_ entry: Entry) -> Bool { office.allSatisfy(entry.words.contains) }
    if let last = nearest.last(where: { $0.token < token && fits($0) }) { return last.chain }
    let all = Set(nearest.lazy.filter(fits).map(\.chain))
    return all.count == 1 ? all.first : nil
  }
}
