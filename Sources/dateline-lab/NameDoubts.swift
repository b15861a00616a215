import DatelineText

/// Finds labels of a corpus made by machine that models which never saw them contradict.
///
/// Such a corpus calls one person a body here and a place there; a model that learns this can only
/// learn it by heart. So the documents are read by models that learnt from the others, and where
/// these or the label see a person but not the same, the words may be anything (after Wang et al.
/// 2019, who weigh such sentences down).
struct NameDoubts {
  /// The tags that tokens may bear, sentence by sentence, with every tag allowed where `found`, one
  /// tag for each token, speaks against a label and one of the two is a person.
  static func opened(_ allowed: [[UInt16]], found: [NameTag]) -> [[UInt16]] {
    var result = allowed
    var first = 0
    for (number, sets) in allowed.enumerated() {
      let tags = Array(found[first..<(first + sets.count)])
      first += sets.count
      let labels = sets.map { label($0) }
      let spans = spans(tags) + spans(labels.map { $0 ?? .outside })
      var isOpen = sets.indices.map { sets[$0] >> UInt16(tags[$0].rawValue) & 1 == 0 }
      var isPerson = Array(repeating: false, count: sets.count)
      for span in spans where span.type == 0 {
        for index in span.range { isPerson[index] = true }
      }
      for index in isOpen.indices where !isPerson[index] { isOpen[index] = false }
      for span in spans where span.range.contains(where: { isOpen[$0] }) {
        for index in span.range { isOpen[index] = true }
      }
      for index in sets.indices where isOpen[index] { result[number][index] = ~0 }
    }
    return result
  }

  /// The tag that a set allows; nil where it allows several.
  private static func label(_ set: UInt16) -> NameTag? {
    set.nonzeroBitCount == 1 ? NameTag(rawValue: UInt8(set.trailingZeroBitCount)) : nil
  }

  private static func spans(_ tags: [NameTag]) -> [(range: Range<Int>, type: Int)] {
    var result: [(range: Range<Int>, type: Int)] = []
    for (index, tag) in tags.enumerated() {
      guard let type = tag.type else { continue }
      if tag.isInside, let last = result.last, last.range.upperBound == index, last.type == type {
        result[result.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        result.append((index..<(index + 1), type))
      }
    }
    return result
  }
}
