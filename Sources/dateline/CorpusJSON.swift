import DatelineModel
import DatelineText

/// Writes what a corpus says as the JSON of the subcommands, offsets in Unicode scalars.
struct CorpusJSON {
  private let corpus: Corpus
  private let names: [EntityID: String]
  private var offsets: [ArticleID: ScalarOffsets] = [:]

  /// Prepares to write `corpus`, whose facts are resolved.
  init(_ corpus: Corpus) {
    self.corpus = corpus
    names = Dictionary(
      corpus.facts.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The articles with the dates that the whole corpus gives them.
  func articles(_ articles: [AnnotatedArticle]) -> [UInt8] {
    document { json in
      json.member("articles", each: articles) { json, annotated in
        json.object { json in
          json.member("id", annotated.article.id.name)
          json.member("title", annotated.title)
          json.member("byline", annotated.byline)
          json.member("source", annotated.source)
          json.member("language", annotated.language)
          json.member("analyzed", annotated.isAnalyzed)
          json.member("words", annotated.tokens.count)
          json.member("date", object: { writeDate(annotated.date, &$0) })
          json.member("copy_of", corpus.original(of: annotated.article.id)?.name)
        }
      }
    }
  }

  /// The merged events in the order given.
  mutating func timeline(_ events: [TimelineEvent]) -> [UInt8] {
    indexOffsets(events.flatMap(\.articles))
    return document { json in
      json.member("events", each: events) { write($1, &$0) }
    }
  }

  /// Entities with aliases, offices and mentions.
  mutating func entities(_ entities: [Entity]) -> [UInt8] {
    indexOffsets(entities.flatMap(\.articles))
    let offices = EntityOffices(corpus)
    return document { json in
      json.member("entities", each: entities) { write($1, offices.offices(of: $1), &$0) }
    }
  }

  /// Nodes and relations; a node is written for every end of a relation.
  mutating func graph(_ relations: [Relation]) -> [UInt8] {
    indexOffsets(relations.flatMap(\.articles))
    let ends = Set(relations.flatMap { [$0.source, $0.target] })
    let nodes = corpus.facts.entities.filter { ends.contains($0.id) }
    return document { json in
      json.member("nodes", each: nodes) { json, entity in
        json.object { json in
          json.member("id", entity.id.key)
          json.member("name", entity.name)
          json.member("type", entity.type.rawValue)
          json.member("articles", entity.articles.count)
        }
      }
      json.member("relations", each: relations) { write($1, &$0) }
    }
  }

  /// Claims and the pairs that conflict; a side may be the article's own telling of an event.
  mutating func claims(_ claims: [CorpusClaim], conflicts: [Conflict]) -> [UInt8] {
    indexOffsets(
      corpus.facts.claims.map(\.provenance.article)
        + conflicts.flatMap { [$0.firstPlace.article, $0.secondPlace.article] })
    return document { json in
      json.member("claims", each: claims) { write($1, &$0) }
      json.member("pairs", each: conflicts.filter { $0.level == .conflict }, writePair)
      json.member("tensions", each: conflicts.filter { $0.level == .tension }, writePair)
    }
  }

  private func writePair(_ json: inout JSONWriter, _ conflict: Conflict) {
    json.array([conflict.firstPlace, conflict.secondPlace]) { json, place in
      json.object { writePlace(place, &$0) }
    }
  }

  /// Sentences that a query is found in, with the words that were found.
  mutating func hits(_ hits: [SearchHit]) -> [UInt8] {
    indexOffsets(hits.map(\.provenance.article))
    return document { json in
      json.member("hits", each: hits) { json, hit in
        json.object { json in
          writeQuoted(hit.provenance, &json)
          json.member("matches", each: hit.matches) { json, span in
            json.object { json in
              writePlace(Provenance(article: hit.provenance.article, span: span), &json)
            }
          }
        }
      }
    }
  }

  /// A summary timeline: days with their sentences.
  static func summary(_ days: [SummaryDay]) -> [UInt8] {
    var json = JSONWriter()
    json.array(days) { json, entry in
      json.array { json in
        json.string(entry.day.iso)
        json.array(entry.sentences) { $0.string($1.text) }
      }
    }
    json.endLine()
    return json.bytes
  }
}

// MARK: - Parts

extension CorpusJSON {
  private func document(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", 1)
      body(&json)
    }
    json.endLine()
    return json.bytes
  }

  private mutating func indexOffsets(_ articles: [ArticleID]) {
    for id in Set(articles) where offsets[id] == nil {
      if let annotated = corpus.article(id) {
        offsets[id] = ScalarOffsets(annotated.article.text)
      }
    }
  }

  private func names(_ entities: [EntityID]) -> [String] {
    entities.map { names[$0] ?? $0.key }
  }

  private func write(_ event: TimelineEvent, _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", event.id)
      writeInterval(event.interval, &json)
      json.member("grain", event.grain.map { String(describing: $0) })
      json.member("date_inferred", event.isDateInferred)
      json.member("title", event.title)
      json.member("type", event.type.rawValue)
      json.member("mode", event.mode)
      json.member("actors", names(event.actors))
      json.member("recipients", names(event.recipients))
      json.member("places", names(event.places))
      json.member("modes", event.modes)
      json.member("status", event.status.rawValue)
      json.member("claimed_by", names(event.claimants))
      json.member("articles", event.articles.count)
      json.member("sources", event.sources)
      json.member("supports", each: event.supports) { json, support in
        json.object { json in
          writeQuoted(support.provenance, &json)
          json.member("status", support.status.rawValue)
          json.member("claimed_by", names(support.claimants))
        }
      }
    }
  }

