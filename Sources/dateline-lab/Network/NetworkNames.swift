import DatelineText

/// What a corpus says of the names of one sentence.
struct NameLesson {
  /// For each word the tags that it may bear, as bits.
  var allowed: [UInt16]
  /// The corpus as a kind of text; any, so that what holds everywhere is learnt as such.
  var genre: NameGenre
  /// How much it counts.
  var weight: Float
}

/// What the corpora of names say of sentences, found by the words of a sentence.
struct NetworkNames {
  private var lessons: [String: NameLesson] = [:]

  /// Reads the training corpora in `folder`, but for those named in `left`.
  init(folder: String, without left: Set<String>) throws {
    for (number, corpus) in NameCorpus.all.enumerated() where !left.contains(corpus.name) {
      for (place, document) in try corpus.documents(in: folder).enumerated() {
        let genre = place % 5 == 0 ? NameGenre.any : NameGenre(rawValue: UInt8(number) + 1)
        let allowed = corpus.allowed(document, as: .plain)
        for index in document.sentences.indices {
          add(document, index, allowed[index], genre, Float(corpus.weight))
        }
      }
    }
  }

  /// Adds a sentence in our words and in the corpus's.
  private mutating func add(
    _ document: ColumnCorpus.Document, _ index: Int, _ allowed: [UInt16], _ genre: NameGenre,
    _ weight: Float
  ) {
    let own = document.own.sentences[index]
    let words = document.own.spans[own].map {
      String(decoding: document.own.bytes[$0], as: UTF8.self)
    }
    lessons[Self.key(words)] = NameLesson(allowed: allowed, genre: genre, weight: weight)
    let given = zip(own, allowed).filter { place, _ in
      place == own.lowerBound || document.given[place] != document.given[place - 1]
    }
    let sentence = document.sentences[index]
    guard given.count == sentence.words.count else { return }
    lessons[Self.key(sentence.words)] = NameLesson(
      allowed: given.map(\.1), genre: genre, weight: weight)
  }

  private static func key(_ words: [String]) -> String { words.joined(separator: " ") }

  /// What is said of each sentence of `treebank`; nil where no corpus has it.
  func lessons(_ treebank: Treebank) -> [NameLesson?] {
    treebank.sentences.map { sentence in
      lessons[Self.key(treebank.tokens[sentence.tokens].map { treebank.text[$0.span] })]
    }
  }
}

// MARK: - Learning

extension NetworkPass {
  /// Learns to tell names: by columns for every kind of text, and by those of the kind at hand.
  mutating func learnNames(_ gradient: UnsafeMutablePointer<Float>) {
    guard network.shape.names > 0 else { return }
    let names = Projection(network.names, top, rows: count, isCut: false, memory)
    let step = NetworkShape.nameColumns
    let (scores, slopes) = (memory.zeros(step), memory.zeros(step))
    for (sentence, lesson) in lessons.enumerated() {
      guard let gold = lesson.names else { continue }
      let kind = Int(gold.genre.rawValue) * step
      for (word, allowed) in gold.allowed.enumerated() {
        let offset = (starts[sentence] + word + 1) * names.columns
        for column in 0..<step {
          slopes[column] = 0
          scores[column] =
            names.output[offset + column] + (kind > 0 ? names.output[offset + kind + column] : 0)
        }
        lose(
          softmaxLoss(
            scores, slopes, NameTag.count, .anyOf(allowed), scale: gold.weight / Float(count)))
        for column in 0..<NameTag.count {
          names.gradient[offset + column] = slopes[column]
          if kind > 0 { names.gradient[offset + kind + column] = slopes[column] }
        }
      }
    }
    names.learn(gradient, memory)
  }
}
