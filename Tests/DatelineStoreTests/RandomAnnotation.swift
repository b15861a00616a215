import DatelineText
import TestSupport

/// Makes annotations without sense in which every field is filled at times.
struct RandomAnnotation {
  private var random: TestSupport.SeededGenerator
  private var article: AnnotatedArticle

  /// The annotation that `seed` names.
  static func make(seed: UInt64) -> AnnotatedArticle {
    var maker = RandomAnnotation(seed: seed)
    maker.fill()
    return maker.article
  }

  private static let text = """
    Kabul talks end
    By Jo Ray

    Pakistan and China met on 9 October 2025. “No,” said Wang Yi. He left — at once.

    Two men were killed in Zürich, the نيويورك office said.
    """

  private init(seed: UInt64) {
    random = TestSupport.SeededGenerator(seed: seed)
    let source = SourceText(Self.text)
    article = AnnotatedArticle(article: Article(id: ArticleID("a"), text: source))
    article.article.blocks = [
      Block(kind: .title, span: ByteSpan(0, 15)), Block(kind: .byline, span: ByteSpan(16, 25)),
      Block(kind: .paragraph, span: ByteSpan(27, source.count)),
    ]
  }

  private mutating func fill() {
    let metadata: [WritableKeyPath<ArticleMetadata, String?>] = [
      \.title, \.byline, \.source, \.url, \.date, \.section, \.language,
    ]
    for field in metadata { article.article.metadata[keyPath: field] = string() }
    article.article.removed = list { RemovedBlock(kind: $0.choice(), text: $0.string() ?? "") }
    (article.tokens, article.sentences) = SentenceSplitter.split(article.article)
    if chance() { article.tokens.removeLast(); article.sentences = sentences() }
    article.title = string()
    article.byline = string()
    article.source = string()
    article.language = string()
    article.date = DocumentDate(
      interval: interval(), basis: choice(), evidence: string() ?? "", span: optional { $0.span() })
    let tokens = chance() ? article.tokens.count : below(article.tokens.count + 1)
    article.syntax = (0..<tokens).map { _ in
      TokenSyntax(
        partOfSpeech: choice(), form: choice(), head: optional { $0.below(tokens) },
        relation: choice())
    }
    article.timexes = list { $0.timex() }
    article.chains = list { $0.chain() }
    article.mentions = list { $0.mention() }
    for index in article.chains.indices { article.chains[index].mentions = mentions() }
    article.events = list { $0.event() }
    article.claims = list { $0.claim() }
  }

  private mutating func sentences() -> [Sentence] {
    list {
      Sentence(
        span: $0.span(), tokens: $0.range(), block: $0.below($0.article.article.blocks.count))
    } + [Sentence(span: span(), tokens: 0..<1, block: 0)]
  }

  private mutating func timex() -> Timex3 {
    Timex3(
      span: span(), kind: choice(), value: string() ?? "P1D", mod: string(), quant: string(),
      freq: string(), interval: interval(), grain: optional { $0.choice() }, isRelative: chance())
  }

  private mutating func mention() -> Mention {
    let chains = article.chains.count
    return Mention(
      span: span(), tokens: range(), kind: choice(), type: choice(),
      chain: chains == 0 ? nil : optional { $0.below(chains) }, isMetonym: chance(),
      role: optional { $0.span() })
  }

  private mutating func chain() -> CoreferenceChain {
    let place = optional { random in
      PlaceLink(
        name: random.string() ?? "Herat", country: "AF", admin1: random.string(),
        latitude: random.optional { Int32($0.below(18_000)) - 9000 },
        longitude: random.optional { Int32($0.below(36_000)) - 18_000 })
    }
    return CoreferenceChain(
      name: string() ?? "Kabul", type: choice(), mentions: [], governmentOf: string(),
      place: place, reasons: list { $0.string() ?? "same name" })
  }

  private mutating func event() -> EventMention {
    var event = EventMention(
      trigger: span(), sentence: below(article.sentences.count), type: choice())
    event.mode = string()
    event.actors = mentions()
    event.recipients = mentions()
    event.places = mentions()
    event.timex = article.timexes.isEmpty ? nil : optional { $0.below($0.article.timexes.count) }
    event.interval = interval()
    event.grain = optional { $0.choice() }
    event.status = choice()
    event.attributedTo = mentions()
    event.isHistorical = chance()
    event.isGeneric = chance()
    event.confidence = UInt8(below(101))
    event.quantities = list { $0.quantity() }
    return event
  }

  private mutating func claim() -> Claim {
    var claim = Claim(
      source: list { $0.span() }, cue: list { $0.span() }, content: list { $0.span() },
      sentence: below(article.sentences.count), kind: choice(), form: choice(),
      polarity: choice(), basis: choice())
    claim.speakers = mentions()
    claim.addressees = mentions()
    claim.quantities = list { $0.quantity() }
    return claim
  }

  private mutating func quantity() -> Quantity {
    let values = [0, -0.0, 12, 2.5, 1e300, -7, .infinity, Double(Int32.max) * 4]
    return Quantity(
      span: span(), minimum: optional { values[$0.below(values.count)] },
      maximum: optional { values[$0.below(values.count)] }, unit: string() ?? "deaths",
      of: optional { $0.span() })
  }
}

extension RandomAnnotation {
  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func choice<Choice: CaseIterable>() -> Choice {
    let all = Array(Choice.allCases)
    return all[below(all.count)]
  }

  private mutating func optional<Value>(_ make: (inout RandomAnnotation) -> Value) -> Value? {
    chance() ? make(&self) : nil
  }

  private mutating func list<Value>(_ make: (inout RandomAnnotation) -> Value) -> [Value] {
    (0..<below(5)).map { _ in make(&self) }
  }

  private mutating func span() -> ByteSpan {
    let lower = below(article.article.text.count + 1)
    return ByteSpan(lower, lower + below(article.article.text.count - lower + 1))
  }

  private mutating func range() -> Range<Int> {
    let lower = below(article.tokens.count)
    return lower..<(lower + below(article.tokens.count - lower + 1))
  }

  private mutating func mentions() -> [Int] {
    let count = article.mentions.count
    return count == 0 ? [] : list { $0.below(count) }
  }

  private mutating func string() -> String? {
    let strings = [nil, "", "Wang Yi", "Pakistan and China", "not there", "é\u{0}“", "2025-10-09"]
    return strings[below(strings.count)]
  }

  private mutating func interval() -> DayInterval? {
    let first = DayNumber(rawValue: Int32(below(40_000)) - 20_000)
    let last = first.advanced(by: below(3) * below(9000))
    switch below(5) {
    case 0: return nil
    case 1: return DayInterval(earliest: first, latest: nil)
    case 2: return DayInterval(earliest: nil, latest: last)
    case 3: return DayInterval(earliest: nil, latest: nil)
    default: return DayInterval(earliest: first, latest: last)
    }
  }
}
