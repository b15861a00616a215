/// A greedy transition parser: one model chooses the actions, another names each arc.
package struct DependencyParser: Sendable {
  /// The weights of the actions.
  package var actions: WeightTable
  /// The weights of the relations.
  package var relations: WeightTable

  /// Makes a parser with these weights.
  package init(actions: WeightTable, relations: WeightTable) {
    self.actions = actions
    self.relations = relations
  }

  /// What is written over at each step.
  package struct Scratch {
    fileprivate var features: [UInt64] = []
    fileprivate var scores = [Int32](repeating: 0, count: max(RelationSet.count, 3))

    /// Makes room.
    package init() {}

    fileprivate mutating func clear(_ labels: Int) {
      for label in 0..<labels { scores[label] = 0 }
    }
  }

  /// Parses the sentence; afterwards `state` holds the tree of its words without punctuation.
  /// Cost: linear in its length.
  package func parse(_ input: ParserInput, state: inout ParserState, scratch: inout Scratch) {
    state.start(count: input.count)
    while !state.isFinished {
      let action = bestAction(input, state, &scratch)
      var relation = RelationSet.root
      if let arc = state.arc(of: action), arc.head != state.root {
        relation = bestRelation(input, state, arc, &scratch)
      }
      state.perform(action, relation: relation)
    }
  }

  private func bestAction(
    _ input: ParserInput, _ state: ParserState, _ scratch: inout Scratch
  ) -> ParserState.Action {
    if !state.allows(.left), !state.allows(.right) { return .shift }
    input.collectActionFeatures(state, into: &scratch.features)
    scratch.clear(3)
    actions.score(scratch.features, into: &scratch.scores)
    var best = ParserState.Action.shift
    var bestScore = Int32.min
    for action in ParserState.Action.allCases where state.allows(action) {
      guard scratch.scores[action.rawValue] > bestScore else { continue }
      best = action
      bestScore = scratch.scores[action.rawValue]
    }
    return best
  }

  private func bestRelation(
    _ input: ParserInput, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    _ scratch: inout Scratch
  ) -> UInt8 {
    input.collectRelationFeatures(
      state, head: arc.head, dependent: arc.dependent, into: &scratch.features)
    scratch.clear(RelationSet.count)
    relations.score(scratch.features, into: &scratch.scores)
    var best = 0
    for label in 1..<RelationSet.count where scratch.scores[label] > scratch.scores[best] {
      best = label
    }
    return UInt8(best)
  }
}
