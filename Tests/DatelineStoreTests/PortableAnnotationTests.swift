import DatelineText
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct PortableAnnotationTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a line brings the whole article`(seed: UInt64) throws {
    var annotated = RandomAnnotation.make(seed: seed)
    for furniture in Block.Furniture.allCases {
      annotated.article.blocks.append(
        Block(
          kind: .furniture(furniture),
          span: ByteSpan(annotated.article.text.count, annotated.article.text.count)))
    }
    let portable = AnnotationCodec.portable(annotated)
    let bare = Article(id: annotated.article.id, text: annotated.article.text)
    #expect(try AnnotationCodec.annotated(bare, portable: portable) == annotated)
  }

  @Test func `where an article was read makes no difference`() {
    var annotated = RandomAnnotation.make(seed: 1)
    let here = AnnotationCodec.portable(annotated)
    annotated.article.metadata.path = "2024/other.jsonl"
    #expect(AnnotationCodec.portable(annotated) == here)
  }

  @Test(arguments: ["", "A", "AAAA", "====", "A===", "\u{E9}AAA", "AQ=A"])
  func `what is no annotation is refused`(string: String) {
    let article = Article(id: ArticleID("a"), text: SourceText("x"))
    #expect(throws: AnnotationError.self) {
      try AnnotationCodec.annotated(article, portable: string)
    }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 is that of RFC 4648`(plain: String, encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(plain.utf8))
  }
}
