import DatelineText

/// Which organisations the articles show to govern a country.
///
/// Read off the text, never known beforehand: "Taliban-led Afghanistan", "Afghanistan's Taliban
/// regime", "the Taliban as Afghanistan's government", and one person who is called foreign minister
/// of both. An organisation that governs stands on the side of its country wherever parties are
/// compared; the two stay two entities.
struct Governments {
  /// How many such signs make a government: one alone may be a slip of the pen.
  static let leastSigns = 2

  /// For each organisation that governs: its country, as indices of entities.
  private(set) var countryOf: [Int: Int] = [:]
  /// For each country whose government is named more often than the country itself: that
  /// organisation, under whose name the articles know the party.
  private(set) var partyOf: [Int: Int] = [:]

  /// How often the articles say that an organisation governs a country.
  struct Signs {
    fileprivate var counts: [Pair: Int] = [:]

    /// Counts signs.
    mutating func add(_ pairs: [Pair]) {
      for pair in pairs { counts[pair, default: 0] += 1 }
    }
  }

  /// The signs in an article; `find` gives the entity of one of its mentions, a nationality's being
  /// its country.
  static func signs(
    in article: AnnotatedArticle, entities: [Entity], find: (Int) -> Int?
  ) -> [Pair] {
    article.mentions.indices.dropLast().compactMap { mention -> Pair? in
      guard let left = find(mention), let right = find(mention + 1),
        let pair = pair(left, right, entities),
        isSign(article, mention, startsWithCountry: pair.country == left)
      else { return nil }
      return pair
    }
  }

  /// Settles who governs what.
  ///
  /// - Parameters:
  ///   - signs: What the articles say.
  ///   - entities: The entities, by identifier order.
  ///   - offices: For each person, whom the person holds an office of state of.
  init(_ signs: Signs, entities: [Entity], offices: [Int: Set<Int>]) {
    var signs = signs.counts
    for pair in Self.shared(offices, entities) { signs[pair, default: 0] += 1 }
    settle(signs, entities)
  }

  /// An organisation and the country that it may govern, as indices of entities.
  struct Pair: Hashable, Sendable {
    var organisation: Int
    var country: Int
  }

  /// An organisation and a country, in whatever order they are named.
  private static func pair(_ left: Int, _ right: Int, _ entities: [Entity]) -> Pair? {
    switch (entities[left].type, entities[right].type) {
    case (.organization, .geopolitical): Pair(organisation: left, country: right)
    case (.geopolitical, .organization): Pair(organisation: right, country: left)
    default: nil
    }
  }

  /// Keeps the organisation with the most signs for each country, and the country with the most for
  /// each organisation.
  private mutating func settle(_ signs: [Pair: Int], _ entities: [Entity]) {
    let ranked = signs.filter { $0.value >= Self.leastSigns }.sorted {
      $0.value != $1.value
        ? $0.value > $1.value
        : ($0.key.country, $0.key.organisation) < ($1.key.country, $1.key.organisation)
    }
    var governed: Set<Int> = []
    for (pair, _) in ranked where countryOf[pair.organisation] == nil {
      guard governed.insert(pair.country).inserted else { continue }
      countryOf[pair.organisation] = pair.country
      if entities[pair.organisation].mentions.count > entities[pair.country].mentions.count {
        partyOf[pair.country] = pair.organisation
      }
    }
  }

  // MARK: - Signs

  private static let regimes: Set<String> = [
    "regime", "government", "authorities", "administration", "rulers", "rule", "junta",
    "leadership",
  ]

  /// Whether two names side by side say that one governs the other.
  private static func isSign(
    _ article: AnnotatedArticle, _ mention: Int, startsWithCountry: Bool
  ) -> Bool {
    let (first, second) = (article.mentions[mention], article.mentions[mention + 1])
    guard first.span.upper < second.span.lower, second.span.lower - first.span.upper <= 12,
      article.article.text.bytes.indices.contains(Int(second.span.upper))
    else { return false }
    let gap = article.article.text[
      ByteSpan(Int(first.span.upper), Int(second.span.lower))]
    if startsWithCountry {
      if ["'s ruling ", "’s ruling "].contains(gap) { return true }
      return [" ", "'s ", "’s "].contains(gap) && isRegime(article, after: second)
    }
    if ["-led ", "-ruled ", "-governed ", "-run "].contains(gap) { return true }
    return gap == " as " && isRegime(article, after: second)
  }

  /// Whether a noun for those who govern follows a name, with at most one word between: "Taliban
  /// interim government", "Afghanistan's government".
  private static func isRegime(_ article: AnnotatedArticle, after mention: Mention) -> Bool {
    let end = min(article.tokens.count, mention.tokens.upperBound + 3)
    guard mention.tokens.upperBound < end else { return false }
    return article.tokens[mention.tokens.upperBound..<end]
      .lazy.map { SearchText.key(article.article.text[$0.span]) }
      .prefix { $0.first?.isLetter ?? false || $0.hasPrefix("'") || $0.hasPrefix("’") }
      .contains(where: regimes.contains)
  }

  /// The pairs of which one person holds an office: "Taliban Foreign Minister" here and "Afghan
  /// Foreign Minister" there.
  private static func shared(_ offices: [Int: Set<Int>], _ entities: [Entity]) -> Set<Pair> {
    Set(
      offices.values.flatMap { owners in
        owners.flatMap { left in owners.compactMap { pair(left, $0, entities) } }
      })
  }
}
