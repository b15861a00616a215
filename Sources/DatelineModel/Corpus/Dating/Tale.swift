import DatelineText

/// What one sentence tells, as far as it can be compared with a sentence of another article.
struct Tale {
  /// The entities that it mentions.
  let entities: SortedSet<Int32>
  /// Among them places below the country, people and facilities: those that tell events apart.
  let particular: SortedSet<Int32>
  /// The types of its events.
  let types: Types
  /// The stems of its verbs, common nouns and adjectives, hashed.
  let actions: SortedSet<UInt64>
  /// Whether one of these is for armed violence.
  private let isViolent: Bool

  /// Types of events, a bit each.
  struct Types: OptionSet {
    let rawValue: UInt32
    private static let all = EventType.allCases

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// One type.
    init(_ type: EventType) { rawValue = 1 << UInt32(Self.all.firstIndex(of: type) ?? 31) }
  }

  /// Reads one sentence of `article`, which stands at `index` in the corpus.
  init(sentence: Int, of article: AnnotatedArticle, at index: Int, entities: ChainEntities) {
    let span = article.sentences[sentence].span
    var named: [Int32] = []
    var particular: [Int32] = []
    var types: Types = []
    var actions: [UInt64] = []
    for position in article.mentionIndices(inSentence: sentence) {
      let mention = article.mentions[position]
      guard span.contains(mention.span),
        let found = entities.entity(of: mention, inArticleAt: index)
      else { continue }
      let entity = mention.type == .group ? entities.country(of: found) : found
      named.append(entity)
      if Self.isParticular(mention, in: article) { particular.append(entity) }
    }
    for event in article.events where event.sentence == sentence && !event.isHistorical {
      types.insert(Types(event.type))
    }
    for token in article.sentences[sentence].tokens where article.syntax.indices.contains(token) {
      let word = article.syntax[token].partOfSpeech
      guard word == .verb || word == .noun || word == .adjective else { continue }
      if let stem = WordStem.hash(article.article.text.bytes[article.tokens[token].span.range]) {
        actions.append(stem)
      }
    }
    self.entities = SortedSet(named)
    self.particular = SortedSet(particular)
    self.types = types
    self.actions = SortedSet(actions)
    isViolent = actions.contains(where: Self.violence.contains)
  }

  /// Countries are in every story; cities, provinces and people are not.
  private static func isParticular(_ mention: Mention, in article: AnnotatedArticle) -> Bool {
    switch mention.type {
    case .person, .facility, .location, .event: return true
    case .geopolitical:
      guard !mention.isMetonym, let chain = mention.chain else { return false }
      return article.chains[chain].place.map { $0.latitude != nil } ?? false
    case .organization, .group, .miscellaneous: return false
    }
  }

  /// How many features two sentences share: actions, particular names, other names.
  func agreement(with other: Tale) -> Agreement {
    var (words, names, others) = (0, 0, 0)
    actions.forEachCommon(other.actions) { _ in words += 1 }
    particular.forEachCommon(other.particular) { _ in names += 1 }
    entities.forEachCommon(other.entities) { if !particular.contains($0) { others += 1 } }
    return Agreement(
      hasAction: !types.isDisjoint(with: other.types)
        || (types.isEmpty || other.types.isEmpty) && words >= 2
        || isViolent && other.isViolent,
      words: words, particular: names, general: others)
  }

  /// Words for armed violence, which reports of one attack use for each other.
  private static let violence: Set<UInt64> = Set(
    """
    attack strike raid bomb bombing shelling airstrike assault fighting clash offensive explosion \
    blast ambush
    """.split(separator: " ").compactMap { WordStem.hash(Array($0.utf8)[...]) })

  /// What two sentences share.
  struct Agreement {
    var hasAction: Bool
    /// How many verbs, nouns and adjectives.
    var words: Int
    var particular: Int
    var general: Int

    /// The weight of the agreement: an action and a particular name, or two particular names and a
    /// general one, make two features that few different happenings share.
    var weight: Double {
      (hasAction ? 1 : 0) + Double(min(particular, 3)) + 0.5 * Double(min(general, 3))
    }
  }
}

/// A sentence of a dated article that names a single day.
struct DatedStatement {
  /// The article, as an index.
  var article: Int
  /// The sentence, as an index.
  var sentence: Int
  var day: DayNumber
  /// Whether it was at night or at midnight, so that it is reported on the next day at the earliest.
  var isNight: Bool
  var tale: Tale

  /// The statements of one article.
  static func statements(
    of article: AnnotatedArticle, at index: Int, entities: ChainEntities
  ) -> [DatedStatement] {
    article.timexes.compactMap { timex in
      guard timex.kind == .date || timex.kind == .time, let day = timex.interval?.earliest,
        timex.interval?.latest == day, let sentence = article.sentence(at: Int(timex.span.lower))
      else { return nil }
      let words = SearchText.key(article.article.text[timex.span])
      return DatedStatement(
        article: index, sentence: sentence, day: day,
        isNight: words.contains("night") || timex.value.hasSuffix("T24:00"),
        tale: Tale(sentence: sentence, of: article, at: index, entities: entities))
    }
  }
}
