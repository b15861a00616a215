import DatelineText

/// One sentence to learn from: what the network sees of it, and what it should say.
struct NetworkLesson {
  /// For each position, from the root on: the rows of its features. Those that do not tell
  /// which word it is are marked by bit 30.
  var rows: [[Int32]] = []
  /// For each position its tag; -1 for the root.
  var tags: [Int] = []
  /// The positions that take part in the tree: the root, and the words that are no punctuation.
  var nodes: [Int] = []
  /// For each node but the root: the node that is its head, and the relation.
  var heads: [Int] = []
  var relations: [Int] = []
  /// What a corpus of names says of it; nil where none has it.
  var names: NameLesson?
  /// Where other networks taught it: how far they believed in each answer.
  var shares: NetworkShares?

  /// What is right of the tag of a position.
  func tagTarget(_ position: Int) -> LearningTarget {
    guard let shares else { return .answer(tags[position]) }
    return .shares(shares.tags[(position * TagSet.count)..<((position + 1) * TagSet.count)])
  }

  /// What is right of the head of a node.
  func headTarget(_ node: Int) -> LearningTarget {
    shares.map { .shares($0.headShares(node)) } ?? .answer(heads[node - 1])
  }

  /// What is right of the relation of a node to its head.
  func relationTarget(_ node: Int) -> LearningTarget {
    guard let shares else { return .answer(relations[node - 1]) }
    return .shares(
      shares.relations[(node * RelationSet.count)..<((node + 1) * RelationSet.count)])
  }

  /// Takes for nodes the root and the words that are no punctuation by their tags; the first word
  /// where there is no other.
  mutating func takeNodes() {
    let isMark = tags.dropFirst().map { TagSet.parts[$0] == .punctuation }
    nodes = [0] + isMark.indices.filter { !isMark[$0] }.map { $0 + 1 }
    if nodes.count == 1, !isMark.isEmpty { nodes.append(1) }
  }
}

/// Numbers the features of a treebank, and makes lessons of its sentences.
struct NetworkFeatureIndex {
  /// The row of each feature that is learnt.
  private(set) var rows: [UInt64: Int32] = [:]
  private static let least = 2

  /// Numbers the features that occur at least twice in `sentences`, the root first.
  init(_ sentences: [SentenceWords]) {
    var counts: [UInt64: Int] = [:]
    var order: [UInt64] = []
    for words in sentences {
      for index in words.words.indices {
        for feature in Self.features(words, index) {
          if counts[feature] == nil { order.append(feature) }
          counts[feature, default: 0] += 1
        }
      }
    }
    rows[NetworkFeatures.root] = 0
    for feature in order where counts[feature, default: 0] >= Self.least {
      rows[feature] = Int32(rows.count)
    }
  }

  /// The features of one word.
  private static func features(_ words: SentenceWords, _ index: Int) -> [UInt64] {
    var features: [UInt64] = []
    NetworkFeatures.forEach(words, at: index) { features.append($0) }
    return features
  }

  /// The lessons of all sentences of `treebank`, which are seen as `words`.
  func lessons(_ treebank: Treebank, _ words: [SentenceWords]) -> [NetworkLesson] {
    zip(treebank.sentences, words).map { lesson($1, Array(treebank.words[$0.tokens])) }
  }

  /// For each position of a sentence the rows of its features; unseen ones are left out.
  func rows(of words: SentenceWords) -> [[Int32]] {
    [[0]]
      + words.words.indices.map { index in
        Self.features(words, index).enumerated().compactMap { number, feature in
          rows[feature].map { number < NetworkFeatures.telling ? $0 : $0 | 1 << 30 }
        }
      }
  }

  /// The lesson of one sentence.
  private func lesson(_ words: SentenceWords, _ gold: [Treebank.Word]) -> NetworkLesson {
    var lesson = NetworkLesson()
    lesson.rows = rows(of: words)
    lesson.tags = [-1] + gold.map { Int($0.tag) }
    lesson.takeNodes()
    var nodeOf = [Int](repeating: 0, count: gold.count + 2)
    for (node, position) in lesson.nodes.enumerated() { nodeOf[position] = node }
    for position in lesson.nodes.dropFirst() {
      var head = gold[position - 1].head
      while head <= gold.count, nodeOf[head] == 0 { head = gold[head - 1].head }
      lesson.heads.append(head > gold.count ? 0 : nodeOf[head])
      lesson.relations.append(Int(gold[position - 1].relation))
    }
    return lesson
  }
}
