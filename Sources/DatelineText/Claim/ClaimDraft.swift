/// A claim while its parts are still tokens.
struct ClaimDraft {
  /// The token that carries the cue; the claim is known by it.
  var cueHead: Int
  /// The cue with auxiliaries, negation and preposition.
  var cue: Range<Int>
  /// The source; empty where none is named.
  var source: Range<Int>?
  /// The content, piece by piece, in order of the text.
  var content: [Range<Int>]
  /// The sense of the cue.
  var kind: Claim.Kind
  /// Whether it was said.
  var basis: Claim.Basis
  /// Whether the cue is negated.
  var isNegated = false
  /// The quotations that are content, as indices.
  var quotations: [Int] = []

  /// Puts content in order and joins pieces that touch.
  mutating func tidy() {
    var joined: [Range<Int>] = []
    for piece in content.sorted(by: { $0.lowerBound < $1.lowerBound }) where !piece.isEmpty {
      if let last = joined.last, piece.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, piece.upperBound)
      } else {
        joined.append(piece)
      }
    }
    content = joined
  }
}

/// What all finders of claims share: the grammar, the quotations, and how noun phrases and clauses
/// are cut out of them.
struct ClaimContext {
  /// The article's words and trees.
  let grammar: ArticleGrammar
  /// Its quotations, in order.
  let quotations: [Quotation]
  /// The quotation that covers each token, or -1.
  let quotationAt: [Int32]
  /// For each token, whether it is inside speech: a quotation long enough to be a clause.
  let isSpoken: [Bool]

  /// Looks an article over.
  init(_ grammar: ArticleGrammar) {
    self.grammar = grammar
    quotations = QuotationFinder.quotations(in: grammar)
    var covering = [Int32](repeating: -1, count: grammar.keys.count)
    var spoken = [Bool](repeating: false, count: grammar.keys.count)
    for (index, quotation) in quotations.enumerated() {
      let isSpeech = quotation.tokens.count > 4 && !Self.isTitle(quotation, grammar)
      for token in quotation.tokens {
        covering[token] = Int32(index)
        spoken[token] = isSpeech
      }
    }
    quotationAt = covering
    isSpoken = spoken
  }

  /// Whether every word in quotation marks is capitalised: the name of a programme or a book.
  private static func isTitle(_ quotation: Quotation, _ grammar: ArticleGrammar) -> Bool {
    !quotation.tokens.contains { token in
      let byte = grammar.firstByte(token)
      return byte >= 0x61 && byte <= 0x7A && grammar.article.tokens[token].span.count > 3
    }
  }

