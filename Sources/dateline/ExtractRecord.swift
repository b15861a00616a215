import DatelineStore
import DatelineText

/// Writes one annotated article as a line of `dateline extract`.
struct ExtractRecord {
  private let annotated: AnnotatedArticle
  private let offsets: ScalarOffsets
  /// The hash of the text, from which every identifier starts.
  private let textHash: ContentHash

  /// What a record is for.
  enum Form {
    /// To be read.
    case plain
    /// To be merged with others, too.
    case portable
  }

  /// Prepares the record of `annotated`.
  init(_ annotated: AnnotatedArticle) {
    self.annotated = annotated
    offsets = ScalarOffsets(annotated.article.text)
    var hash = ContentHash()
    hash.combine(annotated.article.text.bytes)
    textHash = hash
  }

  /// The record as one line of JSON; a portable one carries all that another machine needs to open
  /// the article without annotating it again.
  func line(_ form: Form) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("version", Annotator.version)
      json.member("id", annotated.article.id.name)
      json.member("title", annotated.title)
      json.member("byline", annotated.byline)
      json.member("source", annotated.source)
      json.member("language", annotated.language)
      json.member("analyzed", annotated.isAnalyzed)
      json.member("text", annotated.article.text.string)
      json.member("date", object: { writeDate(annotated.date, &$0) })
      writeStructure(&json)
      json.member("timexes", each: annotated.timexes) { writeTimex($1, &$0) }
      json.member("mentions", each: annotated.mentions.filter { $0.kind == .name }) {
        writeMention($1, &$0)
      }
      json.member("events", each: annotated.events) { writeEvent($1, &$0) }
      json.member("attributions", each: attributions) { writeClaim($1, &$0) }
      if form == .portable { json.member("annotation", AnnotationCodec.portable(annotated)) }
    }
    json.endLine()
    return json.bytes
  }

  /// The record of an article that could not be read.
  static func failure(id: String, error: String) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("id", id)
      json.member("error", error)
    }
    json.endLine()
    return json.bytes
  }

  /// The line that ends a run: how many records it has.
  static func trailer(records: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      json.member("trailer", object: { $0.member("records", records) })
    }
    json.endLine()
    return json.bytes
  }

  private func writeStructure(_ json: inout JSONWriter) {
    let furniture = annotated.article.blocks.compactMap { block in
      if case .furniture(let kind) = block.kind { (block.span, kind) } else { nil }
    }
    json.member("furniture", each: furniture) { json, entry in
      json.object { json in
        writeSpan(entry.0, &json)
        json.member("kind", entry.1.rawValue)
      }
    }
    json.member("sentences", each: annotated.sentences) { json, sentence in
      json.object { writeSpan(sentence.span, &$0) }
    }
  }

  private func writeTimex(_ timex: Timex3, _ json: inout JSONWriter) {
    json.object { json in
      writeSpanAndText(timex.span, &json)
      json.member("type", timex.kind.rawValue)
      json.member("value", timex.value)
      if let mod = timex.mod { json.member("mod", mod) }
      if let quant = timex.quant { json.member("quant", quant) }
      if let freq = timex.freq { json.member("freq", freq) }
      if let interval = timex.interval { writeInterval(interval, &json) }
    }
  }

  private func writeMention(_ mention: Mention, _ json: inout JSONWriter) {
    json.object { json in
      writeSpanAndText(mention.span, &json)
      json.member("type", mention.type.rawValue)
      json.member("entity", entityName(of: mention))
      json.member("metonym", mention.isMetonym)
    }
  }

  private func writeEvent(_ event: EventMention, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", identifier(of: event))
      writeSpan(event.trigger, &json)
      json.member("sentence", object: { writeSpan(annotated.sentences[event.sentence].span, &$0) })
      json.member("type", event.type.rawValue)
      json.member("mode", event.mode)
      json.member("actors", names(event.actors))
      json.member("recipients", names(event.recipients))
      json.member("places", names(event.places))
      writeInterval(event.interval, &json)
      json.member("status", event.status.rawValue)
    }
  }

  /// The attributions: claims that share source and cue, which are the sentences of one speech, are
  /// one attribution.
  private var attributions: [Claim] {
    var joined: [Claim] = []
    var positions: [[ByteSpan]: Int] = [:]
    for claim in annotated.claims {
      if let position = positions[claim.source + claim.cue] {
        joined[position].content += claim.content
        joined[position].quantities += claim.quantities
      } else {
        positions[claim.source + claim.cue] = joined.count
        joined.append(claim)
      }
    }
    return joined
  }

  private func writeClaim(_ claim: Claim, _ json: inout JSONWriter) {
    json.object { json in
      json.member("source", each: claim.source) { writePair(&$0, $1) }
      json.member("cue", each: claim.cue) { writePair(&$0, $1) }
      json.member("content", each: claim.content) { writePair(&$0, $1) }
      json.member("kind", claim.kind.rawValue)
      json.member("polarity", claim.polarity.rawValue)
      json.member("speakers", names(claim.speakers))
      json.member("quantities", each: claim.quantities) { writeQuantity($1, &$0) }
    }
  }

  private func writePair(_ json: inout JSONWriter, _ span: ByteSpan) {
    json.array { json in
      json.number(offsets.scalar(at: Int(span.lower)))
      json.number(offsets.scalar(at: Int(span.upper)))
    }
  }

  private func writeSpan(_ span: ByteSpan, _ json: inout JSONWriter) {
    json.member("start", offsets.scalar(at: Int(span.lower)))
    json.member("end", offsets.scalar(at: Int(span.upper)))
  }

  private func writeSpanAndText(_ span: ByteSpan, _ json: inout JSONWriter) {
    writeSpan(span, &json)
    json.member("text", annotated.article.text[span])
  }

  private func entityName(of mention: Mention) -> String {
    mention.chain.map { annotated.chains[$0].name } ?? annotated.article.text[mention.span]
  }

  private func names(_ mentions: [Int]) -> [String] {
    mentions.map { entityName(of: annotated.mentions[$0]) }
  }

  /// Derived from content alone, so that the union of several runs is a set.
  private func identifier(of event: EventMention) -> String {
    var hash = textHash
    hash.combine("\(event.trigger.lower) \(event.trigger.upper) \(event.type.rawValue)".utf8)
    return hash.hexadecimal
  }
}

/// Writes `date` as the members that articles and extract records share.
func writeDate(_ date: DocumentDate, _ json: inout JSONWriter) {
  json.member("value", date.anchor?.iso)
  json.member("earliest", date.interval?.earliest?.iso)
  json.member("latest", date.interval?.latest?.iso)
  json.member("basis", date.basis.rawValue)
  json.member("evidence", date.evidence)
}

/// Writes the two ends of `interval`, null where they are open or nothing is known.
func writeInterval(_ interval: DayInterval?, _ json: inout JSONWriter) {
  json.member("earliest", interval?.earliest?.iso)
  json.member("latest", interval?.latest?.iso)
}

/// Writes a quantity with its bounds.
func writeQuantity(_ quantity: Quantity, _ json: inout JSONWriter) {
  json.object { json in
    json.key("min")
    json.number(quantity.minimum)
    json.key("max")
    json.number(quantity.maximum)
    json.member("unit", quantity.unit)
  }
}
