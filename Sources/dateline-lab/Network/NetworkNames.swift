import DatelineText

/// What is known of the names of one sentence.
struct NameLesson {
  /// The corpus as a kind of text; any where none has the sentence.
  var genre: NameGenre
  /// How much it counts.
  var weight: Float
  /// What is right in text of this kind, and in text of no kind, so that what holds everywhere is
  /// learnt as such.
  var own, plain: NameAnswers
  /// The place of its document in the corpus.
  var place: Int
}

/// What the tags of the words of a sentence are.
struct NameAnswers {
  /// For each word the tags that its labels allow, as bits; empty where there are no labels.
  var allowed: [UInt16] = []
  /// For each word what share of belief other networks have in each tag; empty where none was asked.
  var shares: [Float] = []
}

/// What the corpora of names say of sentences, found by the words of a sentence.
struct NetworkNames {
  private var lessons: [String: NameLesson] = [:]
  /// Whether no corpus was left out. Where one was, nothing is to be learnt of the names in its text.
  let isWhole: Bool

  /// Reads the training corpora in `folder`, but for those named in `left`.
  init(folder: String, without left: Set<String>) throws {
    isWhole = left.isEmpty
    for (number, corpus) in NameCorpus.all.enumerated() where !left.contains(corpus.name) {
      for (place, document) in try corpus.documents(in: folder).enumerated() {
        let own = corpus.allowed(document, as: .own)
        let plain = corpus.allowed(document, as: .ours)
        for index in document.sentences.indices {
          add(
            document, index,
            NameLesson(
              genre: NameGenre(rawValue: UInt8(number) + 1), weight: Float(corpus.weight),
              own: NameAnswers(allowed: own[index]), plain: NameAnswers(allowed: plain[index]),
              place: place))
        }
      }
    }
  }

  /// Adds a sentence in our words and in the corpus's.
  private mutating func add(_ document: ColumnCorpus.Document, _ index: Int, _ lesson: NameLesson) {
    let own = document.own.sentences[index]
    let words = document.own.spans[own].map {
      String(decoding: document.own.bytes[$0], as: UTF8.self)
    }
    lessons[Self.key(words)] = lesson
    let given = own.filter { $0 == own.lowerBound || document.given[$0] != document.given[$0 - 1] }
      .map { $0 - own.lowerBound }
    let sentence = document.sentences[index]
    guard given.count == sentence.words.count else { return }
    var same = lesson
    same.own.allowed = given.map { lesson.own.allowed[$0] }
    same.plain.allowed = given.map { lesson.plain.allowed[$0] }
    lessons[Self.key(sentence.words)] = same
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

/// How much the parts of what is known of names count.
struct NameBalance {
  /// How much labels count where there are shares too, which count the rest.
  var labels: Float = 0.5
  /// How much the tags in text of no kind count, where a corpus has the sentence.
  var plain: Float = 0.3
}

extension NetworkPass {
  /// Learns to tell names: by columns for every kind of text, and by those of the kind at hand.
  mutating func learnNames(_ gradient: UnsafeMutablePointer<Float>, _ balance: NameBalance) {
    guard network.shape.names > 0 else { return }
    let names = Projection(network.names, top, rows: count, isCut: false, memory)
    for (sentence, lesson) in lessons.enumerated() {
      guard let known = lesson.names else { continue }
      let plain = known.genre == .any ? 1 : balance.plain
      learn(known.plain, .any, sentence, names, weight: known.weight * plain, balance)
      if plain < 1 {
        learn(known.own, known.genre, sentence, names, weight: known.weight * (1 - plain), balance)
      }
    }
    names.learn(gradient, memory)
  }

  /// Learns the tags of one sentence in text of the kind `genre`.
  private mutating func learn(
    _ answers: NameAnswers, _ genre: NameGenre, _ sentence: Int, _ names: Projection, weight: Float,
    _ balance: NameBalance
  ) {
    let step = NetworkShape.nameColumns
    let kind = Int(genre.rawValue) * step
    let (scores, slopes) = (memory.zeros(step), memory.zeros(step))
    let scale = weight / Float(count)
    let isLabelled = !answers.allowed.isEmpty
    let labels = answers.shares.isEmpty ? 1 : isLabelled ? balance.labels : 0
    for word in 0..<(starts[sentence + 1] - starts[sentence] - 1) {
      score(names, sentence, word, genre, to: scores)
      for column in 0..<step { slopes[column] = 0 }
      if isLabelled, labels > 0 {
        let target = LearningTarget.anyOf(answers.allowed[word])
        lose(softmaxLoss(scores, slopes, NameTag.count, target, scale: scale * labels))
      }
      if labels < 1 {
        let first = word * NameTag.count
        let target = LearningTarget.shares(answers.shares[first..<(first + NameTag.count)])
        lose(softmaxLoss(scores, slopes, NameTag.count, target, scale: scale * (1 - labels)))
      }
      let offset = (starts[sentence] + word + 1) * names.columns
      for column in 0..<NameTag.count {
        names.gradient[offset + column] += slopes[column]
        if kind > 0 { names.gradient[offset + kind + column] += slopes[column] }
      }
    }
  }

  /// Writes the scores of the tags of a word in text of the kind `genre` to `scores`.
  func score(
    _ names: Projection, _ sentence: Int, _ word: Int, _ genre: NameGenre,
    to scores: UnsafeMutablePointer<Float>
  ) {
    let offset = (starts[sentence] + word + 1) * names.columns
    let kind = Int(genre.rawValue) * NetworkShape.nameColumns
    for column in 0..<NameTag.count {
      scores[column] =
        names.output[offset + column] + (kind > 0 ? names.output[offset + kind + column] : 0)
    }
  }
}
