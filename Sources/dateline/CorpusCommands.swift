import ArgumentParser
import DatelineModel
import DatelineText

/// `dateline articles`: the articles with the dates that the whole corpus gives them.
struct Articles: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the articles with the dates that the whole corpus gives them.")

  @OptionGroup var input: CorpusInput

  func run() throws {
    let corpus = try input.load()
    let articles = corpus.articles(matching: try input.parsedFilter())
    try input.finish(corpus, isEmpty: articles.isEmpty) {
      CorpusJSON(corpus).articles(articles)
    } text: {
      CorpusText(corpus).articles(articles)
    }
  }
}

/// `dateline entities`: everyone and everything that is named.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List entities with their names and mentions.")

  @OptionGroup var input: CorpusInput

  func run() throws {
    let corpus = try input.load()
    let entities = corpus.entities(matching: try input.parsedFilter())
    try input.finish(corpus, isEmpty: entities.isEmpty) {
      var json = CorpusJSON(corpus)
      return json.entities(entities)
    } text: {
      CorpusText(corpus).entities(entities)
    }
  }
}

/// `dateline graph`: who has to do with whom.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "List typed, dated relations between entities.")

  /// Graph formats of other programs.
  enum Format: String, EnumerableFlag {
    case gexf, graphml, dot

    static func help(for value: Format) -> ArgumentHelp? {
      switch value {
      case .gexf: "Print GEXF, for Gephi."
      case .graphml: "Print GraphML, for yEd, Cytoscape and NetworkX."
      case .dot: "Print DOT, for Graphviz."
      }
    }
  }

  @Flag(exclusivity: .exclusive) var format: Format?

  @OptionGroup var input: CorpusInput

  func run() throws {
    let corpus = try input.loadFacts()
    let relations = corpus.relations(matching: try input.parsedFilter())
    if let format {
      let export = GraphExport(entities: corpus.facts.entities.rows, relations: relations)
      let document =
        switch format {
        case .gexf: export.gexf
        case .graphml: export.graphML
        case .dot: export.dot
        }
      return try input.finish(corpus, isEmpty: relations.isEmpty, document: document)
    }
    try input.finish(corpus, isEmpty: relations.isEmpty) {
      var json = CorpusJSON(corpus)
      return json.graph(relations)
    } text: {
      CorpusText(corpus).relations(relations)
    }
  }
}

/// `dateline claims`: who says what, and what does not go together.
struct Claims: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List attributed claims, and the pairs that conflict.")

  @OptionGroup var input: CorpusInput

  func run() throws {
    let corpus = try input.loadFacts()
    let filter = try input.parsedFilter()
    let claims = corpus.claims(matching: filter)
    let conflicts = corpus.conflicts(matching: filter)
    try input.finish(corpus, isEmpty: claims.isEmpty) {
      var json = CorpusJSON(corpus)
      return json.claims(claims, conflicts: conflicts)
    } text: {
      CorpusText(corpus).claims(claims, conflicts: conflicts)
    }
  }
}

/// `dateline search`: the sentences that match.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the sentences that match a query.")

  @Argument(help: "Words, \"phrases\", AND OR NOT, ent: type: src: date: status:.")
  var query: String

  @OptionGroup var input: CorpusInput

  func validate() throws { _ = try Filter(commandLine: query) }

  func run() throws {
    let corpus = try input.load()
    let hits = corpus.search(try Filter(commandLine: query))
    try input.finish(corpus, isEmpty: hits.isEmpty) {
      var json = CorpusJSON(corpus)
      return json.hits(hits)
    } text: {
      CorpusText(corpus).hits(hits)
    }
  }
}
