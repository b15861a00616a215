/// The features of a parser's decisions: one sentence and where its parse stands, without the cost of
/// checked arrays, as these are read hundreds of times for a word.
struct ParserView {
  private let words: UnsafePointer<ParserInput.Word>
  private let nodes: UnsafePointer<ParserState.Node>
  private let top, next, root: Int

  /// Calls `body` with the view of `state` in `input`, which must be of one sentence.
  @inline(__always)
  static func with<Result>(
    _ input: ParserInput, _ state: ParserState, _ body: (ParserView) -> Result
  ) -> Result? {
    input.words.withUnsafeBufferPointer { words in
      state.nodes.withUnsafeBufferPointer { nodes in
        precondition(words.count == nodes.count, "the state is one of this sentence")
        guard let words = words.baseAddress, let nodes = nodes.baseAddress else { return nil }
        return body(
          ParserView(
            words: words, nodes: nodes, top: state.top, next: state.next, root: state.root))
      }
    }
  }

  @inline(__always) private func lower(_ position: Int) -> UInt64 { words[position].lower }
  @inline(__always) private func tag(_ position: Int) -> UInt64 { words[position].tag }
  @inline(__always) private func seen(_ position: Int) -> UInt64 { words[position].seen }
  @inline(__always) private func suffix(_ position: Int) -> UInt64 { words[position].suffix }
  @inline(__always) private func mark(_ position: Int) -> UInt64 { words[position].mark }

  /// The word below `position` on the stack; 0 where there is none.
  @inline(__always)
  private func below(_ position: Int) -> Int { Int(nodes[position].below) }

  /// The relation of a dependent as a small number; 0 for none.
  @inline(__always)
  private func relation(_ position: Int16) -> UInt64 {
    position == 0 ? 0 : UInt64(nodes[Int(position)].relation) + 1
  }

  /// A small number for the distance between two positions.
  @inline(__always)
  private func distance(_ first: Int, _ second: Int) -> UInt64 {
    let distance = abs(first - second)
    return UInt64(distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7)
  }

  /// A small number for the marks and verbs between two positions.
  @inline(__always)
  private func between(_ first: Int, _ second: Int) -> UInt64 {
    let (low, high) = first < second ? (first, second) : (second, first)
    guard low < high else { return 0 }
    let marks = words[high].marksBefore - words[low].marksBefore
    let verbs = words[high].verbsBefore - words[min(low + 1, high)].verbsBefore
    return UInt64(min(marks, 3)) << 2 | UInt64(min(verbs, 3))
  }
}

extension ParserInput {
  /// Adds the features that decide the next action (after Zhang and Nivre 2011).
  @inline(__always)
  package func collectActionFeatures(_ state: ParserState, into features: inout FeatureList) {
    _ = ParserView.with(self, state) { $0.collectActionFeatures(&features) }
  }

  /// Adds the features that name the relation between `head` and `dependent`, whose own dependents
  /// are complete.
  @inline(__always)
  package func collectRelationFeatures(
    _ state: ParserState, head: Int, dependent: Int, into features: inout FeatureList
  ) {
    _ = ParserView.with(self, state) {
      $0.collectArcFeatures(head, dependent, &features)
      $0.collectFamilyFeatures(head, dependent, &features)
    }
  }
}

// MARK: - Actions

extension ParserView {
  fileprivate func collectActionFeatures(_ features: inout FeatureList) {
    let s0 = top
    let s1 = below(s0)
    collectWordFeatures(s0, s1, next, &features)
    collectDistanceFeatures(s0, s1, next, &features)
    collectTreeFeatures(s0, s1, next, &features)
  }

