import DatelineText

/// Trains the greedy parser by a dynamic oracle (Goldberg and Nivre 2013): it mostly follows its own
/// decisions, and from wherever it gets learns the actions that lose no further arc.
struct ParserTrainer {
  let treebank: Treebank
  let epochs: Int
  /// By how much the right decision must win, or it is learnt again.
  let margin: Float
  private let inputs: [ParserInput]
  /// The gold words of each sentence that are parsed, their heads as positions of the input.
  private let gold: [[Treebank.Word]]
  /// How often the parser follows its own best action where that is wrong.
  private static let exploration = 0.9

  /// - Parameters:
  ///   - words: the sentences of `treebank` as they are to be seen.
  ///   - tags: the tags to learn from, for each sentence.
  init(treebank: Treebank, words: [SentenceWords], tags: [[UInt8]], epochs: Int, margin: Float) {
    self.treebank = treebank
    self.epochs = epochs
    self.margin = margin
    inputs = zip(words, tags).map { words, tags in
      var input = ParserInput()
      input.read(words, tags: tags)
      return input
    }
    gold = treebank.sentences.indices.map { [inputs] in
      Self.withoutMarks(Array(treebank.words[treebank.sentences[$0].tokens]), inputs[$0])
    }
  }

  /// The words that `input` keeps; a head that it leaves out is replaced by that word's own head.
  private static func withoutMarks(_ words: [Treebank.Word], _ input: ParserInput)
    -> [Treebank.Word]
  {
    var positions = [Int](repeating: 0, count: words.count)
    for position in 1...input.count { positions[input.words[position].token] = position }
    return (1...input.count).map { position in
      var word = words[input.words[position].token]
      while word.head <= words.count, positions[word.head - 1] == 0 {
        word.head = words[word.head - 1].head
      }
      word.head = word.head > words.count ? input.count + 1 : positions[word.head - 1]
      return word
    }
  }

  /// One trained pair of models; another seed shows the sentences in another order.
  func train(seed: UInt64, progress: (Int, Double) -> Void) -> (
    actions: AveragedPerceptron, relations: AveragedPerceptron
  ) {
    var actions = AveragedPerceptron(labels: 3)
    var relations = AveragedPerceptron(labels: RelationSet.count)
    var generator = SeededGenerator(seed: seed)
    var order = Array(treebank.sentences.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var wrong = 0
      for sentence in order {
        var lesson = ParserLesson(
          gold: gold[sentence], input: inputs[sentence], margin: margin)
        lesson.run(&actions, &relations) {
          epoch > 0 && Double.random(in: 0..<1, using: &generator) < Self.exploration
        }
        wrong += lesson.wrong
      }
      progress(epoch, Double(wrong) / Double(treebank.tokens.count * 2))
    }
    return (actions, relations)
  }
}

/// One sentence, parsed once while learning.
private struct ParserLesson {
  let gold: [Treebank.Word]
  let input: ParserInput
  /// How many actions were wrong.
  private(set) var wrong = 0
  private var state = ParserState()
  private let margin: Float
  /// The gold dependents of each position.
  private var dependents: [[Int]]

  init(gold: [Treebank.Word], input: ParserInput, margin: Float) {
    self.margin = margin
    self.gold = gold
    self.input = input
    dependents = Array(repeating: [], count: gold.count + 2)
    for (index, word) in gold.enumerated() { dependents[word.head].append(index + 1) }
  }

  mutating func run(
    _ actions: inout AveragedPerceptron, _ relations: inout AveragedPerceptron,
    explore: () -> Bool
  ) {
    state.start(count: gold.count)
    while !state.isFinished {
      let action = learnAction(&actions, explore: explore)
      guard let (head, dependent) = state.arc(of: action) else {
        state.perform(action)
        continue
      }
      var relation = RelationSet.root
      if head != state.root {
        let features = FeatureList.array {
          input.collectRelationFeatures(state, head: head, dependent: dependent, into: &$0)
        }
        let word = gold[dependent - 1]
        relation =
          word.head == head
          ? UInt8(relations.learn(features, gold: Int(word.relation), margin: margin))
          : Self.best(relations, features)
      }
      state.perform(action, relation: relation)
    }
  }

  private static func best(_ relations: AveragedPerceptron, _ features: [UInt64]) -> UInt8 {
    var scores = [Float](repeating: 0, count: relations.labels)
    relations.score(features, into: &scores)
    var best = 0
    for label in 1..<scores.count where scores[label] > scores[best] { best = label }
    return UInt8(best)
  }

  /// Corrects the model where its best action loses an arc; returns the action to take.
  private mutating func learnAction(
    _ actions: inout AveragedPerceptron, explore: () -> Bool
  ) -> ParserState.Action {
    let legal = ParserState.Action.allCases.filter(state.allows)
    if legal.count == 1 { return legal[0] }
    let features = FeatureList.array { input.collectActionFeatures(state, into: &$0) }
    var scores: [Float] = [0, 0, 0]
    actions.score(features, into: &scores)
    let costs = legal.map(cost)
    let least = costs.min() ?? 0
    func best(_ isWanted: (Int) -> Bool) -> ParserState.Action? {
      legal.indices.filter { isWanted(costs[$0]) }.map { legal[$0] }.max {
        scores[$0.rawValue] < scores[$1.rawValue]
      }
    }
    actions.advance()
    guard let right = best({ $0 == least }), let rival = best({ $0 > least }) else {
      return best { _ in true } ?? legal[0]
    }
    let lead = scores[right.rawValue] - scores[rival.rawValue]
    if lead < 0 { wrong += 1 }
    if lead <= 0 || lead < margin {
      actions.update(features, label: right.rawValue, by: 1)
      actions.update(features, label: rival.rawValue, by: -1)
    }
    return lead < 0 && explore() ? rival : right
  }

  private func goldHead(_ position: Int) -> Int { gold[position - 1].head }

  /// How many gold arcs `action` puts out of reach.
  private func cost(_ action: ParserState.Action) -> Int {
    let (top, next) = (state.top, state.next)
    switch action {
    case .shift:
      var cost = 0
      var position = top
      while position != 0 {
        if goldHead(position) == next { cost += 1 }
        if position != top, goldHead(next) == position { cost += 1 }
        position = state.below(position)
      }
      return cost
    case .left:
      let head = goldHead(top)
      return (head == state.below(top) || head > next ? 1 : 0) + waitingDependents(of: top)
    case .right:
      return (goldHead(top) >= next ? 1 : 0) + waitingDependents(of: top)
    }
  }

  private func waitingDependents(of position: Int) -> Int {
    dependents[position].reduce(0) { $0 + ($1 >= state.next ? 1 : 0) }
  }
}
