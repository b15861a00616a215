import DatelineText
import Foundation
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

  @Test func `every tag has the attributes and values that the readers of TimeML know`() throws {
    let xml = document(
      """
      In early March 2020 they met. Every week since then, for more than two years, talks at \
      9 a.m. Friday & "last Ramadan" went on; now it is over.
      """, date: "2025-10-24")
    let tags = xml.components(separatedBy: "<TIMEX3 ").dropFirst().map {
      $0.prefix { $0 != ">" }
    }
    #expect(tags.count >= 7)
    var identifiers: Set<String> = []
    for tag in tags {
      let attributes = attributes(of: tag)
      let known: Set = [
        "tid", "type", "value", "mod", "quant", "freq", "temporalFunction", "functionInDocument",
        "anchorTimeID",
      ]
      #expect(Set(attributes.keys).isSubset(of: known))
      #expect(identifiers.insert(try #require(attributes["tid"])).inserted)
      #expect(["DATE", "TIME", "DURATION", "SET"].contains(attributes["type"]))
      #expect(attributes["value"]?.isEmpty == false)
      #expect(["CREATION_TIME", "NONE"].contains(attributes["functionInDocument"]))
      #expect(["true", "false"].contains(attributes["temporalFunction"]))
      if let anchor = attributes["anchorTimeID"] { #expect(identifiers.contains(anchor)) }
    }
  }

  /// The attributes of a tag of which the value holds no quotation mark.
  private func attributes(of tag: Substring) -> [String: String] {
    var result: [String: String] = [:]
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[index].filter { $0 != " " && $0 != "=" }
      result[String(name)] = String(parts[index + 1])
    }
    return result
  }

  @Test func `without its tags the text is the article's`() {
    let text = "On <Friday> & \"Saturday\" they met; by 2019, it was over.\n\nNow 5 > 3."
    let xml = document(text, date: "2025-10-24")
    var body = xml.components(separatedBy: "<TEXT>").last?.components(separatedBy: "</TEXT>")[0]
    while let start = body?.firstIndex(of: "<"), let end = body?[start...].firstIndex(of: ">") {
      body?.removeSubrange(start...end)
    }
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
      body = body?.components(separatedBy: entity).joined(separator: character)
    }
    #expect(body == text)
  }
}
