/// Brings the scores of a word nearer to those that it has elsewhere in the article.
///
/// A word at the same place in a run of capitalised words mostly is the same name, so what one
/// mention's neighbours tell holds for the others: half of a score is the mean over the article.
/// Worth 0.2 to 0.4 points of F1 on every development set, without any training.
struct SharedScores {
  /// The scores of one word at one place in its run, summed over the article, then their mean.
  private struct Sum {
    var scores: NameDecoder.Scores
    var count: Int32
  }

  /// How many mentions of a word count at most.
  private static let most: Int32 = 1000

  private let tokens: [NameToken]
  private var sums: [Sum] = []
  private var places: [UInt64: Int] = [:]

  /// Prepares to share scores between `tokens`.
  init(_ tokens: [NameToken]) { self.tokens = tokens }

  /// Shares `scores`, one for each token from `first` on.
  mutating func share(_ scores: inout [NameDecoder.Scores], from first: Int) {
    sums.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var sumOf = Array(repeating: Int32(-1), count: scores.count)
    for offset in scores.indices {
      guard let key = key(first + offset) else { continue }
      let place = places[key] ?? sums.count
      if place == sums.count {
        places[key] = place
        sums.append(Sum(scores: .zero, count: 0))
      }
      sumOf[offset] = Int32(place)
      guard sums[place].count < Self.most else { continue }
      sums[place].scores &+= scores[offset]
      sums[place].count += 1
    }
    for place in sums.indices where sums[place].count > 1 {
      sums[place].scores /= NameDecoder.Scores(repeating: sums[place].count)
    }
    for offset in scores.indices where sumOf[offset] >= 0 {
      let mean = sums[Int(sumOf[offset])]
      guard mean.count > 1 else { continue }
      scores[offset] = (scores[offset] &+ mean.scores) / 2
    }
  }

  /// What tokens have in common that share their scores: the word, and how far it is from both ends
  /// of its run.
  private func key(_ index: Int) -> UInt64? {
    let token = tokens[index]
    guard token.shape.isCapital, token.shape != .initial, !token.run.isEmpty else { return nil }
    let left = min(2, index - Int(token.run.lowerBound))
    let right = min(2, Int(token.run.upperBound) - 1 - index)
    return token.word ^ UInt64(left) << 3 ^ UInt64(right) << 5
  }
}
