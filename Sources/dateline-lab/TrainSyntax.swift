import ArgumentParser
import DatelineText
import Foundation

struct TrainSyntax: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-syntax",
    abstract: "Trains the network that tags and parses.",
    discussion: """
      Reads ewt.train.conllu, gum.train.conllu and ewt.dev.conllu below syntax, plain or packed \
      with xz, and the words of the training corpora below ner. The development part is only \
      scored, never learnt from. The same data gives the same weights.
      """)

  @Option(help: "The folder that holds syntax and ner.")
  var data: String

  @Option(help: "The folder that the weights are written to.")
  var out = "Sources/CDatelineData/weights"

  @Option(help: "A folder to keep finished teachers in, and to take them from.")
  var store: String?

  @Option(help: "How many networks teach the last one; 0 for none.")
  var teachers = 4

  @Option(help: "How often the teachers see the treebanks.")
  var teaching = 12

  @Option(help: "How many networks teach the last one names; 0 for none.")
  var namers = 3

  @Option(help: "How often those that teach names see all sentences.")
  var naming = 5

  @Option(help: "How often the last network sees all sentences.")
  var epochs = 16

  @Option(help: "How much labels of names count beside what the teachers say of them.")
  var labels: Float = 0.5

  @Option(help: "How much the teacher counts that has not learnt the names of a sentence.")
  var fresh: Float = 0.5

  @Option(help: "How much names in text of no kind count beside those of a kind.")
  var plain: Float = 0.3

  @Option(help: "In what share of the steps, the last ones, the network's numbers are averaged.")
  var averaged: Float = 0.1

  @Option(help: "The numbers that each direction of a layer of the last network keeps.")
  var state = 48

  @Option(help: "The numbers by which the last network names a relation.")
  var label = 64

  @Option(help: "Learn no names from these corpora (names joined by commas).")
  var without = ""

  @Option(help: "What share of the numbers is left out while the last network learns.")
  var share: Float = 0.03

  func run() throws {
    var treebank = try Treebank(folder: data + "/syntax", name: "ewt.train.conllu")
    treebank.append(try Treebank(folder: data + "/syntax", name: "gum.train.conllu"))
    let held = try Treebank(folder: data + "/syntax", name: "ewt.dev.conllu")
    let corpora = try ["gmb", "docred", "wikigold", "politics"].map {
      try ColumnCorpus(path: "\(data)/ner/\($0).train.tsv")
    }
    let shape = NetworkShape(
      state: state, label: label, names: NetworkShape.nameColumns * (1 + NameGenre.count))
    let balance = NameBalance(labels: labels, plain: plain)
    let training = SyntaxTraining(
      treebank: treebank, unlabelled: Treebank(unlabelled: corpora.flatMap(\.documents)),
      names: try NetworkNames(
        folder: data, without: Set(without.split(separator: ",").map(String.init))),
      teaching: NetworkCourse(epochs: teaching),
      naming: NetworkCourse(shape: shape, epochs: naming, names: balance, share: share),
      learning: NetworkCourse(
        shape: shape, epochs: epochs, averaged: averaged, names: balance, share: share),
      teachers: teachers, namers: namers, fresh: fresh, store: store)
    let result = try training.train(held: held)
    let bytes = NetworkPacker.packed(result.network, features: result.features.rows)
    try LabFile.write(bytes, to: out + "/syntax.bin")
    try LabFile.write(result.vocabulary.bytes, to: out + "/vocabulary.bin")
    guard let stored = SyntaxNetwork(stored: bytes) else {
      throw LabError(description: "the packed network cannot be read back")
    }
    let found = SyntaxAnalyzer.analyze(
      held.text, tokens: held.tokens, sentences: held.sentences,
      with: SyntaxModel(vocabulary: result.vocabulary, network: stored))
    report("\(bytes.count) bytes: " + SyntaxScore(found.tokens, held).line)
  }
}

/// Prints a line at once, also where the output is a file that someone watches.
func report(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
