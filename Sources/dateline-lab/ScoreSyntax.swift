import ArgumentParser
import DatelineText
import Glibc

/// What share of words and arcs is right.
struct SyntaxScore {
  private(set) var words = 0
  private var parts = 0
  private var forms = 0
  private var heads = 0
  private var labelled = 0
  private var universal = 0
  private var misses: [DependencyRelation: (wanted: Int, head: Int, both: Int)] = [:]

  /// Compares `found`, whose heads are token indices, with the treebank.
  init(_ found: [TokenSyntax], _ treebank: Treebank) {
    for sentence in treebank.sentences {
      for index in sentence.tokens {
        let (gold, token) = (treebank.words[index], found[index])
        let (part, form) = TagSet.pairs[Int(gold.tag)]
        words += 1
        parts += token.partOfSpeech == part ? 1 : 0
        forms += token.partOfSpeech == part && token.form == form ? 1 : 0
        let head = token.head.map { $0 - sentence.tokens.lowerBound + 1 }
        let wanted = RelationSet.all[Int(gold.relation)]
        let isHead = head ?? sentence.tokens.count + 1 == gold.head
        misses[wanted, default: (0, 0, 0)].wanted += 1
        misses[wanted, default: (0, 0, 0)].head += isHead ? 1 : 0
        misses[wanted, default: (0, 0, 0)].both += isHead && token.relation == wanted ? 1 : 0
        guard head ?? sentence.tokens.count + 1 == gold.head else { continue }
        let relation = RelationSet.all[Int(gold.relation)]
        heads += 1
        labelled += token.relation == relation ? 1 : 0
        universal += Self.plain(token.relation) == Self.plain(relation) ? 1 : 0
      }
    }
  }

  private static func plain(_ relation: DependencyRelation) -> Substring {
    relation.rawValue.prefix { $0 != ":" }
  }

  /// One line for people.
  var line: String {
    let figures = [
      ("UPOS", parts), ("UPOS+form", forms), ("UAS", heads), ("LAS", labelled),
      ("LAS without subtypes", universal),
    ]
    return figures.map { "\($0) \(Self.percent($1, of: words))" }.joined(separator: "  ")
  }

  /// One line for each relation, the most frequent first.
  var relationLines: [String] {
    misses.sorted { ($1.value.wanted, $0.key.rawValue) < ($0.value.wanted, $1.key.rawValue) }.map {
      "\($0.key.rawValue)\t\($0.value.wanted)\thead \(Self.percent($0.value.head, of: $0.value.wanted))"
        + "\tboth \(Self.percent($0.value.both, of: $0.value.wanted))"
    }
  }

  static func percent(_ part: Int, of whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole)
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

struct ScoreSyntax: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score-syntax",
    abstract: "Scores the embedded tagger and parser on a treebank, and times them.")

  @Option(help: "The folder that holds the treebank, plain or packed with xz.")
  var data: String

  @Option(help: "The treebank's file name.")
  var treebank = "ewt.dev.conllu"

  @Flag(help: "Also score tokens and sentences from the printed text.")
  var raw = false

  @Flag(help: "Also score each relation.")
  var relations = false

  func run() throws {
    let treebank = try Treebank(folder: data, name: treebank)
    _ = SyntaxAnalyzer.analyze(
      treebank.text, tokens: treebank.tokens, sentences: Array(treebank.sentences.prefix(1)))
    var found: [TokenSyntax] = []
    let best =
      (0..<3).map { _ in
        let start = clock()
        found = SyntaxAnalyzer.analyze(
          treebank.text, tokens: treebank.tokens, sentences: treebank.sentences)
        return clock() - start
      }.min() ?? 1
    let score = SyntaxScore(found, treebank)
    let rate = Double(score.words) * Double(CLOCKS_PER_SEC) / Double(max(best, 1))
    print("\(score.line)  words \(score.words)  words per processor second \(Int(rate))")
    if relations { score.relationLines.forEach { print($0) } }
    if raw { print(SegmentationScore(treebank).line) }
  }
}
