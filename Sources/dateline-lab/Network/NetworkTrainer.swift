import DatelineText

/// How a network is shaped and trained.
struct NetworkCourse {
  var shape = NetworkShape()
  /// How often all sentences are seen.
  var epochs = 12
  /// How far a step goes at most: the rate rises to it, then falls evenly to nearly nothing.
  var rate: Float = 0.003
  /// In what share of the steps, the last ones, the numbers are averaged.
  var averaged: Float = 0
  /// How much the parts of what is known of names count.
  var names = NameBalance()
  /// What share of the numbers is left out while learning.
  var share: Float = 0.12
  /// How often a word is told by its parts alone while learning.
  var words: Float = 0.1
}

/// Trains a syntax network on lessons.
struct NetworkTrainer {
  let lessons: [NetworkLesson]
  /// The number of features.
  let features: Int
  let course: NetworkCourse
  private static let batch = 16
  private static let warming = 300
  /// Every so many steps the numbers go into the mean.
  private static let pace = 50

  /// One trained network; `progress` is told of each epoch.
  func train(seed: UInt64, progress: (Int, Double, TrainingNetwork) -> Void) -> TrainingNetwork {
    let network = TrainingNetwork(course.shape, features: features, seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1000)
    let drop = Dropout(share: course.share, words: course.words, seed: seed &+ 2000)
    var order = Array(lessons.indices)
    let steps = course.epochs * (lessons.count + Self.batch - 1) / Self.batch
    let settling = steps - Int(course.averaged * Float(steps))
    var (step, followed) = (0, 0)
    for epoch in 0..<course.epochs {
      order.shuffle(using: &generator)
      var loss = 0.0
      for start in stride(from: 0, to: order.count, by: Self.batch) {
        let batch = order[start..<min(start + Self.batch, order.count)].map { lessons[$0] }
        var pass = NetworkPass(network, batch, drop: drop)
        let touched = pass.learn(course.names)
        loss += pass.loss
        pass.end()
        drop.forget()
        step += 1
        let warmth = min(1, Float(step) / Float(Self.warming))
        let rate = course.rate * warmth * max(0.01, 1 - Float(step) / Float(steps))
        for matrix in network.dense { matrix.learn(0..<matrix.rows, rate: rate, step: step) }
        for row in touched {
          network.embeddings.learn(Int(row)..<(Int(row) + 1), rate: rate, step: step)
        }
        guard step > settling, step % Self.pace == 0 else { continue }
        followed += 1
        for matrix in network.matrices { matrix.follow(followed) }
      }
      progress(epoch, loss / Double(lessons.count), network)
    }
    guard followed > 0 else { return network }
    for matrix in network.matrices { matrix.settle() }
    progress(course.epochs, 0, network)
    return network
  }
}

/// What share of a treebank's words and arcs a panel has right; the words that are no
/// punctuation count as such.
func networkScore(_ panel: NetworkPanel, _ lessons: [NetworkLesson]) -> String {
  var (tags, tagged, heads, both, arcs) = (0, 0, 0, 0, 0)
  for (lesson, reading) in zip(lessons, panel.read(lessons)) {
    for (found, gold) in zip(reading.tags, lesson.tags).dropFirst() {
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
  return "UPOS \(SyntaxScore.percent(tags, of: tagged)) without marks UAS "
    + "\(SyntaxScore.percent(heads, of: arcs)) LAS \(SyntaxScore.percent(both, of: arcs))"
}