  private func write(_ entity: Entity, _ offices: [EntityOffice], _ json: inout JSONWriter) {
    json.object { json in
      json.member("id", entity.id.key)
      json.member("name", entity.name)
      json.member("type", entity.type.rawValue)
      json.member("aliases", entity.aliases.map(\.name))
      json.member("roles", each: offices) { write($1, &$0) }
      json.member("articles", entity.articles.count)
      json.member("mentions", each: entity.mentions) { json, reference in
        guard let annotated = corpus.article(reference.article) else { return }
        let mention = annotated.mentions[reference.mention]
        guard mention.kind == .name else { return }
        json.object { json in
          writeQuoted(
            Provenance(article: reference.article, span: mention.span), &json, textKey: "text")
          json.member("metonym", mention.isMetonym)
        }
      }
    }
  }

  private func write(_ office: EntityOffice, _ json: inout JSONWriter) {
    json.object { json in
      json.member("title", office.title)
      json.member("of", office.body.map { names[$0] ?? $0.key })
      writeInterval(office.interval, &json)
      json.member("supports", each: office.supports) { json, support in
        json.object { writeQuoted(support, &$0) }
      }
    }
  }

  private func write(_ relation: Relation, _ json: inout JSONWriter) {
    json.object { json in
      json.member("type", relation.kind.rawValue)
      json.member("source", names[relation.source] ?? relation.source.key)
      json.member("target", names[relation.target] ?? relation.target.key)
      json.member("detail", relation.detail)
      json.member("status", relation.status.rawValue)
      json.member("claimed_by", names(relation.claimedBy))
      writeInterval(relation.interval, &json)
      json.member("articles", relation.articles.count)
      json.member("sources", relation.weight)
      json.member("supports", each: relation.supports) { json, support in
        json.object { writePlace(support, &$0) }
      }
    }
  }

  private func write(_ claim: CorpusClaim, _ json: inout JSONWriter) {
    guard let annotated = corpus.article(claim.provenance.article) else { return }
    let detail = annotated.claims[claim.claim]
    json.object { json in
      json.member("id", claim.id)
      writeQuoted(claim.provenance, &json)
      json.member("speakers", names(claim.speakers))
      json.member("speaker_text", claim.speakerText)
      json.member("addressees", names(claim.addressees))
      json.member("kind", detail.kind.rawValue)
      json.member("polarity", detail.polarity.rawValue)
      json.member("form", detail.form.rawValue)
      json.member("topic", claim.topic)
      json.member("event", claim.event)
      json.member("quantities", each: detail.quantities) { writeQuantity($1, &$0) }
    }
  }

  private func writePlace(_ place: Provenance, _ json: inout JSONWriter) {
    json.member("article", place.article.name)
    guard let offsets = offsets[place.article] else { return }
    json.member("start", offsets.scalar(at: Int(place.span.lower)))
    json.member("end", offsets.scalar(at: Int(place.span.upper)))
  }

  private func writeQuoted(
    _ place: Provenance, _ json: inout JSONWriter, textKey: StaticString = "quote"
  ) {
    writePlace(place, &json)
    json.member(textKey, corpus.article(place.article)?.article.text[place.span])
  }
}
