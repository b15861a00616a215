import DatelineModel
import DatelineReading
import DatelineText
import TestSupport
import Testing

/// What the whole pipeline makes of small stories that have nothing to do with the sample articles.
@Suite struct StoryTests {
  static let names = [
    "border", "cyclone", "election", "pact", "port", "quake", "scandal", "truce", "uprising",
  ]

  /// The share of gold events that must be found over all stories; a fall needs an explanation.
  private static let recallFloor = 0.65
  /// The same for relations.
  private static let relationFloor = 0.6

  @Test func `most events of the stories are on the timeline with day and type`() throws {
    var found = 0
    var missed: [String] = []
    var total = 0
    for name in Self.names {
      let story = try Story(name)
      total += story.events.count
      for event in story.events {
        if story.timelineHolds(event) { found += 1 } else { missed.append(event.description) }
      }
    }
    #expect(Double(found) >= Self.recallFloor * Double(total), "missed: \(missed)")
  }

  @Test func `most edges of the stories are in the graph with type and direction`() throws {
    var missed: [String] = []
    var total = 0
    for name in Self.names {
      let story = try Story(name)
      total += story.relations.count
      missed += story.relations.filter { !story.graph.contains($0) }
    }
    let found = total - missed.count
    #expect(Double(found) >= Self.relationFloor * Double(total), "missed: \(missed)")
  }

  @Test(arguments: names) func `edges that no story tells are not in the graph`(name: String)
    throws
  {
    let story = try Story(name)
    for relation in story.absences {
      #expect(!story.graph.contains(relation), "\(relation)")
    }
  }

  @Test(arguments: names) func `claims that go together are never shown as conflicting`(
    name: String
  ) throws {
    let story = try Story(name)
    for pair in story.agreements {
      #expect(!story.conflicts(between: pair.0, and: pair.1), "\(pair.0) and \(pair.1)")
    }
  }

  @Test(arguments: names) func `every support of every fact can be opened`(name: String) throws {
    let story = try Story(name)
    let facts = story.corpus.facts
    let places =
      facts.timeline.flatMap { $0.supports.map(\.provenance) }
      + facts.relations.flatMap(\.supports) + facts.claims.map(\.provenance)
    for place in places {
      let article = try #require(story.corpus.article(place.article))
      #expect(place.span.upper <= UInt32(article.article.text.count) && !place.span.isEmpty)
      #expect(article.sentence(at: Int(place.span.lower)) != nil)
    }
  }
}

/// One story: its corpus and its gold answers.
private struct Story {
  struct Event: CustomStringConvertible {
    var interval: DayInterval
    var types: [String]
    var places: [Provenance]
    var description: String
  }

  let corpus: Corpus
  private(set) var events: [Event] = []
  private(set) var agreements: [(Provenance, Provenance)] = []
  /// Edges as "type source target" that must be in the graph, and that must not.
  private(set) var relations: [String] = []
  private(set) var absences: [String] = []

  init(_ name: String) throws {
    let folder =
      "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Stories/" + name
    var corpus = Corpus()
    var gold = ""
    for file in ArticleSource.files(at: [folder]).files {
      for article in ArticleReader.read(file) {
        let article = try article.get()
        if file.path.hasSuffix(".tsv") {
          gold = article.text.string
        } else {
          corpus.insert(Annotator.annotate(article))
        }
      }
    }
    corpus.resolve()
    self.corpus = corpus
    for line in gold.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      switch fields[0] {
      case "event":
        events.append(
          Event(
            interval: DayInterval(
              earliest: DayNumber(iso: fields[1]), latest: DayNumber(iso: fields[2])),
            types: fields[3].split(separator: "|").map(String.init),
            places: try fields[4...].map { try Self.place($0, in: corpus) },
            description: fields[4]))
      case "agree":
        agreements.append(
          (try Self.place(fields[1], in: corpus), try Self.place(fields[2], in: corpus)))
      case "relation": relations.append(fields[1...3].joined(separator: " "))
      case "no-relation": absences.append(fields[1...3].joined(separator: " "))
      default: break
      }
    }
  }

  /// Whether one row has the day, a right type, and a support in every sentence of the gold.
  func timelineHolds(_ event: Event) -> Bool {
    corpus.facts.timeline.contains { row in
      row.interval == event.interval && event.types.contains(row.type.rawValue)
        && event.places.allSatisfy { place in
          row.supports.contains { overlaps($0.provenance, place) }
        }
    }
  }

  /// The edges of the graph, those without direction both ways round.
  var graph: Set<String> {
    let names = corpus.facts.entities.reduce(into: [:]) { $0[$1.id] = $1.name }
    return Set(
      corpus.facts.relations.flatMap { relation -> [String] in
        let (source, target) = (names[relation.source] ?? "", names[relation.target] ?? "")
        let kind = relation.kind.rawValue
        return relation.kind.isSymmetric
          ? ["\(kind) \(source) \(target)", "\(kind) \(target) \(source)"]
          : ["\(kind) \(source) \(target)"]
      })
  }

  func conflicts(between first: Provenance, and second: Provenance) -> Bool {
    let places = Dictionary(
      corpus.facts.claims.map { ($0.id, $0.provenance) }, uniquingKeysWith: { first, _ in first })
    return corpus.facts.conflicts.contains { conflict in
      guard conflict.level == .conflict, let left = places[conflict.first],
        let right = places[conflict.second]
      else { return false }
      return overlaps(left, first) && overlaps(right, second)
        || overlaps(left, second) && overlaps(right, first)
    }
  }

  private func overlaps(_ left: Provenance, _ right: Provenance) -> Bool {
    left.article == right.article && left.span.overlaps(right.span)
  }

  /// Finds the words of a gold field "article: words".
  private static func place(_ field: String, in corpus: Corpus) throws -> Provenance {
    let colon = try #require(field.firstIndex(of: ":"))
    let id = ArticleID(field[..<colon] + ".txt")
    let article = try #require(corpus.article(id))
    let words = Array(field[colon...].dropFirst(2).utf8)
    let bytes = article.article.text.bytes
    let start = try #require(
      bytes.indices.first { bytes[$0...].starts(with: words) }, "not in \(id): \(field)")
    return Provenance(article: id, span: ByteSpan(start, start + words.count))
  }
}
