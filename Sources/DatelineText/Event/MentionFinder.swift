/// Finds the mentions that a noun phrase consists of.
struct MentionFinder {
  private let grammar: ArticleGrammar

  /// Looks in one article.
  init(_ grammar: ArticleGrammar) { self.grammar = grammar }

  /// The mention at a token; nil where there is none.
  func mention(at token: Int) -> Int? {
    let index = Int(grammar.mentionAt[token])
    return index >= 0 ? index : nil
  }

  /// The mentions of the phrase of `head` within `range`: its own, those coordinated with it, else
  /// a name beside it ("Pakistani officials"). A relative pronoun stands for the noun before it.
  func mentions(headed head: Int, in range: Range<Int>) -> [Int] {
    if Self.relatives.contains(grammar.keys[head]), mention(at: head) == nil {
      if let antecedent = antecedent(of: head) {
        return mentions(headed: antecedent, in: grammar.subtree(antecedent))
      }
      return before(head).map { [$0] } ?? []
    }
    let heads =
      [head] + grammar.children(head).filter { grammar.relation($0) == .conj && range.contains($0) }
    if let bearer = bearer(of: head) { return listed(with: bearer, under: head) }
    let found = heads.flatMap(mentions(at:))
    if !found.isEmpty { return unique(found.flatMap { listed(with: $0, under: head) }) }
    let beside = grammar.children(head).filter {
      switch grammar.relation($0) {
      case .flat, .compound, .appos, .nmodDescriptor, .amod, .nmodPossessive: true
      default: false
      }
    }
    let named = beside.compactMap(mention)
    if let body = named.first(where: isBody) ?? named.first {
      return listed(with: body, under: head)
    }
    if let body = represented(by: head) { return [body] }
    if let counted = counted(by: head) {
      return mentions(headed: counted, in: grammar.subtree(counted))
    }
    if let bodies = delegates(of: head) { return bodies }
    let inner = range.lazy.filter { $0 <= head }.compactMap { mention(at: $0) }.last
    return inner.map { [$0] } ?? []
  }

  /// Whether a phrase tells of people by their country alone: "Kenyan protesters" are not Kenya.
  func isOfPeople(_ head: Int) -> Bool {
    guard mention(at: head) == nil, let populace = Self.populace,
      populace.contains(grammar.keys[head])
    else { return false }
    return !grammar.children(head).contains { child in
      guard let named = mention(at: child) else { return false }
      return isBody(named)
    }
  }

  private static let populace = WordClasses.set("@populace")

  /// "US President Jane Doe" with "US" for its head is a slip of the parser: the person is meant.
  private func bearer(of head: Int) -> Int? {
    guard let own = mention(at: head), grammar.article.mentions[own].type == .geopolitical else {
      return nil
    }
    return grammar.children(head).lazy.filter { $0 > head && grammar.relation($0) == .flat }
      .compactMap(mention).first { grammar.article.mentions[$0].type == .person }
  }

  /// The names of the list that a name stands in ("Peru, Chile and Bolivia"), itself included: what
  /// the tree makes of such lists is not to be relied upon.
  private func listed(with mention: Int, under head: Int) -> [Int] {
    let list = NameList(around: mention, in: grammar)
    guard list.names.count > 1 else { return [mention] }
    // "In Lima, Peru and Chile agreed": what a preposition sets before the list is not of it.
    let opensWithPlace = list.isLedByPreposition && grammar.child(head, .case) == nil
    return opensWithPlace && list.names.first != mention
      ? Array(list.names.dropFirst()) : list.names
  }

  /// "the two sides, represented by A and B": those who stand for a side.
  private func delegates(of head: Int) -> [Int]? {
    for child in grammar.children(head) where child > head && grammar.relation(child) == .acl {
      guard Self.deputies.contains(grammar.keys[child]),
        let agent = grammar.child(child, .oblAgent, .obl)
      else { continue }
      let found = mentions(headed: agent, in: grammar.subtree(agent))
      if !found.isEmpty { return found }
    }
    return nil
  }

  private static let deputies: Set<WordKey> = ["represented", "led", "headed"]

  /// What is counted: "millions of Afghan refugees".
  private func counted(by head: Int) -> Int? {
    guard Self.numbers.contains(grammar.keys[head]) else { return nil }
    return grammar.children(head).first { $0 > head && grammar.relation($0) == .nmod }
  }

  private static let numbers: Set<WordKey> = [
    "millions", "thousands", "hundreds", "dozens", "scores", "tens", "many", "some", "most",
  ]

  /// Whether a mention names an organisation or person: "a Kenyan Foreign Ministry statement".
  private func isBody(_ mention: Int) -> Bool {
    switch grammar.article.mentions[mention].type {
    case .organization, .person: true
    case .geopolitical, .location, .facility, .group, .event, .miscellaneous: false
    }
  }

  /// The mentions at a token: several where one phrase stands for several ("both sides").
  private func mentions(at token: Int) -> [Int] {
    guard let first = mention(at: token) else { return [] }
    let all = grammar.article.mentions
    var found = [first]
    var next = first + 1
    while next < all.count, all[next].span == all[first].span {
      found.append(next)
      next += 1
    }
    return found
  }

  /// The name that ends right before a relative pronoun, over a comma.
  private func before(_ pronoun: Int) -> Int? {
    var token = pronoun - 1
    if token >= 0, grammar.isPunctuation(token) { token -= 1 }
    return token >= 0 ? mention(at: token) : nil
  }

  /// Whom a spokesman, an official or a statement speaks for: "a spokesman for the bank".
  private func represented(by head: Int) -> Int? {
    guard ReferentLexicon.classes(of: grammar.keys[head]).contains(.voice) else { return nil }
    for child in grammar.children(head) where child > head {
      guard grammar.relation(child) == .nmod || grammar.relation(child) == .obl,
        let mark = grammar.child(child, .case), Self.sides.contains(grammar.keys[mark])
      else { continue }
      if let name = mention(at: child) { return name }
      let beside = grammar.children(child).lazy.compactMap(mention).first
      if let beside { return beside }
      let inner = grammar.subtree(child).lazy.compactMap(mention).first {
        grammar.article.mentions[$0].kind == .name && isBody($0)
      }
      if let inner { return inner }
    }
    return nil
  }

  private static let sides: Set<WordKey> = ["for", "from", "of", "by", "at", "with"]

  private static let relatives: Set<WordKey> = ["who", "which", "that", "whom"]

  /// The noun that a relative clause hangs on, above the relative pronoun's verb.
  func antecedent(of pronoun: Int) -> Int? {
    var current = pronoun
    for _ in 0..<4 {
      guard let head = grammar.syntax(current).head else { return nil }
      if grammar.relation(current) == .aclRelative { return head }
      current = head
    }
    return nil
  }

  private func unique(_ mentions: [Int]) -> [Int] {
    mentions.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
