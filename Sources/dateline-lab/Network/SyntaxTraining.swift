import DatelineText
import Foundation

/// Trains the syntax network: first some teachers on the treebanks, then networks that learn names
/// besides, then one network on the treebanks, on what the teachers together say of text that nobody
/// annotated (Buciluă et al. 2006), and on what the others say of names. Small networks that differ
/// by chance alone err in different places; together they are better than each, and one that learns
/// from them all comes near them.
struct SyntaxTraining {
  /// The annotated sentences, and those that are not.
  let treebank: Treebank
  var unlabelled: Treebank
  /// What is known of the names of these sentences.
  let names: NetworkNames
  /// How the teachers are trained, those for names, and the last network.
  let teaching, naming, learning: NetworkCourse
  /// How many teachers there are, and how many for names.
  let teachers, namers: Int
  /// How much the teacher counts that has not learnt the labels of names of a sentence.
  let fresh: Float
  /// Where finished teachers are kept, so that a run that was broken off goes on.
  let store: String?

  /// What was trained.
  struct Result {
    let vocabulary: Vocabulary
    let network: TrainingNetwork
    let features: NetworkFeatureIndex
  }

  /// Trains; what is reported is scored on `held`.
  func train(held: Treebank) throws -> Result {
    let taught = try teachers > 0 ? taught(held) : []
    var all = treebank
    var silver = unlabelled
    silver.takeTags(of: taught)
    if teachers > 0 { all.append(silver) }
    let counted = TreebankVocabulary(all)
    let vocabulary = counted.vocabulary
    let words = counted.lessons(vocabulary)
    let index = NetworkFeatureIndex(words)
    var lessons = index.lessons(treebank, words)
    for (lesson, words) in zip(taught, words.dropFirst(lessons.count)) {
      lessons.append(lesson)
      lessons[lessons.count - 1].rows = index.rows(of: words)
    }
    for (place, known) in names.lessons(all).enumerated() { lessons[place].names = known }
    report("\(lessons.count) sentences, \(index.rows.count) features")
    if namers > 0 { lessons = try named(lessons, index, vocabulary, held) }
    let network = trained(learning, lessons, index, seed: 1, vocabulary, held)
    return Result(vocabulary: vocabulary, network: network, features: index)
  }

  /// What the teachers say of the sentences that are not annotated.
  private func taught(_ held: Treebank) throws -> [NetworkLesson] {
    let counted = TreebankVocabulary(treebank)
    let vocabulary = counted.vocabulary
    let words = counted.lessons(vocabulary)
    let index = NetworkFeatureIndex(words)
    let lessons = index.lessons(treebank, words)
    let panel = NetworkPanel(
      networks: try (1...teachers).map { seed in
        try kept("teacher\(seed)", teaching, UInt64(seed), index) {
          trained(teaching, lessons, index, seed: UInt64(seed), vocabulary, held)
        }
      })
    let checked = index.lessons(held, held.sentenceWords(vocabulary))
    report("teachers together: \(networkScore(panel, checked))")
    return panel.read(
      unlabelled.sentenceWords(vocabulary).map { NetworkLesson(rows: index.rows(of: $0)) })
  }

  /// `lessons` with what networks that each did not learn a share of the names say of all of them.
  private func named(
    _ lessons: [NetworkLesson], _ index: NetworkFeatureIndex, _ vocabulary: Vocabulary,
    _ held: Treebank
  ) throws -> [NetworkLesson] {
    let networks = try (0..<namers).map { number in
      let seed = UInt64(number + 2)
      return try kept("namer\(number + 1)", naming, seed, index) {
        var own = lessons
        for place in own.indices {
          guard let known = own[place].names else { continue }
          if !NameTeaching.isLearnt(known, by: number, of: namers) { own[place].names = nil }
        }
        return trained(naming, own, index, seed: seed, vocabulary, held)
      }
    }
    var result = lessons
    let teaching = NameTeaching(teachers: networks, fresh: fresh)
    for (place, known) in teaching.names(of: lessons, isWhole: names.isWhole).enumerated() {
      result[place].names = known
    }
    return result
  }

  /// The network that is kept as `name`, or else what `train` gives, which is kept then.
  private func kept(
    _ name: String, _ course: NetworkCourse, _ seed: UInt64, _ index: NetworkFeatureIndex,
    _ train: () -> TrainingNetwork
  ) throws -> TrainingNetwork {
    guard let store else { return train() }
    let path = "\(store)/\(name).bin"
    if let stored = FileManager.default.contents(atPath: path) {
      let network = TrainingNetwork(course.shape, features: index.rows.count, seed: seed)
      network.take(Array(stored))
      return network
    }
    let network = train()
    try LabFile.write(network.bytes, to: path)
    return network
  }

  private func trained(
    _ course: NetworkCourse, _ lessons: [NetworkLesson], _ index: NetworkFeatureIndex,
    seed: UInt64, _ vocabulary: Vocabulary, _ held: Treebank
  ) -> TrainingNetwork {
    let checked = index.lessons(held, held.sentenceWords(vocabulary))
    let trainer = NetworkTrainer(lessons: lessons, features: index.rows.count, course: course)
    return trainer.train(seed: seed) { epoch, loss, network in
      let score = networkScore(NetworkPanel(networks: [network]), checked)
      report("network \(seed), epoch \(epoch), loss \(loss): \(score)")
    }
  }
}
