import DatelineText
import Testing

@Suite struct TimeMLWriterTests {
  private func document(_ text: String, date: String?) -> String {
    var metadata = ArticleMetadata()
    metadata.date = date
    metadata.title = "Talks & <doubts>"
    let article = Article(
      id: ArticleID("a\"b"), text: SourceText(text), metadata: metadata,
      blocks: [Block(kind: .paragraph, span: SourceText(text).span)])
    var annotated = AnnotatedArticle(article: article)
    annotated.date = DocumentDater.date(of: annotated)
    annotated.timexes = TimexTagger.timexes(in: annotated)
    return TimeMLWriter.document(annotated)
  }

  @Test func `the document date is the creation time t0`() {
    let xml = document("They met.", date: "2025-10-24")
    #expect(
      xml.contains(
        """
        <DCT><TIMEX3 tid="t0" type="DATE" value="2025-10-24" temporalFunction="false" \
        functionInDocument="CREATION_TIME">2025-10-24</TIMEX3></DCT>
        """))
  }

  @Test func `expressions are tagged in place and the text is kept`() {
    let xml = document("They met last week & left on Friday.", date: "2025-10-24")
    #expect(
      xml.contains(
        """
        <TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2025-W42" temporalFunction="true" \
        functionInDocument="NONE" anchorTimeID="t0">last week</TIMEX3> &amp; left on \
        <TIMEX3 tid="t2" type="DATE" value="2025-10-24" temporalFunction="true" \
        functionInDocument="NONE" anchorTimeID="t0">Friday</TIMEX3>.</TEXT>
        """))
  }

  @Test func `what XML reserves or forbids is escaped`() {
    let xml = document("A < B\u{0}", date: nil)
    #expect(xml.contains("<TITLE>Talks &amp; &lt;doubts&gt;</TITLE>"))
    #expect(xml.contains("<DOCID>a&quot;b</DOCID>"))
    #expect(xml.contains("<TEXT>A &lt; B\u{FFFD}</TEXT>"))
    #expect(xml.contains("value=\"XXXX-XX-XX\""))
  }
}
