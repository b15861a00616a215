/// Features of a word from the run of capitalised words that it is in, and from what is beside it.
extension NameFeatures {
  /// Takes a template and two values.
  typealias Sink = (UInt64, UInt64, UInt64) -> Void

  static let and = PhraseHash(folding: "and").value
  /// The classes of names and of the head words of names.
  private static let heads: UInt32 = 0x7F_FFFF

  /// What the lists say of a small word, for one kind of text alone.
  @inline(__always)
  func addListedKind(_ now: NameToken, _ feature: Sink) {
    guard genre != .any else { return }
    let shape = UInt64(now.shape.rawValue)
    NameFeatures.each(now.own.intersection(.names)) {
      feature(203, $0, shape | UInt64(genre.rawValue) << 40)
    }
  }

  /// What holds for one kind of text alone.
  @inline(__always)
  func addKind(
    _ index: Int, _ now: NameToken, _ before: NameToken, _ after: NameToken, _ feature: Sink
  ) {
    guard genre != .any else { return }
    let kind = UInt64(genre.rawValue) << 40
    let shape = UInt64(now.shape.rawValue)
    feature(200, kind, 0)
    feature(201, now.word, kind)
    feature(202, UInt64(now.covering.rawValue), shape | kind)
    NameFeatures.each(now.own) { feature(203, $0, shape | kind) }
    feature(204, before.word, kind)
    feature(205, after.word, kind)
    guard now.shape.isCapital, !now.run.isEmpty else { return }
    let last = document.tokens[Int(now.run.upperBound) - 1]
    let position =
      UInt64(min(2, index - Int(now.run.lowerBound))) << 2
      | UInt64(min(2, Int(now.run.upperBound) - 1 - index))
    feature(206, last.word, kind)
    NameFeatures.each(last.own) { feature(207, $0, kind | position) }
    feature(208, position, shape | kind)
  }

  /// The classes of listed names that are the whole run.
  @inline(__always)
  func addLists(
    _ run: Range<Int32>, _ wide: Range<Int32>, _ tokens: [NameToken], _ feature: Sink
  ) {
    let length = UInt64(min(4, run.count))
    let first = tokens[Int(run.lowerBound)]
    if Int(first.phraseLength) == run.count {
      NameFeatures.each(first.beginning) { feature(80, $0, length) }
    }
    let wideFirst = tokens[Int(wide.lowerBound)]
    if wide.count > run.count, Int(wideFirst.phraseLength) == wide.count {
      NameFeatures.each(wideFirst.beginning) { feature(81, $0, length) }
    }
  }

  /// The nearest word of a run that is listed beside this one, after a comma or "and".
  @inline(__always)
  func addListed(
    _ other: Int, _ sentence: Range<Int>, _ position: UInt64, _ template: UInt64, _ feature: Sink
  ) {
    guard sentence.contains(other), document.tokens[other].shape.isCapital else { return }
    let token = document.tokens[other]
    NameFeatures.each(token.covering) { feature(template, $0, position) }
    NameFeatures.each(token.own) { feature(template + 1, $0, position) }
    feature(template + 2, token.word, UInt64(min(3, token.run.count)))
  }

  /// What stands on both sides of the joint `index` of a run: "of" in "Party of Sri Lanka".
  @inline(__always)
  func addJoint(_ index: Int, _ tokens: [NameToken], _ feature: Sink) {
    let lowest = Int(tokens[index].wideRun.lowerBound)
    let highest = Int(tokens[index].wideRun.upperBound) - 1
    let word = tokens[index].word
    var left = index
    while left > lowest, !tokens[left].shape.isCapital { left -= 1 }
    var right = index
    while right < highest, !tokens[right].shape.isCapital { right += 1 }
    let head = tokens[left]
    let next = tokens[right]
    NameFeatures.each(head.own) { feature(60, $0, word) }
    NameFeatures.each(next.covering) { feature(61, $0, word) }
    feature(62, head.word, word)
    feature(
      63, UInt64(head.own.rawValue & NameFeatures.heads), UInt64(next.covering.rawValue) ^ word)
    NameFeatures.each(tokens[highest].own) { feature(64, $0, word) }
    NameFeatures.each(tokens[lowest].own) { feature(65, $0, word) }
    feature(59, word, next.word)
  }

