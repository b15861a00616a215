import ArgumentParser
import DatelineText

/// Scores how pronouns are resolved, on documents annotated with coreference (CoNLL-U with the
/// `Entity` attribute of the Universal Anaphora format, as GUM has it).
struct ScoreAnaphora: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-anaphora",
    abstract: "Score the resolution of pronouns (he, she, it, they) to names.")

  @Argument(help: "A CoNLL-U file with Entity attributes.")
  var file: String

  func run() throws {
    var counts: [String: AnaphoraCounts] = [:]
    for document in AnaphoraDocument.read(try LabFile.lines(file)) { document.score(&counts) }
    for (pronoun, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(pronoun)  \(count.line)")
    }
    print("all  \(counts.values.reduce(into: AnaphoraCounts()) { $0.add($1) }.line)")
  }
}

/// How many pronouns were resolved to a name, rightly, and how many should have been.
struct AnaphoraCounts {
  var right = 0
  var found = 0
  var wanted = 0

  mutating func add(_ other: AnaphoraCounts) {
    right += other.right
    found += other.found
    wanted += other.wanted
  }

  /// Precision, recall and F1 in per cent.
  var line: String {
    "P \(SyntaxScore.percent(right, of: found)) R \(SyntaxScore.percent(right, of: wanted)) "
      + "F1 \(SyntaxScore.percent(2 * right, of: found + wanted)) of \(wanted)"
  }
}

/// One annotated document: its text and who each stretch of it refers to.
struct AnaphoraDocument {
  private struct Mention {
    var entity: String
    var lower: Int
    var upper: Int
    var hasName = false
  }

  private var text: [UInt8] = []
  private var mentions: [Mention] = []
  private var open: [Mention] = []
  private var pronouns: [(word: String, lower: Int, upper: Int)] = []

  private static let scored: Set<String> = [
    "he", "him", "his", "she", "her", "it", "its", "they", "them", "their",
  ]

  /// The documents of a file.
  static func read(_ lines: [String]) -> [AnaphoraDocument] {
    var documents: [AnaphoraDocument] = []
    for line in lines {
      if line.hasPrefix("# newdoc") || documents.isEmpty { documents.append(AnaphoraDocument()) }
      documents[documents.count - 1].read(line)
    }
    return documents
  }

  private mutating func read(_ line: String) {
    if line.hasPrefix("# newpar") { text += Array("\n\n".utf8) }
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 10, Int(fields[0]) != nil else { return }
    let lower = text.count
    text += Array(fields[1].utf8)
    let attributes = fields[9].split(separator: "|")
    let entities = attributes.first { $0.hasPrefix("Entity=") }?.dropFirst(7) ?? ""
    openMentions(entities, at: lower)
    if fields[3] == "PROPN" { for index in open.indices { open[index].hasName = true } }
    if fields[3] == "PRON", Self.scored.contains(fields[1].lowercased()) {
      pronouns.append((fields[1].lowercased(), lower, text.count))
    }
    closeMentions(entities)
    if !attributes.contains("SpaceAfter=No") { text.append(0x20) }
  }

  /// "(3-person-…" opens a mention of entity 3, "(3-…)" is one of a single word.
  private mutating func openMentions(_ entities: Substring, at lower: Int) {
    for part in entities.split(separator: "(").dropFirst(entities.hasPrefix("(") ? 0 : 1) {
      let entity = part.prefix { $0 != "-" && $0 != ")" }
      open.append(Mention(entity: String(entity), lower: lower, upper: lower))
    }
  }

  private mutating func closeMentions(_ entities: Substring) {
    // A mention of one word closes where it opens, and the last opened closes first.
    var closing: [String] = []
    var current = ""
    for character in entities {
      switch character {
      case "(": current = ""
      case ")":
        closing.append(String(current.prefix { $0 != "-" }))
        current = ""
      default: current.append(character)
      }
    }
    for entity in closing {
      guard let index = open.lastIndex(where: { $0.entity == entity }) else { continue }
      var mention = open.remove(at: index)
      mention.upper = text.count
      mentions.append(mention)
    }
  }

  /// Adds how the pronouns of the document are resolved.
  func score(_ counts: inout [String: AnaphoraCounts]) {
    let source = SourceText(repairing: text)
    let article = Article(
      id: ArticleID("document"), text: source,
      blocks: [Block(kind: .paragraph, span: source.span)])
    let annotated = Annotator.annotate(article)
    for pronoun in pronouns {
      let gold = mentions.first { $0.lower == pronoun.lower && $0.upper == pronoun.upper }
      let names = mentions.filter { $0.entity == gold?.entity && $0.hasName }
      var count = AnaphoraCounts()
      count.wanted = names.contains { $0.lower < pronoun.lower } ? 1 : 0
      let span = ByteSpan(pronoun.lower, pronoun.upper)
      let chains = annotated.mentions.filter { $0.kind == .pronoun && $0.span == span }
        .compactMap(\.chain)
      if !chains.isEmpty {
        count.found = 1
        let isRight = chains.contains { chain in
          annotated.chains[chain].mentions.contains { index in
            let mention = annotated.mentions[index]
            return mention.kind == .name
              && names.contains { mention.span.overlaps(ByteSpan($0.lower, $0.upper)) }
          }
        }
        if isRight { count.right = 1 }
      }
      counts[pronoun.word, default: AnaphoraCounts()].add(count)
    }
  }
}
