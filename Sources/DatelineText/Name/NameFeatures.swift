/// The features of a token, as 64-bit hashes of template and values.
///
/// Words in lower case far from capitals get a short list: four of five tokens are such, and their
/// tag is almost always O.
package struct NameFeatures {
  let document: NameDocument
  private let context: NameContext
  private let isTitleCase: [Bool]
  let genre: NameGenre

  /// Prepares the features of `document`, a text of the kind `genre`.
  package init(_ document: NameDocument, genre: NameGenre) {
    self.genre = genre
    self.document = document
    context = NameContext(document)
    isTitleCase = document.sentences.map { NameFeatures.isTitleCase($0, document.tokens) }
  }

  /// Calls `add` with each feature of the token `index` of sentence number `number`.
  @inline(__always)
  package func forEach(_ index: Int, inSentence number: Int, _ add: (UInt64) -> Void) {
    let sentence = document.sentences[number]
    let tokens = document.tokens
    @inline(__always) func token(_ offset: Int) -> NameToken {
      let at = index + offset
      return at >= sentence.lowerBound && at < sentence.upperBound ? tokens[at] : NameToken()
    }
    @inline(__always) func feature(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0) {
      add(NameFeatures.hash(template, first, second))
    }
    let now = token(0)
    let before = token(-1)
    let after = token(1)
    let shape = UInt64(now.shape.rawValue)
    let isCapital = now.shape.isCapital
    feature(0, 0)
    feature(1, now.word, isCapital ? 1 : 0)
    feature(2, before.word)
    feature(3, after.word)
    feature(4, before.word, now.word)
    feature(5, now.word, after.word)
    feature(
      6,
      shape | UInt64(before.shape.rawValue) << 4 | UInt64(after.shape.rawValue) << 8
        | (index == sentence.lowerBound ? 1 << 12 : 0))
    feature(7, UInt64(now.affixes[6]), UInt64(isCapital ? 1 : 0))
    @inline(__always) func each(_ template: UInt64, _ classes: NameClass, _ second: UInt64) {
      NameFeatures.each(classes) { feature(template, $0, second) }
    }
    feature(8, UInt64(now.covering.rawValue), shape)
    each(9, before.own, shape)
    each(10, after.own, shape)
    each(11, now.own, shape)
    let isFirst: UInt64 = now.beginning.isEmpty ? 0 : 1
    each(26, now.covering, shape << 1 | isFirst)
    guard isCapital || before.shape.isCapital || after.shape.isCapital || !now.covering.isEmpty
    else {
      addListedKind(now, feature)
      return
    }
    addKind(index, now, before, after, feature)
    addMeanings(now, before, after, isFirst: index == sentence.lowerBound, feature)
    feature(12, token(-2).word)
    feature(13, token(2).word)
    feature(
      14,
      UInt64(token(-2).shape.rawValue) | UInt64(before.shape.rawValue) << 4 | shape << 8
        | UInt64(after.shape.rawValue) << 12 | UInt64(token(2).shape.rawValue) << 16)
    feature(15, UInt64(before.covering.rawValue), UInt64(now.covering.rawValue))
    feature(16, UInt64(after.covering.rawValue), UInt64(now.covering.rawValue))
    feature(17, UInt64(now.beginning.rawValue), UInt64(before.covering.rawValue))
    each(27, before.covering, shape)
    each(28, after.covering, shape)
    feature(18, UInt64(before.affixes[6]), UInt64(now.shape.rawValue))
    if now.wideRun.count > now.run.count {
      if !isCapital {
        addJoint(index, tokens, feature)
      } else if !now.run.isEmpty {
        addBesideJoint(now, tokens, feature)
      }
    }
    guard isCapital else { return }
    feature(25, shape, UInt64(isTitleCase[number] ? 1 : 0))
    addAffixes(now, feature)
    addRun(index, sentence, tokens, feature)
    addEvidence(now, index == sentence.lowerBound, feature)
  }

  /// The first two to four letters of the word, and the last two and four.
  @inline(__always)
  private func addAffixes(_ now: NameToken, _ feature: Sink) {
    feature(20, UInt64(now.affixes[1]), 0)
    feature(21, UInt64(now.affixes[2]), 0)
    feature(22, UInt64(now.affixes[3]), 0)
    feature(23, UInt64(now.affixes[5]), 0)
    feature(24, UInt64(now.affixes[7]), 0)
  }

  /// Calls `body` with the number of each bit of `bits` that is set.
  @inline(__always)
  static func eachBit(_ bits: UInt32, _ body: (UInt64) -> Void) {
    var bits = bits
    while bits != 0 {
      body(UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }

  /// Calls `body` with the number of each class in `classes` that matters beside a word.
  @inline(__always)
  static func each(_ classes: NameClass, _ body: (UInt64) -> Void) {
    eachBit(classes.rawValue & cues, body)
  }

  /// The hash of a template with its values; never zero in its low bits.
  @inline(__always)
  static func hash(_ template: UInt64, _ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = (first ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 32) ^ second) &* 0xC4CE_B9FE_1A85_EC53
    return (hash ^ (hash >> 29)) | 1
  }

  /// What the run of capitalised words around the token says.
  @inline(__always)
  private func addRun(
    _ index: Int, _ sentence: Range<Int>, _ tokens: [NameToken],
    _ feature: Sink
  ) {
    let run = tokens[index].run
    let wide = tokens[index].wideRun
    guard !run.isEmpty else { return }
    let position =
      UInt64(min(3, index - Int(run.lowerBound))) << 2
      | UInt64(min(3, Int(run.upperBound) - 1 - index))
    let first = tokens[Int(run.lowerBound)]
    let last = tokens[Int(run.upperBound) - 1]
    let wideFirst = tokens[Int(wide.lowerBound)]
    let wideLast = tokens[Int(wide.upperBound) - 1]
    let before =
      Int(run.lowerBound) > sentence.lowerBound ? tokens[Int(run.lowerBound) - 1] : NameToken()
    let after =
      Int(run.upperBound) < sentence.upperBound ? tokens[Int(run.upperBound)] : NameToken()
    feature(30, last.word, position)
    @inline(__always) func each(_ template: UInt64, _ classes: NameClass, _ second: UInt64) {
      NameFeatures.each(classes) { feature(template, $0, second) }
    }
    each(31, last.own, position)
    each(32, first.own, position)
    each(44, wideLast.own, position)
    each(45, first.covering, position)
    each(46, last.covering, position)
    addLists(run, wide, tokens, feature)
    if before.shape == .comma || before.word == NameFeatures.and {
      addListed(Int(run.lowerBound) - 2, sentence, position, 82, feature)
    }
    if after.shape == .comma || after.word == NameFeatures.and {
      addListed(Int(run.upperBound) + 1, sentence, position, 85, feature)
    }
    addKinds(last, before, after, position, feature)
    if after.shape == .openBracket, Int(run.upperBound) + 1 < sentence.upperBound {
      feature(102, UInt64(tokens[Int(run.upperBound) + 1].shape.rawValue), position)
    }
    if wide.count > run.count { addWide(index, wide, sentence, tokens, position, feature) }
    feature(33, UInt64(wideLast.own.rawValue), UInt64(wide.count == run.count ? 1 : 0))
    feature(34, wideLast.word, 0)
    feature(35, wideFirst.word, 0)
    feature(36, before.word, position)
    feature(37, after.word, position)
    each(38, before.own, position)
    each(39, after.own, position)
    feature(
      40, UInt64(before.own.rawValue & NameFeatures.cues),
      UInt64(after.own.rawValue & NameFeatures.cues))
    feature(41, position, UInt64(tokens[index].own.rawValue))
    feature(42, UInt64(tokens[index].own.rawValue & 0x1FFF), UInt64(last.own.rawValue))
    feature(43, UInt64(wideFirst.own.rawValue), UInt64(wideLast.own.rawValue))
  }

  /// What the rest of the article says of the word.
  @inline(__always)
  private func addEvidence(
    _ now: NameToken, _ isFirst: Bool, _ feature: Sink
  ) {
    let evidence = context[now.word]
    @inline(__always) func level(_ count: UInt16) -> UInt64 {
      count == 0 ? 0 : count == 1 ? 1 : count < 4 ? 2 : 3
    }
    feature(50, level(evidence.small), level(evidence.capital) << 2 | (isFirst ? 1 << 4 : 0))
    feature(51, level(evidence.afterTitle), level(evidence.afterGiven) << 2)
    feature(52, level(evidence.besideReporting), level(evidence.afterPlaceWord) << 2)
    feature(
      53, level(evidence.first), level(evidence.last) << 2 | level(evidence.alone) << 4)
    feature(
      54, level(evidence.inPlace),
      level(evidence.inOrganization) << 2 | level(evidence.inPerson) << 4)
    feature(55, level(evidence.possessive), level(evidence.beforeGroupNoun) << 2)
    feature(56, evidence.isAcronym ? 1 : 0, UInt64(evidence.acronymHead.rawValue))
    feature(
      58, level(evidence.afterThe),
      level(evidence.beforeBody) << 2 | level(evidence.afterBody) << 4)
    feature(
      90, level(evidence.afterPerson), level(evidence.beforeOffice) << 2 | level(evidence.aged) << 4
    )
    feature(
      91, level(evidence.afterOf), level(evidence.alone) << 2 | level(evidence.afterThe) << 4)
    feature(
      57,
      level(evidence.afterTitle) | level(evidence.afterGiven) << 2
        | level(evidence.afterPlaceWord) << 4,
      level(evidence.inOrganization) | UInt64(now.covering.rawValue) << 8)
  }

  /// Whether most words of the sentence are capitalised, as in a headline.
  static func isTitleCase(_ sentence: Range<Int>, _ tokens: [NameToken]) -> Bool {
    var capitals = 0
    var words = 0
    for index in sentence where !tokens[index].own.contains(.function) {
      switch tokens[index].shape {
      case .lower: words += 1
      case .capitalized, .allCapitals, .mixed, .initial:
        words += 1
        capitals += 1
      default: break
      }
    }
    return words >= 4 && capitals * 10 >= words * 7
  }

  /// Cue classes and those of single-word names that matter beside a word.
  static let cues: UInt32 = 0x7FFF_FFFF
}
