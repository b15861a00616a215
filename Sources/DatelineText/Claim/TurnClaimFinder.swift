/// Finds speech that marks alone give to its speaker: the turns of an interview ("SMITH: We will
/// win."), and quotations that a dash and a name close ("“We will win.” — Ann Smith").
struct TurnClaimFinder {
  private let context: ClaimContext
  private var grammar: ArticleGrammar { context.grammar }
  private var bytes: [UInt8] { grammar.article.article.text.bytes }

  /// Looks in one article.
  init(_ context: ClaimContext) { self.context = context }

  /// The claims of the whole article, in order of the text.
  func drafts() -> [ClaimDraft] {
    let openings = grammar.article.sentences.compactMap { opening($0.tokens) }
    // One line with a colon is a label; a talk has several turns.
    let talk = openings.count >= Self.fewestTurns ? turns(openings) : []
    return talk + context.quotations.compactMap(signed)
  }

  private static let fewestTurns = 3

  // MARK: Turns

  /// The name and the colon of "SMITH: We will win. We must.": a sentence that begins with a name in
  /// capitals and a colon.
  private func opening(_ sentence: Range<Int>) -> Range<Int>? {
    guard let colon = sentence.prefix(6).first(where: { isMark($0, ":") }),
      colon > sentence.lowerBound, (sentence.lowerBound..<colon).allSatisfy(isLoud)
    else { return nil }
    return sentence.lowerBound..<(colon + 1)
  }

  /// The turns of a talk: each to the end of its line, or to where the next begins on it.
  private func turns(_ openings: [Range<Int>]) -> [ClaimDraft] {
    openings.indices.compactMap { index in
      let colon = openings[index].upperBound - 1
      let next = index + 1 < openings.count ? openings[index + 1].lowerBound : grammar.keys.count
      let end = lineEnd(from: colon, within: next - colon)
      let content = context.trimmed((colon + 1)..<max(end, colon + 1))
      guard content.count > 2 else { return nil }
      return ClaimDraft(
        cueHead: colon, cue: colon..<(colon + 1), source: openings[index].dropLast(),
        content: [content], kind: .assertion, basis: .speech)
    }
  }

  private func isMark(_ token: Int, _ mark: Unicode.Scalar) -> Bool {
    grammar.firstByte(token) == UInt8(ascii: mark) && grammar.article.tokens[token].span.count == 1
  }

  /// Whether a token is written in capitals, or is a mark.
  private func isLoud(_ token: Int) -> Bool {
    if grammar.isPunctuation(token) { return true }
    let word = bytes[grammar.article.tokens[token].span.range]
    return word.count > 1 && !word.contains { $0 >= 0x61 && $0 <= 0x7A }
      && word.contains { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The token after the last one of the line that holds `token`, at most `most` tokens on.
  private func lineEnd(from token: Int, within most: Int = .max) -> Int {
    let tokens = grammar.article.tokens
    var end = token + 1
    while end < tokens.count, end - token < most {
      let gap =
        Int(
          tokens[end - 1].span.upper)..<max(
          Int(tokens[end].span.lower), Int(tokens[end - 1].span.upper))
      if bytes[gap].contains(UInt8(ascii: "\n")) { return end }
      end += 1
    }
    return end
  }

  // MARK: Signatures

  /// In tokens.
  private static let longestSignature = 14

  /// "“We will win.” — Ann Smith, mayor": a dash and a capitalised phrase without a verb, which ends
  /// the line.
  private func signed(_ quotation: Quotation) -> ClaimDraft? {
    let dash = quotation.tokens.upperBound
    guard quotation.tokens.count > 4, dash + 1 < grammar.keys.count, isDash(dash) else {
      return nil
    }
    let source = (dash + 1)..<lineEnd(from: dash, within: Self.longestSignature + 2)
    guard (1...Self.longestSignature).contains(source.count),
      grammar.isCapitalized(source.lowerBound),
      !source.contains(where: { grammar.syntax($0).partOfSpeech == .verb })
    else { return nil }
    return ClaimDraft(
      cueHead: dash, cue: dash..<(dash + 1), source: context.trimmed(source),
      content: [quotation.tokens], kind: .assertion, basis: .speech)
  }

  /// Whether a token is a dash of any length.
  private func isDash(_ token: Int) -> Bool {
    let word = Array(bytes[grammar.article.tokens[token].span.range])
    return word == [0x2D] || word == [0x2D, 0x2D]
      || word.count == 3 && word[0] == 0xE2 && word[1] == 0x80 && (0x90...0x95).contains(word[2])
  }
}
