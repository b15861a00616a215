import DatelineText

/// The training of the name tagger: features of all corpora, perceptron, packing.
struct NameTraining {
  /// How often to go over the corpora.
  var epochs = 10
  /// How many models, which see the sentences in different orders, are averaged (McDonald, Hall
  /// and Mann 2010).
  var models = 9
  /// Whether labels set by machine that other models contradict are left open.
  var doubts = true

  /// One document, its place in its corpus, and the tags that its tokens may bear.
  private struct Source {
    var document: ColumnCorpus.Document
    var corpus: NameCorpus
    var place: Int
    /// The number of the corpus as a kind of text, and the kind that the document is learnt as.
    var genre, taught: NameGenre
    var allowed: [[UInt16]]
  }

  /// What a perceptron learnt.
  private struct Learnt {
    var rows: [NamePacker.Row]
    var transitions: [SIMD16<Float>]
  }

  /// Learns from the corpora in `folder`, but for those named in `left`; returns the bytes of a file
  /// of weights.
  func run(_ folder: String, without left: Set<String>) throws -> [UInt8] {
    let sources = try sources(folder, without: left)
    let kinds = genres(sources)
    let packer = NamePacker()
    var builder = builder(doubts ? doubted(sources) : sources)
    // A first model tells for which features there is room; the others learn by these alone.
    builder.keep(packer.kept(learn(builder, models: 1).rows + kinds))
    let names = learn(builder, models: models)
    return packer.pack(names.rows + kinds, transitions: names.transitions)
  }

  private func sources(_ folder: String, without left: Set<String>) throws -> [Source] {
    var sources: [Source] = []
    for (number, corpus) in NameCorpus.all.enumerated() where !left.contains(corpus.name) {
      let genre = NameGenre(rawValue: UInt8(number) + 1)
      for (place, document) in try corpus.documents(in: folder).enumerated() {
        for _ in 0..<corpus.weight {
          // Some documents teach what holds for any kind of text, so that the rest need not.
          let isGeneral = sources.count % 5 == 0
          sources.append(
            Source(
              document: document, corpus: corpus, place: place, genre: genre,
              taught: isGeneral ? .any : genre,
              allowed: corpus.allowed(document, as: isGeneral ? .ours : .own)))
        }
      }
    }
    return sources
  }

  /// The sources with labels of silver corpora left open where a model that learnt from the other
  /// half of the documents contradicts them.
  private func doubted(_ sources: [Source]) -> [Source] {
    var result = sources
    for half in 0..<2 {
      let learnt = learn(builder(sources.filter { $0.place % 2 != half }), models: 1)
      NamePacker().pack(learnt.rows, transitions: learnt.transitions).withUnsafeBytes { bytes in
        let model = NameModel(weights: NameWeights(bytes))
        for (index, source) in sources.enumerated()
        where source.corpus.isSilver && source.place % 2 == half {
          let found = model.tags(
            of: source.document.own, genre: source.genre,
            told: Array(repeating: .zero, count: source.document.own.tokenCount))
          result[index].allowed = NameDoubts.opened(source.allowed, found: found)
        }
      }
    }
    return result
  }

  private func builder(_ sources: [Source]) -> NameExamples {
    var builder = NameExamples()
    for source in sources {
      builder.add(source.document.own, allowed: source.allowed, genre: source.taught)
    }
    let open = sources.reduce(0) { $0 + $1.allowed.joined().count { $0 == UInt16.max } }
    print(
      "\(builder.examples.count) sentences, \(builder.hashes.count) features, \(open) open words")
    return builder
  }

  private func learn(_ builder: NameExamples, models: Int) -> Learnt {
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
