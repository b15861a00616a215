/// Resolves pronouns and common nouns: "he", "it", "the group", "the minister", "both sides", "the
/// latter".
///
/// One pass over the text keeps a field of those spoken of, named or not; each pronoun goes to the
/// one the text dwells on most among those that fit it in number, sex and sort. Where somebody
/// unnamed wins, or nobody fits, the pronoun stays unresolved, and is said to be.
///
/// Cost: linear in the number of tokens; the field is bounded.
struct AnaphorResolver {
  private let grammar: ArticleGrammar
  private let context: ClaimContext
  private let nominals: NominalReader
  private let people: RoleIndex
  private var naming: ReferentNaming
  private var field = ReferentField()
  private var added: [Mention] = []
  /// How often each party was named so far.
  private var counts: [String: Int] = [:]
  private var annotated: AnnotatedArticle { grammar.article }

  /// Adds the resolved and unresolved anaphors of `annotated` to its mentions and chains; an article
  /// without grammar has none.
  static func resolve(_ annotated: inout AnnotatedArticle) {
    guard annotated.syntax.count == annotated.tokens.count else { return }
    var resolver = AnaphorResolver(annotated)
    for sentence in annotated.sentences.indices { resolver.read(sentence) }
    guard !resolver.added.isEmpty else { return }
    annotated.chains = resolver.naming.chains
    merge(resolver.added, into: &annotated)
  }

  private init(_ annotated: AnnotatedArticle) {
    grammar = ArticleGrammar(annotated)
    context = ClaimContext(grammar)
    nominals = NominalReader(grammar)
    people = RoleIndex(annotated)
    naming = ReferentNaming(annotated)
  }

  /// Puts new mentions in order of the text and renumbers those in chains.
  private static func merge(_ added: [Mention], into annotated: inout AnnotatedArticle) {
    let old = annotated.mentions.count
    let all = annotated.mentions + added
    let order = all.indices.sorted {
      all[$0].span != all[$1].span ? all[$0].span < all[$1].span : $0 < $1
    }
    var position = Array(repeating: 0, count: all.count)
    for (new, index) in order.enumerated() { position[index] = new }
    annotated.mentions = order.map { all[$0] }
    for chain in annotated.chains.indices {
      annotated.chains[chain].mentions = annotated.chains[chain].mentions.map { position[$0] }
    }
    for (offset, mention) in added.enumerated() {
      if let chain = mention.chain {
        annotated.chains[chain].mentions.append(position[old + offset])
      }
    }
    for chain in annotated.chains.indices { annotated.chains[chain].mentions.sort() }
  }

  private mutating func read(_ sentence: Int) {
    field.nextSentence()
    for token in annotated.sentences[sentence].tokens {
      let mention = Int(grammar.mentionAt[token])
      if mention >= 0 {
        if annotated.mentions[mention].tokens.upperBound == token + 1 { noteName(mention) }
      } else if let pronoun = Pronoun.table[grammar.keys[token]] {
        resolve(pronoun, at: token)
      } else if isCommonHead(token) {
        readNominal(token)
      }
    }
  }

  /// Whether a token is a common noun at the head of its phrase.
  private func isCommonHead(_ token: Int) -> Bool {
    switch grammar.syntax(token).partOfSpeech {
    case .noun: break
    case .properNoun: if !nominals.isOffice(token) { return false }
    case .numeral: if !nominals.isPair(token) { return false }
    case .adjective:
      // "the military" is no adjective before a verb.
      return ["former", "latter"].contains(annotated.text(token).lowercased())
        || ReferentLexicon.institution(grammar.keys[token]) != nil
          && grammar.relation(token) != .amod
    default: return false
    }
    switch grammar.relation(token) {
    case .compound, .amod, .flat, .nmodDescriptor: return false
    default: return true
    }
  }

  // MARK: Names

  private mutating func noteName(_ index: Int) {
    let mention = annotated.mentions[index]
    guard let chain = mention.chain, let head = grammar.head(of: mention.tokens) else { return }
    let relation = role(of: head)
    var referent = naming.referent(chain, isMetonym: mention.isMetonym)
    if let role = mention.role, referent.gender == .unknown {
      referent.gender = naming.gender(ofWords: annotated.article.text[role])
    }
    let isListener = mention.type == .organization && grammar.isListener(head)
    field.note(referent, at: head, relation, isListener: isListener)
    counts[naming.party(referent), default: 0] += 1
    noteGroup(endingWith: head, index)
  }

