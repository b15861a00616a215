public import DatelineText

/// A claim as it is printed: who says it, what saying it amounts to, and the words.
///
/// The words alone may say the opposite of the claim ("denied that any door was locked") or nothing at
/// all ("rejected the accusation"), so the verb of the text, or the kind, always goes with them.
public struct ClaimWording: Equatable, Sendable {
  /// Who says it and how, as it stands before the words: "Acme denied", "Acme (demand)", "Acme".
  public var lead: String
  /// The words of the claim, on one line.
  public var words: String
  /// The sentence that the words are taken from, where they say nothing alone; on one line.
  public var sentence: String?
}

extension Corpus {
  /// Words `claim` for print. Cost: a binary search, and decoding where the article is stored.
  public func wording(of claim: CorpusClaim) -> ClaimWording {
    let speaker = speaker(of: claim)
    let words = text(claim.provenance).onOneLine
    guard let article = article(claim.provenance.article),
      article.claims.indices.contains(claim.claim)
    else { return ClaimWording(lead: speaker, words: words) }
    let source = article.claims[claim.claim]
    var wording = ClaimWording(lead: speaker + source.kind.mark, words: words)
    if claim.isNamed, let act = article.act(of: source) { wording.lead = speaker + " " + act }
    if article.isFragment(source), article.sentences.indices.contains(source.sentence) {
      wording.sentence = article.article.text[article.sentences[source.sentence].span].onOneLine
    }
    return wording
  }

  /// Who makes a claim, in words.
  public func speaker(of claim: CorpusClaim) -> String {
    claim.speakers.isEmpty
      ? claim.spokenBy : claim.speakers.map { name($0) }.joined(separator: ", ")
  }
}

extension CorpusClaim {
  /// Whether a name or a noun stands for who speaks, so that a verb may follow it.
  fileprivate var isNamed: Bool {
    !speakers.isEmpty || !speakerText.isEmpty && !ClaimSelection.isPersonal(speakerText)
  }
}

extension Claim.Kind {
  /// The kind behind the speaker where no verb tells it; nothing for what is simply said.
  public var mark: String {
    switch self {
    case .assertion: ""
    case .denial: " (denied)"
    case .nonConfirmation: " (not confirmed)"
    case .accusation, .demand, .promise, .announcement, .opinion, .report, .warning, .praise,
      .admission, .offer:
      " (\(rawValue))"
    }
  }
}

extension AnnotatedArticle {
  /// The most words of a cue that is printed as it stands.
  private static let longestAct = 6

  /// Verbs that mean little without whom they are said to.
  private static let unfinished: Set<String> = ["told", "tells", "tell", "called", "calls", "call"]

  private static let perfect: Set<String> = ["has", "have", "had", "'s", "’s", "'ve", "’ve"]
  private static let passive: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "am",
  ]

  /// What the source of `claim` did, in the text's own finite verb ("denied", "has not confirmed"); nil
  /// where the cue is no active finite verb, and where the verb does not tell that it denies.
  fileprivate func act(of claim: Claim) -> String? {
    guard claim.cue.count == 1, let cue = claim.cue.first else { return nil }
    let first = tokens.partitioningIndex { $0.span.upper > cue.lower }
    let words = (first..<tokens.count).prefix { tokens[$0].span.lower < cue.upper }
    guard (1...Self.longestAct).contains(words.count),
      let verb = words.last(where: { syntax[$0].partOfSpeech == .verb }), isFinite(verb, in: words)
    else { return nil }
    guard !Self.unfinished.contains(text(verb).lowercased()) else { return nil }
    let act = words.map { text($0) }.joined(separator: " ")
    return claim.polarity == .negative && !refuses(verb, words)
      && (claim.kind == .denial || claim.kind == .nonConfirmation) ? act + claim.kind.mark : act
  }

  private func isFinite(_ verb: Int, in words: Range<Int>) -> Bool {
    isFinite(verb, beside: words.filter { $0 != verb }.map { text($0).lowercased() })
  }

  private func isFinite(_ verb: Int, beside others: [String]) -> Bool {
    let hasBe = others.contains(where: Self.passive.contains)
    switch syntax[verb].form {
    case .past: return !hasBe
    case .present: return true
    case .pastParticiple:
      return !hasBe && syntax[verb].relation != .acl
        && (others.contains(where: Self.perfect.contains) || others.isEmpty)
    case .gerund: return hasBe
    case .none, .base, .modal, .plural, .possessive:
      return others.contains { ["did", "do", "does", "will", "would", "could"].contains($0) }
    }
  }

  /// Whether the cue itself says no: by a negation, or by its verb.
  private func refuses(_ verb: Int, _ words: Range<Int>) -> Bool {
    let stems = [
      "den", "declin", "refus", "reject", "dismiss", "disput", "refut", "rebut", "contradict",
    ]
    let own = text(verb).lowercased()
    return stems.contains(where: own.hasPrefix)
      || words.contains { ["not", "n't", "n’t", "never", "no"].contains(text($0).lowercased()) }
  }

  /// The most words of a phrase that may need its sentence to be understood.
  private static let longestFragment = 6

  /// Whether what is said is a bare phrase, known to have no verb.
  fileprivate func isFragment(_ claim: Claim) -> Bool {
    var count = 0
    for piece in claim.content {
      let first = tokens.partitioningIndex { $0.span.upper > piece.lower }
      for token in (first..<tokens.count).prefix(while: { tokens[$0].span.lower < piece.upper }) {
        if [.verb, .auxiliary, .other].contains(syntax[token].partOfSpeech) { return false }
        if syntax[token].partOfSpeech != .punctuation { count += 1 }
      }
    }
    return count <= Self.longestFragment
  }
}
