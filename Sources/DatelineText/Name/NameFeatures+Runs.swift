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
}
