/// Resolves pronouns and common nouns that act or speak: "he", "the group", "the minister", "the
/// latter".
///
/// The antecedent is the most recent fitting name of the same or the three sentences before, names
/// at the front of a sentence first. What fits nothing is kept with no chain: unresolved, and said
/// to be.
struct AnaphorResolver {
  private let annotated: AnnotatedArticle
  private let lexicon = NameLexicon.embedded
  private var added: [Mention] = []
  /// For each chain: whether "he" (true) or "she" (false) was used of it.
  private var genders: [Int: Bool] = [:]
  /// Mentions of names by sentence.
  private var bySentence: [[Int]]

  /// Adds the resolved and unresolved anaphors of `annotated` to its mentions and chains.
  static func resolve(_ annotated: inout AnnotatedArticle) {
    var resolver = AnaphorResolver(annotated)
    resolver.scan()
    guard !resolver.added.isEmpty else { return }
    merge(resolver.added, into: &annotated)
  }

  private init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    bySentence = Array(repeating: [], count: annotated.sentences.count)
    for (index, mention) in annotated.mentions.enumerated() {
      if let sentence = annotated.sentence(at: Int(mention.span.lower)) {
        bySentence[sentence].append(index)
      }
    }
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

  private mutating func scan() {
    for sentence in annotated.sentences.indices {
      for token in annotated.sentences[sentence].tokens {
        let word = lowered(token)
        if word == "he" || word == "she" {
          addPronoun(token, isMale: word == "he", in: sentence)
        } else if word == "the" || word == "The" {
          addNominal(from: token, in: sentence)
        }
      }
    }
  }

  private func lowered(_ token: Int) -> String { annotated.text(token).lowercased() }

  // MARK: - Pronouns

  private mutating func addPronoun(_ token: Int, isMale: Bool, in sentence: Int) {
    let chain = antecedent(before: token, in: sentence) { mention in
      mention.type == .person && genders[mention.chain ?? -1] ?? isMale == isMale
    }
    if let chain { genders[chain] = isMale }
    added.append(
      Mention(
        span: annotated.tokens[token].span, tokens: token..<(token + 1), kind: .pronoun,
        type: .person, chain: chain))
  }

  /// The chain of the best name before `token` that `fits`.
  private func antecedent(before token: Int, in sentence: Int, fits: (Mention) -> Bool) -> Int? {
    for distance in 0...3 where sentence - distance >= 0 {
      let candidates = names(before: token, in: sentence - distance).filter {
        fits(annotated.mentions[$0]) && !annotated.mentions[$0].isMetonym
      }
      guard let first = candidates.first, let last = candidates.last else { continue }
      let subject = candidates.first { isSubject(annotated.mentions[$0].tokens.upperBound - 1) }
      return annotated.mentions[subject ?? (distance == 0 ? last : first)].chain
    }
    return nil
  }

  /// The last names of a sentence that end before `token`: 32 at most, so that a text without full
  /// stops costs no more than another.
  private func names(before token: Int, in sentence: Int) -> ArraySlice<Int> {
    let names = bySentence[sentence]
    let end = names.position { annotated.mentions[$0].tokens.upperBound > token }
    return names[max(0, end - 32)..<end]
  }

  /// Whether grammar makes the token a subject.
  private func isSubject(_ token: Int) -> Bool {
    guard annotated.syntax.indices.contains(token) else { return false }
    switch annotated.syntax[token].relation {
    case .nsubj, .nsubjPassive, .nsubjOuter: return true
    default: return false
    }
  }

  // MARK: - Common nouns

