import DatelineText

/// Chooses the sentences that tell a day best: those nearest to what all sentences about the day
/// have in common, later ones that look back before the first reports.
struct SummarySentences {
  /// The longest sentence taken while there are others, in tokens: longer ones cost more words than
  /// they tell.
  static let longest = 40
  /// The shortest sentence taken.
  static let shortest = 6
  /// How many sentences of an article of the day, or of the day after, may tell it unnamed.
  static let leads = 5
  /// What naming the day adds to the similarity, which lies between 0 and 1.
  static let namingBonus = 0.1
  /// What looking back from a week later adds.
  static let memoryBonus = 0.2
  /// What saying nothing of anybody takes away.
  static let fillerPenalty = 0.2
  /// The share of words that make a sentence repeat another.
  static let repetition = 0.5

  private struct Candidate {
    /// The line, as an index: the first one with this text.
    var line: Int
    /// Mentions of the day from two days later on.
    var lateMentions = 0
    var isNaming = false
    var isMemory = false
  }

  private let index: SummaryIndex
  private var candidates: [DayNumber: [UInt64: Candidate]] = [:]

  /// Gathers what may tell each of `days`.
  init(_ index: SummaryIndex, days: [DayNumber]) {
    self.index = index
    let days = Set(days)
    for (position, line) in index.lines.enumerated()
    where line.length >= Self.shortest {
      for day in line.days where days.contains(day) { note(position, naming: day) }
      guard let published = line.published, line.sentence < Self.leads else { continue }
      for day in [published, published.advanced(by: -1)] where days.contains(day) {
        _ = candidate(position, for: day)
      }
    }
  }

  private mutating func note(_ position: Int, naming day: DayNumber) {
    let line = index.lines[position]
    var candidate = candidate(position, for: day)
    candidate.isNaming = true
    if let published = line.published {
      let gap = day.distance(to: published)
      if gap >= 2 { candidate.lateMentions += 1 }
      if gap >= SummaryDates.memory { candidate.isMemory = true }
    }
    candidates[day, default: [:]][line.text] = candidate
  }

  private mutating func candidate(_ position: Int, for day: DayNumber) -> Candidate {
    let text = index.lines[position].text
    let candidate = candidates[day]?[text] ?? Candidate(line: position)
    candidates[day, default: [:]][text] = candidate
    return candidate
  }

  /// The lines that tell `day`, the best first, at most `count`.
  func best(for day: DayNumber, _ count: Int) -> [Int] {
    let candidates = candidates[day, default: [:]].values.sorted { $0.line < $1.line }
    let centroid = centroid(of: candidates)
    let ranked = candidates.map { candidate -> (score: Double, line: Int) in
      let score =
        similarity(candidate.line, centroid) + (candidate.isNaming ? Self.namingBonus : 0)
        + (candidate.isMemory ? Self.memoryBonus : 0)
        - (index.lines[candidate.line].length > Self.longest ? 2 : 0)
        - (index.lines[candidate.line].isTelling ? 0 : Self.fillerPenalty)
      return (score, candidate.line)
    }.sorted { ($1.score, $0.line) < ($0.score, $1.line) }
    var chosen: [Int] = []
    for (_, line) in ranked where chosen.count < count {
      if !chosen.contains(where: { repeats(line, $0) }) { chosen.append(line) }
    }
    return chosen
  }

  /// The sum of the candidates' unit vectors, those that look back weighing more.
  private func centroid(of candidates: [Candidate]) -> [UInt64: Double] {
    var centroid: [UInt64: Double] = [:]
    for candidate in candidates {
      let words = index.lines[candidate.line].words
      let norm = norm(words.map(index.weight))
      let weight = 0.3 + Double(candidate.lateMentions)
      for word in words { centroid[word, default: 0] += weight * index.weight(word) / norm }
    }
    // Summed in order of the words: addition of floating-point numbers depends on it.
    let length = norm(centroid.sorted { $0.key < $1.key }.map(\.value))
    return centroid.mapValues { $0 / length }
  }

  private func similarity(_ line: Int, _ centroid: [UInt64: Double]) -> Double {
    let words = index.lines[line].words
    let weights = words.map(index.weight)
    let product = zip(words, weights).reduce(0) { $0 + $1.1 * centroid[$1.0, default: 0] }
    return product / norm(weights)
  }

  private func norm(_ values: [Double]) -> Double {
    let sum = values.reduce(0) { $0 + $1 * $1 }
    return sum > 0 ? sum.squareRoot() : 1
  }

  /// Whether one sentence has most of the words of the other.
  private func repeats(_ left: Int, _ right: Int) -> Bool {
    let first = Set(index.lines[left].words)
    let second = Set(index.lines[right].words)
    let shorter = max(1, min(first.count, second.count))
    return Double(first.intersection(second).count) > Self.repetition * Double(shorter)
  }
}
