/// Tells whether a seat of government stands for the government ("Islamabad denied") or for the
/// place ("in Islamabad").
///
/// In news about states a bare capital is an actor unless something makes it a place: a preposition
/// of place, a verb of motion or attack, a noun for a part of a town, or a list of other towns.
struct MetonymJudge {
  private let annotated: AnnotatedArticle
  private let lexicon = NameLexicon.embedded

  /// Judges mentions of `annotated`.
  init(_ annotated: AnnotatedArticle) { self.annotated = annotated }

  /// Whether the mention `index`, a seat of government, stands for the government. `previous` is
  /// the verdict on the mention before it, for names that are joined by "and".
  func isMetonym(_ index: Int, after previous: Bool?) -> Bool {
    let mention = annotated.mentions[index]
    let before = word(mention.tokens.lowerBound - 1, near: mention)
    let after = word(mention.tokens.upperBound, near: mention)
    if isHeading(mention) || isDateline(mention, after) { return false }
    if after == "'s" || after == "’s" || after == "'" {
      return !Self.townNouns.contains(word(mention.tokens.upperBound + 1, near: mention))
    }
    if ["and", "or", ","].contains(before), let previous, isJoined(index) {
      if !previous { return false }
    }
    if Self.placePrepositions.contains(before) { return false }
    if Self.motion.contains(stem(before)) { return false }
    if before == "on" || before == "to" || before == "of" {
      if hasPlaceNoun(before: mention) { return false }
    }
    if after == ",", isFollowedByCountry(mention) { return false }
    return !isCompound(after)
  }

  private func word(_ token: Int, near mention: Mention) -> String {
    guard annotated.tokens.indices.contains(token),
      let sentence = annotated.sentence(at: Int(mention.span.lower)),
      annotated.sentences[sentence].tokens.contains(token)
    else { return "" }
    return annotated.text(token).lowercased()
  }

  private func isHeading(_ mention: Mention) -> Bool {
    guard let sentence = annotated.sentence(at: Int(mention.span.lower)) else { return true }
    let words = annotated.sentences[sentence].tokens.count
    return words <= 3
  }

  private func isDateline(_ mention: Mention, _ after: String) -> Bool {
    guard let sentence = annotated.sentence(at: Int(mention.span.lower)),
      annotated.sentences[sentence].tokens.lowerBound == mention.tokens.lowerBound
    else { return false }
    return ["—", "–", "--", "("].contains(after)
  }

  /// Whether only "and", "or" or a comma stands between this mention and the one before.
  private func isJoined(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return annotated.mentions[index].tokens.lowerBound
      - annotated.mentions[index - 1].tokens.upperBound <= 2
  }

  private func hasPlaceNoun(before mention: Mention) -> Bool {
    for distance in 2...7 {
      let word = stem(word(mention.tokens.lowerBound - distance, near: mention))
      if Self.motion.contains(word) || Self.townNouns.contains(word) { return true }
    }
    return false
  }

  private func isFollowedByCountry(_ mention: Mention) -> Bool {
    let next = mention.tokens.upperBound + 1
    return KnownNames.embedded.country(named: word(next, near: mention)) != nil
  }

  private func isCompound(_ after: String) -> Bool {
    if Self.townNouns.contains(after) { return true }
    let classes = lexicon.classes(of: after)
    return !classes.isDisjoint(with: [.facilityHead, .eventHead, .polityHead, .locationHead])
      && classes.isDisjoint(with: [.function, .reporting])
  }

  /// A crude stem: enough for the verbs listed here.
  private func stem(_ word: String) -> String {
    for suffix in ["ing", "ed", "es", "s"] where word.hasSuffix(suffix) && word.utf8.count > 5 {
      return String(word.dropLast(suffix.count))
    }
    return word
  }

  private static let placePrepositions: Set<String> = [
    "in", "at", "near", "outside", "inside", "into", "around", "across", "throughout", "through",
    "over", "from", "capital", "downtown", "central", "northern", "southern", "eastern", "western",
    "via", "within", "above", "beyond", "city",
  ]

  private static let motion: Set<String> = [
    "visit", "left", "leave", "leav", "enter", "reach", "fled", "flee", "captur", "capture",
    "seize", "seiz", "swept", "sweep", "strike", "strik", "struck", "hit", "bomb", "shell",
    "attack", "airstrike", "raid", "march", "travel", "flew", "fly", "flight", "trip", "return",
    "arriv", "arrive", "besieg", "besiege", "surround", "storm", "took", "control", "overran",
    "liberat", "occupi", "shook", "rock", "hitting", "outskirt", "tour", "journey", "drone",
    "missile", "advanc", "deport", "evacuat", "head", "drove", "drive",
  ]

  private static let townNouns: Set<String> = [
    "outskirts", "outskirt", "street", "streets", "airport", "resident", "residents", "suburb",
    "suburbs", "skyline", "neighborhood", "neighborhoods", "neighbourhood", "neighbourhoods",
    "district", "center", "centre", "downtown", "embassy", "university", "hospital", "hotel",
    "airstrike", "bombing", "attack", "attacks", "talks", "summit", "conference", "meeting",
    "province", "region", "area", "suburbs", "mosque", "market", "bureau", "correspondent",
    "office", "protest", "protests", "rally", "time", "road", "square", "park", "stadium", "police",
    "mayor", "court",
  ]
}
