internal import DatelineText

// The order here is the order in `AnnotationDecoding`.
extension AnnotationWriter {
  /// Writes everything but the article itself.
  mutating func write(_ annotated: AnnotatedArticle) {
    writeHead(annotated)
    writeCut(annotated)
    write(annotated.syntax)
    writeFindings(annotated)
  }

  /// Writes what is said of the article as a whole.
  mutating func writeHead(_ annotated: AnnotatedArticle) {
    string(annotated.title)
    string(annotated.byline)
    string(annotated.source)
    string(annotated.language)
    write(annotated.date)
  }

  /// Writes what was found in the text.
  mutating func writeFindings(_ annotated: AnnotatedArticle) {
    list(annotated.timexes) { $0.write($1) }
    list(annotated.mentions) { $0.write($1) }
    list(annotated.chains) { writer, chain in writer.write(chain) }
    list(annotated.events) { $0.write($1) }
    list(annotated.claims) { $0.write($1) }
  }

  /// Writes a date with its reason.
  mutating func write(_ date: DocumentDate) {
    write(date.interval)
    choice(date.basis)
    string(date.evidence)
    write(date.span)
  }

  /// Writes tokens and sentences, or that they are those which the article's text gives.
  private mutating func writeCut(_ annotated: AnnotatedArticle) {
    // Sentences without tokens are none that cutting gives.
    let mayBePlain = annotated.sentences.isEmpty || !annotated.tokens.isEmpty
    let isPlain = mayBePlain && Self.isPlain(annotated)
    byte(isPlain ? 1 : 0)
    // Other numbers at reading tell that the rules of cutting have changed.
    number(annotated.tokens.count)
    number(annotated.sentences.count)
    guard !isPlain else { return }
    for token in annotated.tokens { span(token.span) }
    for sentence in annotated.sentences { write(sentence) }
  }

  /// Writes a sentence.
  mutating func write(_ sentence: Sentence) {
    span(sentence.span)
    write(sentence.tokens)
    number(sentence.block)
  }

  /// Whether cutting the text gives the article's tokens and sentences.
  private static func isPlain(_ annotated: AnnotatedArticle) -> Bool {
    let cut = SentenceSplitter.split(annotated.article)
    return cut.tokens == annotated.tokens && cut.sentences == annotated.sentences
  }

  private mutating func write(_ timex: Timex3) {
    span(timex.span)
    choice(timex.kind)
    string(timex.value)
    string(timex.mod)
    string(timex.quant)
    string(timex.freq)
    write(timex.interval)
    write(timex.grain)
    byte(timex.isRelative ? 1 : 0)
  }

  private mutating func write(_ mention: Mention) {
    span(mention.span)
    write(mention.tokens)
    choice(mention.kind)
    choice(mention.type)
    write(index: mention.chain)
    byte(mention.isMetonym ? 1 : 0)
    write(mention.role)
  }

  private mutating func write(_ chain: CoreferenceChain) {
    string(chain.name)
    choice(chain.type)
    indices(chain.mentions)
    string(chain.governmentOf)
    byte(chain.place == nil ? 0 : 1)
    if let place = chain.place { write(place) }
    list(chain.reasons) { $0.string($1) }
  }

  /// Writes a place on the map.
  mutating func write(_ place: PlaceLink) {
    string(place.name)
    string(place.country)
    string(place.admin1)
    for degrees in [place.latitude, place.longitude] {
      byte(degrees == nil ? 0 : 1)
      if let degrees { signed(Int(degrees)) }
    }
  }

  private mutating func write(_ event: EventMention) {
    span(event.trigger)
    number(event.sentence)
    choice(event.type)
    string(event.mode)
    indices(event.actors)
    indices(event.recipients)
    indices(event.places)
    write(index: event.timex)
    write(event.interval)
    write(event.grain)
    choice(event.status)
    indices(event.attributedTo)
    byte((event.isHistorical ? 1 : 0) | (event.isGeneric ? 2 : 0))
    byte(event.confidence)
    list(event.quantities) { $0.write($1) }
  }

  private mutating func write(_ claim: Claim) {
    list(claim.source) { $0.span($1) }
    list(claim.cue) { $0.span($1) }
    list(claim.content) { $0.span($1) }
    number(claim.sentence)
    indices(claim.speakers)
    indices(claim.addressees)
    choice(claim.kind)
    choice(claim.form)
    choice(claim.polarity)
    choice(claim.basis)
    list(claim.quantities) { $0.write($1) }
  }

  private mutating func write(_ quantity: Quantity) {
    span(quantity.span)
    write(quantity.minimum)
    write(quantity.maximum)
    string(quantity.unit)
    write(quantity.of)
  }

  /// Writes a number that may be absent, exactly.
  mutating func write(_ value: Double?) {
    guard let value else { return byte(0) }
    // Counts are most frequent, and small; -0 and NaN keep their bits.
    if let whole = Int32(exactly: value), Double(whole).bitPattern == value.bitPattern {
      byte(1)
      signed(Int(whole))
    } else {
      byte(2)
      for shift in stride(from: 0, to: 64, by: 8) {
        byte(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
      }
    }
  }

  /// Writes days that may be absent.
  mutating func write(_ interval: DayInterval?) {
    let isDay = interval?.earliest != nil && interval?.earliest == interval?.latest
    var form: UInt8 = interval == nil ? 0 : 1
    if interval?.earliest != nil { form |= 2 }
    if interval?.latest != nil, !isDay { form |= 4 }
    if isDay { form |= 8 }
    byte(form)
    if let earliest = interval?.earliest { signed(Int(earliest.rawValue)) }
    if let latest = interval?.latest, !isDay { signed(Int(latest.rawValue)) }
  }

  /// Writes a unit of time that may be absent.
  mutating func write(_ grain: Grain?) { write(index: grain?.rawValue) }

  /// Writes an index that may be absent.
  private mutating func write(index: Int?) { number(index.map { $0 + 1 } ?? 0) }

  private mutating func write(_ range: Range<Int>) {
    number(range.lowerBound)
    number(range.count)
  }

  private mutating func write(_ span: ByteSpan?) {
    byte(span == nil ? 0 : 1)
    if let span { self.span(span) }
  }
}
