import ArgumentParser
import DatelineModel

/// `dateline export`: a report or tables for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a report (Markdown) or a table (CSV) of what the filter shows.")

  /// What can be exported.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case report, timeline, claims, entities, relations
  }

  @Option(help: "A Markdown report, or one table as CSV.")
  var form: Form = .report

  @OptionGroup var input: CorpusInput

  func validate() throws {
    if input.json {
      throw ValidationError(
        "export prints Markdown and CSV; for JSON use timeline, claims, entities or graph --json.")
    }
  }

  func run() throws {
    let corpus = try input.load()
    let filter = try input.parsedFilter()
    try input.finish(corpus, isEmpty: corpus.articles.isEmpty, document: document(corpus, filter))
  }

  private func document(_ corpus: Corpus, _ filter: Filter) -> String {
    let table = TableExport(corpus)
    switch form {
    case .report: return ReportExport(corpus, filter: filter).markdown
    case .timeline: return table.timeline(corpus.timeline(matching: filter))
    case .claims: return table.claims(corpus.claims(matching: filter))
    case .entities: return table.entities(corpus.entities(matching: filter))
    case .relations: return table.relations(corpus.relations(matching: filter))
    }
  }
}
