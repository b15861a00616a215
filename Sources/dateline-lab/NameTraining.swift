import DatelineText

/// The training of the name tagger: features of all corpora, perceptron, packing.
struct NameTraining {
  /// How often to go over the corpora.
  var epochs = 10
  /// How many models, which see the sentences in different orders, are averaged (McDonald, Hall
  /// and Mann 2010).
  var models = 3

  /// One document, the corpus that it is of, and the number of the corpus as a kind of text.
  private struct Source {
    var document: ColumnCorpus.Document
    var corpus: NameCorpus
    var genre: NameGenre
  }

  /// What a perceptron learnt.
  private struct Learnt {
    var rows: [NamePacker.Row]
    var transitions: [SIMD16<Float>]
  }

  /// Learns from the corpora in `folder`, but for those named in `left`; returns the bytes of a file
  /// of weights.
  func run(_ folder: String, without left: Set<String>) throws -> [UInt8] {
    var sources: [Source] = []
    for (number, corpus) in NameCorpus.all.enumerated() where !left.contains(corpus.name) {
      let genre = NameGenre(rawValue: UInt8(number) + 1)
      for document in try corpus.documents(in: folder) {
        let source = Source(document: document, corpus: corpus, genre: genre)
        sources += Array(repeating: source, count: corpus.weight)
      }
    }
    let names = names(sources)
    return NamePacker().pack(names.rows + genres(sources), transitions: names.transitions)
  }

  private func names(_ sources: [Source]) -> Learnt {
    var builder = NameExamples()
    // Some documents teach what holds for any kind of text, so that the rest need not.
    for (number, source) in sources.enumerated() {
      let genre = number % 5 == 0 ? NameGenre.any : source.genre
      builder.add(source.document, source.corpus, genre: genre)
    }
    print("\(builder.examples.count) sentences, \(builder.hashes.count) features")
    var sum = learn(builder, part: 0)
    for part in 1..<max(models, 1) {
      let next = learn(builder, part: part)
      for index in sum.rows.indices { sum.rows[index].weights += next.rows[index].weights }
      for index in sum.transitions.indices { sum.transitions[index] += next.transitions[index] }
    }
    let count = Float(max(models, 1))
    return Learnt(
      rows: sum.rows.map { NamePacker.Row(hash: $0.hash, weights: $0.weights / count) },
      transitions: sum.transitions.map { $0 / count })
  }

  /// Learns to tell the kinds of text apart.
  private func genres(_ sources: [Source]) -> [NamePacker.Row] {
    var builder = NameExamples()
    for source in sources { builder.addKinds(of: source.document, genre: source.genre) }
    return learn(builder, part: 0).rows
  }

  private func learn(_ builder: NameExamples, part: Int) -> Learnt {
    var trainer = NameTrainer(features: builder.hashes.count)
    var wrong = 0
    for epoch in 0..<epochs {
      wrong = trainer.learn(builder.examples, seed: UInt64(100 * part + epoch) + 1)
    }
    print("model \(part + 1): \(wrong) of \(builder.examples.count) wrong or close at the end")
    return Learnt(
      rows: builder.hashes.indices.map {
        NamePacker.Row(hash: builder.hashes[$0], weights: trainer.averaged($0))
      },
      transitions: trainer.averagedTransitions())
  }
}
