import DatelineText

/// Finds the shortest chains of relations between two entities.
struct PathFinder {
  private let corpus: Corpus
  /// The relations at each entity with the entity at the other end, the strongest first.
  private var edges: [EntityID: [(row: Int, other: EntityID)]] = [:]
  /// How many chains are shown.
  private static let chainLimit = 5
  /// How long a chain may be.
  private static let hopLimit = 5

  /// Prepares to walk along `relations`, rows of the corpus.
  init(corpus: Corpus, relations: [Int]) {
    self.corpus = corpus
    // A hop that says something goes before one that only names two together.
    let known = relations.map { row in
      (row: row, id: corpus.outline(ofRelationAt: row).id, weight: corpus.weight(ofRelationAt: row))
    }
    let sorted = known.sorted { left, right in
      let plain = (left.id.kind == .mentionedWith, right.id.kind == .mentionedWith)
      if plain.0 != plain.1 { return plain.1 }
      return left.weight != right.weight ? left.weight > right.weight : left.row < right.row
    }
    for (row, id, _) in sorted {
      edges[id.source, default: []].append((row, id.target))
      edges[id.target, default: []].append((row, id.source))
    }
  }

  /// The chains as rows, each under a heading, the shortest and strongest first.
  func rows(from first: EntityID, to last: EntityID) -> [GraphRow] {
    let chains = self.chains(from: first, to: last)
    guard !chains.isEmpty else { return [.heading("no chain of at most \(Self.hopLimit) steps")] }
    return chains.enumerated().flatMap { number, chain in
      [GraphRow.heading("chain \(number + 1) of \(chains.count), \(chain.count) steps")]
        + chain.enumerated().map { .edge(relation: $1, hop: $0) }
    }
  }

  /// Breadth first: the distances to the end, then all shortest chains, and those a step longer.
  private func chains(from first: EntityID, to last: EntityID) -> [[Int]] {
    let distances = self.distances(to: last)
    guard let shortest = distances[first], shortest > 0 else { return [] }
    var chains: [[Int]] = []
    for length in shortest...(shortest + 1) where length <= Self.hopLimit {
      extend([], at: first, visited: [first], to: last, length: length, distances, &chains)
    }
    return chains
  }

  private func distances(to last: EntityID) -> [EntityID: Int] {
    var distances = [last: 0]
    var frontier = [last]
    for distance in 1...Self.hopLimit {
      var next: [EntityID] = []
      for node in frontier {
        for (_, other) in edges[node] ?? [] {
          if distances[other] == nil {
            distances[other] = distance
            next.append(other)
          }
        }
      }
      frontier = next
    }
    return distances
  }

  private func extend(
    _ chain: [Int], at node: EntityID, visited: [EntityID], to last: EntityID, length: Int,
    _ distances: [EntityID: Int], _ chains: inout [[Int]]
  ) {
    guard chains.count < Self.chainLimit else { return }
    if node == last {
      if chain.count == length { chains.append(chain) }
      return
    }
    var tried: Set<EntityID> = []
    for (row, other) in edges[node] ?? [] {
      guard let rest = distances[other], chain.count + 1 + rest <= length,
        !visited.contains(other), tried.insert(other).inserted
      else { continue }
      extend(
        chain + [row], at: other, visited: visited + [other], to: last, length: length, distances,
        &chains)
    }
  }
}
