/// One sentence as the parser sees it, and the features of its decisions.
///
/// Marks of punctuation are not parsed: they only tell what stands before a word, and are attached
/// afterwards. Positions are those of `ParserState`: 0 for no word, then the words, then the root.
package struct ParserInput {
  /// The token of each position, counted from the start of the sentence; -1 for none and the root.
  package private(set) var tokens: [Int] = []
  private(set) var lower: [UInt64] = []
  private(set) var tag: [UInt64] = []
  private(set) var suffix: [UInt64] = []
  /// The tags that each word mostly has, whatever it has here.
  private(set) var seen: [UInt64] = []
  /// The marks between each position and the one before, as a small number.
  private(set) var mark: [UInt64] = []
  /// How many marks stand before each position, to count those between two.
  private(set) var marksBefore: [Int32] = []
  /// How many verbs stand before each position.
  private(set) var verbsBefore: [Int32] = []

  /// An empty sentence, to be filled by `read`.
  package init() {}

  /// The number of words that are parsed.
  package var count: Int { tokens.count - 2 }

  /// Reads the words and their tags.
  package mutating func read(_ words: SentenceWords, tags: [UInt8]) {
    removeAll()
    let onlyMarks = tags.allSatisfy { TagSet.pairs[Int($0)].partOfSpeech == .punctuation }
    append(token: -1, lower: 3, tag: 200, suffix: 0, seen: 3)
    var marks: UInt64 = 0
    var markCount: Int32 = 0
    var verbCount: Int32 = 0
    for (index, word) in words.words.enumerated() {
      let part = TagSet.pairs[Int(tags[index])].partOfSpeech
      if part == .punctuation, !onlyMarks || index > 0 {
        if marks < 10 { marks = marks * 10 + UInt64(word.mark) }
        markCount += 1
        continue
      }
      append(
        token: index, lower: word.lower, tag: UInt64(tags[index]), suffix: word.suffixes.2,
        seen: word.tags,
        mark: marks, markCount, verbCount)
      marks = 0
      if part == .verb { verbCount += 1 }
    }
    append(token: -1, lower: 5, tag: 201, suffix: 0, seen: 5, mark: marks, markCount, verbCount)
  }

  private mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    lower.removeAll(keepingCapacity: true)
    tag.removeAll(keepingCapacity: true)
    suffix.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    mark.removeAll(keepingCapacity: true)
    marksBefore.removeAll(keepingCapacity: true)
    verbsBefore.removeAll(keepingCapacity: true)
  }

  private mutating func append(
    token: Int, lower: UInt64, tag: UInt64, suffix: UInt64, seen: UInt64, mark: UInt64 = 0,
    _ marksBefore: Int32 = 0, _ verbsBefore: Int32 = 0
  ) {
    tokens.append(token)
    self.lower.append(lower)
    self.tag.append(tag)
    self.suffix.append(suffix)
    self.seen.append(seen)
    self.mark.append(mark)
    self.marksBefore.append(marksBefore)
    self.verbsBefore.append(verbsBefore)
  }

  /// A small number for the distance between two positions.
  @inline(__always)
  func distance(_ first: Int, _ second: Int) -> UInt64 {
    let distance = abs(first - second)
    return UInt64(distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7)
  }

  /// A small number for the marks and verbs between two positions.
  @inline(__always)
  func between(_ first: Int, _ second: Int) -> UInt64 {
    let (low, high) = first < second ? (first, second) : (second, first)
    guard low < high else { return 0 }
    let marks = marksBefore[high] - marksBefore[low]
    let verbs = verbsBefore[high] - verbsBefore[min(low + 1, high)]
    return UInt64(min(marks, 3)) << 2 | UInt64(min(verbs, 3))
  }
}

// MARK: - Actions

extension ParserInput {
  /// Replaces `features` by those that decide the next action (after Zhang and Nivre 2011).
  package func collectActionFeatures(_ state: ParserState, into features: inout [UInt64]) {
    features.removeAll(keepingCapacity: true)
    let s0 = state.top
    let s1 = state.below(s0)
    let b0 = state.next
    collectWordFeatures(s0, s1, b0, state, &features)
    collectDistanceFeatures(s0, s1, b0, state, &features)
    collectTreeFeatures(s0, s1, b0, state, &features)
  }

