/// What kind of text an article is, by its words: agency news, the web, encyclopaedias, politics.
///
/// Kinds of text differ in what counts as a name and where it ends. Weights that hold for one kind
/// stand beside those that hold for all; they are worth 1 to 3 points of F1.
package struct NameGenre: Hashable, Sendable {
  /// 0 for any kind, else the number of the kind from 1.
  package let rawValue: UInt8

  /// Makes the kind with number `rawValue`.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The kind that `scores` speak for, the sum of `count` features; the score of a kind stands in
  /// the lane of its tag. Any kind where the next best kind comes close.
  package init(scores: SIMD16<Int32>, count: Int) {
    var best = 0
    for kind in 1..<Self.count where scores[Self.lane(kind)] > scores[Self.lane(best)] {
      best = kind
    }
    let isClear = (0..<Self.count).allSatisfy { kind in
      let lead = Int(scores[Self.lane(best)]) - Int(scores[Self.lane(kind)])
      return kind == best || lead >= Self.lead * count
    }
    self = isClear ? NameGenre(rawValue: UInt8(best + 1)) : .any
  }

  /// By how much a kind must lead for each feature. Documents of a known kind lead by 90 to 400 on
  /// the development sets, articles of other news by 10 to 80.
  private static let lead = 80

  private static func lane(_ kind: Int) -> Int { Int(NameTag.begin(kind).rawValue) }

  /// The tag whose weights speak for this kind; `any` has none of its own.
  package var tag: NameTag { NameTag.begin(max(0, Int(rawValue) - 1)) }

  /// Text of no kind in particular.
  package static let any = NameGenre(rawValue: 0)
  /// The most kinds that weights can tell apart.
  package static let count = NameTag.types.count

  /// Calls `add` with the features that tell the kind: the words in lower case and the marks among
  /// the first 1,000 of `tokens`.
  @inline(__always)
  package static func forEachFeature(of tokens: some Sequence<NameToken>, _ add: (UInt64) -> Void) {
    add(NameFeatures.hash(template, 0, 0))
    for token in tokens.prefix(1000) where !token.shape.isCapital && token.shape != .number {
      add(NameFeatures.hash(template, token.word, 1))
    }
  }

  private static let template: UInt64 = 250
}
