import DatelineText
import Testing

@testable import DatelineStore

/// A field that the codec does not know would be lost without a word: this list is the reminder.
@Suite struct AnnotationFieldsTests {
  private static let text = ByteSpan(0, 1)

  static let known: [(name: String, value: any Sendable, fields: [String])] = [
    (
      "AnnotatedArticle",
      AnnotatedArticle(article: Article(id: ArticleID("a"), text: SourceText(""))),
      [
        "article", "title", "byline", "source", "language", "date", "tokens", "sentences", "syntax",
        "timexes", "mentions", "chains", "events", "claims",
      ]
    ),
    (
      "Article", Article(id: ArticleID("a"), text: SourceText("")),
      ["id", "text", "metadata", "blocks", "removed"]
    ),
    (
      "ArticleMetadata", ArticleMetadata(),
      [
        "title", "byline", "source", "url", "date", "section", "language", "path", "annotation",
      ]
    ),
    ("Block", Block(kind: .title, span: text), ["kind", "span"]),
    ("RemovedBlock", RemovedBlock(kind: .other, text: ""), ["kind", "text"]),
    ("DocumentDate", DocumentDate.unknown, ["interval", "basis", "evidence", "span"]),
    ("DayInterval", DayInterval(earliest: nil, latest: nil), ["earliest", "latest"]),
    ("Token", Token(span: text), ["span"]),
    ("Sentence", Sentence(span: text, tokens: 0..<1, block: 0), ["span", "tokens", "block"]),
    (
      "TokenSyntax", TokenSyntax(partOfSpeech: .verb),
      ["partOfSpeech", "form", "relation", "headIndex"]
    ),
    (
      "Timex3", Timex3(span: text, kind: .date, value: ""),
      ["span", "kind", "value", "mod", "quant", "freq", "interval", "grain", "isRelative"]
    ),
    (
      "Mention", Mention(span: text, tokens: 0..<1, type: .person),
      ["span", "tokens", "kind", "type", "chain", "isMetonym", "role"]
    ),
    (
      "CoreferenceChain", CoreferenceChain(name: "", type: .person, mentions: []),
      ["name", "type", "mentions", "governmentOf", "place", "reasons"]
    ),
    (
      "PlaceLink", PlaceLink(name: "", country: ""),
      ["name", "country", "admin1", "latitude", "longitude"]
    ),
    (
      "EventMention", EventMention(trigger: text, sentence: 0, type: .aid),
      [
        "trigger", "sentence", "type", "mode", "actors", "recipients", "places", "timex",
        "interval", "grain", "status", "attributedTo", "isHistorical", "isGeneric", "confidence",
        "quantities",
      ]
    ),
    (
      "Claim", Claim(source: [], cue: [], content: [], sentence: 0),
      [
        "source", "cue", "content", "sentence", "speakers", "addressees", "kind", "form", "basis",
        "polarity", "quantities",
      ]
    ),
    (
      "Quantity", Quantity(span: text, minimum: nil, maximum: nil, unit: ""),
      ["span", "minimum", "maximum", "unit", "of"]
    ),
  ]

  @Test(arguments: known.indices)
  func `every field of an annotation is known to the codec`(index: Int) {
    let (name, value, fields) = Self.known[index]
    let found = Mirror(reflecting: value).children.compactMap(\.label)
    #expect(
      found == fields,
      "\(name) has other fields: write and read them in AnnotationEncoding and -Decoding")
  }
}
