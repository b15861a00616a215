import DatelineText

/// Decides which claims are worth a row: those that somebody makes and that say something.
///
/// What the extractors find is kept with the article; transcripts and live blogs are full of "I think
/// so", of relative clauses that look like statements, and of fragments that a break left behind.
struct ClaimSelection {
  private let article: AnnotatedArticle

  /// Judges the claims of one article.
  init(_ article: AnnotatedArticle) { self.article = article }

  /// Whether a claim has a row, made by `speaker` in the text's words where no entity is known.
  func holds(_ claim: Claim, speaker: String, isKnown: Bool) -> Bool {
    guard let first = claim.content.first, isKnown || Self.canSpeak(speaker) else { return false }
    let tokens = claim.content.flatMap { self.tokens(in: $0) }
    guard !isRelative(tokens), !isOpen(tokens, claim) else { return false }
    if !isKnown, speaker.isEmpty, claim.form == .indirect, claim.kind != .report { return false }
    if claim.basis == .attitude { return isFinite(tokens, from: first) }
    return claim.form != .indirect || !claim.quantities.isEmpty || isMessage(tokens, claim)
  }

  private func tokens(in span: ByteSpan) -> [Int] {
    let start = article.tokens.partitioningIndex { $0.span.lower >= span.lower }
    return Array(
      article.tokens.indices[start...].prefix { article.tokens[$0].span.lower < span.upper })
  }

  // MARK: Who

  /// Words that cannot say who speaks: relatives, what points into the text, and the writer, a guest
  /// or the reader.
  private static let mute: Set<String> = Set(
    """
    that which who whom whose what this these those there it its itself i we you me us my our your \
    one some others another any
    """.split(separator: " ").map(String.init))

  /// Pronouns for persons: somebody speaks, though nobody knows who.
  private static let personal: Set<String> = ["he", "she", "they", "his", "her", "their"]

  /// Whether words for a speaker are a pronoun for persons.
  static func isPersonal(_ speaker: String) -> Bool { personal.contains(SearchText.key(speaker)) }

  /// Words that open a clause, which a slip of the parser may put for a speaker.
  private static let openers: Set<String> = Set(
    "that which who whom whose if when while because although as whether than".split(separator: " ")
      .map(String.init))

  private static func canSpeak(_ speaker: String) -> Bool {
    let words = SearchText.key(speaker)
    guard let first = words.split(separator: " ").first else { return true }
    return !mute.contains(words) && !openers.contains(String(first))
  }

  // MARK: What

  /// "that was like in a moment": a clause whose "that", "who" or "which" is its own subject.
  private func isRelative(_ tokens: [Int]) -> Bool {
    guard tokens.count > 1 else { return false }
    switch SearchText.key(article.article.text[article.tokens[tokens[0]].span]) {
    case "who", "which": return article.syntax[tokens[0]].relation != .obj
    case "that":
      return [.verb, .auxiliary].contains(article.syntax[tokens[1]].partOfSpeech)
    default: return false
    }
  }

  /// Fewer tokens without a verb, in a turn of a talk, say nothing.
  private static let longestNod = 8

  /// Whether indirect speech asks, or has lost its subject ("will prompt them to leave"): neither says
  /// anything that could be true.
  private func isOpen(_ tokens: [Int], _ claim: Claim) -> Bool {
    guard claim.form == .indirect, let first = tokens.first, let last = tokens.last else {
      return false
    }
    // A turn of a talk without a verb ("No doubt.", "Thanks to you") is a nod.
    let isTurn = claim.cue.first.map { article.article.text[$0] } == ":"
    if isTurn, tokens.count < Self.longestNod, !isFinite(tokens) { return true }
    let end = min(last + 1, article.tokens.count - 1)
    if [last, end].contains(where: { article.text($0) == "?" }) { return true }
    switch article.syntax[first].form {
    case .past, .present, .modal:
      return [.verb, .auxiliary].contains(article.syntax[first].partOfSpeech)
    case .none, .base, .pastParticiple, .gerund, .plural, .possessive: return false
    }
  }

  /// Whether a state of mind holds a finite clause ("believes that …"), not a wish or plan ("seeks to
  /// …"), which can be neither true nor false.
  private func isFinite(_ tokens: [Int], from content: ByteSpan) -> Bool {
    guard let opening = tokens.first,
      article.article.text[article.tokens[opening].span].lowercased() != "to"
    else { return false }
    return isFinite(tokens.filter { article.tokens[$0].span.upper <= content.upper })
  }

  /// Whether a finite verb is among tokens.
  private func isFinite(_ tokens: [Int]) -> Bool {
    tokens.contains { token in
      switch article.syntax[token].form {
      case .past, .present, .modal: true
      case .none, .base, .pastParticiple, .gerund, .plural, .possessive: false
      }
    }
  }

  /// What journalists are asked for, or ask for, without a message.
  private static let void: Set<String> = ["comment", "comments", "more", "questions", "interviews"]

  /// The fewest words of a message without a verb, and with one.
  private static let fewest = (nominal: 3, verbal: 2)

  /// Whether indirect speech says something: a clause or an infinitive; what is demanded or denied;
  /// otherwise a noun phrase that is more than "some firms".
  private func isMessage(_ tokens: [Int], _ claim: Claim) -> Bool {
    let words = tokens.filter { article.syntax[$0].partOfSpeech != .punctuation }
    let hasVerb = words.contains {
      [.verb, .auxiliary].contains(article.syntax[$0].partOfSpeech)
    }
    if hasVerb { return words.count >= Self.fewest.verbal }
    if words.count == 1, Self.void.contains(SearchText.key(article.text(words[0]))) { return false }
    switch claim.kind {
    case .demand, .denial, .nonConfirmation: return !words.isEmpty
    case .assertion, .accusation, .promise, .announcement, .opinion, .report, .warning,
      .praise, .admission, .offer:
      return words.count >= Self.fewest.nominal
    }
  }
}
