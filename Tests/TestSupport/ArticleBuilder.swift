public import DatelineText

/// Builds annotated articles by hand, so that the corpus is tested without any extractor.
///
/// Words are looked for in the sentence that was added last; tokens are cut at blanks.
public struct ArticleBuilder: Sendable {
  /// The article so far.
  public private(set) var article: AnnotatedArticle
  private var text = ""

  /// Begins the article `id`, published on `day` ("2025-10-09"); undated without one.
  public init(_ id: String, published day: String? = nil, source: String? = nil) {
    article = AnnotatedArticle(article: Article(id: ArticleID(id), text: SourceText("")))
    article.source = source
    guard let day else { return }
    article.date = DocumentDate(
      interval: DayInterval(Self.day(day)), basis: .explicit, evidence: day)
  }

  /// The day of an ISO date.
  public static func day(_ iso: String) -> DayNumber {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    precondition(parts.count == 3, "a day is written 2025-10-09")
    return DayNumber(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Adds a sentence.
  public mutating func add(_ sentence: String) {
    let start = text.utf8.count
    let first = article.tokens.count
    var offset = start
    for word in sentence.split(separator: " ", omittingEmptySubsequences: false) {
      let end = offset + word.utf8.count
      if !word.isEmpty { article.tokens.append(Token(span: ByteSpan(offset, end))) }
      offset = end + 1
    }
    article.syntax += article.tokens[first...].map { _ in TokenSyntax(partOfSpeech: .other) }
    let span = ByteSpan(start, start + sentence.utf8.count)
    article.sentences.append(
      Sentence(span: span, tokens: first..<article.tokens.count, block: 0))
    text += sentence + "\n"
    article.article.text = SourceText(text)
    article.article.blocks = [Block(kind: .paragraph, span: article.article.text.span)]
  }

  /// Where `words` stand in the last sentence.
  public func span(_ words: String) -> ByteSpan {
    guard let sentence = article.sentences.last,
      let range = article.article.text.bytes[sentence.span.range]
        .firstRange(of: Array(words.utf8))
    else { preconditionFailure("\"\(words)\" is not in the last sentence") }
    return ByteSpan(range.lowerBound, range.upperBound)
  }

  /// The tokens that a span covers, as indices.
  private func tokens(of span: ByteSpan) -> Range<Int> {
    let first = article.tokens.firstIndex { $0.span.upper > span.lower } ?? article.tokens.count
    let end = article.tokens.firstIndex { $0.span.lower >= span.upper } ?? article.tokens.count
    return first..<max(first, end)
  }

  /// Adds a time expression of one day, or of the days up to `last`.
  public mutating func time(_ words: String, _ first: String, to last: String? = nil) {
    let interval = DayInterval(
      earliest: Self.day(first), latest: Self.day(last ?? first))
    article.timexes.append(
      Timex3(
        span: span(words), kind: .date, value: first, interval: interval,
        grain: last == nil ? .day : .week))
  }

  /// Adds a time expression that only the date of publication could resolve.
  public mutating func relativeTime(_ words: String) {
    article.timexes.append(
      Timex3(span: span(words), kind: .date, value: "XXXX-XX-XX", isRelative: true))
  }

  /// Adds a mention, in the chain of `name`, and gives its index.
  @discardableResult
  public mutating func mention(_ words: String, _ type: EntityType, of name: String? = nil) -> Int {
    let name = name ?? words
    let index = article.mentions.count
    let chain =
      article.chains.firstIndex { $0.name == name && $0.type == type }
      ?? {
        article.chains.append(CoreferenceChain(name: name, type: type, mentions: []))
        return article.chains.count - 1
      }()
    article.chains[chain].mentions.append(index)
    article.mentions.append(
      Mention(span: span(words), tokens: tokens(of: span(words)), type: type, chain: chain))
    return index
  }

  /// Adds an event whose participants are mentions by index; `days` are its first and last day.
  public mutating func event(
    _ trigger: String, _ type: EventType, mode: String? = nil, actors: [Int] = [],
    recipients: [Int] = [], places: [Int] = [], days: (String, String)? = nil,
    status: FactStatus = .stated
  ) {
    var event = EventMention(
      trigger: span(trigger), sentence: article.sentences.count - 1, type: type)
    event.mode = mode
    event.actors = actors
    event.recipients = recipients
    event.places = places
    event.status = status
    if let days {
      event.interval = DayInterval(
        earliest: Self.day(days.0), latest: Self.day(days.1))
      event.grain = days.0 == days.1 ? .day : .week
    }
    article.events.append(event)
  }

  /// Adds a claim of the mentions `speakers` with the content `words`.
  public mutating func claim(
    _ words: String, by speakers: [Int], against addressees: [Int] = [],
    kind: Claim.Kind = .assertion, polarity: Claim.Polarity = .positive,
    quantities: [Quantity] = []
  ) {
    var claim = Claim(
      source: speakers.map { article.mentions[$0].span }, cue: [], content: [span(words)],
      sentence: article.sentences.count - 1, kind: kind, polarity: polarity)
    claim.speakers = speakers
    claim.addressees = addressees
    claim.quantities = quantities
    article.claims.append(claim)
  }
}