  private mutating func addNominal(from article: Int, in sentence: Int) {
    let tokens = annotated.sentences[sentence].tokens
    var head = article + 1
    while head + 1 < tokens.upperBound, head - article < 3,
      !isHead(head) || isHead(head + 1)
    {
      head += 1
    }
    guard head < tokens.upperBound, isHead(head), isActing(head, tokens) else { return }
    let word = lowered(head)
    let span = annotated.tokens[article].span.union(annotated.tokens[head].span)
    let names = bySentence[sentence].tail { annotated.mentions[$0].span.lower >= span.lower }
    if let first = names.first, annotated.mentions[first].span.overlaps(span) { return }
    if word == "former" || word == "latter" {
      let pair = lastPair(before: article, in: sentence)
      let chosen = word == "former" ? pair?.0 : pair?.1
      let mention = chosen.map { annotated.mentions[$0] }
      added.append(nominal(article, head, mention?.type ?? .organization, mention?.chain))
      return
    }
    let isPerson = !Self.bodies.contains(word)
    let chain = antecedent(before: article, in: sentence) { mention in
      isPerson
        ? mention.type == .person && (Self.anyPerson.contains(word) || bears(word, mention))
        : mention.type == .organization
    }
    added.append(nominal(article, head, isPerson ? .person : .organization, chain))
  }

  private func nominal(_ article: Int, _ head: Int, _ type: EntityType, _ chain: Int?) -> Mention {
    Mention(
      span: ByteSpan(
        Int(annotated.tokens[article].span.lower), Int(annotated.tokens[head].span.upper)),
      tokens: article..<(head + 1), kind: .nominal, type: type, chain: chain)
  }

  private func isHead(_ token: Int) -> Bool {
    let word = lowered(token)
    if Self.bodies.contains(word) || word == "former" || word == "latter" { return true }
    return annotated.text(token) == word && lexicon.classes(of: word).contains(.office)
      && !Self.plurals.contains(word)
  }

  /// Whether the noun is a subject: by grammar where it is known, else by the verb after it.
  private func isActing(_ head: Int, _ tokens: Range<Int>) -> Bool {
    guard head + 1 < tokens.upperBound else { return false }
    if annotated.syntax.indices.contains(head), annotated.syntax[head].partOfSpeech != .other {
      return isSubject(head)
    }
    let next = lowered(head + 1)
    return lexicon.classes(of: next).contains(.reporting) || Self.auxiliaries.contains(next)
      || next.hasSuffix("ed")
  }

  /// Whether the person of a mention has an office with this word anywhere in the article.
  private func bears(_ office: String, _ mention: Mention) -> Bool {
    guard let chain = mention.chain else { return false }
    return annotated.chains[chain].mentions.prefix(16).contains { index in
      guard index < annotated.mentions.count, let role = annotated.mentions[index].role else {
        return false
      }
      return annotated.article.text[role].lowercased().contains(office)
    }
  }

  /// The last two names before `token` that "and" joins.
  private func lastPair(before token: Int, in sentence: Int) -> (Int, Int)? {
    for distance in 0...1 where sentence - distance >= 0 {
      let names = names(before: token, in: sentence - distance)
      for (first, second) in zip(names, names.dropFirst()).reversed() {
        let gap =
          annotated.mentions[first].tokens
          .upperBound..<max(
            annotated.mentions[first].tokens.upperBound,
            annotated.mentions[second].tokens.lowerBound)
        if gap.count <= 6, gap.contains(where: { lowered($0) == "and" }) { return (first, second) }
      }
    }
    return nil
  }

  private static let bodies: Set<String> = [
    "group", "movement", "organization", "organisation", "party", "company", "ministry", "agency",
    "militia", "outfit", "insurgents", "union", "alliance", "bloc", "firm",
  ]

  private static let anyPerson: Set<String> = ["official", "spokesman", "spokeswoman"]

  private static let plurals: Set<String> = ["spokespeople", "deputy", "head", "chair"]

  private static let auxiliaries: Set<String> = [
    "is", "was", "has", "had", "will", "would", "could", "can", "may", "might", "also", "did",
    "does",
    "have", "were", "are", "then", "later",
  ]
}

extension [Int] {
  /// The first position whose element satisfies `isAfter`, where all such elements come last. Cost: a
  /// binary search.
  fileprivate func position(where isAfter: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The elements from the first one on that satisfies `isAfter`, where all such elements come last.
  fileprivate func tail(where isAfter: (Int) -> Bool) -> ArraySlice<Int> {
    self[position(where: isAfter)...]
  }
}
