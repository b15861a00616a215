import DatelineText

/// The clause of a sentence that tells an event, in the sentence's own words, shortened to a row.
///
/// A title in the article's words claims nothing that the article does not: where the clause cannot
/// stand by itself, an excerpt of the sentence stands for it. The method is sentence
/// compression by pruning the dependency tree (Knight and Marcu 2000; Filippova and Strube 2008): the
/// smallest clause or noun phrase around the trigger, without what grammar calls optional, with the
/// subject that it shares with another clause put back and a pronoun replaced by the name it
/// stands for.
struct EventClause {
  /// The clause, without the sentence's closing mark; its first letter is a capital.
  let text: String
  /// Whether its subject is a known entity.
  let namesSubject: Bool
  /// Whether it lost words to `limit`.
  let isCut: Bool
  /// Whether it is a clause that stands by itself, and not an excerpt of its sentence.
  let isWhole: Bool

  /// Words that tie a clause to what went before, or that a parser takes for part of its subject.
  private static let openers = [
    "That ", "And ", "But ", "Or ", "So ", "that ", "and ", "but ", "Of ", "of ",
  ]

  /// The most characters of a clause.
  static let limit = 90

  /// Reads the clause around the trigger of an event; nil where the sentence has no parse or the
  /// trigger is not in it. `name` gives the name to print for an entity, `isPerson` tells which are
  /// persons; `actor`, who acts, stands where the clause has no subject, or a pronoun that was not resolved.
  ///
  /// Cost: linear in the sentence.
  init?(
    trigger: ByteSpan, in tree: SentenceTree, of article: AnnotatedArticle,
    name: @escaping (Int) -> String, isPerson: @escaping (Int) -> Bool, actor: String?
  ) {
    guard let token = tree.tokens.first(where: { article.tokens[$0].span.upper > trigger.lower }),
      tree.tokens.contains(where: { tree.head($0) != nil })
    else { return nil }
    let shape = ClauseShape(tree, isTime: article.isTime)
    let head = shape.head(for: token)
    var kept = shape.kept(under: head)
    let subject = shape.sharedSubject(of: head, form: article.syntax[head].form)
    if let subject {
      let own = kept.core.union(kept.options.joined())
      kept.prefix = shape.phrase(subject).filter { !own.contains($0) }
    }
    let subjects = subject.map { [$0] } ?? shape.subjects(of: head)
    let writer = ClauseWriter(
      tree: tree, article: article, name: name, isPerson: isPerson,
      actor: shape.needsActor(head, subjects: subjects) ? actor : nil)
    if writer.actor != nil { kept.core.subtract(subjects) }
    var text = writer.text(kept)
    let isBare = shape.isBare(head)
    while text.isLonger(than: Self.limit), kept.dropLastOption(keeping: isBare ? 1 : 0) {
      text = writer.text(kept)
    }
    if isBare, kept.options.isEmpty, let said = article.said(with: article.tokens[head].span) {
      text += ": “" + said + "”"
    }
    for opener in Self.openers where text.hasPrefix(opener) { text.removeFirst(opener.count) }
    guard text.utf8.split(separator: 0x20).count > 1, let first = text.first else { return nil }
    let hasSubject = !subjects.isEmpty || writer.actor != nil
    isWhole =
      shape.isWhole(head, hasSubject: hasSubject) && !shape.isVague(head, kept)
      && (writer.actor != nil || shape.isRounded(kept))
    guard isWhole else {
      // A clause that nobody can read gives way to the words around its trigger.
      self.text = EventExcerpt.text(around: token, in: tree, of: article)
      isCut = true
      namesSubject = false
      return
    }
    text = first.uppercased() + text.dropFirst()
    isCut = text.isLonger(than: Self.limit)
    self.text = ClauseWriter.cut(text, to: Self.limit)
    namesSubject = writer.actor != nil || subjects.contains { !tree.entities(headed: $0).isEmpty }
  }
}

extension AnnotatedArticle {
  /// What is said with the cue at `word`, without its quotation marks; nil where nothing is.
  fileprivate func said(with word: ByteSpan) -> String? {
    let claim = claims.first { claim in claim.cue.contains { $0.contains(word) } }
    guard let content = claim?.content.first else { return nil }
    var plain = Substring(article.text[content].onOneLine)
    while let last = plain.last, Self.marks.contains(last) { plain.removeLast() }
    let said = plain.drop { Self.marks.contains($0) }
    return said.isEmpty ? nil : String(said)
  }

  private static let marks: Set<Character> = ["\"", "“", "”", ",", "."]

  /// Whether tokens, but for prepositions, lie in time expressions.
  fileprivate func isTime(_ phrase: [Int]) -> Bool {
    let words = phrase.filter { syntax[$0].partOfSpeech != .adposition }
    return !words.isEmpty
      && words.allSatisfy { word in
        let span = tokens[word].span
        let index = timexes.partitioningIndex { $0.span.upper > span.lower }
        return timexes.indices.contains(index) && timexes[index].span.contains(span)
      }
  }
}
