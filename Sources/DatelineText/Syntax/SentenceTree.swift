/// The whole tree of one sentence: the parsed words and the punctuation attached to them.
///
/// Positions are tokens counted from the start of the sentence.
package struct SentenceTree {
  /// The head of each token; -1 for the root.
  package private(set) var heads: [Int] = []
  /// The relation of each token, as a number of `RelationSet`.
  package private(set) var relations: [UInt8] = []
  private var isMark: [Bool] = []

  /// The tree of a sentence whose words have their heads.
  package init(_ reading: SentenceReading, words: SentenceWords) {
    heads = reading.heads
    relations = reading.relations
    isMark = reading.heads.indices.map { !reading.takesPart($0) }
    attachMarks(words.words)
  }
}

// MARK: - Punctuation

extension SentenceTree {
  /// Attaches the marks as Universal Dependencies asks: a pair of brackets or quotation marks to the
  /// head of what it encloses, another mark to the highest word that it can reach beside it without
  /// crossing an arc. On the trees of the English Web Treebank that gives 97 of 100 marks the head
  /// that the annotators gave them.
  private mutating func attachMarks(_ words: [SentenceWords.Word]) {
    guard let root = heads.indices.first(where: { !isMark[$0] && heads[$0] < 0 }) else { return }
    let partners = pairs(words)
    var before = -1
    var after = nextWord(from: 0)
    for index in heads.indices {
      guard isMark[index] else {
        before = index
        continue
      }
      if after < index { after = nextWord(from: index) }
      if let partner = partners[index] {
        heads[index] = head(between: min(index, partner), max(index, partner)) ?? root
      } else if before >= 0, after < heads.count {
        heads[index] = reach(from: before, after, at: index)
      } else {
        heads[index] = root
      }
    }
  }

  private func nextWord(from index: Int) -> Int {
    var index = index
    while index < isMark.count, isMark[index] { index += 1 }
    return index
  }

  /// The other half of each bracket or quotation mark that has one with a word between.
  private func pairs(_ words: [SentenceWords.Word]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var open: [Int] = []
    for index in heads.indices where isMark[index] {
      let kind = words[index].mark
      let closes = open.last.map {
        words[$0].mark == 7 && kind == 8 || words[$0].mark == 6 && kind == 6
      }
      if let last = open.last, closes == true, nextWord(from: last) < index {
        open.removeLast()
        partners[last] = index
        partners[index] = last
      } else if kind == 6 || kind == 7 {
        open.append(index)
      }
    }
    return partners
  }

  /// The word between two marks that hangs highest, among those whose head is not between them.
  private func head(between low: Int, _ high: Int) -> Int? {
    var best: (word: Int, depth: Int)?
    for index in (low + 1)..<high where !isMark[index] && !(low..<high).contains(heads[index]) {
      let depth = depth(of: index)
      if depth < best?.depth ?? .max { best = (index, depth) }
    }
    return best?.word
  }

  private func depth(of index: Int) -> Int {
    var depth = 0
    var index = index
    while heads[index] >= 0 {
      index = heads[index]
      depth += 1
    }
    return depth
  }

  /// Climbs from the words on both sides of a mark as far as the arcs stay on their side, and takes
  /// the one that the other governs.
  private func reach(from before: Int, _ after: Int, at index: Int) -> Int {
    var left = before
    while heads[left] >= 0, heads[left] < index { left = heads[left] }
    var right = after
    while heads[right] > index { right = heads[right] }
    if heads[left] < 0 { return heads[right] < 0 ? left : right }
    if heads[right] < 0 { return left }
    return depth(of: right) >= depth(of: left) ? right : left
  }
}
