import ArgumentParser
import DatelineText
import Foundation

struct TrainSyntax: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-syntax",
    abstract: "Trains the part-of-speech tagger and the dependency parser.",
    discussion: """
      Reads ewt.train.conllu, gum.train.conllu and ewt.dev.conllu, plain or packed with xz. The \
      last is only scored, never learnt from. The same data gives the same weights.
      """)

  @Option(help: "The folder that holds the treebanks.")
  var data: String

  @Option(help: "The folder that the weights are written to.")
  var out = "Sources/CDatelineData/weights"

  @Option(
    help:
      "A file that keeps the tags the parser learns from; if it exists the tagger is not trained.")
  var tags: String?

  @Option(help: "How often the tagger sees the treebanks.")
  var taggerEpochs = 5

  @Option(help: "How often the parser sees the treebanks.")
  var parserEpochs = 5

  @Option(help: "By how much a right decision of the parser must win, or it is learnt again.")
  var margin: Float = 10

  @Option(help: "The same for the tagger.")
  var taggerMargin: Float = 50

  @Option(help: "Weights below this part of the largest one are dropped.")
  var pruning: Float = 0.02

  @Option(help: "How many models are trained, each in another order, and mixed.")
  var members = 4

  @Option(help: "The same for the weights of the tagger.")
  var taggerPruning: Float = 0.012

  @Option(help: "The same for the weights of the relations.")
  var relationPruning: Float = 0.03

  @Option(parsing: .upToNextOption, help: "Other prunings whose scores are to be told.")
  var otherPruning: [Float] = []

  func run() throws {
    var treebank = try Treebank(folder: data, name: "ewt.train.conllu")
    treebank.append(try Treebank(folder: data, name: "gum.train.conllu"))
    let held = try Treebank(folder: data, name: "ewt.dev.conllu")
    let counted = TreebankVocabulary(treebank)
    let vocabulary = counted.vocabulary
    let words = counted.lessons(vocabulary)
    try write(vocabulary.bytes, "vocabulary")
    let (tagger, tags) = try trainTagger(treebank, words)
    let trainer = ParserTrainer(
      treebank: treebank, words: words, tags: tags, epochs: parserEpochs, margin: margin)
    let trained = (1...members).map { member in
      trainer.train(seed: UInt64(member)) { epoch, wrong in
        report("parser \(member), epoch \(epoch): wrong \(wrong)")
      }
    }
    let actions = AveragedPerceptron.mixed(trained.map(\.actions))
    let relations = AveragedPerceptron.mixed(trained.map(\.relations))
    func parser(_ pruning: Float, _ relationPruning: Float) -> DependencyParser {
      let parser = DependencyParser(
        actions: WeightTable(labels: 3, rows: actions, pruning: pruning),
        relations: WeightTable(
          labels: RelationSet.count, rows: relations, pruning: relationPruning))
      let found = SyntaxAnalyzer.analyze(
        held.text, tokens: held.tokens, sentences: held.sentences,
        with: SyntaxModel(vocabulary: vocabulary, tagger: tagger, parser: parser))
      report(
        "pruning \(pruning) and \(relationPruning): \(parser.actions.bytes.count) + "
          + "\(parser.relations.bytes.count) bytes: " + SyntaxScore(found, held).line)
      return parser
    }
    for amount in otherPruning { _ = parser(amount, amount) }
    let best = parser(pruning, relationPruning)
    try write(best.actions.bytes, "parser-actions")
    try write(best.relations.bytes, "parser-relations")
  }

  private func trainTagger(_ treebank: Treebank, _ words: [SentenceWords]) throws -> (
    PartOfSpeechTagger, [[UInt8]]
  ) {
    if let tags, let kept = FileManager.default.contents(atPath: tags),
      let stored = FileManager.default.contents(atPath: out + "/tagger.bin"),
      let weights = WeightTable(stored: Array(stored))
    {
      let bytes = Array(kept)
      return (
        PartOfSpeechTagger(weights: weights), treebank.sentences.map { Array(bytes[$0.tokens]) }
      )
    }
    let trainer = TaggerTrainer(
      treebank: treebank, words: words, epochs: taggerEpochs, margin: taggerMargin)
    let tagger = trainer.train(members: members, pruning: taggerPruning)
    report("tagger: \(tagger.weights.bytes.count) bytes")
    try write(tagger.weights.bytes, "tagger")
    let found = trainer.jackknifedTags()
    let right = zip(found.joined(), treebank.words).reduce(0) { $0 + ($1.0 == $1.1.tag ? 1 : 0) }
    report("jackknifed tags right: \(SyntaxScore.percent(right, of: treebank.words.count))")
    if let tags { try Data(found.joined()).write(to: URL(fileURLWithPath: tags)) }
    return (tagger, found)
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: out + "/" + name + ".bin"))
  }
}

/// Prints a line at once, also where the output is a file that someone watches.
func report(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
