import DatelineText

/// Trains the actions of the parser for beam search: a structured perceptron that corrects each
/// sentence where the gold derivation falls furthest behind (max violation, Huang, Fayong and Guo
/// 2012). The relations are named by a model that is already trained.
struct BeamTrainer {
  let width: Int
  let inputs: [ParserInput]
  let gold: [[Treebank.Word]]
  let relations: WeightTable
  private(set) var actions: AveragedPerceptron

  /// Starts from `actions`.
  init(
    width: Int, inputs: [ParserInput], gold: [[Treebank.Word]], relations: WeightTable,
    actions: AveragedPerceptron
  ) {
    self.width = width
    self.inputs = inputs
    self.gold = gold
    self.relations = relations
    self.actions = actions
  }

  /// Goes over the treebank once; returns the share of sentences whose derivation was not the best.
  mutating func epoch(seed: UInt64) -> Double {
    var generator = SeededGenerator(seed: seed)
    var wrong = 0
    var seen = 0
    for sentence in inputs.indices.shuffled(using: &generator) {
      guard let derivation = Oracle(gold[sentence]).derivation() else { continue }
      seen += 1
      var lesson = BeamLesson(input: inputs[sentence], relations: relations, width: width)
      if let update = lesson.search(derivation, actions) {
        lesson.apply(update, derivation, to: &actions)
        wrong += 1
      }
      actions.advance()
    }
    return Double(wrong) / Double(max(seen, 1))
  }
}

/// The one derivation of a gold tree that attaches each word as soon as it can.
struct Oracle {
  private let gold: [Treebank.Word]

  init(_ gold: [Treebank.Word]) { self.gold = gold }

  /// The actions; nil where the tree is not projective.
  func derivation() -> [ParserState.Action]? {
    var state = ParserState()
    state.start(count: gold.count)
    var waiting = [Int](repeating: 0, count: gold.count + 2)
    for word in gold { waiting[word.head] += 1 }
    var actions: [ParserState.Action] = []
    while !state.isFinished {
      let top = state.top
      var action = ParserState.Action.shift
      if top != 0, waiting[top] == 0 {
        let head = gold[top - 1].head
        if head == state.next { action = .left }
        if head == state.below(top) { action = .right }
        if action != .shift { waiting[head] -= 1 }
      }
      guard state.allows(action) else { return nil }
      state.perform(action)
      actions.append(action)
    }
    return actions
  }
}

/// The search over one sentence while learning.
private struct BeamLesson {
  let input: ParserInput
  let relations: WeightTable
  let width: Int

  private struct Item {
    var state: ParserState
    var score: Float = 0
    var isGold: Bool
    /// The place of the last step in `history`; -1 at the start.
    var step = -1
  }

  private var history: [(parent: Int, action: ParserState.Action)] = []
  private var features: [UInt64] = []
  private var scores: [Float] = [0, 0, 0]
  private var relationScores = [Int32](repeating: 0, count: RelationSet.count)

  init(input: ParserInput, relations: WeightTable, width: Int) {
    self.input = input
    self.relations = relations
    self.width = width
  }

  /// Parses; returns the steps to punish, from the first on, where the gold derivation was furthest
  /// behind; nil where it won.
  mutating func search(_ gold: [ParserState.Action], _ model: AveragedPerceptron)
    -> [ParserState.Action]?
  {
    var start = ParserState()
    start.start(count: input.count)
    var beam = [Item(state: start, isGold: true)]
    var goldItem = beam[0]
    var worst: (violation: Float, step: Int)?
    for action in gold {
      var candidates: [(score: Float, item: Int, action: ParserState.Action)] = []
      for (index, item) in beam.enumerated() {
        score(item.state, model)
        for action in ParserState.Action.allCases where item.state.allows(action) {
          candidates.append((item.score + scores[action.rawValue], index, action))
        }
        if item.isGold { goldItem.score = item.score + scores[action.rawValue] }
      }
      if !beam.contains(where: \.isGold) {
        score(goldItem.state, model)
        goldItem.score += scores[action.rawValue]
      }
      candidates.sort { $0.score > $1.score }
      var next: [Item] = []
      for candidate in candidates.prefix(width) {
        var item = beam[candidate.item]
        history.append((item.step, candidate.action))
        item.step = history.count - 1
        item.score = candidate.score
        item.isGold = item.isGold && candidate.action == action
        perform(candidate.action, &item.state)
        next.append(item)
      }
      beam = next
      if let kept = beam.first(where: \.isGold) {
        goldItem.state = kept.state
      } else {
        perform(action, &goldItem.state)
      }
      if !beam[0].isGold {
        let violation = beam[0].score - goldItem.score
        if violation >= worst?.violation ?? 0 { worst = (violation, beam[0].step) }
      }
    }
    guard !beam[0].isGold, let worst else { return nil }
    return steps(to: worst.step)
  }

  private func steps(to last: Int) -> [ParserState.Action] {
    var steps: [ParserState.Action] = []
    var step = last
    while step >= 0 {
      steps.append(history[step].action)
      step = history[step].parent
    }
    return steps.reversed()
  }

  private mutating func score(_ state: ParserState, _ model: AveragedPerceptron) {
    input.collectActionFeatures(state, into: &features)
    for label in 0..<3 { scores[label] = 0 }
    model.score(features, into: &scores)
  }

  private mutating func perform(_ action: ParserState.Action, _ state: inout ParserState) {
    guard let arc = state.arc(of: action), arc.head != state.root else {
      return state.perform(action, relation: RelationSet.root)
    }
    input.collectRelationFeatures(
      state, head: arc.head, dependent: arc.dependent, into: &features)
    for label in relationScores.indices { relationScores[label] = 0 }
    relations.score(features, into: &relationScores)
    var best = 0
    for label in 1..<RelationSet.count where relationScores[label] > relationScores[best] {
      best = label
    }
    state.perform(action, relation: UInt8(best))
  }

  /// Rewards the gold steps and punishes the found ones, after those that they share.
  mutating func apply(
    _ found: [ParserState.Action], _ gold: [ParserState.Action],
    to model: inout AveragedPerceptron
  ) {
    let shared = zip(found, gold).prefix { $0 == $1 }.count
    for (steps, amount) in [(gold[..<found.count], Float(1)), (found[...], -1)] {
      var state = ParserState()
      state.start(count: input.count)
      for (index, action) in steps.enumerated() {
        if index >= shared {
          input.collectActionFeatures(state, into: &features)
          model.update(features, label: action.rawValue, by: amount)
        }
        perform(action, &state)
      }
    }
  }
}