  fileprivate func collectWordFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ features: inout FeatureList
  ) {
    let s2 = s1 == 0 ? 0 : below(s1)
    let b1 = min(b0 + 1, root)
    let b2 = min(b0 + 2, root)
    let (w0, w1, wb) = (lower(s0), lower(s1), lower(b0))
    let (t0, t1, t2) = (tag(s0), tag(s1), tag(s2))
    let (tb, tb1, tb2) = (tag(b0), tag(b1), tag(b2))
    let (p0, p1, pb) = (w0 &+ t0, w1 &+ t1, wb &+ tb)
    features.add(2, t0)
    features.add(3, p0)
    features.add(5, t1)
    features.add(6, p1)
    features.add(7, t2)
    features.add(8, lower(s2))
    features.add(10, tb)
    features.add(11, pb)
    features.add(12, lower(b1))
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
    features.add(42, t0, tb, lower(b1))
    features.add(43, w1, wb)
    features.add(1, seen(s0), seen(b0))
    features.add(4, seen(s1), seen(s0))
    features.add(9, seen(b0), seen(b1))
    features.add(15, t0, seen(b0), seen(b1))
  }

  fileprivate func collectDistanceFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ features: inout FeatureList
  ) {
    let b1 = min(b0 + 1, root)
    let (w0, w1, wb) = (lower(s0), lower(s1), lower(b0))
    let (t0, t1, tb, tb1) = (tag(s0), tag(s1), tag(b0), tag(b1))
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
    features.add(57, t0, tb, mark(b0))
    features.add(58, t1, t0, mark(s0))
    features.add(59, t0, tb << 8 | tb1, mark(b0) << 8 | mark(b1))
  }

  fileprivate func collectTreeFeatures(
    _ s0: Int, _ s1: Int, _ b0: Int, _ features: inout FeatureList
  ) {
    let (n0, n1, nb) = (nodes[s0], nodes[s1], nodes[b0])
    let (t0, t1, tb) = (tag(s0), tag(s1), tag(b0))
    let (s0l, s0r) = (Int(n0.left), Int(n0.right))
    let (s1l, s1r) = (Int(n1.left), Int(n1.right))
    let b0l = Int(nb.left)
    features.add(60, lower(s0), UInt64(n0.rightCount))
    features.add(61, t0, UInt64(n0.rightCount))
    features.add(63, t0, UInt64(n0.leftCount))
    features.add(65, tb, UInt64(nb.leftCount))
    features.add(66, lower(s1), UInt64(n1.rightCount))
    features.add(67, t1, UInt64(n1.rightCount))
    features.add(68, lower(s0l), t0)
    features.add(69, tag(s0l), relation(n0.left), t0)
    features.add(70, lower(s0r), t0)
    features.add(71, tag(s0r), relation(n0.right), t0)
    features.add(72, lower(b0l), tb)
    features.add(73, tag(b0l), relation(nb.left), tb)
    features.add(74, lower(s1r), t1)
    features.add(75, tag(s1r), relation(n1.right), t1)
    features.add(76, t0, tag(s0l), tb)
    features.add(77, t0, tag(s0r), tb)
    features.add(78, t0, tb, tag(b0l))
    features.add(79, t1, tag(s1r), t0)
    features.add(80, t1, tag(s1l), t0)
    features.add(81, t1, t0, tag(s0l))
    features.add(82, t1, t0, tag(s0r))
    features.add(83, t0, relation(n0.left), relation(n0.secondLeft))
    features.add(84, t0, relation(n0.right), relation(n0.secondRight))
    features.add(85, tb, relation(nb.left), relation(nb.secondLeft))
    features.add(86, t1, relation(n1.right), relation(n1.secondRight))
    features.add(87, lower(s0), relation(n0.left))
    features.add(88, lower(s0), relation(n0.right))
    features.add(89, lower(b0), relation(nb.left))
    features.add(90, lower(s1), relation(n1.right))
    features.add(91, lower(s1), relation(n1.left))
    features.add(93, lower(b0), t0, lower(s0l))
    features.add(94, t1, t0, lower(s0l))
    features.add(95, t0 << 8 | relation(n0.left), tb << 8 | relation(nb.left))
    features.add(96, t1 << 8 | relation(n1.right), t0 << 8 | relation(n0.left), tb)
  }
}

// MARK: - Relations

extension ParserView {
  /// The two words, and those that stand beside them.
  fileprivate func collectArcFeatures(
    _ h: Int, _ d: Int, _ features: inout FeatureList
  ) {
    let side: UInt64 = h < d ? 1 : 2
    let (wh, wd, th, td) = (lower(h), lower(d), tag(h), tag(d))
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
    features.add(on: side, 117, th, td, tag(d - 1))
    features.add(on: side, 118, th, td, tag(min(d + 1, root)))
    features.add(on: side, 119, th, td, tag(h - 1))
    features.add(on: side, 120, th, td, tag(min(h + 1, root)))
    features.add(on: side, 121, suffix(d), td, th)
    features.add(on: side, 122, suffix(h), td, suffix(d))
    features.add(on: side, 129, td, lower(d - 1))
    features.add(on: side, 130, wd, lower(min(d + 1, root)))
    features.add(on: side, 131, wd, lower(d - 1))
    features.add(on: side, 133, th, td, mark(d))
    features.add(on: side, 134, th, td, mark(min(d + 1, root)))
    features.add(on: side, 135, wd, mark(d))
    features.add(on: side, 136, seen(h), seen(d))
    features.add(on: side, 137, wh, seen(d))
    features.add(on: side, 138, seen(h), wd)
  }

  /// The dependents that the two words have.
  fileprivate func collectFamilyFeatures(
    _ h: Int, _ d: Int, _ features: inout FeatureList
  ) {
    let side: UInt64 = h < d ? 1 : 2
    let (wh, th, td) = (lower(h), tag(h), tag(d))
    let (nh, nd) = (nodes[h], nodes[d])
    let (dl, dr) = (Int(nd.left), Int(nd.right))
    features.add(on: side, 109, td, lower(dl))
    features.add(on: side, 110, wh, lower(dl), td)
    features.add(on: side, 111, th, lower(dl), td)
    features.add(on: side, 112, th, td, tag(dl) << 8 | relation(nd.left))
    features.add(on: side, 113, th, td, tag(dr) << 8 | relation(nd.right))
    features.add(on: side, 114, td, lower(dr))
    features.add(on: side, 123, th, td, relation(nh.left))
    features.add(on: side, 124, th, td, relation(nh.right))
    features.add(on: side, 125, wh, td, relation(nh.right))
    features.add(on: side, 126, th, td, UInt64(nh.leftCount) << 8 | UInt64(nd.leftCount))
    features.add(on: side, 127, th, td, relation(nd.left) << 8 | relation(nd.secondLeft))
    features.add(on: side, 128, th, td, relation(nd.right) << 8 | relation(nd.secondRight))
    features.add(on: side, 132, wh, td, lower(dr))
  }
}
