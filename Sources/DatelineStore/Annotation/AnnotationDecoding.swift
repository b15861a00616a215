internal import DatelineText

// The order here is the order in `AnnotationEncoding`.
extension AnnotationReader {
  /// Reads everything but the article itself.
  mutating func annotated(_ article: Article) throws(AnnotationError) -> AnnotatedArticle {
    var result = try head(article)
    (result.tokens, result.sentences) = try cut(article)
    result.syntax = try syntax(limit: result.tokens.count)
    try readFindings(into: &result)
    return result
  }

  /// Reads what is said of the article as a whole.
  mutating func head(_ article: Article) throws(AnnotationError) -> AnnotatedArticle {
    var result = AnnotatedArticle(article: article)
    result.title = try string()
    result.byline = try string()
    result.source = try string()
    result.language = try string()
    result.date = try date()
    return result
  }

  /// Reads what was found in the text, whose tokens and sentences are there.
  mutating func readFindings(into result: inout AnnotatedArticle) throws(AnnotationError) {
    let tokens = result.tokens.count
    result.timexes = try list { reader throws(AnnotationError) in try reader.timex() }
    result.mentions = try list { reader throws(AnnotationError) in
      try reader.mention(tokens: tokens)
    }
    let mentions = result.mentions.count
    result.chains = try list { reader throws(AnnotationError) in
      try reader.chain(mentions: mentions)
    }
    guard result.mentions.allSatisfy({ $0.chain.map { $0 < result.chains.count } ?? true }) else {
      throw malformed
    }
    let sizes = (
      mentions: mentions, sentences: result.sentences.count, timexes: result.timexes.count
    )
    result.events = try list { reader throws(AnnotationError) in try reader.event(sizes) }
    result.claims = try list { reader throws(AnnotationError) in try reader.claim(sizes) }
  }

  /// How many things there are that indices may point at.
  private typealias Sizes = (mentions: Int, sentences: Int, timexes: Int)

  /// Reads a date with its reason.
  mutating func date() throws(AnnotationError) -> DocumentDate {
    DocumentDate(
      interval: try interval(), basis: try choice(DocumentDate.Basis.self),
      evidence: try requiredString(), span: try optionalSpan())
  }

  private mutating func cut(_ article: Article) throws(AnnotationError)
    -> ([Token], [Sentence])
  {
    let isPlain = try flag()
    let tokenCount = try number()
    let sentenceCount = try number()
    if isPlain {
      let (tokens, sentences) = SentenceSplitter.split(article)
      guard tokens.count == tokenCount, sentences.count == sentenceCount else { throw malformed }
      return (tokens, sentences)
    }
    guard tokenCount <= article.text.count, sentenceCount <= article.text.count else {
      throw malformed
    }
    var tokens: [Token] = []
    for _ in 0..<tokenCount { tokens.append(Token(span: try span())) }
    var sentences: [Sentence] = []
    for _ in 0..<sentenceCount {
      sentences.append(try sentence(tokens: tokenCount, blocks: article.blocks.count))
    }
    return (tokens, sentences)
  }

  /// Reads a sentence of an article that has so many tokens and blocks.
  mutating func sentence(tokens: Int, blocks: Int) throws(AnnotationError) -> Sentence {
    Sentence(span: try span(), tokens: try range(below: tokens), block: try index(below: blocks))
  }

  private mutating func timex() throws(AnnotationError) -> Timex3 {
    Timex3(
      span: try span(), kind: try choice(Timex3.Kind.self), value: try requiredString(),
      mod: try string(), quant: try string(), freq: try string(), interval: try interval(),
      grain: try grain(), isRelative: try flag())
  }

  private mutating func mention(tokens: Int) throws(AnnotationError) -> Mention {
    Mention(
      span: try span(), tokens: try range(below: tokens), kind: try choice(Mention.Kind.self),
      type: try choice(EntityType.self), chain: try optionalIndex(below: .max),
      isMetonym: try flag(), role: try optionalSpan())
  }

  private mutating func chain(mentions: Int) throws(AnnotationError) -> CoreferenceChain {
    CoreferenceChain(
      name: try requiredString(), type: try choice(EntityType.self),
      mentions: try indices(below: mentions), governmentOf: try string(),
      place: try flag() ? try place() : nil,
      reasons: try list { reader throws(AnnotationError) in try reader.requiredString() })
  }

