import Testing

@testable import DatelineText

@Suite struct NameDecoderTests {
  private static func random(_ range: ClosedRange<Int32>, _ generator: inout SeededGenerator)
    -> NameDecoder.Scores
  {
    var scores = NameDecoder.Scores.zero
    for tag in 0..<NameTag.count { scores[tag] = Int32.random(in: range, using: &generator) }
    return scores
  }

  /// What a sequence is worth; nil where a tag may not follow the one before.
  private static func worth(
    _ tags: [NameTag], _ scores: [NameDecoder.Scores], _ decoder: NameDecoder
  ) -> Int32? {
    var sum: Int32 = 0
    var previous: NameTag?
    for (tag, here) in zip(tags, scores) {
      guard tag.mayFollow(previous) else { return nil }
      let own = Int(tag.rawValue)
      sum +=
        here[own]
        + (previous.map { decoder.transitions[Int($0.rawValue)][own] } ?? decoder.initial[own])
      previous = tag
    }
    return sum
  }

  @Test(arguments: [(1, 5), (2, 50), (3, 500), (4, 5)] as [(UInt64, Int32)])
  func `no other sequence is worth more than the decoded one`(seed: UInt64, width: Int32) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var decoder = NameDecoder(
        transitions: (0..<NameTag.count).map { _ in Self.random(-width...width, &generator) },
        initial: Self.random(-width...width, &generator))
      let scores = (0..<3).map { _ in
        // Words that are surely outside take a way of their own.
        Int.random(in: 0..<3, using: &generator) == 0
          ? NameDecoder.outside : Self.random(-100...100, &generator)
      }
      let found = try #require(Self.worth(decoder.decode(scores[...]), scores, decoder))
      var best = Int32.min
      let all = (0..<NameTag.count).map { NameTag(rawValue: UInt8($0)) }
      for first in all {
        for second in all {
          for third in all {
            best = max(best, Self.worth([first, second, third], scores, decoder) ?? .min)
          }
        }
      }
      #expect(found == best)
    }
  }
}
