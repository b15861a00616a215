internal import DatelineText

/// Makes articles of JSON objects.
struct ArticleRecord {
  /// Where objects keep their parts.
  var fields: FieldMap
  /// The name of the file, a weak sign for the date.
  var path: String

  /// Why an object is no article.
  struct Refusal: Error, Equatable {
    var reason: String
  }

  /// The article that `object` holds; `fallback` names it where it names itself not.
  func article(of object: JSONValue, fallback: String) throws(Refusal) -> Article {
    guard case .object = object else {
      throw Refusal(reason: "here stands \(object.kindName), not an object with the article")
    }
    guard let value = fields.value(of: .text, in: object) else {
      // A record of `dateline extract` that tells why there is no article.
      if object["schema"] != nil, let reason = object["error"]?.text {
        throw Refusal(reason: reason)
      }
      let names = fields.names(of: .text).map { "\"\($0)\"" }.joined(separator: ", ")
      throw Refusal(
        reason: "the object has no text (looked for \(names)); name its field with --map")
    }
    guard let text = Self.text(of: value) else {
      throw Refusal(reason: "the text is \(value.kindName), not a string")
    }
    let id = fields.value(of: .id, in: object)?.text.flatMap { $0.isEmpty ? nil : $0 }
    // A dump of a site may hold pages; prose that mentions a tag does not begin with one.
    let bytes = Array(text.utf8)
    if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "<"), HTMLFragment.recognises(bytes) {
      return HTMLFragment.article(
        of: bytes, id: ArticleID(id ?? fallback), metadata: metadata(of: object))
    }
    return ArticleParser.parse(
      SourceText(text), id: ArticleID(id ?? fallback), metadata: metadata(of: object))
  }

  private func metadata(of object: JSONValue) -> ArticleMetadata {
    func words(_ field: FieldMap.Field) -> String? {
      guard let value = fields.value(of: field, in: object), let text = Self.words(of: value),
        !text.isEmpty
      else { return nil }
      return text
    }
    var metadata = ArticleMetadata()
    metadata.title = words(.title)
    metadata.byline = words(.byline)
    metadata.source = words(.source)
    metadata.url = words(.url)
    metadata.section = words(.section)
    metadata.language = words(.language)
    metadata.date = fields.value(of: .date, in: object).flatMap(Self.date(of:))
    if object["schema"] != nil { metadata.annotation = object["annotation"]?.text }
    metadata.path = path
    return metadata
  }

  /// A string, or the paragraphs of an array of strings.
  private static func text(of value: JSONValue) -> String? {
    if case .string(let text) = value { return text }
    guard let elements = value.elements else { return nil }
    let paragraphs = elements.compactMap { element -> String? in
      if case .string(let text) = element { text } else { nil }
    }
    return paragraphs.count == elements.count ? paragraphs.joined(separator: "\n\n") : nil
  }

  /// A string, the name of an object such as an author, or a list of either.
  private static func words(of value: JSONValue) -> String? {
    switch value {
    case .string(let text), .number(let text): text
    case .object: value["name"].flatMap(words(of:))
    case .array(let elements): elements.compactMap(words(of:)).joined(separator: ", ")
    case .null, .bool: nil
    }
  }

  /// A date as written; seconds or milliseconds since 1970 as an ISO day in UTC.
  private static func date(of value: JSONValue) -> String? {
    guard let text = value.text else { return nil }
    guard case .number = value, let number = Int64(text) else { return text }
    switch number {
    case 100_000_000..<100_000_000_000:
      return DayNumber(rawValue: Int32(number / 86_400)).iso
    case 100_000_000_000..<100_000_000_000_000:
      return DayNumber(rawValue: Int32(number / 86_400_000)).iso
    default: return text
    }
  }
}
