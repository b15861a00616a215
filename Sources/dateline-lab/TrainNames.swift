import ArgumentParser
import DatelineText

/// Trains the name tagger on the open corpora.
struct TrainNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-names", abstract: "Train the name tagger on the open corpora.")

  @Option(help: "The folder that holds ner/.")
  var data: String

  @Option(help: "The file to write.")
  var out = "Sources/CDatelineData/weights/names.bin"

  @Option(help: "How often to go over the corpora.")
  var epochs = 10

  @Option(help: "How many models to average.")
  var models = 9

  @Option(help: "Leave these corpora out (names joined by commas).")
  var without = ""

  @Flag(inversion: .prefixedNo, help: "Leave labels set by machine open where models contradict.")
  var doubts = true

  func run() throws {
    var training = NameTraining()
    training.epochs = epochs
    training.models = models
    training.doubts = doubts
    let left = Set(without.split(separator: ",").map(String.init))
    try LabFile.write(training.run(data, without: left), to: out)
  }
}