  private func collectWordFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ state: ParserState, _ features: inout [UInt64]
  ) {
    let s2 = s1 == 0 ? 0 : state.below(s1)
    let b1 = min(b0 + 1, state.root)
    let b2 = min(b0 + 2, state.root)
    let (w0, w1, wb) = (lower[s0], lower[s1], lower[b0])
    let (t0, t1, t2) = (tag[s0], tag[s1], tag[s2])
    let (tb, tb1, tb2) = (tag[b0], tag[b1], tag[b2])
    let (p0, p1, pb) = (w0 &+ t0, w1 &+ t1, wb &+ tb)
    features.add(2, t0)
    features.add(3, p0)
    features.add(5, t1)
    features.add(6, p1)
    features.add(7, t2)
    features.add(8, lower[s2])
    features.add(10, tb)
    features.add(11, pb)
    features.add(12, lower[b1])
    features.add(13, tb1)
    features.add(14, tb2)
    features.add(18, p0, tb)
    features.add(19, t0, pb)
    features.add(20, w0, wb)
    features.add(21, t0, tb)
    features.add(22, tb, tb1)
    features.add(24, w1, w0)
    features.add(25, t1, t0)
    features.add(28, p1, t0)
    features.add(29, t1, p0)
    features.add(30, t1, tb)
    features.add(31, tb, tb1, tb2)
    features.add(32, t0, tb, tb1)
    features.add(33, t1, t0, tb)
    features.add(34, t2, t1, t0)
    features.add(35, t0, tb << 8 | tb1, tb2)
    features.add(36, t1, t0 << 8 | tb, tb1)
    features.add(37, t2, t1 << 8 | t0, tb)
    features.add(38, w1, t0, tb)
    features.add(39, t1, w0, tb)
    features.add(40, t1, t0, wb)
    features.add(41, w0, tb, tb1)
    features.add(42, t0, tb, lower[b1])
    features.add(43, w1, wb)
    features.add(1, seen[s0], seen[b0])
    features.add(4, seen[s1], seen[s0])
    features.add(9, seen[b0], seen[b1])
    features.add(15, t0, seen[b0], seen[b1])
  }

  private func collectDistanceFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ state: ParserState, _ features: inout [UInt64]
  ) {
    let b1 = min(b0 + 1, state.root)
    let (w0, w1, wb) = (lower[s0], lower[s1], lower[b0])
    let (t0, t1, tb, tb1) = (tag[s0], tag[s1], tag[b0], tag[b1])
    let far = distance(s0, b0)
    features.add(44, w0, far)
    features.add(45, t0, far)
    features.add(46, wb, far)
    features.add(47, tb, far)
    features.add(48, t0, tb, far)
    let gap = distance(s1, s0)
    features.add(49, t1, t0, gap)
    features.add(50, w1, gap)
    features.add(51, w0, gap)
    features.add(52, t0, tb, between(s0, b0))
    features.add(53, t1, t0, between(s1, s0))
    features.add(54, w1, t0, between(s1, s0))
    features.add(57, t0, tb, mark[b0])
    features.add(58, t1, t0, mark[s0])
    features.add(59, t0, tb << 8 | tb1, mark[b0] << 8 | mark[b1])
  }

  private func collectTreeFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ state: ParserState, _ features: inout [UInt64]
  ) {
    let (n0, n1, nb) = (state.nodes[s0], state.nodes[s1], state.nodes[b0])
    let (t0, t1, tb) = (tag[s0], tag[s1], tag[b0])
    func relation(_ position: Int16) -> UInt64 {
      position == 0 ? 0 : UInt64(state.nodes[Int(position)].relation) + 1
    }
    let (s0l, s0r) = (Int(n0.left), Int(n0.right))
    let (s1l, s1r) = (Int(n1.left), Int(n1.right))
    let b0l = Int(nb.left)
    features.add(60, lower[s0], UInt64(n0.rightCount))
    features.add(61, t0, UInt64(n0.rightCount))
    features.add(63, t0, UInt64(n0.leftCount))
    features.add(65, tb, UInt64(nb.leftCount))
    features.add(66, lower[s1], UInt64(n1.rightCount))
    features.add(67, t1, UInt64(n1.rightCount))
    features.add(68, lower[s0l], t0)
    features.add(69, tag[s0l], relation(n0.left), t0)
    features.add(70, lower[s0r], t0)
    features.add(71, tag[s0r], relation(n0.right), t0)
    features.add(72, lower[b0l], tb)
    features.add(73, tag[b0l], relation(nb.left), tb)
    features.add(74, lower[s1r], t1)
    features.add(75, tag[s1r], relation(n1.right), t1)
    features.add(76, t0, tag[s0l], tb)
    features.add(77, t0, tag[s0r], tb)
    features.add(78, t0, tb, tag[b0l])
    features.add(79, t1, tag[s1r], t0)
    features.add(80, t1, tag[s1l], t0)
    features.add(81, t1, t0, tag[s0l])
    features.add(82, t1, t0, tag[s0r])
    features.add(83, t0, relation(n0.left), relation(n0.secondLeft))
    features.add(84, t0, relation(n0.right), relation(n0.secondRight))
    features.add(85, tb, relation(nb.left), relation(nb.secondLeft))
    features.add(86, t1, relation(n1.right), relation(n1.secondRight))
    features.add(87, lower[s0], relation(n0.left))
    features.add(88, lower[s0], relation(n0.right))
    features.add(89, lower[b0], relation(nb.left))
    features.add(90, lower[s1], relation(n1.right))
    features.add(91, lower[s1], relation(n1.left))
    features.add(93, lower[b0], t0, lower[s0l])
    features.add(94, t1, t0, lower[s0l])
    features.add(95, t0 << 8 | relation(n0.left), tb << 8 | relation(nb.left))
    features.add(96, t1 << 8 | relation(n1.right), t0 << 8 | relation(n0.left), tb)
  }
}

