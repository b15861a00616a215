/// One layer that runs over each sentence in both directions, keeping what matters (after Bradbury
/// et al. 2017): from its input at a place come a candidate, how much of the past is kept, and how
/// much is told. All three are cut off in straight lines, which whole numbers can follow exactly.
///
/// The columns of the gates: for each direction the candidates, the keeping, the telling.
struct RecurrentLayer {
  private let dense: TrainingNetwork.Dense
  private let input: UnsafeMutablePointer<Float>
  private let starts: [Int]
  private let memory: Scratch
  private let gates, kept: UnsafeMutablePointer<Float>
  /// What the layer tells: both directions, one after the other.
  let output: UnsafeMutablePointer<Float>
  /// Whether the input is added to the output.
  private let isRepeated: Bool
  private let state: Int

  init(
    _ dense: TrainingNetwork.Dense, input: UnsafeMutablePointer<Float>, starts: [Int],
    isRepeated: Bool, _ memory: Scratch
  ) {
    self.dense = dense
    self.input = input
    self.starts = starts
    self.isRepeated = isRepeated
    self.memory = memory
    state = dense.weights.columns / 6
    let count = starts[starts.count - 1]
    gates = memory.zeros(count * 6 * state)
    kept = memory.zeros(count * 2 * state)
    output = memory.zeros(count * 2 * state)
  }

  private var count: Int { starts[starts.count - 1] }

  @inline(__always) private static func gate(_ value: Float) -> Float {
    max(0, min(1, 0.25 * value + 0.5))
  }

  @inline(__always) private static func candidate(_ value: Float) -> Float {
    max(-1, min(1, value))
  }

  /// The positions of a sentence in the order of a direction, each with the one before.
  private func steps(_ sentence: Int, _ direction: Int) -> [(now: Int, past: Int)] {
    let range = Array(starts[sentence]..<starts[sentence + 1])
    let order = direction == 0 ? range : range.reversed()
    return zip(order, [-1] + order.dropLast()).map { ($0, $1) }
  }

  func run() {
    let columns = 6 * state
    for row in 0..<count {
      for column in 0..<columns { gates[row * columns + column] = dense.bias.value[column] }
    }
    addProduct(
      MatrixView(start: input, row: dense.weights.rows), dense.weights.view, to: gates,
      rows: count, inner: dense.weights.rows, columns: columns)
    for sentence in 0..<(starts.count - 1) {
      for direction in 0..<2 {
        for (now, past) in steps(sentence, direction) { step(now, past, direction) }
      }
    }
    if isRepeated { for index in 0..<(count * 2 * state) { output[index] += input[index] } }
  }

  private func step(_ now: Int, _ past: Int, _ direction: Int) {
    let gate = gates + (now * 6 + direction * 3) * state
    let place = (now * 2 + direction) * state
    for column in 0..<state {
      let before = past < 0 ? 0 : kept[(past * 2 + direction) * state + column]
      let candidate = Self.candidate(gate[column])
      let keep = Self.gate(gate[state + column])
      let value = candidate + keep * (before - candidate)
      kept[place + column] = value
      output[place + column] = Self.gate(gate[2 * state + column]) * value
    }
  }

  /// Learns from the gradient of the output; returns that of the input.
  func learn(_ gradient: UnsafeMutablePointer<Float>) -> UnsafeMutablePointer<Float> {
    let slopes = memory.zeros(count * 6 * state)
    let carried = memory.zeros(state)
    for sentence in 0..<(starts.count - 1) {
      for direction in 0..<2 {
        for column in 0..<state { carried[column] = 0 }
        for (now, past) in steps(sentence, direction).reversed() {
          learnStep(now, past, direction, gradient, slopes, carried)
        }
      }
    }
    let below = memory.zeros(count * dense.weights.rows)
    backward(dense, input: input, rows: count, gradient: slopes, to: below, memory)
    if isRepeated { for index in 0..<(count * 2 * state) { below[index] += gradient[index] } }
    return below
  }

  private func learnStep(
    _ now: Int, _ past: Int, _ direction: Int, _ gradient: UnsafeMutablePointer<Float>,
    _ slopes: UnsafeMutablePointer<Float>, _ carried: UnsafeMutablePointer<Float>
  ) {
    let offset = (now * 6 + direction * 3) * state
    let (gate, slope) = (gates + offset, slopes + offset)
    let place = (now * 2 + direction) * state
    for column in 0..<state {
      let before = past < 0 ? 0 : kept[(past * 2 + direction) * state + column]
      let candidate = Self.candidate(gate[column])
      let keep = Self.gate(gate[state + column])
      let tell = Self.gate(gate[2 * state + column])
      let change = gradient[place + column]
      let whole = change * tell + carried[column]
      carried[column] = whole * keep
      slope[column] = abs(gate[column]) < 1 ? whole * (1 - keep) : 0
      slope[state + column] =
        abs(gate[state + column]) < 2 ? 0.25 * whole * (before - candidate) : 0
      slope[2 * state + column] =
        abs(gate[2 * state + column]) < 2 ? 0.25 * change * kept[place + column] : 0
    }
  }
}
