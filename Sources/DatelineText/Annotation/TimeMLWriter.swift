/// Writes one article as a TimeML document (ISO 24617-1, as the tools of TempEval-3 read it).
///
/// The text stands whole in `TEXT` with its expressions tagged in place, so that offsets over the
/// content of `TEXT` are those of the article. The document date is `t0`; expressions that were read
/// against a date name it as their anchor.
public enum TimeMLWriter {
  /// The TimeML document of `annotated`. Cost: one pass over the text.
  public static func document(_ annotated: AnnotatedArticle) -> String {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

      <DOCID>\(escaped(annotated.article.id.name))</DOCID>

      <DCT>\(creationTime(annotated.date))</DCT>


      """
    if let title = annotated.title { xml += "<TITLE>\(escaped(title))</TITLE>\n\n" }
    xml += "<TEXT>"
    appendText(of: annotated, to: &xml)
    return xml + "</TEXT>\n\n</TimeML>\n"
  }

  /// The tag of the document date; of an unknown one all parts are "X".
  private static func creationTime(_ date: DocumentDate) -> String {
    let value = date.anchor.map { CalendarPeriod.day($0).value }
    return "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"\(value ?? "XXXX-XX-XX")\" "
      + "temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">"
      + "\(value ?? "unknown")</TIMEX3>"
  }

  private static func appendText(of annotated: AnnotatedArticle, to xml: inout String) {
    let text = annotated.article.text
    let datelines = annotated.article.blocks.filter { $0.kind == .dateLine || $0.kind == .dateline }
    var offset = 0
    for (index, timex) in annotated.timexes.enumerated() where Int(timex.span.lower) >= offset {
      xml += escaped(text[ByteSpan(offset, Int(timex.span.lower))])
      let isPublication = datelines.contains { $0.span.contains(timex.span) }
      xml += tag(timex, number: index + 1, isPublication: isPublication)
      xml += escaped(text[timex.span]) + "</TIMEX3>"
      offset = Int(timex.span.upper)
    }
    xml += escaped(text[ByteSpan(offset, text.count)])
  }

  /// The opening tag of one expression.
  private static func tag(_ timex: Timex3, number: Int, isPublication: Bool) -> String {
    var attributes: [(String, String)] = [
      ("tid", "t\(number)"), ("type", timex.kind.rawValue), ("value", timex.value),
    ]
    if let mod = timex.mod { attributes.append(("mod", mod)) }
    if let quant = timex.quant { attributes.append(("quant", quant)) }
    if let freq = timex.freq { attributes.append(("freq", freq)) }
    attributes.append(("temporalFunction", timex.isRelative ? "true" : "false"))
    attributes.append(("functionInDocument", isPublication ? "PUBLICATION_TIME" : "NONE"))
    if timex.isRelative { attributes.append(("anchorTimeID", "t0")) }
    return "<TIMEX3" + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">"
  }

  /// `text` with what XML reserves as entities. A character that XML forbids becomes U+FFFD, one for
  /// one, so that offsets stay.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
