import DatelineText
import TestSupport
import Testing

@testable import DatelineStore

@Suite struct AnnotationCodecTests {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `what is read is what was written`(seed: UInt64) throws {
    let annotated = RandomAnnotation.make(seed: seed)
    let bytes = AnnotationCodec.encode(annotated)
    #expect(try AnnotationCodec.decode(bytes, article: annotated.article) == annotated)
    // -0 equals 0 and would hide a lost sign.
    let again = AnnotationCodec.encode(
      try AnnotationCodec.decode(bytes, article: annotated.article))
    #expect(again == bytes)
  }

  @Test func `what the annotator makes is read back whole`() throws {
    let text = SourceText(
      "Rebels struck Goma on Monday.\n\n\"No one was hurt,\" said Jo Ray. He left on 9 May 2024.")
    let annotated = Annotator.annotate(
      Article(id: ArticleID("a"), text: text, blocks: [Block(kind: .paragraph, span: text.span)]))
    let bytes = AnnotationCodec.encode(annotated)
    #expect(try AnnotationCodec.decode(bytes, article: annotated.article) == annotated)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `bytes that were cut short are refused`(seed: UInt64) {
    let annotated = RandomAnnotation.make(seed: seed)
    let bytes = AnnotationCodec.encode(annotated)
    for count in 0..<bytes.count {
      #expect(throws: AnnotationError.self) {
        try AnnotationCodec.decode(Array(bytes[..<count]), article: annotated.article)
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `bytes that were changed never trap and give valid indices`(seed: UInt64) {
    let annotated = RandomAnnotation.make(seed: seed)
    let bytes = AnnotationCodec.encode(annotated)
    var random = TestSupport.SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        changed[Int.random(in: 1..<changed.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      guard let read = try? AnnotationCodec.decode(changed, article: annotated.article) else {
        continue
      }
      expectValid(read)
    }
  }

  @Test func `the annotation of another text is refused or valid there`() {
    let annotated = RandomAnnotation.make(seed: 7)
    let bytes = AnnotationCodec.encode(annotated)
    let other = Article(id: ArticleID("b"), text: SourceText("Short."))
    #expect(throws: AnnotationError.self) { try AnnotationCodec.decode(bytes, article: other) }
  }

  @Test func `bytes of another form are told apart`() {
    let article = Article(id: ArticleID("a"), text: SourceText("x"))
    #expect(throws: AnnotationError.otherVersion) {
      try AnnotationCodec.decode([0xEE, 0, 0], article: article)
    }
  }

  private func expectValid(_ read: AnnotatedArticle) {
    let text = read.article.text.span
    let mentions = read.mentions.indices
    #expect(read.timexes.allSatisfy { text.contains($0.span) })
    #expect(read.mentions.allSatisfy { text.contains($0.span) })
    #expect(read.mentions.allSatisfy { $0.chain.map(read.chains.indices.contains) ?? true })
    #expect(read.chains.allSatisfy { $0.mentions.allSatisfy(mentions.contains) })
    #expect(read.events.allSatisfy { read.sentences.indices.contains($0.sentence) })
    #expect(read.events.allSatisfy { $0.actors.allSatisfy(mentions.contains) })
    #expect(read.claims.allSatisfy { $0.content.allSatisfy(text.contains) })
    #expect(read.syntax.allSatisfy { $0.head.map(read.tokens.indices.contains) ?? true })
  }
}
