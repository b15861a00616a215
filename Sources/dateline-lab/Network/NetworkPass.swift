import DatelineText

/// One pass over a few sentences: forward, and where it is a lesson, backward.
///
/// The positions of all sentences stand one after another, so that most of the work is products of
/// large matrices.
struct NetworkPass {
  let network: TrainingNetwork
  let lessons: [NetworkLesson]
  /// Where each sentence begins; then the number of positions.
  let starts: [Int]
  let memory = Scratch()
  private let drop: Dropout?
  private var embedded: UnsafeMutablePointer<Float>
  private var layers: [RecurrentLayer] = []
  /// What the last layer says of each position.
  private(set) var top: UnsafeMutablePointer<Float>

  /// What was lost, in all.
  private(set) var loss = 0.0

  /// Adds to the loss.
  mutating func lose(_ more: Double) { loss += more }

  var count: Int { starts[starts.count - 1] }
  private var width: Int { 2 * network.shape.state }

  /// Reads `lessons`; with `drop` at random without some of what there is to see.
  init(_ network: TrainingNetwork, _ lessons: [NetworkLesson], drop: Dropout?) {
    self.network = network
    self.lessons = lessons
    self.drop = drop
    starts = lessons.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.rows.count) }
    embedded = memory.zeros(starts[starts.count - 1] * network.shape.embedding)
    top = embedded
    embed()
    var input = embedded
    for (number, gate) in network.gates.enumerated() {
      let layer = RecurrentLayer(
        gate, input: input, starts: starts, isRepeated: number > 0, memory)
      layer.run()
      drop?.thin(layer.output, count * width, memory)
      layers.append(layer)
      input = layer.output
    }
    top = input
  }

  /// Gives the memory back.
  func end() { memory.free() }

  // MARK: Words

  private var kept: [[Int32]] = []

  private mutating func embed() {
    let size = network.shape.embedding
    var position = 0
    for lesson in lessons {
      for rows in lesson.rows {
        let seen = drop?.rows(rows) ?? rows
        kept.append(seen)
        let target = embedded + position * size
        for row in seen {
          let source = network.embeddings.row(Int(row & ~(1 << 30)))
          for column in 0..<size { target[column] += source[column] }
        }
        position += 1
      }
    }
    drop?.thin(embedded, count * size, memory)
  }

  /// Learns the embeddings from the gradient of the words; returns the rows that it touched.
  private func learnWords(_ gradient: UnsafeMutablePointer<Float>) -> Set<Int32> {
    var touched: Set<Int32> = []
    let size = network.shape.embedding
    for (position, rows) in kept.enumerated() {
      for row in rows {
        let number = row & ~(1 << 30)
        touched.insert(number)
        let target = network.embeddings.gradient + Int(number) * size
        let source = gradient + position * size
        for column in 0..<size { target[column] += source[column] }
      }
    }
    return touched
  }

  // MARK: What is said

  /// A product with what is added to it, and cut off below zero where it `isCut`.
  struct Projection {
    let dense: TrainingNetwork.Dense
    let input, output, gradient: UnsafeMutablePointer<Float>
    let rows: Int
    let isCut: Bool
    var columns: Int { dense.weights.columns }

    init(
      _ dense: TrainingNetwork.Dense, _ input: UnsafeMutablePointer<Float>, rows: Int, isCut: Bool,
      _ memory: Scratch
    ) {
      self.dense = dense
      self.input = input
      self.rows = rows
      self.isCut = isCut
      let columns = dense.weights.columns
      output = memory.zeros(rows * columns)
      gradient = memory.zeros(rows * columns)
      for row in 0..<rows {
        for column in 0..<columns { output[row * columns + column] = dense.bias.value[column] }
      }
      addProduct(
        MatrixView(start: input, row: dense.weights.rows), dense.weights.view, to: output,
        rows: rows, inner: dense.weights.rows, columns: columns)
      if isCut { for index in 0..<(rows * columns) { output[index] = max(output[index], 0) } }
    }

    /// Adds to the gradients of the matrix and, where wanted, of the input.
    func learn(_ inputGradient: UnsafeMutablePointer<Float>?, _ memory: Scratch) {
      if isCut {
        for index in 0..<(rows * columns) where output[index] <= 0 { gradient[index] = 0 }
      }
      backward(dense, input: input, rows: rows, gradient: gradient, to: inputGradient, memory)
    }
  }

  // MARK: Learning

  /// Learns what the sentences say; returns the rows of the embeddings that it touched.
  mutating func learn(_ balance: NameBalance) -> Set<Int32> {
    let gradient = memory.zeros(count * width)
    learnTags(gradient)
    learnArcs(gradient)
    learnNames(gradient, balance)
    var below = gradient
    for layer in layers.reversed() {
      drop?.thinGradient(below, of: layer.output)
      below = layer.learn(below)
    }
    drop?.thinGradient(below, of: embedded)
    return learnWords(below)
  }

  private mutating func learnTags(_ gradient: UnsafeMutablePointer<Float>) {
    let tags = Projection(network.tag, top, rows: count, isCut: false, memory)
    for (sentence, lesson) in lessons.enumerated() {
      for position in lesson.tags.indices.dropFirst() {
        let offset = (starts[sentence] + position) * tags.columns
        loss += softmaxLoss(
          tags.output + offset, tags.gradient + offset, TagSet.count,
          lesson.tagTarget(position), scale: 1 / Float(count))
      }
    }
    tags.learn(gradient, memory)
  }

  private mutating func learnArcs(_ gradient: UnsafeMutablePointer<Float>) {
    let heads = Projection(network.head, top, rows: count, isCut: true, memory)
    let dependents = Projection(network.dependent, top, rows: count, isCut: true, memory)
    drop?.thin(heads.output, count * heads.columns, memory)
    drop?.thin(dependents.output, count * heads.columns, memory)
    let wanted = Projection(network.match, dependents.output, rows: count, isCut: false, memory)
    for (sentence, lesson) in lessons.enumerated() {
      learnHeads(of: lesson, from: starts[sentence], heads, wanted)
    }
    wanted.learn(dependents.gradient, memory)
    drop?.thinGradient(dependents.gradient, of: dependents.output)
    dependents.learn(gradient, memory)
    drop?.thinGradient(heads.gradient, of: heads.output)
    heads.learn(gradient, memory)
    learnRelations(gradient)
  }

  private mutating func learnHeads(
    of lesson: NetworkLesson, from start: Int, _ heads: Projection, _ wanted: Projection
  ) {
    let (size, nodes) = (network.shape.arc, lesson.nodes.count)
    guard nodes > 1 else { return }
    let scores = memory.zeros(nodes)
    let slopes = memory.zeros(nodes)
    for dependent in 1..<nodes {
      let want = (start + lesson.nodes[dependent]) * size
      Self.score(
        lesson, dependent, network, heads.output + start * size, wanted.output + want, scores)
      for node in 0..<nodes { slopes[node] = 0 }
      loss += softmaxLoss(
        scores, slopes, nodes, lesson.headTarget(dependent), scale: 1 / Float(count))
      for node in 0..<nodes where node != dependent && slopes[node] != 0 {
        let slope = slopes[node]
        let row = (start + lesson.nodes[node]) * size
        for column in 0..<size {
          wanted.gradient[want + column] += slope * heads.output[row + column]
          heads.gradient[row + column] += slope * wanted.output[want + column]
        }
        network.distance.gradient[SyntaxNetwork.distanceKind(node, dependent)] += slope
      }
    }
  }

  /// The scores of all nodes as the head of `dependent`.
  static func score(
    _ lesson: NetworkLesson, _ dependent: Int, _ network: TrainingNetwork,
    _ heads: UnsafeMutablePointer<Float>, _ wanted: UnsafeMutablePointer<Float>,
    _ scores: UnsafeMutablePointer<Float>
  ) {
    let size = network.shape.arc
    for node in lesson.nodes.indices {
      let head = heads + lesson.nodes[node] * size
      var sum = SIMD8<Float>.zero
      for column in stride(from: 0, to: size, by: 8) {
        sum +=
          UnsafeRawPointer(head + column).loadUnaligned(as: SIMD8<Float>.self)
          * UnsafeRawPointer(wanted + column).loadUnaligned(as: SIMD8<Float>.self)
      }
      scores[node] =
        sum.sum() + network.distance.value[SyntaxNetwork.distanceKind(node, dependent)]
    }
    scores[dependent] = -1e9
  }

  /// An arc whose relation is to be named: the positions of its head and its dependent, and which
  /// node of which sentence that is.
  struct Arc {
    let head, dependent, sentence, node: Int
  }

  /// The arcs of `lessons` but those to the root.
  func arcs(_ lessons: [NetworkLesson]) -> [Arc] {
    lessons.enumerated().flatMap { sentence, lesson in
      (1..<max(lesson.nodes.count, 1)).filter { lesson.heads[$0 - 1] != 0 }.map { node in
        Arc(
          head: starts[sentence] + lesson.nodes[lesson.heads[node - 1]],
          dependent: starts[sentence] + lesson.nodes[node], sentence: sentence, node: node)
      }
    }
  }

  /// What the two words of each arc say of its relation.
  func pairs(_ arcs: [Arc], _ heads: Projection, _ dependents: Projection)
    -> UnsafeMutablePointer<Float>
  {
    let size = network.shape.label
    let hidden = memory.zeros(arcs.count * size)
    for (number, arc) in arcs.enumerated() {
      for column in 0..<size {
        hidden[number * size + column] = max(
          0,
          heads.output[arc.head * size + column] + dependents.output[arc.dependent * size + column]
        )
      }
    }
    return hidden
  }

  private mutating func learnRelations(_ gradient: UnsafeMutablePointer<Float>) {
    let arcs = arcs(lessons)
    let size = network.shape.label
    let heads = Projection(network.labelHead, top, rows: count, isCut: false, memory)
    let dependents = Projection(network.labelDependent, top, rows: count, isCut: false, memory)
    let hidden = pairs(arcs, heads, dependents)
    drop?.thin(hidden, arcs.count * size, memory)
    let relations = Projection(network.relation, hidden, rows: arcs.count, isCut: false, memory)
    for (number, arc) in arcs.enumerated() {
      let offset = number * relations.columns
      loss += softmaxLoss(
        relations.output + offset, relations.gradient + offset, RelationSet.count,
        lessons[arc.sentence].relationTarget(arc.node), scale: 1 / Float(count))
    }
    let below = memory.zeros(arcs.count * size)
    relations.learn(below, memory)
    drop?.thinGradient(below, of: hidden)
    for (number, arc) in arcs.enumerated() {
      for column in 0..<size where hidden[number * size + column] > 0 {
        let slope = below[number * size + column]
        heads.gradient[arc.head * size + column] += slope
        dependents.gradient[arc.dependent * size + column] += slope
      }
    }
    heads.learn(gradient, memory)
    dependents.learn(gradient, memory)
  }
}

/// Adds to the gradients of `dense` and, where wanted, of its input.
func backward(
  _ dense: TrainingNetwork.Dense, input: UnsafeMutablePointer<Float>, rows: Int,
  gradient: UnsafeMutablePointer<Float>, to inputGradient: UnsafeMutablePointer<Float>?,
  _ memory: Scratch
) {
  let (inner, columns) = (dense.weights.rows, dense.weights.columns)
  let slopes = MatrixView(start: gradient, row: columns)
  addProduct(
    MatrixView(start: input, row: inner).transposed, slopes, to: dense.weights.gradient,
    rows: inner, inner: rows, columns: columns)
  for row in 0..<rows {
    for column in 0..<columns { dense.bias.gradient[column] += gradient[row * columns + column] }
  }
  guard let inputGradient else { return }
  let turned = memory.zeros(inner * columns)
  for row in 0..<inner {
    for column in 0..<columns {
      turned[column * inner + row] = dense.weights.value[row * columns + column]
    }
  }
  addProduct(
    slopes, MatrixView(start: turned, row: inner), to: inputGradient, rows: rows, inner: columns,
    columns: inner)
}
