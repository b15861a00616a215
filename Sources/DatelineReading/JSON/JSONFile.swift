internal import DatelineText

/// Makes articles of a JSON file: one object, a list of them, an object that holds such a list, or
/// a JSON Feed.
struct JSONFile {
  /// The file.
  let file: SourceFile
  /// How it is read.
  let options: ReadingOptions

  /// Whether the text is JSON: told by its name, or by a first member that no prose has.
  static func recognises(_ text: [UInt8], name: String) -> Bool {
    let words = text.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = words.first else { return false }
    if Array(name.utf8).hasSuffix(".json") {
      return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
    return words.elementsEqual("{\"".utf8) || words.elementsEqual("[{".utf8)
  }

  /// The articles of `text`, or why a part is none.
  func articles(of text: [UInt8]) -> [Result<Article, ReadingFailure>] {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(text[...])
    } catch {
      return [failure("\(error.reason) (byte \(error.offset + 1))", id: file.id)]
    }
    var record = ArticleRecord(fields: options.fields, path: file.id.name)
    if case .string(let version)? = value["version"], version.contains("jsonfeed.org") {
      record.fields.addFeedNames()
    }
    guard let elements = value.elements ?? list(in: value) else {
      return [article(record, value, fallback: file.id.name)]
    }
    let source = value["title"]?.text
    return elements.enumerated().map { index, element in
      article(record, element, fallback: "\(file.id.name):\(index + 1)").map { article in
        var article = article
        article.metadata.source = article.metadata.source ?? source
        return article
      }
    }
  }

  /// The list of objects that an object without text of its own holds.
  private func list(in value: JSONValue) -> [JSONValue]? {
    guard case .object(let members) = value, options.fields.value(of: .text, in: value) == nil
    else {
      return nil
    }
    let lists = members.compactMap(\.value.elements).filter { elements in
      elements.contains { if case .object = $0 { true } else { false } }
    }
    return lists.max { $0.count < $1.count }
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