// MARK: - Relations

extension ParserInput {
  /// Replaces `features` by those that name the relation between `head` and `dependent`, whose own
  /// dependents are complete.
  package func collectRelationFeatures(
    _ state: ParserState, head: Int, dependent: Int, into features: inout [UInt64]
  ) {
    features.removeAll(keepingCapacity: true)
    collectArcFeatures(state, head, dependent, &features)
    collectFamilyFeatures(state, head, dependent, &features)
  }

  /// The two words, and those that stand beside them.
  private func collectArcFeatures(
    _ state: ParserState, _ h: Int, _ d: Int, _ features: inout [UInt64]
  ) {
    let side: UInt64 = h < d ? 1 : 2
    let (wh, wd, th, td) = (lower[h], lower[d], tag[h], tag[d])
    features.add(on: side, 101, wh)
    features.add(on: side, 102, wh, td)
    features.add(on: side, 103, wd)
    features.add(on: side, 104, wd, th)
    features.add(on: side, 105, th, td)
    features.add(on: side, 106, wh, wd)
    features.add(on: side, 107, wh &+ th, td)
    features.add(on: side, 108, wd &+ td, th)
    features.add(on: side, 115, th, td, distance(h, d))
    features.add(on: side, 116, th, td, between(h, d))
    features.add(on: side, 117, th, td, tag[d - 1])
    features.add(on: side, 118, th, td, tag[min(d + 1, state.root)])
    features.add(on: side, 119, th, td, tag[h - 1])
    features.add(on: side, 120, th, td, tag[min(h + 1, state.root)])
    features.add(on: side, 121, suffix[d], td, th)
    features.add(on: side, 122, suffix[h], td, suffix[d])
    features.add(on: side, 129, td, lower[d - 1])
    features.add(on: side, 130, wd, lower[min(d + 1, state.root)])
    features.add(on: side, 131, wd, lower[d - 1])
    features.add(on: side, 133, th, td, mark[d])
    features.add(on: side, 134, th, td, mark[min(d + 1, state.root)])
    features.add(on: side, 135, wd, mark[d])
    features.add(on: side, 136, seen[h], seen[d])
    features.add(on: side, 137, wh, seen[d])
    features.add(on: side, 138, seen[h], wd)
  }

  /// The dependents that the two words have.
  private func collectFamilyFeatures(
    _ state: ParserState, _ h: Int, _ d: Int, _ features: inout [UInt64]
  ) {
    let side: UInt64 = h < d ? 1 : 2
    let (wh, th, td) = (lower[h], tag[h], tag[d])
    let (nh, nd) = (state.nodes[h], state.nodes[d])
    let (dl, dr) = (Int(nd.left), Int(nd.right))
    func relation(_ position: Int16) -> UInt64 {
      position == 0 ? 0 : UInt64(state.nodes[Int(position)].relation) + 1
    }
    features.add(on: side, 109, td, lower[dl])
    features.add(on: side, 110, wh, lower[dl], td)
    features.add(on: side, 111, th, lower[dl], td)
    features.add(on: side, 112, th, td, tag[dl] << 8 | relation(nd.left))
    features.add(on: side, 113, th, td, tag[dr] << 8 | relation(nd.right))
    features.add(on: side, 114, td, lower[dr])
    features.add(on: side, 123, th, td, relation(nh.left))
    features.add(on: side, 124, th, td, relation(nh.right))
    features.add(on: side, 125, wh, td, relation(nh.right))
    features.add(on: side, 126, th, td, UInt64(nh.leftCount) << 8 | UInt64(nd.leftCount))
    features.add(on: side, 127, th, td, relation(nd.left) << 8 | relation(nd.secondLeft))
    features.add(on: side, 128, th, td, relation(nd.right) << 8 | relation(nd.secondRight))
    features.add(on: side, 132, wh, td, lower[dr])
  }
}
