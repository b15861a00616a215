import ArgumentParser
import DatelineText
import Foundation

struct TrainSyntax: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-syntax",
    abstract: "Trains the network that tags and parses.",
    discussion: """
      Reads ewt.train.conllu, gum.train.conllu and ewt.dev.conllu, plain or packed with xz. The \
      last is only scored, never learnt from. The same data gives the same weights.
      """)

  @Option(help: "The folder that holds the treebanks.")
  var data: String

  @Option(help: "The folder that the weights are written to.")
  var out = "Sources/CDatelineData/weights"

  @Option(help: "How often the network sees the treebanks.")
  var epochs = 14

  @Option(help: "How far a step goes at most.")
  var rate: Float = 0.003

  @Option(help: "What share of the numbers is left out at random while learning.")
  var share: Float = 0.12

  @Option(help: "How often a word is told by its parts alone while learning.")
  var words: Float = 0.1

  @Option(help: "The numbers that tell a word.")
  var embedding = 64

  @Option(help: "The numbers that each direction of a layer keeps.")
  var state = 48

  @Option(help: "The recurrent layers.")
  var layers = 3

  @Option(help: "The numbers by which a dependent and a head are matched.")
  var arc = 64

  @Option(help: "The numbers by which a relation is named.")
  var label = 64

  @Option(help: "Where chance begins.")
  var seed: UInt64 = 1

  func run() throws {
    var treebank = try Treebank(folder: data, name: "ewt.train.conllu")
    treebank.append(try Treebank(folder: data, name: "gum.train.conllu"))
    let held = try Treebank(folder: data, name: "ewt.dev.conllu")
    let counted = TreebankVocabulary(treebank)
    let vocabulary = counted.vocabulary
    let words = counted.lessons(vocabulary)
    let index = NetworkFeatureIndex(words)
    let trainer = NetworkTrainer(
      lessons: index.lessons(treebank, words), features: index.rows.count,
      shape: NetworkShape(
        embedding: embedding, state: state, layers: layers, arc: arc, label: label),
      epochs: epochs, rate: rate, share: share, words: self.words)
    let checked = index.lessons(held, held.sentenceWords(vocabulary))
    let network = trainer.train(seed: seed) { epoch, loss, network in
      report("epoch \(epoch), loss \(loss): \(networkScore(network, checked))")
    }
    let bytes = NetworkPacker.packed(network, features: index.rows)
    try Data(bytes).write(to: URL(fileURLWithPath: out + "/syntax.bin"))
    try Data(vocabulary.bytes).write(to: URL(fileURLWithPath: out + "/vocabulary.bin"))
    guard let stored = SyntaxNetwork(stored: bytes) else { throw CocoaError(.fileReadCorruptFile) }
    let found = SyntaxAnalyzer.analyze(
      held.text, tokens: held.tokens, sentences: held.sentences,
      with: SyntaxModel(vocabulary: vocabulary, network: stored))
    report("\(index.rows.count) features, \(bytes.count) bytes: " + SyntaxScore(found, held).line)
  }
}

/// Prints a line at once, also where the output is a file that someone watches.
func report(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
