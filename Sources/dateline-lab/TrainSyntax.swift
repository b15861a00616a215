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
  var taggerEpochs = 6

  @Option(help: "How often the parser sees the treebanks.")
  var parserEpochs = 12

  @Option(help: "How often the parser sees the treebanks with a beam.")
  var beamEpochs = 8

  @Option(help: "Weights below this part of the largest one are dropped.")
  var pruning: Float = 0.02

  func run() throws {
    var treebank = try Treebank(folder: data, name: "ewt.train.conllu")
    treebank.append(try Treebank(folder: data, name: "gum.train.conllu"))
    let held = try Treebank(folder: data, name: "ewt.dev.conllu")
    let vocabulary = treebank.vocabulary(atLeast: 3)
    try write(vocabulary.bytes, "vocabulary")
    let (tagger, tags) = try trainTagger(treebank, vocabulary)
    let trainer = ParserTrainer(
      treebank: treebank, vocabulary: vocabulary, tags: tags, epochs: parserEpochs)
    let trained = trainer.train { epoch, wrong in report("parser epoch \(epoch): wrong \(wrong)") }
    let relations = trained.relations.averaged(pruning: pruning)
    var parser = DependencyParser(
      actions: trained.actions.averaged(pruning: pruning), relations: relations)
    func score(_ name: String) {
      let found = SyntaxAnalyzer.analyze(
        held.text, tokens: held.tokens, sentences: held.sentences,
        with: SyntaxModel(vocabulary: vocabulary, tagger: tagger, parser: parser))
      report("\(name) \(parser.actions.bytes.count) + \(parser.relations.bytes.count) bytes")
      report(SyntaxScore(found, held).line)
    }
    score("greedy")
    var beam = BeamTrainer(
      width: 6, inputs: trainer.inputs, gold: trainer.gold, relations: relations,
      actions: AveragedPerceptron(labels: 3))
    for epoch in 0..<beamEpochs {
      report("beam epoch \(epoch): wrong \(beam.epoch(seed: UInt64(epoch + 3)))")
    }
    if beamEpochs > 0 {
      parser.actions = beam.actions.averaged(pruning: pruning)
      for width in [1, 2, 4, 8] {
        parser.width = width
        parser.margin = 1000
        score("beam \(width)")
      }
      parser.width = 4
      for margin in [100, 50, 25, 12] as [Int32] {
        parser.margin = margin
        score("margin \(margin)")
      }
    }
    try write(parser.actions.bytes, "parser-actions")
    try write(parser.relations.bytes, "parser-relations")
  }

  private func trainTagger(_ treebank: Treebank, _ vocabulary: Vocabulary) throws -> (
    PartOfSpeechTagger, [[UInt8]]
  ) {
    if let tags, let kept = FileManager.default.contents(atPath: tags) {
      let bytes = Array(kept)
      return (
        SyntaxModel.embedded.tagger, treebank.sentences.map { Array(bytes[$0.tokens]) }
      )
    }
    let (tagger, found) = TaggerTrainer(
      treebank: treebank, vocabulary: vocabulary, epochs: taggerEpochs
    )
    .train(pruning: pruning)
    report("tagger: \(tagger.first.bytes.count) + \(tagger.second.bytes.count) bytes")
    try write(tagger.first.bytes, "tagger-first")
    try write(tagger.second.bytes, "tagger-second")
    if let tags { try Data(found.joined()).write(to: URL(fileURLWithPath: tags)) }
    return (tagger, found)
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: out + "/" + name + ".bin"))
  }
}

/// Prints a line at once, also where the output is a file that someone watches.
func report(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
