internal import DatelineText

/// Makes articles of a file that was read whole.
struct WholeFile {
  /// The file.
  var file: SourceFile
  /// How it is read.
  var options: ReadingOptions

  /// Whether a file that begins with `start` holds text, so that the rest is worth reading.
  static func check(_ start: [UInt8], path: String) throws(ReadingError) -> Bool {
    guard !start.isEmpty else { throw .empty(path: path) }
    switch ContentType(start.prefix(8192)) {
    case .text: return true
    case .binary(let kind): throw .binary(path: path, kind: kind)
    }
  }

  /// The articles that `bytes` hold.
  func articles(of bytes: [UInt8]) -> [Result<Article, ReadingFailure>] {
    let text = TextDecoder.decode(bytes[...]).bytes
    if looksLikeJSON(text) { return jsonArticles(of: text) }
    if Self.looksLikePage(text) {
      return [.success(PageReader.article(of: text, id: file.id, path: file.id.name))]
    }
    guard text.contains(where: { $0 > 0x20 }) else {
      return [.failure(ReadingFailure(article: file.id, error: .empty(path: file.path)))]
    }
    var metadata = ArticleMetadata()
    metadata.path = file.id.name
    return [
      .success(ArticleParser.parse(SourceText(repairing: text), id: file.id, metadata: metadata))
    ]
  }

  /// Whether the text is JSON: told by its name, or by a first member that no prose has.
  private func looksLikeJSON(_ text: [UInt8]) -> Bool {
    let words = text.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = words.first else { return false }
    if Array(file.path.utf8).hasSuffix(".json") {
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
    return words.elementsEqual("{\"".utf8) || words.elementsEqual("[{".utf8)
  }

  /// Whether the text is a page: its first tag is one that begins a page.
  private static func looksLikePage(_ text: [UInt8]) -> Bool {
    guard text.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
    let document = MarkupParser.parse(Array(text.prefix(4096)))
    return document.nodes.contains { node in
      switch node.tag {
      case .html, .head, .body, .title, .meta, .div, .p, .script, .link, .article: true
      default: false
      }
    }
  }

  private func jsonArticles(of text: [UInt8]) -> [Result<Article, ReadingFailure>] {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(text[...])
    } catch {
      return [failure("\(error.reason) (byte \(error.offset + 1))", id: file.id)]
    }
    let record = ArticleRecord(fields: options.fields, path: file.id.name)
    guard let elements = value.elements else {
      return [article(record, value, fallback: file.id.name)]
    }
    return elements.enumerated().map { index, element in
      article(record, element, fallback: "\(file.id.name):\(index + 1)")
    }
  }

  private func article(_ record: ArticleRecord, _ value: JSONValue, fallback: String)
    -> Result<Article, ReadingFailure>
  {
    do throws(ArticleRecord.Refusal) {
      return .success(try record.article(of: value, fallback: fallback))
    } catch {
      return failure(error.reason, id: ArticleID(fallback))
    }
  }

  private func failure(_ reason: String, id: ArticleID) -> Result<Article, ReadingFailure> {
    .failure(
      ReadingFailure(
        article: id, error: .malformed(path: file.path, form: "JSON", reason: reason)))
  }
}
