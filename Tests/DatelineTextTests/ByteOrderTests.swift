import DatelineText
import Testing

@Suite struct ByteOrderTests {
  private static let names = [
    "", "a", "aa", "ab", "b", "article-0001.txt", "article-0002.txt", "article-00020.txt",
    "Zürich", "Zurich", "東京", "e\u{301}", "é", "12345678", "123456789", "1234567", "\u{10FFFF}",
    String(repeating: "long ", count: 20), String(repeating: "long ", count: 20) + "er",
  ]

  @Test func `names are in order of their bytes`() {
    for left in Self.names {
      for right in Self.names {
        #expect(
          (ArticleID(left) < ArticleID(right))
            == left.utf8.lexicographicallyPrecedes(right.utf8), "\(left) and \(right)")
      }
    }
  }
}