  /// Reads a place on the map.
  mutating func place() throws(AnnotationError) -> PlaceLink {
    PlaceLink(
      name: try requiredString(), country: try requiredString(), admin1: try string(),
      latitude: try flag() ? Int32(truncatingIfNeeded: try signed()) : nil,
      longitude: try flag() ? Int32(truncatingIfNeeded: try signed()) : nil)
  }

  private mutating func event(_ sizes: Sizes) throws(AnnotationError) -> EventMention {
    let mentions = sizes.mentions
    var event = EventMention(
      trigger: try span(), sentence: try index(below: sizes.sentences),
      type: try choice(EventType.self))
    event.mode = try string()
    event.actors = try indices(below: mentions)
    event.recipients = try indices(below: mentions)
    event.places = try indices(below: mentions)
    event.timex = try optionalIndex(below: sizes.timexes)
    event.interval = try interval()
    event.grain = try grain()
    event.status = try choice(FactStatus.self)
    event.attributedTo = try indices(below: mentions)
    let flags = try byte()
    event.isHistorical = flags & 1 != 0
    event.isGeneric = flags & 2 != 0
    event.confidence = try byte()
    event.quantities = try list { reader throws(AnnotationError) in try reader.quantity() }
    return event
  }

  private mutating func claim(_ sizes: Sizes) throws(AnnotationError) -> Claim {
    let mentions = sizes.mentions
    var claim = Claim(
      source: try spans(), cue: try spans(), content: try spans(),
      sentence: try index(below: sizes.sentences))
    claim.speakers = try indices(below: mentions)
    claim.addressees = try indices(below: mentions)
    claim.kind = try choice(Claim.Kind.self)
    claim.form = try choice(Claim.Form.self)
    claim.polarity = try choice(Claim.Polarity.self)
    claim.basis = try choice(Claim.Basis.self)
    claim.quantities = try list { reader throws(AnnotationError) in try reader.quantity() }
    return claim
  }

  private mutating func spans() throws(AnnotationError) -> [ByteSpan] {
    try list { reader throws(AnnotationError) in try reader.span() }
  }

  private mutating func quantity() throws(AnnotationError) -> Quantity {
    Quantity(
      span: try span(), minimum: try value(), maximum: try value(), unit: try requiredString(),
      of: try optionalSpan())
  }

  /// Reads a number that may be absent.
  mutating func value() throws(AnnotationError) -> Double? {
    switch try byte() {
    case 0: return nil
    case 1: return Double(try signed())
    case 2:
      var bits: UInt64 = 0
      for shift in stride(from: 0, to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
      return Double(bitPattern: bits)
    default: throw malformed
    }
  }

  /// Reads days that may be absent.
  mutating func interval() throws(AnnotationError) -> DayInterval? {
    let form = try byte()
    guard form & 1 != 0 else { return nil }
    let earliest = form & 2 != 0 ? try day() : nil
    let latest = form & 8 != 0 ? earliest : form & 4 != 0 ? try day() : nil
    if let earliest, let latest, earliest > latest { throw malformed }
    return DayInterval(earliest: earliest, latest: latest)
  }

  private mutating func day() throws(AnnotationError) -> DayNumber {
    let day = DayNumber(rawValue: Int32(truncatingIfNeeded: try signed()))
    guard day.isSensible else { throw malformed }
    return day
  }

  /// Reads a unit of time that may be absent.
  mutating func grain() throws(AnnotationError) -> Grain? {
    try optionalIndex(below: Grain.allCases.count).flatMap { Grain(rawValue: $0) }
  }

  private mutating func optionalIndex(below bound: Int) throws(AnnotationError) -> Int? {
    let value = try number()
    guard value <= bound else { throw malformed }
    return value == 0 ? nil : value - 1
  }

  private mutating func range(below bound: Int) throws(AnnotationError) -> Range<Int> {
    let lower = try number()
    let count = try number()
    guard lower + count <= bound else { throw malformed }
    return lower..<(lower + count)
  }

  private mutating func optionalSpan() throws(AnnotationError) -> ByteSpan? {
    try flag() ? try span() : nil
  }

  /// Reads a byte that is 0 or 1.
  mutating func flag() throws(AnnotationError) -> Bool {
    let value = try byte()
    guard value <= 1 else { throw malformed }
    return value == 1
  }
}
