import DatelineText

/// Trains the syntax network on a treebank.
struct NetworkTrainer {
  let lessons: [NetworkLesson]
  /// The number of features.
  let features: Int
  let shape: NetworkShape
  let epochs: Int
  /// How far a step goes at most: the rate rises to it, then falls evenly to nearly nothing.
  let rate: Float
  /// What share of the numbers is left out, and how often a word is told by its parts alone.
  let share, words: Float
  private static let batch = 16
  private static let warming = 300

  /// One trained network; `progress` is told of each epoch.
  func train(seed: UInt64, progress: (Int, Double, TrainingNetwork) -> Void) -> TrainingNetwork {
    let network = TrainingNetwork(shape, features: features, seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1000)
    let drop = Dropout(share: share, words: words, seed: seed &+ 2000)
    var order = Array(lessons.indices)
    let steps = epochs * (lessons.count + Self.batch - 1) / Self.batch
    var step = 0
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var loss = 0.0
      for start in stride(from: 0, to: order.count, by: Self.batch) {
        let batch = order[start..<min(start + Self.batch, order.count)].map { lessons[$0] }
        var pass = NetworkPass(network, batch, drop: drop)
        let touched = pass.learn()
        loss += pass.loss
        pass.end()
        drop.forget()
        step += 1
        let warmth = min(1, Float(step) / Float(Self.warming))
        let rate = rate * warmth * max(0.01, 1 - Float(step) / Float(steps))
        for matrix in network.dense { matrix.learn(0..<matrix.rows, rate: rate, step: step) }
        for row in touched {
          network.embeddings.learn(Int(row)..<(Int(row) + 1), rate: rate, step: step)
        }
      }
      progress(epoch, loss / Double(lessons.count), network)
    }
    return network
  }
}

/// What share of a treebank's words and arcs a network has right; the words that are no
/// punctuation count as such.
func networkScore(_ network: TrainingNetwork, _ lessons: [NetworkLesson]) -> String {
  var (tags, tagged, heads, both, arcs) = (0, 0, 0, 0, 0)
  for start in stride(from: 0, to: lessons.count, by: 16) {
    let part = Array(lessons[start..<min(start + 16, lessons.count)])
    let pass = NetworkPass(network, part, drop: nil)
    for (lesson, reading) in zip(part, pass.readings()) {
      for (found, gold) in zip(reading.tags, lesson.tags.dropFirst()) {
        tagged += 1
        tags += TagSet.parts[found] == TagSet.parts[gold] ? 1 : 0
      }
      for index in lesson.heads.indices {
        arcs += 1
        guard reading.heads[index] == lesson.heads[index] else { continue }
        heads += 1
        both += reading.relations[index] == lesson.relations[index] ? 1 : 0
      }
    }
    pass.end()
  }
  return "UPOS \(SyntaxScore.percent(tags, of: tagged)) without marks UAS "
    + "\(SyntaxScore.percent(heads, of: arcs)) LAS \(SyntaxScore.percent(both, of: arcs))"
}
