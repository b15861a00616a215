import DatelineText

/// What networks that learnt to tell names say of sentences, for the last network to learn from.
///
/// A label is right or wrong, and a corpus whose labels a machine set has many that are wrong. Each
/// teacher learns all documents but for its share of them, so that of every label there is one opinion
/// that does not come from the label itself.
struct NameTeaching {
  let teachers: [TrainingNetwork]
  /// How much the one counts that has not learnt the labels of a sentence.
  let fresh: Float

  /// Whether teacher number `teacher` of `count` learns the labels of `lesson`.
  static func isLearnt(_ lesson: NameLesson, by teacher: Int, of count: Int) -> Bool {
    count < 2 || lesson.place % count != teacher
  }

  /// The names of `lessons` with what the teachers say of them; where it `isWhole`, also those of
  /// sentences that no corpus has, as text of no kind.
  func names(of lessons: [NetworkLesson], isWhole: Bool) -> [NameLesson?] {
    var read = lessons
    for index in read.indices where isWhole && read[index].names == nil {
      read[index].names = NameLesson(
        genre: .any, weight: 1, own: NameAnswers(), plain: NameAnswers(), place: -1)
    }
    for start in stride(from: 0, to: read.count, by: 16) {
      let range = start..<min(start + 16, read.count)
      for (number, teacher) in teachers.enumerated() {
        let pass = NetworkPass(teacher, Array(read[range]), drop: nil)
        let names = pass.names
        for (sentence, index) in range.enumerated() {
          guard var known = read[index].names else { continue }
          let weight = weight(of: number, known)
          pass.addNames(names, sentence, .any, weight, to: &known.plain.shares)
          if known.genre != .any {
            pass.addNames(names, sentence, known.genre, weight, to: &known.own.shares)
          }
          read[index].names = known
        }
        pass.end()
      }
    }
    return read.map(\.names)
  }

  private func weight(of teacher: Int, _ lesson: NameLesson) -> Float {
    let count = teachers.count
    guard count > 1, lesson.place >= 0 else { return 1 / Float(count) }
    return Self.isLearnt(lesson, by: teacher, of: count) ? (1 - fresh) / Float(count - 1) : fresh
  }
}

extension NetworkPass {
  /// What is said of names.
  fileprivate var names: Projection {
    Projection(network.names, top, rows: count, isCut: false, memory)
  }

  /// Adds the shares of belief in the tags of a sentence in text of the kind `genre`, times `weight`.
  fileprivate func addNames(
    _ names: Projection, _ sentence: Int, _ genre: NameGenre, _ weight: Float,
    to shares: inout [Float]
  ) {
    let words = starts[sentence + 1] - starts[sentence] - 1
    if shares.isEmpty { shares = Array(repeating: 0, count: words * NameTag.count) }
    let scores = memory.zeros(NetworkShape.nameColumns)
    var found = [Float](repeating: 0, count: NameTag.count)
    for word in 0..<words {
      for tag in found.indices { found[tag] = 0 }
      score(names, sentence, word, genre, to: scores)
      addShares(scores, NameTag.count, to: &found, at: 0)
      for tag in found.indices { shares[word * NameTag.count + tag] += weight * found[tag] }
    }
  }
}
