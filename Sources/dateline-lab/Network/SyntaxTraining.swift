import DatelineText
import Foundation

/// Trains the syntax network: first some teachers on the treebanks, then one network on the
/// treebanks and on what the teachers together say of text that nobody annotated (Buciluă et al.
/// 2006). Small networks that differ by chance alone err in different places; together they are
/// better than each, and one that learns from them all comes near them.
struct SyntaxTraining {
  /// The annotated sentences, and those that are not.
  let treebank: Treebank
  var unlabelled: Treebank
  /// What is known of the names of these sentences.
  let names: NetworkNames
  /// How the teachers are trained, and how the last network.
  let teaching, learning: NetworkCourse
  /// How many teachers there are.
  let teachers: Int
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
    for (place, names) in names.lessons(all).enumerated() where place < lessons.count {
      lessons[place].names = names
    }
    let named = lessons.count { $0.names != nil }
    report("\(lessons.count) sentences, \(named) with names, \(index.rows.count) features")
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
      networks: try (0..<teachers).map {
        try teacher(seed: UInt64($0 + 1), lessons, index, vocabulary, held)
      })
    let checked = index.lessons(held, held.sentenceWords(vocabulary))
    report("teachers together: \(networkScore(panel, checked))")
    return panel.read(
      unlabelled.sentenceWords(vocabulary).map {
        var lesson = NetworkLesson()
        lesson.rows = index.rows(of: $0)
        return lesson
      })
  }

  private func teacher(
    seed: UInt64, _ lessons: [NetworkLesson], _ index: NetworkFeatureIndex,
    _ vocabulary: Vocabulary, _ held: Treebank
  ) throws -> TrainingNetwork {
    let path = store.map { "\($0)/teacher\(seed).bin" }
    if let path, let stored = FileManager.default.contents(atPath: path) {
      let network = TrainingNetwork(teaching.shape, features: index.rows.count, seed: seed)
      network.take(Array(stored))
      return network
    }
    let network = trained(teaching, lessons, index, seed: seed, vocabulary, held)
    if let path { try LabFile.write(network.bytes, to: path) }
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