  /// The relation of a token, seen through coordination and apposition.
  private func role(of token: Int) -> DependencyRelation {
    var current = token
    for _ in 0..<4 {
      switch grammar.relation(current) {
      case .conj, .appos, .flat:
        guard let head = grammar.syntax(current).head else { return grammar.relation(current) }
        current = head
      default: return grammar.relation(current)
      }
    }
    return grammar.relation(current)
  }

  /// Notes names that a coordination joins as several at once, when the last of them is read.
  private mutating func noteGroup(endingWith head: Int, _ index: Int) {
    guard grammar.relation(head) == .conj, let first = grammar.syntax(head).head else { return }
    var members = [first]
    for child in grammar.children(first) where grammar.relation(child) == .conj {
      members.append(child)
      if members.count > 8 { return }
    }
    guard members.last == head else { return }
    let mentions = members.map { Int(grammar.mentionAt[$0]) }
    guard !mentions.contains(-1) else { return }
    let chains = mentions.compactMap { annotated.mentions[$0].chain }
    guard Set(chains).count > 1 else { return }
    let type = annotated.mentions[index].type
    field.note(
      Referent(
        chains: chains, isMetonym: annotated.mentions[index].isMetonym, sort: .many, type: type),
      at: head, role(of: first))
  }

  // MARK: Pronouns

  private mutating func resolve(_ pronoun: Pronoun, at token: Int) {
    guard !grammar.isEmpty(pronoun, at: token) else { return }
    let later = namedLater(than: token)
    let isSpoken = context.isSpoken[token]
    let relation = grammar.relation(token)
    let governor = grammar.syntax(token).head
    let bidden = grammar.bidden(by: token)
    let best = field.best { referent in
      guard let fit = pronoun.fit(referent) else { return nil }
      if referent.chains.contains(where: later.contains) { return nil }
      if isClauseMate(referent, governor, pronoun) { return nil }
      if isSpoken, self.isSpeaker(referent, besides: token) { return nil }
      if referent.last == bidden { return fit + Self.certain }
      let isParallel = referent.relation == relation && relation == .nsubj
      let nearness =
        grammar.isAside(referent, before: token) ? Self.aside : field.nearness(referent)
      return fit + (isParallel ? 15 : 0) + nearness
    }
    guard let best else {
      if pronoun.sort == .person { add(token..<(token + 1), .pronoun, nil) }
      return
    }
    var known = best
    if pronoun.gender != .unknown { known.gender = pronoun.gender }
    if !best.chains.isEmpty { field.note(known, at: token, relation) }
    if !best.chains.isEmpty || pronoun.sort == .person {
      add(token..<(token + 1), .pronoun, best)
    }
  }

  /// More than any text dwells on one.
  private static let certain = 10_000.0
  /// What a referent loses that stands in a relative clause which ended before the pronoun.
  private static let aside = -80.0

  /// The chains that are named after `token` within the clause that it is the subject of: "he said
  /// Muttaqi’s visit" is not said by Muttaqi.
  private func namedLater(than token: Int) -> Set<Int> {
    guard let head = grammar.syntax(token).head,
      [.nsubj, .nsubjPassive].contains(grammar.relation(token))
    else { return [] }
    var chains: Set<Int> = []
    for other in (token + 1)..<max(token + 1, min(grammar.subtree(head).upperBound, token + 40)) {
      let mention = Int(grammar.mentionAt[other])
      if mention >= 0, let chain = annotated.mentions[mention].chain { chains.insert(chain) }
    }
    return chains
  }

  /// Whether a referent is another argument of the pronoun's own verb: only reflexives go back to it.
  private func isClauseMate(_ referent: Referent, _ governor: Int?, _ pronoun: Pronoun) -> Bool {
    guard !pronoun.isPossessive, !pronoun.isReflexive, let governor else { return false }
    return grammar.syntax(referent.last).head == governor
      && [.nsubj, .nsubjPassive, .obj].contains(grammar.relation(referent.last))
  }

