import DatelineText

/// The training of the name tagger: features of all corpora, perceptron, packing.
struct NameTraining {
  /// How often to go over the corpora.
  var epochs = 10

  /// Learns from the corpora in `folder`, but for those named in `left`; returns the bytes of a file
  /// of weights.
  func run(_ folder: String, without left: Set<String>) throws -> [UInt8] {
    var builder = NameExamples()
    for corpus in NameCorpus.all where !left.contains(corpus.name) {
      let columns = try ColumnCorpus(path: "\(folder)/ner/\(corpus.name).train.tsv")
      for document in columns.documents { builder.add(document, corpus) }
    }
    var trainer = NameTrainer(features: builder.hashes.count)
    var wrong = 0
    for epoch in 0..<epochs { wrong = trainer.learn(builder.examples, seed: UInt64(epoch) + 1) }
    print("\(builder.examples.count) sentences, \(builder.hashes.count) features, \(wrong) wrong")
    let rows = builder.hashes.indices.map {
      NamePacker.Row(hash: builder.hashes[$0], weights: trainer.averaged($0))
    }
    return NamePacker().pack(rows, transitions: trainer.averagedTransitions())
  }
}
