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
    append(token: -1, lower: 3, tag: 200, suffix: 0)
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
        mark: marks, markCount, verbCount)
      marks = 0
      if part == .verb { verbCount += 1 }
    }
    append(token: -1, lower: 5, tag: 201, suffix: 0, mark: marks, markCount, verbCount)
  }

  private mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    lower.removeAll(keepingCapacity: true)
    tag.removeAll(keepingCapacity: true)
    suffix.removeAll(keepingCapacity: true)
    mark.removeAll(keepingCapacity: true)
    marksBefore.removeAll(keepingCapacity: true)
    verbsBefore.removeAll(keepingCapacity: true)
  }

  private mutating func append(
    token: Int, lower: UInt64, tag: UInt64, suffix: UInt64, mark: UInt64 = 0,
    _ marksBefore: Int32 = 0, _ verbsBefore: Int32 = 0
  ) {
    tokens.append(token)
    self.lower.append(lower)
    self.tag.append(tag)
    self.suffix.append(suffix)
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
    collectTreeFeatures(s0, s1, b0, state, &features)
  }

  private func collectWordFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ state: ParserState, _ features: inout [UInt64]
  ) {
    func add(_ template: Int, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(FeatureHash(template, a, b, c).value)
    }
    let s2 = s1 == 0 ? 0 : state.below(s1)
    let b1 = min(b0 + 1, state.root)
    let b2 = min(b0 + 2, state.root)
    let (w0, w1, wb) = (lower[s0], lower[s1], lower[b0])
    let (t0, t1, t2) = (tag[s0], tag[s1], tag[s2])
    let (tb, tb1, tb2) = (tag[b0], tag[b1], tag[b2])
    let (p0, p1, pb) = (w0 &+ t0, w1 &+ t1, wb &+ tb)
    add(1, w0)
    add(2, t0)
    add(3, p0)
    add(4, w1)
    add(5, t1)
    add(6, p1)
    add(7, t2)
    add(8, lower[s2])
    add(9, wb)
    add(10, tb)
    add(11, pb)
    add(12, lower[b1])
    add(13, tb1)
    add(14, tb2)
    add(15, p0, pb)
    add(16, p0, wb)
    add(17, w0, pb)
    add(18, p0, tb)
    add(19, t0, pb)
    add(20, w0, wb)
    add(21, t0, tb)
    add(22, tb, tb1)
    add(23, p1, p0)
    add(24, w1, w0)
    add(25, t1, t0)
    add(26, w1, t0)
    add(27, t1, w0)
    add(28, p1, t0)
    add(29, t1, p0)
    add(30, t1, tb)
    add(31, tb, tb1, tb2)
    add(32, t0, tb, tb1)
    add(33, t1, t0, tb)
    add(34, t2, t1, t0)
    add(35, t0, tb << 8 | tb1, tb2)
    add(36, t1, t0 << 8 | tb, tb1)
    add(37, t2, t1 << 8 | t0, tb)
    add(38, w1, t0, tb)
    add(39, t1, w0, tb)
    add(40, t1, t0, wb)
    add(41, w0, tb, tb1)
    add(42, t0, tb, lower[b1])
    add(43, w1, wb)
    let far = distance(s0, b0)
    add(44, w0, far)
    add(45, t0, far)
    add(46, wb, far)
    add(47, tb, far)
    add(48, t0, tb, far)
    let gap = distance(s1, s0)
    add(49, t1, t0, gap)
    add(50, w1, gap)
    add(51, w0, gap)
    add(52, t0, tb, between(s0, b0))
    add(53, t1, t0, between(s1, s0))
    add(54, w1, t0, between(s1, s0))
    add(55, suffix[s0], suffix[b0])
    add(57, t0, tb, mark[b0])
    add(58, t1, t0, mark[s0])
    add(59, t0, tb << 8 | tb1, mark[b0] << 8 | mark[b1])
    add(56, suffix[s1], suffix[s0])
  }

  private func collectTreeFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ state: ParserState, _ features: inout [UInt64]
  ) {
    func add(_ template: Int, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(FeatureHash(template, a, b, c).value)
    }
    let (n0, n1, nb) = (state.nodes[s0], state.nodes[s1], state.nodes[b0])
    let (t0, t1, tb) = (tag[s0], tag[s1], tag[b0])
    func relation(_ position: Int16) -> UInt64 {
      position == 0 ? 0 : UInt64(state.nodes[Int(position)].relation) + 1
    }
    let (s0l, s0r) = (Int(n0.left), Int(n0.right))
    let (s1l, s1r) = (Int(n1.left), Int(n1.right))
    let b0l = Int(nb.left)
    add(60, lower[s0], UInt64(n0.rightCount))
    add(61, t0, UInt64(n0.rightCount))
    add(62, lower[s0], UInt64(n0.leftCount))
    add(63, t0, UInt64(n0.leftCount))
    add(64, lower[b0], UInt64(nb.leftCount))
    add(65, tb, UInt64(nb.leftCount))
    add(66, lower[s1], UInt64(n1.rightCount))
    add(67, t1, UInt64(n1.rightCount))
    add(68, lower[s0l], t0)
    add(69, tag[s0l], relation(n0.left), t0)
    add(70, lower[s0r], t0)
    add(71, tag[s0r], relation(n0.right), t0)
    add(72, lower[b0l], tb)
    add(73, tag[b0l], relation(nb.left), tb)
    add(74, lower[s1r], t1)
    add(75, tag[s1r], relation(n1.right), t1)
    add(76, t0, tag[s0l], tb)
    add(77, t0, tag[s0r], tb)
    add(78, t0, tb, tag[b0l])
    add(79, t1, tag[s1r], t0)
    add(80, t1, tag[s1l], t0)
    add(81, t1, t0, tag[s0l])
    add(82, t1, t0, tag[s0r])
    add(83, t0, relation(n0.left), relation(n0.secondLeft))
    add(84, t0, relation(n0.right), relation(n0.secondRight))
    add(85, tb, relation(nb.left), relation(nb.secondLeft))
    add(86, t1, relation(n1.right), relation(n1.secondRight))
    add(87, lower[s0], relation(n0.left))
    add(88, lower[s0], relation(n0.right))
    add(89, lower[b0], relation(nb.left))
    add(90, lower[s1], relation(n1.right))
    add(91, lower[s1], relation(n1.left))
    add(92, lower[s1], t0, lower[s0l])
    add(93, lower[b0], t0, lower[s0l])
    add(94, t1, t0, lower[s0l])
    add(95, t0 << 8 | relation(n0.left), tb << 8 | relation(nb.left))
    add(96, t1 << 8 | relation(n1.right), t0 << 8 | relation(n0.left), tb)
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
    let side: UInt64 = head < dependent ? 1 : 2
    func add(_ template: Int, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(FeatureHash(template, a, b, c &<< 2 | side).value)
    }
    let (h, d) = (head, dependent)
    let (wh, wd, th, td) = (lower[h], lower[d], tag[h], tag[d])
    let (nh, nd) = (state.nodes[h], state.nodes[d])
    let (dl, dr) = (Int(nd.left), Int(nd.right))
    func relation(_ position: Int16) -> UInt64 {
      position == 0 ? 0 : UInt64(state.nodes[Int(position)].relation) + 1
    }
    add(101, wh)
    add(102, wh, td)
    add(103, wd)
    add(104, wd, th)
    add(105, th, td)
    add(106, wh, wd)
    add(107, wh &+ th, td)
    add(108, wd &+ td, th)
    add(109, td, lower[dl])
    add(110, wh, lower[dl], td)
    add(111, th, lower[dl], td)
    add(112, th, td, tag[dl] << 8 | relation(nd.left))
    add(113, th, td, tag[dr] << 8 | relation(nd.right))
    add(114, td, lower[dr])
    add(115, th, td, distance(h, d))
    add(116, th, td, between(h, d))
    add(117, th, td, tag[d - 1])
    add(118, th, td, tag[min(d + 1, state.root)])
    add(119, th, td, tag[h - 1])
    add(120, th, td, tag[min(h + 1, state.root)])
    add(121, suffix[d], td, th)
    add(122, suffix[h], td, suffix[d])
    add(123, th, td, relation(nh.left))
    add(124, th, td, relation(nh.right))
    add(125, wh, td, relation(nh.right))
    add(126, th, td, UInt64(nh.leftCount) << 8 | UInt64(nd.leftCount))
    add(127, th, td, relation(nd.left) << 8 | relation(nd.secondLeft))
    add(128, th, td, relation(nd.right) << 8 | relation(nd.secondRight))
    add(129, td, lower[d - 1])
    add(130, wd, lower[min(d + 1, state.root)])
    add(131, wd, lower[d - 1])
    add(132, wh, td, lower[dr])
    add(133, th, td, mark[d])
    add(134, th, td, mark[min(d + 1, state.root)])
    add(135, wd, mark[d])
  }
}