  /// Whether a referent is the one who speaks the quotation that `token` stands in: the subject of a
  /// verb of saying beside it.
  private func isSpeaker(_ referent: Referent, besides token: Int) -> Bool {
    guard !context.isSpoken[referent.last], [.nsubj].contains(grammar.relation(referent.last)),
      let verb = grammar.syntax(referent.last).head,
      EventOperators.isReport(grammar.keys[verb])
    else { return false }
    return grammar.sentence(of: referent.last) == grammar.sentence(of: token)
  }

  // MARK: Common nouns

  private mutating func readNominal(_ head: Int) {
    let relation = role(of: head)
    guard let reading = nominals.reading(head) else { return noteThing(head, relation) }
    if case .body = reading, isBesideName(head) { return }
    switch reading {
    case .one(let isFirst):
      let pair = latestPair()
      let chain = isFirst ? pair?.chains.first : pair?.chains.last
      let referent = chain.map { naming.referent($0, isMetonym: pair?.isMetonym ?? false) }
      refer(head, to: referent, relation)
    case .pair(let ofPeople):
      if let pair = pair(ofPeople: ofPeople, before: head) { refer(head, to: pair, relation) }
    case .government(let owner):
      guard let chain = annotated.mentions[owner].chain else { return }
      var referent = naming.referent(chain, isMetonym: annotated.mentions[owner].isMetonym)
      referent.sort = grammar.syntax(head).form == .plural ? .many : .thing
      field.note(referent, at: head, relation)
    case .state, .country:
      if let state = mainState() { refer(head, to: state, relation) }
    case .institution(let name, let owner):
      readInstitution(head, name, owner: owner, relation)
    case .body:
      refer(head, to: body(head), relation)
    case .person(let isDefinite):
      readPerson(head, isDefinite: isDefinite, relation)
    case .document(let isProclaimed):
      if isProclaimed, let issuer = issuer() {
        add(nominals.phrase(head), .nominal, issuer)
      } else {
        noteUnnamed(head, .thing, .organization, relation)
      }
    }
  }

  /// "the relief organisation Doctors Abroad": the noun describes the name that follows, and goes back
  /// to nobody.
  private func isBesideName(_ head: Int) -> Bool {
    let next = head + 1
    guard next < grammar.keys.count, grammar.isCapitalized(next),
      grammar.sentence(of: next) == grammar.sentence(of: head)
    else { return false }
    return annotated.tokens[next].span.lower <= annotated.tokens[head].span.upper + 1
  }

  /// Adds a mention of `referent`; without one, an unresolved mention.
  private mutating func refer(_ head: Int, to referent: Referent?, _ relation: DependencyRelation) {
    if let referent { field.note(referent, at: head, relation) }
    add(nominals.phrase(head), .nominal, referent)
  }

  private mutating func noteUnnamed(
    _ head: Int, _ sort: Referent.Sort, _ type: EntityType, _ relation: DependencyRelation
  ) {
    var referent = Referent(chains: [], sort: sort, type: type)
    let classes = ReferentLexicon.classes(of: grammar.keys[head])
    if classes.contains(.male) { referent.gender = .male }
    if classes.contains(.female) { referent.gender = .female }
    field.note(referent, at: head, relation)
  }

  /// Notes a thing that acts or is acted upon: "it" may stand for it as well as for a name.
  private mutating func noteThing(_ head: Int, _ relation: DependencyRelation) {
    switch relation {
    case .nsubj, .nsubjPassive, .obj:
      let isPlural = grammar.syntax(head).form == .plural
      noteUnnamed(head, isPlural ? .many : .thing, .miscellaneous, relation)
    default: return
    }
  }

  private mutating func readInstitution(
    _ head: Int, _ name: String, owner: Int?, _ relation: DependencyRelation
  ) {
    if let owner, let chain = annotated.mentions[owner].chain {
      let body = naming.institution(
        name, of: chain, owner: annotated.article.text[annotated.mentions[owner].span])
      return refer(head, to: naming.referent(body, isMetonym: false), relation)
    }
    if let known = field.best({ naming.isCalled(name, $0) ? 0 : nil }) {
      return refer(head, to: known, relation)
    }
    guard let state = mainState(), let chain = state.chains.first, owner == nil else {
      return noteUnnamed(head, .thing, .organization, relation)
    }
    let body = naming.institution(name, of: chain, owner: nil)
    refer(head, to: naming.referent(body, isMetonym: false), relation)
  }

