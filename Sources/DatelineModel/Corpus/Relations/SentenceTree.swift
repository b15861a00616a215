import DatelineText

/// The dependency tree of one sentence, with the entities that its tokens name.
struct SentenceTree {
  let tokens: Range<Int>
  /// The sentence, as an index into the article's sentences.
  let sentence: Int
  // Of the article no more than is looked at: a copy of it counts a score of references.
  private let text: SourceText
  private let allTokens: [Token]
  private let syntax: [TokenSyntax]
  private let children: [[Int]]
  private let entityAt: [Int: Int]
  private let mentionAt: [Int: Int]

  /// Indexes sentence `index` of `article`, which stands at `position` in the corpus. Cost: linear
  /// in the sentence; `mentions` are those of the sentence.
  init(
    _ index: Int, of article: AnnotatedArticle, at position: Int, mentions: [Int],
    entities: EntityIndex
  ) {
    text = article.article.text
    allTokens = article.tokens
    syntax = article.syntax
    sentence = index
    tokens = article.sentences[index].tokens
    var children = [[Int]](repeating: [], count: tokens.count)
    for token in tokens where article.syntax.indices.contains(token) {
      if let head = article.syntax[token].head, head != token, tokens.contains(head) {
        children[head - tokens.lowerBound].append(token)
      }
    }
    self.children = children
    var entityAt: [Int: Int] = [:]
    var mentionAt: [Int: Int] = [:]
    for mention in mentions {
      guard let entity = entities.entity(article: position, mention: mention) else { continue }
      for token in article.mentions[mention].tokens {
        entityAt[token] = entity
        mentionAt[token] = mention
      }
    }
    self.entityAt = entityAt
    self.mentionAt = mentionAt
  }

  /// The entity that a token is part of the name of.
  func entity(_ token: Int) -> Int? { entityAt[token] }

  /// The mention that a token is part of.
  func mention(_ token: Int) -> Int? { mentionAt[token] }

  /// The children of a token, in order of the text.
  func children(of token: Int) -> [Int] { children[token - tokens.lowerBound] }

  /// The children of a token in one of `relations`.
  func children(of token: Int, _ relations: Set<DependencyRelation>) -> [Int] {
    children(of: token).filter { relations.contains(syntax[$0].relation) }
  }

  /// The relation of a token to its head.
  func relation(_ token: Int) -> DependencyRelation { syntax[token].relation }

  /// The head of a token inside the sentence.
  func head(_ token: Int) -> Int? {
    syntax[token].head.flatMap { tokens.contains($0) && $0 != token ? $0 : nil }
  }

  /// The token's word, folded.
  func word(_ token: Int) -> String {
    SearchText.key(text.bytes[allTokens[token].span.range])
  }

  /// The part of speech of a token.
  func partOfSpeech(_ token: Int) -> PartOfSpeech { syntax[token].partOfSpeech }

  /// The form of a verb.
  func form(_ token: Int) -> WordForm { syntax[token].form }

  /// The preposition that introduces a token, folded.
  func preposition(_ token: Int) -> String? {
    children(of: token, [.case, .mark]).map(word).first
  }

  /// The entities of the phrase headed by `token`: its own or that of its first part that has one,
  /// and those coordinated with it. Sorted, without repetition.
  func entities(headed token: Int) -> [Int] {
    var found: Set<Int> = []
    var waiting = [token]
    var seen: Set<Int> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let entity = ownEntity(next) { found.insert(entity) }
      waiting += children(of: next, [.conj])
    }
    return found.sorted()
  }

  /// The entity of a phrase without what is coordinated: its head's, else that of an apposition ("the
  /// minister, Jane Doe"), else that of a part before it ("Taliban fighters", "Pakistan's
  /// government").
  private func ownEntity(_ token: Int) -> Int? {
    if let entity = entity(token) { return entity }
    let parts: Set<DependencyRelation> = [.compound, .amod, .nmodPossessive, .nmodDescriptor]
    return (children(of: token, [.appos, .flat]) + children(of: token, parts))
      .lazy.compactMap { entity($0) }.first
  }

  /// The entities of the subject of a verb: its own, that of the noun which its clause describes, or
  /// that of the verb it depends on.
  func subjects(of verb: Int) -> [Int] {
    var verb = verb
    for _ in 0..<4 {
      let own = children(of: verb, [.nsubj, .nsubjPassive, .nsubjOuter])
      if let subject = own.first {
        let isRelative = ["which", "who", "that"].contains(word(subject))
        guard isRelative, relation(verb) == .aclRelative, let noun = head(verb) else {
          return entities(headed: subject)
        }
        return entities(headed: noun)
      }
      guard let head = head(verb) else { return [] }
      if relation(verb) == .acl { return entities(headed: head) }
      verb = head
    }
    return []
  }
}
