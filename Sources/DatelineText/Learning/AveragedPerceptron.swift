/// A linear model of several labels under training: the averaged perceptron (Collins 2002).
///
/// The model scores every label for a list of features; whoever trains it decides by the scores,
/// and where the decision was wrong rewards the right label and punishes the wrong one. For a plain
/// classifier that is `learn`. A structured model (Viterbi, beam, transitions) calls `score` for
/// each part, decodes, then calls `update` for each part where gold and prediction differ and
/// `advance` once per example. What comes out, `averaged`, is the mean of the weights over all
/// steps, which is far steadier than the last ones.
///
/// Rows are made only when a feature is first updated, so memory follows the mistakes, not the
/// data. The result depends on the order of the calls alone.
public struct AveragedPerceptron: Sendable {
  /// The number of labels.
  public let labels: Int
  /// How many examples have been seen.
  public private(set) var steps = 1

  private var index = RowIndex()
  /// For each row: `labels` weights.
  private var weights: [Float] = []
  /// For each row: `labels` sums of step × change, from which the mean follows.
  private var sums: [Float] = []

  /// Makes a model that knows nothing.
  public init(labels: Int) { self.labels = labels }

  /// The number of features that have weights.
  public var featureCount: Int { index.count }

  /// Adds the scores of all labels for `features` to `scores`, which has `labels` elements.
  public func score(_ features: [UInt64], into scores: inout [Float]) {
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        for feature in features {
          guard let row = index.row(of: feature) else { continue }
          let first = row * labels
          for label in 0..<labels { scores[label] += weights[first + label] }
        }
      }
    }
  }

  /// Adds `amount` to the weight of `label` for each of `features`.
  public mutating func update(_ features: [UInt64], label: Int, by amount: Float) {
    let dated = amount * Float(steps)
    for feature in features {
      let row = index.makeRow(for: feature)
      if row * labels == weights.count {
        weights.append(contentsOf: repeatElement(0, count: labels))
        sums.append(contentsOf: repeatElement(0, count: labels))
      }
      weights[row * labels + label] += amount
      sums[row * labels + label] += dated
    }
  }

  /// Counts one example as seen.
  public mutating func advance() { steps += 1 }

  /// Learns that `features` mean `gold`: predicts, corrects where the best other label comes within
  /// `margin` of it, and counts the example. Returns the label that was predicted.
  @discardableResult
  public mutating func learn(_ features: [UInt64], gold: Int, margin: Float = 0) -> Int {
    var scores = [Float](repeating: 0, count: labels)
    score(features, into: &scores)
    var predicted = 0
    var rival = gold == 0 ? min(1, labels - 1) : 0
    for label in 0..<labels {
      if scores[label] > scores[predicted] { predicted = label }
      if label != gold, scores[label] > scores[rival] { rival = label }
    }
    if rival != gold, predicted != gold || scores[gold] - scores[rival] < margin {
      update(features, label: gold, by: 1)
      update(features, label: rival, by: -1)
    }
    advance()
    return predicted
  }

  /// The mean of the weights over all steps, pruned and quantised for use.
  ///
  /// - Parameter pruning: weights below this part of the largest one are dropped; see
  ///   `WeightTable.init(labels:rows:pruning:)`.
  public func averaged(pruning: Float = 0) -> WeightTable {
    WeightTable(labels: labels, rows: averagedRows(), pruning: pruning)
  }

  /// The weights that decide as `models` do together: the mean of their averaged weights. Models
  /// that saw the data in different orders make different mistakes, and their mean makes fewer
  /// (McDonald, Hall and Mann 2010).
  public static func mixed(_ models: [AveragedPerceptron]) -> [WeightTable.Row] {
    let labels = models.first?.labels ?? 1
    var index = RowIndex()
    var rows: [WeightTable.Row] = []
    for model in models {
      for var row in model.averagedRows() {
        let place = index.makeRow(for: row.feature)
        for label in 0..<labels { row.weights[label] /= Float(models.count) }
        if place == rows.count {
          rows.append(row)
        } else {
          for label in 0..<labels { rows[place].weights[label] += row.weights[label] }
        }
      }
    }
    return rows
  }

  private func averagedRows() -> [WeightTable.Row] {
    let count = Float(steps)
    return index.features.enumerated().map { row, feature in
      WeightTable.Row(
        feature: feature,
        weights: (0..<labels).map { label in
          weights[row * labels + label] - sums[row * labels + label] / count
        })
    }
  }
}

/// Gives each feature a row number: an open-addressing table of 64-bit hashes.
///
/// A slot holds the high half of the hash above the row number plus one, so that most look-ups
/// touch one line of memory; the half and the slot's place together tell features apart.
private struct RowIndex: Sendable {
  /// The feature of each row.
  private(set) var features: [UInt64] = []
  /// The slots; zero where free.
  private var slots = [UInt64](repeating: 0, count: 1024)

  var count: Int { features.count }

  @inline(__always)
  private func slot(of feature: UInt64) -> Int {
    let mask = slots.count - 1
    let check = feature >> 32
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: feature) & mask
      while slots[slot] != 0, slots[slot] >> 32 != check { slot = (slot + 1) & mask }
      return slot
    }
  }

  @inline(__always)
  func row(of feature: UInt64) -> Int? {
    let row = slots[slot(of: feature)] & 0xFFFF_FFFF
    return row == 0 ? nil : Int(row) - 1
  }

  mutating func makeRow(for feature: UInt64) -> Int {
    if let row = row(of: feature) { return row }
    features.append(feature)
    if features.count * 2 > slots.count { grow() } else { place(features.count) }
    return features.count - 1
  }

  private mutating func place(_ entry: Int) {
    let feature = features[entry - 1]
    slots[slot(of: feature)] = (feature & ~0xFFFF_FFFF) | UInt64(entry)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in 1...features.count { place(entry) }
  }
}
