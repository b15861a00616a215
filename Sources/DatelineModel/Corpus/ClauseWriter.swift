import DatelineText

/// Writes chosen tokens as text.
struct ClauseWriter {
  let tree: SentenceTree
  let article: AnnotatedArticle
  let name: (Int) -> String
  let isPerson: (Int) -> Bool
  /// Who acts, to stand for a subject that is missing or an open pronoun.
  let actor: String?

  /// The tokens as text: pronouns by the name they stand for, gaps closed, unpaired quotation marks
  /// left out.
  func text(_ tokens: ClauseTokens) -> String {
    let prefix = actor ?? written(tokens.prefix, [])
    let clause = written(tokens.clause, actor == nil ? tokens.prefix : [])
    return prefix.isEmpty ? clause : prefix + " " + clause
  }

  /// Tokens as text; a pronoun for somebody whom the clause, or `before`, has named stays as it is, and
  /// so does one behind another's name for which it might stand: a guess would be read as a fact.
  private func written(_ tokens: [Int], _ before: [Int]) -> String {
    let tokens = withMarks(tokens)
    var named = Set(before.compactMap { tree.entity($0) })
    var text = ""
    var last: Int?
    for token in tokens {
      let span = article.tokens[token].span
      let touches = last.map { article.tokens[$0].span.upper == span.lower } ?? true
      if !touches { text += " " }
      let entity = tree.entity(token)
      let isKnown = entity.map(named.contains) ?? false
      text += isKnown ? plain(token) : word(token, behind: named)
      if let entity { named.insert(entity) }
      last = token
    }
    return text
  }

  private func plain(_ token: Int) -> String {
    article.text(token).onOneLine
  }

  /// A word as it is printed behind the names `named`.
  private func word(_ token: Int, behind named: Set<Int>) -> String {
    let text = plain(token)
    guard tree.partOfSpeech(token) == .pronoun, let entity = tree.entity(token),
      !Self.reflexives.contains(tree.word(token)), isNear(token), !isExpletive(token),
      !named.contains(where: { isPerson($0) == isPerson(entity) })
    else { return text }
    return name(entity) + (tree.relation(token) == .nmodPossessive ? "’s" : "")
  }

  /// "It was a raid" speaks of the raid.
  private func isExpletive(_ token: Int) -> Bool {
    guard tree.word(token) == "it", let head = tree.head(token) else { return false }
    return !tree.children(of: head, [.cop]).isEmpty
  }

  /// How many sentences back the name of a pronoun must stand for it to be printed in its place.
  private static let reach = 2

  /// Whether the name that a pronoun stands for was read shortly before: further off it is a guess,
  /// and the pronoun is printed.
  private func isNear(_ token: Int) -> Bool {
    guard let mention = tree.mention(token), let chain = article.mentions[mention].chain,
      let sentence = article.sentence(at: Int(article.tokens[token].span.lower))
    else { return false }
    let first = article.sentences[max(0, sentence - Self.reach)].tokens.lowerBound
    return article.chains[chain].mentions.contains { other in
      let start = article.mentions[other].tokens.lowerBound
      return article.mentions[other].kind == .name && start >= first && start <= token
    }
  }

  private static let reflexives: Set<String> = [
    "himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself",
  ]

  /// The tokens with the marks that stand between two of them, and with the other parts of words
  /// written with a hyphen.
  private func withMarks(_ tokens: [Int]) -> [Int] {
    var all: [Int] = []
    for token in tokens {
      var first = token
      while first - 2 >= tree.tokens.lowerBound, isHyphen(first - 1) { first -= 2 }
      if let last = all.last, first == last + 2, tree.relation(last + 1) == .punct,
        !["\"", "“", "”", "''", "``"].contains(article.text(last + 1))
      {
        all.append(last + 1)
      }
      all += (first...token).filter { $0 > all.last ?? -1 }
    }
    return all
  }

  /// Whether a token is a hyphen between two words that it touches.
  private func isHyphen(_ token: Int) -> Bool {
    token > tree.tokens.lowerBound && token + 1 < tree.tokens.upperBound
      && article.text(token) == "-"
      && article.tokens[token - 1].span.upper == article.tokens[token].span.lower
      && article.tokens[token].span.upper == article.tokens[token + 1].span.lower
  }

  /// `text`, cut at a word and marked where it has more than `limit` characters.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.isLonger(than: limit) else { return text }
    let cut = text.prefix(limit)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
  }
}
