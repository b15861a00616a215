/// Finds where the readers' comments below an article begin.
///
/// A comment is known by its stamp: day, clock time and the button to answer or report it, as in
/// "January 31, 2011 at 3:03 pm | Reply". One alone may be anything; from the first of several to the
/// end of the page nothing is reporting.
enum ReaderComments {
  /// The fewest stamps that make passages comments.
  private static let fewest = 2
  /// How many words after its clock time a stamp's button stands.
  private static let reach = 6

  /// The first passage that is a comment; nil where there are none.
  ///
  /// Cost: a scan of the bytes, and reads the words of passages that hold a clock time.
  static func start(of passages: [BlockClassifier.Passage]) -> Int? {
    var first: Int?
    var count = 0
    for (index, passage) in passages.enumerated() where hasStamp(passage.shape) {
      first = first ?? index
      count += 1
    }
    return count >= fewest ? first : nil
  }

  private static func hasStamp(_ shape: PassageShape) -> Bool {
    guard hasClock(shape.bytes[shape.span.range]) else { return false }
    let words = shape.foldedWords
    return words.indices.contains { index in
      guard words[index].elementsEqual("#:#".utf8), index > 2 else { return false }
      let before = words[max(0, index - 4)..<index]
      let after = words[(index + 1)..<min(words.count, index + 1 + reach)]
      return before.contains { FurnitureLexicon.embedded.contains($0, in: .month) }
        && after.contains { word in buttons.contains { word.elementsEqual($0.utf8) } }
    }
  }

  private static let buttons = ["reply", "abuse", "permalink", "flag"]

  /// Whether a colon between digits stands in `bytes`.
  private static func hasClock(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: ":") && index > bytes.startIndex && index + 1 < bytes.endIndex
        && bytes[index - 1] &- 0x30 < 10 && bytes[index + 1] &- 0x30 < 10
    }
  }
}
