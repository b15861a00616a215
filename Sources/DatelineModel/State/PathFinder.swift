import DatelineText

/// Finds the shortest chains of relations between two entities.
struct PathFinder {
  private let corpus: Corpus
  /// The relations at each entity, the strongest first.
  private var edges: [EntityID: [Int]] = [:]
  /// How many chains are shown.
  private static let chainLimit = 5
  /// How long a chain may be.
  private static let hopLimit = 5

  /// Prepares to walk along `relations`, rows of the corpus.
  init(corpus: Corpus, relations: [Int]) {
    self.corpus = corpus
    // A hop that says something goes before one that only names two together.
    let sorted = relations.sorted { left, right in
      let (first, second) = (corpus.facts.relations[left], corpus.facts.relations[right])
      let plain = (first.kind == .mentionedWith, second.kind == .mentionedWith)
      if plain.0 != plain.1 { return plain.1 }
      return first.weight != second.weight ? first.weight > second.weight : left < right
    }
    for row in sorted {
      let relation = corpus.facts.relations[row]
      edges[relation.source, default: []].append(row)
      edges[relation.target, default: []].append(row)
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
        for row in edges[node] ?? [] {
          let other = otherEnd(of: row, from: node)
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
    for row in edges[node] ?? [] {
      let other = otherEnd(of: row, from: node)
      guard let rest = distances[other], chain.count + 1 + rest <= length,
        !visited.contains(other), tried.insert(other).inserted
      else { continue }
      extend(
        chain + [row], at: other, visited: visited + [other], to: last, length: length, distances,
        &chains)
    }
  }

  private func otherEnd(of row: Int, from node: EntityID) -> EntityID {
    let relation = corpus.facts.relations[row]
    return relation.source == node ? relation.target : relation.source
  }
}
