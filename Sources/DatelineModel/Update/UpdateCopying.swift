import DatelineText

extension Model {
  /// The text for the clipboard: what is selected, with its source.
  mutating func copy() -> [Effect] {
    let texts: [String] =
      switch place.focus {
      case _ where !selected.isEmpty: selectedTexts
      case .articles: place.articles.id.map { [cited($0)] } ?? []
      case .reader: copiedSentence.map { [$0] } ?? []
      case .timeline, .graph, .claims: selectedSupports.map { cited($0) }
      }
    guard !texts.isEmpty else {
      notice = Notice("nothing to copy")
      return []
    }
    return [.copy(texts.joined(separator: "\n\n"))]
  }

  /// What was selected with its sources: articles, then events, relations and claims, in order.
  private var selectedTexts: [String] {
    let articles = (0..<corpus.count).map { corpus.id(at: $0) }.filter {
      selected.contains(.article($0))
    }
    let events = corpus.facts.timeline.filter { selected.contains(.event($0.id)) }
    let entities = corpus.facts.entities.filter { selected.contains(.entity($0.id)) }
    let claims = corpus.facts.claims.filter { selected.contains(.claim($0.id)) }
    return articles.map { cited($0) }
      + events.flatMap { event in event.supports.map { cited($0.provenance) } }
      + entities.map { "\($0.name): \($0.aliases.map(\.name).joined(separator: ", "))" }
      + claims.map { cited($0.provenance) }
  }

  private var copiedSentence: String? { sentenceInReader.map { cited($0) } }

  /// The sentence that stands out in the reader, else the one under its cursor.
  var sentenceInReader: Provenance? {
    guard let reader = place.reader, let span = reader.highlight ?? sentenceUnderCursor else {
      return nil
    }
    return Provenance(article: reader.article, span: span)
  }

  /// A quotation with the line that says where it stands.
  private func cited(_ provenance: Provenance) -> String {
    "“\(quote(provenance))”\n— \(cited(provenance.article))"
  }

  private func cited(_ id: ArticleID) -> String {
    guard let article = corpus.head(id) else { return id.name }
    let date = DateText.text(article.date.interval)
    return [article.title, article.source, date == "?" ? nil : date, id.name].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// Asks for the file of a report; its name says what it is about.
  mutating func openReportPrompt() {
    let words = scopeWords.joined(separator: "-").unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    let name = (["report"] + words.map { String($0).lowercased() }).joined(separator: "-")
    open(.report, text: String(name.unicodeScalars.prefix(48)) + ".md")
  }

  /// Has what the panes show written as a report.
  mutating func report(to path: String) -> [Effect] {
    guard !path.isEmpty else { return [] }
    return [
      .report(
        path: path, corpus, ReportContents(self, scope: scopeWords.joined(separator: ", ")))
    ]
  }
}