  /// The organisation that "the group" means: one whose name has the word, else the one that the
  /// text dwells on most.
  private func body(_ head: Int) -> Referent? {
    let word = annotated.text(head).lowercased()
    return field.best { referent in
      guard referent.type == .organization, referent.sort == .thing, referent.chains.count == 1
      else { return nil }
      return naming.isCalled(word, referent) ? 100 : 0
    }
  }

  private mutating func readPerson(_ head: Int, isDefinite: Bool, _ relation: DependencyRelation) {
    guard grammar.syntax(head).form != .plural else {
      return noteUnnamed(head, .many, .person, relation)
    }
    if isDefinite || nominals.owner(of: head) != nil,
      let chain = people.holder(of: nominals.office(head), before: head)
    {
      return refer(head, to: naming.referent(chain, isMetonym: false), relation)
    }
    noteUnnamed(head, .person, .person, relation)
  }

  /// Who made "the statement" known: of those who act, the last to have been the subject.
  private func issuer() -> Referent? {
    field.best { referent in
      guard referent.isAgent, !referent.chains.isEmpty, referent.relation == .nsubj else {
        return nil
      }
      return 0
    }
  }

  // MARK: Pairs and states

  /// The last two that a coordination joined.
  private func latestPair() -> Referent? {
    field.referents.filter { $0.chains.count == 2 }.max { $0.last < $1.last }
  }

  /// The two that "both sides" means: the pair that the text dwells on most, else the two states or
  /// bodies.
  private func pair(ofPeople: Bool, before head: Int) -> Referent? {
    let fits = { (referent: Referent) -> Bool in
      ofPeople
        ? referent.type == .person
        : [.geopolitical, .organization, .group].contains(referent.type)
    }
    let single = field.referents.filter { $0.chains.count == 1 && fits($0) }
      .filter { ofPeople || naming.isParty($0) }
      .sorted { (weight($0), $0.last) > (weight($1), $1.last) }
    let main = Set(single.prefix(3).map(naming.party))
    let known = field.best { referent in
      guard referent.chains.count == 2, fits(referent) else { return nil }
      let parties = referent.chains.map { naming.party(naming.referent($0, isMetonym: false)) }
      return parties.allSatisfy(main.contains) || isTold(referent, before: head) ? 0 : nil
    }
    if let known { return known }
    guard let first = single.first,
      let second = single.first(where: { naming.party($0) != naming.party(first) }),
      let left = first.chains.first, let right = second.chains.first
    else { return nil }
    return Referent(
      chains: [left, right], isMetonym: first.isMetonym && second.isMetonym, sort: .many,
      type: first.type)
  }

  /// How many sentences a pair that acted together stays the two that are meant.
  private static let memory = 4

  /// Whether two acted together in one of the last sentences: "A and B delivered a message".
  private func isTold(_ pair: Referent, before head: Int) -> Bool {
    guard pair.relation == .nsubj, let told = grammar.sentence(of: pair.last),
      let here = grammar.sentence(of: head)
    else { return false }
    return here - told <= Self.memory
  }

  /// How much the article has spoken of the party that a referent is.
  private func weight(_ referent: Referent) -> Double {
    Double(counts[naming.party(referent), default: 0]) + referent.salience / 100
  }

  /// The country that the text dwells on: nil where another is close to it.
  private func mainState() -> Referent? {
    var states = field.referents.filter { $0.chains.count == 1 && naming.isCountry($0) }
    for index in states.indices { states[index].salience += field.nearness(states[index]) }
    states.sort { ($0.salience, $0.last) > ($1.salience, $1.last) }
    guard let first = states.first else { return nil }
    let second = states.first { naming.party($0) != naming.party(first) }
    return first.salience >= 1.1 * (second?.salience ?? 0) ? first : nil
  }

  // MARK: Adding

  /// Adds one mention for each chain of `referent`, or one without a chain.
  private mutating func add(_ tokens: Range<Int>, _ kind: Mention.Kind, _ referent: Referent?) {
    guard let span = grammar.span(tokens) else { return }
    let known = referent?.chains ?? []
    let chains: [Int?] = known.isEmpty ? [nil] : known.map { $0 }
    for chain in chains {
      let type = chain.map { naming.chains[$0].type } ?? referent?.type ?? .person
      added.append(
        Mention(
          span: span, tokens: tokens, kind: kind, type: type, chain: chain,
          isMetonym: referent?.isMetonym ?? false && chain.map(naming.isSeat) ?? false))
    }
  }
}