  /// Cuts punctuation off both ends, except quotation marks that belong to the piece.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, grammar.isPunctuation(lower), !opensQuotation(lower) { lower += 1 }
    while lower < upper, grammar.isPunctuation(upper - 1), !closesQuotation(upper - 1) {
      upper -= 1
    }
    return lower..<upper
  }

  /// Content without what the main clause says after it: cut behind a quotation that it begins with
  /// and that ends in a comma or full stop, before ", adding that", before "and said".
  func clipped(_ range: Range<Int>, cue: Int) -> Range<Int> {
    let range = trimmed(compared(range))
    guard !range.isEmpty else { return range }
    if opensQuotation(range.lowerBound) {
      let quotation = quotations[Int(quotationAt[range.lowerBound])]
      if quotation.tokens.count > 5, range.upperBound > quotation.tokens.upperBound,
        endsSpeech(quotation)
      {
        return quotation.tokens
      }
    }
    for token in range.dropFirst(2) where token > cue && quotationAt[token] < 0 {
      if grammar.keys[token] == ClaimWords.according, token - 1 > range.lowerBound {
        return trimmed(range.lowerBound..<token)
      }
      if isNextCue(token, after: cue) {
        return range.lowerBound..<(closesQuotation(token - 1) ? token : token - 1)
      }
    }
    return range
  }

  /// Content with the "more" that a parser hung on the verb of saying: "said more than 40 had fled".
  private func compared(_ range: Range<Int>) -> Range<Int> {
    let before = range.lowerBound - 1
    guard before >= 0, !range.isEmpty, grammar.keys[range.lowerBound] == Self.than,
      Self.comparatives.contains(grammar.keys[before])
    else { return range }
    return before..<range.upperBound
  }

  private static let than: WordKey = "than"
  private static let comparatives: Set<WordKey> = ["more", "less", "fewer", "other", "rather"]

  /// Whether the last thing before a closing mark is a comma or another mark that ends speech.
  private func endsSpeech(_ quotation: Quotation) -> Bool {
    let last = quotation.tokens.upperBound - 2
    guard last > quotation.tokens.lowerBound else { return false }
    let byte = grammar.firstByte(last)
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "!")
  }

  private func isNextCue(_ token: Int, after cue: Int) -> Bool {
    guard grammar.syntax(token).partOfSpeech == .verb else { return false }
    let form = grammar.syntax(token).form
    if form == .gerund { return isSpeech(token) && isBehindComma(token) }
    guard EventOperators.isReport(grammar.keys[token]) else { return false }
    return ClaimWords.joints.contains(grammar.keys[token - 1])
      && form == grammar.syntax(cue).form && (form == .past || form == .present)
      && grammar.child(token, .nsubj) == nil
  }

  /// Whether the lists know a verb as one of speech, whatever it takes.
  private func isSpeech(_ verb: Int) -> Bool {
    CueLexicon.verbs[grammar.keys[verb]]?.contains { $0.basis == .speech } ?? false
  }

  /// Whether a comma stands before a token, or a quotation that ends in one.
  private func isBehindComma(_ token: Int) -> Bool {
    let comma = UInt8(ascii: ",")
    if grammar.firstByte(token - 1) == comma { return true }
    return token > 1 && closesQuotation(token - 1) && grammar.firstByte(token - 2) == comma
  }

  /// Whether a quotation begins with `token`.
  func opensQuotation(_ token: Int) -> Bool {
    let index = Int(quotationAt[token])
    return index >= 0 && quotations[index].tokens.lowerBound == token
  }

  /// Whether a quotation ends with `token`.
  func closesQuotation(_ token: Int) -> Bool {
    let index = Int(quotationAt[token])
    return index >= 0 && quotations[index].tokens.upperBound == token + 1
  }

  /// Widens `range` over the quotations that it cuts into at either end, and says which it holds.
  func widened(_ range: Range<Int>) -> (range: Range<Int>, quotations: [Int]) {
    guard !range.isEmpty else { return (range, []) }
    var lower = range.lowerBound
    var upper = range.upperBound
    let first = Int(quotationAt[lower])
    let last = Int(quotationAt[upper - 1])
    if first >= 0 { lower = min(lower, quotations[first].tokens.lowerBound) }
    if last >= 0 { upper = max(upper, quotations[last].tokens.upperBound) }
    var held: [Int] = []
    for token in lower..<upper {
      let index = Int(quotationAt[token])
      if index >= 0, held.last != index { held.append(index) }
    }
    return (lower..<upper, held)
  }

  /// Whether a negation stands among a verb's children or just before it.
  func isNegated(_ token: Int) -> Bool {
    for child in grammar.children(token) where child < token {
      if ClaimWords.negations.contains(grammar.keys[child]) { return true }
    }
    return false
  }

  /// Whether a predicate is denied by its subject or object: "no shots were fired", "nobody was hurt".
  func hasNoOne(_ predicate: Int) -> Bool {
    grammar.children(predicate).contains { child in
      guard [.nsubj, .nsubjPassive, .obj].contains(grammar.relation(child)) else { return false }
      return ClaimWords.nobody.contains(grammar.keys[child])
        || grammar.children(child).contains {
          grammar.relation($0) == .det && grammar.keys[$0] == ClaimWords.no
        }
    }
  }

  /// A verb with the auxiliaries, negations and adverbs directly before it, and its particle.
  func verbGroup(_ verb: Int) -> Range<Int> {
    var lower = verb
    while lower > 0, grammar.syntax(lower - 1).head == verb {
      switch grammar.relation(lower - 1) {
      case .aux, .auxPassive, .advmod, .cop: lower -= 1
      default: return lower..<groupEnd(verb)
      }
    }
    return lower..<groupEnd(verb)
  }

  private func groupEnd(_ verb: Int) -> Int {
    let next = verb + 1
    let hasParticle =
      next < grammar.keys.count && grammar.syntax(next).head == verb
      && grammar.relation(next) == .compoundParticle
    return hasParticle ? next + 1 : next
  }

  /// The noun phrase of `head`: its subtree without prepositions and adverbs before it, and without
  /// the clauses and times that hang on it loosely behind.
  func nounPhrase(_ head: Int) -> Range<Int> {
    var range = grammar.subtree(head)
    for child in grammar.children(head) {
      let part = grammar.subtree(child)
      switch grammar.relation(child) {
      case .case, .mark, .cc, .punct, .advmod, .discourse, .advcl, .obl, .oblTemporal:
        if child < head, part.lowerBound <= range.lowerBound, part.upperBound <= head {
          range = part.upperBound..<range.upperBound
        } else if child > head, isLoose(child) {
          range = range.lowerBound..<min(range.upperBound, part.lowerBound)
        }
      case .acl, .parataxis, .ccomp, .nmodTemporal, .nmodUnmarked, .oblUnmarked, .nmod:
        if child > head, isLoose(child) {
          range = range.lowerBound..<min(range.upperBound, part.lowerBound)
        }
      default: break
      }
    }
    guard range.contains(head) else { return head..<(head + 1) }
    return trimmed(range)
  }

  /// Whether what follows a noun is no part of its name: a clause, a time.
  private func isLoose(_ child: Int) -> Bool {
    switch grammar.relation(child) {
    case .acl, .parataxis, .ccomp, .advcl, .nmodTemporal, .oblTemporal: true
    default: isTime(child)
    }
  }

  /// Whether a token belongs to a time expression. Cost: a binary search.
  func isTime(_ token: Int) -> Bool {
    let timexes = grammar.article.timexes
    let span = grammar.article.tokens[token].span
    var low = 0
    var high = timexes.count
    while low < high {
      let middle = (low + high) / 2
      if timexes[middle].span.upper <= span.lower { low = middle + 1 } else { high = middle }
    }
    return low < timexes.count && timexes[low].span.overlaps(span)
  }
}
