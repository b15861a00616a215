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
    if Self.relatives.contains(grammar.keys[head]), let antecedent = antecedent(of: head),
      mention(at: head) == nil
    {
      return mentions(headed: antecedent, in: grammar.subtree(antecedent))
    }
    let heads =
      [head] + grammar.children(head).filter { grammar.relation($0) == .conj && range.contains($0) }
    let found = heads.compactMap(mention)
    if !found.isEmpty { return unique(found) }
    let beside = grammar.children(head).filter {
      switch grammar.relation($0) {
      case .flat, .compound, .appos, .nmodDescriptor, .amod, .nmodPossessive: true
      default: false
      }
    }
    if let first = beside.compactMap(mention).first { return [first] }
    let inner = range.lazy.filter { $0 <= head }.compactMap { mention(at: $0) }.last
    return inner.map { [$0] } ?? []
  }

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
