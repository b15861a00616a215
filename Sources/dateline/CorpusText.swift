import DatelineModel
import DatelineText

/// Writes what a corpus says as plain lines for people, each with the article that says so.
struct CorpusText {
  private let corpus: Corpus
  private let names: [EntityID: String]

  /// Prepares to write `corpus`, whose facts are resolved.
  init(_ corpus: Corpus) {
    self.corpus = corpus
    names = Dictionary(
      corpus.facts.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// One line for each article: date, how it is known, title.
  func articles(_ articles: [AnnotatedArticle]) -> [String] {
    articles.map { annotated in
      let date = dateText(annotated.date.interval, isSure: isPrinted(annotated.date.basis))
      let mark = annotated.isAnalyzed ? "" : "[\(annotated.language ?? "?"), not analysed] "
      let title = mark + (annotated.title ?? firstWords(of: annotated))
      return [
        padded(date, 24), padded(annotated.date.basis.rawValue, 9), annotated.article.id.name,
        title,
      ].joined(separator: "  ")
    }
  }

  /// One line for each event, and beneath it one for each sentence that tells it.
  func timeline(_ events: [TimelineEvent]) -> [String] {
    events.flatMap { event in
      let date = dateText(event.interval, isSure: !event.isDateInferred)
      let count = counted(event.articles.count, "article") + ", " + counted(event.sources, "source")
      let head =
        "\(padded(date, 24))  \(event.type.rawValue)  \(event.title)"
        + "  [\(corpus.standing(of: event)); \(count)]"
      return [head] + event.supports.map { "    " + quoted($0.provenance) }
    }
  }

  /// One line for each entity: type, name, other names, offices, articles.
  func entities(_ entities: [Entity]) -> [String] {
    let offices = EntityOffices(corpus)
    return entities.map { entity in
      let others = entity.aliases.map(\.name).filter { $0 != entity.name }
      let also = others.isEmpty ? "" : "  (also " + others.joined(separator: ", ") + ")"
      let roles = offices.offices(of: entity).map(text).joined(separator: "; ")
      return "\(padded(entity.type.rawValue, 5))  \(entity.name)\(also)"
        + (roles.isEmpty ? "" : "  " + roles)
        + "  \(counted(entity.articles.count, "article"))"
    }
  }

  /// An office and whom it serves.
  private func text(_ office: EntityOffice) -> String {
    office.title + (office.body.map { ", " + name($0) } ?? "")
  }

  /// One line for each relation, and beneath it one for each sentence that says so.
  func relations(_ relations: [Relation]) -> [String] {
    relations.flatMap { relation in
      let arrow = relation.kind.isSymmetric ? "<->" : "-->"
      let date = relation.interval == nil ? "" : "  " + dateText(relation.interval, isSure: true)
      let claimants = relation.claimedBy.map(name)
      let claimed = claimants.isEmpty ? "" : " by " + claimants.joined(separator: ", ")
      let head =
        "\(name(relation.source)) \(arrow) \(relation.kind.rawValue) \(name(relation.target))"
        + "\(date)  [\(relation.status.rawValue)\(claimed)]"
      return [head] + relation.supports.map { "    " + quoted($0) }
    }
  }

  /// The conflicts first, side by side, then every claim.
  func claims(_ claims: [CorpusClaim], conflicts: [Conflict]) -> [String] {
    let byID = Dictionary(
      corpus.facts.claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = conflicts.flatMap { conflict in
      ["\(conflict.level.rawValue): \(conflict.topic) (\(conflict.reason))"]
        + [(conflict.first, conflict.firstPlace), (conflict.second, conflict.secondPlace)]
        .map { id, place in "    " + (byID[id].map(line) ?? "the article: " + quoted(place)) }
    }
    return pairs + claims.map(line)
  }

  /// One line for each sentence that a query is found in.
  func hits(_ hits: [SearchHit]) -> [String] { hits.map { quoted($0.provenance) } }

  /// One line for each day of a summary, and beneath it one for each sentence.
  func summary(_ days: [SummaryDay]) -> [String] {
    days.flatMap { [$0.day.iso] + $0.sentences.map { "    " + quoted($0.provenance) } }
  }

  private func line(_ claim: CorpusClaim) -> String {
    let wording = corpus.wording(of: claim)
    let sentence = wording.sentence.map { ", in “\($0)”" } ?? ""
    return "\(wording.lead): “\(wording.words)”\(sentence) \(claim.provenance.article.name)"
  }

  private func name(_ entity: EntityID) -> String { names[entity] ?? entity.key }

  private func quoted(_ place: Provenance) -> String {
    let text = corpus.article(place.article)?.article.text[place.span] ?? ""
    return "“\(text)” \(place.article.name)"
  }

  private func firstWords(of annotated: AnnotatedArticle) -> String {
    guard let first = annotated.sentences.first else { return "" }
    return annotated.article.text[first.span]
  }

  private func isPrinted(_ basis: DocumentDate.Basis) -> Bool {
    switch basis {
    case .user, .explicit, .metadata, .link: true
    case .inferred, .corpus, .none: false
    }
  }

  /// A date as it may be shown: a range where it is one, "about" where it was worked out.
  private func dateText(_ interval: DayInterval?, isSure: Bool) -> String {
    guard let interval else { return "undated" }
    let first = interval.earliest?.iso ?? "?"
    let last = interval.latest?.iso ?? "?"
    let dates = first == last ? first : first + ".." + last
    return isSure ? dates : "~" + dates
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
