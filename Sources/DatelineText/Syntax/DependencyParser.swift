/// A transition parser with a beam: one model chooses the actions, another names each arc.
package struct DependencyParser: Sendable {
  /// The weights of the actions.
  package var actions: WeightTable
  /// The weights of the relations.
  package var relations: WeightTable

  /// How many derivations are followed at once.
  package var width = 1
  /// How far a derivation may fall behind the best, in quanta of the action weights.
  package var margin: Int32 = 0

  /// Makes a parser with these weights.
  package init(actions: WeightTable, relations: WeightTable) {
    self.actions = actions
    self.relations = relations
  }

  /// Parses the sentence; afterwards `state` holds the tree of its words without punctuation.
  ///
  /// Up to `width` derivations are followed at once, those that score within `margin` of the best.
  /// Cost: linear in the sentence's length for a given width.
  package func parse(_ input: ParserInput, state: inout ParserState) {
    state.start(count: input.count)
    var beam = [(state: state, score: Int32(0))]
    var candidates: [Candidate] = []
    var scratch = Scratch()
    for _ in 0..<(2 * input.count) {
      candidates.removeAll(keepingCapacity: true)
      for (index, item) in beam.enumerated() {
        input.collectActionFeatures(item.state, into: &scratch.features)
        scratch.clear(3)
        actions.score(scratch.features, into: &scratch.scores)
        for action in ParserState.Action.allCases where item.state.allows(action) {
          candidates.append(
            Candidate(
              score: item.score + scratch.scores[action.rawValue], item: index, action: action))
        }
      }
      keepBest(&candidates)
      if beam.count == 1, candidates.count == 1 {
        beam[0].score = candidates[0].score
        perform(candidates[0].action, input, &beam[0].state, &scratch)
        continue
      }
      beam = candidates.map { candidate in
        var state = beam[candidate.item].state
        perform(candidate.action, input, &state, &scratch)
        return (state, candidate.score)
      }
    }
    state = beam[0].state
  }

  /// One way to go on from one item of the beam.
  private struct Candidate {
    var score: Int32
    var item: Int
    var action: ParserState.Action
  }

  /// What is written over at each step.
  private struct Scratch {
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: max(RelationSet.count, 3))

    mutating func clear(_ labels: Int) {
      for label in 0..<labels { scores[label] = 0 }
    }
  }

  private func keepBest(_ candidates: inout [Candidate]) {
    guard let best = candidates.map(\.score).max() else { return }
    candidates.removeAll { $0.score < best - margin }
    candidates.sort { ($1.score, $0.item) < ($0.score, $1.item) }
    if candidates.count > width { candidates.removeLast(candidates.count - width) }
  }

  private func perform(
    _ action: ParserState.Action, _ input: ParserInput, _ state: inout ParserState,
    _ scratch: inout Scratch
  ) {
    guard let arc = state.arc(of: action), arc.head != state.root else {
      return state.perform(action, relation: RelationSet.root)
    }
    input.collectRelationFeatures(
      state, head: arc.head, dependent: arc.dependent, into: &scratch.features)
    scratch.clear(RelationSet.count)
    relations.score(scratch.features, into: &scratch.scores)
    var best = 0
    for label in 1..<RelationSet.count where scratch.scores[label] > scratch.scores[best] {
      best = label
    }
    state.perform(action, relation: UInt8(best))
  }
}
