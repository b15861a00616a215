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

  /// Parses the sentence; afterwards `state` holds the tree of its words without punctuation.
  /// Cost: linear in its length.
  package func parse(_ input: ParserInput, state: inout ParserState) {
    state.start(count: input.count)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureList.capacity) { room in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: RelationSet.count) { scores in
        guard let room = room.baseAddress, let scores = scores.baseAddress else { return }
        while !state.isFinished {
          let action = bestAction(input, state, room, scores)
          var relation = RelationSet.root
          if let arc = state.arc(of: action), arc.head != state.root {
            relation = bestRelation(input, state, arc, room, scores)
          }
          state.perform(action, relation: relation)
        }
      }
    }
  }

  private func bestAction(
    _ input: ParserInput, _ state: ParserState, _ room: UnsafeMutablePointer<UInt64>,
    _ scores: UnsafeMutablePointer<Int32>
  ) -> ParserState.Action {
    if !state.allows(.left), !state.allows(.right) { return .shift }
    var features = FeatureList(room)
    input.collectActionFeatures(state, into: &features)
    scores.update(repeating: 0, count: 3)
    actions.score(features.all, into: scores)
    var best = ParserState.Action.shift
    var bestScore = Int32.min
    for action in [ParserState.Action.shift, .left, .right] where state.allows(action) {
      guard scores[action.rawValue] > bestScore else { continue }
      best = action
      bestScore = scores[action.rawValue]
    }
    return best
  }

  private func bestRelation(
    _ input: ParserInput, _ state: ParserState, _ arc: (head: Int, dependent: Int),
    _ room: UnsafeMutablePointer<UInt64>, _ scores: UnsafeMutablePointer<Int32>
  ) -> UInt8 {
    var features = FeatureList(room)
    input.collectRelationFeatures(
      state, head: arc.head, dependent: arc.dependent, into: &features)
    scores.update(repeating: 0, count: RelationSet.count)
    relations.score(features.all, into: scores)
    var best = 0
    for label in 1..<RelationSet.count where scores[label] > scores[best] { best = label }
    return UInt8(best)
  }
}
