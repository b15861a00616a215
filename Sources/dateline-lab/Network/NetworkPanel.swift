import DatelineText
import Glibc

/// Several networks that read together: each spreads its belief over the answers, and the sum
/// decides.
struct NetworkPanel {
  let networks: [TrainingNetwork]

  /// `lessons` with what the networks say of them in place of what is right, as answers and as
  /// shares of belief. A lesson without nodes gets those that its tags ask for.
  func read(_ lessons: [NetworkLesson]) -> [NetworkLesson] {
    var read = lessons
    for start in stride(from: 0, to: lessons.count, by: 16) {
      let range = start..<min(start + 16, lessons.count)
      read.replaceSubrange(range, with: readTogether(Array(lessons[range])))
    }
    return read
  }

  private func readTogether(_ lessons: [NetworkLesson]) -> [NetworkLesson] {
    let passes = networks.map { NetworkPass($0, lessons, drop: nil) }
    defer { for pass in passes { pass.end() } }
    var shares = lessons.map { NetworkShares(positions: $0.rows.count) }
    for pass in passes { pass.addTags(to: &shares) }
    var read = lessons
    for index in read.indices {
      read[index].tags = [-1] + shares[index].bestTags
      if read[index].nodes.isEmpty { read[index].takeNodes() }
      shares[index].makeRoom(nodes: read[index].nodes.count)
    }
    for pass in passes { pass.addHeads(of: read, to: &shares) }
    for index in read.indices { read[index].heads = shares[index].bestHeads }
    for pass in passes { pass.addRelations(of: read, to: &shares) }
    for index in read.indices {
      read[index].relations = shares[index].bestRelations(read[index].heads)
      shares[index].divide(by: Float(networks.count))
      read[index].shares = shares[index]
    }
    return read
  }
}

/// What share of belief each answer of a sentence has.
struct NetworkShares {
  /// For each position the tags; for each node the heads, then the relations to its best head.
  private(set) var tags: [Float]
  private(set) var heads: [Float] = []
  private(set) var relations: [Float] = []
  private var nodes = 0

  init(positions: Int) {
    tags = Array(repeating: 0, count: positions * TagSet.count)
  }

  mutating func makeRoom(nodes: Int) {
    self.nodes = nodes
    heads = Array(repeating: 0, count: nodes * nodes)
    relations = Array(repeating: 0, count: nodes * RelationSet.count)
  }

  /// The shares of the heads of a node.
  func headShares(_ node: Int) -> ArraySlice<Float> { heads[(node * nodes)..<((node + 1) * nodes)] }

  /// The tag of each position but the root.
  var bestTags: [Int] {
    stride(from: TagSet.count, to: tags.count, by: TagSet.count).map {
      best(tags[$0..<($0 + TagSet.count)])
    }
  }

  /// The best tree: for each node but the root its head.
  var bestHeads: [Int] {
    guard nodes > 0 else { return [] }
    let scores = heads.map { share in Int32((1000 * logf(max(share, 1e-9))).rounded()) }
    return scores.withUnsafeBufferPointer {
      Array(MaximumTree.heads($0, stride: nodes, count: nodes).dropFirst())
    }
  }

  /// The relation of each node but the root to its head in `heads`.
  func bestRelations(_ heads: [Int]) -> [Int] {
    heads.indices.map { index in
      let first = (index + 1) * RelationSet.count
      return heads[index] == 0
        ? Int(RelationSet.root) : best(relations[first..<(first + RelationSet.count)])
    }
  }

  private func best(_ shares: ArraySlice<Float>) -> Int {
    var best = shares.startIndex
    for index in shares.indices where shares[index] > shares[best] { best = index }
    return best - shares.startIndex
  }

  mutating func addTags(_ scores: UnsafeMutablePointer<Float>, at position: Int) {
    addShares(scores, TagSet.count, to: &tags, at: position * TagSet.count)
  }

  mutating func addHeads(_ scores: UnsafeMutablePointer<Float>, of node: Int) {
    addShares(scores, nodes, to: &heads, at: node * nodes)
  }

  mutating func addRelations(_ scores: UnsafeMutablePointer<Float>, of node: Int) {
    addShares(scores, RelationSet.count, to: &relations, at: node * RelationSet.count)
  }

  mutating func divide(by count: Float) {
    for index in tags.indices { tags[index] /= count }
    for index in heads.indices { heads[index] /= count }
    for index in relations.indices { relations[index] /= count }
  }
}

// MARK: - What one network says

extension NetworkPass {
  fileprivate func addTags(to shares: inout [NetworkShares]) {
    let tags = Projection(network.tag, top, rows: count, isCut: false, memory)
    for (sentence, lesson) in lessons.enumerated() {
      for position in 1..<lesson.rows.count {
        shares[sentence].addTags(
          tags.output + (starts[sentence] + position) * tags.columns, at: position)
      }
    }
  }

  fileprivate func addHeads(of lessons: [NetworkLesson], to shares: inout [NetworkShares]) {
    let heads = Projection(network.head, top, rows: count, isCut: true, memory)
    let dependents = Projection(network.dependent, top, rows: count, isCut: true, memory)
    let wanted = Projection(network.match, dependents.output, rows: count, isCut: false, memory)
    let size = network.shape.arc
    for (sentence, lesson) in lessons.enumerated() {
      let start = starts[sentence]
      let scores = memory.zeros(lesson.nodes.count)
      for node in lesson.nodes.indices.dropFirst() {
        Self.score(
          lesson, node, network, heads.output + start * size,
          wanted.output + (start + lesson.nodes[node]) * size, scores)
        shares[sentence].addHeads(scores, of: node)
      }
    }
  }

  fileprivate func addRelations(of lessons: [NetworkLesson], to shares: inout [NetworkShares]) {
    let heads = Projection(network.labelHead, top, rows: count, isCut: false, memory)
    let dependents = Projection(network.labelDependent, top, rows: count, isCut: false, memory)
    let arcs = arcs(lessons)
    let hidden = pairs(arcs, heads, dependents)
    let relations = Projection(network.relation, hidden, rows: arcs.count, isCut: false, memory)
    for (number, arc) in arcs.enumerated() {
      shares[arc.sentence].addRelations(relations.output + number * relations.columns, of: arc.node)
    }
  }
}
