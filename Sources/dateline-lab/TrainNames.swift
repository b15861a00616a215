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
  var epochs = 12

  @Option(help: "Leave these corpora out (names joined by commas).")
  var without = ""

  func run() throws {
    var builder = NameExamples()
    let left = Set(without.split(separator: ",").map(String.init))
    for corpus in NameCorpus.all where !left.contains(corpus.name) {
      let columns = try ColumnCorpus(path: "\(data)/ner/\(corpus.name).train.tsv")
      for document in columns.documents { builder.add(document, corpus) }
    }
    builder.prune()
    var trainer = NameTrainer(features: builder.hashes.count)
    print("sentences \(builder.examples.count), features \(builder.hashes.count)")
    for epoch in 0..<epochs {
      let errors = trainer.learn(builder.examples, seed: UInt64(epoch) + 1)
      print("epoch \(epoch + 1): \(errors) sentences wrong")
    }
    try LabFile.write(NamePacker().pack(trainer, hashes: builder.hashes), to: out)
  }
}

/// Turns documents into examples, and features into rows of weights.
struct NameExamples {
  /// The examples, in order of the corpora.
  private(set) var examples: [NameTrainer.Example] = []
  /// The hash of each row.
  private(set) var hashes: [UInt64] = []
  private var rows: [UInt64: UInt32] = [:]
  private var counts: [UInt32] = []

  /// Adds the sentences of a document.
  mutating func add(_ document: ColumnCorpus.Document, _ corpus: NameCorpus) {
    let features = NameFeatures(document.own)
    let allowed = corpus.allowed(document)
    for (number, sentence) in document.own.sentences.enumerated() {
      var example = NameTrainer.Example(features: [], allowed: allowed[number])
      for index in sentence {
        var list: [UInt32] = []
        features.forEach(index, inSentence: number) { list.append(row($0)) }
        example.features.append(list)
      }
      examples.append(example)
    }
  }

  private mutating func row(_ hash: UInt64) -> UInt32 {
    if let row = rows[hash] {
      counts[Int(row)] += 1
      return row
    }
    let row = UInt32(hashes.count)
    rows[hash] = row
    hashes.append(hash)
    counts.append(1)
    return row
  }

  /// Drops the features that were seen once.
  mutating func prune() {
    var renamed = Array(repeating: UInt32.max, count: hashes.count)
    var kept: [UInt64] = []
    for row in hashes.indices where counts[row] > 1 {
      renamed[row] = UInt32(kept.count)
      kept.append(hashes[row])
    }
    for index in examples.indices {
      for token in examples[index].features.indices {
        examples[index].features[token] = examples[index].features[token].compactMap {
          renamed[Int($0)] == .max ? nil : renamed[Int($0)]
        }
      }
    }
    hashes = kept
    rows = [:]
    counts = []
  }
}
