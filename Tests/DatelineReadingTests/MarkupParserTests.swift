import Testing

@testable import DatelineReading

@Suite struct MarkupParserTests {
  /// The tree as nested names: "p(b(text))".
  private func shape(_ html: String) -> String {
    let page = MarkupParser.parse(Array(html.utf8))
    func describe(_ index: Int) -> String {
      let node = page.nodes[index]
      if node.tag == .text {
        return String(decoding: page.bytes[node.range], as: UTF8.self)
      }
      let inside = page.children(of: index).map(describe).joined(separator: ",")
      return inside.isEmpty ? "\(node.tag)" : "\(node.tag)(\(inside))"
    }
    return page.nodes.indices.filter { page.nodes[$0].parent < 0 }.map(describe).joined(
      separator: ",")
  }

  @Test(arguments: [
    ("<p>a<p>b", "p(a),p(b)"), ("<ul><li>a<li>b<ul><li>c</ul></ul>", "ul(li(a),li(b,ul(li(c))))"),
    ("<p>a<div>b</div>", "p(a),div(b)"), ("<p><b>a</p>b", "p(b(a)),b"),
    ("<b>a<p>b</b>c</p>", "b(a,p(b,c))"), ("</div>a", "a"), ("<br>a<hr/>b", "br,a,hr,b"),
    ("<table><tr><td>a<td>b<tr><td>c</table>", "table(tr(td(a),td(b)),tr(td(c)))"),
    ("<td><p>a</div>b</td>", "td(p(a,b))"), ("<div><a>x<a>y</div>", "div(a(x),a(y))"),
    ("<script>if (a < b) '</p>'</script>c", "script(if (a < b) '</p>'),c"),
    ("<a title='>'>x</a>", "a(x)"), ("1 < 2 <b>", "1 < 2 ,b"), ("a<!-- <p> -->b", "a,b"),
    ("<SPAN>a</Span>", "span(a)"), ("<x-y>a</x-y>b", "unknown(a),b"), ("<h2>a<h3>b", "h2(a),h3(b)"),
  ])
  func `trees are built as browsers do`(html: String, tree: String) { #expect(shape(html) == tree) }

  @Test func `attributes are read in every form`() {
    let page = MarkupParser.parse(Array(#"<a Href = "x&amp;y" class='b c' hidden data-n=1>"#.utf8))
    #expect(page.attribute("href", of: 0) == "x&y")
    #expect(page.attribute("class", of: 0) == "b c")
    #expect(page.attribute("hidden", of: 0) == "")
    #expect(page.attribute("data-n", of: 0) == "1")
    #expect(page.attribute("id", of: 0) == nil)
  }

  @Test(arguments: [
    ("a &amp; b", "a & b"), ("&eacute;&euro;&hellip;", "é€…"), ("&#233;&#xE9;&#x1F600;", "éé😀"),
    ("&#146;", "’"), ("AT&T &unknown; &", "AT&T &unknown; &"), ("&ampx", "&ampx"),
    ("&amp x", "& x"),
    ("&#99999999;", "\u{FFFD}"), ("&rsquo;&ndash;&Zcaron;&zcaron;&OElig;", "’–ŽžŒ"),
  ])
  func `references are undone`(text: String, expected: String) {
    #expect(Entities.decodedString(Array(text.utf8)[...]) == expected)
  }

  @Test func `XML keeps CDATA, prefixes and case`() {
    let xml = "<?xml version='1.0'?><r><dc:Date/><d><![CDATA[<p>&amp;]]></d></r>"
    let document = MarkupParser.parse(Array(xml.utf8), as: .xml)
    #expect(document.children(of: 0).map { document.localName(of: $0) } == ["date", "d"])
    #expect(document.bytes[document.nodes[3].range].elementsEqual("<p>&amp;".utf8))
  }
}