  /// What stands beyond the joints beside the narrow run of `now`.
  @inline(__always)
  func addBesideJoint(_ now: NameToken, _ tokens: [NameToken], _ feature: Sink) {
    let lowest = Int(now.wideRun.lowerBound)
    let highest = Int(now.wideRun.upperBound)
    var left = Int(now.run.lowerBound) - 1
    if left > lowest {
      let joint = tokens[left].word
      while left > lowest, !tokens[left].shape.isCapital { left -= 1 }
      let head = tokens[left]
      NameFeatures.each(head.own) { feature(66, $0, joint) }
      feature(
        67, UInt64(head.own.rawValue & NameFeatures.heads),
        UInt64(now.covering.rawValue) ^ joint)
      feature(68, head.word, joint)
      NameFeatures.each(tokens[lowest].own) { feature(69, $0, joint) }
    }
    var right = Int(now.run.upperBound)
    if right < highest {
      let joint = tokens[right].word
      while right < highest - 1, !tokens[right].shape.isCapital { right += 1 }
      let last = tokens[Int(now.run.upperBound) - 1]
      feature(
        70, UInt64(last.own.rawValue & NameFeatures.heads),
        UInt64(tokens[right].covering.rawValue) ^ joint)
      NameFeatures.each(last.own) { feature(71, $0, joint) }
    }
  }

  /// What kinds of thing a word and those beside it mean as common words, and its part in a name whose
  /// short form stands in brackets behind it.
  @inline(__always)
  func addMeanings(
    _ now: NameToken, _ before: NameToken, _ after: NameToken, isFirst: Bool, _ feature: Sink
  ) {
    let shape = UInt64(now.shape.rawValue)
    NameFeatures.eachBit(before.kinds) { feature(110, $0, shape) }
    NameFeatures.eachBit(after.kinds) { feature(111, $0, shape) }
    NameFeatures.eachBit(now.kinds) { feature(112, $0, shape | (isFirst ? 1 << 8 : 0)) }
    if now.spelled != .none {
      feature(100, UInt64(now.spelled.rawValue), now.shape.isCapital ? 1 : 0)
    } else if now.shape.isCapital, before.spelled != .none {
      feature(101, UInt64(before.spelled.rawValue), 0)
    }
  }

  /// What kinds of thing the last word of the run means as a common word, and the words beside the run.
  @inline(__always)
  func addKinds(
    _ last: NameToken, _ before: NameToken, _ after: NameToken, _ position: UInt64,
    _ feature: Sink
  ) {
    NameFeatures.eachBit(last.kinds) { feature(113, $0, position) }
    NameFeatures.eachBit(before.kinds) { feature(114, $0, position) }
    NameFeatures.eachBit(after.kinds) { feature(115, $0, position) }
  }

  /// What the ends of the run with its joints say, and what stands beside it.
  @inline(__always)
  func addWide(
    _ index: Int, _ wide: Range<Int32>, _ sentence: Range<Int>, _ tokens: [NameToken],
    _ position: UInt64, _ feature: Sink
  ) {
    let lower = Int(wide.lowerBound)
    let upper = Int(wide.upperBound)
    let place = UInt64(min(3, index - lower)) << 2 | UInt64(min(3, upper - 1 - index))
    let first = tokens[lower]
    NameFeatures.eachBit(first.kinds) { feature(116, $0, position) }
    NameFeatures.each(first.own) { feature(120, $0, place) }
    NameFeatures.each(tokens[upper - 1].own) { feature(121, $0, place) }
    feature(122, first.word, place)
    feature(123, lower > sentence.lowerBound ? tokens[lower - 1].word : 0, place)
    feature(124, upper < sentence.upperBound ? tokens[upper].word : 0, place)
  }
}
