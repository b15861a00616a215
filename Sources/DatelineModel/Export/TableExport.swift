import DatelineText

/// Tables of a corpus as CSV (RFC 4180, UTF-8, a line each, with a header line).
///
/// Every field is quoted, none can be read as a formula by a spreadsheet, and every row names the
/// article and quotes the sentence that it comes from.
public struct TableExport: Sendable {
  private let corpus: Corpus
  private let names: [EntityID: String]

  /// Exports from `corpus`, which must be resolved.
  public init(_ corpus: Corpus) {
    self.corpus = corpus
    names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
  }

  /// One line for each support of each event.
  public func timeline(_ events: [TimelineEvent]) -> String {
    table(
      [
        "id", "earliest", "latest", "title", "type", "mode", "actors", "recipients", "places",
        "status", "claimedBy", "sources", "article", "quote",
      ],
      events.flatMap { event in
        event.supports.map { support in
          [
            event.id, event.interval?.earliest?.iso ?? "", event.interval?.latest?.iso ?? "",
            event.title, event.type.rawValue, event.mode ?? "", list(event.actors),
            list(event.recipients), list(event.places), support.status.rawValue,
            support.claimants.isEmpty ? support.claimantText : list(support.claimants),
            String(event.sources), support.provenance.article.name, quote(support.provenance),
          ]
        }
      })
  }

  /// One line for each claim.
  public func claims(_ claims: [CorpusClaim]) -> String {
    table(
      ["id", "topic", "speakers", "named", "kind", "polarity", "quantities", "article", "quote"],
      claims.compactMap { claim in
        guard let article = corpus.article(claim.provenance.article),
          article.claims.indices.contains(claim.claim)
        else { return nil }
        let own = article.claims[claim.claim]
        return [
          claim.id, claim.topic, list(claim.speakers), claim.speakerText, own.kind.rawValue,
          own.polarity.rawValue, own.quantities.map(Self.text).joined(separator: "; "),
          claim.provenance.article.name, quote(claim.provenance),
        ]
      })
  }

  /// One line for each entity.
  public func entities(_ entities: [Entity]) -> String {
    table(
      ["id", "name", "type", "aliases", "articles", "mentions"],
      entities.map { entity in
        [
          entity.id.key, entity.name, entity.type.rawValue,
          entity.aliases.map(\.name).joined(separator: "; "), String(entity.articles.count),
          String(entity.mentions.count),
        ]
      })
  }

  /// One line for each support of each relation.
  public func relations(_ relations: [Relation]) -> String {
    table(
      [
        "source", "kind", "target", "status", "claimedBy", "earliest", "latest", "detail", "weight",
        "article", "quote",
      ],
      relations.flatMap { relation in
        relation.supports.map { support in
          [
            list([relation.source]), relation.kind.rawValue, list([relation.target]),
            relation.status.rawValue, list(relation.claimedBy),
            relation.interval?.earliest?.iso ?? "", relation.interval?.latest?.iso ?? "",
            relation.detail ?? "", String(relation.weight), support.article.name, quote(support),
          ]
        }
      })
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    ([header] + rows).map { $0.map(Markup.csv).joined(separator: ",") + "\r\n" }.joined()
  }

  private func list(_ ids: [EntityID]) -> String {
    ids.map { names[$0] ?? $0.key }.joined(separator: "; ")
  }

  private func quote(_ provenance: Provenance) -> String {
    corpus.article(provenance.article)?.article.text[provenance.span] ?? ""
  }

  /// A quantity as text: "58 deaths", "at least 200 deaths", "40 to 60 hours".
  static func text(_ quantity: Quantity) -> String {
    let number: String
    switch (quantity.minimum, quantity.maximum) {
    case (let low?, let high?) where low == high: number = plain(low)
    case (let low?, let high?): number = plain(low) + " to " + plain(high)
    case (let low?, nil): number = "at least " + plain(low)
    case (nil, let high?): number = "at most " + plain(high)
    case (nil, nil): number = "some"
    }
    return number + " " + quantity.unit
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
